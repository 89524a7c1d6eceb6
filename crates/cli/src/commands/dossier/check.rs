//! `entente dossier check`

use std::path::Path;

use entente_assessment::{CircumstanceKind, Dossier, Test};
use entente_brief::Lang;
use entente_doors::text::shown_on_a_line;

use super::translations::{self, TranslationFile};
use super::{Chosen, choose};
use crate::failure::Failure;
use crate::output;

/// Texts without a translation that are listed.
const LISTED: usize = 5;
/// Signs of each.
const SHOWN: usize = 72;

pub fn run(asked: &str) -> Result<(), Failure> {
    let Chosen { name, dossier } = choose::by_name(asked, Lang::default())?;
    let translations = match Dossier::shipped_text(&name) {
        Some(_) => translations::shipped(&name)?,
        None => translations::all_beside(Path::new(asked))?,
    };
    let mut text = summary(&name, &dossier);
    for file in &translations {
        text.push_str(&translated(file, &dossier)?);
    }
    output::write(None, &output::page(text))
}

/// How far a translation has come.
fn translated(file: &TranslationFile, dossier: &Dossier) -> Result<String, Failure> {
    file.applied_to(dossier)?;
    let language = file.translation.language();
    let all = dossier.texts().len();
    let missing = dossier.untranslated(&file.translation);
    if missing.is_empty() {
        return Ok(format!("Translated into {language}: all of {all} texts.\n"));
    }
    let mut text = format!(
        "Translated into {language}: {} of {all} texts. Without a translation:\n",
        all - missing.len()
    );
    for words in missing.iter().take(LISTED) {
        text.push_str(&format!("  {}\n", output::shortened(words, SHOWN)));
    }
    if missing.len() > LISTED {
        text.push_str(&format!("  and {} more\n", missing.len() - LISTED));
    }
    Ok(text)
}

fn summary(name: &str, dossier: &Dossier) -> String {
    let circumstances = |kind| {
        let of_kind = dossier.circumstances.iter().filter(|c| c.kind == kind);
        of_kind.count()
    };
    let untestable = |tests: &[Test]| tests.iter().all(|t| matches!(t, Test::Untestable { .. }));
    let vetoes = dossier.constraints.iter().filter(|c| c.veto).count();
    let beyond = (dossier.claims.iter())
        .filter(|c| untestable(&c.tests))
        .count();
    let lines = [
        (dossier.sources.len(), "sources", String::new()),
        (dossier.mechanisms.len(), "mechanisms", String::new()),
        (dossier.items.len(), "agenda items", String::new()),
        (
            dossier.constraints.len(),
            "constraints",
            format!(", {vetoes} with a veto"),
        ),
        (
            circumstances(CircumstanceKind::Risk),
            "risks",
            String::new(),
        ),
        (
            circumstances(CircumstanceKind::Opportunity),
            "opportunities",
            String::new(),
        ),
        (
            circumstances(CircumstanceKind::Precedent),
            "precedents",
            String::new(),
        ),
        (dossier.acts.len(), "acts", String::new()),
        (
            dossier.claims.len(),
            "claims",
            format!(", {beyond} beyond what evidence can test"),
        ),
    ];
    let mut text = format!(
        "{}: {}. No fault found.\n",
        shown_on_a_line(name),
        shown_on_a_line(&dossier.title)
    );
    for (number, what, more) in lines {
        text.push_str(&format!(
            "{number:>5} {what}{}\n",
            if number > 0 { &more } else { "" }
        ));
    }
    text
}
