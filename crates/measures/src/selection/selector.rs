//! One set of roll calls with its name.

use entente_evidence::{Issue, RollCallView};

use super::basket::Basket;
use super::criteria::Criteria;
use super::{Admits, IssueFilter};

/// A coded issue, all roll calls or a basket, and what further must hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Selector {
    base: Base,
    also: Criteria,
    name: String,
}

#[derive(Clone, Debug, PartialEq)]
enum Base {
    Issue(IssueFilter),
    Basket(Box<Basket>),
}

impl Selector {
    /// The roll calls of an issue, or all.
    pub fn of_issue(issue: IssueFilter) -> Self {
        Selector {
            name: issue.as_str().to_owned(),
            base: Base::Issue(issue),
            also: Criteria::default(),
        }
    }

    /// The roll calls of a basket.
    pub fn of_basket(basket: Basket) -> Self {
        Selector {
            name: basket.name.clone(),
            base: Base::Basket(Box::new(basket)),
            also: Criteria::default(),
        }
    }

    /// The same, of which only those that meet further criteria.
    #[must_use]
    pub fn with(mut self, also: &Criteria) -> Self {
        if !also.is_empty() {
            self.name = format!("{}:{}", self.name, also.describe());
            self.also = also.clone();
        }
        self
    }

    /// Its name in output: the issue's word or the basket's name; after a colon, what else must
    /// hold.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it holds, in plain words.
    pub fn title(&self) -> String {
        let base = match &self.base {
            Base::Issue(IssueFilter::All) => "all recorded roll calls".to_owned(),
            Base::Issue(IssueFilter::Only(issue)) => issue.title().to_owned(),
            Base::Basket(basket) => basket.title.clone(),
        };
        if self.also.is_empty() {
            base
        } else {
            format!("{base} ({})", self.also.describe())
        }
    }

    /// The coded issue, if it is one.
    pub fn issue(&self) -> Option<Issue> {
        match self.base {
            Base::Issue(IssueFilter::Only(issue)) => Some(issue),
            _ => None,
        }
    }
}

impl Admits for Selector {
    fn admits(&self, view: &RollCallView<'_>) -> bool {
        let base = match &self.base {
            Base::Issue(issue) => issue.admits(view),
            Base::Basket(basket) => basket.admits(view),
        };
        base && self.also.admits(view)
    }
}
