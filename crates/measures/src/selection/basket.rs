//! Named baskets of roll calls, declared in TOML.

use std::ops::Range;
use std::sync::LazyLock;

use entente_evidence::{Issue, RollCallView, Symbol};
use serde::Deserialize;
use toml::Spanned;

use super::criteria::Criteria;
use super::words::Phrase;

/// A named set of roll calls: those that meet `include` and do not meet `exclude`.
#[derive(Clone, Debug, PartialEq)]
pub struct Basket {
    /// Its name, as given to `--issue`.
    pub name: String,
    /// What it holds, in plain words.
    pub title: String,
    /// Why, or with what caveat.
    pub note: Option<String>,
    /// What a roll call must be.
    pub include: Criteria,
    /// What it must not be; nothing, if empty.
    pub exclude: Criteria,
}

/// A declaration of baskets that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct BasketError {
    /// What is wrong.
    pub message: String,
    /// Where, in bytes of the text.
    pub span: Range<usize>,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Basket {
    /// The baskets that come with the program (`data/baskets.toml`).
    pub fn shipped() -> &'static [Basket] {
        static SHIPPED: LazyLock<Vec<Basket>> = LazyLock::new(|| {
            Basket::read(include_str!("../../../../data/baskets.toml")).unwrap_or_default()
        });
        &SHIPPED
    }

    /// Reads a declaration.
    ///
    /// # Errors
    /// If it is not TOML, holds a key, issue or symbol that does not exist, or names a basket twice
    /// or like an issue.
    pub fn read(text: &str) -> Result<Vec<Basket>, BasketError> {
        let file: File = toml::from_str(text).map_err(|e| BasketError {
            message: e.message().to_owned(),
            span: e.span().unwrap_or(0..0),
            hint: None,
        })?;
        let mut baskets: Vec<Basket> = Vec::new();
        for declared in file.basket {
            let span = declared.name.span();
            let basket = declared.basket()?;
            let taken = baskets.iter().any(|b| b.name == basket.name);
            if taken || basket.name == "all" || Issue::from_word(&basket.name).is_some() {
                let message = format!("the name {:?} is taken", basket.name);
                return Err(fault(span, message).hint("give the basket another name"));
            }
            baskets.push(basket);
        }
        Ok(baskets)
    }

    /// Whether a roll call is in it.
    pub fn admits(&self, view: &RollCallView<'_>) -> bool {
        let excluded = !self.exclude.is_empty() && self.exclude.admits(view);
        self.include.admits(view) && !excluded
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    basket: Vec<Declared>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Declared {
    name: Spanned<String>,
    title: String,
    note: Option<String>,
    #[serde(default)]
    include: DeclaredCriteria,
    #[serde(default)]
    exclude: DeclaredCriteria,
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

impl Declared {
    fn basket(self) -> Result<Basket, BasketError> {
        let name = self.name.get_ref().trim().to_owned();
        let plain = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        if name.is_empty() || !name.chars().all(plain) {
            return Err(fault(self.name.span(), format!("{name:?} is not a name"))
                .hint("letters, figures, - and _"));
        }
        let (include, exclude) = (self.include.criteria()?, self.exclude.criteria()?);
        if include.is_empty() && exclude.is_empty() {
            let message = format!("basket {name:?} says nothing of what is in it");
            return Err(fault(self.name.span(), message).hint("give it `include` or `exclude`"));
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

impl DeclaredCriteria {
    fn criteria(self) -> Result<Criteria, BasketError> {
        let sessions = match self.sessions {
            Some(range) if range.get_ref()[0] > range.get_ref()[1] => {
                let [from, to] = range.get_ref();
                let message = format!("sessions from {from} to {to} are none");
                return Err(fault(range.span(), message).hint("the earlier session comes first"));
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
            read(word.get_ref()).ok_or_else(|| fault(word.span(), message).hint(hint))
        })
        .collect()
}

fn fault(span: Range<usize>, message: String) -> BasketError {
    BasketError {
        message,
        span,
        hint: None,
    }
}

impl BasketError {
    fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_ones_are_read() {
        let baskets = Basket::read(include_str!("../../../../data/baskets.toml")).unwrap();
        assert_eq!(baskets, Basket::shipped());
        assert!(baskets.iter().any(|b| b.name == "all-without-me"));
    }

    #[test]
    fn faults_point_at_their_place() {
        let place = |text: &str| {
            let fault = Basket::read(text).unwrap_err();
            (text[fault.span.clone()].to_owned(), fault.message)
        };
        let basket = |rest: &str| format!("[[basket]]\nname = \"x\"\ntitle = \"X\"\n{rest}");
        let (at, said) = place(&basket("include = { issues = [\"hr\", \"hx\"] }"));
        assert_eq!(
            (at.as_str(), said.as_str()),
            ("\"hx\"", "\"hx\" is no issue")
        );
        let (at, _) = place(&basket("include = { symbols = [\"seventy\"] }"));
        assert_eq!(at, "\"seventy\"");
        let (at, said) = place(&basket("inclde = { issues = [\"hr\"] }"));
        assert!(
            at.contains("inclde") && said.contains("unknown field"),
            "{at} {said}"
        );
        let (_, said) = place(&basket(""));
        assert!(said.contains("says nothing"), "{said}");
        let (at, _) = place(&basket("include = { sessions = [9, 2] }"));
        assert_eq!(at, "[9, 2]");
        let twice = basket("include = { adopted = true }\n").repeat(2);
        assert_eq!(place(&twice).1, "the name \"x\" is taken");
        let issue = basket("include = { adopted = true }").replace("\"x\"", "\"hr\"");
        assert_eq!(place(&issue).1, "the name \"hr\" is taken");
    }
}
