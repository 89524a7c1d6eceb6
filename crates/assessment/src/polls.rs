//! National votes, held and expected: REIGN's list to its end, and the World Factbook's words after it, as one.

use std::collections::BTreeSet;

use entente_evidence::polling_days::{self, Expected};
use entente_evidence::{AsOf, Election, ElectionKind, ElectionNotice, EvidenceError, TableId};
use entente_measures::cycles::days;
use entente_states::Ccode;
use entente_states::terms::{Of, rules_on};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::tenures::Tenures;

#[cfg(test)]
mod tests;

/// For how long the executive's votes in REIGN's list show that its head is elected.
const ELECTED_YEARS: i16 = 30;

/// The longest time from a vote of the executive to the leader who enters by it.
const LONGEST_TO_ENTRY_DAYS: i32 = 400;

/// A leader who enters within this time of a legislature's vote entered by it; one who enters later, until
/// [`LONGEST_TO_ENTRY_DAYS`], may have.
const SOON_AFTER_DAYS: i32 = 90;

/// A national vote or referendum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Poll {
    /// The day; of a month, a year or a time before a deadline the last.
    pub date: Date,
    /// Whether the day itself is on record.
    pub day_known: bool,
    /// The first day of a time that is longer than a month, or may be.
    pub from: Option<Date>,
    /// Held, or planned.
    pub kind: ElectionKind,
    /// X executive, L legislature, R referendum.
    pub types: String,
    /// Whether the leader changed; empty where not known.
    pub changed: Option<bool>,
    /// Whether it was a second round; empty where not known.
    pub runoff: Option<bool>,
    /// The list's words for it.
    pub words: String,
    /// The list.
    pub table: TableId,
}

/// A state's votes held by the date of reading, and those planned after it, by day.
///
/// What the World Factbook expects takes the place of REIGN's plans, which are of March 2021.
///
/// # Errors
/// If a table cannot be read.
pub(crate) fn polls(state: Ccode, as_of: &AsOf<'_>) -> Result<Vec<Poll>, EvidenceError> {
    let date = as_of.date();
    let mut found: Vec<Poll> = as_of
        .select::<Election>(|e| e.ccode == state && e.kind != ElectionKind::Other)?
        .map(|e| Poll::of(&e))
        .collect();
    let ends = as_of.table_use::<Election>()?.horizon;
    let elected = found.iter().any(|p| {
        p.types.contains('X') && p.date.year() >= date.year().saturating_sub(ELECTED_YEARS)
    });
    let notices = notices(state, elected, as_of)?;
    let standing: Vec<&Notice> = notices.iter().filter(|n| n.stands).collect();
    for of in ["X", "L"] {
        // A plan of the older list is void where the newer speaks of the same office.
        if standing.iter().any(|n| n.of == of) {
            found.retain(|p| p.kind != ElectionKind::Plan || !p.types.contains(of));
        }
    }
    let covered = ends.filter(|_| found.iter().any(|p| p.kind == ElectionKind::Vote));
    let mut held = BTreeSet::new();
    for notice in &notices {
        for (day, runoff) in notice.held.iter().flat_map(polling_rounds) {
            if day <= date && covered.is_none_or(|end| day > end) && held.insert((notice.of, day)) {
                found.push(notice.vote(day, runoff));
            }
        }
    }
    let tenures = Tenures::of(state, as_of)?;
    for vote in found
        .iter_mut()
        .filter(|p| p.table == TableId::ElectionNotice)
    {
        vote.changed = changed(vote, &tenures);
    }
    let mut expected = BTreeSet::new();
    for notice in standing {
        let Some(plan) = notice.expected.filter(|e| last_day(*e) > date) else {
            continue;
        };
        // Where the law fixes the day, it says more than the month does, and that the day may be over.
        let fixed = day_by_rule(state, notice.of, plan, date);
        if fixed.is_none() && expected.insert((notice.of, plan)) {
            found.push(notice.plan(plan, date));
        } else if let Some(day) = fixed.filter(|day| *day > date)
            && expected.insert((notice.of, Expected::On(day)))
        {
            found.push(notice.plan(Expected::On(day), date));
        }
    }
    found.retain(|p| p.kind == ElectionKind::Vote || p.date > date || p.table == TableId::Election);
    found.sort_by(|a, b| (a.date, &a.types, a.runoff).cmp(&(b.date, &b.types, b.runoff)));
    Ok(found)
}

