//! Days as decimal years, which horizontal axes of time are in.

use jiff::civil::{Date, date};

/// A day as a year and the part of it that has gone by: 2 July 2005 is 2005.5.
pub(super) fn year_of(day: Date) -> f64 {
    let start = date(day.year(), 1, 1);
    let gone = start.until(day).map_or(0, |span| span.get_days());
    f64::from(day.year()) + f64::from(gone) / f64::from(day.days_in_year())
}

/// The years that are marked between two, as many as a width in pixels has room for.
pub(super) fn marked(first: i16, last: i16, across: f64) -> Vec<i16> {
    let years = f64::from(last) - f64::from(first) + 1.0;
    let step = [1, 2, 5, 10, 20, 50]
        .into_iter()
        .find(|step| across / years * f64::from(*step) >= 40.0)
        .unwrap_or(100);
    (first..=last).filter(|year| year % step == 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_lie_in_their_year() {
        assert!((year_of(date(2005, 7, 2)) - (2005.0 + 182.0 / 365.0)).abs() < 1e-12);
        assert!((year_of(date(2004, 12, 31)) - (2004.0 + 365.0 / 366.0)).abs() < 1e-12);
        assert_eq!(
            marked(1998, 2011, 500.0),
            [1998, 2000, 2002, 2004, 2006, 2008, 2010]
        );
        assert_eq!(marked(1946, 1990, 100.0), [1960, 1980]);
    }
}
