//! Named baskets of roll calls, declared in TOML.

use std::ops::Range;
use std::sync::LazyLock;

use entente_evidence::{Issue, RollCallView};

use super::criteria::Criteria;
use super::declared;

/// A named set of roll calls: those that meet `include` and do not meet `exclude`.
///
/// Either may list alternatives, of which one is enough: roll calls coded with an issue, or else
/// with certain words in their title.
#[derive(Clone, Debug, PartialEq)]
pub struct Basket {
    /// Its name, as given to `--issue`.
    pub name: String,
    /// What it holds, in plain words.
    pub title: String,
    /// Why, or with what caveat.
    pub note: Option<String>,
    /// What a roll call must be, by one of these; anything, if there are none.
    pub include: Vec<Criteria>,
    /// What it must not be, by any of these.
    pub exclude: Vec<Criteria>,
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
        let mut baskets: Vec<Basket> = Vec::new();
        for (span, basket) in declared::read(text)? {
            let taken = baskets.iter().any(|b| b.name == basket.name);
            if taken || basket.name == "all" || Issue::from_word(&basket.name).is_some() {
                let message = format!("the name {:?} is taken", basket.name);
                return Err(BasketError::at(span, message).hint("give the basket another name"));
            }
            baskets.push(basket);
        }
        Ok(baskets)
    }

    /// Whether a roll call is in it.
    pub fn admits(&self, view: &RollCallView<'_>) -> bool {
        let by = |one: &Criteria| one.admits(view);
        // Of a roll call that nobody has coded, none knows that it is not on an issue.
        let uncoded = view.roll_call.coded.is_none();
        let unknown = uncoded && self.exclude.iter().any(|one| !one.issues.is_empty());
        (self.include.is_empty() || self.include.iter().any(by))
            && !self.exclude.iter().any(by)
            && !unknown
    }
}

impl BasketError {
    pub(super) fn at(span: Range<usize>, message: String) -> Self {
        BasketError {
            message,
            span,
            hint: None,
        }
    }

    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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
        let (_, said) = place(&basket("include = [{ issues = [\"hr\"] }, {}]"));
        assert!(said.contains("says nothing"), "{said}");
        let (at, said) = place(&basket("include = [{ issues = [\"hr\"] }, { titel = [] }]"));
        assert!(
            at.contains("titel") && said.contains("unknown field"),
            "{at} {said}"
        );
        let (at, said) = place(&basket("include = 3"));
        assert!(
            at == "3" && said.contains("a table of criteria"),
            "{at} {said}"
        );
        let twice = basket("include = { adopted = true }\n").repeat(2);
        assert_eq!(place(&twice).1, "the name \"x\" is taken");
        let issue = basket("include = { adopted = true }").replace("\"x\"", "\"hr\"");
        assert_eq!(place(&issue).1, "the name \"hr\" is taken");
    }

    proptest! {
        /// A slip of the pen is an answer, and points into the text.
        #[test]
        fn one_sign_more_or_less_never_panics(at in 0usize..4000, sign in any::<char>(), more in any::<bool>()) {
            let shipped = include_str!("../../../../data/baskets.toml");
            let mut signs: Vec<char> = shipped.chars().collect();
            let at = at % signs.len();
            if more {
                signs.insert(at, sign);
            } else {
                signs.remove(at);
            }
            let text: String = signs.into_iter().collect();
            if let Err(fault) = Basket::read(&text) {
                prop_assert!(text.get(fault.span.clone()).is_some(), "{:?}", fault);
            }
        }
    }
}
