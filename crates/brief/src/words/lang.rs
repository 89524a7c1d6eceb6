//! The languages in which a brief can be written.

use std::sync::{LazyLock, OnceLock};

use super::Words;

/// Code and messages of each language, from the files in `locales/`.
const LOCALES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/locales.rs"));

static WORDS: LazyLock<Vec<OnceLock<Words>>> =
    LazyLock::new(|| LOCALES.iter().map(|_| OnceLock::new()).collect());

/// A language for which there is a file of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lang(usize);

impl Lang {
    /// Every language, by code.
    pub fn all() -> impl Iterator<Item = Lang> {
        (0..LOCALES.len()).map(Lang)
    }

    /// The language of a code (`es`), if there are messages in it.
    pub fn of(code: &str) -> Option<Self> {
        LOCALES.iter().position(|(c, _)| *c == code).map(Lang)
    }

    /// Its code: `en`.
    pub fn code(self) -> &'static str {
        LOCALES.get(self.0).map_or("", |(code, _)| code)
    }

    /// Its messages in Fluent's syntax.
    pub fn messages(self) -> &'static str {
        LOCALES.get(self.0).map_or("", |(_, messages)| messages)
    }

    /// Its words, made ready when they are first asked for.
    pub fn words(self) -> &'static Words {
        WORDS[self.0].get_or_init(|| Words::read(self))
    }
}

impl Default for Lang {
    /// English.
    fn default() -> Self {
        Lang::of("en").unwrap_or(Lang(0))
    }
}
