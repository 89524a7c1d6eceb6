//! How rules are declared in TOML.

use std::ops::Range;

use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;

use super::day::DayRule;
use super::rule::{Ahead, Of, Rule};
use crate::code::Ccode;

/// Why a declaration of rules cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct RulesError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

impl RulesError {
    fn at(text: &str, place: &Range<usize>, message: impl Into<String>) -> Self {
        let before = text.get(..place.start).unwrap_or(text);
        RulesError {
            line: before.matches('\n').count() + 1,
            message: message.into(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    term: Vec<Spanned<Term>>,
    #[serde(default)]
    election: Vec<Spanned<Election>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Term {
    state: u16,
    years: u8,
    first: toml::value::Datetime,
    day: String,
    known: toml::value::Datetime,
    last: Option<toml::value::Datetime>,
    ended: Option<toml::value::Datetime>,
    between: Option<[String; 2]>,
    law: String,
    source: String,
    #[serde(default)]
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Election {
    state: u16,
    of: String,
    years: u8,
    first: toml::value::Datetime,
    day: String,
    known: toml::value::Datetime,
    last: Option<toml::value::Datetime>,
    ended: Option<toml::value::Datetime>,
    #[serde(default)]
    restarts: bool,
    #[serde(default)]
    held: Vec<toml::value::Datetime>,
    law: String,
    source: String,
    #[serde(default)]
    note: String,
}

/// Reads rules, by state and first day.
///
/// # Errors
/// What is not TOML of this form, a day that is none, a rule without years, an end without a last
/// beginning or the other way round.
pub fn read(text: &str) -> Result<Vec<Rule>, RulesError> {
    let file: File = toml::from_str(text)
        .map_err(|e| RulesError::at(text, &e.span().unwrap_or(0..0), e.message()))?;
    let mut rules = Vec::new();
    for term in file.term {
        let place = term.span();
        let rule = term.into_inner().rule();
        rules.push(rule.map_err(|message| RulesError::at(text, &place, message))?);
    }
    for election in file.election {
        let place = election.span();
        let rule = election.into_inner().rule();
        rules.push(rule.map_err(|message| RulesError::at(text, &place, message))?);
    }
    rules.sort_by_key(|r| (r.ccode, r.of, r.first));
    Ok(rules)
}

impl Term {
    fn rule(self) -> Result<Rule, String> {
        let between = match &self.between {
            Some([earliest, latest]) => Some((ahead(earliest)?, ahead(latest)?)),
            None => None,
        };
        checked(Rule {
            ccode: Ccode(self.state),
            of: Of::Term,
            years: self.years,
            first: date(&self.first)?,
            day: day(&self.day)?,
            known_from: date(&self.known)?,
            last: optional(self.last)?,
            ended: optional(self.ended)?,
            between,
            restarts: false,
            held: Vec::new(),
            law: self.law,
            source: self.source,
            note: self.note,
        })
    }
}

impl Election {
    fn rule(self) -> Result<Rule, String> {
        let of = match self.of.as_str() {
            "executive" => Of::Executive,
            "legislature" => Of::Legislature,
            other => return Err(format!("{other:?} is not executive or legislature")),
        };
        checked(Rule {
            ccode: Ccode(self.state),
            of,
            years: self.years,
            first: date(&self.first)?,
            day: day(&self.day)?,
            known_from: date(&self.known)?,
            last: optional(self.last)?,
            ended: optional(self.ended)?,
            between: None,
            restarts: self.restarts,
            held: self.held.iter().map(date).collect::<Result<_, _>>()?,
            law: self.law,
            source: self.source,
            note: self.note,
        })
    }
}

fn checked(rule: Rule) -> Result<Rule, String> {
    if rule.years == 0 {
        return Err("a term of no years".to_owned());
    }
    if rule.last.is_some() != rule.ended.is_some() {
        return Err("`last` and `ended` go together".to_owned());
    }
    if rule.last.is_some_and(|last| last < rule.first) {
        return Err("`last` lies before `first`".to_owned());
    }
    Ok(rule)
}

fn day(text: &str) -> Result<DayRule, String> {
    text.parse()
        .map_err(|e: super::day::NotADayRule| e.to_string())
}

fn date(value: &toml::value::Datetime) -> Result<Date, String> {
    let text = value.to_string();
    text.parse()
        .map_err(|_| format!("{text} is not a date YYYY-MM-DD"))
}

fn optional(value: Option<toml::value::Datetime>) -> Result<Option<Date>, String> {
    value.as_ref().map(date).transpose()
}

fn ahead(text: &str) -> Result<Ahead, String> {
    let read = || {
        let (number, unit) = text.split_once(' ')?;
        match unit {
            "day" | "days" => Some(Ahead::Days(number.parse().ok()?)),
            "month" | "months" => Some(Ahead::Months(number.parse().ok()?)),
            _ => None,
        }
    };
    read().ok_or_else(|| format!("{text:?} is no time before the end; write 35 days or 4 months"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TERM: &str = "[[term]]\nstate = 2\nyears = 4\nfirst = 1937-01-20\nday = \"20 January\"\nknown = 1933-01-23\nlaw = \"a\"\nsource = \"b\"\n";

    fn fault(from: &str, to: &str) -> RulesError {
        read(&TERM.replace(from, to)).unwrap_err()
    }

    #[test]
    fn a_fault_names_its_line_and_what_is_wrong() {
        assert_eq!(read(TERM).unwrap().len(), 1);
        assert_eq!(fault("years = 4", "years = \"four\"").line, 3);
        let day = fault("20 January", "30 February");
        assert!(
            day.line == 1 && day.message.contains("30 February"),
            "{day}"
        );
        let clock = fault("1937-01-20", "12:00:00");
        assert!(clock.message.contains("is not a date"), "{clock}");
        assert!(fault("years = 4", "years = 0").message.contains("no years"));
        let half = fault("law =", "last = 1941-01-20\nlaw =");
        assert!(half.message.contains("go together"), "{half}");
        let ahead = fault("law =", "between = [\"a while\", \"1 day\"]\nlaw =");
        assert!(ahead.message.contains("a while"), "{ahead}");
        assert!(fault("law =", "lore =").message.contains("lore"));
    }
}
