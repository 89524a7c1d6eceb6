//! Arguments of `entente claims`.

use std::path::PathBuf;

use entente_brief::Lang;
use jiff::civil::Date;

use super::TableFormat;
use super::brief::language;
use crate::args::day;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente claims usa-mexico --as-of 2021-02-01\n  entente claims my.toml --format json -o claims.json"
)]
pub struct ClaimsArgs {
    /// A dossier: one that comes with the program, or a file
    #[arg(value_name = "NAME|FILE")]
    pub dossier: String,
    /// The date of reading: nothing later is used [default: the last day of votes and contacts on record]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
    /// The language, of the dossier too where it is translated
    #[arg(long, value_name = "LANG", default_value = "en", value_parser = language)]
    pub lang: Lang,
    /// How to write it
    #[arg(long, value_enum, default_value = "table")]
    pub format: TableFormat,
    /// Write to a file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}
