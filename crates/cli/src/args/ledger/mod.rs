//! Arguments of `entente ledger`: what holds for all of them; one file per group of subcommands beside.

mod add;
mod change;
mod draw;
mod keep;
mod pack;
mod plan;
mod read;

use std::path::PathBuf;

use clap::Subcommand;

use super::TableFormat;

pub use add::{
    AddAct, AddArgs, AddCommand, AddCommitment, AddConsultation, AddItem, AddOutcome, AddPosition,
    AddScore, RecordArgs, SourceArgs,
};
pub use change::{
    AttachArgs, CancelArgs, CarryArgs, CloseArgs, Closing, ExtendArgs, HoldArgs, PostponeArgs,
    ReviseArgs, SplitArgs, SupersedeArgs,
};
pub use draw::DrawArgs;
pub use keep::{
    BackupArgs, ExportArgs, FetchArgs, ImportArgs, RestoreArgs, RolesArgs, SealArgs, VerifyArgs,
};
pub use pack::PackArgs;
pub use plan::PlanArgs;
pub use read::{By, DueArgs, IcsArgs, ListArgs, LogArgs, ScorecardArgs, ShowArgs};

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente ledger record --shipped north-american-leaders\n  entente ledger due --on 2026-01-01 --for MEX\n  entente ledger scorecard --mechanism nals --by year\n  entente ledger plan nals --cadence P1Y --from 2027-02-01 --times 3 --dry-run"
)]
pub struct LedgerArgs {
    #[command(flatten)]
    pub room: RoomArgs,
    #[command(subcommand)]
    pub command: LedgerCommand,
}

/// Which ledger, as whom, and who writes.
#[derive(Debug, Clone, clap::Args)]
pub struct RoomArgs {
    /// The database: a SQLite file, or postgres://USER@HOST/NAME [default: ledger.sqlite in the user's data directory]
    #[arg(
        long,
        global = true,
        env = "ENTENTE_DATABASE",
        hide_env_values = true,
        value_name = "FILE|ADDRESS"
    )]
    pub database: Option<String>,
    /// Whose eyes: a state, whose delegation sees its own notes and no other's, or joint
    #[arg(
        long = "as",
        global = true,
        value_name = "DELEGATION",
        default_value = "joint"
    )]
    pub viewer: String,
    /// Who makes a change [default: the user's name on this machine]
    #[arg(
        long,
        global = true,
        env = "ENTENTE_AUTHOR",
        hide_env_values = true,
        value_name = "NAME"
    )]
    pub author: Option<String>,
    /// A file with the passphrase of what is the delegation's own, where that is sealed [default: the terminal asks]
    #[arg(long, global = true, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
}

impl RoomArgs {
    /// A ledger as everybody at the table sees it.
    pub fn joint(database: &str) -> Self {
        RoomArgs {
            database: Some(database.to_owned()),
            viewer: "joint".to_owned(),
            author: None,
            passphrase_file: None,
        }
    }
}

/// How an answer is written, and where to.
#[derive(Debug, clap::Args)]
pub struct Written {
    /// How to write it
    #[arg(long, value_enum, default_value = "table")]
    pub format: TableFormat,
    /// Write to a file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub enum LedgerCommand {
    /// Lay out a series of consultations, away from transitions and election weeks
    Plan(PlanArgs),
    /// Draw items for an agenda from the shortlist
    Draw(DrawArgs),
    /// The agenda pack of a consultation: for one delegation with its positions, or joint
    Pack(PackArgs),
    /// Record entries from a file, or a case that comes with the program, all or nothing
    Record(RecordArgs),
    /// Record one entry
    Add(AddArgs),
    /// A consultation was held
    Hold(HoldArgs),
    /// A consultation is put off
    Postpone(PostponeArgs),
    /// A consultation will not be held
    Cancel(CancelArgs),
    /// Carry over what a consultation did not reach to a later one
    Carry(CarryArgs),
    /// Move the day on which a commitment is due
    Extend(ExtendArgs),
    /// Split a commitment into parts, which count in its place
    Split(SplitArgs),
    /// Put a new commitment in the place of one
    Supersede(SupersedeArgs),
    /// A commitment is done, or was withdrawn
    Close(CloseArgs),
    /// Change fields of any entry
    Revise(ReviseArgs),
    /// Attach a document
    Attach(AttachArgs),
    /// Take out a document, verified
    Fetch(FetchArgs),
    /// List the entries of a kind
    List(ListArgs),
    /// Show an entry and what belongs to it
    Show(ShowArgs),
    /// What is owed, by whom, how late
    Due(DueArgs),
    /// How far commitments were kept
    Scorecard(ScorecardArgs),
    /// Consultations and days on which commitments are due, as a calendar file
    Ics(IcsArgs),
    /// The history: who changed what and when
    Log(LogArgs),
    /// Find out whether anything was altered, lost or put out of order
    Verify(VerifyArgs),
    /// Write the ledger as it was at a time into another database
    Restore(RestoreArgs),
    /// Write the history as JSON Lines, with one delegation's own or nobody's
    Export(ExportArgs),
    /// Read an export into the database, all or nothing
    Import(ImportArgs),
    /// Copy the whole database, with every delegation's own, while others work
    Backup(BackupArgs),
    /// Seal what is a delegation's own with a passphrase, or give it another one
    Seal(SealArgs),
    /// Make roles on a PostgreSQL server that keep each delegation's own from the others
    Roles(RolesArgs),
}
