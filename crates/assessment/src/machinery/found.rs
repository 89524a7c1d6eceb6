//! Which records are a pair's, and which are a mechanism's.

use std::collections::BTreeSet;

use entente_evidence::{AsOf, ContactLevel, ContactSource, EvidenceError};
use entente_states::Ccode;

use super::meetings::{Meeting, merge};
use super::record::{ContactRecord, Record};
use super::series::HISTORY_FROM;
use crate::contacts::UNITED_STATES;
use crate::dossier::{Mechanism, OccasionPattern};
use crate::occasions::{Named, OccasionKind, Remark, event_of, same_event};
use crate::parties::code;

/// Contacts of the United States and another state at one level, whatever they were for.
pub(super) fn of_pair(record: &ContactRecord, other: Ccode, level: ContactLevel) -> Vec<Meeting> {
    let both = BTreeSet::from([code(UNITED_STATES), code(other)]);
    merge(
        record
            .records
            .iter()
            .filter(|r| r.contact.ccode == Some(other) && r.contact.level == level)
            .map(|r| Meeting::found(r, both.clone()))
            .collect(),
    )
}

/// Meetings of the United States and another state whose remarks name a standing arrangement.
///
/// # Errors
/// If the contacts cannot be read.
pub(crate) fn named_mechanisms(
    other: Ccode,
    as_of: &AsOf<'_>,
) -> Result<Vec<Meeting>, EvidenceError> {
    let record = ContactRecord::read(as_of)?;
    let levels = [ContactLevel::Leader, ContactLevel::Minister];
    let all = levels
        .into_iter()
        .flat_map(|level| of_pair(&record, other, level));
    Ok(all.filter(|m| m.kind == OccasionKind::Mechanism).collect())
}

/// Meetings of the United States and another state on the ground of a third, where a remark names
/// one of the other's leaders or ministers.
pub(super) fn in_third_places(
    record: &ContactRecord,
    other: Ccode,
    as_of: &AsOf<'_>,
) -> Result<Vec<Meeting>, EvidenceError> {
    let named = Named::of(other, as_of)?;
    let both = BTreeSet::from([code(UNITED_STATES), code(other)]);
    let pieces = record
        .records
        .iter()
        .filter(|r| {
            r.contact.source != ContactSource::Visits
                && r.contact.start >= HISTORY_FROM
                && named.in_remark(&r.contact, &r.remark)
        })
        .map(|r| Meeting {
            kind: OccasionKind::ThirdPlace,
            ..Meeting::found(r, both.clone())
        })
        .collect();
    Ok(merge(pieces))
}

/// Days on which the leaders of both states were at one gathering in the United States.
pub(super) fn together(record: &ContactRecord, a: Ccode, b: Ccode) -> Vec<Meeting> {
    let at_gatherings = |state| {
        record.records.iter().filter(move |r| {
            r.contact.ccode == Some(state)
                && r.contact.source == ContactSource::Visits
                && r.contact.level == ContactLevel::Leader
                && matches!(
                    r.kind,
                    OccasionKind::Multilateral | OccasionKind::Mechanism | OccasionKind::Ceremony
                )
        })
    };
    let theirs: Vec<(&Record, Vec<String>)> =
        at_gatherings(b).map(|r| (r, event_of(&r.remark))).collect();
    let both = BTreeSet::from([code(a), code(b)]);
    let mut pieces = Vec::new();
    for one in at_gatherings(a) {
        let event = event_of(&one.remark);
        for (other, their_event) in &theirs {
            let same_days =
                one.contact.start <= other.contact.end && other.contact.start <= one.contact.end;
            if same_days && same_event(&event, their_event) {
                pieces.push(Meeting::found(one, both.clone()));
                pieces.push(Meeting::found(other, both.clone()));
            }
        }
    }
    merge(pieces)
}

/// Meetings of a mechanism that are in the contact record.
pub(super) fn of_mechanism(
    mechanism: &Mechanism,
    record: &ContactRecord,
    as_of: &AsOf<'_>,
) -> Result<Vec<Meeting>, EvidenceError> {
    let named: Vec<Named> = mechanism
        .parties
        .iter()
        .map(|party| Named::of(*party, as_of))
        .collect::<Result<_, _>>()?;
    let mut found = Vec::new();
    for pattern in &mechanism.occasions {
        let phrases: Vec<Remark> = pattern.words.iter().map(|w| Remark::of(w)).collect();
        let pieces: Vec<Meeting> = record
            .records
            .iter()
            .filter(|r| matches(r, mechanism, pattern, &phrases))
            .map(|r| {
                let mut present = BTreeSet::from([code(UNITED_STATES)]);
                present.extend(r.contact.ccode.map(code));
                for (party, named) in mechanism.parties.iter().zip(&named) {
                    if named.in_remark(&r.contact, &r.remark) {
                        present.insert(code(*party));
                    }
                }
                Meeting {
                    kind: OccasionKind::Mechanism,
                    ..Meeting::found(r, present)
                }
            })
            .collect();
        let shown = |m: &Meeting| {
            let on_record = |state: &Ccode| m.participants.contains(&code(*state));
            m.level <= mechanism.level && pattern.participants.iter().all(on_record)
        };
        found.extend(merge(pieces).into_iter().filter(shown));
    }
    Ok(found)
}

fn matches(
    record: &Record,
    mechanism: &Mechanism,
    pattern: &OccasionPattern,
    phrases: &[Remark],
) -> bool {
    let contact = &record.contact;
    let in_time = contact.end >= mechanism.founded
        && pattern.from.is_none_or(|from| contact.start >= from)
        && pattern.until.is_none_or(|until| contact.end <= until);
    let ours = record
        .contact
        .ccode
        .is_some_and(|state| mechanism.parties.contains(&state));
    ours && in_time && phrases.iter().any(|p| record.remark.has_words(p))
}
