//! Rows of which each date is an event of its own: signature, ratification, entry into force, end.
//!
//! A date counts as known from its day, one of which only the month or the year is given from the last day of it.
//! Dates that lie ahead are taken out, those announced too: nothing says when they were.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::partial_date::PartialDate;

/// The day by which the first of the dates has come.
pub(super) fn earliest<const N: usize>(dates: [Option<PartialDate>; N]) -> Option<Date> {
    dates.into_iter().flatten().map(PartialDate::last).min()
}

/// The row as it read on a day: `put` puts the dates that had come in the row's place.
pub(super) fn on<R: Clone, const N: usize>(
    row: &R,
    known_from: Date,
    dates: [Option<PartialDate>; N],
    day: Date,
    put: impl FnOnce(&mut R, [Option<PartialDate>; N]),
) -> Option<Cow<'_, R>> {
    if known_from > day {
        return None;
    }
    let come = dates.map(|date| date.filter(|date| date.last() <= day));
    if come == dates {
        return Some(Cow::Borrowed(row));
    }
    let mut row = row.clone();
    put(&mut row, come);
    Some(Cow::Owned(row))
}

/// The last day of which a row, read on a day, tells: by dates that are events. An end may be what an agreement
/// foresaw, which says nothing of how far the list reaches.
pub(super) fn speaks_until<const N: usize>(
    known_from: Date,
    dates: [Option<PartialDate>; N],
    day: Date,
) -> Date {
    let come = dates.into_iter().flatten().map(PartialDate::last);
    let latest = come.filter(|date| *date <= day).max();
    latest.unwrap_or(known_from).max(known_from).min(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn dates() -> [Option<PartialDate>; 3] {
        ["2018-11-30", "2020-07", "2036"].map(|date| date.parse().ok())
    }

    #[test]
    fn dates_come_one_by_one() {
        let shown = |year, month, day| {
            let day = date(year, month, day);
            on(&dates(), date(2018, 11, 30), dates(), day, |row, come| {
                *row = come
            })
            .map(|row| row.iter().flatten().count())
        };
        assert_eq!(shown(2018, 11, 29), None);
        assert_eq!(shown(2018, 11, 30), Some(1));
        assert_eq!(shown(2020, 7, 30), Some(1));
        assert_eq!(shown(2020, 7, 31), Some(2));
        assert_eq!(shown(2036, 12, 31), Some(3));
        assert_eq!(earliest(dates()), Some(date(2018, 11, 30)));
        let until = |day| speaks_until(date(2018, 11, 30), dates(), day);
        assert_eq!(until(date(2019, 6, 1)), date(2018, 11, 30));
        assert_eq!(until(date(2021, 6, 1)), date(2020, 7, 31));
    }
}
