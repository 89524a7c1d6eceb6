//! A rule by which terms begin, or elections fall.

use jiff::civil::Date;

use super::day::DayRule;
use crate::code::Ccode;

/// What a rule fixes the day of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Of {
    /// The first day of a term of office of the head of the executive.
    Term,
    /// The polling day for the head of the executive; of the first round, where there are two.
    Executive,
    /// The polling day for the legislature.
    Legislature,
}

/// A time before the end of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ahead {
    /// Days.
    Days(u16),
    /// Months.
    Months(u8),
}

/// A rule by which terms begin, or elections fall.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rule {
    /// The state.
    pub ccode: Ccode,
    /// What it fixes.
    pub of: Of,
    /// Years from one to the next; 1 and above.
    pub years: u8,
    /// The first day under the rule. It may lie on another day than `day` (Brazil's term of 1990).
    pub first: Date,
    /// The day of the year on which the later ones fall.
    pub day: DayRule,
    /// The day from which the rule could be read.
    pub known_from: Date,
    /// The last day under the rule, if it came to an end.
    pub last: Option<Date>,
    /// The day from which it could be read that none follows `last`.
    pub ended: Option<Date>,
    /// The time before the end of a term within which the election must fall: earliest and latest.
    pub between: Option<(Ahead, Ahead)>,
    /// Whether the years count from the last election held, so that an early one moves the next.
    pub restarts: bool,
    /// Elections held after the list of elections ends, from which the years count.
    pub held: Vec<Date>,
    /// The law, with its article and day.
    pub law: String,
    /// Where the law can be read.
    pub source: String,
    /// What to know; of a rule that ended, why. May be empty.
    pub note: String,
}

impl Rule {
    /// What was known of the rule on a day: nothing before it could be read, and its end only once
    /// that was public.
    pub fn as_of(&self, date: Date) -> Option<Rule> {
        if self.known_from > date {
            return None;
        }
        let over = self.ended.is_some_and(|ended| ended <= date);
        let mut rule = self.clone();
        rule.last = self.last.filter(|_| over);
        rule.ended = self.ended.filter(|_| over);
        rule.held.retain(|day| *day <= date);
        // The note of a rule that came to an end tells of the end.
        if self.ended.is_some() && !over {
            rule.note.clear();
        }
        Some(rule)
    }
}
