//! The windows on a page: opportunities in prose, then every window by its first day.

use entente_assessment::{Certainty, Party, Window, WindowKind};
use entente_evidence::TableUse;
use entente_measures::cycles;
use entente_states::terms::{Of, rules_on};
use jiff::civil::Date;

use super::opportunities;
use super::words::{filled, list};

/// A list that tells of no day so long before the date of reading has ended.
const SILENT_DAYS: i32 = 62;

pub fn page(
    title: &str,
    windows: &[Window],
    parties: &[Party],
    (date, lists): (Date, &[TableUse]),
) -> String {
    let (chances, rest) = opportunities(windows);
    let mut page = filled("", title);
    page.push('\n');
    page.push_str(&prose(&chances, date));
    page.push('\n');
    for window in rest {
        page.push_str(&line(window, parties.len()));
    }
    page.push('\n');
    for note in notes(parties, date, lists) {
        page.push_str(&filled("- ", &note));
    }
    page
}

fn prose(chances: &[&Window], date: Date) -> String {
    if chances.is_empty() {
        return filled(
            "",
            "No opportunity in this span: the governments are not new together, no party sits on the Council by election, no summit of all is known.",
        );
    }
    chances
        .iter()
        .map(|w| {
            let end = w.end.map(|end| format!(" to {end}")).unwrap_or_default();
            let open = match w.start <= date && w.end.is_none_or(|end| end >= date) {
                true => " (open now)",
                false => "",
            };
            filled("- ", &format!("{}{end}{open}: {}.", w.start, w.title))
        })
        .collect()
}

fn line(window: &Window, parties: usize) -> String {
    let end = window.end.map_or("open".to_owned(), |end| end.to_string());
    let who = match window.iso3.len() {
        n if n == parties && n > 2 => "all".to_owned(),
        _ => window.iso3.join(" "),
    };
    let known = match window.certainty {
        Certainty::OnRecord => "",
        Certainty::ByRule => " (by rule)",
        Certainty::Announced if window.kind == WindowKind::Election => " (planned)",
        Certainty::Announced => " (announced)",
        Certainty::Expected => " (not announced)",
    };
    let first = format!("{}  {end:10}  {who:7}  ", window.start);
    filled(&first, &format!("{}{known}", window.title))
}

fn notes(parties: &[Party], date: Date, lists: &[TableUse]) -> Vec<String> {
    let mut notes = vec![
        "By rule: fixed by a constitution, a law or a rule of procedure in force on the date; not a forecast that a term is served. open: still in office when the list ends, no end is guessed.".to_owned(),
    ];
    for list in lists {
        if let Some(end) = list
            .horizon
            .filter(|end| (date - *end).get_days() > SILENT_DAYS)
        {
            notes.push(format!(
                "The table {} ends on {end}: what came later is missing here, or given by rule.",
                list.table
            ));
        }
    }
    let without: Vec<String> = parties
        .iter()
        .filter(|p| {
            let rules = rules_on(p.ccode, date);
            cycles::terms(&rules, date).is_empty()
        })
        .map(|p| p.name.clone())
        .collect();
    if !without.is_empty() {
        notes.push(format!(
            "No rule of fixed terms is on file for {}: terms ahead are not given.",
            list(&without)
        ));
    }
    let elections: Vec<String> = parties
        .iter()
        .filter(|p| {
            rules_on(p.ccode, date)
                .iter()
                .any(|r| r.restarts && r.of != Of::Term && r.ended.is_none())
        })
        .map(|p| p.name.clone())
        .collect();
    if !elections.is_empty() {
        notes.push(format!(
            "Elections of {} can be called before the day that the law fixes.",
            list(&elections)
        ));
    }
    notes.push(
        "Every field, note and source: --format json or csv. A calendar: --format ics.".to_owned(),
    );
    notes
}
