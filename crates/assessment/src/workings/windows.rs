//! Windows, each with what it rests on.

use super::{Asked, Cell, Parts, WorkedTable, code};
use crate::note::Message;
use crate::windows::{Certainty, Condition, PairCycles, Window, WindowKind};

/// Windows that the lists of leaders and elections open.
pub(super) fn lists(asked: &Asked<'_, '_>) -> Parts {
    of_kinds(
        asked,
        &[
            WindowKind::Leader,
            WindowKind::Election,
            WindowKind::Transition,
        ],
    )
}

/// Windows that rules of terms and elections open, and the cycles that come of them.
pub(super) fn rules(asked: &Asked<'_, '_>) -> Parts {
    let kinds = [
        WindowKind::Term,
        WindowKind::Election,
        WindowKind::Coincidence,
    ];
    let mut parts = of_kinds(asked, &kinds);
    let cycles = asked.assessment.windows.cycles.iter().flat_map(cycle);
    let columns = [
        "iso3_1",
        "years_1",
        "iso3_2",
        "years_2",
        "every_years",
        "start_1",
        "start_2",
        "gap_days",
    ];
    let title = Message::new("rows-cycles");
    parts
        .tables
        .push(WorkedTable::new("cycles", title, &columns).rows(cycles));
    parts
}

/// Seats on the Council and sessions of the Assembly.
pub(super) fn bodies(asked: &Asked<'_, '_>) -> Parts {
    of_kinds(
        asked,
        &[
            WindowKind::Council,
            WindowKind::Assembly,
            WindowKind::Debate,
        ],
    )
}

/// Summits.
pub(super) fn summits(asked: &Asked<'_, '_>) -> Parts {
    of_kinds(asked, &[WindowKind::Summit])
}

/// Opportunities, and every window from which they come.
pub(super) fn all(asked: &Asked<'_, '_>) -> Parts {
    let windows = &asked.assessment.windows.windows;
    let is_chance = |w: &&Window| w.kind == WindowKind::Opportunity;
    let chances = windows.iter().filter(is_chance);
    let others = windows.iter().filter(|w| !is_chance(w));
    Parts {
        formulas: Vec::new(),
        tables: vec![table(chances.chain(others))],
    }
}

fn of_kinds(asked: &Asked<'_, '_>, kinds: &[WindowKind]) -> Parts {
    let windows = asked.assessment.windows.windows.iter();
    Parts {
        formulas: Vec::new(),
        tables: vec![table(windows.filter(|w| kinds.contains(&w.kind)))],
    }
}

fn table<'w>(windows: impl Iterator<Item = &'w Window>) -> WorkedTable {
    let columns = [
        "start",
        "end",
        "year",
        "kind",
        "iso3",
        "certainty",
        "conditions",
        "what",
        "note",
        "sources",
    ];
    let rows = windows.map(|window| {
        let conditions: Vec<&str> = window.conditions.iter().map(|c| condition(*c)).collect();
        vec![
            Cell::day(window.days().map(|(start, _)| start)),
            Cell::day(window.days().and_then(|(_, end)| end)),
            window.year.map_or(Cell::Missing, |y| Cell::Whole(y.into())),
            Cell::Term(kind(window.kind)),
            Cell::text(window.iso3.join(" ")),
            Cell::Term(certainty(window.certainty)),
            Cell::list(&conditions),
            Cell::Told(window.message.clone()),
            match window.note.as_str() {
                "" => Cell::Missing,
                note => Cell::text(note),
            },
            Cell::list(&window.sources),
        ]
    });
    WorkedTable::new("windows", Message::new("rows-windows"), &columns).rows(rows)
}

fn cycle(cycles: &PairCycles) -> Vec<Vec<Cell>> {
    let together = cycles.together.iter().map(|t| {
        vec![
            Cell::text(code(cycles.ccode1)),
            Cell::count(cycles.years_1),
            Cell::text(code(cycles.ccode2)),
            Cell::count(cycles.years_2),
            Cell::count(cycles.every_years),
            Cell::Day(t.start_1),
            Cell::Day(t.start_2),
            Cell::Whole(t.gap_days.into()),
        ]
    });
    together.collect()
}

fn kind(kind: WindowKind) -> &'static str {
    match kind {
        WindowKind::Opportunity => "opportunity",
        WindowKind::Coincidence => "coincidence",
        WindowKind::Term => "term",
        WindowKind::Leader => "leader",
        WindowKind::Election => "election",
        WindowKind::Transition => "transition",
        WindowKind::Council => "council",
        WindowKind::Assembly => "assembly",
        WindowKind::Debate => "debate",
        WindowKind::Summit => "summit",
        WindowKind::Meeting => "meeting",
    }
}

fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::OnRecord => "on-record",
        Certainty::ByRule => "by-rule",
        Certainty::Announced => "announced",
        Certainty::Expected => "expected",
        Certainty::NotKnown => "not-known",
    }
}

fn condition(condition: Condition) -> &'static str {
    match condition {
        Condition::GovernmentsNew => "governments-new",
        Condition::OnCouncil => "on-council",
        Condition::SummitNear => "summit-near",
    }
}
