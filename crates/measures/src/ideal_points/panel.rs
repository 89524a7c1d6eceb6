//! The votes as the spatial model reads them: state-sessions on one side, items on the other.

use std::collections::HashMap;

use entente_evidence::{RollCallView, VoteMatrix};
use entente_states::Ccode;
use serde::{Deserialize, Serialize};

/// Where a vote lies on its item's latent scale, which rises from no over abstain to yes.
///
/// Three kinds of vote lie below, between and above two cut points; two kinds, whichever, below and
/// above one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zone {
    /// Below the lower cut.
    Below = 0,
    /// Between the cuts.
    Between = 1,
    /// Above the upper cut.
    Above = 2,
}

impl Zone {
    /// The zones in order.
    pub const ALL: [Zone; 3] = [Zone::Below, Zone::Between, Zone::Above];

    /// The zone of a vote on an item on which all three kinds were cast.
    fn of(vote: u8) -> Option<Self> {
        match vote {
            1 => Some(Zone::Above),
            2 => Some(Zone::Between),
            3 => Some(Zone::Below),
            _ => None,
        }
    }
}

/// A state in a session in which it voted at least once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct StateSession {
    /// The session.
    pub session: u16,
    /// The state.
    pub state: Ccode,
}

/// Three ranges of one array: the votes below, between and above the cuts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Thirds {
    start: usize,
    ends: [usize; 3],
}

impl Thirds {
    pub(super) fn range(self, zone: Zone) -> std::ops::Range<usize> {
        match zone {
            Zone::Below => self.start..self.ends[0],
            Zone::Between => self.ends[0]..self.ends[1],
            Zone::Above => self.ends[1]..self.ends[2],
        }
    }

    pub(super) fn all(self) -> std::ops::Range<usize> {
        self.start..self.ends[2]
    }
}

/// One state's sessions in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Path {
    pub(super) state: Ccode,
    /// Places in [`Panel::state_sessions`].
    pub(super) knots: Vec<u32>,
    /// Sessions from each knot to the next: 1 where none is missed. One shorter than `knots`.
    pub(super) gaps: Vec<u16>,
}

/// Votes, grouped for the model.
///
/// An *item* is a roll call, or several on the same text in different sessions, which share their
/// parameters. Items on which all votes are alike tell nothing of positions and are left out. An
/// item on which two kinds of vote were cast has one cut point, an item with all three has two.
#[derive(Clone, Debug, Default)]
pub struct Panel {
    state_sessions: Vec<StateSession>,
    roll_calls: Vec<Vec<u32>>,
    pub(super) paths: Vec<Path>,
    /// Per item its votes in `voters`: places of state-sessions.
    pub(super) items: Vec<Thirds>,
    pub(super) voters: Vec<u32>,
    /// Per state-session its votes in `ballots`: places of items.
    pub(super) knots: Vec<Thirds>,
    pub(super) ballots: Vec<u32>,
}

