//! What people do with a ledger, drawn at random: valid changes of every kind.
//!
//! A [`Deed`] is raw chance; a [`Known`] ledger makes a valid [`Plan`] of it, whatever it holds. So the
//! same deeds serve properties, which shrink them, and writers that are killed at their work.

use std::collections::BTreeMap;

use entente_ledger::{
    Act, AgendaEntry, Change, Commitment, Consultation, Document, Entity, EntityRef, Entry, Kind,
    Ledger, LedgerError, Outcome, Position, Recorded, Score, Stamp, Viewer,
};
use entente_states::Ccode;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use crate::sample::*;

const PARTIES: [Ccode; 4] = [USA, CANADA, MEXICO, Ccode(220)];

/// As whom it is looked, so that everything is seen.
pub const VIEWERS: [Viewer; 5] = [
    Viewer::Joint,
    Viewer::Delegation(PARTIES[0]),
    Viewer::Delegation(PARTIES[1]),
    Viewer::Delegation(PARTIES[2]),
    Viewer::Delegation(PARTIES[3]),
];

#[derive(Clone, Copy, Debug)]
enum What {
    Consultation,
    AgendaEntry,
    Position,
    Outcome,
    Commitment,
    Several,
    Score,
    Act,
    Document,
    OwnDocument,
    Revision,
    Extension,
    Split,
}

/// One deed, before it is known what is there.
#[derive(Clone, Debug)]
pub struct Deed {
    what: What,
    which: Index,
    other: Index,
    text: String,
    note: Option<String>,
    day: i32,
    later: i32,
    weight: f64,
    content: Vec<u8>,
}

/// A text: any characters that a ledger takes, blanks at the ends and line ends included.
fn text() -> impl Strategy<Value = String> {
    proptest::string::string_regex("[ \n\t]{0,2}[\\PC&&[^ ]][\\PC\n\t\"\\\\]{0,40}")
        .unwrap()
        .prop_map(|text| entente_doors::text::cleaned(&text).into_owned())
        .prop_filter("not blank", |text| !text.trim().is_empty())
}

/// Any deed.
pub fn deed() -> impl Strategy<Value = Deed> {
    let what = select(vec![
        What::Consultation,
        What::AgendaEntry,
        What::Position,
        What::Outcome,
        What::Commitment,
        What::Commitment,
        What::Several,
        What::Score,
        What::Score,
        What::Act,
        What::Document,
        What::OwnDocument,
        What::Revision,
        What::Revision,
        What::Revision,
        What::Extension,
        What::Split,
    ]);
    let days = (0..70_000i32, 0..4_000i32);
    let weight = -1.0..=1.0f64;
    let picks = (any::<Index>(), any::<Index>());
    let texts = (text(), proptest::option::of(text()));
    (what, picks, texts, days, weight, vec(any::<u8>(), 0..2_000)).prop_map(
        |(what, (which, other), (text, note), (day, later), weight, content)| Deed {
            what,
            which,
            other,
            text,
            note,
            day,
            later,
            weight,
            content,
        },
    )
}

/// What is to be done.
#[derive(Clone, Debug)]
pub struct Plan {
    pub viewer: Viewer,
    pub changes: Vec<Change>,
    /// The content, if a document is attached.
    pub content: Option<Vec<u8>>,
}

impl Plan {
    fn new(viewer: Viewer, entity: impl Into<Entity>) -> Plan {
        Plan {
            viewer,
            changes: vec![Change::New(entity.into())],
            content: None,
        }
    }

    pub fn entities(&self) -> Vec<Entity> {
        let of = |change: &Change| match change {
            Change::New(entity) | Change::Revision { entity, .. } => entity.clone(),
        };
        self.changes.iter().map(of).collect()
    }

    /// Does it.
    pub async fn perform(
        &self,
        ledger: &Ledger,
        stamp: &Stamp,
    ) -> Result<Vec<Recorded>, LedgerError> {
        let view = ledger.as_seen_by(self.viewer);
        if let (Some(content), [Change::New(Entity::Document(document))]) =
            (&self.content, &self.changes[..])
        {
            let recorded = view.attach(document.clone(), content, stamp).await?;
            return Ok(vec![recorded]);
        }
        match &self.changes[..] {
            [one] => Ok(vec![view.record(one.clone(), stamp).await?]),
            many => view.record_all(many.to_vec(), stamp).await,
        }
    }
}

