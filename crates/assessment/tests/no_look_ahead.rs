//! What an assessment says as of a date does not change by one bit when later records are dropped,
//! shuffled or altered.

use std::collections::HashMap;
use std::sync::LazyLock;

use entente_assessment::{
    Assessment, Dossier, Fits, Machinery, Pair, Party, Question, gather, meetings, pairs,
    partners_evidence, ties_evidence, ties_rows, windows, windows_evidence,
};
use entente_evidence::{
    Election, Evidence, ForEachTable, Leader, LeaderSpell, Record, RollCall, Tables,
};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

/// A part of the embedded record that is small enough to alter a hundred times: all tables, for the
/// states of the test, thinned where they are long.
static RECORD: LazyLock<Tables> = LazyLock::new(|| {
    let evidence = Evidence::embedded().unwrap();
    let mut gather = Gather {
        evidence: &evidence,
        tables: Tables::default(),
    };
    gather.every().unwrap();
    gather.tables
});

const STATES: [(&str, u16); 5] = [
    ("USA", 2),
    ("MEX", 70),
    ("BRA", 140),
    ("RUS", 365),
    ("CHN", 710),
];

struct Gather<'e> {
    evidence: &'e Evidence,
    tables: Tables,
}

impl ForEachTable for Gather<'_> {
    type Error = entente_evidence::EvidenceError;
    fn table<R: Record>(&mut self) -> Result<(), Self::Error> {
        let all = self.evidence.as_of(Date::MAX);
        let rows: Vec<R> = all.rows::<R>()?.map(std::borrow::Cow::into_owned).collect();
        // Roll calls are kept whole, for votes and issues hang on them.
        let step = if rows.len() > 20_000 {
            rows.len() / 20_000
        } else {
            1
        };
        *R::of_mut(&mut self.tables) = rows.into_iter().step_by(step).collect();
        Ok(())
    }
}

/// What is done to later records.
#[derive(Clone, Copy, Debug)]
enum Meddling {
    Drop,
    Shuffle,
    Alter,
}

struct Meddle {
    tables: Tables,
    date: Date,
    how: Meddling,
    seed: u64,
    roll_calls: HashMap<u32, Date>,
}

fn known(row: &impl Record, roll_calls: &HashMap<u32, Date>) -> Date {
    match row.roll_calls() {
        Some(rcids) => rcids
            .iter()
            .map(|id| roll_calls.get(id).copied().unwrap_or(Date::MAX))
            .max()
            .unwrap_or(Date::MAX),
        None => row.known_from(),
    }
}

impl ForEachTable for Meddle {
    type Error = std::convert::Infallible;
    fn table<R: Record>(&mut self) -> Result<(), Self::Error> {
        let date = self.date;
        let rows = std::mem::take(R::of_mut(&mut self.tables));
        let (mut kept, mut later): (Vec<R>, Vec<R>) = rows
            .into_iter()
            .partition(|row| known(row, &self.roll_calls) <= date);
        match self.how {
            Meddling::Drop => later.clear(),
            Meddling::Shuffle => {
                let half = later.len() / 2;
                later.rotate_left(half);
                later.reverse();
            }
            // Every later row becomes a copy of some other later row: other states, figures, dates.
            Meddling::Alter if !later.is_empty() => {
                let source = later.clone();
                let mut state = self.seed | 1;
                for row in &mut later {
                    state = state
                        .wrapping_mul(6_364_136_223_846_793_005)
                        .wrapping_add(1);
                    *row = source[(state >> 33) as usize % source.len()].clone();
                }
            }
            Meddling::Alter => {}
        }
        // Later rows stand before, between and after the others.
        let at = kept.len() / 3;
        let mut tail = kept.split_off(at);
        let rest = later.split_off(later.len() / 2);
        kept.append(&mut later);
        kept.append(&mut tail);
        kept.extend(rest);
        *R::of_mut(&mut self.tables) = kept;
        Ok(())
    }
}

fn meddled(date: Date, how: Meddling, seed: u64) -> Evidence {
    let roll_calls = RECORD
        .roll_calls
        .iter()
        .map(|r: &RollCall| (r.rcid, r.known_from()))
        .collect();
    let mut meddle = Meddle {
        tables: RECORD.clone(),
        date,
        how,
        seed,
        roll_calls,
    };
    let Ok(()) = meddle.every();
    let mut tables = meddle.tables;
    move_ends(&mut tables, date);
    Evidence::from_tables(tables)
}