impl Panel {
    /// Groups the votes of a matrix on the roll calls that `admits` picks.
    ///
    /// `repeats` are pairs of `rcid` on the same text. `leaves_out` drops a state's votes in a
    /// session (see [`super::convention`]).
    pub fn new(
        matrix: &VoteMatrix,
        roll_calls: &[RollCallView<'_>],
        repeats: &[(u32, u32)],
        admits: impl Fn(&RollCallView<'_>) -> bool,
        leaves_out: impl Fn(Ccode, u16) -> bool,
    ) -> Self {
        let admitted: Vec<usize> = (0..roll_calls.len())
            .filter(|i| admits(&roll_calls[*i]))
            .collect();
        let groups = same_text(&admitted, roll_calls, repeats);
        let rows: Vec<&[u8]> = matrix
            .states()
            .iter()
            .map(|s| matrix.votes_of(*s).unwrap_or_default())
            .collect();
        let votes: Vec<Vec<Cast>> = groups
            .iter()
            .map(|places| cast_on(places, matrix.states(), &rows, roll_calls, &leaves_out))
            .collect();
        let told: Vec<usize> = (0..groups.len())
            .filter(|g| votes[*g].windows(2).any(|w| w[0].zone != w[1].zone))
            .collect();
        let seats = Seats::of(matrix.states(), told.iter().flat_map(|g| &votes[*g]));

        let mut panel = Panel {
            paths: paths(&seats.taken),
            ..Panel::default()
        };
        let mut of_knot: Vec<Vec<(Zone, u32)>> = vec![Vec::new(); seats.taken.len()];
        for (item, group) in (0u32..).zip(&told) {
            let cast: Vec<(Zone, u32)> = votes[*group]
                .iter()
                .map(|vote| (vote.zone, seats.place(vote)))
                .collect();
            for (zone, knot) in &cast {
                of_knot[*knot as usize].push((*zone, item));
            }
            let thirds = by_zone(&cast, &mut panel.voters);
            panel.items.push(thirds);
            let rcids = groups[*group].iter().map(|p| roll_calls[*p].roll_call.rcid);
            panel.roll_calls.push(rcids.collect());
        }
        for cast in of_knot {
            let thirds = by_zone(&cast, &mut panel.ballots);
            panel.knots.push(thirds);
        }
        panel.state_sessions = seats.taken;
        panel
    }

    /// The state-sessions, by session, then COW number.
    pub fn state_sessions(&self) -> &[StateSession] {
        &self.state_sessions
    }

    /// How many votes a state-session has in the panel.
    pub fn votes(&self, state_session: usize) -> usize {
        self.knots[state_session].all().len()
    }

    /// Per item the `rcid` of its roll calls.
    pub fn items(&self) -> &[Vec<u32>] {
        &self.roll_calls
    }

    /// Votes in the panel.
    pub fn vote_count(&self) -> usize {
        self.voters.len()
    }

    /// An item's votes: the places of the state-sessions that cast them, and their zones.
    pub fn votes_on(&self, item: usize) -> impl Iterator<Item = (usize, Zone)> {
        let thirds = self.items[item];
        Zone::ALL.into_iter().flat_map(move |zone| {
            self.voters[thirds.range(zone)]
                .iter()
                .map(move |knot| (*knot as usize, zone))
        })
    }

    /// The panel as bytes, to tell whether two are the same.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(8 * self.voters.len());
        let mut number = |n: usize| bytes.extend_from_slice(&(n as u64).to_le_bytes());
        number(self.state_sessions.len());
        for knot in &self.state_sessions {
            number(usize::from(knot.session));
            number(usize::from(knot.state.0));
        }
        for thirds in &self.items {
            for zone in Zone::ALL {
                number(thirds.range(zone).len());
            }
        }
        for voter in &self.voters {
            bytes.extend_from_slice(&voter.to_le_bytes());
        }
        bytes
    }

    /// Whether an item has two cut points.
    pub fn has_two_cuts(&self, item: usize) -> bool {
        !self.items[item].range(Zone::Between).is_empty()
    }

    /// Whether no vote is in it.
    pub fn is_empty(&self) -> bool {
        self.voters.is_empty()
    }
}

/// Appends the places of votes to `into`, by zone and place, and says where they lie.
fn by_zone(cast: &[(Zone, u32)], into: &mut Vec<u32>) -> Thirds {
    let start = into.len();
    let ends = Zone::ALL.map(|zone| {
        let from = into.len();
        into.extend(cast.iter().filter(|c| c.0 == zone).map(|c| c.1));
        // They mostly lie in order, which costs a sort nothing.
        into[from..].sort_unstable();
        into.len()
    });
    Thirds { start, ends }
}

/// One vote on an item.
struct Cast {
    session: u16,
    /// The state's place in the matrix.
    state: u16,
    zone: Zone,
}

/// The state-sessions in which votes were cast, in order.
struct Seats {
    taken: Vec<StateSession>,
    states: usize,
    /// Per session and state the place in `taken`.
    places: Vec<u32>,
}

impl Seats {
    fn of<'v>(states: &[Ccode], votes: impl Iterator<Item = &'v Cast> + Clone) -> Self {
        let sessions = votes.clone().map(|v| v.session).max().unwrap_or(0);
        let mut seats = Seats {
            taken: Vec::new(),
            states: states.len(),
            places: vec![u32::MAX; (usize::from(sessions) + 1) * states.len()],
        };
        for vote in votes {
            let at = seats.at(vote);
            seats.places[at] = 0;
        }
        for (at, place) in seats.places.iter_mut().enumerate() {
            if *place == 0 {
                *place = seats.taken.len() as u32;
                seats.taken.push(StateSession {
                    session: (at / states.len()) as u16,
                    state: states[at % states.len()],
                });
            }
        }
        seats
    }

