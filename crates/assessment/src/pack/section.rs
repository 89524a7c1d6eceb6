//! What a pack says, beside the essentials of the assessment.

use entente_evidence::{AsOf, EvidenceError};
use entente_states::Ccode;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::record::{
    ConsultationRecord, Office, OutcomeRecord, PackEntry, PackPosition, PackRecord,
};
use crate::dossier::{AgendaItem, Dossier};
use crate::note::{Message, Notes};
use crate::parties::Party;
use crate::windows::{Window, meetings, windows};

/// Days looked ahead where neither a next consultation nor a cadence is known.
const A_YEAR: i32 = 365;

/// The pack of a consultation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PackSection {
    /// Notes that hold for all of it.
    pub notes: Vec<usize>,
    /// The consultation.
    pub consultation: ConsultationRecord,
    /// The COW number of the delegation whose positions are in it; empty in a joint pack.
    pub delegation: Option<Ccode>,
    /// What is taken up, in order.
    pub agenda: Vec<PackItem>,
    /// What the last consultation did not reach, and this one does not take up.
    pub left: Vec<PackLeft>,
    /// The last consultation, with what came out of it.
    pub last: Option<PackMeeting>,
    /// The next consultation of the mechanism, if one is planned.
    pub next: Option<ConsultationRecord>,
    /// The last day looked at for windows: that of the next consultation, or a cadence after this one.
    pub until: Date,
    /// The windows open on some day from the date of reading to that day, by first day.
    pub windows: Vec<Window>,
}

/// What is taken up.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PackItem {
    /// Its place, from 1.
    pub place: usize,
    /// In a few words.
    pub name: String,
    /// The item of a dossier, written `dossier/item`.
    pub item: Option<String>,
    /// The item's id, if it is in the assessment's dossier.
    pub of_dossier: Option<String>,
    /// Who leads on each side.
    pub leads: Vec<Office>,
    /// Whether it was carried over from an earlier consultation.
    pub carried: bool,
    /// What a reader must know.
    pub note: Option<String>,
    /// The delegation's own position.
    pub position: Option<PackPosition>,
}

/// What was not reached.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PackLeft {
    /// In a few words.
    pub name: String,
    /// The item of a dossier, written `dossier/item`.
    pub item: Option<String>,
}

/// A consultation that was held, and what came out of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PackMeeting {
    /// The consultation.
    pub consultation: ConsultationRecord,
    /// Its results.
    pub outcomes: Vec<OutcomeRecord>,
    /// The commitments made at it.
    pub commitments: Vec<OutcomeRecord>,
}

impl PackSection {
    /// `dossier` as it could be read on the date, under its name.
    pub(crate) fn of(
        record: &PackRecord,
        dossier: Option<(&str, &Dossier)>,
        parties: &[Party],
        as_of: &AsOf<'_>,
        notes: &mut Notes,
    ) -> Result<Self, EvidenceError> {
        let date = as_of.date();
        let meets = record.consultation.start.map_or(date, |day| day.max(date));
        let until = (record.next.as_ref())
            .and_then(|next| next.start)
            .unwrap_or_else(|| {
                let days = record
                    .cadence_days
                    .map_or(A_YEAR, |days| days.round() as i32);
                meets.saturating_add(days.days())
            })
            .max(meets);
        let held = match dossier {
            Some((_, dossier)) => meetings(parties, dossier, as_of)?,
            None => Vec::new(),
        };
        let number = notes.add(
            &[],
            format!("the consultation {} of a ledger, its agenda, and the last one before it", record.consultation.id),
            "",
            "what is on the agenda, who leads and what came out of the last consultation is what somebody entered. A position is its delegation's own and in no other pack.",
        );
        notes.last_is(Message::new("note-pack").with_word("consultation", &record.consultation.id));
        Ok(PackSection {
            notes: vec![number],
            consultation: as_known(&record.consultation, date),
            delegation: record.delegation,
            agenda: (record.agenda.iter().enumerate())
                .map(|(at, entry)| PackItem::of(at + 1, entry, dossier))
                .collect(),
            left: (record.left.iter())
                .map(|entry| PackLeft {
                    name: name(entry, dossier),
                    item: link(entry),
                })
                .collect(),
            last: (record.last.clone()).map(|consultation| PackMeeting {
                consultation,
                outcomes: record.outcomes.clone(),
                commitments: record.commitments.clone(),
            }),
            next: record.next.clone(),
            until,
            windows: windows(parties, (date, until), as_of, held)?,
        })
    }
}

/// Before its day nobody knows that a consultation was held.
fn as_known(consultation: &ConsultationRecord, date: Date) -> ConsultationRecord {
    ConsultationRecord {
        held: consultation.held && consultation.start.is_some_and(|day| day <= date),
        ..consultation.clone()
    }
}

impl PackItem {
    fn of(place: usize, entry: &PackEntry, dossier: Option<(&str, &Dossier)>) -> Self {
        PackItem {
            place,
            name: name(entry, dossier),
            item: link(entry),
            of_dossier: declared(entry, dossier).map(|item| item.id.clone()),
            leads: entry.leads.clone(),
            carried: entry.carried,
            note: entry.note.clone(),
            position: entry.position.clone(),
        }
    }
}

fn link(entry: &PackEntry) -> Option<String> {
    let (dossier, item) = entry.item.as_ref()?;
    Some(format!("{dossier}/{item}"))
}

/// The item that an entry takes up, if it is in the assessment's dossier.
fn declared<'d>(entry: &PackEntry, dossier: Option<(&str, &'d Dossier)>) -> Option<&'d AgendaItem> {
    let ((of, item), (name, dossier)) = (entry.item.as_ref()?, dossier?);
    let mut items = dossier.items.iter();
    items.find(|known| of == name && known.id == *item)
}

/// Its own title, or its item's name, or the link to it.
fn name(entry: &PackEntry, dossier: Option<(&str, &Dossier)>) -> String {
    (entry.title.clone())
        .or_else(|| declared(entry, dossier).map(|item| item.name.clone()))
        .or_else(|| link(entry))
        .unwrap_or_else(|| entry.id.clone())
}
