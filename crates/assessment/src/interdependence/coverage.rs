//! The years that a table covers, and the words for a year that it does not.

use entente_states::{Ccode, system};

use crate::parties::Pair;

/// The years of which a table tells, read as of a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Coverage {
    what: &'static str,
    years: Option<(u16, u16)>,
}

impl Coverage {
    /// Of a table named in words, with nothing in it yet.
    pub(super) fn of(what: &'static str) -> Self {
        Coverage { what, years: None }
    }

    /// Takes a row in: it tells of these years.
    pub(super) fn reach(&mut self, first: u16, last: u16) {
        self.years = Some(match self.years {
            Some((from, to)) => (from.min(first), to.max(last)),
            None => (first, last),
        });
    }

    /// The first and the last year covered.
    pub(super) fn years(&self) -> Option<(u16, u16)> {
        self.years
    }

    /// Why the table is silent on a year; `None` if it covers it.
    pub(super) fn silence(&self, year: u16) -> Option<String> {
        let what = self.what;
        match self.years {
            None => Some(format!("{what} (nothing on record by the date)")),
            Some((first, _)) if year < first => Some(format!("{what} (record begins in {first})")),
            Some((_, last)) if year > last => Some(format!("{what} (record ends in {last})")),
            Some(_) => None,
        }
    }

    /// The same, and of a year before or after one of the states was in the state system.
    pub(super) fn silence_on(&self, pair: &Pair, year: u16) -> Option<String> {
        self.silence(year).or_else(|| {
            let (code, iso3) = [(pair.ccode1, &pair.iso3_1), (pair.ccode2, &pair.iso3_2)]
                .into_iter()
                .find(|(code, _)| !existed_in(*code, year))?;
            Some(format!(
                "{} ({iso3}, {code}, was not in the state system)",
                self.what
            ))
        })
    }
}

/// Whether a state was in the state system on a day of the year.
///
/// The list of states ends in 2016 and takes those of its last day to exist still.
pub(super) fn existed_in(state: Ccode, year: u16) -> bool {
    let year = i16::try_from(year).unwrap_or(i16::MAX);
    system().get(state).is_some_and(|s| {
        s.spells.iter().any(|spell| {
            spell.from.year() <= year && spell.until.is_none_or(|until| until.year() >= year)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_silent_year_has_its_reason() {
        let mut coverage = Coverage::of("events");
        assert_eq!(
            coverage.silence(2010).unwrap(),
            "events (nothing on record by the date)"
        );
        coverage.reach(2003, 2003);
        coverage.reach(2002, 2014);
        assert_eq!(
            coverage.silence(2001).unwrap(),
            "events (record begins in 2002)"
        );
        assert_eq!(
            coverage.silence(2015).unwrap(),
            "events (record ends in 2014)"
        );
        assert_eq!(coverage.silence(2014), None);
    }

    #[test]
    fn states_have_their_years() {
        let germany = Ccode(255);
        assert!(existed_in(germany, 1945) && existed_in(germany, 1990));
        assert!(!existed_in(germany, 1946) && !existed_in(germany, 1989));
    }
}
