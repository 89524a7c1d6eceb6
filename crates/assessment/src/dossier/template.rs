//! A translation to start from, or to go on with: the texts of a dossier in its order, entry by entry.

use std::collections::BTreeSet;

use toml::Value;

use super::{Dossier, Translation};

impl Dossier {
    /// The text of a translation into a language: what is translated already, and as a comment what is
    /// not; at the end, also as comments, translations of texts that the dossier no longer holds.
    pub fn translation_text(&self, language: &str, held: Option<&Translation>) -> String {
        let mut file = format!("language = {}\n", quoted(language));
        let mut dossier = self.clone();
        let (mut seen, mut entry) = (BTreeSet::new(), String::new());
        for text in dossier.texts_mut() {
            if !seen.insert(text.words.clone()) {
                continue;
            }
            if text.entry != entry {
                file.push_str(&format!("\n# {}\n", text.entry));
                entry = text.entry;
            }
            let translated = held.and_then(|h| h.of(text.words));
            file.push_str(&match translated {
                Some(words) => pair(language, text.words, words),
                None => commented(&pair(language, text.words, "")),
            });
        }
        let gone: Vec<(&str, &str)> = (held.into_iter().flat_map(Translation::texts))
            .filter(|(original, _)| !seen.contains(*original))
            .collect();
        if !gone.is_empty() {
            file.push_str("\n# No longer in the dossier:\n");
        }
        for (original, words) in gone {
            file.push_str(&commented(&pair(language, original, words)));
        }
        file
    }
}

fn pair(language: &str, original: &str, words: &str) -> String {
    format!(
        "[[text]]\nen = {}\n{language} = {}\n",
        quoted(original),
        quoted(words)
    )
}

fn commented(lines: &str) -> String {
    lines.lines().map(|line| format!("# {line}\n")).collect()
}

fn quoted(text: &str) -> String {
    Value::String(text.to_owned()).to_string()
}