/// The end of a spell is a record of its own: an end after the date may be any later one, or none.
fn move_ends(tables: &mut Tables, date: Date) {
    for leader in &mut tables.leaders {
        let Leader { until_month, .. } = leader;
        if until_month.is_some_and(|month| entente_evidence::end_of_month(month) > date) {
            *until_month = None;
        }
    }
    for LeaderSpell { until, exit, .. } in &mut tables.leader_spells {
        if until.is_some_and(|until| until > date) {
            *until = None;
            *exit = Some("altered".to_owned());
        }
    }
    for spell in &mut tables.contiguity {
        if spell.until.is_some_and(|until| until > date) {
            spell.until = Some(Date::MAX);
        }
    }
    for spell in &mut tables.alliances {
        if entente_evidence::end_of_year(spell.last_year) > date {
            let first = spell.first_year;
            let year = u16::try_from(date.year()).unwrap();
            // Through the last year that has ended by the date, and no further.
            spell.last_year = if date.month() == 12 && date.day() == 31 {
                year
            } else {
                year - 1
            }
            .max(first);
        }
    }
}

fn assessed(evidence: &Evidence, names: &[String], date: Date) -> String {
    let (name, dossier) = &Dossier::shipped()[0];
    let resolve = |name: &String| entente_states::system().resolve(name).unwrap().ccode;
    let about = names.iter().all(|n| dossier.holds(resolve(n)));
    let question = Question {
        dossier: about.then_some((*name, dossier)),
        side: names.first().map(String::as_str),
        ..Question::about(names)
    };
    match Assessment::of(&question, &Fits::nowhere(), &evidence.as_of(date)) {
        Ok(assessment) => serde_json::to_string(&assessment).unwrap(),
        Err(error) => error.to_string(),
    }
}

/// Every measure of interdependence of every pair, and how far each table reaches.
fn ties(evidence: &Evidence, names: &[String], date: Date) -> String {
    let as_of = evidence.as_of(date);
    let parties: Vec<Party> = names
        .iter()
        .map(|name| Party::of(entente_states::system().resolve(name).unwrap()))
        .collect();
    let rows: Vec<_> = pairs(&parties)
        .iter()
        .map(|pair: &Pair| ties_rows(pair, &as_of, None, None).unwrap())
        .collect();
    serde_json::to_string(&(rows, ties_evidence(&as_of).unwrap())).unwrap()
}

/// Every window from thirty years before the date to ten years after it.
fn windows_around(evidence: &Evidence, names: &[String], date: Date) -> String {
    let as_of = evidence.as_of(date);
    let parties: Vec<Party> = names
        .iter()
        .map(|name| Party::of(entente_states::system().resolve(name).unwrap()))
        .collect();
    let span = (date - 30.years(), date + 10.years());
    let held = meetings(&parties, &Dossier::shipped()[0].1, &as_of).unwrap();
    let found = windows(&parties, span, &as_of, held).unwrap();
    serde_json::to_string(&(found, windows_evidence(&as_of).unwrap())).unwrap()
}

/// The mechanisms and the contact of every pair, with the shipped dossier where it fits.
fn machinery(evidence: &Evidence, names: &[String], date: Date) -> String {
    let as_of = evidence.as_of(date);
    let parties: Vec<Party> = names
        .iter()
        .map(|name| Party::of(entente_states::system().resolve(name).unwrap()))
        .collect();
    let dossier = &Dossier::shipped()[0].1;
    let all: Vec<_> = pairs(&parties)
        .iter()
        .map(|pair: &Pair| {
            let fits = dossier.holds(pair.ccode1) && dossier.holds(pair.ccode2);
            let found = Machinery::of(pair, fits.then_some(dossier), &as_of).unwrap();
            (serde_json::to_string(&found).unwrap(), found.notes)
        })
        .collect();
    format!("{all:?}")
}

