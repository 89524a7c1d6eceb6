//! The agenda pack of a consultation: the meeting, its agenda, what was left, what came out last time,
//! and when something can be moved until the next.

mod agenda;
mod meeting;

use entente_assessment::{Office, PackSection};

use crate::brief::Brief;
use crate::words::say;

pub(crate) use agenda::{blocks as agenda, left};
pub(crate) use meeting::{last, next, of_meeting as meeting};

fn of<'a>(brief: &Brief<'a>) -> Option<&'a PackSection> {
    brief.assessment.pack.as_ref()
}

/// "Mexico: Secretary of Foreign Affairs".
fn office(it: &Office, brief: &Brief<'_>) -> String {
    say!(
        brief.words,
        "pack-office",
        state = brief.words.of_code(it.ccode).bare,
        office = &it.office
    )
}
