//! A mechanism as a dossier declares it.

use entente_evidence::ContactLevel;
use entente_states::Ccode;
use jiff::civil::Date;
use serde::Serialize;

use super::{Cadence, Cited};

/// Who meets, the highest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Heads of state or government.
    Leader,
    /// Ministers.
    Minister,
    /// Officials below them; none of these are in the contact record.
    Official,
}

/// A standing arrangement with a cadence.
#[derive(Clone, Debug, PartialEq)]
pub struct Mechanism {
    /// A short name without blanks, unique in the dossier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Who takes part.
    pub parties: Vec<Ccode>,
    /// Who meets.
    pub level: Level,
    /// How often it is to meet.
    pub cadence: Cadence,
    /// From this day it exists.
    pub founded: Date,
    /// The day on which it was replaced or given up, if it was.
    pub ended: Option<Date>,
    /// What it deals with: agenda items.
    pub mandate: Vec<String>,
    /// What a reader must know.
    pub note: Option<String>,
    /// Where all this is from.
    pub sources: Vec<Cited>,
    /// How its meetings are found in the contact record: by any of these.
    pub occasions: Vec<OccasionPattern>,
    /// Meetings entered by hand.
    pub meetings: Vec<EnteredMeeting>,
    /// To this day the entered meetings are all there were.
    pub complete_to: Option<Date>,
}

/// How meetings are found in the contact record: all that is given must hold.
#[derive(Clone, Debug, PartialEq)]
pub struct OccasionPattern {
    /// Words of the remark, of which one phrase is enough; case, punctuation and apostrophes do not
    /// matter.
    pub words: Vec<String>,
    /// Not before this day.
    pub from: Option<Date>,
    /// Not after this day.
    pub until: Option<Date>,
    /// States that the records of the meeting must show, together.
    pub participants: Vec<Ccode>,
}

/// A meeting entered by hand.
#[derive(Clone, Debug, PartialEq)]
pub struct EnteredMeeting {
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
    /// Where.
    pub place: String,
    /// Where that is from.
    pub source: Cited,
}

impl Level {
    pub(super) const WORDS: [(&'static str, Level); 3] = [
        ("leader", Level::Leader),
        ("minister", Level::Minister),
        ("official", Level::Official),
    ];

    /// Its name.
    pub fn as_str(self) -> &'static str {
        match self {
            Level::Leader => "leader",
            Level::Minister => "minister",
            Level::Official => "official",
        }
    }

    /// The level at which the contact record has it, if it does.
    pub(crate) fn on_record(self) -> Option<ContactLevel> {
        match self {
            Level::Leader => Some(ContactLevel::Leader),
            Level::Minister => Some(ContactLevel::Minister),
            Level::Official => None,
        }
    }
}
