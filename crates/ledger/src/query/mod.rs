//! What the ledger answers.

mod agreement;
mod due;
mod scorecard;
mod standing;

pub use agreement::Agreement;
pub use due::{DueFilter, Owed, Until};
pub use scorecard::{Line, Scorecard, ScorecardFilter, Tally};
pub use standing::Standing;

use crate::store::Value;

/// Conditions of a statement, each with its parameter.
#[derive(Default)]
struct Conditions {
    texts: Vec<String>,
    values: Vec<Value>,
}

impl Conditions {
    /// Adds a condition; `$` in it stands for the parameter.
    fn add(&mut self, test: &str, value: Value) {
        self.values.push(value);
        let place = format!("${}", self.values.len());
        self.texts.push(test.replace('$', &place));
    }

    /// Adds a condition if there is a value for it.
    fn given(&mut self, test: &str, text: Option<&String>) {
        if let Some(text) = text {
            self.add(test, text.as_str().into());
        }
    }

    /// All of them, after `WHERE`.
    fn clause(&self) -> String {
        match self.texts.as_slice() {
            [] => String::new(),
            some => format!("WHERE {}", some.join(" AND ")),
        }
    }
}
