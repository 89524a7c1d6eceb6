//! Seats, leaders and elections.

use entente_evidence::EvidenceError;

use super::{Asked, Cell, Parts, WorkedTable};
use crate::governments::elections;
use crate::machinery::{Administration, administrations_of};
use crate::note::Message;
use crate::polls::Poll;

/// Every term of a party on the Security Council that was known on the date.
pub(super) fn council(asked: &Asked<'_, '_>) -> Parts {
    let section = &asked.assessment.council;
    let seats = section.now_and_ahead.iter().chain(&section.past);
    let rows = seats.map(|seat| {
        vec![
            Cell::text(&seat.iso3),
            Cell::Term(if seat.permanent {
                "permanent"
            } else {
                "elected"
            }),
            Cell::Day(seat.from),
            Cell::day(seat.until),
        ]
    });
    let title = Message::new("rows-seats");
    let columns = ["iso3", "seat", "from", "until"];
    Parts {
        formulas: Vec::new(),
        tables: vec![WorkedTable::new("seats", title, &columns).rows(rows)],
    }
}

/// Leaders' spells, and votes held or planned.
pub(super) fn of(asked: &Asked<'_, '_>) -> Result<Parts, EvidenceError> {
    let parties = &asked.assessment.parties;
    let states = parties.iter().map(|p| (p.ccode, p.iso3.as_str()));
    let spells = administrations_of(states, asked.as_of)?;
    let mut votes = Vec::new();
    for party in parties {
        let own = elections(party.ccode, asked.as_of)?;
        votes.extend(own.iter().map(|e| election(&party.iso3, e)));
    }
    let title = Message::new("rows-elections");
    let columns = ["iso3", "date", "kind", "types", "changed", "event"];
    Ok(Parts {
        formulas: Vec::new(),
        tables: vec![
            leaders(&spells),
            WorkedTable::new("elections", title, &columns).rows(votes),
        ],
    })
}

fn election(iso3: &str, election: &Poll) -> Vec<Cell> {
    let date = match (election.day_known, election.from) {
        (true, _) => Cell::Day(election.date),
        (false, None) => Cell::text(election.date.strftime("%Y-%m").to_string()),
        (false, Some(from)) => Cell::text(format!("{from}/{}", election.date)),
    };
    vec![
        Cell::text(iso3),
        date,
        Cell::Term(election.kind.as_str()),
        Cell::text(&election.types),
        Cell::maybe(election.changed, Cell::yes_or_no),
        Cell::text(&election.words),
    ]
}

/// Who led the parties.
pub(super) fn administrations(asked: &Asked<'_, '_>) -> Parts {
    let mut spells: Vec<Administration> = Vec::new();
    for pair in &asked.assessment.machinery.pairs {
        for spell in &pair.machinery.administrations {
            if !spells.contains(spell) {
                spells.push(spell.clone());
            }
        }
    }
    Parts {
        formulas: Vec::new(),
        tables: vec![leaders(&spells)],
    }
}

fn leaders(spells: &[Administration]) -> WorkedTable {
    let rows = spells.iter().map(|spell| {
        vec![
            Cell::text(&spell.iso3),
            Cell::text(&spell.leader),
            Cell::Day(spell.from),
            Cell::day(spell.until),
            Cell::day(spell.record_ends),
        ]
    });
    let title = Message::new("rows-leaders");
    let columns = ["iso3", "leader", "from", "until", "record_ends"];
    WorkedTable::new("leaders", title, &columns).rows(rows)
}
