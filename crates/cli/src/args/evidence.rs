//! Arguments of `entente evidence`.

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};
use entente_evidence::TableId;
use entente_evidence::import::Kind;
use jiff::civil::Date;

use super::TableFormat;
use crate::args::day;

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
    /// How old each table is, and whether news is to be expected by its publisher's rhythm
    #[command(
        after_help = "Examples:\n  entente evidence status\n  entente evidence status --on 2027-03-01 --format csv"
    )]
    Status {
        /// The date: nothing later is told [default: today]
        #[arg(long, value_name = "DATE", value_parser = day)]
        on: Option<Date>,
        /// How to write it
        #[arg(long, value_enum, default_value = "table")]
        format: TableFormat,
        /// Write to a file instead of the terminal
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Ask publishers whether they have more than the evidence here; nothing is changed
    ///
    /// Uses the network, one request at a time. Exit code 0: everybody who can be asked was asked, and nobody has
    /// more. Exit code 1: somebody has more, or could not be asked; the output says which.
    #[command(
        after_help = "Examples:\n  entente evidence check\n  entente evidence check --evidence mine --only un-assembly"
    )]
    Check(CheckArgs),
    /// Take in what publishers have that is newer, after trying it; the layer that was there is kept
    ///
    /// Uses the network, one request at a time. What is newer is fetched, read into a copy of the layer and held
    /// against the record. If something speaks against it, nothing is changed and the exit code is 1.
    #[command(
        after_help = "Examples:\n  entente evidence update --into mine --brief USA,MEX\n  entente evidence update --into mine --only un-assembly --dry-run"
    )]
    Update(UpdateArgs),
    /// Check every table: checksum, schema, every value, number of rows
    #[command(after_help = "Example:\n  entente evidence verify")]
    Verify,
    /// Read a publisher's file into a directory of evidence, all or nothing
    #[command(
        after_help = "Example:\n  entente evidence import 81.json --as unxml --into my-evidence\n  entente brief USA MEX --evidence my-evidence"
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
        /// Leave out what is faulty, import the rest, and write a list of what was left out: line, column, value and
        /// reason [default: one fault, and nothing is imported]
        #[arg(long)]
        skip_faulty: bool,
        /// Where the list of what was left out is written [default: left-out-FILE.csv in the directory]
        #[arg(long, value_name = "LIST", requires = "skip_faulty")]
        left_out: Option<PathBuf>,
        /// Write every vote that differs from the record to a CSV file
        #[arg(long, value_name = "FILE")]
        conflicts: Option<PathBuf>,
        /// Write how far the file agrees with the record, session by session, to a CSV file
        #[arg(long, value_name = "FILE")]
        by_session: Option<PathBuf>,
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
        #[arg(long, value_name = "DATE", value_parser = day)]
        as_of: Option<Date>,
        /// Write to a file instead of the terminal
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Count what the roll calls of each session were on: texts as a whole, paragraphs, amendments
    #[command(after_help = "Example:\n  entente evidence kinds --format csv")]
    Kinds {
        /// How to write it
        #[arg(long, value_enum, default_value = "table")]
        format: TableFormat,
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
        /// Leave a source out, for instance undl, whose terms are for non-commercial use
        #[arg(long, value_name = "SOURCE")]
        without: Vec<String>,
    },
    /// Say of every table what a row is, its columns, its key and where it comes from
    #[command(
        after_help = "Example:\n  entente evidence codebook\n  entente evidence codebook --into docs/src/codebook"
    )]
    Codebook {
        /// Write it into the pages of this directory, between the marks of each table
        #[arg(long, value_name = "DIR")]
        into: Option<PathBuf>,
    },
}

/// What publishers are asked.
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// Ask for this only, by its name in the list; may be given several times
    #[arg(long, value_name = "NAME")]
    pub only: Vec<String>,
    /// Another list of publishers than the one in the program
    #[arg(long, value_name = "FILE")]
    pub publishers: Option<PathBuf>,
    /// How to write it
    #[arg(long, value_enum, default_value = "table")]
    pub format: TableFormat,
    /// Write to a file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// What is taken in, and where.
#[derive(Debug, clap::Args)]
pub struct UpdateArgs {
    /// The directory of evidence to bring up to date; it is made if it is not there
    #[arg(long, value_name = "DIR")]
    pub into: PathBuf,
    /// Ask for this only, by its name in the list; may be given several times
    #[arg(long, value_name = "NAME")]
    pub only: Vec<String>,
    /// Another list of publishers than the one in the program
    #[arg(long, value_name = "FILE")]
    pub publishers: Option<PathBuf>,
    /// Accept what the publisher changed in a resolution, or the size of a file; may be given several times
    #[arg(long, value_name = "SYMBOL or FILE")]
    pub accept: Vec<String>,
    /// Tell which figures of the brief on these states move
    #[arg(long, value_name = "STATES", value_delimiter = ',')]
    pub brief: Vec<String>,
    /// The date of that brief [default: today]
    #[arg(long, value_name = "DATE", value_parser = day, requires = "brief")]
    pub as_of: Option<Date>,
    /// Do all but change the directory's tables
    #[arg(long)]
    pub dry_run: bool,
    /// How to write the report
    #[arg(long, value_enum, default_value = "text")]
    pub format: UpdateFormat,
    /// Write the report to a file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// How the report of an update is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum UpdateFormat {
    /// For reading
    Text,
    /// One JSON object
    Json,
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
