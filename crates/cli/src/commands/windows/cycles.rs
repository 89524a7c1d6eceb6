//! How the cycles of terms come round together, in prose.

use entente_assessment::{PairCycles, Party};
use entente_states::Ccode;

use super::words::{count, filled, list};

pub fn page(title: &str, cycles: &[PairCycles], parties: &[Party]) -> String {
    let mut page = filled("", title);
    for pair in cycles {
        page.push('\n');
        page.push_str(&filled("", &said(pair, parties)));
        page.push_str(&pairs(pair));
    }
    page.push('\n');
    page.push_str(&filled(
        "- ",
        "Terms of office by the rules in force on the date, each as long as it was in force; the arithmetic says nothing of who governs. Rules and laws: the book, chapter Windows.",
    ));
    page
}

fn said(pair: &PairCycles, parties: &[Party]) -> String {
    let name = |ccode: Ccode| {
        let party = parties.iter().find(|p| p.ccode == ccode);
        party.map_or(String::new(), |p| p.name.clone())
    };
    let (one, two) = (name(pair.ccode1), name(pair.ccode2));
    let near = count(u16::from(pair.within_months), "month");
    let (Some(p), Some(q), Some(every)) = (pair.years_1, pair.years_2, pair.every_years) else {
        let without: Vec<String> = [(pair.years_1, one), (pair.years_2, two)]
            .into_iter()
            .filter(|(years, _)| years.is_none())
            .map(|(_, name)| name)
            .collect();
        return format!(
            "{}: no rule in force that fixes its terms is on file, so there is no cycle to compute.",
            list(&without)
        );
    };
    let terms = format!(
        "{one} ({}) and {two} ({})",
        count(u16::from(p), "year"),
        count(u16::from(q), "year")
    );
    let closest = pair.closest_days.unwrap_or(0);
    let spans: Vec<String> = pair.together.iter().map(|t| t.years()).collect();
    match pair.times.unwrap_or(0) {
        0 if spans.is_empty() => format!(
            "{terms}: new terms never begin within {near} of each other by the present rules; the closest lie {closest} days apart, and the cycles come round every {}.",
            count(every, "year")
        ),
        0 => format!(
            "{terms}: by the present rules new terms no longer begin within {near} of each other (the closest lie {closest} days apart); by earlier rules they did: {}.",
            spans.join(", ")
        ),
        times => {
            let how_often = match times {
                1 => format!("every {}", count(every, "year")),
                n => format!("{n} times every {}", count(every, "year")),
            };
            let when = match spans.is_empty() {
                true => "none in this span".to_owned(),
                false => spans.join(", "),
            };
            format!("{terms}: new terms begin within {near} of each other {how_often}: {when}.")
        }
    }
}

fn pairs(pair: &PairCycles) -> String {
    if pair.together.is_empty() {
        return String::new();
    }
    let mut out = format!("\n{:12}{:12}days apart\n", pair.iso3_1, pair.iso3_2);
    for t in &pair.together {
        out.push_str(&format!(
            "{}  {}  {:>10}\n",
            t.start_1, t.start_2, t.gap_days
        ));
    }
    out
}
