//! Arguments of the commands that ask the ledger.

use std::path::PathBuf;

use clap::ValueEnum;
use entente_ledger::{ItemLink, Kind};
use jiff::civil::Date;

use super::Written;
use super::add::item;
use crate::args::ChartFormat;
use crate::args::day;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente ledger list commitment --of nals-2016\n  entente ledger list consultation --of nals --format json"
)]
pub struct ListArgs {
    /// The kind: consultation, agenda-entry, position, outcome, commitment, score, act or document
    #[arg(value_name = "KIND")]
    pub kind: Kind,
    /// Only those of a mechanism (consultations), a consultation (agenda entries, outcomes, commitments) or a commitment (scores)
    #[arg(long, value_name = "ID")]
    pub of: Option<String>,
    #[command(flatten)]
    pub written: Written,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente ledger show nals-2016\n  entente ledger show commitment/2016-clean-power --format json"
)]
pub struct ShowArgs {
    /// The entry: its id, or kind/id where several have it
    #[arg(value_name = "ID")]
    pub id: String,
    #[command(flatten)]
    pub written: Written,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente ledger due --on 2026-01-01\n  entente ledger due --for MEX --until 2030-12-31\n  entente ledger due --all --format csv"
)]
pub struct DueArgs {
    /// The day of the question [default: today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub on: Option<Date>,
    /// Owed by this state; again for others
    #[arg(long = "for", value_name = "STATE")]
    pub states: Vec<String>,
    /// Counting for this mechanism
    #[arg(long, value_name = "ID")]
    pub mechanism: Option<String>,
    /// Made at this consultation
    #[arg(long, value_name = "ID")]
    pub consultation: Option<String>,
    /// Serving this item of a dossier
    #[arg(long, value_name = "DOSSIER/ITEM", value_parser = item)]
    pub item: Option<ItemLink>,
    /// Also what will be due by this day
    #[arg(long, value_name = "DATE", conflicts_with = "all", value_parser = day)]
    pub until: Option<Date>,
    /// Everything open, also what has no day
    #[arg(long)]
    pub all: bool,
    #[command(flatten)]
    pub written: Written,
}

/// What a scorecard's lines are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum By {
    /// States
    Party,
    /// Items of dossiers
    Item,
    /// Mechanisms
    Mechanism,
    /// Years in which commitments were made
    Year,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente ledger scorecard --mechanism nals\n  entente ledger scorecard --mechanism nals --by year --format svg -o compliance.svg"
)]
pub struct ScorecardArgs {
    /// Counting for this mechanism
    #[arg(long, value_name = "ID")]
    pub mechanism: Option<String>,
    /// Made by this state
    #[arg(long, value_name = "STATE")]
    pub party: Option<String>,
    /// Serving this item of a dossier
    #[arg(long, value_name = "DOSSIER/ITEM", value_parser = item)]
    pub item: Option<ItemLink>,
    /// Made in this year or later
    #[arg(long, value_name = "YEAR")]
    pub from: Option<i16>,
    /// Made in this year or earlier
    #[arg(long, value_name = "YEAR")]
    pub to: Option<i16>,
    /// A line for each
    #[arg(long, value_enum, default_value = "party")]
    pub by: By,
    /// How to write it
    #[arg(long, value_enum, default_value = "table")]
    pub format: ChartFormat,
    /// Write to a file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  entente ledger ics -o consultations.ics\n  entente ledger ics --mechanism nals --remind 30 --remind 3"
)]
pub struct IcsArgs {
    /// Only this mechanism's
    #[arg(long, value_name = "ID")]
    pub mechanism: Option<String>,
    /// A reminder so many days before; again for each [default: 14 and 2]
    #[arg(long, value_name = "DAYS", default_values_t = [14, 2], hide_default_value = true, value_parser = clap::value_parser!(u16).range(0..=365))]
    pub remind: Vec<u16>,
    /// Write to a file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente ledger log --last 10\n  entente ledger log commitment/2016-clean-power"
)]
pub struct LogArgs {
    /// Only of this entry: its id, or kind/id
    #[arg(value_name = "ID")]
    pub id: Option<String>,
    /// Only of this kind
    #[arg(long, value_name = "KIND")]
    pub kind: Option<Kind>,
    /// Not before this day, or this time in UTC
    #[arg(long, value_name = "TIME")]
    pub since: Option<super::keep::Moment>,
    /// Not after this day, or this time in UTC
    #[arg(long, value_name = "TIME")]
    pub until: Option<super::keep::Moment>,
    /// So many at most, the last ones
    #[arg(long, value_name = "NUMBER")]
    pub last: Option<u32>,
    #[command(flatten)]
    pub written: Written,
}
