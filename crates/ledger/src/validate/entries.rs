//! Rules of each kind of entry.

use super::fields::Fields;
use super::{Fault, Invalid};
use crate::{
    Act, AgendaEntry, Commitment, CommitmentStatus, Consultation, ConsultationStatus, Document,
    Entity, EntityRef, Extension, Kind, Outcome, Position, Score,
};

type Checked = Result<(), Invalid>;

/// The last place on an agenda, so that there is always a next one to count to.
const LAST_PLACE: u32 = 1_000_000;

/// The version before, as what it is.
macro_rules! before {
    ($fields:expr, $variant:ident) => {
        match $fields.context.before {
            Some(Entity::$variant(before)) => Some(before),
            _ => None,
        }
    };
}

fn to(kind: Kind, id: &str) -> EntityRef {
    let id = id.to_owned();
    EntityRef { kind, id }
}

pub(super) fn consultation(fields: &Fields, it: &Consultation) -> Checked {
    let before = before!(fields, Consultation);
    fields.id_like("mechanism", &it.mechanism)?;
    fields.fixed("mechanism", &it.mechanism, before.map(|b| &b.mechanism))?;
    fields.states("parties", &it.parties, 2)?;
    if let Some(planned) = it.planned {
        fields.days("planned", planned)?;
    }
    let held = it.status == ConsultationStatus::Held;
    match it.actual {
        Some(actual) if held => {
            fields.days("actual", actual)?;
            fields.past("actual.end", actual.end)?;
        }
        Some(_) => return fields.fails("actual", Fault::Superfluous("it was not held")),
        None if held => return fields.fails("actual", Fault::Needed("where it was held")),
        None => {}
    }
    if it.status == ConsultationStatus::Planned && it.planned.is_none() {
        return fields.fails("planned", Fault::Needed("while it is planned"));
    }
    let put_off = matches!(
        it.status,
        ConsultationStatus::Postponed | ConsultationStatus::Cancelled
    );
    if put_off && it.reason.is_none() {
        return fields.fails(
            "reason",
            Fault::Needed("where it was postponed or cancelled"),
        );
    }
    for (i, participant) in it.participants.iter().enumerate() {
        let field = format!("participants[{i}].party");
        fields.takes_part(
            &field,
            participant.party,
            to(Kind::Consultation, &it.id),
            &it.parties,
        )?;
    }
    fields.sources("sources", &it.sources)
}

pub(super) fn agenda_entry(fields: &Fields, it: &AgendaEntry) -> Checked {
    let before = before!(fields, AgendaEntry);
    fields.fixed(
        "consultation",
        &it.consultation,
        before.map(|b| &b.consultation),
    )?;
    if !(1..=LAST_PLACE).contains(&it.order) {
        let (found, least, most) = (f64::from(it.order), 1.0, f64::from(LAST_PLACE));
        return fields.fails("order", Fault::OutOfRange { found, least, most });
    }
    if it.item.is_none() && it.title.is_none() {
        return fields.fails(
            "title",
            Fault::Needed("where no item of a dossier is taken up"),
        );
    }
    if let Some(item) = &it.item {
        fields.link("item", item)?;
    }
    let parties = fields
        .consultation(&it.consultation)
        .map_or(&[][..], |c| &c.parties);
    for (i, lead) in it.leads.iter().enumerate() {
        let field = format!("leads[{i}].party");
        fields.takes_part(
            &field,
            lead.party,
            to(Kind::Consultation, &it.consultation),
            parties,
        )?;
    }
    let carried = it.carried_from.as_deref();
    if let Some(Entity::AgendaEntry(from)) =
        carried.and_then(|id| fields.context.find(Kind::AgendaEntry, id))
        && from.consultation == it.consultation
    {
        let why = "it is of the same consultation; what is carried over is of an earlier one";
        return fields.fails("carried_from", Fault::Disagrees(why));
    }
    Ok(())
}

pub(super) fn position(fields: &Fields, it: &Position) -> Checked {
    let before = before!(fields, Position);
    fields.state("party", it.party)?;
    fields.fixed("party", &it.party, before.map(|b| &b.party))?;
    fields.fixed("entry", &it.entry, before.map(|b| &b.entry))?;
    let Some(Entity::AgendaEntry(entry)) = fields.context.find(Kind::AgendaEntry, &it.entry) else {
        return Ok(());
    };
    let parties = fields
        .consultation(&entry.consultation)
        .map_or(&[][..], |c| &c.parties);
    fields.takes_part(
        "party",
        it.party,
        to(Kind::Consultation, &entry.consultation),
        parties,
    )
}

pub(super) fn outcome(fields: &Fields, it: &Outcome) -> Checked {
    let before = before!(fields, Outcome);
    fields.fixed(
        "consultation",
        &it.consultation,
        before.map(|b| &b.consultation),
    )?;
    let entry = it.entry.as_deref();
    if let Some(Entity::AgendaEntry(entry)) =
        entry.and_then(|id| fields.context.find(Kind::AgendaEntry, id))
        && entry.consultation != it.consultation
    {
        let why = "it is on the agenda of another consultation";
        return fields.fails("entry", Fault::Disagrees(why));
    }
    fields.sources("sources", &it.sources)
}

