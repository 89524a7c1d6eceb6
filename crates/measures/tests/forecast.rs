//! What holds of forecasts whatever the votes.

use entente_evidence::{Evidence, RollCall, Tables, Vote};
use entente_measures::IssueFilter;
use entente_measures::forecast::{
    Example, Likeness, Mix, Outlook, Record, Recurrence, Standing, VoteModel,
};
use entente_states::Ccode;
use jiff::civil::{Date, date};
use proptest::prelude::*;

const STATES: [Ccode; 4] = [Ccode(2), Ccode(20), Ccode(70), Ccode(140)];
const QUESTIONS: [&str; 4] = [
    "The right to food",
    "Situation in the Syrian Golan",
    "Arms trade treaty",
    "Oceans, seas and their law",
];
const FIRST: u16 = 40;
const LAST: u16 = 49;

/// A record of ten sessions: `asked` says which questions come up in a session, `vote` how a state votes.
fn record(asked: impl Fn(u16, usize) -> bool, vote: impl Fn(u16, usize, usize) -> u8) -> Record {
    let mut tables = Tables::default();
    for session in FIRST..=LAST {
        for (question, title) in QUESTIONS.iter().enumerate() {
            if !asked(session, question) {
                continue;
            }
            let rcid = u32::from(session) * 10 + question as u32;
            tables.roll_calls.push(RollCall {
                title: Some((*title).to_owned()),
                ..RollCall::plain(
                    rcid,
                    session,
                    date(1945 + session as i16, 11, 1 + question as i8),
                )
            });
            for (place, state) in STATES.iter().enumerate() {
                let vote = vote(session, question, place);
                if vote > 0 {
                    tables.votes.push(Vote {
                        ccode: *state,
                        rcid,
                        vote,
                    });
                }
            }
        }
    }
    let evidence = Evidence::from_tables(tables);
    let as_of = evidence.as_of(Date::MAX);
    let (roll_calls, votes) = (as_of.roll_calls().unwrap(), as_of.votes().unwrap());
    Record::of(roll_calls, votes, &[IssueFilter::All], |_| true)
}

const MIX: Mix = Mix {
    pool: 0.25,
    new: 0.4,
};

/// Every question every year: the first two states alike throughout, the third against them, the fourth
/// abstaining.
#[test]
fn what_never_changes_is_expected_again() {
    let record = record(|_, _| true, |_, _, state| [1, 1, 3, 2][state]);
    let outlook = Outlook::on(LAST + 1, &record);
    let expected = |a: usize, b: usize| outlook.of(0, STATES[a], STATES[b], MIX).expected;
    for (a, b, coincidence) in [(0, 1, 1.0), (0, 2, 0.0), (2, 3, 0.5), (3, 1, 0.5)] {
        assert!((expected(a, b) - coincidence).abs() < 1e-6, "{a} {b}");
        assert_eq!(expected(a, b), expected(b, a));
    }
    assert!(
        (3.0..=4.0).contains(&outlook.roll_calls[0]),
        "{:?}",
        outlook.roll_calls
    );
    // Nothing is known of a state that never voted: it is expected to do as the world.
    let unknown = outlook.of(0, Ccode(2), Ccode(950), MIX).expected;
    assert!((0.4..0.6).contains(&unknown), "{unknown}");
}

/// Every year, every second, only once: of a question each.
#[test]
fn what_came_every_second_year_is_expected_every_second_year() {
    let record = record(
        |session, question| match question {
            0 => true,
            1 => session % 2 == 0,
            2 => session % 2 == 1,
            _ => session == LAST - 3,
        },
        |_, _, _| 1,
    );
    let learned = Recurrence::learned(&record);
    let standing = Standing::before(LAST + 1, &record);
    let probability = |question: usize| {
        // The last session is the lowest bit.
        let past = [0b111_111, 0b101_010, 0b010_101, 0b001_000][question];
        let of = standing.iter().find(|s| s.past == past);
        learned.probability(of.unwrap(), &record)
    };
    assert!(probability(0) > 0.8, "{}", probability(0));
    assert!(probability(1) > 0.6, "{}", probability(1));
    assert!(probability(2) < 0.3, "{}", probability(2));
    assert!(probability(3) < 0.25, "{}", probability(3));
}

#[test]
fn an_absent_state_is_taken_to_vote_like_its_likest() {
    // The second misses every vote on the last question, else votes with the first.
    let record = record(
        |_, _| true,
        |_, question, state| match (state, question) {
            (1, 3) => 0,
            (0 | 1, _) => 1,
            _ => 3,
        },
    );
    let likeness = Likeness::before(LAST + 1, &record);
    let last = record.roll_calls() - 1;
    // Of the votes cast on it a third are yes; a few dozen votes alike weigh more than that, if not much.
    let [yes, abstain, no] = likeness.votes_of(1, record.votes(last));
    assert!(
        yes > 0.34 && abstain == 0.0 && no > 0.1,
        "{yes} {abstain} {no}"
    );
    let [yes, _, no] = likeness.votes_of(2, record.votes(last));
    assert!(no > yes, "{yes} {no}");
}

#[test]
fn votes_that_never_change_are_forecast_surely() {
    let record = record(
        |_, _| true,
        |_, question, state| [1, 2, 3][(question + state) % 3],
    );
    let examples: Vec<(Example, u8)> = (FIRST + 2..=LAST)
        .flat_map(|session| Example::of_session(session, &record, |_| true))
        .collect();
    assert_eq!(examples.len(), 8 * 16);
    let model = VoteModel::learned(examples.iter());
    for (example, vote) in &examples {
        let probability = model.probabilities(example)[usize::from(vote - 1)];
        assert!(probability > 0.8, "{example:?} {probability}");
    }
}

proptest! {
    #[test]
    fn outlooks_keep_their_bounds(
        asked in prop::collection::vec(any::<bool>(), 40),
        votes in prop::collection::vec(0u8..=3, 160),
        mix in 0usize..Mix::GRID.len(),
    ) {
        let place = |session: u16, question: usize| usize::from(session - FIRST) * 4 + question;
        let record = record(
            |session, question| asked[place(session, question)],
            |session, question, state| votes[place(session, question) * 4 + state],
        );
        let outlook = Outlook::on(LAST + 1, &record);
        for item in &outlook.items {
            prop_assert!((0.0..=1.0).contains(&item.probability));
        }
        let whole = outlook.whole(0);
        let stranger = Ccode(950);
        for a in STATES {
            let others = STATES.into_iter().chain([stranger]);
            for b in others.filter(|b| *b != a) {
                // A pair asked for by itself, or among all.
                prop_assert_eq!(outlook.sums(0, a, b), whole.sums(a, b));
                let pair = outlook.of(0, a, b, Mix::GRID[mix]);
                prop_assert_eq!(pair.expected.to_bits(), outlook.of(0, b, a, Mix::GRID[mix]).expected.to_bits());
                prop_assert!(pair.expected.is_nan() || (-1e-6..=1.0 + 1e-6).contains(&pair.expected));
                prop_assert!(pair.spread.is_nan() || pair.spread >= 0.0199);
            }
        }
        for (example, _) in Example::of_session(LAST, &record, |_| true) {
            let sum: f32 = example.like.iter().sum();
            prop_assert!((sum - 1.0).abs() < 1e-5);
        }
    }
}
