//! `entente ledger add`

use entente_assessment::Mechanism;
use entente_brief::Lang;
use entente_ledger::{
    Act, AgendaEntry, Change, Commitment, CommitmentStatus, Compliance, Consultation,
    ConsultationStatus, Days, Entity, Lead, Level, Outcome, Position, Score, Source, Stage,
};

use super::room::{state, states};
use super::{Room, names, receipt};
use crate::args::{
    AddAct, AddCommand, AddCommitment, AddConsultation, AddItem, AddOutcome, AddPosition, AddScore,
    RoomArgs, SourceArgs, Written,
};
use crate::clock::today;
use crate::commands::dossier;
use crate::failure::Failure;

pub fn run(command: &AddCommand, room: &RoomArgs) -> Result<(), Failure> {
    let (entity, written): (Entity, &Written) = match command {
        AddCommand::Consultation(it) => (consultation(it)?.into(), &it.written),
        AddCommand::Item(it) => (item(it, room)?.into(), &it.written),
        AddCommand::Position(it) => (position(it, room)?.into(), &it.written),
        AddCommand::Outcome(it) => (outcome(it).into(), &it.written),
        AddCommand::Commitment(it) => (commitment(it, room)?.into(), &it.written),
        AddCommand::Score(it) => (score(it)?.into(), &it.written),
        AddCommand::Act(it) => (act(it)?.into(), &it.written),
    };
    let room = Room::to_write(room)?;
    let recorded = room.change(Change::New(entity))?;
    receipt::give(&room, &recorded, written)
}

fn consultation(it: &AddConsultation) -> Result<Consultation, Failure> {
    let declared = mechanism(&it.mechanism, it.dossier.as_deref())?;
    let needed = |what: &str| {
        Failure::usage(format!(
            "no dossier declares a mechanism {}: its {what} must be given",
            it.mechanism
        ))
        .help(format!(
            "--{what}, or --dossier with the file that declares it"
        ))
    };
    let parties = match (&it.parties[..], &declared) {
        ([], Some(declared)) => declared.parties.clone(),
        ([], None) => return Err(needed("party")),
        (names, _) => states(names)?,
    };
    let level = match (&it.level, &declared) {
        (Some(word), _) => level(word)?,
        (None, Some(declared)) => level_of(declared),
        (None, None) => return Err(needed("level")),
    };
    let title = it.title.clone();
    Ok(Consultation {
        id: it.id.clone(),
        mechanism: it.mechanism.clone(),
        title: match (title, &declared) {
            (Some(title), _) => title,
            (None, Some(declared)) => declared.name.clone(),
            (None, None) => return Err(needed("title")),
        },
        parties,
        level,
        planned: Some(Days {
            start: it.start,
            end: it.end.unwrap_or(it.start),
        }),
        actual: None,
        place: it.place.clone(),
        participants: Vec::new(),
        status: ConsultationStatus::Planned,
        reason: None,
        note: it.note.clone(),
        sources: Vec::new(),
    })
}

/// A mechanism of the dossier that was named, or of any that comes with the program.
fn mechanism(id: &str, asked: Option<&str>) -> Result<Option<Mechanism>, Failure> {
    match asked {
        Some(asked) => Ok(Some(names::declared(id, Some(asked))?.1)),
        None => Ok(names::declared(id, None).ok().map(|found| found.1)),
    }
}

fn level(word: &str) -> Result<Level, Failure> {
    match word {
        "leader" => Ok(Level::Leader),
        "minister" => Ok(Level::Minister),
        "official" => Ok(Level::Official),
        other => Err(Failure::usage(format!("{other:?} is no level"))
            .help("there are leader, minister and official")),
    }
}

/// The level of a mechanism, as the ledger has it.
pub fn level_of(mechanism: &Mechanism) -> Level {
    match mechanism.level {
        entente_assessment::Level::Leader => Level::Leader,
        entente_assessment::Level::Minister => Level::Minister,
        entente_assessment::Level::Official => Level::Official,
    }
}

