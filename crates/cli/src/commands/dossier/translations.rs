//! The translations of a dossier: those that come with the program, or the files beside its own.

use std::path::{Path, PathBuf};

use entente_assessment::{Dossier, DossierError, Translation};

use crate::failure::Failure;
use crate::input;

/// A translation, and the text in which its faults are shown.
pub struct TranslationFile {
    pub translation: Translation,
    path: PathBuf,
    text: String,
}

impl TranslationFile {
    /// The dossier in the translation's language.
    pub fn applied_to(&self, dossier: &Dossier) -> Result<Dossier, Failure> {
        dossier
            .translated(&self.translation)
            .map_err(|fault| at(&self.path, &self.text, fault))
    }

    fn read(path: PathBuf, text: String, language: &str) -> Result<Self, Failure> {
        let translation =
            Translation::read_in(&text, language).map_err(|fault| at(&path, &text, fault))?;
        Ok(TranslationFile {
            translation,
            path,
            text,
        })
    }
}

fn at(path: &Path, text: &str, fault: DossierError) -> Failure {
    Failure::in_text(path, text.to_owned(), fault.span, fault.message, fault.hint)
}

/// The translations that come with the program of a dossier that does.
pub fn shipped(name: &str) -> Result<Vec<TranslationFile>, Failure> {
    Dossier::shipped_translations(name)
        .map(|(language, text)| {
            let path = PathBuf::from(format!("{name}.{language}.toml"));
            TranslationFile::read(path, text.to_owned(), language)
        })
        .collect()
}

/// The file `NAME.LANGUAGE.toml` beside a dossier in `NAME.toml`, if there is one.
pub fn beside(dossier: &Path, language: &str) -> Result<Option<TranslationFile>, Failure> {
    let path = dossier.with_extension(format!("{language}.toml"));
    match input::text(&path) {
        Ok(text) => TranslationFile::read(path, text, language).map(Some),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(Failure::failed(format!(
            "cannot read the translation {}: {e}",
            path.display()
        ))),
    }
}

/// All translations beside a dossier, by language.
pub fn all_beside(dossier: &Path) -> Result<Vec<TranslationFile>, Failure> {
    let folder = match dossier.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let unread = |e| Failure::failed(format!("cannot read {}: {e}", folder.display()));
    let mut languages = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unread)? {
        let name = entry.map_err(unread)?.file_name();
        languages.extend(language_of(&name.to_string_lossy(), dossier));
    }
    languages.sort();
    let files = languages.iter().map(|l| beside(dossier, l));
    Ok(files
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .flatten()
        .collect())
}

/// `es` of `own.es.toml`, if the dossier is in `own.toml`.
fn language_of(file: &str, dossier: &Path) -> Option<String> {
    let stem = dossier.file_stem()?.to_str()?;
    let language = file
        .strip_prefix(stem)?
        .strip_prefix('.')?
        .strip_suffix(".toml")?;
    Translation::is_code(language).then(|| language.to_owned())
}