pub(super) fn commitment(fields: &Fields, it: &Commitment) -> Checked {
    let before = before!(fields, Commitment);
    fields.states("by", &it.by, 1)?;
    fields.fixed(
        "consultation",
        &it.consultation,
        before.map(|b| &b.consultation),
    )?;
    fields.fixed("mechanism", &it.mechanism, before.map(|b| &b.mechanism))?;
    fields.past("made", it.made)?;
    if let Some(due) = it.due {
        fields.not_before("due", due, "the day on which it was made", it.made)?;
    }
    fields.source("source", &it.source)?;
    if let Some(mechanism) = &it.mechanism {
        fields.id_like("mechanism", mechanism)?;
    }
    if let Some(item) = &it.item {
        fields.link("item", item)?;
    }
    if let Some(consultation) = it
        .consultation
        .as_deref()
        .and_then(|id| fields.consultation(id))
    {
        for (i, party) in it.by.iter().enumerate() {
            let of = to(Kind::Consultation, &consultation.id);
            fields.takes_part(&format!("by[{i}]"), *party, of, &consultation.parties)?;
        }
        if it
            .mechanism
            .as_ref()
            .is_some_and(|m| *m != consultation.mechanism)
        {
            let why = "it is not the consultation's mechanism; leave it out";
            return fields.fails("mechanism", Fault::Disagrees(why));
        }
    }
    closing(fields, it)?;
    extensions(fields, it)
}

fn closing(fields: &Fields, it: &Commitment) -> Checked {
    let open = it.status == CommitmentStatus::Open;
    match it.closed {
        Some(_) if open => return fields.fails("closed", Fault::Superfluous("it is open")),
        None if !open => {
            return fields.fails("closed", Fault::Needed("where it is no longer open"));
        }
        Some(closed) => {
            fields.past("closed", closed)?;
            fields.not_before("closed", closed, "the day on which it was made", it.made)?;
        }
        None => {}
    }
    if it.status == CommitmentStatus::Withdrawn && it.reason.is_none() {
        return fields.fails("reason", Fault::Needed("where it was withdrawn"));
    }
    Ok(())
}

fn extensions(fields: &Fields, it: &Commitment) -> Checked {
    for (i, extension) in it.extensions.iter().enumerate() {
        let Extension {
            decided, from, to, ..
        } = extension;
        fields.past(&format!("extensions[{i}].decided"), *decided)?;
        fields.not_before(
            &format!("extensions[{i}].decided"),
            *decided,
            "the day on which it was made",
            it.made,
        )?;
        if let Some(from) = from {
            fields.not_before(
                &format!("extensions[{i}].to"),
                *to,
                "the day that it had",
                *from,
            )?;
        }
        let next = it.extensions.get(i + 1).map_or(it.due, |next| next.from);
        if next != Some(*to) {
            let why = "the next extension, or the day on which it is due, does not begin where this one ends";
            return fields.fails(format!("extensions[{i}].to"), Fault::Disagrees(why));
        }
    }
    Ok(())
}

pub(super) fn score(fields: &Fields, it: &Score) -> Checked {
    let before = before!(fields, Score);
    fields.fixed("commitment", &it.commitment, before.map(|b| &b.commitment))?;
    fields.fixed("party", &it.party, before.map(|b| &b.party))?;
    fields.fixed("assessor", &it.assessor, before.map(|b| &b.assessor))?;
    fields.past("date", it.date)?;
    fields.address("address", &it.address)?;
    let Some(Entity::Commitment(commitment)) =
        fields.context.find(Kind::Commitment, &it.commitment)
    else {
        return Ok(());
    };
    fields.takes_part(
        "party",
        it.party,
        to(Kind::Commitment, &it.commitment),
        &commitment.by,
    )?;
    fields.not_before(
        "date",
        it.date,
        "the day on which the commitment was made",
        commitment.made,
    )
}

pub(super) fn act(fields: &Fields, it: &Act) -> Checked {
    fields.past("date", it.date)?;
    fields.state("party", it.party)?;
    if !(-1.0..=1.0).contains(&it.weight) {
        let (found, least, most) = (it.weight, -1.0, 1.0);
        return fields.fails("weight", Fault::OutOfRange { found, least, most });
    }
    if it.sources.is_empty() {
        return fields.fails("sources", Fault::Needed("for an act"));
    }
    fields.sources("sources", &it.sources)
}

pub(super) fn document(fields: &Fields, it: &Document) -> Checked {
    let before = before!(fields, Document);
    fields.fixed("sha256", &it.sha256, before.map(|b| &b.sha256))?;
    fields.fixed("size", &it.size, before.map(|b| &b.size))?;
    fields.fixed("delegation", &it.delegation, before.map(|b| &b.delegation))?;
    if let Some(delegation) = it.delegation {
        fields.state("delegation", delegation)?;
    }
    for (i, target) in it.attached_to.iter().enumerate() {
        let owner = fields
            .context
            .known
            .get(target)
            .and_then(Entity::delegation);
        if owner.is_some() && owner != it.delegation {
            return fields.fails(format!("attached_to[{i}]"), Fault::Exposes(target.clone()));
        }
    }
    Ok(())
}
