//! `entente ledger pack`

use entente_assessment::{
    Assessment, ConsultationRecord, Mechanism, Office, OutcomeRecord, PackEntry, PackPosition,
    PackRecord, Question,
};
use entente_doors::text::shown_on_a_line;
use entente_ledger::{
    AgendaEntry, Commitment, Consultation, ConsultationStatus, Outcome, Position, Source, Viewer,
};
use entente_states::Ccode;
use jiff::ToSpan;
use jiff::civil::Date;

use super::promised::records;
use super::{Room, feed, names};
use crate::args::{EvidenceArgs, PackArgs, RoomArgs};
use crate::clock::today;
use crate::commands::brief;
use crate::commands::dossier::{self, Chosen};
use crate::failure::Failure;
use crate::reading::Reading;
use crate::{fits, output};

pub fn run(options: &PackArgs, room: &RoomArgs, evidence: &EvidenceArgs) -> Result<(), Failure> {
    if options.output.is_none() {
        brief::refuse_in_terminal(options.format())?;
    }
    let room = Room::to_read(room)?;
    let consultation = room.get::<Consultation>(&options.consultation)?.entry;
    takes_part(&room, &consultation)?;
    let date = options.as_of.unwrap_or_else(|| eve(&consultation));
    let agenda = agenda(&room, &consultation.id)?;
    let chosen = chosen(options, &consultation, &agenda)?;
    let chosen = chosen.map(|found| feed::fed_by(&room, found)).transpose()?;
    let record = record(&room, &consultation, &agenda, chosen.as_ref(), date)?;
    let commitments = records(&room)?;
    let states: Vec<String> = names::codes(&consultation.parties);
    let question = Question {
        dossier: chosen.as_ref().map(|d| (d.name.as_str(), &d.dossier)),
        commitments: Some(&commitments),
        pack: Some(&record),
        reading: Reading::asked(date).came_about,
        ..Question::about(&states)
    };
    let evidence = evidence.open()?;
    let assessment = Assessment::of(&question, &fits::kept(), &evidence.as_of(date))?;
    let style = brief::style_of(options.output.is_some());
    let rendered = brief::rendered(&assessment, options.format(), options.lang, &style)?;
    output::write_private(options.output.as_deref(), &rendered)
}

/// Who takes no part in a consultation has no pack of it.
fn takes_part(room: &Room, consultation: &Consultation) -> Result<(), Failure> {
    match room.view().viewer() {
        Viewer::Delegation(party) if !consultation.parties.contains(&party) => {
            let parties = names::codes(&consultation.parties).join(", ");
            Err(Failure::usage(format!(
                "{} takes no part in {}",
                names::state(party),
                consultation.id
            ))
            .help(format!(
                "its parties are {parties}; --as joint makes a pack without positions"
            )))
        }
        _ => Ok(()),
    }
}

/// The day before a consultation that is past, so that the pack does not know what came of it; otherwise
/// today.
fn eve(consultation: &Consultation) -> Date {
    let before = consultation.day().map(|day| day.saturating_sub(1.day()));
    before.map_or_else(today, |eve| eve.min(today()))
}

/// What stands on its agenda, in order.
fn agenda(room: &Room, consultation: &str) -> Result<Vec<AgendaEntry>, Failure> {
    let all = room
        .ledger
        .wait(room.view().of::<AgendaEntry>(consultation))?;
    let mut standing: Vec<AgendaEntry> = all.into_iter().map(|found| found.entry).collect();
    standing.retain(|entry| entry.withdrawn.is_none());
    standing.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
    Ok(standing)
}

/// The dossier that was asked for; otherwise that of the first item on the agenda, or the shipped one
/// about just the parties.
fn chosen(
    options: &PackArgs,
    consultation: &Consultation,
    agenda: &[AgendaEntry],
) -> Result<Option<Chosen>, Failure> {
    // Others write the agenda: what it names is looked up among the dossiers that ship, and never opened as
    // a file of who makes the pack.
    let links = || agenda.iter().filter_map(|entry| entry.item.as_ref());
    let of_items = links().find_map(|link| dossier::shipped_as(&link.dossier, options.lang));
    if of_items.is_none()
        && options.dossier.is_none()
        && let Some(link) = links().next()
    {
        output::tell(format!(
            "The agenda names the dossier {}, which does not come with the program; --dossier FILE names its file.",
            shown_on_a_line(&link.dossier)
        ));
    }
    let chosen = match (&options.dossier, of_items) {
        (Some(asked), _) if asked == "none" => return Ok(None),
        (Some(asked), _) => dossier::by_name(asked, options.lang)?,
        (None, Some(found)) => found,
        (None, None) => return Ok(dossier::of_states(&consultation.parties, options.lang)),
    };
    let (parties, held) = (&consultation.parties, &chosen.dossier);
    match parties.iter().filter(|party| held.holds(**party)).count() {
        2.. => Ok(Some(chosen)),
        _ => Err(Failure::usage(format!(
            "the dossier {} is not about two of {}",
            chosen.name,
            names::codes(parties).join(", ")
        ))
        .help("--dossier names another, or none")),
    }
}

