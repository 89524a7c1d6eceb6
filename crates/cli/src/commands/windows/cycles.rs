//! How the cycles of terms come round together, in prose.

use entente_assessment::{Message, PairCycles, Value};
use entente_brief::Words;

use super::words::filled;

pub fn page(title: &str, cycles: &[PairCycles], words: &Words) -> String {
    let mut page = filled("", title);
    for pair in cycles {
        page.push('\n');
        page.push_str(&filled("", &words.told(&said(pair, words))));
        page.push_str(&pairs(pair, words));
    }
    page.push('\n');
    let note = Message::new("page-cycles-note");
    page.push_str(&filled("- ", &words.told(&note)));
    page
}

fn said(pair: &PairCycles, words: &Words) -> Message {
    let (Some(p), Some(q), Some(every)) = (pair.years_1, pair.years_2, pair.every_years) else {
        let without = [(pair.years_1, pair.ccode1), (pair.years_2, pair.ccode2)];
        let without = without.into_iter().filter(|(years, _)| years.is_none());
        let without = without.map(|(_, ccode)| ccode).collect();
        return Message::new("page-cycles-no-rule").with("states", Value::States(without));
    };
    let spans: Vec<String> = (pair.together.iter())
        .map(|t| words.spanned(&t.years()))
        .collect();
    let times = pair.times.unwrap_or(0);
    let id = match (times, spans.is_empty()) {
        (0, true) => "page-cycles-never",
        (0, false) => "page-cycles-no-longer",
        _ => "page-cycles-again",
    };
    let count = |id, n: u16| words.told(&counted(id, n, words));
    let told = Message::new(id)
        .with("first", Value::State(pair.ccode1))
        .with_word("years_1", count("page-years", p.into()))
        .with("second", Value::State(pair.ccode2))
        .with_word("years_2", count("page-years", q.into()))
        .with_word("near", count("page-months", pair.within_months.into()));
    let closest = pair.closest_days.unwrap_or(0).to_string();
    match id {
        "page-cycles-never" => told
            .with_word("closest", closest)
            .with_word("every", count("page-years", every)),
        "page-cycles-no-longer" => told
            .with_word("closest", closest)
            .with_word("spans", spans.join(", ")),
        _ => told
            .with(
                "times",
                Value::Count(u32::try_from(times).unwrap_or(u32::MAX)),
            )
            .with_word("every", count("page-years", every))
            .with_word("some", if spans.is_empty() { "no" } else { "yes" })
            .with_word("spans", spans.join(", ")),
    }
}

/// A number of things, in words up to twelve.
fn counted(id: &'static str, n: u16, words: &Words) -> Message {
    let number = Message::new("page-number").with("n", Value::Count(n.into()));
    Message::new(id)
        .with("n", Value::Count(n.into()))
        .with_word("number", words.told(&number))
}

fn pairs(pair: &PairCycles, words: &Words) -> String {
    if pair.together.is_empty() {
        return String::new();
    }
    let head = words.told(&Message::new("page-cycles-days"));
    let mut out = format!("\n{:12}{:12}{head}\n", pair.iso3_1, pair.iso3_2);
    for t in &pair.together {
        out.push_str(&format!(
            "{}  {}  {:>10}\n",
            t.start_1, t.start_2, t.gap_days
        ));
    }
    out
}
