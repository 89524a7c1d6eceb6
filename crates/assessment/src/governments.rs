//! Who governs the parties, and their seats on the Security Council.

use entente_evidence::{AsOf, ElectionKind, EvidenceError, TableId};
use entente_states::terms::Of;
use entente_states::{Ccode, council};
use jiff::civil::Date;
use serde::Serialize;

use crate::note::{Message, Notes};
use crate::parties::Party;
use crate::polls::{Poll, over_by_rule, polls};
use crate::tenures::Tenures;

/// Who governs each party.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GovernmentSection {
    /// Notes that hold for all of it.
    pub notes: Vec<usize>,
    /// Party by party.
    pub states: Vec<Government>,
}

/// The government of one party.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Government {
    /// COW number.
    pub ccode: Ccode,
    /// Its three-letter code.
    pub iso3: String,
    /// The leader, as the list writes the name; empty if the list has none on the date.
    pub leader: Option<String>,
    /// In office since.
    pub since: Option<Date>,
    /// The last day of the last month in which the list of leaders has anyone come or go, if a whole
    /// month without any lies before the date.
    pub record_ends: Option<Date>,
    /// The last election or referendum held.
    pub last_election: Option<ElectionEntry>,
    /// The last vote that by rule is over on the date and lies after the lists' end: its outcome is not on record.
    pub over_by_rule: Option<ElectionEntry>,
    /// Elections that were planned when the list was closed, if the date lies after that; the next first.
    pub planned: Vec<ElectionEntry>,
}

/// An election, held or planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ElectionEntry {
    /// The day; the last of the month where `day_known` is false.
    pub date: Date,
    /// Whether the day is on record.
    pub day_known: bool,
    /// The first day of the time within which it is expected, where that may be longer than a month.
    pub from: Option<Date>,
    /// X executive, L legislature, R referendum, as published.
    pub types: String,
    /// Whether the leader changed; empty where not coded.
    pub changed: Option<bool>,
}

/// Seats of the parties on the Security Council.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CouncilSection {
    /// Notes that hold for all of it.
    pub notes: Vec<usize>,
    /// Seats that a party holds on the date, or is already elected to.
    pub now_and_ahead: Vec<CouncilSeat>,
    /// Earlier elected terms, the last first.
    pub past: Vec<CouncilSeat>,
}

/// A seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CouncilSeat {
    /// COW number.
    pub ccode: Ccode,
    /// Its three-letter code.
    pub iso3: String,
    /// Whether permanent.
    pub permanent: bool,
    /// First day.
    pub from: Date,
    /// Last day; empty for a permanent seat.
    pub until: Option<Date>,
}

impl GovernmentSection {
    pub(crate) fn of(
        parties: &[Party],
        as_of: &AsOf<'_>,
        notes: &mut Notes,
    ) -> Result<Self, EvidenceError> {
        let note = notes.add(
            &[TableId::Leader, TableId::OfficeHolder, TableId::Election, TableId::ElectionNotice],
            "the spell in office that holds the date; votes held by the date; plans only once the list that names them was closed",
            "",
            "where the list of leaders ends before the date, who governs since is not known: the last leader on it is given, with the day on which it ends. Names are as the list writes them.",
        );
        notes.last_is(Message::new("note-governments"));
        let mut states = Vec::new();
        for party in parties {
            states.push(Government::of(party, as_of)?);
        }
        Ok(GovernmentSection {
            notes: vec![note],
            states,
        })
    }
}

impl Government {
    fn of(party: &Party, as_of: &AsOf<'_>) -> Result<Self, EvidenceError> {
        let governing = Tenures::of(party.ccode, as_of)?.governing(as_of.date());
        let elections = elections(party.ccode, as_of)?;
        let of_kind = |kind| {
            let own = elections.iter().filter(move |e| e.kind == kind);
            own.map(ElectionEntry::of)
        };
        let held = of_kind(ElectionKind::Vote);
        let mut planned: Vec<ElectionEntry> = of_kind(ElectionKind::Plan).collect();
        planned.sort_by(|a, b| (a.date, &a.types).cmp(&(b.date, &b.types)));
        Ok(Government {
            ccode: party.ccode,
            iso3: party.iso3.clone(),
            leader: governing.as_ref().map(|g| g.leader.clone()),
            since: governing.as_ref().map(|g| g.since),
            record_ends: governing.and_then(|g| g.record_ends),
            last_election: held.max_by(|a, b| (a.date, &a.types).cmp(&(b.date, &b.types))),
            over_by_rule: over_by_rule(party.ccode, as_of)?.map(|(day, of)| ElectionEntry {
                date: day,
                day_known: true,
                from: None,
                types: match of {
                    Of::Legislature => "L".to_owned(),
                    Of::Executive | Of::Term => "X".to_owned(),
                },
                changed: None,
            }),
            planned,
        })
    }
}

/// A state's votes held by the date, and those planned after it.
pub(crate) fn elections(state: Ccode, as_of: &AsOf<'_>) -> Result<Vec<Poll>, EvidenceError> {
    let mut found = polls(state, as_of)?;
    found.retain(|p| p.kind == ElectionKind::Vote || p.date > as_of.date());
    Ok(found)
}

impl ElectionEntry {
    fn of(election: &Poll) -> Self {
        ElectionEntry {
            date: election.date,
            day_known: election.day_known,
            from: election.from,
            types: election.types.clone(),
            changed: election.changed,
        }
    }
}

impl CouncilSection {
    pub(crate) fn of(parties: &[Party], date: Date, notes: &mut Notes) -> Self {
        let note = notes.add(
            &[],
            "terms of the Security Council from 1946, elections to June 2026 included, from the Council's public record",
            "",
            "an elected term is known from its election where that day is on record, otherwise from its first day; its end is fixed by the Charter.",
        );
        notes.last_is(Message::new("note-council"));
        let mut now_and_ahead = Vec::new();
        let mut past = Vec::new();
        for party in parties {
            // As it read on the date: an end that no rule had fixed is not yet known.
            for term in council::terms_of(party.ccode)
                .into_iter()
                .filter_map(|t| t.as_of(date))
            {
                let seat = CouncilSeat {
                    ccode: party.ccode,
                    iso3: party.iso3.clone(),
                    permanent: term.seat == council::Seat::Permanent,
                    from: term.from,
                    until: term.until,
                };
                if term.until.is_none_or(|until| until >= date) {
                    now_and_ahead.push(seat);
                } else {
                    past.push(seat);
                }
            }
        }
        past.sort_by_key(|seat| std::cmp::Reverse(seat.from));
        CouncilSection {
            notes: vec![note],
            now_and_ahead,
            past,
        }
    }
}