/// A vote whose day by rule lies after the lists' end and is over on the date: its outcome is not on record.
///
/// # Errors
/// If a table cannot be read.
pub(crate) fn over_by_rule(
    state: Ccode,
    as_of: &AsOf<'_>,
) -> Result<Option<(Date, Of)>, EvidenceError> {
    let date = as_of.date();
    let Some(end) = lists_end(as_of)? else {
        return Ok(None);
    };
    let rules = rules_on(state, date);
    let over = rules
        .iter()
        .filter(|rule| rule.of != Of::Term && !rule.restarts)
        .flat_map(|rule| days(rule, date).into_iter().map(|day| (day, rule.of)))
        .filter(|(day, _)| *day > end && *day < date);
    Ok(over.max())
}

/// How far the Factbook's day may lie from the day of a rule and still be the same vote.
const SAME_VOTE_DAYS: i64 = 31;

/// The day that a rule fixes for a vote which was expected about a day or within some time.
///
/// The Factbook's days for votes ahead have misprints (Mexico's deputies on 1 July 2021, the Senate of the United
/// States on 3 November 2024); the law does not.
fn day_by_rule(state: Ccode, of: &str, expected: Expected, date: Date) -> Option<Date> {
    let (first, last) = match expected {
        Expected::Within(first, last) => (first, last),
        Expected::On(day) => (
            day.saturating_sub(SAME_VOTE_DAYS.days()),
            day.saturating_add(SAME_VOTE_DAYS.days()),
        ),
        Expected::By(_) => return None,
    };
    let office = match of {
        "X" => Of::Executive,
        _ => Of::Legislature,
    };
    let rules = rules_on(state, date);
    let fixed = rules
        .iter()
        .filter(|rule| rule.of == office && !rule.restarts);
    fixed
        .flat_map(|rule| days(rule, last))
        .find(|day| (first..=last).contains(day))
}

/// The last day of which the lists of elections tell, as known on a date.
///
/// # Errors
/// If a table cannot be read.
pub(crate) fn lists_end(as_of: &AsOf<'_>) -> Result<Option<Date>, EvidenceError> {
    let reign = as_of.table_use::<Election>()?.horizon;
    let listed = as_of.rows::<ElectionNotice>()?.next().is_some();
    let factbook = as_of.snapshot().filter(|_| listed);
    Ok(reign.max(factbook))
}

impl Poll {
    fn of(election: &Election) -> Self {
        Poll {
            date: election.date(),
            day_known: election.day.is_some(),
            from: None,
            kind: election.kind,
            types: election.types.clone(),
            changed: election.changed,
            runoff: election.runoff,
            words: election.event.clone(),
            table: TableId::Election,
        }
    }
}

/// A row of the Factbook's elections, read.
struct Notice {
    /// X or L.
    of: &'static str,
    held: Option<polling_days::Held>,
    expected: Option<Expected>,
    held_words: String,
    expected_words: String,
    /// Whether it stands in the last snapshot by the date.
    stands: bool,
}

impl Notice {
    fn vote(&self, day: Date, runoff: bool) -> Poll {
        Poll {
            date: day,
            day_known: true,
            from: None,
            kind: ElectionKind::Vote,
            types: self.of.to_owned(),
            changed: None,
            runoff: Some(runoff),
            words: self.held_words.clone(),
            table: TableId::ElectionNotice,
        }
    }

