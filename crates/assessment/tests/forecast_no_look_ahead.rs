//! What a forecast says as of a date does not change by one bit when later records are altered, and no
//! session's score when later sessions are.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use entente_assessment::{
    Fits, ForecastRow, Forecasts, Party, ResolutionForecast, backtest, session_forecast,
};
use entente_evidence::{Evidence, Record, RollCall, RollCallIssue, Symbol, Tables, Vote};
use entente_measures::{IssueFilter, Selector};
use jiff::civil::{Date, date};

/// The sessions of the test, from the first that a forecast of the seventieth looks back on.
const SESSIONS: std::ops::RangeInclusive<u16> = 50..=74;
/// States with COW numbers up to this: the Americas.
const LAST_STATE: u16 = 165;

static RECORD: LazyLock<Tables> = LazyLock::new(|| {
    let evidence = Evidence::embedded().unwrap();
    let all = evidence.as_of(Date::MAX);
    let roll_calls: Vec<RollCall> = all
        .rows::<RollCall>()
        .unwrap()
        .map(std::borrow::Cow::into_owned)
        .filter(|r| SESSIONS.contains(&r.session))
        .collect();
    let kept: HashSet<u32> = roll_calls.iter().map(|r| r.rcid).collect();
    let votes = all
        .select::<Vote>(|v| v.ccode.0 <= LAST_STATE && kept.contains(&v.rcid))
        .unwrap()
        .map(std::borrow::Cow::into_owned)
        .collect();
    let roll_call_issues = all
        .select::<RollCallIssue>(|i| kept.contains(&i.rcid))
        .unwrap()
        .map(std::borrow::Cow::into_owned)
        .collect();
    Tables {
        roll_calls,
        votes,
        roll_call_issues,
        ..Tables::default()
    }
});

/// The record with everything altered that is `later`: votes turned round, titles taken from others,
/// issues dropped.
fn altered(later: impl Fn(&RollCall) -> bool) -> Evidence {
    let mut tables = RECORD.clone();
    let of: HashMap<u32, bool> = tables
        .roll_calls
        .iter()
        .map(|r| (r.rcid, later(r)))
        .collect();
    let titles: Vec<Option<String>> = tables.roll_calls.iter().map(|r| r.title.clone()).collect();
    for (place, roll_call) in tables.roll_calls.iter_mut().enumerate() {
        if of[&roll_call.rcid] {
            roll_call.title = titles[(place * 7 + 3) % titles.len()].clone();
            roll_call.paragraph = Some(place % 2 == 0);
        }
    }
    for vote in &mut tables.votes {
        if of[&vote.rcid] {
            vote.vote = 4 - vote.vote.min(3);
        }
    }
    tables.roll_call_issues.retain(|i| !of[&i.rcid]);
    Evidence::from_tables(tables)
}

fn sets() -> Vec<Selector> {
    IssueFilter::every().map(Selector::of_issue).collect()
}

fn forecast(evidence: &Evidence, date: Date) -> (Vec<ForecastRow>, Option<ResolutionForecast>) {
    let as_of = evidence.as_of(date);
    let session = session_forecast(&as_of).unwrap().unwrap();
    let party = |name| Party::of(entente_states::system().resolve(name).unwrap());
    let forecasts = Forecasts::of(session, &as_of, &sets(), &Fits::nowhere()).unwrap();
    let symbol = Symbol::parse("A/RES/70/234")
        .or(Symbol::parse("R/70/5"))
        .unwrap();
    let resolution = forecasts.of_resolution(&symbol, &[party("USA"), party("MEX")], &as_of);
    (
        forecasts.of_partners(&party("USA"), &as_of),
        resolution.unwrap(),
    )
}

#[test]
fn later_records_change_nothing() {
    let whole = Evidence::from_tables(RECORD.clone());
    // Before a session, while one is under way, and after.
    for date in [date(2016, 9, 1), date(2016, 11, 20), date(2017, 1, 10)] {
        let other = altered(|r| r.known_from() > date);
        assert_eq!(forecast(&whole, date), forecast(&other, date), "{date}");
    }
}

/// The test above could not fail if nothing were read.
#[test]
fn earlier_records_change_it() {
    let whole = Evidence::from_tables(RECORD.clone());
    let other = altered(|r| r.session == 70);
    let day = date(2016, 9, 1);
    assert_ne!(forecast(&whole, day), forecast(&other, day));
}

#[test]
fn later_sessions_change_no_score() {
    let whole = Evidence::from_tables(RECORD.clone());
    let other = altered(|r| r.session > 70);
    let run = |evidence: &Evidence, to: u16| {
        backtest(69..=to, &evidence.as_of(Date::MAX), &sets(), &|| {}).unwrap()
    };
    assert_eq!(run(&whole, 70), run(&other, 70));
    assert_ne!(run(&whole, 71).rows, run(&other, 71).rows);
    // A longer replay has the same rows where they overlap.
    let (short, long) = (run(&whole, 69), run(&whole, 70));
    assert_eq!(short.rows, long.rows[..short.rows.len()]);
}