    fn at(&self, vote: &Cast) -> usize {
        usize::from(vote.session) * self.states + usize::from(vote.state)
    }

    fn place(&self, vote: &Cast) -> u32 {
        self.places[self.at(vote)]
    }
}

/// The votes on roll calls at some places of the record.
fn cast_on(
    places: &[usize],
    states: &[Ccode],
    rows: &[&[u8]],
    roll_calls: &[RollCallView<'_>],
    leaves_out: &impl Fn(Ccode, u16) -> bool,
) -> Vec<Cast> {
    let mut votes = Vec::new();
    for place in places {
        let session = roll_calls[*place].roll_call.session;
        for ((row, code), state) in rows.iter().zip(states).zip(0u16..) {
            let zone = row.get(*place).copied().and_then(Zone::of);
            if let Some(zone) = zone.filter(|_| !leaves_out(*code, session)) {
                votes.push(Cast {
                    session,
                    state,
                    zone,
                });
            }
        }
    }
    one_cut_for_two_kinds(&mut votes);
    votes
}

/// Where only two kinds of vote were cast, the lower kind lies below the one cut, the other above.
fn one_cut_for_two_kinds(votes: &mut [Cast]) {
    let cast = |zone| votes.iter().any(|v| v.zone == zone);
    let becomes = match Zone::ALL.map(cast) {
        [true, true, false] => Zone::Above,
        [false, true, true] => Zone::Below,
        _ => return,
    };
    for vote in votes.iter_mut().filter(|v| v.zone == Zone::Between) {
        vote.zone = becomes;
    }
}

fn paths(state_sessions: &[StateSession]) -> Vec<Path> {
    let mut of_state: std::collections::BTreeMap<Ccode, Vec<u32>> =
        std::collections::BTreeMap::new();
    for (knot, place) in state_sessions.iter().zip(0u32..) {
        of_state.entry(knot.state).or_default().push(place);
    }
    of_state
        .into_iter()
        .map(|(state, knots)| {
            let sessions: Vec<u16> = knots
                .iter()
                .map(|k| state_sessions[*k as usize].session)
                .collect();
            let gaps = sessions.windows(2).map(|w| w[1] - w[0]).collect();
            Path { state, knots, gaps }
        })
        .collect()
}

/// Groups of places in the record that are votes on the same text, in the order of the record.
fn same_text(
    admitted: &[usize],
    roll_calls: &[RollCallView<'_>],
    repeats: &[(u32, u32)],
) -> Vec<Vec<usize>> {
    let place_of: HashMap<u32, usize> = admitted
        .iter()
        .map(|p| (roll_calls[*p].roll_call.rcid, *p))
        .collect();
    let mut first: HashMap<usize, usize> = admitted.iter().map(|p| (*p, *p)).collect();
    fn root(first: &HashMap<usize, usize>, mut place: usize) -> usize {
        while first[&place] != place {
            place = first[&place];
        }
        place
    }
    for (a, b) in repeats {
        if let (Some(a), Some(b)) = (place_of.get(a), place_of.get(b)) {
            let (a, b) = (root(&first, *a), root(&first, *b));
            first.insert(a.max(b), a.min(b));
        }
    }
    let mut groups: std::collections::BTreeMap<usize, Vec<usize>> =
        std::collections::BTreeMap::new();
    for place in admitted {
        groups.entry(root(&first, *place)).or_default().push(*place);
    }
    groups.into_values().collect()
}
