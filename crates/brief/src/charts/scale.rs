//! Years along the horizontal axis.

use jiff::civil::{Date, date};

/// Whole years between two columns of pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    first: i16,
    last: i16,
    left: i32,
    right: i32,
}

impl Scale {
    pub(super) fn of(first: i16, last: i16, left: i32, right: i32) -> Self {
        Scale {
            first,
            last: last.max(first),
            left,
            right,
        }
    }

    pub(super) fn first(&self) -> i16 {
        self.first
    }

    pub(super) fn years(&self) -> std::ops::RangeInclusive<i16> {
        self.first..=self.last
    }

    /// Where a day lies; at the edge if it lies outside.
    pub(super) fn day(&self, day: Date) -> i32 {
        let start = date(day.year(), 1, 1);
        let part = start.until(day).map_or(0, |s| s.get_days());
        self.at(f64::from(day.year()) + f64::from(part) / 366.0)
    }

    pub(super) fn start_of(&self, year: i16) -> i32 {
        self.at(f64::from(year))
    }

    /// The two sides of a year's bar.
    pub(super) fn bar(&self, year: i16) -> (i32, i32) {
        let (from, to) = (self.start_of(year), self.start_of(year.saturating_add(1)));
        let gap = ((to - from) / 6).max(1);
        (from + gap, (to - gap).max(from + gap + 1))
    }

    fn at(&self, year: f64) -> i32 {
        let years = f64::from(self.last) + 1.0 - f64::from(self.first);
        let share = ((year - f64::from(self.first)) / years).clamp(0.0, 1.0);
        self.left + (share * f64::from(self.right - self.left)).round() as i32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_lie_in_their_year() {
        let scale = Scale::of(2000, 2009, 100, 200);
        assert_eq!(scale.start_of(2000), 100);
        assert_eq!(scale.start_of(2010), 200);
        assert_eq!(scale.day(date(2005, 7, 2)), 155);
        assert_eq!(scale.day(date(1990, 1, 1)), 100);
        let (from, to) = scale.bar(2003);
        assert!(130 < from && from < to && to < 140);
    }
}