fn record(
    room: &Room,
    consultation: &Consultation,
    agenda: &[AgendaEntry],
    chosen: Option<&Chosen>,
    date: Date,
) -> Result<PackRecord, Failure> {
    let delegation = match room.view().viewer() {
        Viewer::Delegation(party) => Some(party),
        Viewer::Joint => None,
    };
    let positions = positions(room, delegation)?;
    let of_mechanism = room
        .ledger
        .wait(room.view().of::<Consultation>(&consultation.mechanism))?;
    let others: Vec<Consultation> = of_mechanism.into_iter().map(|found| found.entry).collect();
    let last = last(&others, consultation, date);
    let (mut left, mut outcomes, mut made) = (Vec::new(), Vec::new(), Vec::new());
    if let Some(last) = last {
        let carried = |id: &String| agenda.iter().any(|e| e.carried_from.as_ref() == Some(id));
        left = self::agenda(room, &last.id)?;
        left.retain(|entry| entry.reached == Some(false) && !carried(&entry.id));
        outcomes = room.ledger.wait(room.view().of::<Outcome>(&last.id))?;
        outcomes.retain(|found| found.entry.withdrawn.is_none());
        made = room.ledger.wait(room.view().of::<Commitment>(&last.id))?;
    }
    Ok(PackRecord {
        consultation: told(consultation),
        delegation,
        agenda: agenda.iter().map(|it| entry(it, &positions)).collect(),
        left: left.iter().map(|it| entry(it, &[])).collect(),
        last: last.map(told),
        outcomes: outcomes
            .into_iter()
            .map(|found| outcome(found.entry))
            .collect(),
        commitments: made.into_iter().map(|found| promise(found.entry)).collect(),
        next: next(&others, consultation).map(told),
        cadence_days: mechanism(chosen, &consultation.mechanism).map(|m| m.cadence.days),
    })
}

/// The delegation's own positions; none of a joint pack.
fn positions(room: &Room, delegation: Option<Ccode>) -> Result<Vec<Position>, Failure> {
    let Some(party) = delegation else {
        return Ok(Vec::new());
    };
    let all = room.ledger.wait(room.view().all::<Position>())?;
    let own = all.into_iter().map(|found| found.entry);
    Ok(own
        .filter(|p| p.party == party && p.withdrawn.is_none())
        .collect())
}

/// The last one held before this one, and before the day of reading.
fn last<'c>(
    others: &'c [Consultation],
    this: &Consultation,
    date: Date,
) -> Option<&'c Consultation> {
    let before = |it: &&Consultation| {
        let over = it.actual.is_some_and(|days| days.end <= date);
        let earlier = this
            .day()
            .is_none_or(|day| it.day().is_some_and(|d| d < day));
        it.id != this.id && it.status == ConsultationStatus::Held && over && earlier
    };
    others.iter().filter(before).max_by_key(|it| it.day())
}

/// The first one planned after it.
fn next<'c>(others: &'c [Consultation], this: &Consultation) -> Option<&'c Consultation> {
    let after = |it: &&Consultation| {
        let later = it
            .day()
            .is_some_and(|d| this.day().is_some_and(|day| d > day));
        it.id != this.id && it.status != ConsultationStatus::Cancelled && later
    };
    others.iter().filter(after).min_by_key(|it| it.day())
}

fn mechanism<'c>(chosen: Option<&'c Chosen>, id: &str) -> Option<&'c Mechanism> {
    chosen?.dossier.mechanism(id)
}

fn told(it: &Consultation) -> ConsultationRecord {
    let days = it.actual.or(it.planned);
    let offices = it.participants.iter().map(|p| Office {
        ccode: p.party,
        office: p.office.clone(),
    });
    ConsultationRecord {
        id: it.id.clone(),
        title: it.title.clone(),
        mechanism: it.mechanism.clone(),
        start: days.map(|d| d.start),
        end: days.map(|d| d.end),
        held: it.status == ConsultationStatus::Held,
        place: it.place.clone(),
        participants: offices.collect(),
        note: it.note.clone(),
    }
}

fn entry(it: &AgendaEntry, positions: &[Position]) -> PackEntry {
    let own = positions.iter().find(|position| position.entry == it.id);
    let leads = it.leads.iter().map(|lead| Office {
        ccode: lead.party,
        office: lead.office.clone(),
    });
    PackEntry {
        id: it.id.clone(),
        item: (it.item.as_ref()).map(|link| (link.dossier.clone(), link.item.clone())),
        title: it.title.clone(),
        leads: leads.collect(),
        carried: it.carried_from.is_some(),
        note: it.note.clone(),
        position: own.map(|position| PackPosition {
            aim: position.aim.clone(),
            fallback: position.fallback.clone(),
            red_line: position.red_line.clone(),
            note: position.note.clone(),
        }),
    }
}

fn outcome(it: Outcome) -> OutcomeRecord {
    let source = it.sources.into_iter().next();
    let (citation, address) = match source {
        Some(Source {
            citation, address, ..
        }) => (Some(citation), address),
        None => (None, None),
    };
    OutcomeRecord {
        text: it.text,
        source: citation,
        address,
    }
}

fn promise(it: Commitment) -> OutcomeRecord {
    OutcomeRecord {
        text: it.text,
        source: Some(it.source.citation),
        address: it.source.address,
    }
}
