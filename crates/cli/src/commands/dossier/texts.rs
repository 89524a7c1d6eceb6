//! `entente dossier texts`

use std::path::Path;

use entente_assessment::Dossier;

use super::{choose, translations};
use crate::failure::Failure;
use crate::output;

pub fn run(asked: &str, language: &str, to: Option<&Path>) -> Result<(), Failure> {
    super::not_written_over(to)?;
    let shipped = Dossier::shipped().iter().find(|(name, _)| *name == asked);
    let path = Path::new(asked);
    let (dossier, held) = match shipped {
        Some((name, dossier)) => {
            let all = translations::shipped(name)?;
            let held = all
                .into_iter()
                .find(|f| f.translation.language() == language);
            (dossier.clone(), held)
        }
        None => (
            choose::in_file(path)?,
            translations::beside(path, language)?,
        ),
    };
    let text = dossier.translation_text(language, held.as_ref().map(|f| &f.translation));
    output::write(to, &output::page(text))
}
