//! What holds of the counts and the indices whatever the votes.

use entente_evidence::{AsOf, Evidence, RollCall, Tables, Vote};
use entente_measures::{Index, Mask, PairCounts, Period, Selection, VotePlanes};
use entente_states::{Ccode, memberships::members_on};
use jiff::civil::{Date, date};
use proptest::prelude::*;

/// The United States, Canada (both from 1945), Romania (from 1955), Palau (from 1994) and the German
/// Democratic Republic (1973 to 1990).
const STATES: [Ccode; 5] = [Ccode(2), Ccode(20), Ccode(360), Ccode(986), Ccode(265)];
const DAYS: [Date; 4] = [
    date(1950, 10, 5),
    date(1980, 12, 11),
    date(1992, 11, 3),
    date(2010, 12, 8),
];
const ROLL_CALLS: usize = 150;

/// A record in which each state votes as its row says, the roll calls spread over four days.
fn record(states: &[Ccode], votes: &[Vec<u8>]) -> Evidence {
    let roll_calls = (0..ROLL_CALLS).map(|place| RollCall::plain(place as u32, 1, day(place)));
    let cast = states.iter().zip(votes).flat_map(|(state, row)| {
        let cast = row.iter().enumerate().filter(|(_, vote)| **vote != 0);
        cast.map(|(place, vote)| Vote {
            ccode: *state,
            rcid: place as u32,
            vote: *vote,
        })
    });
    Evidence::from_tables(Tables {
        roll_calls: roll_calls.collect(),
        votes: cast.collect(),
        ..Tables::default()
    })
}

fn day(place: usize) -> Date {
    DAYS[place * DAYS.len() / ROLL_CALLS]
}

fn planes(as_of: &AsOf<'_>) -> VotePlanes {
    VotePlanes::new(as_of.votes().unwrap(), as_of.roll_calls().unwrap())
}

/// Counts vote by vote, as the definitions read.
fn counted(votes: &[Vec<u8>], a: usize, b: usize, places: &[usize]) -> PairCounts {
    let mut counts = PairCounts::default();
    for &place in places {
        let cast: Vec<u8> = votes
            .iter()
            .map(|row| row[place])
            .filter(|vote| (1..=3).contains(vote))
            .collect();
        let [first, second] = [a, b].map(|state| {
            let vote = votes[state][place];
            (1..=3).contains(&vote).then(|| usize::from(vote) - 1)
        });
        let members = members_on("UN", day(place));
        let member =
            |state: usize, vote: Option<usize>| vote.is_some() || members.contains(&STATES[state]);
        if !member(a, first) || !member(b, second) {
            continue;
        }
        match (first, second) {
            (None, None) => counts.joint.neither += 1,
            (Some(first), None) => counts.joint.first_only[first] += 1,
            (None, Some(second)) => counts.joint.second_only[second] += 1,
            (Some(first), Some(second)) => {
                counts.joint.both[first][second] += 1;
                let distances = cast
                    .iter()
                    .flat_map(|v| cast.iter().map(|w| f64::from(v.abs_diff(*w)) / 2.0));
                let weight = distances.sum::<f64>() / (cast.len() * cast.len()) as f64;
                counts.weighted.total += weight;
                let contested = u32::from(cast.iter().any(|vote| *vote != cast[0]));
                match first.abs_diff(second) {
                    0 => {
                        counts.contested.same += contested;
                        counts.weighted.same += weight;
                    }
                    1 => {
                        counts.contested.partial += contested;
                        counts.weighted.partial += weight;
                    }
                    _ => counts.contested.opposite += contested,
                }
            }
        }
    }
    counts
}

fn alike(found: &PairCounts, expected: &PairCounts) -> bool {
    let weights = |c: &PairCounts| [c.weighted.same, c.weighted.partial, c.weighted.total];
    let near = |(x, y): (f64, f64)| (x - y).abs() < 1e-9;
    found.joint == expected.joint
        && found.contested == expected.contested
        && weights(found).into_iter().zip(weights(expected)).all(near)
}

