//! A case as entries of a ledger.
//!
//! A commitment that every party has finally kept in full is done, on the day of the last such score;
//! every other one is open.

use std::collections::BTreeMap;

use entente_states::{Ccode, system};
use strsim::jaro_winkler;
use toml::Spanned;

use super::Misread;
use super::declared::{DeclaredCommitment, DeclaredConsultation, DeclaredScore, DeclaredSource};
use super::declared::{File, Party};
use super::text::{self, Text};
use crate::{
    Commitment, CommitmentStatus, Compliance, Consultation, ConsultationStatus, Days, Entity,
    ItemLink, Score, Source, Stage,
};

/// How like an id must be to be suggested, by Jaro and Winkler.
const LIKE: f64 = 0.8;

pub(super) fn read(text: &str) -> Result<Vec<Entity>, Misread> {
    let read: Text<File> = text::read(text)?;
    let case = Case::of(&read)?;
    let file = &read.value;
    let mut entries = Vec::new();
    for consultation in &file.consultation {
        entries.push(case.consultation(consultation)?.into());
    }
    for commitment in &file.commitment {
        entries.push(case.commitment(commitment)?.into());
    }
    let mut taken: BTreeMap<String, u32> = BTreeMap::new();
    for score in &file.score {
        entries.push(case.score(score, &mut taken)?.into());
    }
    Ok(entries)
}

/// A case with what in it can be referred to.
struct Case<'f> {
    read: &'f Text<File>,
    sources: BTreeMap<&'f str, &'f DeclaredSource>,
    consultations: BTreeMap<&'f str, &'f DeclaredConsultation>,
    commitments: BTreeMap<&'f str, &'f DeclaredCommitment>,
}

impl<'f> Case<'f> {
    fn of(read: &'f Text<File>) -> Result<Self, Misread> {
        let file = &read.value;
        Ok(Case {
            read,
            sources: by_id(read, "source", file.source.iter().map(|s| (&s.id, s)))?,
            consultations: by_id(
                read,
                "consultation",
                file.consultation.iter().map(|c| (&c.id, c)),
            )?,
            commitments: by_id(
                read,
                "commitment",
                file.commitment.iter().map(|c| (&c.id, c)),
            )?,
        })
    }

    fn fault<T>(&self, at: &Spanned<T>, message: String) -> Misread {
        Misread {
            message,
            span: self.read.place(at.span()),
        }
    }

    fn find<T: Copy>(
        &self,
        what: &str,
        id: &Spanned<String>,
        among: &BTreeMap<&str, T>,
    ) -> Result<T, Misread> {
        let name = id.get_ref().as_str();
        among.get(name).copied().ok_or_else(|| {
            let near = among
                .keys()
                .map(|other| (jaro_winkler(name, other), other))
                .filter(|(likeness, _)| *likeness > LIKE)
                .max_by(|a, b| a.0.total_cmp(&b.0));
            let hint = near.map_or(String::new(), |(_, other)| {
                format!("; did you mean {other:?}?")
            });
            self.fault(
                id,
                format!("there is no {what} {name:?} in this file{hint}"),
            )
        })
    }

    fn source(&self, id: &Spanned<String>, place: Option<&str>) -> Result<Source, Misread> {
        let found = self.find("source", id, &self.sources)?;
        Ok(Source {
            citation: match place {
                Some(place) => format!("{}, {place}", found.citation),
                None => found.citation.clone(),
            },
            address: found.address.clone(),
            text: None,
        })
    }

    fn consultation(&self, it: &DeclaredConsultation) -> Result<Consultation, Misread> {
        let file = &self.read.value;
        if *it.mechanism.get_ref() != file.mechanism {
            let message = format!(
                "{:?} is not the mechanism of this file, {:?}",
                it.mechanism.get_ref(),
                file.mechanism
            );
            return Err(self.fault(&it.mechanism, message));
        }
        let days = Days {
            start: it.start,
            end: it.end,
        };
        let held = it.status == ConsultationStatus::Held;
        Ok(Consultation {
            id: it.id.get_ref().clone(),
            mechanism: file.mechanism.clone(),
            title: format!("{}, {} {}", file.meeting, it.place, it.start.year()),
            parties: codes(&it.parties),
            level: file.level,
            planned: (!held).then_some(days),
            actual: held.then_some(days),
            place: Some(it.place.clone()),
            participants: Vec::new(),
            status: it.status,
            reason: None,
            note: it.note.clone(),
            sources: vec![self.source(&it.source, None)?],
        })
    }

