//! What a writer is told: which entries were written, and as which version.

use entente_ledger::Recorded;

use super::Room;
use crate::args::{TableFormat, Written};
use crate::failure::Failure;
use crate::output;

/// Entries that are listed for a reader; of more the first ones.
const LISTED: usize = 12;

pub fn give(room: &Room, recorded: &[Recorded], to: &Written) -> Result<(), Failure> {
    let bytes = match to.format {
        TableFormat::Json => output::json(&room.answer(None, Vec::new())?, "recorded", recorded)?,
        TableFormat::Csv => output::csv(recorded)?,
        TableFormat::Table => output::page(page(recorded)),
    };
    output::write_private(to.output.as_deref(), &bytes)
}

fn page(recorded: &[Recorded]) -> String {
    let mut text = String::new();
    for one in recorded.iter().take(LISTED) {
        text.push_str(&format!(
            "{}/{}, version {}, revision {}\n",
            one.kind, one.id, one.version, one.seq
        ));
    }
    if recorded.len() > LISTED {
        text.push_str(&format!(
            "and {} more; {} in all\n",
            recorded.len() - LISTED,
            recorded.len()
        ));
    }
    text
}
