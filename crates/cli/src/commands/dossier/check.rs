//! `entente dossier check`

use entente_assessment::{CircumstanceKind, Dossier, Test};

use super::choose;
use crate::failure::Failure;
use crate::output;

pub fn run(asked: &str) -> Result<(), Failure> {
    let chosen = choose::by_name(asked)?;
    output::write(None, summary(&chosen.name, &chosen.dossier).as_bytes())
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
    let mut text = format!("{name}: {}. No fault found.\n", dossier.title);
    for (number, what, more) in lines {
        text.push_str(&format!(
            "{number:>5} {what}{}\n",
            if number > 0 { &more } else { "" }
        ));
    }
    text
}