    fn commitment(&self, it: &DeclaredCommitment) -> Result<Commitment, Misread> {
        let held_at = self.find("consultation", &it.consultation, &self.consultations)?;
        let closed = self.kept(it);
        Ok(Commitment {
            id: it.id.get_ref().clone(),
            text: it.text.clone(),
            by: codes(&it.parties),
            made: it.made,
            due: it.due,
            verification: Some(it.verification.clone()),
            source: self.source(&it.source, Some(&it.place))?,
            consultation: Some(held_at.id.get_ref().clone()),
            mechanism: None,
            item: Some(ItemLink {
                dossier: self.read.value.dossier.clone(),
                item: it.item.clone(),
            }),
            status: match closed {
                Some(_) => CommitmentStatus::Done,
                None => CommitmentStatus::Open,
            },
            closed,
            reason: None,
            from: Vec::new(),
            extensions: Vec::new(),
            note: self.note(it)?,
        })
    }

    /// The day on which the last of the parties is finally said to have kept it in full.
    fn kept(&self, it: &DeclaredCommitment) -> Option<jiff::civil::Date> {
        let scores = &self.read.value.score;
        let finals: Vec<&DeclaredScore> = scores
            .iter()
            .filter(|s| s.commitment.get_ref() == it.id.get_ref() && !s.interim)
            .collect();
        let full = |party: &Party| {
            let mut of_party = finals
                .iter()
                .filter(|s| s.party.get_ref().0 == party.0)
                .peekable();
            of_party.peek().is_some() && of_party.all(|s| s.value == Compliance::Full)
        };
        it.parties
            .iter()
            .all(full)
            .then(|| finals.iter().map(|s| s.date).max())?
    }

    /// The note, and how the words are known.
    fn note(&self, it: &DeclaredCommitment) -> Result<Option<String>, Misread> {
        let mut said: Vec<String> = it.note.iter().cloned().collect();
        let via = it.via.as_ref().map(|via| self.source(via, None));
        let via = via.transpose()?;
        match (it.opened, via) {
            (true, Some(via)) => said.push(format!("Read in: {}.", cited(&via))),
            (false, Some(via)) => said.push(format!("Known from: {}.", cited(&via))),
            (false, None) => said.push("The words that bear it were not read.".to_owned()),
            (true, None) => {}
        }
        Ok((!said.is_empty()).then(|| said.join(" ")))
    }

    fn score(
        &self,
        it: &DeclaredScore,
        taken: &mut BTreeMap<String, u32>,
    ) -> Result<Score, Misread> {
        let commitment = self.find("commitment", &it.commitment, &self.commitments)?;
        let party = it.party.get_ref().0;
        if !commitment.parties.iter().any(|p| p.0 == party) {
            let message = format!("{} did not make that commitment", code(party));
            return Err(self.fault(&it.party, message));
        }
        let source = self.source(&it.source, None)?;
        let base = format!("{}-{}", commitment.id.get_ref(), code(party).to_lowercase());
        let number = taken.entry(base.clone()).or_default();
        *number += 1;
        Ok(Score {
            id: match number {
                1 => base,
                more => format!("{base}-{more}"),
            },
            commitment: commitment.id.get_ref().clone(),
            party,
            score: it.value,
            stage: match it.interim {
                true => Stage::Interim,
                false => Stage::Final,
            },
            assessor: it.assessor.clone(),
            date: it.date,
            evidence: format!("{} ({})", it.evidence, source.citation),
            address: it.address.clone(),
            withdrawn: None,
        })
    }
}

fn by_id<'f, T>(
    read: &Text<File>,
    what: &str,
    all: impl Iterator<Item = (&'f Spanned<String>, &'f T)>,
) -> Result<BTreeMap<&'f str, &'f T>, Misread> {
    let mut found = BTreeMap::new();
    for (id, one) in all {
        if found.insert(id.get_ref().as_str(), one).is_some() {
            return Err(Misread {
                message: format!("there is already a {what} {:?} in this file", id.get_ref()),
                span: read.place(id.span()),
            });
        }
    }
    Ok(found)
}

