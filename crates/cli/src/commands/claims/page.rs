//! Claims for reading: each with its verdict, what the evidence says, and who claims it.

use entente_assessment::{ClaimRow, ClaimVerdict};
use entente_brief::Lang;
use jiff::civil::Date;

use super::rows::words;
use crate::commands::dossier::Chosen;
use crate::output;

pub fn page(chosen: &Chosen, claims: &[ClaimRow], date: Date, lang: Lang) -> String {
    let mut page = format!("{}: claims, as of {date}\n", chosen.dossier.title);
    if claims.is_empty() {
        page.push_str(&format!(
            "\nNo claim of the dossier had been published by {date}.\n"
        ));
        return page;
    }
    page.push_str(&format!("{}\n", tally(claims, lang)));
    let mut source = "";
    for claim in claims {
        if claim.source != source {
            source = &claim.source;
            page.push_str(&format!("\n{}", output::wrapped(&format!("From {source}"))));
        }
        let verdict = lang.words().verdict(claim.verdict).to_uppercase();
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

/// "24 claims: 13 supported, 4 mixed, …"
fn tally(claims: &[ClaimRow], lang: Lang) -> String {
    let counts: Vec<String> = ClaimVerdict::ALL
        .into_iter()
        .map(|verdict| {
            let count = claims.iter().filter(|c| c.verdict == verdict).count();
            (count, lang.words().verdict(verdict))
        })
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    format!("{}: {}", claims.len(), counts.join(", "))
}
