//! Claims for reading: each with its verdict, what the evidence says, and who claims it.

use entente_assessment::{ClaimRow, ClaimVerdict, Message};
use entente_brief::Lang;
use entente_doors::text::shown_on_a_line;
use jiff::civil::Date;

use super::rows::words;
use crate::commands::dossier::Chosen;
use crate::output;

pub fn page(chosen: &Chosen, claims: &[ClaimRow], date: Date, lang: Lang) -> String {
    let words_of = lang.words();
    let title = Message::new("page-claims-title")
        .with_word("title", &chosen.dossier.title)
        .with_word("date", date);
    let mut page = format!("{}\n", shown_on_a_line(&words_of.told(&title)));
    if claims.is_empty() {
        let none = Message::new("page-claims-none").with_word("date", date);
        page.push_str(&format!("\n{}\n", words_of.told(&none)));
        return page;
    }
    page.push_str(&format!("{}\n", tally(claims, lang)));
    let mut source = "";
    for claim in claims {
        if claim.source != source {
            source = &claim.source;
            let from = Message::new("page-claims-from").with_word("source", source);
            page.push_str(&format!("\n{}", output::wrapped(&words_of.told(&from))));
        }
        let verdict = words_of.verdict(claim.verdict).to_uppercase();
        page.push('\n');
        page.push_str(&output::wrapped(&format!("{verdict}  {}", claim.text)));
        for finding in &claim.findings {
            let told = words(finding, lang);
            page.push_str(&output::wrapped(&format!("- {told}.")));
        }
        if let Some(place) = &claim.place {
            page.push_str(&output::wrapped(&format!("  ({place})")));
        }
    }
    page
}

/// "24: 13 supported, 4 mixed, …"
fn tally(claims: &[ClaimRow], lang: Lang) -> String {
    let words = lang.words();
    let counts: Vec<String> = ClaimVerdict::ALL
        .into_iter()
        .map(|verdict| {
            let count = claims.iter().filter(|c| c.verdict == verdict).count();
            (count, words.verdict(verdict))
        })
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    format!("{}: {}", claims.len(), counts.join(", "))
}
