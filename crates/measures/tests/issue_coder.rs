//! The coder of issues on the embedded record, and on made-up ones that show that it never looks ahead.

use entente_evidence::{Evidence, Issue, RollCallView, end_of_month};
use entente_measures::issue_coder::{Basis, Coded, Described, code, evaluate};
use jiff::civil::{Date, date};
use proptest::prelude::*;

const TITLES: [&str; 8] = [
    "Nuclear disarmament",
    "Nuclear weapons and the rights of peoples",
    "Human rights and terrorism",
    "Rights of the child",
    "Report of the Human Rights Council for 2015",
    "Question of Guam",
    "Disarmament and development",
    "International trade and development",
];

/// A made-up roll call: days after 1 June 2010, title, further word, codes.
type Drawn = (u16, usize, usize, Option<u8>);

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    let codes = prop_oneof![4 => (0u8..64).prop_map(Some), 1 => Just(None)];
    prop::collection::vec((0u16..1500, 0..TITLES.len(), 0..4usize, codes), 30..120)
}

fn day(after: u16) -> Date {
    let days = jiff::Span::new().days(i64::from(after));
    date(2010, 6, 1).saturating_add(days)
}

/// A third of the titles carry a word that is in no other title of theirs.
fn titles(drawn: &[Drawn]) -> Vec<String> {
    let further = ["", " in Burundi", " in outer space", " and migration"];
    drawn
        .iter()
        .map(|(_, title, word, _)| format!("{}{}", TITLES[*title], further[*word]))
        .collect()
}

fn record<'a>(drawn: &[Drawn], titles: &'a [String]) -> Vec<Described<'a>> {
    let numbered = (1u32..).zip(drawn.iter().zip(titles));
    numbered
        .map(|(rcid, ((after, _, _, published), title))| Described {
            rcid,
            date: day(*after),
            session: 65,
            symbol: None,
            title: Some(title),
            description: None,
            agenda: None,
            subjects: None,
            committee: None,
            published: *published,
        })
        .collect()
}

/// What is ruled on a roll call that nobody has coded.
fn ruled(record: &[Described<'_>], rcid: u32) -> Option<Coded> {
    code(record).into_iter().find(|c| c.rcid == rcid)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever is taken away or altered on the day of a roll call and after, the rulings on it stay as they are, to
    /// the last bit of their probabilities.
    #[test]
    fn what_comes_later_changes_nothing(drawn in drawn(), of in 0..30usize, altered in 0u8..64) {
        let titles = titles(&drawn);
        let mut whole = record(&drawn, &titles);
        whole[of].published = None;
        let asked = whole[of];
        let found = ruled(&whole, asked.rcid);
        let is_past = |r: &Described<'_>| r.date < asked.date || r.rcid == asked.rcid;
        let past: Vec<_> = whole.iter().copied().filter(is_past).collect();
        prop_assert_eq!(&ruled(&past, asked.rcid), &found);
        let mut other = whole.clone();
        for later in other.iter_mut().filter(|r| !is_past(r)) {
            later.published = Some(altered);
            later.title = Some("Nuclear rights of Burundi");
            later.symbol = Some("A/RES/ES-10/21");
            later.session = 80;
        }
        prop_assert_eq!(&ruled(&other, asked.rcid), &found);
    }

    /// The order of the record does not matter.
    #[test]
    fn the_order_of_the_record_does_not_matter(drawn in drawn()) {
        let titles = titles(&drawn);
        let mut record = record(&drawn, &titles);
        let found = code(&record);
        record.reverse();
        prop_assert_eq!(code(&record), found);
    }

    /// Rulings are on what is not coded, and only words come with a probability, on whose side they are.
    #[test]
    fn rulings_are_sound(drawn in drawn()) {
        let titles = titles(&drawn);
        let record = record(&drawn, &titles);
        for coded in code(&record) {
            let published = record.iter().find(|r| r.rcid == coded.rcid).and_then(|r| r.published);
            prop_assert_eq!(published, None);
            prop_assert_eq!(coded.issues() & !coded.ruled(), 0);
            for ruling in &coded.rulings {
                prop_assert_eq!(ruling.probability.is_some(), ruling.basis == Basis::Words);
                if let Some(p) = ruling.probability {
                    prop_assert!((0.0..=1.0).contains(&p));
                    prop_assert_eq!(ruling.holds, p >= 0.5);
                }
            }
        }
    }
}

/// The embedded roll calls of sessions 46 to 74, with codes as published.
fn embedded<R>(read: impl FnOnce(&[Described<'_>]) -> R) -> R {
    let evidence = Evidence::embedded().unwrap();
    let as_of = evidence.as_of(date(2020, 6, 30));
    let views = as_of.roll_calls().unwrap().iter();
    let of_sessions = views.filter(|v| (46..=74).contains(&v.roll_call.session));
    let record: Vec<Described<'_>> = of_sessions.map(described).collect();
    read(&record)
}

fn described<'a>(view: &'a RollCallView<'_>) -> Described<'a> {
    let roll_call = view.roll_call;
    // Before session 70 the short title is cut off, and the description begins with the title.
    let short = roll_call.title.as_deref();
    let known = match roll_call.day_known {
        true => roll_call.date,
        false => end_of_month(roll_call.date),
    };
    Described {
        rcid: roll_call.rcid,
        date: known,
        session: roll_call.session,
        symbol: roll_call.symbol.as_deref(),
        title: short.filter(|_| roll_call.session >= 70),
        description: roll_call.description.as_deref(),
        agenda: None,
        subjects: None,
        committee: None,
        published: Some(view.issues),
    }
}

/// The publisher has resolution 74/112 on the dissemination of information on decolonization as of no issue, and
/// 74/66 on treaties of arms control as on colonialism and economic development.
#[test]
fn copied_codes_of_session_74_are_ruled_anew() {
    embedded(|record| {
        let coded = code(record);
        let of = |symbol: &str| {
            let rcid = record
                .iter()
                .find(|r| r.symbol == Some(symbol))
                .unwrap()
                .rcid;
            coded.iter().find(|c| c.rcid == rcid).unwrap()
        };
        let decolonization = of("A/RES/74/112");
        assert_eq!(decolonization.issues(), Issue::Colonialism.bit());
        let first = &decolonization.rulings[0];
        assert!(matches!(first.basis, Basis::Series { .. }), "{first:?}");
        assert_eq!(of("A/RES/74/66").issues(), 0);
        assert_eq!(
            of("A/RES/74/66").ruled(),
            Issue::Colonialism.bit() | Issue::Economic.bit()
        );
        assert_eq!(of("A/RES/74/201").issues(), Issue::Economic.bit());
    });
}

/// Rules do better than saying no to everything, on every issue.
#[test]
fn rules_do_better_than_saying_no() {
    embedded(|record| {
        let found = evaluate(record, 66..=72);
        for &issue in Issue::ALL {
            let counts = found.total(|c| c.issue == issue);
            assert!(counts.count() > 500, "{issue}: {counts:?}");
            assert!(
                counts.accuracy() > counts.accuracy_of_no(),
                "{issue}: {counts:?}"
            );
        }
    });
}
