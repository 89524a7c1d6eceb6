//! Arguments of `entente ledger record` and `entente ledger add`.

use std::path::PathBuf;
use std::str::FromStr;

use clap::Subcommand;
use entente_ledger::{ItemLink, SHIPPED_CASES};
use jiff::civil::Date;

use super::Written;
use crate::args::day;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente ledger record --shipped north-american-leaders\n  entente ledger record outcomes.toml --author \"Planning staff\"\n  entente ledger record entries.jsonl"
)]
pub struct RecordArgs {
    /// JSON Lines or TOML (by its ending, .toml), an entry each; the book says what they hold
    #[arg(value_name = "FILE", required_unless_present = "shipped")]
    pub file: Option<PathBuf>,
    /// A case that comes with the program
    #[arg(long, value_name = "NAME", conflicts_with = "file", value_parser = shipped)]
    pub shipped: Option<String>,
    #[command(flatten)]
    pub written: Written,
}

fn shipped(name: &str) -> Result<String, String> {
    let names: Vec<&str> = SHIPPED_CASES.iter().map(|(name, _)| *name).collect();
    match names.contains(&name) {
        true => Ok(name.to_owned()),
        false => Err(format!("there is {}", names.join(", "))),
    }
}

#[derive(Debug, clap::Args)]
pub struct AddArgs {
    #[command(subcommand)]
    pub entry: AddCommand,
}

#[derive(Debug, Subcommand)]
pub enum AddCommand {
    /// A meeting of a mechanism
    Consultation(AddConsultation),
    /// An entry of a consultation's agenda
    Item(AddItem),
    /// Your delegation's own notes on an entry of an agenda, which no other sees
    Position(AddPosition),
    /// A result of a consultation that is no commitment
    Outcome(AddOutcome),
    /// Who does what by when
    Commitment(AddCommitment),
    /// How far a party has kept a commitment
    Score(AddScore),
    /// A goodwill or an unfriendly act of a party
    Act(AddAct),
}

/// A public source.
#[derive(Debug, clap::Args)]
pub struct SourceArgs {
    /// Where it is from: author, title, publisher, date, place in it
    #[arg(long, value_name = "TEXT")]
    pub citation: String,
    /// Where that can be read
    #[arg(long, value_name = "URL")]
    pub address: Option<String>,
    /// Its own words
    #[arg(long, value_name = "TEXT")]
    pub quote: Option<String>,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  entente ledger add consultation hled --title \"High-Level Economic Dialogue\" --start 2027-03-08 --end 2027-03-09 --place \"Mexico City\""
)]
pub struct AddConsultation {
    /// The mechanism, by its id in a dossier
    pub mechanism: String,
    /// In a line [default: the mechanism's name]
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// First day
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub start: Date,
    /// Last day [default: the first]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub end: Option<Date>,
    /// A party; again for each [default: the mechanism's parties]
    #[arg(long = "party", value_name = "STATE")]
    pub parties: Vec<String>,
    /// Who meets: leader, minister or official [default: the mechanism's level]
    #[arg(long, value_name = "LEVEL")]
    pub level: Option<String>,
    /// Where
    #[arg(long, value_name = "TEXT")]
    pub place: Option<String>,
    /// The dossier that declares the mechanism: one that comes with the program, or a file
    #[arg(long, value_name = "NAME|FILE")]
    pub dossier: Option<String>,
    /// What a reader must know
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// A short name without blanks [default: assigned]
    #[arg(long, value_name = "ID", default_value = "", hide_default_value = true)]
    pub id: String,
    #[command(flatten)]
    pub written: Written,
}

/// An office that leads for a party: `MEX:Secretary of Energy`.
#[derive(Clone, Debug)]
pub struct LeadOf {
    pub party: String,
    pub office: String,
}

impl FromStr for LeadOf {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once(':') {
            Some((party, office)) if !office.trim().is_empty() => Ok(LeadOf {
                party: party.trim().to_owned(),
                office: office.trim().to_owned(),
            }),
            _ => Err("write STATE:OFFICE, as \"MEX:Secretary of Energy\"".to_owned()),
        }
    }
}

