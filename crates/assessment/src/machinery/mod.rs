//! Through what: the mechanisms between two states and their contact, how alive each is, and whether
//! they meet less than they did.

mod administrations;
mod contact;
mod found;
mod meetings;
mod notes;
mod readings;
mod recent;
mod record;
mod row;
mod section;
mod series;
mod web;

use entente_evidence::{
    AsOf, Contact, ContactLevel, EvidenceError, Leader, OfficeHolder, TableUse,
};
use serde::Serialize;

pub use administrations::Administration;
pub(crate) use administrations::of as administrations_of;
pub use contact::{ContactCount, PairContact};
pub(crate) use found::named_mechanisms;
pub use meetings::Meeting;
pub(crate) use meetings::days;
pub use readings::{Reading, readings};
pub(crate) use recent::{RecentMeetings, recent_meetings};
pub(crate) use record::{ContactLists, Covered};
pub use row::{MechanismRow, SeriesKind};
pub use section::{MachinerySection, PairMachinery};
pub(crate) use series::years_of;
pub use web::Web;
pub(crate) use web::held;

use crate::dossier::{Dossier, Mechanism};
use crate::note::{Note, Notes};
use crate::parties::Pair;
use crate::tenures::without_unread;
pub(crate) use record::ContactRecord;

/// What there is between two states, as of a date.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Machinery {
    /// Declared mechanisms in the order of the dossier, then the contact of leaders and of ministers.
    pub mechanisms: Vec<MechanismRow>,
    /// What the contact record shows besides.
    pub contacts: PairContact,
    /// All of it as one series.
    pub web: Web,
    /// Who led either state, as far as the list of leaders tells.
    pub administrations: Vec<Administration>,
    /// Notes.
    #[serde(skip)]
    pub notes: Vec<Note>,
    /// The tables behind it.
    #[serde(skip)]
    pub evidence: Vec<TableUse>,
}

impl Machinery {
    /// Reads what there is between two states: the mechanisms of a dossier in which both take part and
    /// which were founded by the date, and their contact.
    ///
    /// # Errors
    /// If a table cannot be read.
    pub fn of(
        pair: &Pair,
        dossier: Option<&Dossier>,
        as_of: &AsOf<'_>,
    ) -> Result<Self, EvidenceError> {
        let record = ContactRecord::read(as_of)?;
        let known = dossier.map(|d| d.as_of(as_of.date()));
        let dossier = known.as_ref();
        let mut machinery = Machinery::read(pair, dossier, &record, as_of)?;
        let mut notes = Notes::default();
        let found = [(pair, machinery.mechanisms.as_slice())];
        notes::add(&found, &record, dossier, as_of, &mut notes);
        machinery.notes = notes.finish();
        machinery.evidence = without_unread(vec![
            as_of.table_use::<Contact>()?,
            as_of.table_use::<Leader>()?,
            as_of.table_use::<OfficeHolder>()?,
        ]);
        Ok(machinery)
    }

    /// The same without notes, from a record and a dossier that were read as of the date.
    fn read(
        pair: &Pair,
        dossier: Option<&Dossier>,
        record: &ContactRecord,
        as_of: &AsOf<'_>,
    ) -> Result<Self, EvidenceError> {
        let mechanisms = mechanisms(pair, dossier, record, as_of)?;
        Ok(Machinery {
            contacts: PairContact::of(pair, record, as_of)?,
            web: Web::of(pair, &mechanisms, record, as_of),
            administrations: administrations::of(pair.states(), as_of)?,
            notes: Vec::new(),
            evidence: Vec::new(),
            mechanisms,
        })
    }
}

/// The series between two states by themselves, without what the contact record shows besides.
///
/// # Errors
/// If a table cannot be read.
pub(crate) fn mechanisms_of(
    pair: &Pair,
    dossier: &Dossier,
    as_of: &AsOf<'_>,
) -> Result<Vec<MechanismRow>, EvidenceError> {
    let record = ContactRecord::read(as_of)?;
    let known = dossier.as_of(as_of.date());
    mechanisms(pair, Some(&known), &record, as_of)
}

fn mechanisms(
    pair: &Pair,
    dossier: Option<&Dossier>,
    record: &ContactRecord,
    as_of: &AsOf<'_>,
) -> Result<Vec<MechanismRow>, EvidenceError> {
    let mut found = Vec::new();
    for mechanism in dossier.map_or(&[][..], |d| &d.mechanisms) {
        if between(mechanism, pair) && mechanism.founded <= as_of.date() {
            found.push(series::of_mechanism(mechanism, pair, record, as_of)?);
        }
    }
    for level in [ContactLevel::Leader, ContactLevel::Minister] {
        found.push(series::of_contact(pair, level, record, as_of));
    }
    Ok(found)
}

fn between(mechanism: &Mechanism, pair: &Pair) -> bool {
    [pair.ccode1, pair.ccode2]
        .iter()
        .all(|state| mechanism.parties.contains(state))
}
