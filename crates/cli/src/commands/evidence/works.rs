//! What to cite.

use std::collections::BTreeSet;

use entente_evidence::{AsOf, Evidence, EvidenceError, ForEachTable, Record};
use jiff::civil::Date;

/// The works behind the evidence as BibTeX, each once: of several layers those that gave rows.
pub fn bibtex(evidence: &Evidence) -> Result<String, EvidenceError> {
    let mut works = Works {
        as_of: evidence.as_of(Date::MAX),
        found: BTreeSet::new(),
    };
    works.every()?;
    Ok(works.found.iter().map(|work| format!("{work}\n")).collect())
}

struct Works<'a> {
    as_of: AsOf<'a>,
    found: BTreeSet<String>,
}

impl ForEachTable for Works<'_> {
    type Error = EvidenceError;
    fn table<R: Record>(&mut self) -> Result<(), EvidenceError> {
        let works = self.as_of.sources::<R>()?.into_iter().map(|s| s.bibtex);
        self.found.extend(works.filter(|work| !work.is_empty()));
        Ok(())
    }
}
