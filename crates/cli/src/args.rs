//! The command line.

use std::path::{Path, PathBuf};

use clap::{Parser, Subcommand, ValueEnum};
use entente_evidence::import::Kind;
use entente_evidence::{Issue, TableId};
use jiff::civil::Date;

/// Where and when the interests of states coincide, with evidence.
#[derive(Debug, Parser)]
#[command(
    name = "entente",
    version,
    about,
    after_help = "Example:\n  entente brief USA MEX --as-of 2021-02-01"
)]
pub struct Args {
    #[command(flatten)]
    pub evidence: EvidenceArgs,
    #[command(subcommand)]
    pub command: Command,
}

/// Which evidence to read.
#[derive(Debug, Clone, clap::Args)]
pub struct EvidenceArgs {
    /// A directory of evidence to put on top of the embedded one
    #[arg(long, value_name = "DIR", global = true)]
    pub evidence: Option<PathBuf>,
    /// Read only the directory given with --evidence
    #[arg(long, requires = "evidence", global = true)]
    pub without_embedded: bool,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// A sourced brief on two or more states as of a date
    Brief(BriefArgs),
    /// Voting coincidence in the General Assembly, session by session or year by year
    Coincidence(CoincidenceArgs),
    /// List states, or find one by name, code or number
    States(StatesArgs),
    /// The evidence: list, verify, import, export, build
    #[command(subcommand)]
    Evidence(EvidenceCommand),
    /// Print completions for a shell
    #[command(after_help = "Example:\n  entente completions bash > entente.bash")]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page, or write one page per command into a directory
    #[command(after_help = "Example:\n  entente man | man -l -")]
    Man {
        /// The directory
        directory: Option<PathBuf>,
    },
}

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    /// Aligned columns, for reading
    Table,
    /// Comma-separated values with one header line
    Csv,
    /// One JSON object
    Json,
}