/// What candidates have by every criterion that is read from tables; the forecast and the ideal points
/// have their own tests.
fn candidates(evidence: &Evidence, names: &[String], date: Date) -> String {
    let as_of = evidence.as_of(date);
    let mut parties: Vec<Party> = names
        .iter()
        .map(|name| Party::of(entente_states::system().resolve(name).unwrap()))
        .collect();
    let state = parties.remove(0);
    let found = gather(&state, parties, None, None, &as_of).unwrap();
    let used = serde_json::to_string(&partners_evidence(&as_of).unwrap()).unwrap();
    format!("{:?} {used}", found.measured)
}

fn some_states() -> impl Strategy<Value = Vec<String>> {
    prop::sample::subsequence(STATES.map(|s| s.0.to_owned()).to_vec(), 2..=3)
}

proptest! {
    // Each case makes four whole assessments, forecasts and ideal points included: seconds each.
    #![proptest_config(ProptestConfig { cases: 10, ..ProptestConfig::default() })]

    #[test]
    fn later_records_change_nothing(
        names in some_states(),
        year in 1947i16..2024,
        month in 1i8..=12,
        day in 1i8..=28,
        seed in any::<u64>(),
    ) {
        let date = date(year, month, day);
        let record = Evidence::from_tables(RECORD.clone());
        let before = (
            assessed(&record, &names, date),
            ties(&record, &names, date),
            machinery(&record, &names, date),
            windows_around(&record, &names, date),
            candidates(&record, &names, date),
        );
        for how in [Meddling::Drop, Meddling::Shuffle, Meddling::Alter] {
            let meddled = meddled(date, how, seed);
            let after = assessed(&meddled, &names, date);
            prop_assert!(before.0 == after, "{how:?} of records later than {date} changed the assessment");
            let after = ties(&meddled, &names, date);
            prop_assert!(before.1 == after, "{how:?} of records later than {date} changed the ties");
            let after = machinery(&meddled, &names, date);
            prop_assert!(before.2 == after, "{how:?} of records later than {date} changed the machinery");
            let after = windows_around(&meddled, &names, date);
            prop_assert!(before.3 == after, "{how:?} of records later than {date} changed the windows");
            let after = candidates(&meddled, &names, date);
            prop_assert!(before.4 == after, "{how:?} of records later than {date} changed the partners");
        }
    }
}

/// The test above could not fail if nothing were read: dropping earlier records must show.
#[test]
fn earlier_records_do_change_it() {
    let names = ["USA".to_owned(), "MEX".to_owned()];
    let full = assessed(
        &Evidence::from_tables(RECORD.clone()),
        &names,
        date(2021, 2, 1),
    );
    let earlier = assessed(
        &meddled(date(2015, 1, 1), Meddling::Drop, 1),
        &names,
        date(2021, 2, 1),
    );
    assert_ne!(full, earlier);
    let full = ties(
        &Evidence::from_tables(RECORD.clone()),
        &names,
        date(2021, 2, 1),
    );
    let earlier = ties(
        &meddled(date(2015, 1, 1), Meddling::Drop, 1),
        &names,
        date(2021, 2, 1),
    );
    assert_ne!(full, earlier);
    let full = Evidence::from_tables(RECORD.clone());
    let earlier = meddled(date(2015, 1, 1), Meddling::Drop, 1);
    assert_ne!(
        machinery(&full, &names, date(2021, 2, 1)),
        machinery(&earlier, &names, date(2021, 2, 1))
    );
}

#[test]
fn earlier_records_do_change_the_windows() {
    let names = ["USA".to_owned(), "MEX".to_owned()];
    let record = Evidence::from_tables(RECORD.clone());
    let earlier = meddled(date(2015, 1, 1), Meddling::Drop, 1);
    let on = date(2021, 2, 1);
    assert_ne!(
        windows_around(&record, &names, on),
        windows_around(&earlier, &names, on)
    );
}

#[test]
fn plans_are_not_events() {
    let evidence = Evidence::embedded().unwrap();
    let before = evidence.as_of(date(2021, 2, 1));
    let plans = |as_of: &entente_evidence::AsOf<'_>| {
        as_of
            .rows::<Election>()
            .unwrap()
            .filter(|e| e.kind == entente_evidence::ElectionKind::Plan)
            .count()
    };
    assert_eq!(plans(&before), 0);
    assert_eq!(plans(&evidence.as_of(date(2021, 4, 1))), 141);
}
