//! The sections of a brief, one file each, in the order in which they stand.

mod coincidence;
mod contacts;
mod council;
mod displacement;
mod governments;
mod horizon;
mod power;
mod ties;

use entente_assessment::Assessment;

use crate::document::{Block, Section};
use crate::names::Names;

pub(crate) use coincidence::{THIN, in_prose};
pub(crate) use contacts::journey;
pub(crate) use horizon::sources;

/// Every section that follows the bottom line and precedes the notes.
pub(crate) fn all(assessment: &Assessment, names: &Names<'_>) -> Vec<Section> {
    let section = |id, title, blocks: Vec<Block>| Section { id, title, blocks };
    vec![
        section(
            "coincidence",
            "Voting coincidence in the General Assembly",
            coincidence::blocks(assessment, names),
        ),
        section("contacts", "Contacts", contacts::blocks(assessment, names)),
        section(
            "displacement",
            "Displacement between and through",
            displacement::blocks(assessment, names),
        ),
        section("power", "Power asymmetry", power::blocks(assessment, names)),
        section("ties", "Ties", ties::blocks(assessment, names)),
        section(
            "council",
            "Security Council",
            council::blocks(assessment, names),
        ),
        section(
            "governments",
            "Who governs",
            governments::blocks(assessment, names),
        ),
        section(
            "horizon",
            "How far the evidence reaches",
            horizon::blocks(assessment),
        ),
    ]
}

/// One of a section's notes by its place, for figures that not all of them are about; all of them
/// where there is no such place.
fn note(notes: &[usize], place: usize) -> &[usize] {
    notes.get(place..=place).unwrap_or(notes)
}
