//! Arguments of `entente ledger plan`.

use jiff::civil::Date;

use super::Written;
use crate::args::day;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente ledger plan hled --cadence P6M --from 2027-01-11 --times 4 --dry-run\n  entente ledger plan nals --cadence P1Y --from 2027-02-01 --until 2030-12-31"
)]
pub struct PlanArgs {
    /// The mechanism, by its id in a dossier
    pub mechanism: String,
    /// From one consultation to the next, an ISO 8601 duration: P6M, P1Y, P3W [default: the mechanism's cadence]
    #[arg(long, value_name = "DURATION")]
    pub cadence: Option<String>,
    /// A day of the week in which the first is wanted
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub from: Date,
    /// The last day on which one may be wanted
    #[arg(
        long,
        value_name = "DATE",
        conflicts_with = "times",
        required_unless_present = "times", value_parser = day)]
    pub until: Option<Date>,
    /// How many
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..=100))]
    pub times: Option<u16>,
    /// The dossier that declares the mechanism: one that comes with the program, or a file [default: the one that comes with the program and has it]
    #[arg(long, value_name = "NAME|FILE")]
    pub dossier: Option<String>,
    /// The date of reading of elections and terms [default: today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
    /// Show the consultations without writing them
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub written: Written,
}
