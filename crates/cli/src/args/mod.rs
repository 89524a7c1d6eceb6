//! The command line: what holds for every command; one file per command beside.

mod backtest;
mod brief;
mod claims;
mod coalition;
mod coincidence;
mod day;
mod dossier;
mod evidence;
mod forecast;
mod ideal_points;
mod ledger;
mod machinery;
mod partners;
mod reconcile;
mod selection;
mod shortlist;
mod states;
mod ties;
mod windows;

use std::path::{Path, PathBuf};

use clap::{Parser, Subcommand, ValueEnum};

use crate::input;

pub use backtest::BacktestArgs;
pub use brief::{BriefArgs, BriefFormat};
pub use claims::ClaimsArgs;
pub use coalition::CoalitionArgs;
pub use coincidence::CoincidenceArgs;
pub use day::day;
pub use dossier::DossierCommand;
pub use evidence::{CheckArgs, EvidenceCommand, ExportFormat, UpdateArgs, UpdateFormat};
pub use forecast::ForecastArgs;
pub use ideal_points::{IdealPointsArgs, Method};
pub use ledger::{
    AddAct, AddCommand, AddCommitment, AddConsultation, AddItem, AddOutcome, AddPosition, AddScore,
    AttachArgs, BackupArgs, By, CancelArgs, CarryArgs, CloseArgs, Closing, DrawArgs, DueArgs,
    ExportArgs, ExtendArgs, FetchArgs, HoldArgs, IcsArgs, ImportArgs, LedgerArgs, LedgerCommand,
    ListArgs, LogArgs, PackArgs, PlanArgs, PostponeArgs, RecordArgs, RestoreArgs, ReviseArgs,
    RolesArgs, RoomArgs, ScorecardArgs, SealArgs, ShowArgs, SourceArgs, SplitArgs, SupersedeArgs,
    VerifyArgs, Written,
};
pub use machinery::{MachineryArgs, MachineryFormat};
pub use partners::PartnersArgs;
pub use reconcile::ReconcileArgs;
pub use selection::SelectionArgs;
pub use shortlist::ShortlistArgs;
pub use states::StatesArgs;
pub use ties::TiesArgs;
pub use windows::{WindowsArgs, WindowsFormat};

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
    /// Write CSV for a spreadsheet: with a byte-order mark, and with an apostrophe before a text that the
    /// spreadsheet would calculate (one that begins with =, +, -, @, a tab or a line end); numbers stay numbers
    #[arg(long, global = true)]
    pub for_spreadsheet: bool,
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
    /// Use no network: the commands that would, `evidence check` and `evidence update`, refuse
    #[arg(long, global = true)]
    pub offline: bool,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// A sourced brief on two or more states as of a date
    Brief(BriefArgs),
    /// Voting coincidence in the General Assembly, session by session or year by year
    Coincidence(CoincidenceArgs),
    /// One pair's coincidence under every formula and set of votes, and why they differ
    Reconcile(ReconcileArgs),
    /// Where states stand on one dimension, session by session
    IdealPoints(IdealPointsArgs),
    /// How states will coincide in the next session, or vote on a resolution that comes back
    Forecast(ForecastArgs),
    /// Forecasts of past sessions, scored against what came
    Backtest(BacktestArgs),
    /// Interdependence and asymmetry of a pair: capabilities, asylum, organisations, pacts, events
    Ties(TiesArgs),
    /// Mechanisms and contact between two states: how alive they are, and whether they fray
    Machinery(MachineryArgs),
    /// When something can be moved: terms, elections, Council seats, sessions, summits, cycles
    Windows(WindowsArgs),
    /// Dossiers, the declared part of a relationship: check one, show one, print their schema
    #[command(subcommand)]
    Dossier(DossierCommand),
    /// Which agenda items of a dossier could move now, and why
    Shortlist(ShortlistArgs),
    /// What the sources of a dossier claim, put to the evidence
    Claims(ClaimsArgs),
    /// Candidates ranked as partners of a state by all measures at once
    Partners(PartnersArgs),
    /// Who elects in a body that votes by shares, and whose vote decides
    Coalition(CoalitionArgs),
    /// The ledger: consultations held, commitments made, and whether they were kept
    Ledger(LedgerArgs),
    /// List states, or find one by name, code or number
    States(StatesArgs),
    /// The evidence: list, status, check, update, verify, import, export, build
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

/// How a long table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FrameFormat {
    /// Aligned columns, for reading
    Table,
    /// Comma-separated values with one header line
    Csv,
    /// One JSON object
    Json,
    /// Apache Parquet
    Parquet,
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

/// How a result with a chart is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ChartFormat {
    /// Aligned columns, for reading
    Table,
    /// Comma-separated values with one header line
    Csv,
    /// One JSON object
    Json,
    /// A chart
    Svg,
}

impl EvidenceArgs {
    /// Opens the evidence that the options ask for.
    pub fn open(&self) -> Result<entente_evidence::Evidence, entente_evidence::EvidenceError> {
        match self.directory() {
            Some(dir) => {
                for table in entente_evidence::TableId::ALL {
                    input::note(&dir.join(format!("{table}.parquet")));
                }
                input::note(&dir.join("sources.toml"));
                entente_evidence::Evidence::open(dir, !self.without_embedded)
            }
            None => entente_evidence::Evidence::embedded(),
        }
    }

    /// The directory, if one is given.
    pub fn directory(&self) -> Option<&Path> {
        self.evidence.as_deref()
    }
}
