//! How often a mechanism is to meet.

use entente_measures::contact::YEAR_DAYS;
use jiff::Span;

/// A span of time from one meeting to the next, as declared in ISO 8601: `P1Y`, `P6M`.
#[derive(Clone, Debug, PartialEq)]
pub struct Cadence {
    /// As declared.
    pub text: String,
    /// In days: a year of 365.25, a month of a twelfth of that.
    pub days: f64,
}

impl Cadence {
    /// Reads a duration of years, months, weeks and days, longer than nothing.
    pub fn parse(text: &str) -> Option<Cadence> {
        let iso = text.starts_with('P') && !text.contains('T');
        let span: Span = if iso { text.parse().ok()? } else { return None };
        let days = YEAR_DAYS * (f64::from(span.get_years()) + f64::from(span.get_months()) / 12.0)
            + 7.0 * f64::from(span.get_weeks())
            + f64::from(span.get_days());
        (days >= 1.0).then(|| Cadence {
            text: text.to_owned(),
            days,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations() {
        for (text, days) in [
            ("P1Y", 365.25),
            ("P6M", 182.625),
            ("P1Y6M", 547.875),
            ("P2W", 14.0),
        ] {
            assert_eq!(Cadence::parse(text).unwrap().days, days, "{text}");
        }
        for text in ["", "1Y", "yearly", "PT1H", "P0D", "-P1Y", "P-1Y", "P"] {
            assert_eq!(Cadence::parse(text), None, "{text}");
        }
    }
}
