//! The contact record as mechanisms read it: every contact with its kind, and how far each list reaches.

use std::sync::Arc;

use entente_evidence::{AsOf, Contact, ContactLevel, ContactSource, EvidenceError};
use jiff::civil::{Date, date};
use rayon::prelude::*;

use crate::occasions::{OccasionKind, Remark, classify};

/// Where the lists of the embedded edition end, by the commit that stands in the table's version. On
/// the rows alone a silence at the end cannot be told from the end. Lists of another edition end with
/// their last row.
const EDITIONS: [(ContactSource, &str, Date); 3] = [
    (
        ContactSource::Visits,
        "visits @ 869ca4f0",
        date(2024, 11, 12),
    ),
    (
        ContactSource::President,
        "travels @ 3170c773",
        date(2024, 12, 4),
    ),
    (
        ContactSource::Secretary,
        "travels @ 3170c773",
        date(2025, 2, 19),
    ),
];

/// The days that a list covers, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Covered {
    pub(crate) from: Date,
    pub(crate) to: Date,
}

/// A contact, its remark as words, and what it was for.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    pub(crate) contact: Contact,
    pub(crate) remark: Remark,
    pub(crate) kind: OccasionKind,
}

/// All contacts known on a date, in the order of their days.
#[derive(Debug)]
pub(crate) struct ContactRecord {
    pub(crate) records: Vec<Record>,
    lists: ContactLists,
}

/// The days that each list of contacts covers, as known on a date.
#[derive(Debug)]
pub(crate) struct ContactLists(Vec<(ContactSource, Covered)>);

impl ContactLists {
    /// The lists as of a date.
    pub(crate) fn read(as_of: &AsOf<'_>) -> Result<Self, EvidenceError> {
        let version = as_of.table_use::<Contact>()?.version;
        let mut lists: Vec<(ContactSource, Covered)> = Vec::new();
        for contact in as_of.rows::<Contact>()? {
            let days = Covered {
                from: contact.start,
                to: contact.end,
            };
            match lists.iter_mut().find(|(s, _)| *s == contact.source) {
                Some((_, covered)) => {
                    covered.from = covered.from.min(days.from);
                    covered.to = covered.to.max(days.to);
                }
                None => lists.push((contact.source, days)),
            }
        }
        for (source, covered) in &mut lists {
            let edition = EDITIONS
                .iter()
                .find(|(s, commit, _)| s == source && version.contains(commit));
            if let Some((_, _, end)) = edition {
                covered.to = covered.to.max(as_of.date().min(*end));
            }
        }
        Ok(ContactLists(lists))
    }

    /// The days over which contact at a level would be on record: for leaders, where both the visits
    /// and the President's journeys are. `None` without a list.
    pub(crate) fn covered(&self, level: ContactLevel) -> Option<Covered> {
        let of = |source| {
            let list = self.0.iter().find(|(s, _)| *s == source);
            list.map(|(_, covered)| *covered)
        };
        match level {
            ContactLevel::Minister => of(ContactSource::Secretary),
            ContactLevel::Leader | ContactLevel::Other => {
                let (visits, journeys) =
                    (of(ContactSource::Visits)?, of(ContactSource::President)?);
                Some(Covered {
                    from: visits.from.max(journeys.from),
                    to: visits.to.min(journeys.to),
                })
            }
        }
    }
}

impl ContactRecord {
    /// The record as of a date, read once: reading every remark takes long.
    pub(crate) fn read(as_of: &AsOf<'_>) -> Result<Arc<Self>, EvidenceError> {
        as_of.once(|| ContactRecord::classified(as_of))
    }

    fn classified(as_of: &AsOf<'_>) -> Result<Self, EvidenceError> {
        let lists = ContactLists::read(as_of)?;
        let all = as_of.rows::<Contact>()?;
        let mut contacts: Vec<Contact> = (all.filter(|contact| contact.repeat_of.is_none()))
            .map(std::borrow::Cow::into_owned)
            .collect();
        contacts.sort_by_key(|c| (c.start, c.end, c.source, c.id));
        Ok(ContactRecord {
            records: with_kinds(contacts),
            lists,
        })
    }

    /// The days over which contact at a level would be on record, as [`ContactLists::covered`] has it.
    pub(crate) fn covered(&self, level: ContactLevel) -> Option<Covered> {
        self.lists.covered(level)
    }
}

/// A secretary who accompanied the President was there for what the President was there for.
fn with_kinds(contacts: Vec<Contact>) -> Vec<Record> {
    let (remarks, kinds): (Vec<Remark>, Vec<Option<OccasionKind>>) = (contacts.par_iter())
        .map(|contact| {
            let remark = Remark::of(contact.occasion.as_deref().unwrap_or_default());
            let kind = classify(contact, &remark);
            (remark, kind)
        })
        .unzip();
    let presidents: Vec<(usize, &Contact)> = contacts
        .iter()
        .enumerate()
        .filter(|(_, c)| c.source == ContactSource::President)
        .collect();
    let resolved: Vec<OccasionKind> = contacts
        .iter()
        .zip(&kinds)
        .map(|(contact, kind)| {
            kind.or_else(|| {
                let journey = presidents.iter().find(|(_, p)| {
                    p.ccode == contact.ccode && p.start <= contact.end && contact.start <= p.end
                })?;
                kinds[journey.0]
            })
            .unwrap_or(OccasionKind::Unspecified)
        })
        .collect();
    contacts
        .into_iter()
        .zip(remarks)
        .zip(resolved)
        .map(|((contact, remark), kind)| Record {
            contact,
            remark,
            kind,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use entente_evidence::Evidence;

    use super::*;

    /// The date cuts the record; after the edition's end the record ends, and not before.
    #[test]
    fn how_far_the_lists_reach() {
        let evidence = Evidence::embedded().unwrap();
        let to = |day: Date, level| {
            let as_of = evidence.as_of(day);
            ContactRecord::read(&as_of)
                .unwrap()
                .covered(level)
                .unwrap()
                .to
        };
        for (day, leader, minister) in [
            (date(2021, 2, 1), date(2021, 2, 1), date(2021, 2, 1)),
            (date(2024, 12, 1), date(2024, 11, 12), date(2024, 12, 1)),
            (date(2026, 6, 1), date(2024, 11, 12), date(2025, 2, 19)),
        ] {
            assert_eq!(to(day, ContactLevel::Leader), leader, "{day}");
            assert_eq!(to(day, ContactLevel::Minister), minister, "{day}");
        }
    }
}
