//! A dossier to start from: what the evidence can suggest of one, with the rest left to be declared.

mod issues;
mod mechanisms;
mod text;

use entente_evidence::{AsOf, Contact, EvidenceError, Vote};

use crate::parties::Party;

/// The text of a dossier on some states to start from: an agenda item for each issue on which they both
/// voted of late, mechanisms that the contact record suggests, and outlines of what only a person can
/// declare. It passes [`crate::Dossier::read`] as it stands.
///
/// # Errors
/// If a table cannot be read.
pub fn starting_dossier(parties: &[Party], as_of: &AsOf<'_>) -> Result<String, EvidenceError> {
    let issues = issues::of(parties, as_of)?;
    let mechanisms = mechanisms::of(parties, as_of)?;
    Ok(text::Start {
        parties,
        date: as_of.date(),
        votes: as_of.table_use::<Vote>()?,
        contacts: as_of.table_use::<Contact>()?,
        issues,
        mechanisms,
    }
    .text())
}

#[cfg(test)]
mod tests;
