//! Meetings by calendar year, over the time that a record covers.

use jiff::civil::{Date, date};

/// Days in a mean Gregorian year, to which rates are per year.
pub const YEAR_DAYS: f64 = 365.25;

/// Counts of meetings in successive calendar years, each with the part of it that is covered.
///
/// A covered year without a meeting is a zero; a year that no record covers is not in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Years {
    /// The first year.
    pub first: i16,
    /// Meetings that ended in each year.
    pub counts: Vec<u32>,
    /// The part of each year that is covered, above 0 and up to 1.
    pub exposure: Vec<f64>,
}

impl Years {
    /// Counts meetings by the year of their last day, from `since` to `until`, both included. Meetings
    /// outside are left out. Empty if `until` lies before `since`.
    pub fn of(meetings: &[Date], since: Date, until: Date) -> Self {
        let mut years = Years {
            first: since.year(),
            counts: Vec::new(),
            exposure: Vec::new(),
        };
        if until < since {
            return years;
        }
        for year in since.year()..=until.year() {
            let from = date(year, 1, 1).max(since);
            let to = date(year, 12, 31).min(until);
            let length = days_between(date(year, 1, 1), date(year, 12, 31)) + 1.0;
            years.exposure.push((days_between(from, to) + 1.0) / length);
            let held = meetings.iter().filter(|m| (from..=to).contains(m)).count();
            years.counts.push(u32::try_from(held).unwrap_or(u32::MAX));
        }
        years
    }
}

/// Days from one date to another; negative if it lies before.
pub(super) fn days_between(from: Date, to: Date) -> f64 {
    f64::from(from.until(to).map_or(0, |span| span.get_days()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeros_count_and_parts_of_years_are_parts() {
        let meetings = [date(2009, 8, 10), date(2012, 4, 2), date(2013, 1, 1)];
        let years = Years::of(&meetings, date(2009, 7, 2), date(2012, 12, 31));
        assert_eq!(years.first, 2009);
        assert_eq!(years.counts, [1, 0, 0, 1]);
        // 2 July to 31 December are 183 of 365 days.
        assert_eq!(years.exposure, [183.0 / 365.0, 1.0, 1.0, 1.0]);
    }

    #[test]
    fn no_time_no_years() {
        let years = Years::of(&[], date(2020, 1, 2), date(2020, 1, 1));
        assert!(years.counts.is_empty() && years.exposure.is_empty());
    }
}
