//! The sections of a brief, one file each, in the order in which they stand.

mod between;
mod claims;
mod coincidence;
mod commitments;
mod constraints;
mod contacts;
mod council;
mod displacement;
mod governments;
mod horizon;
mod machinery;
mod movement;
mod outlook;
mod pack;
mod power;
mod precedents;
mod questions;
mod shortlist;
mod side;
mod ties;
mod windows;

use crate::brief::Brief;
use crate::document::{Block, Part, Section};
use crate::words::say;

pub(crate) use coincidence::{THIN, in_prose, issue_name};
pub(crate) use contacts::journey;
pub(crate) use horizon::sources;
pub(crate) use machinery::declared;
pub(crate) use side::bottom_line as side_bottom_line;

/// A section: its name for links, the message of its title, where it stands, what makes it.
type Made = (
    &'static str,
    &'static str,
    Part,
    fn(&Brief<'_>) -> Vec<Block>,
);

/// Every section between the bottom line and the notes, in order.
const ALL: [Made; 27] = [
    (
        "shortlist",
        "title-shortlist",
        Part::Essentials,
        shortlist::first,
    ),
    (
        "questions",
        "title-questions",
        Part::Essentials,
        questions::first,
    ),
    (
        "outlook",
        "title-outlook",
        Part::Essentials,
        outlook::forecast,
    ),
    (
        "machinery",
        "title-machinery",
        Part::Essentials,
        machinery::standing,
    ),
    ("windows", "title-windows", Part::Essentials, windows::ahead),
    (
        "commitments",
        "title-commitments",
        Part::Annex,
        commitments::first,
    ),
    ("owed", "title-owed", Part::Annex, commitments::all),
    ("agenda", "title-agenda", Part::Annex, shortlist::whole),
    (
        "coincidence",
        "title-coincidence",
        Part::Annex,
        coincidence::blocks,
    ),
    (
        "forecast",
        "title-forecast",
        Part::Annex,
        outlook::in_figures,
    ),
    (
        "returning",
        "title-returning",
        Part::Annex,
        questions::whole,
    ),
    ("movement", "title-movement", Part::Annex, movement::blocks),
    ("world", "title-world", Part::Annex, movement::world),
    (
        "traction",
        "title-traction",
        Part::Annex,
        machinery::traction,
    ),
    ("contacts", "title-contacts", Part::Annex, contacts::blocks),
    ("between", "title-between", Part::Annex, between::blocks),
    ("calendar", "title-calendar", Part::Annex, windows::all),
    ("council", "title-council", Part::Annex, council::blocks),
    (
        "governments",
        "title-governments",
        Part::Annex,
        governments::blocks,
    ),
    ("ties", "title-ties", Part::Annex, ties::blocks),
    ("power", "title-power", Part::Annex, power::blocks),
    (
        "displacement",
        "title-displacement",
        Part::Annex,
        displacement::blocks,
    ),
    (
        "constraints",
        "title-constraints",
        Part::Annex,
        constraints::blocks,
    ),
    (
        "precedents",
        "title-precedents",
        Part::Annex,
        precedents::blocks,
    ),
    ("weather", "title-weather", Part::Annex, precedents::weather),
    ("claims", "title-claims", Part::Annex, claims::blocks),
    ("horizon", "title-horizon", Part::Annex, horizon::blocks),
];

/// Cuts of what the annex holds whole, which have nothing to say beside it.
const CUTS: [&str; 2] = ["questions", "windows"];

/// What stands before them in the brief of one side: all of it essential, and the joint sections are its
/// annex.
const SIDE: [Made; 8] = [
    (
        "objectives",
        "title-side-objectives",
        Part::Essentials,
        side::objectives,
    ),
    (
        "arguments",
        "title-side-arguments",
        Part::Essentials,
        side::arguments,
    ),
    (
        "their-objectives",
        "title-side-theirs",
        Part::Essentials,
        side::theirs,
    ),
    (
        "responses",
        "title-side-responses",
        Part::Essentials,
        side::responses,
    ),
    (
        "not-to-raise",
        "title-side-avoid",
        Part::Essentials,
        side::avoided,
    ),
    (
        "arising",
        "title-side-arising",
        Part::Essentials,
        side::arising,
    ),
    ("press", "title-side-press", Part::Essentials, side::press),
    (
        "background",
        "title-side-background",
        Part::Essentials,
        side::background,
    ),
];

/// What a pack begins with.
const PACK: [Made; 6] = [
    (
        "meeting",
        "title-pack-meeting",
        Part::Essentials,
        pack::meeting,
    ),
    (
        "pack-agenda",
        "title-pack-agenda",
        Part::Essentials,
        pack::agenda,
    ),
    ("left", "title-pack-left", Part::Essentials, pack::left),
    (
        "commitments",
        "title-commitments",
        Part::Essentials,
        commitments::first,
    ),
    ("last", "title-pack-last", Part::Essentials, pack::last),
    ("next", "title-pack-next", Part::Essentials, pack::next),
];

/// What follows in a pack: the joint essentials, with the windows until the next meeting in place of
/// theirs; and of the annex what is owed, and how far the evidence reaches.
const IN_PACK: [&str; 6] = [
    "shortlist",
    "outlook",
    "questions",
    "machinery",
    "owed",
    "horizon",
];

/// The sections of a brief; one without anything to say is left out.
pub(crate) fn all(brief: &Brief<'_>) -> Vec<Section> {
    let of_side = brief.assessment.side.is_some();
    let of_pack = brief.assessment.pack.is_some();
    let belongs = |id: &str| match (of_pack, of_side) {
        (true, _) => IN_PACK.contains(&id),
        (false, true) => !CUTS.contains(&id),
        (false, false) => true,
    };
    let joint = (ALL.iter())
        .filter(|(id, ..)| belongs(id))
        .map(|(id, title, part, blocks)| match of_side {
            true => (*id, *title, Part::Annex, *blocks),
            false => (*id, *title, *part, *blocks),
        });
    let own: &[Made] = match (of_pack, of_side) {
        (true, _) => &PACK,
        (false, true) => &SIDE,
        (false, false) => &[],
    };
    own.iter()
        .copied()
        .chain(joint)
        .map(|(id, title, part, blocks)| Section {
            id,
            title: say!(brief.words, title),
            part,
            blocks: blocks(brief),
        })
        .filter(|section| !section.blocks.is_empty())
        .collect()
}

/// One of a section's notes by its place, for figures that not all of them are about; all of them
/// where there is no such place.
pub(crate) fn note(notes: &[usize], place: usize) -> &[usize] {
    notes.get(place..=place).unwrap_or(notes)
}
