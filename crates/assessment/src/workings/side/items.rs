//! Agenda items with what decides of them.

use super::{Asked, Cell, Side, WorkedTable, place};
use crate::note::Message;
use crate::shortlist::{Basis, CriterionValue, ItemCriterion, ItemRow, Shortlist, stance};

/// What each party last declared on every item, and the item's coincidence.
pub(super) fn declared(asked: &Asked<'_, '_>, found: &Shortlist) -> WorkedTable {
    let items = asked.dossier.iter().flat_map(|d| &d.items);
    let rows = found.rows.iter().flat_map(|row| {
        let item = items.clone().find(|i| i.id == row.id);
        asked.assessment.parties.iter().map(move |party| {
            let own = item.iter().flat_map(|i| &i.priorities);
            let priority = own
                .filter(|p| p.party == party.ccode)
                .max_by_key(|p| p.from);
            let position = item.and_then(|i| stance(i, party.ccode));
            vec![
                place(row.place),
                Cell::text(&row.id),
                Cell::text(&party.iso3),
                Cell::count(priority.map(|p| p.level)),
                Cell::maybe(position, |p| Cell::Number(p.stance, 1)),
                known(row.by(ItemCriterion::Coincidence)),
            ]
        })
    });
    let columns = ["place", "id", "iso3", "level", "stance", "coincidence"];
    let title = Message::new("rows-declared-on-items");
    WorkedTable::new("declared-on-items", title, &columns).rows(rows)
}

/// Room at home, of our veto players that bear on it by name the one farthest against it, and the coincidence, for every item; and whether it is
/// ruled out.
pub(super) fn limits(side: &Side<'_>) -> WorkedTable {
    let columns = [
        "place",
        "id",
        "acceptance",
        "stance",
        "actor",
        "coincidence",
        "basis",
        "avoided",
    ];
    let rows = side.agenda.into_iter().flat_map(|(agenda, found)| {
        found.rows.iter().map(move |row| {
            let vetoes = agenda
                .constraints
                .iter()
                .filter(|c| c.party == side.own.party.ccode && c.veto && c.items.contains(&row.id));
            let veto = vetoes.min_by(|a, b| a.stance.total_cmp(&b.stance));
            vec![
                place(row.place),
                Cell::text(&row.id),
                Cell::maybe(row.by(ItemCriterion::Acceptance), |c| {
                    Cell::Number(c.value, 3)
                }),
                Cell::maybe(veto, |c| Cell::Number(c.stance, 1)),
                Cell::maybe(veto, |c| Cell::text(&c.id)),
                known(row.by(ItemCriterion::Coincidence)),
                basis(row),
                Cell::yes_or_no(side.own.avoided.iter().any(|a| a.item == row.id)),
            ]
        })
    });
    WorkedTable::new("limits", Message::new("rows-limits"), &columns).rows(rows)
}

/// What the item's coincidence rests on.
fn basis(row: &ItemRow) -> Cell {
    let own = row.by(ItemCriterion::Coincidence);
    Cell::maybe(own, |c| Cell::Term(super::super::agenda::basis(c.basis)))
}

/// A criterion of which something is known.
fn known(value: Option<&CriterionValue>) -> Cell {
    let value = value.filter(|c| c.basis != Basis::Nothing);
    Cell::maybe(value, |c| Cell::Number(c.value, 3))
}
