//! What lies before whoever drafts a side's brief.

use entente_evidence::RollCallView;
use entente_measures::VotePlanes;
use entente_states::Ccode;
use jiff::civil::Date;

use super::stand::Point;
use crate::agenda::{AgendaSection, ToldCircumstance, ToldConstraint};
use crate::coincidence::CoincidenceSection;
use crate::contacts::ContactSection;
use crate::dossier::{CircumstanceKind, Dossier};
use crate::governments::GovernmentSection;
use crate::outlook::OutlookSection;
use crate::parties::Party;
use crate::shortlist::Shortlist;
use crate::windows::WindowsSection;

/// The record and the joint assessment, as of the date.
pub(crate) struct Desk<'a, 'e> {
    pub date: Date,
    /// Whose delegation.
    pub party: Ccode,
    pub parties: &'a [Party],
    /// What of the dossier is known on the date.
    pub dossier: Option<&'a Dossier>,
    pub agenda: Option<&'a AgendaSection>,
    pub calls: &'a [RollCallView<'e>],
    pub planes: &'a VotePlanes,
    pub coincidence: &'a CoincidenceSection,
    pub contacts: &'a ContactSection,
    pub governments: &'a GovernmentSection,
    pub outlook: &'a OutlookSection,
    pub windows: &'a WindowsSection,
}

impl<'a> Desk<'a, '_> {
    /// The other parties, in the order given.
    pub(super) fn others(&self) -> impl Iterator<Item = Ccode> + 'a {
        let own = self.party;
        let codes = self.parties.iter().map(|p| p.ccode);
        codes.filter(move |code| *code != own)
    }

    pub(super) fn shortlist(&self) -> Option<&'a Shortlist> {
        self.agenda?.shortlist.as_ref()
    }

    /// Agenda items in the order of the shortlist.
    pub(super) fn points(&self) -> Vec<Point<'a>> {
        let (Some(dossier), Some(shortlist)) = (self.dossier, self.shortlist()) else {
            return Vec::new();
        };
        let rows = shortlist.rows.iter();
        rows.filter_map(|row| {
            let item = dossier.items.iter().find(|item| item.id == row.id)?;
            Some(Point { item, row, dossier })
        })
        .collect()
    }

    /// A party's constraints that name an item; those on everything if none does.
    pub(super) fn constraints(&self, party: Ccode, item: &str) -> Vec<&'a ToldConstraint> {
        let own: Vec<&ToldConstraint> = (self.agenda.iter().flat_map(|a| &a.constraints))
            .filter(|c| c.party == party)
            .collect();
        let named: Vec<&ToldConstraint> = own
            .iter()
            .filter(|c| names(&c.items, item))
            .copied()
            .collect();
        match named.is_empty() {
            true => own.into_iter().filter(|c| c.items.is_empty()).collect(),
            false => named,
        }
    }

    /// Precedents or opportunities that name an item.
    pub(super) fn circumstances(
        &self,
        kind: CircumstanceKind,
        item: &'a str,
    ) -> impl Iterator<Item = &'a ToldCircumstance> {
        let all = self.agenda.into_iter().flat_map(|a| &a.circumstances);
        all.filter(move |c| c.kind == kind && names(&c.items, item))
    }

    /// The first day of a party's present government, if on record.
    pub(super) fn governed_since(&self, party: Ccode) -> Option<Date> {
        let state = self.governments.states.iter().find(|g| g.ccode == party)?;
        state.since
    }

    /// The last day looked at: the shortlist's, or a year ahead.
    pub(super) fn until(&self) -> Date {
        self.shortlist().map_or_else(
            || self.date.saturating_add(jiff::ToSpan::year(1)),
            |found| found.until,
        )
    }
}

fn names(items: &[String], item: &str) -> bool {
    items.iter().any(|named| named == item)
}