/// What a writer knows of a ledger.
#[derive(Default)]
pub struct Known {
    /// By whose own they are: each part has ids of its own.
    entries: BTreeMap<(Option<Ccode>, EntityRef), (i64, Entity)>,
    prefix: String,
    number: u32,
}

impl Known {
    /// New entries get ids that begin with `prefix`.
    pub fn nothing(prefix: &str) -> Known {
        Known {
            prefix: prefix.to_owned(),
            ..Known::default()
        }
    }

    /// What is in a ledger.
    pub async fn of(ledger: &Ledger, prefix: &str) -> Result<Known, LedgerError> {
        let mut known = Known::nothing(prefix);
        known.take::<Consultation>(ledger).await?;
        known.take::<AgendaEntry>(ledger).await?;
        known.take::<Position>(ledger).await?;
        known.take::<Outcome>(ledger).await?;
        known.take::<Commitment>(ledger).await?;
        known.take::<Score>(ledger).await?;
        known.take::<Act>(ledger).await?;
        known.take::<Document>(ledger).await?;
        Ok(known)
    }

    async fn take<T: Entry>(&mut self, ledger: &Ledger) -> Result<(), LedgerError> {
        for viewer in VIEWERS {
            for read in ledger.as_seen_by(viewer).all::<T>().await? {
                self.holds(read.entry.into(), read.version);
            }
        }
        Ok(())
    }

    fn holds(&mut self, entity: Entity, version: i64) {
        let (kind, id) = (entity.kind(), entity.id().to_owned());
        let key = (entity.delegation(), EntityRef { kind, id });
        self.entries.insert(key, (version, entity));
    }

    /// Takes note of what was done.
    pub fn did(&mut self, plan: &Plan, recorded: &[Recorded]) {
        for (entity, recorded) in plan.entities().into_iter().zip(recorded) {
            self.holds(
                with_id(entity, &recorded.id, plan.content.as_deref()),
                recorded.version,
            );
        }
    }

    fn id(&mut self) -> String {
        self.number += 1;
        format!("{}{}", self.prefix, self.number)
    }

    fn some<T: Entry>(&self, which: Index) -> Option<(i64, T)> {
        let of_kind: Vec<_> = self
            .entries
            .iter()
            .filter(|((_, key), _)| key.kind == T::KIND)
            .collect();
        if of_kind.is_empty() {
            return None;
        }
        let (_, (version, entity)) = which.get(&of_kind);
        T::try_from(entity.clone())
            .ok()
            .map(|entry| (*version, entry))
    }

    /// A valid change; if what it needs is not there, an act, which needs nothing.
    pub fn plan(&mut self, deed: &Deed) -> Plan {
        self.planned(deed).unwrap_or_else(|| {
            let party = deed.which.get(&PARTIES);
            let act: Act = entry(json!({
                "id": self.id(), "date": deed.date(), "party": party, "weight": deed.weight,
                "text": deed.text, "sources": [{"citation": deed.text, "text": deed.note}],
            }));
            Plan::new(Viewer::Joint, act)
        })
    }

