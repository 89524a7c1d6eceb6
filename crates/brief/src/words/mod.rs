//! The words of a brief in each language, from one file of messages each.
//!
//! A sentence is one message with variables, so that a language can order and inflect it as it needs.

mod args;
mod dates;
mod lang;
mod message;
mod named;
mod numbers;
mod states;

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

pub(crate) use args::{Argument, say};
pub(crate) use dates::five_year_spans;
pub use lang::Lang;
pub(crate) use named::Named;
pub(crate) use numbers::{change, points};

use numbers::Numerals;

/// The messages of a language, ready for use.
pub struct Words {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
    numerals: OnceLock<Numerals>,
}

impl Words {
    /// Reads the messages of a language. A fault in a file is left out here and found by the tests.
    fn read(lang: Lang) -> Self {
        let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(separated));
        let messages = FluentResource::try_new(lang.messages().to_owned());
        bundle.add_resource_overriding(messages.unwrap_or_else(|(partial, _)| partial));
        type Function = for<'a> fn(&[FluentValue<'a>], &FluentArgs<'_>) -> FluentValue<'a>;
        let functions: [(&str, Function); 4] = [
            ("BARE", named::bare),
            ("OF", named::of),
            ("TO", named::to),
            ("UPPER", named::upper),
        ];
        let mut added = bundle.add_builtins().is_ok();
        for (name, function) in functions {
            added &= bundle.add_function(name, function).is_ok();
        }
        debug_assert!(added, "a function is there twice");
        Words {
            lang,
            bundle,
            numerals: OnceLock::new(),
        }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether there is such a message.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// A message with its variables filled in; [`say!`] writes this more shortly.
    ///
    /// A message that is missing or wants another variable shows in the text between ⟦ and ⟧; the tests
    /// find both.
    pub(crate) fn say(&self, id: &str, args: &FluentArgs<'_>) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|m| m.value()) else {
            debug_assert!(false, "no message {id} in {}", self.lang.code());
            return format!("⟦{id}⟧");
        };
        let mut errors = Vec::new();
        let words = self.bundle.format_pattern(pattern, Some(args), &mut errors);
        debug_assert!(
            errors.is_empty(),
            "{id} in {}: {errors:?}",
            self.lang.code()
        );
        if errors.is_empty() {
            words.into_owned()
        } else {
            format!("⟦{words}⟧")
        }
    }

    /// Words joined as prose does: "a, b and c".
    pub fn listed<S: AsRef<str>>(&self, words: &[S]) -> String {
        match words {
            [] => String::new(),
            [only] => only.as_ref().to_owned(),
            [first @ .., last] => {
                let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
                say!(
                    self,
                    "list-and",
                    first = first.join(&say!(self, "list-comma")),
                    last = last.as_ref(),
                    begins = states::begins(last.as_ref()),
                )
            }
        }
    }

    /// Words joined as alternatives or clauses: "a; b".
    pub(crate) fn clauses<S: AsRef<str>>(&self, words: &[S]) -> String {
        let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
        words.join("; ")
    }
}

/// Writes a number with the separators of the language in whose message it stands.
fn separated(value: &FluentValue<'_>, language: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    language
        .with_try_get::<Numerals, _, _>((), |numerals| numerals.whole(number.value))
        .ok()
}