/// How a brief is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum BriefFormat {
    /// For the terminal
    Text,
    /// One self-contained page
    Html,
    /// One JSON object
    Json,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente brief USA MEX --as-of 2021-02-01\n  entente brief Mexico Brasil \"Reino Unido\" --as-of 2019-09-01 --format html -o brief.html"
)]
pub struct BriefArgs {
    /// Two or more states: name, ISO code or COW number
    #[arg(required = true, num_args = 1.., value_name = "STATE")]
    pub states: Vec<String>,
    /// The date of reading: nothing later is used [default: the last day of votes and contacts on record]
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
    /// How to write it
    #[arg(long, value_enum, default_value = "text")]
    pub format: BriefFormat,
    /// Write to a file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente coincidence USA MEX --session 73\n  entente coincidence USA MEX --from 2009 --to 2012 --issue hr --format csv"
)]
pub struct CoincidenceArgs {
    /// Two or more states: name, ISO code or COW number
    #[arg(required = true, num_args = 1.., value_name = "STATE")]
    pub states: Vec<String>,
    /// One regular session
    #[arg(long, value_name = "N", conflicts_with_all = ["year", "from", "to"])]
    pub session: Option<u16>,
    /// One calendar year
    #[arg(long, value_name = "YEAR", conflicts_with_all = ["from", "to"])]
    pub year: Option<u16>,
    /// From this session, or this year (1946 and above is a year)
    #[arg(long, value_name = "A")]
    pub from: Option<u16>,
    /// To this session or year
    #[arg(long, value_name = "B")]
    pub to: Option<u16>,
    /// Coded issues (me, nu, di, hr, co, ec) or `all`; several with commas [default: all of these]
    #[arg(long, value_name = "ISSUE", value_delimiter = ',', value_parser = parse_issue)]
    pub issue: Vec<IssueWord>,
    /// The date of reading: nothing later is used [default: the last day of votes and contacts on record]
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
    /// How to write it
    #[arg(long, value_enum, default_value = "table")]
    pub format: TableFormat,
    /// Write to a file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// `all`, or a coded issue.
#[derive(Debug, Clone, Copy)]
pub struct IssueWord(pub entente_measures::IssueFilter);

fn parse_issue(word: &str) -> Result<IssueWord, String> {
    use entente_measures::IssueFilter;
    if word == "all" {
        return Ok(IssueWord(IssueFilter::All));
    }
    Issue::from_word(word)
        .map(|i| IssueWord(IssueFilter::Only(i)))
        .ok_or_else(|| {
            let listed: Vec<String> = Issue::ALL
                .iter()
                .map(|i| format!("{} ({})", i.as_str(), i.title()))
                .collect();
            format!("no such issue; there are: all, {}", listed.join(", "))
        })
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente states México\n  entente states --on 1950-06-25\n  entente states --member-of OAS --on 2021-02-01 --format csv"
)]
pub struct StatesArgs {
    /// A name, ISO code or COW number, or a part of a name
    pub query: Option<String>,
    /// Only states that existed on a date
    #[arg(long, value_name = "DATE")]
    pub on: Option<Date>,
    /// Only members of a body (UN, OAS, G20, …) on the date of --on, or today's members on record
    #[arg(long, value_name = "BODY")]
    pub member_of: Option<String>,
    /// How to write it
    #[arg(long, value_enum, default_value = "table")]
    pub format: TableFormat,
    /// Write to a file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub enum EvidenceCommand {
    /// List the tables with their publishers, periods and licences
    #[command(after_help = "Example:\n  entente evidence list --format json")]
    List {
        /// How to write it
        #[arg(long, value_enum, default_value = "table")]
        format: TableFormat,
        /// Print the works to cite as BibTeX instead
        #[arg(long)]
        bibtex: bool,
        /// Write to a file instead of the terminal
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Check every table: checksum, schema, every value, number of rows
    #[command(after_help = "Example:\n  entente evidence verify")]
    Verify,
    /// Read a publisher's file into a directory of evidence, all or nothing
    #[command(
        after_help = "Example:\n  entente evidence import 2020_ga_voting.csv --as undl-votes --into my-evidence\n  entente brief USA MEX --evidence my-evidence"
    )]
    Import {
        /// The publisher's file, plain or gzip
        file: PathBuf,
        /// Its format
        #[arg(long = "as", value_name = "KIND", value_parser = parse_kind)]
        kind: Kind,
        /// The directory; tables that it has already are added to
        #[arg(long, value_name = "DIR")]
        into: PathBuf,
    },
    /// Write a table as CSV, JSON or Parquet
    #[command(
        after_help = "Example:\n  entente evidence export votes --format parquet -o votes.parquet"
    )]
    Export {
        /// The table
        #[arg(value_parser = parse_table)]
        table: TableId,
        /// How to write it
        #[arg(long, value_enum, default_value = "csv")]
        format: ExportFormat,
        /// Only what was known on a date [default: everything on record]
        #[arg(long, value_name = "DATE")]
        as_of: Option<Date>,
        /// Write to a file instead of the terminal
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Make the bundle from the publishers' files
    #[command(
        after_help = "Example:\n  entente evidence build --from ../shared/data/raw --into data"
    )]
    Build {
        /// The directory of the publishers' files
        #[arg(long, value_name = "DIR")]
        from: PathBuf,
        /// The directory to write
        #[arg(long, value_name = "DIR")]
        into: PathBuf,
    },
}

/// How a table of evidence is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// Comma-separated values with one header line
    Csv,
    /// One JSON object
    Json,
    /// Apache Parquet
    Parquet,
}

fn parse_kind(word: &str) -> Result<Kind, String> {
    Kind::from_word(word).ok_or_else(|| {
        let listed: Vec<String> = Kind::ALL
            .iter()
            .map(|k| format!("  {:20} {}", k.as_str(), k.about()))
            .collect();
        format!("no such format; there are:\n{}", listed.join("\n"))
    })
}

fn parse_table(word: &str) -> Result<TableId, String> {
    TableId::from_name(word).ok_or_else(|| {
        let listed: Vec<&str> = TableId::ALL.iter().map(|t| t.as_str()).collect();
        format!("no such table; there are: {}", listed.join(", "))
    })
}

impl EvidenceArgs {
    /// Opens the evidence that the options ask for.
    pub fn open(&self) -> Result<entente_evidence::Evidence, entente_evidence::EvidenceError> {
        match self.directory() {
            Some(dir) => entente_evidence::Evidence::open(dir, !self.without_embedded),
            None => entente_evidence::Evidence::embedded(),
        }
    }

    /// The directory, if one is given.
    pub fn directory(&self) -> Option<&Path> {
        self.evidence.as_deref()
    }
}
