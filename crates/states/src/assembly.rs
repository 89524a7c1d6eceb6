//! Regular sessions of the General Assembly: when they opened, and the rule for those ahead.
//!
//! From the 58th session (2003) on, when resolution 57/301 fixed the present form of the rule. The
//! openings are from the Assembly's own meetings coverage (`data/states/assembly_sessions.csv`).

use std::sync::LazyLock;

use jiff::civil::{Date, Weekday, date};

use crate::table::{Table, TableError, embedded};
use crate::terms::DayRule;

/// A regular session that opened.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Session {
    /// Its number.
    pub session: u16,
    /// The day on which it opened.
    pub opened: Date,
    /// The first day of its general debate.
    pub debate: Date,
    /// Where this is on record.
    pub source: String,
}

/// A rule for the opening of sessions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OpeningRule {
    /// The day from which it could be read.
    pub known_from: Date,
    /// The opening day.
    pub opens: DayRule,
    /// Days from the opening to the first day of the general debate.
    pub debate_after: i8,
    /// What it rests on.
    pub law: &'static str,
}

const RULES: [OpeningRule; 2] = [
    OpeningRule {
        known_from: date(2003, 3, 13),
        opens: DayRule::WorkingWeek {
            weekday: Weekday::Tuesday,
            week: 3,
            month: 9,
        },
        debate_after: 7,
        law: "General Assembly resolution 57/301 of 13 March 2003: rule 1 of the rules of procedure, and annex IX",
    },
    // The text that moved the opening is not at hand: the second opening in a row on the new day stands
    // for its publication.
    OpeningRule {
        known_from: date(2024, 9, 10),
        opens: DayRule::WorkingWeek {
            weekday: Weekday::Tuesday,
            week: 2,
            month: 9,
        },
        debate_after: 14,
        law: "practice of the General Assembly since its 78th session (2023): the Tuesday of the second week, the general debate two weeks later",
    },
];

/// The session that opens in September of a year: 75 in 2020.
pub fn session_of(year: i16) -> Option<u16> {
    u16::try_from(year - 1945).ok().filter(|s| *s > 0)
}

/// The rule for openings ahead, as known on a day.
pub fn rule_on(date: Date) -> Option<&'static OpeningRule> {
    RULES.iter().rfind(|rule| rule.known_from <= date)
}

static SESSIONS: LazyLock<Vec<Session>> = LazyLock::new(|| {
    embedded(read(include_str!(
        "../../../data/states/assembly_sessions.csv"
    )))
});

/// Sessions on record, by number.
pub fn sessions() -> &'static [Session] {
    &SESSIONS
}

fn read(text: &str) -> Result<Vec<Session>, TableError> {
    let table = Table::parse("assembly_sessions.csv", text)?;
    table
        .rows()
        .map(|row| {
            let opened = row.cell("opened")?;
            let session = row.cell("session")?.number()?;
            let day = opened.date()?;
            if session_of(day.year()) != Some(session) {
                return Err(opened.error("does not lie in the session's year"));
            }
            Ok(Session {
                session,
                opened: day,
                debate: row.cell("debate")?.date()?,
                source: row.required("source")?.to_owned(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sessions_follow_each_other_and_open_on_tuesdays() {
        for pair in sessions().windows(2) {
            assert_eq!(pair[0].session + 1, pair[1].session);
        }
        for session in sessions() {
            assert_eq!(session.opened.weekday(), Weekday::Tuesday, "{session:?}");
            assert!(session.debate > session.opened, "{session:?}");
        }
        assert_eq!(sessions().len(), 23);
    }

    #[test]
    fn the_rule_in_force() {
        assert_eq!(rule_on(date(2003, 3, 12)), None);
        assert_eq!(rule_on(date(2024, 9, 9)).unwrap().debate_after, 7);
        assert_eq!(rule_on(date(2024, 9, 10)).unwrap().debate_after, 14);
        assert_eq!((session_of(2020), session_of(1945)), (Some(75), None));
    }
}