/// Votes of five states; many alike, so that unanimous roll calls occur.
fn votes() -> impl Strategy<Value = Vec<Vec<u8>>> {
    let vote = prop::sample::select(vec![0u8, 1, 1, 1, 1, 2, 3, 8]);
    let row = prop::collection::vec(vote, ROLL_CALLS).prop_map(|mut row| {
        // Every state votes at least once, so that every state is in the matrix.
        row[ROLL_CALLS - 1] = 1;
        row
    });
    prop::collection::vec(row, STATES.len())
}

fn chosen() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(any::<bool>(), ROLL_CALLS)
        .prop_map(|chosen| (0..ROLL_CALLS).filter(|place| chosen[*place]).collect())
}

/// Any table of counts that could come of votes.
fn counts() -> impl Strategy<Value = PairCounts> {
    (votes(), chosen()).prop_map(|(votes, places)| counted(&votes, 0, 1, &places))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn planes_count_as_the_definitions_read(votes in votes(), places in chosen()) {
        let evidence = record(&STATES, &votes);
        let as_of = evidence.as_of(date(2020, 1, 1));
        let planes = planes(&as_of);
        let cell = Selection {
            period: Period::Session(1),
            set: 0,
            mask: Mask::of(places.iter().copied()),
        };
        let pairs = planes.cell_pairs(&cell);
        let mut rows = pairs.rows();
        let state = |place: usize| STATES.iter().position(|s| *s == planes.states()[place]).unwrap();
        for a in 0..STATES.len() {
            for b in a + 1..STATES.len() {
                let expected = counted(&votes, state(a), state(b), &places);
                let found = planes.counts(a, b, &cell.mask);
                prop_assert!(alike(&found, &expected), "{found:?}, expected {expected:?}");
                prop_assert_eq!(planes.counts(b, a, &cell.mask), found.swapped());
                if expected.joint.seated() > 0 {
                    let row = rows.next().unwrap();
                    prop_assert_eq!((row.first, row.second, row.counts), (a, b, found));
                }
            }
        }
        prop_assert_eq!(rows.next(), None);
    }

    /// Which number a state bears changes no count: here two founding members change places.
    #[test]
    fn names_of_states_do_not_matter(votes in votes(), places in chosen()) {
        let mask = Mask::of(places.iter().copied());
        let exchanged: Vec<Vec<u8>> = [1, 0, 2, 3, 4].map(|i| votes[i].clone()).to_vec();
        let [one, other] = [&votes, &exchanged].map(|votes| {
            let evidence = record(&STATES, votes);
            let as_of = evidence.as_of(date(2020, 1, 1));
            let planes = planes(&as_of);
            let place = |state: usize| planes.place(STATES[state]).unwrap();
            [(0, 1), (0, 2), (1, 2), (2, 3), (0, 4)]
                .map(|(a, b)| planes.counts(place(a), place(b), &mask))
        });
        prop_assert_eq!(other[0], one[0].swapped());
        prop_assert_eq!((other[1], other[2]), (one[2], one[1]));
        prop_assert_eq!(other[3], one[3]);
    }

    #[test]
    fn symmetric(counts in counts()) {
        for index in Index::ALL {
            prop_assert_eq!(index.of(&counts), index.of(&counts.swapped()));
        }
    }

    #[test]
    fn bounded(counts in counts()) {
        for index in Index::ALL {
            let from = match index {
                Index::Kappa | Index::KappaLinear | Index::KappaSquared => -1.0,
                Index::Pi | Index::PiLinear | Index::PiSquared => -1.0,
                Index::S | Index::SSquared => -1.0,
                _ => 0.0,
            };
            if let Some(value) = index.of(&counts) {
                prop_assert!((from - 1e-12..=1.0 + 1e-12).contains(&value), "{index:?} {value}");
            }
        }
    }

    #[test]
    fn yes_and_no_are_alike(votes in votes(), places in chosen()) {
        let swap = |vote: &u8| match vote { 1 => 3, 3 => 1, other => *other };
        let swapped: Vec<Vec<u8>> = votes.iter().map(|row| row.iter().map(swap).collect()).collect();
        let one = counted(&votes, 0, 1, &places);
        let other = counted(&swapped, 0, 1, &places);
        for index in Index::ALL {
            let [one, other] = [&one, &other].map(|counts| index.of(counts));
            prop_assert!(
                match (one, other) {
                    (Some(one), Some(other)) => (one - other).abs() < 1e-12,
                    (one, other) => one == other,
                },
                "{index:?}: {one:?}, {other:?}"
            );
        }
    }

    /// On the same votes S with absolute distances adds nothing to the coincidence.
    #[test]
    fn s_is_twice_the_coincidence_less_one(counts in counts()) {
        let coincidence = Index::Coincidence.of(&counts);
        let s = Index::S.of(&counts);
        prop_assert_eq!(s.is_some(), coincidence.is_some());
        if let (Some(s), Some(coincidence)) = (s, coincidence) {
            prop_assert!((s - (2.0 * coincidence - 1.0)).abs() < 1e-12);
        }
    }

    /// A state agrees with itself as far as anyone can.
    #[test]
    fn with_itself_one(votes in votes(), places in chosen()) {
        let counts = counted(&votes, 0, 0, &places);
        for index in Index::ALL {
            if let Some(value) = index.of(&counts) {
                prop_assert_eq!(value, 1.0, "{:?}", index);
            }
        }
    }
}

