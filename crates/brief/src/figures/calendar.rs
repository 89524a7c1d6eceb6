//! The windows ahead as a calendar.

use entente_assessment::{Window, WindowKind};
use jiff::civil::Date;

use super::beside;
use crate::brief::Brief;
use crate::charts::{Told, WindowGroup, WindowSpan, Windows, windows};
use crate::document::{Block, Table};
use crate::sentence::capital;
use crate::words::say;

/// Kinds in the order in which they stand. Leaders and terms stand in the table: they fill the calendar
/// from end to end.
const KINDS: [(WindowKind, &str); 8] = [
    (WindowKind::Opportunity, "calendar-opportunities"),
    (WindowKind::Coincidence, "calendar-coincidences"),
    (WindowKind::Election, "calendar-elections"),
    (WindowKind::Transition, "calendar-transitions"),
    (WindowKind::Council, "title-council"),
    (WindowKind::Debate, "calendar-debates"),
    (WindowKind::Summit, "calendar-summits"),
    (WindowKind::Meeting, "calendar-meetings"),
];

/// The calendar, with the table of every window.
pub(crate) fn calendar(brief: &Brief<'_>, data: Table) -> Block {
    let words = brief.words;
    let section = &brief.assessment.windows;
    let (from, until) = (brief.assessment.as_of, section.until);
    let groups = KINDS.into_iter().map(|(kind, title)| WindowGroup {
        title: say!(words, title),
        spans: (section.windows.iter().filter(|w| w.kind == kind))
            // What is announced for a year has no place among the days: it stands in the table.
            .filter(|w| w.year.is_none())
            .filter_map(|w| Some(span(w, w.end?, brief)))
            .collect(),
    });
    let told = Told {
        title: say!(words, "title-calendar"),
        description: say!(
            words,
            "figure-calendar",
            from = words.date(from),
            until = words.date(until)
        ),
    };
    let certainty = |certainty| say!(words, "windows-certainty", certainty = certainty);
    let chart = Windows {
        told: told.clone(),
        from,
        until,
        months: std::array::from_fn(|month| words.short_month(month)),
        groups: groups.filter(|g| !g.spans.is_empty()).collect(),
        certainties: ["on-record", "by-rule", "announced", "expected"].map(certainty),
    };
    beside(|| windows(&chart), told, data, brief)
}

fn span(window: &Window, end: Date, brief: &Brief<'_>) -> WindowSpan {
    let words = brief.words;
    WindowSpan {
        label: capital(&words.told(&window.message)),
        from: window.start,
        until: Some(end),
        certainty: window.certainty,
        days: words.range(window.start, end),
    }
}