    fn plan(&self, expected: Expected, date: Date) -> Poll {
        let (from, day_known) = match expected {
            Expected::On(_) => (None, true),
            Expected::Within(first, _) => (Some(first.max(date)), false),
            Expected::By(_) => (Some(date), false),
        };
        Poll {
            date: last_day(expected),
            day_known,
            from,
            kind: ElectionKind::Plan,
            types: self.of.to_owned(),
            changed: None,
            runoff: None,
            words: self.expected_words.clone(),
            table: TableId::ElectionNotice,
        }
    }
}

fn last_day(expected: Expected) -> Date {
    match expected {
        Expected::On(day) | Expected::By(day) | Expected::Within(_, day) => day,
    }
}

/// The polling days of a vote, each with whether it was the second round.
fn polling_rounds(held: &polling_days::Held) -> impl Iterator<Item = (Date, bool)> {
    let second = held.runoff.map(|day| (day, true));
    std::iter::once((held.day, false)).chain(second)
}

/// What the Factbook said of a state's elections by the date. An executive counts where its head is elected;
/// of two chambers the lower, unless the words of their time name the upper alone.
fn notices(
    state: Ccode,
    executive_elected: bool,
    as_of: &AsOf<'_>,
) -> Result<Vec<Notice>, EvidenceError> {
    let rows: Vec<ElectionNotice> = as_of
        .select::<ElectionNotice>(|n| n.ccode == Some(state))?
        .map(std::borrow::Cow::into_owned)
        .collect();
    let lower_named = rows
        .iter()
        .any(|n| n.branch == "legislative" && !of_upper_chamber(n));
    let counts = |n: &ElectionNotice| match n.branch.as_str() {
        "executive" => executive_elected.then_some("X"),
        "legislative_lower" => Some("L"),
        "legislative" => (!lower_named || !of_upper_chamber(n)).then_some("L"),
        _ => None,
    };
    let read = |n: &ElectionNotice| {
        let words = |text: &Option<String>| text.clone().unwrap_or_default();
        let (held, expected) = (words(&n.last_held), words(&n.next_held));
        counts(n).map(|of| Notice {
            of,
            held: polling_days::held(&held),
            expected: polling_days::expected(&expected),
            held_words: held,
            expected_words: expected,
            stands: n.last_seen.is_none(),
        })
    };
    Ok(rows.iter().filter_map(read).collect())
}

/// Whether the words before the days end with the name of an upper chamber.
fn of_upper_chamber(notice: &ElectionNotice) -> bool {
    const UPPER: [&str; 7] = [
        "senate",
        "council of states",
        "federation council",
        "federal council",
        "house of councillors",
        "house of lords",
        "council of provinces",
    ];
    let context = notice.context.as_deref().unwrap_or_default().to_lowercase();
    // The name stands last: "... for one-third of the Senate) Chamber of Deputies -".
    let name = context.rsplit([')', ';']).next().unwrap_or_default();
    let last = UPPER.iter().filter_map(|upper| name.rfind(upper)).max();
    let lower = [
        "house of common",
        "chamber",
        "assembly",
        "representatives",
        "bundestag",
    ]
    .iter()
    .filter_map(|lower| name.rfind(lower))
    .max();
    last.is_some_and(|upper| lower.is_none_or(|lower| upper > lower))
}

/// Whether the leader changed by a vote that no list codes: the first who entered after it, with nobody's
/// entry between, in the time that such a vote decides. Nobody in all that time is no change.
fn changed(vote: &Poll, tenures: &Tenures) -> Option<bool> {
    let sure = match vote.types.contains('X') {
        true => LONGEST_TO_ENTRY_DAYS,
        false => SOON_AFTER_DAYS,
    };
    match tenures.list.iter().find(|t| t.from > vote.date) {
        Some(next) => match (next.from - vote.date).get_days() {
            days if days <= sure => Some(true),
            days if days > LONGEST_TO_ENTRY_DAYS => Some(false),
            _ => None,
        },
        None => {
            let decided = vote
                .date
                .saturating_add(i64::from(LONGEST_TO_ENTRY_DAYS).days());
            (tenures.closed? >= decided).then_some(false)
        }
    }
}