pub(super) fn item(text: &str) -> Result<ItemLink, String> {
    match text.split_once('/') {
        Some((dossier, item)) if !dossier.is_empty() && !item.is_empty() => Ok(ItemLink {
            dossier: dossier.to_owned(),
            item: item.to_owned(),
        }),
        _ => Err("write DOSSIER/ITEM, as usa-mexico/climate".to_owned()),
    }
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  entente ledger add item nals-2023 --item usa-mexico/climate --lead \"MEX:Secretary of Environment\""
)]
pub struct AddItem {
    /// The consultation
    pub consultation: String,
    /// The dossier's item that it takes up
    #[arg(long, value_name = "DOSSIER/ITEM", value_parser = item, required_unless_present = "title")]
    pub item: Option<ItemLink>,
    /// Its own title
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// Its place in the order, from 1 [default: after the last]
    #[arg(long, value_name = "NUMBER")]
    pub order: Option<u32>,
    /// Who leads for a party; again for each
    #[arg(long = "lead", value_name = "STATE:OFFICE")]
    pub leads: Vec<LeadOf>,
    /// What a reader must know
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// A short name without blanks [default: assigned]
    #[arg(long, value_name = "ID", default_value = "", hide_default_value = true)]
    pub id: String,
    #[command(flatten)]
    pub written: Written,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  entente ledger add position climate-2027 --as MEX --aim \"A date for the report\" --red-line \"No new obligation\""
)]
pub struct AddPosition {
    /// The entry of an agenda
    pub entry: String,
    /// What is aimed at
    #[arg(long, value_name = "TEXT")]
    pub aim: String,
    /// What would do instead
    #[arg(long, value_name = "TEXT")]
    pub fallback: Option<String>,
    /// What cannot be given up
    #[arg(long, value_name = "TEXT")]
    pub red_line: Option<String>,
    /// Anything else
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    #[command(flatten)]
    pub written: Written,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  entente ledger add outcome nals-2023 --text \"A declaration was adopted\" --citation \"Declaration of North America, 10 January 2023\""
)]
pub struct AddOutcome {
    /// The consultation
    pub consultation: String,
    /// In a sentence
    #[arg(long, value_name = "TEXT")]
    pub text: String,
    /// The entry of its agenda that led to it
    #[arg(long, value_name = "ID")]
    pub entry: Option<String>,
    #[command(flatten)]
    pub source: SourceArgs,
    /// A short name without blanks [default: assigned]
    #[arg(long, value_name = "ID", default_value = "", hide_default_value = true)]
    pub id: String,
    #[command(flatten)]
    pub written: Written,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  entente ledger add commitment --by MEX --by USA --text \"Publish a joint report on waiting times\" --made 2026-03-02 --due 2026-12-31 --mechanism hled --citation \"Joint statement of 2 March 2026\""
)]
pub struct AddCommitment {
    /// What is to be done, in a sentence
    #[arg(long, value_name = "TEXT")]
    pub text: String,
    /// By whom; again for each
    #[arg(long, value_name = "STATE", required = true)]
    pub by: Vec<String>,
    /// The day on which it was made [default: the consultation's last]
    #[arg(long, value_name = "DATE", required_unless_present = "consultation", value_parser = day)]
    pub made: Option<Date>,
    /// The last day by which it is to be done
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub due: Option<Date>,
    /// The consultation at which it was made
    #[arg(long, value_name = "ID")]
    pub consultation: Option<String>,
    /// The mechanism for which it counts, if no consultation is given
    #[arg(long, value_name = "ID", conflicts_with = "consultation")]
    pub mechanism: Option<String>,
    /// The dossier's item that it serves
    #[arg(long, value_name = "DOSSIER/ITEM", value_parser = item)]
    pub item: Option<ItemLink>,
    /// How it would be verified
    #[arg(long, value_name = "TEXT")]
    pub verification: Option<String>,
    #[command(flatten)]
    pub source: SourceArgs,
    /// What a reader must know
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// A short name without blanks [default: assigned]
    #[arg(long, value_name = "ID", default_value = "", hide_default_value = true)]
    pub id: String,
    #[command(flatten)]
    pub written: Written,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  entente ledger add score 2021-methane-plans CAN 0 --stage interim --assessor \"Planning staff\" --date 2026-11-01 --basis \"A plan was published, without a target\" --address https://example.org/plan"
)]
pub struct AddScore {
    /// The commitment
    pub commitment: String,
    /// The party
    pub party: String,
    /// -1 no or contrary action, 0 partial or in progress, 1 full
    #[arg(allow_negative_numbers = true, value_parser = clap::value_parser!(i8).range(-1..=1))]
    pub score: i8,
    /// Whether that is the last word: interim or final
    #[arg(long, value_name = "STAGE", value_parser = ["interim", "final"])]
    pub stage: String,
    /// Who says so: a body, or an office
    #[arg(long, value_name = "NAME")]
    pub assessor: String,
    /// The day of the assessment [default: today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub date: Option<Date>,
    /// What it rests on
    #[arg(long, value_name = "TEXT")]
    pub basis: String,
    /// Where that can be read
    #[arg(long, value_name = "URL")]
    pub address: String,
    /// A short name without blanks [default: assigned]
    #[arg(long, value_name = "ID", default_value = "", hide_default_value = true)]
    pub id: String,
    #[command(flatten)]
    pub written: Written,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  entente ledger add act USA --date 2026-10-12 --weight -0.5 --text \"New duties on steel\" --citation \"Proclamation of 12 October 2026\""
)]
pub struct AddAct {
    /// Whose act
    pub party: String,
    /// The day
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub date: Date,
    /// From -1, most unfriendly, to 1, most friendly
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true)]
    pub weight: f64,
    /// What was done, in a sentence
    #[arg(long, value_name = "TEXT")]
    pub text: String,
    #[command(flatten)]
    pub source: SourceArgs,
    /// A short name without blanks [default: assigned]
    #[arg(long, value_name = "ID", default_value = "", hide_default_value = true)]
    pub id: String,
    #[command(flatten)]
    pub written: Written,
}
