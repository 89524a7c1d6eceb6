//! `entente ledger`: one file per subcommand, on what they share: the room, its names, what is told.

mod add;
mod attach;
mod backup;
mod cancel;
mod carry;
mod close;
mod draw;
mod due;
mod export;
mod extend;
mod feed;
mod fetch;
mod fields;
mod hold;
mod ics;
mod import;
mod kinds;
mod list;
mod log;
mod names;
mod older;
mod pack;
mod passphrase;
mod plan;
mod postpone;
mod promised;
mod receipt;
mod record;
mod restore;
mod revise;
mod roles;
mod room;
mod scorecard;
mod seal;
mod show;
mod split;
mod summary;
mod supersede;
mod verify;

pub use feed::{fed, with_ledger};
pub use promised::promised;
pub use room::Room;

use crate::args::{EvidenceArgs, LedgerArgs, LedgerCommand as Command};
use crate::failure::Failure;

pub fn run(args: &LedgerArgs, evidence: &EvidenceArgs) -> Result<(), Failure> {
    let room = &args.room;
    match &args.command {
        Command::Plan(options) => plan::run(options, room, evidence),
        Command::Draw(options) => draw::run(options, room, evidence),
        Command::Pack(options) => pack::run(options, room, evidence),
        Command::Record(options) => record::run(options, room),
        Command::Add(options) => add::run(&options.entry, room),
        Command::Hold(options) => hold::run(options, room),
        Command::Postpone(options) => postpone::run(options, room),
        Command::Cancel(options) => cancel::run(options, room),
        Command::Carry(options) => carry::run(options, room),
        Command::Extend(options) => extend::run(options, room),
        Command::Split(options) => split::run(options, room),
        Command::Supersede(options) => supersede::run(options, room),
        Command::Close(options) => close::run(options, room),
        Command::Revise(options) => revise::run(options, room),
        Command::Attach(options) => attach::run(options, room),
        Command::Fetch(options) => fetch::run(options, room),
        Command::List(options) => list::run(options, room),
        Command::Show(options) => show::run(options, room),
        Command::Due(options) => due::run(options, room),
        Command::Scorecard(options) => scorecard::run(options, room),
        Command::Ics(options) => ics::run(options, room),
        Command::Log(options) => log::run(options, room),
        Command::Verify(options) => verify::run(options, room),
        Command::Restore(options) => restore::run(options, room),
        Command::Export(options) => export::run(options, room),
        Command::Import(options) => import::run(options, room),
        Command::Backup(options) => backup::run(options, room),
        Command::Seal(options) => seal::run(options, room),
        Command::Roles(options) => roles::run(options, room),
    }
}
