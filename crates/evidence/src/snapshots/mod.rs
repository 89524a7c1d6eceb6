//! How long a wording stood in the World Factbook, and what was known of that on a day.
//!
//! The tables are made from snapshots of the Factbook. A row has the first snapshot in which its wording stood and
//! the last. That it stands no more shows in the next snapshot only, and on a day before that nobody can know it.

use std::borrow::Cow;
use std::sync::LazyLock;

use jiff::civil::{Date, date};

/// The last snapshot: the Factbook was taken down in February 2026. What stood in it had no end.
pub(crate) const CLOSED: Date = date(2026, 1, 22);

/// The days of the snapshots in which some wording stood for the first or the last time, in order.
static SNAPSHOTS: LazyLock<Vec<Date>> = LazyLock::new(|| {
    let days = include_str!("factbook.txt").lines();
    days.filter_map(|day| day.parse().ok()).collect()
});

/// The last snapshot in which a wording stood, as far as it was known on a day; nothing if the wording itself was
/// not known yet.
pub(crate) fn stood(first: Date, last: Option<Date>, day: Date) -> Option<Option<Date>> {
    (first <= day).then(|| last.filter(|last| missed(*last) <= day))
}

/// The last snapshot taken by a day.
pub(crate) fn last_by(day: Date) -> Option<Date> {
    let taken = SNAPSHOTS.partition_point(|taken| *taken <= day);
    SNAPSHOTS.get(taken.checked_sub(1)?).copied()
}

/// The day on which a wording was missed: that of the snapshot after its last.
fn missed(last: Date) -> Date {
    let next = SNAPSHOTS.partition_point(|day| *day <= last);
    SNAPSHOTS.get(next).copied().unwrap_or(last)
}

/// The row as it read on a day: `end` puts the last snapshot that was known then in the row's place.
pub(crate) fn on<R: Clone>(
    row: &R,
    first: Date,
    last: Option<Date>,
    day: Date,
    end: impl FnOnce(&mut R, Option<Date>),
) -> Option<Cow<'_, R>> {
    let known = stood(first, last, day)?;
    if known == last {
        return Some(Cow::Borrowed(row));
    }
    let mut row = row.clone();
    end(&mut row, known);
    Some(Cow::Owned(row))
}

/// The last day of which a row, read on a day, tells.
pub(crate) fn speaks_until(first: Date, last: Option<Date>, day: Date) -> Date {
    let known = stood(first, last, day).flatten();
    known.unwrap_or(CLOSED).min(day).max(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_snapshots_are_days_in_order() {
        assert_eq!(
            SNAPSHOTS.len(),
            include_str!("factbook.txt").lines().count()
        );
        assert!(SNAPSHOTS.is_sorted());
        assert_eq!(SNAPSHOTS.last(), Some(&CLOSED));
    }

    #[test]
    fn that_a_wording_is_gone_shows_in_the_next_snapshot() {
        let (first, last) = (date(2020, 11, 24), Some(date(2021, 3, 1)));
        assert_eq!(stood(first, last, date(2020, 11, 23)), None);
        assert_eq!(stood(first, last, date(2021, 3, 1)), Some(None));
        assert_eq!(stood(first, last, date(2021, 5, 22)), Some(None));
        assert_eq!(stood(first, last, date(2021, 5, 23)), Some(last));
        assert_eq!(
            speaks_until(first, last, date(2021, 4, 1)),
            date(2021, 4, 1)
        );
        assert_eq!(
            speaks_until(first, last, date(2022, 1, 1)),
            date(2021, 3, 1)
        );
        assert_eq!(speaks_until(first, None, date(2026, 6, 1)), CLOSED);
    }
}
