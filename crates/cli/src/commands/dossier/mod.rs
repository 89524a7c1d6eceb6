//! `entente dossier`, and how other commands find theirs.

mod check;
mod choose;
mod start;
mod texts;
mod translations;

pub use choose::{Chosen, by_name, find, of_states, shipped_as};

use std::path::Path;

use entente_assessment::Dossier;

use crate::args::{DossierCommand, EvidenceArgs};
use crate::failure::Failure;
use crate::output;

pub fn run(command: &DossierCommand, evidence: &EvidenceArgs) -> Result<(), Failure> {
    match command {
        DossierCommand::New {
            states,
            as_of,
            output,
        } => start::run(states, *as_of, output.as_deref(), evidence),
        DossierCommand::Check { dossier } => check::run(dossier),
        DossierCommand::Show { dossier } => {
            let text = Dossier::shipped_text(dossier).ok_or_else(|| choose::unknown(dossier))?;
            output::write(None, text.as_bytes())
        }
        DossierCommand::Texts {
            dossier,
            lang,
            output,
        } => texts::run(dossier, lang, output.as_deref()),
        DossierCommand::Schema => {
            let mut text = serde_json::to_string_pretty(&Dossier::schema())?;
            text.push('\n');
            output::write(None, text.as_bytes())
        }
    }
}

/// What somebody has written is not to be lost.
fn not_written_over(file: Option<&Path>) -> Result<(), Failure> {
    match file.filter(|path| path.exists()) {
        Some(path) => Err(
            Failure::failed(format!("{} is there already", path.display()))
                .help("give another name, or move it away first"),
        ),
        None => Ok(()),
    }
}
