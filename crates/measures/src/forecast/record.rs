//! The roll calls that a forecast is made from.

use std::collections::HashMap;
use std::ops::Range;

use entente_evidence::{RollCallView, VoteMatrix};
use entente_states::Ccode;

use super::pairs::Pairs;
use super::series::{Questions, Series, is_part, link};
use crate::Admits;

/// Roll calls and every state's vote on each, with the sets that are asked for.
///
/// Roll calls are numbered from 0 in the order of sessions.
#[derive(Clone, Debug)]
pub struct Record {
    states: Vec<Ccode>,
    /// Where each roll call lies in the list that it was taken from.
    places: Vec<usize>,
    sessions: Vec<u16>,
    votes: Vec<u8>,
    parts: Vec<bool>,
    sets: Vec<Vec<bool>>,
    /// The same but for sessions whose codes are set aside.
    kinds: Vec<Vec<bool>>,
    series: Series,
}

impl Record {
    /// The roll calls that `keep` picks, of all those known.
    ///
    /// `roll_calls` are those of the matrix, in its order ([`AsOf::roll_calls`]): by session.
    ///
    /// [`AsOf::roll_calls`]: entente_evidence::AsOf::roll_calls
    pub fn of(
        roll_calls: &[RollCallView<'_>],
        matrix: &VoteMatrix,
        sets: &[impl Admits],
        keep: impl Fn(&RollCallView<'_>) -> bool,
    ) -> Self {
        Record::linked(roll_calls, matrix, sets, keep, link)
    }

    /// The same, the links read off those of a longer list where they can be.
    pub fn among(
        questions: &Questions,
        roll_calls: &[RollCallView<'_>],
        matrix: &VoteMatrix,
        sets: &[impl Admits],
        keep: impl Fn(&RollCallView<'_>) -> bool,
    ) -> Self {
        Record::linked(roll_calls, matrix, sets, keep, |kept| questions.of(kept))
    }

    fn linked(
        roll_calls: &[RollCallView<'_>],
        matrix: &VoteMatrix,
        sets: &[impl Admits],
        keep: impl Fn(&RollCallView<'_>) -> bool,
        link: impl Fn(&[&RollCallView<'_>]) -> Series,
    ) -> Self {
        let places: Vec<usize> = (0..roll_calls.len())
            .filter(|place| keep(&roll_calls[*place]))
            .collect();
        let states = matrix.states().to_vec();
        let mut votes = vec![0; places.len() * states.len()];
        for (column, state) in states.iter().enumerate() {
            let row = matrix.votes_of(*state).unwrap_or_default();
            for (roll_call, place) in places.iter().enumerate() {
                // Absence is no vote, whether the source says so or not.
                let vote = row[*place];
                votes[roll_call * states.len() + column] = if vote <= 3 { vote } else { 0 };
            }
        }
        let roll_calls: Vec<&RollCallView<'_>> = places.iter().map(|p| &roll_calls[*p]).collect();
        let series = link(&roll_calls);
        let admitted: Vec<Vec<bool>> = sets
            .iter()
            .map(|set| roll_calls.iter().map(|v| set.admits(v)).collect())
            .collect();
        let kinds = admitted
            .iter()
            .map(|admitted| without_slips(admitted, &roll_calls, &series));
        Record {
            kinds: kinds.collect(),
            sessions: roll_calls.iter().map(|v| v.roll_call.session).collect(),
            parts: roll_calls.iter().map(|v| is_part(v)).collect(),
            sets: admitted,
            series,
            places,
            states,
            votes,
        }
    }

    /// The states that ever voted, by COW number.
    pub fn states(&self) -> &[Ccode] {
        &self.states
    }

    /// How many roll calls there are.
    pub fn roll_calls(&self) -> usize {
        self.sessions.len()
    }

    /// Where a roll call lies in the list that it was taken from.
    pub fn place(&self, roll_call: usize) -> usize {
        self.places[roll_call]
    }

    /// The session of a roll call.
    pub fn session(&self, roll_call: usize) -> u16 {
        self.sessions[roll_call]
    }

    /// The last session with a roll call.
    pub fn last_session(&self) -> Option<u16> {
        self.sessions.last().copied()
    }

    /// The roll calls of some sessions.
    pub fn within(&self, sessions: Range<u16>) -> Range<usize> {
        let from = self.sessions.partition_point(|s| *s < sessions.start);
        let to = self.sessions.partition_point(|s| *s < sessions.end);
        from..to
    }

    /// Every state's vote on a roll call: 1 yes, 2 abstain, 3 no, 0 none.
    pub fn votes(&self, roll_call: usize) -> &[u8] {
        let n = self.states.len();
        &self.votes[roll_call * n..(roll_call + 1) * n]
    }

    /// Whether a roll call was on an amendment or a paragraph.
    pub fn is_part(&self, roll_call: usize) -> bool {
        self.parts[roll_call]
    }

    /// How many sets there are.
    pub fn sets(&self) -> usize {
        self.sets.len()
    }

    /// Whether a roll call is to be taken as one of a set. So it is if it is in it, but for sessions
    /// where a set falls on quite other questions than before: there it is if the series' roll call
    /// before was.
    ///
    /// In session 74 the published codes for colonialism and for economic development stand on the
    /// roll calls on disarmament.
    pub fn is_of_kind(&self, set: usize, roll_call: usize) -> bool {
        self.kinds[set][roll_call]
    }

    /// Whether a roll call is in a set, by the set's place in the list given.
    pub fn in_set(&self, set: usize, roll_call: usize) -> bool {
        self.sets[set][roll_call]
    }

    /// The number of a roll call's series.
    pub fn series(&self, roll_call: usize) -> u32 {
        self.series.of[roll_call]
    }

    /// Whether a roll call began a series: none of the sessions looked back on has one like it.
    pub fn is_new(&self, roll_call: usize) -> bool {
        self.series.new[roll_call]
    }

    /// The voting coincidence of every pair in a session and a set, by the formula of 2017.
    pub fn coincidence(&self, session: u16, set: usize) -> Pairs<Came> {
        let cast: Vec<&[u8]> = self
            .within(session..session + 1)
            .filter(|r| self.in_set(set, *r))
            .map(|r| self.votes(r))
            .collect();
        let columns: Vec<Vec<u8>> = (0..self.states.len())
            .map(|state| cast.iter().map(|votes| votes[state]).collect())
            .collect();
        Pairs::of(columns.len(), |a, b| Came::of(&columns[a], &columns[b]))
    }
}

/// A set with its slips mended; see [`Record::is_of_kind`].
fn without_slips(
    admitted: &[bool],
    roll_calls: &[&RollCallView<'_>],
    series: &Series,
) -> Vec<bool> {
    /// So many roll calls on known questions, of which no more than such a share were in the set
    /// before, are a slip.
    const FEWEST: usize = 5;
    const SHARE: f64 = 0.1;
    let mut kinds: Vec<bool> = Vec::with_capacity(admitted.len());
    let mut last: HashMap<u32, usize> = HashMap::new();
    let sessions = roll_calls.chunk_by(|a, b| a.roll_call.session == b.roll_call.session);
    for session in sessions {
        let places = kinds.len()..kinds.len() + session.len();
        let before = |place: usize| last.get(&series.of[place]).map(|p| kinds[*p]);
        let known = places.clone().filter(|p| admitted[*p]).filter_map(before);
        let (bore, all) = known.fold((0, 0), |(bore, all), b| (bore + usize::from(b), all + 1));
        let slip = all >= FEWEST && bore as f64 <= SHARE * all as f64;
        let of = |place: usize| match slip {
            true => before(place).unwrap_or(false),
            false => admitted[place],
        };
        let own: Vec<bool> = places.clone().map(of).collect();
        kinds.extend(own);
        last.extend(places.map(|p| (series.of[p], p)));
    }
    kinds
}

/// What a pair did in a session.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Came {
    /// Roll calls on which both voted.
    pub votes: u32,
    /// Voting coincidence, 0 to 1; `NaN` if they never both voted.
    pub coincidence: f32,
}

impl Came {
    /// Of two states' votes on the same roll calls.
    fn of(one: &[u8], other: &[u8]) -> Self {
        let (mut both, mut apart) = (0, 0);
        for (a, b) in one.iter().zip(other) {
            let met = u32::from(*a > 0) & u32::from(*b > 0);
            both += met;
            // Yes and no lie two apart, either one from abstention.
            apart += met * u32::from(a.abs_diff(*b));
        }
        Came {
            votes: both,
            coincidence: (both as f32 - 0.5 * apart as f32) / both as f32,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same, one abstained, opposite, one absent, both absent.
    #[test]
    fn coincidence_by_hand() {
        let came = Came::of(&[1, 2, 3, 1, 0], &[1, 3, 1, 0, 0]);
        assert_eq!(came.votes, 3);
        assert_eq!(came.coincidence, 0.5);
        assert!(Came::of(&[0, 1], &[1, 0]).coincidence.is_nan());
    }
}
