//! Regular sessions of the General Assembly, and their general debates.

use std::collections::BTreeMap;

use entente_measures::cycles::day_in;
use entente_states::assembly::session_of;
use entente_states::memberships::members_on;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::calendar::Calendar;
use super::window::{Certainty, Window, WindowKind};
use crate::note::Message;
use crate::parties::Party;

/// Working days of a general debate (resolution 57/301, paragraph 2).
const DEBATE: usize = 9;

struct Opening {
    opens: Date,
    debate: Date,
    certainty: Certainty,
    source: String,
}

/// Sessions from the 58th on that open no later than `until`, for the parties that are members.
pub(super) fn windows(calendar: &Calendar<'_>, until: Date) -> Vec<Window> {
    // The session after the last tells when the last closes.
    let openings = openings(calendar, until.year().saturating_add(1));
    let mut found = Vec::new();
    for (year, opening) in &openings {
        // Who will be a member later is not known: membership is read as of the date at the latest.
        let members = members_on("UN", opening.opens.min(calendar.date));
        let parties: Vec<&Party> = calendar
            .parties
            .iter()
            .filter(|p| members.contains(&p.ccode))
            .collect();
        let next = openings.get(&(year + 1));
        let (Some(session), false) = (session_of(*year), parties.is_empty()) else {
            continue;
        };
        if opening.opens > until {
            continue;
        }
        let nth = super::words::ordinal(session);
        let close = next.and_then(|n| n.opens.yesterday().ok());
        let title = format!("General Assembly, {nth} session");
        let whole = Window::of(
            WindowKind::Assembly,
            &parties,
            format!("assembly-{session}"),
            (opening.opens, close),
            (
                title,
                Message::new("window-assembly").with_word("session", session),
            ),
            opening.certainty,
        );
        found.push(whole.source(opening.source.clone()));
        let debate = Window::of(
            WindowKind::Debate,
            &parties,
            format!("debate-{session}"),
            (opening.debate, nine_working_days(opening.debate)),
            (
                format!("General debate of the {nth} session"),
                Message::new("window-debate").with_word("session", session),
            ),
            opening.certainty,
        );
        found.push(
            debate
                .note("nine working days, as resolution 57/301 has it; some closed earlier")
                .source(opening.source.clone()),
        );
    }
    found
}

/// On record where the session had opened by the date, by the rule in force on it otherwise.
fn openings(calendar: &Calendar<'_>, last_year: i16) -> BTreeMap<i16, Opening> {
    let mut openings: BTreeMap<i16, Opening> = calendar
        .sessions
        .iter()
        .map(|session| {
            let opening = Opening {
                opens: session.opened,
                debate: session.debate,
                certainty: Certainty::OnRecord,
                source: session.source.clone(),
            };
            (session.opened.year(), opening)
        })
        .collect();
    let Some(rule) = calendar.opening else {
        return openings;
    };
    let first = openings.keys().next_back().map_or(2003, |last| last + 1);
    for year in first..=last_year {
        let opens = day_in(rule.opens, year);
        let debate = opens.and_then(|o| o.checked_add(i64::from(rule.debate_after).days()).ok());
        if let (Some(opens), Some(debate)) = (opens, debate) {
            openings.insert(
                year,
                Opening {
                    opens,
                    debate,
                    certainty: Certainty::ByRule,
                    source: rule.law.to_owned(),
                },
            );
        }
    }
    openings
}

fn nine_working_days(first: Date) -> Option<Date> {
    first
        .series(1.day())
        .filter(|d| !matches!(d.weekday(), Weekday::Saturday | Weekday::Sunday))
        .nth(DEBATE - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// The general debate of 2003 opened on Tuesday 23 September and closed on Friday 3 October.
    #[test]
    fn the_debate_of_2003() {
        let last = nine_working_days(date(2003, 9, 23));
        assert_eq!(last, Some(date(2003, 10, 3)));
    }
}
