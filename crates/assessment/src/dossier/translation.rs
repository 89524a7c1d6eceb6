//! A dossier in another language: a file beside it that holds every text twice, as it stands there and
//! translated, so that a translator sees both and a changed original is noticed.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use entente_doors::declared::Declared;
use serde::Deserialize;
use strsim::normalized_levenshtein;
use toml::Spanned;

use super::told::{Told, words};
use super::{Dossier, DossierError};

/// The language in which dossiers are written, and the key of an original.
const ORIGINAL: &str = "en";
/// Share of letters in place from which another text may be what an original has become.
const ALIKE: f64 = 0.5;

/// A dossier's texts in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    language: String,
    /// By original.
    texts: BTreeMap<String, Translated>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Translated {
    words: String,
    /// Where the original stands.
    place: Range<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    language: Told<String>,
    #[serde(default)]
    text: Vec<Told<BTreeMap<Spanned<String>, Told<String>>>>,
}

impl Translation {
    /// Reads a translation: `language`, and any number of `[[text]]` with the original under `en` and
    /// the translation under the language's code.
    ///
    /// # Errors
    /// If it is not TOML, names no language, holds another key, an empty text, or a text twice.
    pub fn read(text: &str) -> Result<Translation, DossierError> {
        Translation::in_language(text, language)
    }

    /// Reads a translation into the language that its file's name says.
    ///
    /// # Errors
    /// As [`Translation::read`], and if it is in another language.
    pub fn read_in(text: &str, code: &str) -> Result<Translation, DossierError> {
        Translation::in_language(text, |told| match language(told)? {
            language if language == code => Ok(language),
            language => Err(told
                .fault(format!(
                    "{language:?} is not the language in the file's name"
                ))
                .hint(format!("the file is named for {code:?}"))),
        })
    }

    fn in_language(
        text: &str,
        language: impl Fn(&Told<String>) -> Result<String, DossierError>,
    ) -> Result<Translation, DossierError> {
        // What an original is of, its dossier has checked; a translation takes as many lines as that.
        let declared = Declared::open(text, &["text"]).map_err(DossierError::of_text)?;
        let read = || {
            let file: File = toml::from_str(declared.text()).map_err(DossierError::of_toml)?;
            Translation::of_file(file, &language)
        };
        let mut translation = read().map_err(|fault| fault.in_file(&declared))?;
        for text in translation.texts.values_mut() {
            text.place = declared.place(text.place.clone());
        }
        Ok(translation)
    }

    fn of_file(
        file: File,
        language: impl Fn(&Told<String>) -> Result<String, DossierError>,
    ) -> Result<Translation, DossierError> {
        let language = language(&file.language)?;
        let mut texts = BTreeMap::new();
        for told in file.text {
            let (original, translated) = pair(told, &language)?;
            let place = translated.place.clone();
            if texts.insert(original, translated).is_some() {
                return Err(DossierError::at(place, "this text has a translation above"));
            }
        }
        Ok(Translation { language, texts })
    }

    /// The code of its language.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// A text in the language, if it is translated.
    pub fn of(&self, original: &str) -> Option<&str> {
        self.texts.get(original).map(|t| t.words.as_str())
    }

    /// Each original with its translation.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        (self.texts.iter()).map(|(original, t)| (original.as_str(), t.words.as_str()))
    }

    /// Whether a word could be the code of a language: `es`, `pt-BR`.
    pub fn is_code(word: &str) -> bool {
        let (language, region) = match word.split_once('-') {
            Some((language, region)) => (language, Some(region)),
            None => (word, None),
        };
        matches!(language.len(), 2 | 3)
            && language.chars().all(|c| c.is_ascii_lowercase())
            && region.is_none_or(|r| r.len() == 2 && r.chars().all(|c| c.is_ascii_uppercase()))
    }
}

impl Dossier {
    /// The dossier with every text in another language that is translated, the rest as it is.
    ///
    /// # Errors
    /// If the translation is of a text that the dossier does not hold, or no longer.
    pub fn translated(&self, translation: &Translation) -> Result<Dossier, DossierError> {
        let held: BTreeSet<String> = self.texts().into_iter().collect();
        let gone = (translation.texts.iter()).filter(|(original, _)| !held.contains(*original));
        if let Some((original, text)) = gone.min_by_key(|(_, text)| text.place.start) {
            let fault = DossierError::at(text.place.clone(), "no text of the dossier");
            return Err(fault.hint(nearest(original, &held)));
        }
        let mut dossier = self.clone();
        for text in dossier.texts_mut() {
            if let Some(words) = translation.of(text.words) {
                words.clone_into(text.words);
            }
        }
        Ok(dossier)
    }

    /// The texts for which there is no translation.
    pub fn untranslated(&self, translation: &Translation) -> Vec<String> {
        let mut texts = self.texts();
        texts.retain(|text| translation.of(text).is_none());
        texts
    }
}

/// Two or three small letters, and a region where it matters.
fn language(told: &Told<String>) -> Result<String, DossierError> {
    let code = told.get();
    if code == ORIGINAL {
        return Err(told
            .fault("a dossier is in English by itself")
            .hint("the code of the language into which it is translated, as \"es\""));
    }
    match Translation::is_code(code) {
        true => Ok(code.clone()),
        false => Err(told
            .fault(format!("{code:?} is no code of a language"))
            .hint("two or three small letters, as \"es\", with a region where it matters, as \"pt-BR\"")),
    }
}

fn pair(
    told: Told<BTreeMap<Spanned<String>, Told<String>>>,
    language: &str,
) -> Result<(String, Translated), DossierError> {
    let place = told.span();
    let (mut original, mut translation) = (None, None);
    for (key, value) in told.into_inner() {
        match key.get_ref().as_str() {
            ORIGINAL => original = Some(value),
            key if key == language => translation = Some(value),
            other => {
                let message = format!("{other:?} is no key of a text");
                let hint = format!("a text has `{ORIGINAL}` and `{language}`");
                return Err(DossierError::at(key.span(), message).hint(hint));
            }
        }
    }
    let missing = |key: &str| DossierError::at(place.clone(), format!("a text without `{key}`"));
    let original = original.ok_or_else(|| missing(ORIGINAL))?;
    let translation = translation.ok_or_else(|| missing(language))?;
    if !original.get().contains('\n') && translation.get().contains('\n') {
        let message = "a translation of more lines than one, of a text that has one";
        return Err(translation.fault(message).hint("write it on one line"));
    }
    let translated = Translated {
        place: original.span(),
        words: words(translation)?,
    };
    Ok((words(original)?, translated))
}

/// What an original may have become.
fn nearest(original: &str, held: &BTreeSet<String>) -> String {
    let likely = (held.iter())
        .map(|text| (normalized_levenshtein(original, text), text))
        .filter(|(likeness, _)| *likeness > ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    match likely {
        Some((_, text)) => format!("the nearest there is: {text:?}"),
        None => {
            "it may have been taken out; `entente dossier texts` lists what there is".to_owned()
        }
    }
}

#[cfg(test)]
mod tests;
