//! The windows on a page: opportunities in prose, then every window by its first day.

use entente_assessment::{Certainty, Message, Party, Value, Window, WindowKind};
use entente_brief::Words;
use entente_evidence::TableUse;
use entente_measures::cycles;
use entente_states::Ccode;
use entente_states::terms::{Of, rules_on};
use jiff::civil::Date;

use super::opportunities;
use super::words::filled;

/// A list that tells of no day so long before the date of reading has ended.
const SILENT_DAYS: i32 = 62;

pub fn page(
    title: &str,
    windows: &[Window],
    parties: &[Party],
    (date, lists): (Date, &[TableUse]),
    words: &Words,
) -> String {
    let (chances, rest) = opportunities(windows);
    let mut page = filled("", title);
    page.push('\n');
    page.push_str(&prose(&chances, date, words));
    page.push('\n');
    for window in rest {
        page.push_str(&line(window, parties.len(), words));
    }
    page.push('\n');
    for note in notes(parties, date, lists) {
        page.push_str(&filled("- ", &words.told(&note)));
    }
    page
}

fn prose(chances: &[&Window], date: Date, words: &Words) -> String {
    if chances.is_empty() {
        return filled("", &words.told(&Message::new("page-windows-none")));
    }
    let told = |w: &&Window| {
        let open = w.start <= date && w.end.is_none_or(|end| end >= date);
        let told = Message::new("page-windows-chance")
            .with_word("from", w.start)
            .with_word("ends", yes_if(w.end.is_some()))
            .with_word(
                "until",
                w.end.map(|end| end.to_string()).unwrap_or_default(),
            )
            .with_word("open", yes_if(open))
            .with_word("why", words.told(&w.message));
        filled("- ", &words.told(&told))
    };
    chances.iter().map(told).collect()
}

fn line(window: &Window, parties: usize, words: &Words) -> String {
    let say = |id| words.told(&Message::new(id));
    let (start, end) = match (window.year, window.end) {
        (Some(year), _) => (year.to_string(), String::new()),
        (None, Some(end)) => (window.start.to_string(), end.to_string()),
        (None, None) => (window.start.to_string(), say("page-windows-no-end")),
    };
    let who = match window.iso3.len() {
        n if n == parties && n > 2 => say("page-windows-all"),
        _ => window.iso3.join(" "),
    };
    let known = match window.certainty {
        Certainty::OnRecord => "on-record",
        Certainty::ByRule => "by-rule",
        Certainty::Announced if window.kind == WindowKind::Election => "planned",
        Certainty::Announced if window.year.is_some() => "year",
        Certainty::Announced => "announced",
        Certainty::Expected => "expected",
        // The title says since when it is not known.
        Certainty::NotKnown => "on-record",
    };
    let told = Message::new("page-windows-line")
        .with_word("what", words.window(window))
        .with_word("known", known);
    let first = format!("{start:10}  {end:10}  {who:7}  ");
    filled(&first, &words.told(&told))
}

fn notes(parties: &[Party], date: Date, lists: &[TableUse]) -> Vec<Message> {
    let mut notes = vec![Message::new("page-windows-by-rule")];
    for list in lists {
        let ended = |end: &Date| (date - *end).get_days() > SILENT_DAYS;
        if let Some(end) = list.horizon.filter(ended) {
            let told = Message::new("page-windows-table-ends")
                .with_word("table", list.table)
                .with_word("end", end);
            notes.push(told);
        }
    }
    let of = |holds: &dyn Fn(Ccode) -> bool| -> Vec<Ccode> {
        let parties = parties.iter().map(|p| p.ccode);
        parties.filter(|ccode| holds(*ccode)).collect()
    };
    let without = of(&|ccode| cycles::terms(&rules_on(ccode, date), date).is_empty());
    let callable = of(&|ccode| {
        let rules = rules_on(ccode, date);
        let mut rules = rules.iter();
        rules.any(|r| r.restarts && r.of != Of::Term && r.ended.is_none())
    });
    for (id, states) in [
        ("page-windows-no-rule", without),
        ("page-windows-callable", callable),
    ] {
        if !states.is_empty() {
            notes.push(Message::new(id).with("states", Value::States(states)));
        }
    }
    notes.push(Message::new("page-windows-more"));
    notes
}

fn yes_if(some: bool) -> &'static str {
    if some { "yes" } else { "no" }
}