    fn planned(&mut self, deed: &Deed) -> Option<Plan> {
        let joint = |entity: Entity| Some(Plan::new(Viewer::Joint, entity));
        match deed.what {
            What::Consultation => joint(self.consultation(deed).into()),
            What::AgendaEntry => {
                let (_, of) = self.some::<Consultation>(deed.which)?;
                let lead = deed.other.get(&of.parties);
                joint(Entity::from(entry::<AgendaEntry>(json!({
                    "id": self.id(), "consultation": of.id, "order": deed.later + 1, "title": deed.text,
                    "leads": [{"party": lead, "office": deed.text}], "note": deed.note,
                }))))
            }
            What::Position => self.position(deed),
            What::Outcome => {
                let (_, of) = self.some::<Consultation>(deed.which)?;
                joint(Entity::from(entry::<Outcome>(json!({
                    "id": self.id(), "consultation": of.id, "text": deed.text,
                }))))
            }
            What::Commitment => joint(self.commitment(deed).into()),
            What::Several => {
                let meeting = self.consultation(deed);
                let mut changes = vec![Change::New(meeting.into())];
                for _ in 0..3 {
                    changes.push(Change::New(self.commitment(deed).into()));
                }
                Some(Plan {
                    viewer: Viewer::Joint,
                    changes,
                    content: None,
                })
            }
            What::Score => {
                let (_, of) = self.some::<Commitment>(deed.which)?;
                let party = deed.other.get(&of.by);
                let date = of.made.max(deed.date());
                joint(Entity::from(entry::<Score>(json!({
                    "id": self.id(), "commitment": of.id, "party": party, "score": deed.later % 3 - 1,
                    "stage": if deed.day % 2 == 0 { "final" } else { "interim" },
                    "assessor": format!("Assessor {}", deed.later % 5), "date": date,
                    "evidence": deed.text, "address": "https://example.org/figure",
                }))))
            }
            What::Act => None,
            What::Document => Some(self.document(deed, None)),
            What::OwnDocument => {
                let party = *deed.which.get(&PARTIES);
                Some(self.document(deed, Some(party)))
            }
            What::Revision => self.revision(deed),
            What::Extension => {
                let (from, mut it) = self.open(deed.which)?;
                let due = it.due?;
                let to = later(due, deed.later);
                it.extensions.push(entry_of(json!({
                    "decided": it.made.max(deed.date()), "from": due, "to": to, "reason": deed.text,
                })));
                it.due = Some(to);
                Some(self.revised(from, it.into()))
            }
            What::Split => {
                let (from, mut it) = self.open(deed.which)?;
                let mut parts = vec![self.commitment(deed), self.commitment(deed)];
                for part in &mut parts {
                    part.from = vec![it.id.clone()];
                }
                it.status = entente_ledger::CommitmentStatus::Split;
                it.closed = Some(it.made.max(deed.date()));
                let mut plan = self.revised(from, it.into());
                plan.changes
                    .extend(parts.into_iter().map(|part| Change::New(part.into())));
                Some(plan)
            }
        }
    }

    fn consultation(&mut self, deed: &Deed) -> Consultation {
        let start = deed.date();
        let days = json!({"start": start, "end": later(start, deed.later % 4).min(LAST)});
        let mut parties = PARTIES.to_vec();
        parties.rotate_left(deed.other.index(4));
        parties.truncate(2 + deed.which.index(3));
        entry(json!({
            "id": self.id(), "mechanism": format!("m{}", deed.later % 3), "title": deed.text,
            "parties": parties, "level": "minister", "status": "held", "planned": days, "actual": days,
            "place": deed.note,
            "participants": [{"party": parties[0], "office": deed.text}],
        }))
    }

    fn commitment(&mut self, deed: &Deed) -> Commitment {
        let of = self.some::<Consultation>(deed.which).map(|(_, of)| of);
        let parties = of.as_ref().map_or(&PARTIES[..], |of| &of.parties);
        let made = deed.date();
        let due = (deed.day % 5 > 0).then(|| later(made, deed.later));
        entry(json!({
            "id": self.id(), "text": deed.text, "by": &parties[..1 + deed.other.index(parties.len())],
            "made": made, "due": due, "consultation": of.as_ref().map(|of| &of.id), "status": "open",
            "item": {"dossier": "usa-mexico", "item": format!("i{}", deed.later % 4)},
            "source": {"citation": deed.text, "address": "https://example.org/statement", "text": deed.note},
        }))
    }

    fn document(&mut self, deed: &Deed, delegation: Option<Ccode>) -> Plan {
        let mut it: Document = entry(json!({"name": deed.text, "media_type": "text/plain"}));
        if delegation.is_none() {
            it.id = self.id();
        }
        it.delegation = delegation;
        let public = self.entries.iter();
        let public: Vec<_> = public
            .filter(|(_, (_, entity))| entity.delegation().is_none())
            .map(|((_, key), _)| key)
            .collect();
        if !public.is_empty() {
            it.attached_to = vec![(*deed.other.get(&public)).clone()];
        }
        let viewer = delegation.map_or(Viewer::Joint, Viewer::Delegation);
        Plan {
            content: Some(deed.content.clone()),
            ..Plan::new(viewer, it)
        }
    }

