//! The dossier's sources, by number.

use entente_assessment::{AgendaSection, Source};

use crate::brief::Brief;
use crate::words::say;

impl Brief<'_> {
    /// Sources of declared entries as a reader finds them at the end: "S4; S12, p. 3".
    pub(crate) fn cite(&self, cited: &[String]) -> String {
        let Some(agenda) = &self.assessment.agenda else {
            return String::new();
        };
        let marks: Vec<String> = cited.iter().map(|c| mark(c, agenda)).collect();
        self.words.clauses(&marks)
    }

    /// The sources themselves, numbered.
    pub(crate) fn declared_sources(&self) -> Vec<String> {
        let sources = self.assessment.agenda.iter().flat_map(|a| &a.sources);
        let told = |(place, source): (usize, &Source)| {
            let mut parts = vec![source.citation.trim_end_matches('.').to_owned()];
            parts.extend(source.address.clone());
            parts.extend(
                source
                    .note
                    .as_ref()
                    .map(|n| n.trim_end_matches('.').to_owned()),
            );
            say!(
                self.words,
                "source-numbered",
                number = place + 1,
                source = parts.join(". ")
            )
        };
        sources.enumerate().map(told).collect()
    }
}

/// A citation is the work, and behind a comma the place in it.
fn mark(cited: &str, agenda: &AgendaSection) -> String {
    let found = agenda
        .sources
        .iter()
        .enumerate()
        .find_map(|(place, source)| {
            let rest = cited.strip_prefix(&source.citation)?;
            (rest.is_empty() || rest.starts_with(", ")).then_some((place, rest))
        });
    match found {
        Some((place, rest)) => format!("S{}{rest}", place + 1),
        None => cited.to_owned(),
    }
}
