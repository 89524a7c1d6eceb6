//! Arguments of `entente windows`.

use std::path::PathBuf;

use clap::ValueEnum;
use entente_brief::Lang;
use jiff::civil::Date;

use super::brief::language;
use crate::args::day;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente windows USA MEX --as-of 2021-02-01\n  entente windows USA MEX --from 2021-01-01 --until 2025-12-31 --format ics -o windows.ics\n  entente windows USA MEX --cycles"
)]
pub struct WindowsArgs {
    /// Two or more states: name, ISO code or COW number
    #[arg(required = true, num_args = 1.., value_name = "STATE")]
    pub states: Vec<String>,
    /// Windows open on or after this day [default: the date of reading; with --cycles 50 years before]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub from: Option<Date>,
    /// Windows open on or before this day [default: 2 years later; with --cycles 25 years after the date of reading]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub until: Option<Date>,
    /// Only when terms of office begin close to each other, and how often
    #[arg(long)]
    pub cycles: bool,
    /// How close, in months, with --cycles
    #[arg(long, value_name = "MONTHS", requires = "cycles", default_value_t = entente_assessment::NEAR_MONTHS, value_parser = clap::value_parser!(u8).range(1..=60))]
    pub within: u8,
    /// Meetings of the mechanisms of this dossier: one that comes with the program, a file, or none
    /// [default: the one about these states, if there is one]
    #[arg(long, value_name = "DOSSIER", conflicts_with = "cycles")]
    pub dossier: Option<String>,
    /// A ledger whose held consultations count as meetings of their mechanism: a SQLite file, or postgres://USER@HOST/NAME [default: none]
    #[arg(long, value_name = "FILE|ADDRESS", conflicts_with = "cycles")]
    pub database: Option<String>,
    /// The date of reading: nothing later is used [default: the last day of votes and contacts on record]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
    /// The language of the page and of the titles in a calendar
    #[arg(long, value_name = "LANG", default_value = "en", value_parser = language)]
    pub lang: Lang,
    /// How to write it
    #[arg(long, value_enum, default_value = "table")]
    pub format: WindowsFormat,
    /// Write to a file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// How windows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum WindowsFormat {
    /// Prose and aligned columns, for reading
    Table,
    /// Comma-separated values with one header line
    Csv,
    /// One JSON object
    Json,
    /// A calendar file (RFC 5545), for a calendar program
    Ics,
}
