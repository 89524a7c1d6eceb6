//! Arguments of `entente shortlist`.

use std::path::PathBuf;

use entente_assessment::Horizon;
use entente_brief::Lang;
use jiff::Span;
use jiff::civil::Date;

use super::TableFormat;
use super::brief::language;
use crate::args::day;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente shortlist usa-mexico --as-of 2021-02-01\n  entente shortlist usa-mexico --as-of 2017-02-01 --horizon P6M\n  entente shortlist my.toml --weights \"acceptance > stake, window >= 0.2\" --format json"
)]
pub struct ShortlistArgs {
    /// A dossier: one that comes with the program, or a file
    #[arg(value_name = "NAME|FILE")]
    pub dossier: String,
    /// A ledger whose acts count for the climate, and whose held consultations count as meetings: a SQLite file, or postgres://USER@HOST/NAME [default: none]
    #[arg(long, value_name = "FILE|ADDRESS")]
    pub database: Option<String>,
    /// The date of reading: nothing later is used [default: the last day of votes and contacts on record]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
    /// How far ahead to look: an ISO 8601 duration up to five years, as P12M, P1Y, P90D
    #[arg(long, value_name = "DURATION", default_value = "P12M")]
    pub horizon: Ahead,
    /// What is known of the weights of coincidence, stake, carrier, window and acceptance: an order or bounds, as "acceptance > stake, window >= 0.2" [default: nothing]
    #[arg(
        long,
        value_name = "WORDS",
        default_value = "",
        hide_default_value = true
    )]
    pub weights: String,
    /// The language of the reasons, and of the dossier where it is translated
    #[arg(long, value_name = "LANG", default_value = "en", value_parser = language)]
    pub lang: Lang,
    /// How to write it
    #[arg(long, value_enum, default_value = "table")]
    pub format: TableFormat,
    /// Write to a file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// A duration without hours, whose days depend on the date from which it runs.
#[derive(Clone, Copy, Debug)]
pub struct Ahead(Span);

impl std::str::FromStr for Ahead {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let refused =
            || format!("{text:?} is no duration of days, weeks, months or years, as P12M");
        let span: Span = text.parse().map_err(|_| refused())?;
        match text.contains('T') || span.is_negative() {
            true => Err(refused()),
            false => Ok(Ahead(span)),
        }
    }
}

impl Ahead {
    /// As days from a date; `None` beyond five years or below a day.
    pub fn from(self, date: Date) -> Option<Horizon> {
        let until = date.checked_add(self.0).ok()?;
        Horizon::of_days(u16::try_from((until - date).get_days()).ok()?)
    }
}
