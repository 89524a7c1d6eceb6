//! Arguments of the commands that change an entry.

use std::path::PathBuf;

use clap::ValueEnum;
use jiff::civil::Date;

use super::Written;
use crate::args::day;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  entente ledger hold hled-2027-03-08 --start 2027-03-09 --place \"Mexico City\" --reached climate-2027"
)]
pub struct HoldArgs {
    /// The consultation
    pub id: String,
    /// First day
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub start: Date,
    /// Last day [default: the first]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub end: Option<Date>,
    /// Where
    #[arg(long, value_name = "TEXT")]
    pub place: Option<String>,
    /// An entry of its agenda that was reached; again for each. If any is named, the others were not
    #[arg(long, value_name = "ID")]
    pub reached: Vec<String>,
    #[command(flatten)]
    pub written: Written,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  entente ledger postpone hled-2027-03-08 --reason \"A change of ministers\" --to 2027-05-10"
)]
pub struct PostponeArgs {
    /// The consultation
    pub id: String,
    /// Why
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// The new first day, if there is one
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub to: Option<Date>,
    /// The new last day [default: as long as it was to last]
    #[arg(long, value_name = "DATE", requires = "to", value_parser = day)]
    pub end: Option<Date>,
    #[command(flatten)]
    pub written: Written,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  entente ledger cancel hled-2027-03-08 --reason \"Given up by the host\""
)]
pub struct CancelArgs {
    /// The consultation
    pub id: String,
    /// Why
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    #[command(flatten)]
    pub written: Written,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  entente ledger carry hled-2027-03-08 --to hled-2027-09-06")]
pub struct CarryArgs {
    /// The consultation that did not reach it
    pub from: String,
    /// The later consultation
    #[arg(long, value_name = "ID")]
    pub to: String,
    #[command(flatten)]
    pub written: Written,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  entente ledger extend 2021-methane-plans --to 2027-12-31 --reason \"The parties agreed to a later day\""
)]
pub struct ExtendArgs {
    /// The commitment
    pub id: String,
    /// The new last day
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub to: Date,
    /// Why
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// The day on which that was decided [default: today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub decided: Option<Date>,
    #[command(flatten)]
    pub written: Written,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  entente ledger split 2016-methane --part \"Rules for new wells\" --part \"Rules for wells in use\""
)]
pub struct SplitArgs {
    /// The commitment
    pub id: String,
    /// What a part is to do; again for each. Parties, days and source are those of the whole
    #[arg(long = "part", value_name = "TEXT", conflicts_with = "parts")]
    pub part: Vec<String>,
    /// A file of the parts, as `entente ledger record` reads it
    #[arg(long, value_name = "FILE")]
    pub parts: Option<PathBuf>,
    /// The day on which that was decided [default: today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub on: Option<Date>,
    #[command(flatten)]
    pub written: Written,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  entente ledger supersede 2016-methane --text \"Cut methane from oil and gas by 75 per cent by 2030\" --due 2030-12-31 --citation \"Declaration of 10 January 2023\" --made 2023-01-10"
)]
pub struct SupersedeArgs {
    /// The commitment
    pub id: String,
    /// What is to be done now
    #[arg(long, value_name = "TEXT")]
    pub text: String,
    /// By when [default: no day]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub due: Option<Date>,
    /// By whom; again for each [default: as before]
    #[arg(long, value_name = "STATE")]
    pub by: Vec<String>,
    /// The day on which the new one was made
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub made: Date,
    /// The consultation at which it was made
    #[arg(long, value_name = "ID")]
    pub consultation: Option<String>,
    #[command(flatten)]
    pub source: super::SourceArgs,
    /// Why
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    /// The new one's id [default: assigned]
    #[arg(
        long = "new-id",
        value_name = "ID",
        default_value = "",
        hide_default_value = true
    )]
    pub new_id: String,
    #[command(flatten)]
    pub written: Written,
}

/// What became of a commitment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Closing {
    /// It was done
    Done,
    /// The parties gave it up
    Withdrawn,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  entente ledger close 2021-methane-plans done --on 2026-11-01")]
pub struct CloseArgs {
    /// The commitment
    pub id: String,
    /// What became of it
    pub closing: Closing,
    /// The day [default: today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub on: Option<Date>,
    /// Why; needed where it was withdrawn
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    #[command(flatten)]
    pub written: Written,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente ledger revise score/2016-clean-power-mex withdrawn=\"The figure was corrected\"\n  entente ledger revise consultation/hled-2027-03-08 'planned={\"start\":\"2027-03-09\",\"end\":\"2027-03-10\"}'"
)]
pub struct ReviseArgs {
    /// The entry, as kind/id
    #[arg(value_name = "KIND/ID")]
    pub entry: String,
    /// A field and its new value, as text or JSON; nothing after the sign takes it out
    #[arg(value_name = "FIELD=VALUE", required = true)]
    pub fields: Vec<String>,
    /// The version that you looked at: if it is no longer the latest, nothing is changed
    #[arg(long, value_name = "VERSION")]
    pub from: Option<i64>,
    #[command(flatten)]
    pub written: Written,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  entente ledger attach statement.pdf --to consultation/nals-2023\n  entente ledger attach notes.docx --as MEX --own --to agenda-entry/climate-2027"
)]
pub struct AttachArgs {
    /// The document
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// What it is attached to; again for each
    #[arg(long, value_name = "KIND/ID")]
    pub to: Vec<String>,
    /// What it is called [default: the file's name]
    #[arg(long, value_name = "TEXT")]
    pub name: Option<String>,
    /// Its media type [default: by the file's ending]
    #[arg(long, value_name = "TYPE")]
    pub media_type: Option<String>,
    /// It is your delegation's own (--as): no other sees it
    #[arg(long)]
    pub own: bool,
    #[command(flatten)]
    pub written: Written,
}