fn codes(parties: &[Party]) -> Vec<Ccode> {
    parties.iter().map(|party| party.0).collect()
}

fn code(party: Ccode) -> String {
    system()
        .get(party)
        .map_or_else(|| party.to_string(), |state| state.key3().to_owned())
}

fn cited(source: &Source) -> String {
    match &source.address {
        Some(address) => format!("{} ({address})", source.citation),
        None => source.citation.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{SHIPPED_CASES, read_toml_entries};
    use crate::{Blocking, Change, Entity, Kind, Stamp, Viewer};

    fn shipped() -> &'static str {
        SHIPPED_CASES[0].1
    }

    fn count(entries: &[Entity], kind: Kind) -> usize {
        entries.iter().filter(|entry| entry.kind() == kind).count()
    }

    /// As many as the file has, and all of them may be recorded.
    #[test]
    fn every_shipped_case_can_be_recorded() {
        for (name, text) in SHIPPED_CASES {
            let entries = read_toml_entries(name, text).unwrap();
            let tables = |what: &str| text.matches(&format!("\n[[{what}]]\n")).count();
            for (kind, table) in [
                (Kind::Consultation, "consultation"),
                (Kind::Commitment, "commitment"),
                (Kind::Score, "score"),
            ] {
                assert_eq!(count(&entries, kind), tables(table), "{name}: {table}");
            }
            let ledger = Blocking::open(&"sqlite::memory:".parse().unwrap(), &Default::default());
            let ledger = ledger.unwrap();
            let stamp = Stamp {
                author: "Planning".to_owned(),
                time: "2026-11-25T12:00:00Z".parse().unwrap(),
            };
            let changes = entries.into_iter().map(Change::New).collect();
            let joint = ledger.as_seen_by(Viewer::Joint);
            ledger.wait(joint.record_all(changes, &stamp)).unwrap();
        }
    }

    /// The summit at Toluca set a trusted traveller programme for 2014; it was arranged in July 2015.
    #[test]
    fn what_is_done_and_what_is_owed() {
        let entries = read_toml_entries("case", shipped()).unwrap();
        let commitment = |id: &str| {
            entries
                .iter()
                .find_map(|entry| match entry {
                    Entity::Commitment(commitment) if commitment.id == id => Some(commitment),
                    _ => None,
                })
                .unwrap()
        };
        let late = commitment("2014-trusted-traveler");
        assert_eq!(late.status.as_str(), "open");
        assert_eq!(late.item.as_ref().unwrap().to_string(), "usa-mexico/border");
        let kept = commitment("2021-drug-dialogue");
        assert_eq!(kept.status.as_str(), "done");
        assert_eq!(kept.closed.unwrap().to_string(), "2022-11-09");
        let known = commitment("2012-climate").note.as_deref().unwrap();
        assert!(
            known.starts_with("Known from: International Institute"),
            "{known}"
        );
    }

    #[test]
    fn faults_name_their_place() {
        for (right, wrong, said) in [
            (
                "consultation = \"nals-2012\"",
                "consultation = \"nals-2012x\"",
                "there is no consultation \"nals-2012x\" in this file; did you mean \"nals-2012\"?",
            ),
            (
                "source = \"spp-2005\"\n\n",
                "source = \"spp-2005x\"\n\n",
                "did you mean \"spp-2005\"?",
            ),
            (
                "id = \"nals-2006\"",
                "id = \"nals-2005\"",
                "there is already a consultation \"nals-2005\"",
            ),
            (
                "mechanism = \"nals\"\nstart",
                "mechanism = \"nasl\"\nstart",
                "is not the mechanism of this file",
            ),
            ("value = -1", "value = -2", "-2 is no score"),
            (
                "party = \"CAN\"",
                "party = \"BRA\"",
                "BRA did not make that commitment",
            ),
            (
                "start = 2005-03-23",
                "begin = 2005-03-23",
                "unknown field `begin`",
            ),
        ] {
            assert!(shipped().contains(right), "{right}");
            let text = shipped().replacen(right, wrong, 1);
            let error = read_toml_entries("case", &text).unwrap_err();
            assert!(error.message.contains(said), "{said}: {error}");
            let line = text.lines().nth(error.line - 1).unwrap();
            let key = wrong.split(' ').next().unwrap();
            assert!(line.starts_with(key), "{error} is on the line {line:?}");
        }
    }
}
