//! The sessions or years that are asked for.

use entente_evidence::RollCallView;
use entente_measures::Period;

use crate::args::CoincidenceArgs;
use crate::failure::Failure;

/// Numbers from here on are years; sessions will not reach it for a long time.
const FIRST_YEAR: u16 = 1946;

/// The sessions or years asked for.
pub struct Span {
    years: bool,
    from: u16,
    to: u16,
}

impl Span {
    /// Reads --session, --year, --from and --to.
    ///
    /// # Errors
    /// If a session and a year are mixed, or the end lies before the start.
    pub fn of(options: &CoincidenceArgs) -> Result<Self, Failure> {
        if let Some(session) = options.session {
            return Ok(Span {
                years: false,
                from: session,
                to: session,
            });
        }
        if let Some(year) = options.year {
            return Ok(Span {
                years: true,
                from: year,
                to: year,
            });
        }
        let years = options.from.or(options.to).is_some_and(|n| n >= FIRST_YEAR);
        let (from, to) = (options.from.unwrap_or(0), options.to.unwrap_or(u16::MAX));
        let mixed = options
            .from
            .zip(options.to)
            .is_some_and(|(a, b)| (a >= FIRST_YEAR) != (b >= FIRST_YEAR));
        if mixed {
            return Err(Failure::usage(format!(
                "--from {from} --to {to} mixes a session and a year"
            ))
            .help("give two sessions (1 to 74) or two years (1946 and above)"));
        }
        if from > to {
            return Err(Failure::usage(format!(
                "--from {from} lies after --to {to}"
            )));
        }
        Ok(Span { years, from, to })
    }

    pub fn period_of(&self) -> fn(&RollCallView<'_>) -> Period {
        if self.years {
            Period::year_of
        } else {
            Period::session_of
        }
    }

    pub fn holds(&self, period: Period) -> bool {
        let (Period::Session(n) | Period::Year(n)) = period;
        (self.from..=self.to).contains(&n)
    }
}

impl std::fmt::Display for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let noun = if self.years { "year" } else { "session" };
        match (self.from, self.to) {
            (from, to) if from == to => write!(f, "in {noun} {from}"),
            (from, u16::MAX) => write!(f, "from {noun} {from}"),
            (from, to) => write!(f, "in {noun}s {from} to {to}"),
        }
    }
}