/// Palau joined on 15 December 1994: before, it is not absent but no member.
#[test]
fn a_state_is_not_absent_before_it_joined() {
    let mut votes = vec![vec![1u8; ROLL_CALLS]; STATES.len()];
    votes[3] = vec![0; ROLL_CALLS];
    votes[3][ROLL_CALLS - 1] = 3;
    let evidence = record(&STATES, &votes);
    let as_of = evidence.as_of(date(2020, 1, 1));
    let planes = planes(&as_of);
    let [usa, palau] = [2, 986].map(|code| planes.place(Ccode(code)).unwrap());
    let joint = planes.counts(usa, palau, &Mask::of(0..ROLL_CALLS)).joint;
    let in_2010 = (0..ROLL_CALLS)
        .filter(|place| day(*place) == DAYS[3])
        .count() as u32;
    assert_eq!(joint.both[0][2], 1);
    assert_eq!(joint.first_only, [in_2010 - 1, 0, 0]);
    assert_eq!(joint.seated(), in_2010);
}

/// Four votes split evenly weigh a half, a unanimous roll call nothing.
#[test]
fn weights_at_their_ends() {
    let mut votes = vec![vec![1u8; ROLL_CALLS]; 4];
    votes[0][0] = 3;
    votes[1][0] = 3;
    let evidence = record(&STATES[..4], &votes);
    let as_of = evidence.as_of(date(2020, 1, 1));
    let planes = planes(&as_of);
    let weighted = |place: usize| planes.counts(0, 1, &Mask::of([place])).weighted;
    assert_eq!((weighted(0).same, weighted(0).total), (0.5, 0.5));
    assert_eq!((weighted(1).same, weighted(1).total), (0.0, 0.0));
}

/// A full disk, say: the first error comes back and no later cell is handed on.
#[test]
fn an_error_ends_the_pass() {
    let votes = vec![vec![1u8; ROLL_CALLS]; STATES.len()];
    let evidence = record(&STATES, &votes);
    let as_of = evidence.as_of(date(2020, 1, 1));
    let cell = |place: usize| Selection {
        period: Period::Session(1),
        set: 0,
        mask: Mask::of([place]),
    };
    let cells: Vec<Selection> = (0..ROLL_CALLS).map(cell).collect();
    let mut taken = Vec::new();
    let ended = planes(&as_of).all_pairs(
        &cells,
        |pairs| pairs.cell().mask.clone(),
        |mask| {
            taken.push(mask);
            if taken.len() == 3 {
                Err("full")
            } else {
                Ok(())
            }
        },
    );
    assert_eq!(ended, Err("full"));
    assert_eq!(taken, [0, 1, 2].map(|place| Mask::of([place])));
}
