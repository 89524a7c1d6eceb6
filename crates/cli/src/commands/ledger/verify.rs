//! `entente ledger verify`

use entente_ledger::{Finding, Found, Head, Verification};
use serde::Serialize;

use super::{Room, names};
use crate::args::{RoomArgs, TableFormat, VerifyArgs};
use crate::failure::Failure;
use crate::output;

#[derive(Serialize)]
struct Row {
    finding: String,
}

pub fn run(options: &VerifyArgs, room: &RoomArgs) -> Result<(), Failure> {
    let room = Room::to_read(room)?;
    let found = match options.whole {
        true => room
            .ledger
            .wait(room.ledger.custodian().verify(&options.heads)),
        false => room.ledger.wait(room.view().verify(&options.heads)),
    }?;
    let bytes = match options.written.format {
        TableFormat::Json => output::json(&found, "findings", &found.findings)?,
        TableFormat::Csv if found.findings.is_empty() => b"finding\n".to_vec(),
        TableFormat::Csv => {
            let row = |finding| Row {
                finding: sentence(finding),
            };
            output::csv(&found.findings.iter().map(row).collect::<Vec<_>>())?
        }
        TableFormat::Table => output::page(page(&found, options.heads.is_empty())),
    };
    output::write_private(options.written.output.as_deref(), &bytes)?;
    match found.findings.len() {
        0 => Ok(()),
        number => Err(Failure::failed(format!(
            "the ledger is not as it was written: {number} findings"
        ))
        .help("`entente ledger restore` writes what was before into another database; or take a backup")),
    }
}

fn page(found: &Verification, no_head_given: bool) -> String {
    let mut text = format!(
        "{} revisions, {} documents.\nHead: {}\n",
        found.revisions,
        found.documents,
        head(&found.head)
    );
    if let Some(own) = &found.own_head {
        text.push_str(&format!("Own head: {}\n", head(own)));
    }
    if found.sealed > 0 {
        text.push_str(&output::wrapped(&format!(
            "{} of them are sealed: their place was checked, and not what is in them.",
            found.sealed
        )));
    }
    if found.findings.is_empty() {
        text.push_str("Nothing was altered, lost or put out of order.\n");
    }
    for document in &found.absent {
        text.push_str(&output::wrapped(&format!(
            "The content of document {document} is absent: it was not there when the document came in. Who has the \
             file attaches it again."
        )));
    }
    for finding in &found.findings {
        text.push_str(&output::wrapped(&format!("- {}", sentence(finding))));
    }
    if no_head_given {
        text.push_str(&output::wrapped(
            "Whether the end was cut off can only be seen against a head that was kept elsewhere (--head). \
             A file that was copied without the log beside it (-wal) lacks what was written last: \
             `entente ledger backup` makes copies that are whole.",
        ));
    }
    text
}

fn head(head: &Head) -> String {
    format!("{}:{}", head.seq, head.hash)
}

fn sentence(found: &Found) -> String {
    match found.delegation {
        None => of_finding(&found.finding),
        Some(delegation) => format!(
            "In what is {}'s own: {}",
            names::code(delegation),
            of_finding(&found.finding)
        ),
    }
}

fn of_finding(finding: &Finding) -> String {
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
        Finding::Elsewhere => {
            "Something that is another delegation's own is not as it was written: \
             that delegation can see what, with --as."
                .to_owned()
        }
        other => format!("{other:?}"),
    }
}
