//! The kind of a contact.

use entente_evidence::{Contact, ContactSource};
use serde::Serialize;

use super::named::adjective_of;
use super::text::Remark;
use super::words::{
    ACCOMPANYING, CEREMONY, FORM, MECHANISM, MET, MULTILATERAL, NO_GATHERING, NO_MECHANISM,
    NOT_THE_HOST, PRIVATE, RECEIVED, RITE, TALKS, TRANSIT,
};

/// What a contact was for. Of several that merge into one meeting the first named here stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum OccasionKind {
    /// A meeting of a standing arrangement of two to four states.
    Mechanism,
    /// A state, official or working visit, or a meeting that the remark names.
    Bilateral,
    /// A meeting on the ground of neither: on record only where a remark names it.
    ThirdPlace,
    /// Attendance at a gathering of many states.
    Multilateral,
    /// A funeral, an inauguration, an anniversary, a signing before guests.
    Ceremony,
    /// A private visit without a meeting on record.
    Private,
    /// A stop on the way.
    Transit,
    /// The remark does not say, or is empty.
    Unspecified,
}

impl OccasionKind {
    /// Whether the two states met as two: what traction and rates count.
    pub fn counts(self) -> bool {
        matches!(self, OccasionKind::Mechanism | OccasionKind::Bilateral)
    }

    /// In words.
    pub fn as_str(self) -> &'static str {
        match self {
            OccasionKind::Mechanism => "mechanism",
            OccasionKind::Bilateral => "bilateral",
            OccasionKind::ThirdPlace => "third place",
            OccasionKind::Multilateral => "multilateral",
            OccasionKind::Ceremony => "ceremony",
            OccasionKind::Private => "private",
            OccasionKind::Transit => "transit",
            OccasionKind::Unspecified => "unspecified",
        }
    }
}

/// What a contact was for, by its remark's words alone; `None` for a secretary of state who was only said to
/// accompany the President, whose own record tells.
///
/// The first that holds: a mechanism is named; the visit has a form of its own, or a meeting with the
/// other side is named, whatever else it was; a rite; a gathering of many; another ceremony; a
/// private visit; a stop on the way.
pub(crate) fn classify(contact: &Contact, remark: &Remark) -> Option<OccasionKind> {
    let gathering = remark.has_any(&MULTILATERAL) && !remark.has_any(&NO_GATHERING);
    Some(match () {
        () if remark.has_any(&MECHANISM) && !remark.has_any(&NO_MECHANISM) => {
            OccasionKind::Mechanism
        }
        () if remark.has_any(&FORM) || met(contact, remark, gathering) => OccasionKind::Bilateral,
        () if remark.has_any(&RITE) => OccasionKind::Ceremony,
        () if gathering => OccasionKind::Multilateral,
        () if remark.has_any(&CEREMONY) => OccasionKind::Ceremony,
        () if remark.has_any(&PRIVATE) => OccasionKind::Private,
        () if remark.has_any(&TRANSIT) => OccasionKind::Transit,
        () if remark.has_any(&ACCOMPANYING) => return None,
        () => OccasionKind::Unspecified,
    })
}

/// Whether the remark names a meeting of the two.
fn met(contact: &Contact, remark: &Remark, gathering: bool) -> bool {
    if contact.source == ContactSource::Visits {
        return remark.has_any(&RECEIVED);
    }
    let host = |after: &str| {
        let other = adjective_of(after).is_some_and(|state| Some(state) != contact.ccode);
        !other && !NOT_THE_HOST.iter().any(|words| after.starts_with(words))
    };
    let met = remark.after_any(&MET).any(host);
    // What is discussed at a gathering is discussed with all.
    met || (!gathering && remark.has_any(&TALKS))
}

#[cfg(test)]
mod tests;
