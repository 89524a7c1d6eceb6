//! A formula with figures put in.

use serde::{Serialize, Serializer};

use super::table::by_name;
use crate::note::Message;

/// A formula: numbers, + − · / ^, brackets, ½, the functions `floor`, `ln`, `abs`, `max` and `min`, and
/// letters or words for what is put in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Formula {
    /// The message that says what it gives and what its letters are.
    pub id: &'static str,
    /// The formula itself.
    pub text: &'static str,
}

/// A formula with this assessment's figures put in.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Worked {
    /// Of what: the state, the issue, the session.
    #[serde(skip)]
    pub what: Message,
    /// The formula.
    pub formula: Formula,
    /// What is put in, by letter.
    #[serde(serialize_with = "by_name")]
    pub terms: Vec<(&'static str, f64)>,
    /// What comes of it, which is the figure of the assessment.
    pub result: f64,
}

impl Serialize for Formula {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.text)
    }
}

impl Worked {
    /// The formula with the figures put in, each as `written` writes it; negative ones stand in
    /// brackets.
    pub fn substituted(&self, written: impl Fn(f64) -> String) -> String {
        let is_name = |c: char| c.is_alphanumeric() && c != '½';
        let mut out = String::new();
        let mut rest = self.formula.text;
        while let Some(first) = rest.chars().next() {
            let end = match is_name(first) {
                true => rest.find(|c| !is_name(c)).unwrap_or(rest.len()),
                false => first.len_utf8(),
            };
            let (piece, after) = rest.split_at(end);
            match self.terms.iter().find(|(name, _)| *name == piece) {
                Some((_, value)) if *value < 0.0 => out.push_str(&format!("({})", written(*value))),
                Some((_, value)) => out.push_str(&written(*value)),
                None => out.push_str(piece),
            }
            rest = after;
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Session 73: 17 votes alike, 23 partly, of 95.
    #[test]
    fn figures_are_put_in() {
        let worked = Worked {
            what: Message::new("worked-issue"),
            formula: Formula {
                id: "formula-coincidence",
                text: "(s + ½·p) / n",
            },
            terms: vec![("s", 17.0), ("p", 23.0), ("n", 95.0)],
            result: 28.5 / 95.0,
        };
        assert_eq!(worked.substituted(|v| v.to_string()), "(17 + ½·23) / 95");
        let gap = Worked {
            formula: Formula {
                id: "formula-gap",
                text: "abs(x − y)",
            },
            terms: vec![("x", 3.5), ("y", -0.5)],
            ..worked
        };
        assert_eq!(gap.substituted(|v| v.to_string()), "abs(3.5 − (-0.5))");
    }
}