fn item(it: &AddItem, args: &RoomArgs) -> Result<AgendaEntry, Failure> {
    if let Some(link) = &it.item
        && let Some(chosen) = dossier::shipped_as(&link.dossier, Lang::default())
        && !chosen.dossier.items.iter().any(|i| i.id == link.item)
    {
        let ids = chosen.dossier.items.iter().map(|i| i.id.clone()).collect();
        let what = format!("item {} in the dossier {}", link.item, link.dossier);
        return Err(super::room::unknown(&what, &link.item, ids, "agenda-entry"));
    }
    let leads = it.leads.iter().map(|lead| {
        Ok(Lead {
            party: state(&lead.party)?,
            office: lead.office.clone(),
        })
    });
    let leads = leads.collect::<Result<Vec<Lead>, Failure>>()?;
    let order = match it.order {
        Some(order) => order,
        None => {
            let room = Room::to_read(args)?;
            let view = room.view();
            let there = room.ledger.wait(view.of::<AgendaEntry>(&it.consultation))?;
            there
                .iter()
                .map(|e| e.entry.order)
                .max()
                .unwrap_or(0)
                .saturating_add(1)
        }
    };
    Ok(AgendaEntry {
        id: it.id.clone(),
        consultation: it.consultation.clone(),
        order,
        item: it.item.clone(),
        title: it.title.clone(),
        leads,
        carried_from: None,
        reached: None,
        note: it.note.clone(),
        withdrawn: None,
    })
}

fn position(it: &AddPosition, args: &RoomArgs) -> Result<Position, Failure> {
    let room = Room::to_read(args)?;
    Ok(Position {
        id: String::new(),
        party: room.delegation("a position")?,
        entry: it.entry.clone(),
        aim: it.aim.clone(),
        fallback: it.fallback.clone(),
        red_line: it.red_line.clone(),
        note: it.note.clone(),
        withdrawn: None,
    })
}

fn outcome(it: &AddOutcome) -> Outcome {
    Outcome {
        id: it.id.clone(),
        consultation: it.consultation.clone(),
        entry: it.entry.clone(),
        text: it.text.clone(),
        sources: vec![source(&it.source)],
        withdrawn: None,
    }
}

fn commitment(it: &AddCommitment, args: &RoomArgs) -> Result<Commitment, Failure> {
    let made = match (it.made, &it.consultation) {
        (Some(day), _) => day,
        (None, Some(id)) => {
            let room = Room::to_read(args)?;
            let held = room.get::<Consultation>(id)?.entry;
            held.actual.map(|days| days.end).ok_or_else(|| {
                Failure::usage(format!("consultation {id} was not held yet"))
                    .help("--made says on which day the commitment was made")
            })?
        }
        (None, None) => return Err(Failure::usage("--made says on which day it was made")),
    };
    Ok(Commitment {
        id: it.id.clone(),
        text: it.text.clone(),
        by: states(&it.by)?,
        made,
        due: it.due,
        verification: it.verification.clone(),
        source: source(&it.source),
        consultation: it.consultation.clone(),
        mechanism: it.mechanism.clone(),
        item: it.item.clone(),
        status: CommitmentStatus::Open,
        closed: None,
        reason: None,
        from: Vec::new(),
        extensions: Vec::new(),
        note: it.note.clone(),
    })
}

fn score(it: &AddScore) -> Result<Score, Failure> {
    Ok(Score {
        id: it.id.clone(),
        commitment: it.commitment.clone(),
        party: state(&it.party)?,
        score: Compliance::try_from(it.score).map_err(|e| Failure::usage(e.to_string()))?,
        stage: match it.stage.as_str() {
            "final" => Stage::Final,
            _ => Stage::Interim,
        },
        assessor: it.assessor.clone(),
        date: it.date.unwrap_or_else(today),
        evidence: it.basis.clone(),
        address: it.address.clone(),
        withdrawn: None,
    })
}

fn act(it: &AddAct) -> Result<Act, Failure> {
    Ok(Act {
        id: it.id.clone(),
        date: it.date,
        party: state(&it.party)?,
        weight: it.weight,
        text: it.text.clone(),
        sources: vec![source(&it.source)],
        withdrawn: None,
    })
}

/// A source as it was typed.
pub fn source(it: &SourceArgs) -> Source {
    Source {
        citation: it.citation.clone(),
        address: it.address.clone(),
        text: it.quote.clone(),
    }
}
