//! How old each table is, and whether news is to be expected by its publisher's rhythm.

use entente_evidence::{AsOf, EvidenceError, ForEachTable, Record, Rhythm, TableId};
use entente_measures::forecast::{opens, session_on};
use jiff::civil::{Date, date};
use serde::Serialize;

use crate::reach::SILENT_DAYS;

/// How old a table is on a date.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TableStatus {
    /// The table.
    pub table: TableId,
    /// What it holds.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// The last day of which it tells by the date; empty if it tells of none.
    pub last: Option<Date>,
    /// Days from that day to the date.
    pub age_days: Option<i32>,
    /// How often its publisher brings out records; empty where nobody has said.
    pub rhythm: Option<Rhythm>,
    /// Whether its publisher should have brought out more by the date.
    pub news: News,
}

/// Whether a publisher should have brought out more than is on record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum News {
    /// By the rhythm there should be more.
    Expected,
    /// By the rhythm there should be no more.
    NotExpected,
    /// There is no rhythm to tell it by, or nothing on record.
    NotKnown,
}

impl News {
    /// In words.
    pub fn as_str(self) -> &'static str {
        match self {
            News::Expected => "expected",
            News::NotExpected => "none expected",
            News::NotKnown => "not known",
        }
    }

    /// Whether there should be more by a date than a table that tells of `last` at the latest.
    pub fn of(rhythm: Option<Rhythm>, last: Option<Date>, by: Date) -> Self {
        let Some((rhythm, last)) = rhythm.zip(last) else {
            return News::NotKnown;
        };
        let due = match rhythm {
            Rhythm::Session => votes_are_due(last, by),
            Rhythm::Yearly(month) => next_edition(last, month) <= by,
            Rhythm::Running => (by - last).get_days() > SILENT_DAYS,
            Rhythm::Editions => return News::NotKnown,
            Rhythm::Ended(_) => false,
        };
        match due {
            true => News::Expected,
            false => News::NotExpected,
        }
    }
}

/// Whether votes should be known by a day that were cast after another: a session has opened since, the
/// session is in its season (its opening to 31 December), or the record breaks off before the season's
/// last month.
fn votes_are_due(last: Date, by: Date) -> bool {
    let (Some(recorded), Some(under_way)) = (session_on(last), session_on(by)) else {
        return false;
    };
    let december = |day| date(opens(recorded).year(), 12, day);
    under_way > recorded || by <= december(31) || last < december(1)
}

/// The first day of the month in which figures come out for the year after the last on record: an edition
/// has those of the year before it.
fn next_edition(last: Date, month: u8) -> Date {
    let month = i8::try_from(month).unwrap_or(12).clamp(1, 12);
    date(last.year().saturating_add(2).min(9999), month, 1)
}

/// Every table that has a source or rows, as known on a date.
///
/// # Errors
/// If a table cannot be read.
pub fn evidence_status(as_of: &AsOf<'_>) -> Result<Vec<TableStatus>, EvidenceError> {
    let mut all = All {
        as_of,
        found: Vec::new(),
    };
    all.every()?;
    Ok(all.found)
}

struct All<'a, 'e> {
    as_of: &'a AsOf<'e>,
    found: Vec<TableStatus>,
}

impl ForEachTable for All<'_, '_> {
    type Error = EvidenceError;

    fn table<R: Record>(&mut self) -> Result<(), EvidenceError> {
        let date = self.as_of.date();
        let used = self.as_of.table_use::<R>()?;
        if used.horizon.is_none() && used.title.is_empty() {
            return Ok(());
        }
        self.found.push(TableStatus {
            table: used.table,
            title: used.title,
            publisher: used.publisher,
            last: used.horizon,
            age_days: used.horizon.map(|last| (date - last).get_days()),
            rhythm: used.rhythm,
            news: News::of(used.rhythm, used.horizon, date),
        });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn news(rhythm: Rhythm, last: Date, by: Date) -> News {
        News::of(Some(rhythm), Some(last), by)
    }

    /// Session 80 opened on 9 September 2025, session 81 on 8 September 2026.
    #[test]
    fn votes_are_expected_by_season() {
        use News::{Expected, NotExpected};
        for (last, by, wanted) in [
            // A record of all of the season: nothing until the next session opens.
            (date(2025, 12, 23), date(2026, 3, 1), NotExpected),
            (date(2026, 6, 4), date(2026, 9, 7), NotExpected),
            (date(2026, 6, 4), date(2026, 9, 8), Expected),
            (date(2026, 6, 4), date(2026, 11, 29), Expected),
            // In the season there is more to come; what broke off in it lacks December.
            (date(2026, 11, 20), date(2026, 11, 29), Expected),
            (date(2026, 11, 20), date(2027, 3, 1), Expected),
            (date(2026, 12, 20), date(2027, 3, 1), NotExpected),
            (date(2020, 1, 14), date(2026, 11, 29), Expected),
        ] {
            assert_eq!(news(Rhythm::Session, last, by), wanted, "{last} by {by}");
        }
    }

    #[test]
    fn other_rhythms() {
        let end = date(2024, 12, 31);
        let yearly = |by| news(Rhythm::Yearly(6), end, by);
        assert_eq!(yearly(date(2026, 5, 31)), News::NotExpected);
        assert_eq!(yearly(date(2026, 6, 1)), News::Expected);
        let running = |by| news(Rhythm::Running, end, by);
        assert_eq!(running(date(2025, 4, 10)), News::NotExpected);
        assert_eq!(running(date(2025, 4, 11)), News::Expected);
        let late = date(2026, 11, 29);
        assert_eq!(news(Rhythm::Ended(2021), end, late), News::NotExpected);
        assert_eq!(news(Rhythm::Editions, end, late), News::NotKnown);
        assert_eq!(News::of(Some(Rhythm::Running), None, late), News::NotKnown);
        assert_eq!(News::of(None, Some(end), late), News::NotKnown);
    }
}
