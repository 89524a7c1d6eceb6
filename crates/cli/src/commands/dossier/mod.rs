//! `entente dossier`, and how other commands find theirs.

mod check;
mod choose;

pub use choose::{Chosen, by_name, find};

use entente_assessment::Dossier;

use crate::args::DossierCommand;
use crate::failure::Failure;
use crate::output;

pub fn run(command: &DossierCommand) -> Result<(), Failure> {
    match command {
        DossierCommand::Check { dossier } => check::run(dossier),
        DossierCommand::Show { dossier } => {
            let text = Dossier::shipped_text(dossier).ok_or_else(|| choose::unknown(dossier))?;
            output::write(None, text.as_bytes())
        }
        DossierCommand::Schema => {
            let mut text = serde_json::to_string_pretty(&Dossier::schema())?;
            text.push('\n');
            output::write(None, text.as_bytes())
        }
    }
}
