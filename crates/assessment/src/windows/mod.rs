//! Windows: when something can be moved between some states, and when that closes.
//!
//! One file per kind. What lies after the date of reading comes from rules in force on it and from
//! announcements made by it; see [`Window::certainty`].

mod assembly;
mod beginnings;
mod calendar;
mod council;
mod cycles;
mod elections;
mod leaders;
mod meetings;
mod notes;
mod opportunities;
mod section;
mod summits;
mod terms;
mod transitions;
mod window;
mod words;

use entente_evidence::{AsOf, EvidenceError};
use entente_measures::cycles::months_after;
use entente_states::Ccode;
use jiff::civil::Date;

use crate::parties::Party;
use calendar::Calendar;

pub use cycles::{NEAR_MONTHS, PairCycles, Together};
pub use meetings::meetings;
pub use notes::{windows_evidence, windows_notes};
pub use section::WindowsSection;
pub use window::{Certainty, Condition, Window, WindowKind};

/// The days on which governments of some states began or begin, or new terms of the same ones, up to a
/// day; nothing of a state without leaders and rules on record.
///
/// # Errors
/// If leaders or elections cannot be read.
pub(crate) fn beginnings_of(
    parties: &[Party],
    until: Date,
    as_of: &AsOf<'_>,
) -> Result<Vec<(Ccode, Vec<Date>)>, EvidenceError> {
    let calendar = Calendar::read(parties, as_of)?;
    let of = |party: &Party| {
        let found = beginnings::of(&calendar, party, until);
        (party.ccode, found.iter().map(|b| b.start).collect())
    };
    Ok(parties.iter().map(of).collect())
}

/// The windows of some states that are open on some day of a span, by first day; one of which only the
/// year is known comes at the end of that year.
///
/// `meetings` are windows that others found, such as the expected meetings of mechanisms between the
/// parties ([`WindowKind::Meeting`]): they stand among the others, and one of all parties opens an
/// opportunity as a summit does.
///
/// # Errors
/// If leaders or elections cannot be read.
pub fn windows(
    parties: &[Party],
    span: (Date, Date),
    as_of: &AsOf<'_>,
    meetings: Vec<Window>,
) -> Result<Vec<Window>, EvidenceError> {
    let calendar = Calendar::read(parties, as_of)?;
    let (from, until) = span;
    // What begins after the span can open a window within it: a summit, a transition.
    let reach = months_after(until, 24).unwrap_or(until);
    let mut found = terms::windows(&calendar, reach);
    found.extend(leaders::windows(&calendar));
    found.extend(elections::windows(&calendar, reach));
    found.extend(transitions::windows(&calendar, reach));
    found.extend(council::windows(&calendar));
    found.extend(assembly::windows(&calendar, reach));
    found.extend(summits::windows(&calendar));
    found.extend(meetings);
    for (i, first) in parties.iter().enumerate() {
        for second in &parties[i + 1..] {
            let cycles = PairCycles::of(first, second, as_of.date(), (from, until), NEAR_MONTHS);
            found.extend(cycles.windows(parties));
        }
    }
    found.extend(opportunities::windows(&calendar, &found, reach));
    found.retain(|window| window.touches(from, until));
    found.sort_by(|a, b| a.order().cmp(&b.order()));
    Ok(found)
}