    /// A party's position, or, since it has one only, its next version.
    fn position(&mut self, deed: &Deed) -> Option<Plan> {
        let (_, on) = self.some::<AgendaEntry>(deed.which)?;
        let (kind, id) = (Kind::Consultation, on.consultation.clone());
        let (_, Entity::Consultation(of)) = self.entries.get(&(None, EntityRef { kind, id }))?
        else {
            return None;
        };
        let party = *deed.other.get(&of.parties);
        let mut it: Position = entry(json!({
            "party": party, "entry": on.id, "aim": deed.text, "red_line": deed.note,
        }));
        let viewer = Viewer::Delegation(party);
        let held = self
            .entries
            .values()
            .find_map(|(version, entity)| match entity {
                Entity::Position(p) if p.party == party && p.entry == on.id => Some((*version, p)),
                _ => None,
            });
        let Some((from, old)) = held else {
            return Some(Plan::new(viewer, it));
        };
        it.id = old.id.clone();
        let entity = it.into();
        Some(Plan {
            viewer,
            changes: vec![Change::Revision { from, entity }],
            content: None,
        })
    }

    fn open(&self, which: Index) -> Option<(i64, Commitment)> {
        let (from, it) = self.some::<Commitment>(which)?;
        (it.status == entente_ledger::CommitmentStatus::Open).then_some((from, it))
    }

    fn revised(&self, from: i64, entity: Entity) -> Plan {
        let viewer = entity
            .delegation()
            .map_or(Viewer::Joint, Viewer::Delegation);
        Plan {
            viewer,
            changes: vec![Change::Revision { from, entity }],
            content: None,
        }
    }

    fn revision(&self, deed: &Deed) -> Option<Plan> {
        let all: Vec<_> = self.entries.values().collect();
        if all.is_empty() {
            return None;
        }
        let (from, entity) = (*deed.which.get(&all)).clone();
        let (text, note) = (deed.text.clone(), deed.note.clone());
        let entity = match entity {
            Entity::Consultation(it) => Consultation { note, ..it }.into(),
            Entity::AgendaEntry(it) => AgendaEntry {
                reached: Some(deed.day % 2 == 0),
                withdrawn: note,
                ..it
            }
            .into(),
            Entity::Position(it) => Position {
                aim: text,
                note,
                ..it
            }
            .into(),
            Entity::Outcome(it) => Outcome {
                withdrawn: note,
                text,
                ..it
            }
            .into(),
            Entity::Commitment(it) => Commitment { text, note, ..it }.into(),
            Entity::Score(it) => Score {
                score: i8::try_from(deed.later % 3 - 1)
                    .unwrap()
                    .try_into()
                    .unwrap(),
                withdrawn: note,
                ..it
            }
            .into(),
            Entity::Act(it) => Act {
                weight: deed.weight,
                withdrawn: note,
                ..it
            }
            .into(),
            Entity::Document(it) => Document {
                name: text,
                withdrawn: note,
                ..it
            }
            .into(),
        };
        Some(self.revised(from, entity))
    }
}

/// The entry as it is recorded: with its id, and a document with its checksum and size.
pub fn with_id(entity: Entity, id: &str, content: Option<&[u8]>) -> Entity {
    let mut json = serde_json::to_value(entity).unwrap();
    let it: &mut Value = json.as_object_mut().unwrap().values_mut().next().unwrap();
    it["id"] = json!(id);
    if let Some(content) = content {
        it["sha256"] = json!(sha256(content));
        it["size"] = json!(content.len());
    }
    serde_json::from_value(json).unwrap()
}

/// In hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

const LAST: Date = date(2026, 11, 24);

impl Deed {
    /// A day from 1830 on that has come.
    fn date(&self) -> Date {
        later(date(1830, 1, 1), self.day).min(LAST)
    }
}

fn later(day: Date, by: i32) -> Date {
    day.saturating_add(by.days())
}

fn entry_of<T: serde::de::DeserializeOwned>(json: Value) -> T {
    serde_json::from_value(json).unwrap()
}
