//! Meetings and contacts of a pair over the years.

use entente_assessment::{MechanismRow, PairMachinery};

use super::beside;
use crate::brief::Brief;
use crate::charts::{MachineryWords, MeetingWords, Meetings, Told, meetings};
use crate::document::{Block, Table};
use crate::words::say;

/// The timeline of a pair, with the table of its traction.
pub(crate) fn machinery(pair: &PairMachinery, data: Table, brief: &Brief<'_>) -> Block {
    let words = brief.words;
    let party = |code| brief.assessment.parties.iter().find(|p| p.ccode == code);
    let (Some(first), Some(second)) = (party(pair.pair.ccode1), party(pair.pair.ccode2)) else {
        return Block::Table(data);
    };
    let told = Told {
        title: data.caption.clone(),
        description: say!(words, "figure-machinery", pair = brief.both(&pair.pair)),
    };
    let status = |row: &MechanismRow| words.standing(row).unwrap_or_default();
    let chart = Meetings::of(
        [first, second],
        brief.assessment.as_of,
        &pair.machinery,
        &MachineryWords {
            told: told.clone(),
            names: [first, second].map(|p| words.party(p).bare),
            leaders: say!(words, "mark-leaders"),
            ministers: say!(words, "mark-ministers"),
            unit: say!(words, "machinery-rates"),
            marks: MeetingWords {
                met: say!(words, "mark-met"),
                other: say!(words, "mark-other"),
                found: say!(words, "mark-found"),
                entered: say!(words, "mark-entered"),
                silent: say!(words, "mark-silent"),
                no_record: say!(words, "no-record"),
            },
            status: &status,
            leader: &|name| name.to_owned(),
        },
    );
    beside(|| meetings(&chart), told, data, brief)
}
