//! The head of an answer: how far its evidence reaches, and a warning where that is far behind.

use entente_assessment::{EvidenceReach, Note};
use entente_brief::Words;
use entente_evidence::{AsOf, TableUse};

use super::{Envelope, page, tell};
use crate::failure::Failure;
use crate::reading::Reading;

/// Columns of a head.
const WIDTH: usize = 80;

/// What every answer says of its evidence, in each format in its own way.
pub struct Head {
    tables: Vec<TableUse>,
    reach: EvidenceReach,
    told: entente_brief::Head,
}

impl Head {
    /// Of an answer that was read from some tables.
    pub fn of(
        reading: Reading,
        tables: Vec<TableUse>,
        as_of: &AsOf<'_>,
        words: &Words,
    ) -> Result<Self, Failure> {
        let reach = EvidenceReach::of(&tables, reading.came_about, as_of)?;
        Ok(Head {
            told: entente_brief::Head::of(&reach, words),
            tables,
            reach,
        })
    }

    /// The envelope of a JSON answer.
    pub fn envelope(&self, notes: Vec<Note>) -> Envelope {
        Envelope {
            as_of: Some(self.reach.date),
            evidence: self.tables.clone(),
            reach: Some(self.reach.clone()),
            notes,
        }
    }

    /// A page of text under the head.
    pub fn page(&self, text: impl AsRef<str>) -> Vec<u8> {
        page(format!("{}\n{}", self.told.text(WIDTH), text.as_ref()))
    }

    /// For formats that hold rows or a drawing and nothing else: what must not be missed goes to standard
    /// error.
    pub fn beside(&self) {
        if let Some(reading) = &self.told.reading {
            tell(reading);
        }
        if let Some(warning) = &self.told.warning {
            tell(format!("{}: {warning}", self.told.title));
        }
    }

    /// As one text, for a calendar's description.
    pub fn description(&self) -> String {
        let warning = self.told.warning.iter();
        let warning = warning.map(|w| format!("{}: {w}", self.told.title));
        let told = self.told.reading.iter().chain([&self.told.line]).cloned();
        warning.chain(told).collect::<Vec<_>>().join("\n")
    }

    /// The works to cite, each once, of the tables that have rows.
    pub fn sources(&self) -> String {
        let mut works: Vec<&str> = Vec::new();
        let used = self.tables.iter().filter(|t| t.horizon.is_some());
        for work in used.map(|t| t.citation.trim_end_matches('.')) {
            if !work.is_empty() && !works.contains(&work) {
                works.push(work);
            }
        }
        works.join("; ")
    }
}
