//! `entente ledger verify`

use entente_ledger::{Finding, Head, Verification};
use serde::Serialize;

use super::Room;
use crate::args::{RoomArgs, TableFormat, VerifyArgs};
use crate::failure::Failure;
use crate::output;

#[derive(Serialize)]
struct Row {
    finding: String,
}

pub fn run(options: &VerifyArgs, room: &RoomArgs) -> Result<(), Failure> {
    let room = Room::to_read(room)?;
    let found = room
        .ledger
        .wait(room.ledger.custodian().verify(&options.heads))?;
    let bytes = match options.written.format {
        TableFormat::Json => output::json(&found, "findings", &found.findings)?,
        TableFormat::Csv if found.findings.is_empty() => b"finding\n".to_vec(),
        TableFormat::Csv => {
            let row = |finding| Row {
                finding: sentence(finding),
            };
            output::csv(&found.findings.iter().map(row).collect::<Vec<_>>())?
        }
        TableFormat::Table => output::page(page(&found)),
    };
    output::write(options.written.output.as_deref(), &bytes)?;
    match found.findings.len() {
        0 => Ok(()),
        number => Err(Failure::failed(format!(
            "the ledger is not as it was written: {number} findings"
        ))
        .help("`entente ledger restore` writes what was before into another database")),
    }
}

fn page(found: &Verification) -> String {
    let mut text = format!(
        "{} revisions, {} documents.\nHead: {}:{}\n",
        found.revisions, found.documents, found.head.seq, found.head.hash
    );
    if found.sealed > 0 {
        text.push_str(&format!(
            "{} are delegations' own that this database does not hold.\n",
            found.sealed
        ));
    }
    if found.findings.is_empty() {
        text.push_str("Nothing was altered, lost or put out of order.\n");
    }
    for finding in &found.findings {
        text.push_str(&output::wrapped(&format!("- {}", sentence(finding))));
    }
    text
}

fn head(head: &Head) -> String {
    format!("{}:{}", head.seq, head.hash)
}

fn sentence(finding: &Finding) -> String {
    match finding {
        Finding::Missing { from, to } if from == to => format!("Revision {from} is missing."),
        Finding::Missing { from, to } => format!("Revisions {from} to {to} are missing."),
        Finding::Unlinked { seq } => format!(
            "Revision {seq} does not follow the one before: one of them was altered, replaced or moved."
        ),
        Finding::Altered { seq } => format!("Revision {seq} was altered: its hash is not its own."),
        Finding::BodyAltered { seq } => {
            format!("The entry in revision {seq} was altered: it is not the one that was chained.")
        }
        Finding::OutOfOrder { seq } => {
            format!("Revision {seq} goes back in time, or is not the next version of its entry.")
        }
        Finding::Unreadable { seq } => {
            format!("Revision {seq} is not an entry as the ledger writes them.")
        }
        Finding::Head { head: at, last } => format!(
            "The head is {}, and the last revision {}: rows were cut off, or the head altered.",
            head(at),
            head(last)
        ),
        Finding::NotAsKnown { known } => {
            format!(
                "The revision known as {} is not there, or not the same.",
                head(known)
            )
        }
        Finding::State { table, key } => format!(
            "In the table {table} the row {key} is not what the history says, is missing, or should not be there."
        ),
        Finding::Content { document, missing } => match missing {
            true => format!("The content of document {document} is missing."),
            false => format!("The content of document {document} was altered."),
        },
        Finding::StrayContent => {
            "A content that belongs to no document is not what its checksum says.".to_owned()
        }
        other => format!("{other:?}"),
    }
}
