//! How baskets are declared in TOML.

use std::fmt;
use std::ops::Range;

use entente_doors::declared::Declared;
use entente_evidence::{Issue, Symbol};
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use toml::Spanned;

use super::basket::{Basket, BasketError};
use super::criteria::Criteria;
use super::words::Phrase;

/// Reads a declaration: baskets in order, each with the place of its name.
pub(super) fn read(text: &str) -> Result<Vec<(Range<usize>, Basket)>, BasketError> {
    let declared = Declared::open(text, &["note"])
        .map_err(|fault| BasketError::at(fault.span, fault.message).hint(fault.hint))?;
    let at_its_place = |fault: BasketError| BasketError {
        span: declared.place(fault.span),
        ..fault
    };
    let file: File = toml::from_str(declared.text())
        .map_err(|e| BasketError::at(e.span().unwrap_or(0..0), e.message().to_owned()))
        .map_err(at_its_place)?;
    let basket = |one: DeclaredBasket| {
        let place = declared.place(one.name.span());
        Ok((place, one.basket().map_err(at_its_place)?))
    };
    file.basket.into_iter().map(basket).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    basket: Vec<DeclaredBasket>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DeclaredBasket {
    name: Spanned<String>,
    title: String,
    note: Option<String>,
    #[serde(default)]
    include: Alternatives,
    #[serde(default)]
    exclude: Alternatives,
}

/// One table of criteria, or a list of tables.
#[derive(Default)]
struct Alternatives(Vec<DeclaredCriteria>);

impl<'de> Deserialize<'de> for Alternatives {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OneOrMore)
    }
}

struct OneOrMore;

impl<'de> Visitor<'de> for OneOrMore {
    type Value = Alternatives;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table of criteria, or a list of such tables")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Alternatives, A::Error> {
        let one = DeclaredCriteria::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Alternatives(vec![one]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Alternatives, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(list)).map(Alternatives)
    }
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct DeclaredCriteria {
    #[serde(default)]
    issues: Vec<Spanned<String>>,
    #[serde(default)]
    symbols: Vec<Spanned<String>>,
    #[serde(default)]
    title: Vec<Spanned<String>>,
    important: Option<bool>,
    #[serde(default)]
    adopted: bool,
    sessions: Option<Spanned<[u16; 2]>>,
}

impl DeclaredBasket {
    fn basket(self) -> Result<Basket, BasketError> {
        let name = self.name.get_ref().trim().to_owned();
        let plain = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        if name.is_empty() || !name.chars().all(plain) {
            return Err(
                BasketError::at(self.name.span(), format!("{name:?} is not a name"))
                    .hint("letters, figures, - and _"),
            );
        }
        let nothing = || {
            let message = format!("basket {name:?} says nothing of what is in it");
            BasketError::at(self.name.span(), message).hint("give it `include` or `exclude`")
        };
        let (include, exclude) = (self.include.criteria()?, self.exclude.criteria()?);
        let mut each = include.iter().chain(&exclude).peekable();
        if each.peek().is_none() || each.any(Criteria::is_empty) {
            return Err(nothing());
        }
        Ok(Basket {
            name,
            title: self.title,
            note: self.note,
            include,
            exclude,
        })
    }
}

impl Alternatives {
    fn criteria(self) -> Result<Vec<Criteria>, BasketError> {
        self.0.into_iter().map(DeclaredCriteria::criteria).collect()
    }
}

impl DeclaredCriteria {
    fn criteria(self) -> Result<Criteria, BasketError> {
        let sessions = match self.sessions {
            Some(range) if range.get_ref()[0] > range.get_ref()[1] => {
                let [from, to] = range.get_ref();
                let message = format!("sessions from {from} to {to} are none");
                return Err(
                    BasketError::at(range.span(), message).hint("the earlier session comes first")
                );
            }
            range => range.map(|r| r.get_ref()[0]..=r.get_ref()[1]),
        };
        Ok(Criteria {
            issues: each(self.issues, Issue::from_word, "issue", &issues())?,
            symbols: each(
                self.symbols,
                Symbol::parse,
                "resolution symbol",
                "as in \"A/RES/73/195\"",
            )?,
            phrases: each(self.title, Phrase::of, "word", "letters or figures")?,
            important: self.important,
            adopted: self.adopted,
            sessions,
        })
    }
}

fn issues() -> String {
    let words: Vec<&str> = Issue::ALL.iter().map(|i| i.as_str()).collect();
    format!("there are: {}", words.join(", "))
}

fn each<T>(
    declared: Vec<Spanned<String>>,
    read: impl Fn(&str) -> Option<T>,
    what: &str,
    hint: &str,
) -> Result<Vec<T>, BasketError> {
    declared
        .into_iter()
        .map(|word| {
            let message = format!("{:?} is no {what}", word.get_ref());
            read(word.get_ref()).ok_or_else(|| BasketError::at(word.span(), message).hint(hint))
        })
        .collect()
}
