//! The sections of a brief, one file each, in the order in which they stand.

mod coincidence;
mod contacts;
mod council;
mod displacement;
mod governments;
mod horizon;
mod power;
mod ties;

use crate::brief::Brief;
use crate::document::{Block, Section};
use crate::words::say;

pub(crate) use coincidence::{THIN, in_prose};
pub(crate) use contacts::journey;
pub(crate) use horizon::sources;

/// Every section that follows the bottom line and precedes the notes.
pub(crate) fn all(brief: &Brief<'_>) -> Vec<Section> {
    let section = |id, title: &str, blocks: Vec<Block>| Section {
        id,
        title: say!(brief.words, title),
        blocks,
    };
    vec![
        section(
            "coincidence",
            "title-coincidence",
            coincidence::blocks(brief),
        ),
        section("contacts", "title-contacts", contacts::blocks(brief)),
        section(
            "displacement",
            "title-displacement",
            displacement::blocks(brief),
        ),
        section("power", "title-power", power::blocks(brief)),
        section("ties", "title-ties", ties::blocks(brief)),
        section("council", "title-council", council::blocks(brief)),
        section(
            "governments",
            "title-governments",
            governments::blocks(brief),
        ),
        section("horizon", "title-horizon", horizon::blocks(brief)),
    ]
}

/// One of a section's notes by its place, for figures that not all of them are about; all of them
/// where there is no such place.
fn note(notes: &[usize], place: usize) -> &[usize] {
    notes.get(place..=place).unwrap_or(notes)
}
