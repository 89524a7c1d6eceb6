//! Arguments of `entente ledger draw`.

use jiff::civil::Date;

use super::Written;
use crate::args::day;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente ledger draw hled-2027\n  entente ledger draw hled-2027 --first 3 --dossier usa-mexico --as-of 2026-11-25"
)]
pub struct DrawArgs {
    /// The consultation, by its id
    #[arg(value_name = "CONSULTATION")]
    pub consultation: String,
    /// How many items at most; what is on the agenda already stays there
    #[arg(long, value_name = "NUMBER", default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..=100))]
    pub first: u16,
    /// The dossier: one that ships, or a file [default: the one that ships and declares the mechanism]
    #[arg(long, value_name = "DOSSIER")]
    pub dossier: Option<String>,
    /// The date of reading [default: today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
    #[command(flatten)]
    pub written: Written,
}
