//! The texts of a dossier that a reader sees: the one list by which they are translated and checked.
//!
//! Entries are taken apart without `..`, so that whoever adds a field decides here whether it is read.
//! Works are cited as their publishers name them; what is searched for in remarks and titles is not
//! read by anybody.

use std::collections::BTreeSet;

use super::{
    Act, AgendaItem, Circumstance, Citation, Cited, Claim, Constraint, Dossier, EnteredMeeting,
    Mechanism, Priority, Source, StatedPosition, Test,
};

/// A text, and the entry in which it stands.
pub(super) struct Text<'d> {
    /// As "item climate".
    pub(super) entry: String,
    pub(super) words: &'d mut String,
}

impl Dossier {
    /// The texts that a reader sees and that a translation holds: each once, in the dossier's order.
    pub fn texts(&self) -> Vec<String> {
        let mut dossier = self.clone();
        let mut seen = BTreeSet::new();
        let texts = dossier.texts_mut().into_iter().map(|t| t.words.clone());
        texts.filter(|words| seen.insert(words.clone())).collect()
    }

    /// The same as they stand, for replacing: a text that is used twice comes twice.
    pub(super) fn texts_mut(&mut self) -> Vec<Text<'_>> {
        let Dossier {
            title,
            parties: _,
            sources,
            mechanisms,
            items,
            constraints,
            circumstances,
            acts,
            claims,
        } = self;
        let mut texts = vec![Text {
            entry: "title".to_owned(),
            words: title,
        }];
        for source in sources {
            texts.extend(entry("source", source.id.clone(), of_source(source)));
        }
        for mechanism in mechanisms {
            texts.extend(entry(
                "mechanism",
                mechanism.id.clone(),
                of_mechanism(mechanism),
            ));
        }
        for item in items {
            texts.extend(entry("item", item.id.clone(), of_item(item)));
        }
        for constraint in constraints {
            texts.extend(entry(
                "constraint",
                constraint.id.clone(),
                of_constraint(constraint),
            ));
        }
        for circumstance in circumstances {
            let id = circumstance.id.clone();
            texts.extend(entry("circumstance", id, of_circumstance(circumstance)));
        }
        for act in acts {
            texts.extend(entry("act of", act.date.to_string(), of_act(act)));
        }
        for claim in claims {
            texts.extend(entry("claim", claim.id.clone(), of_claim(claim)));
        }
        texts
    }
}

/// The texts of an entry; what was left empty is none.
fn entry<'d>(kind: &str, id: String, words: Vec<&'d mut String>) -> Vec<Text<'d>> {
    let entry = format!("{kind} {id}");
    let filled = words.into_iter().filter(|words| !words.trim().is_empty());
    filled
        .map(|words| Text {
            entry: entry.clone(),
            words,
        })
        .collect()
}

fn of_source(source: &mut Source) -> Vec<&mut String> {
    let Source {
        id: _,
        citation: _,
        published: _,
        known: _,
        address: _,
        note,
    } = source;
    note.iter_mut().collect()
}

fn of_mechanism(mechanism: &mut Mechanism) -> Vec<&mut String> {
    let Mechanism {
        id: _,
        name,
        parties: _,
        level: _,
        cadence: _,
        founded: _,
        ended: _,
        mandate,
        note,
        sources,
        occasions: _,
        meetings,
        complete_to: _,
    } = mechanism;
    let mut texts = vec![name];
    texts.extend(mandate);
    texts.extend(note);
    texts.extend(sources.iter_mut().filter_map(of_cited));
    texts.extend(meetings.iter_mut().flat_map(of_meeting));
    texts
}

fn of_meeting(meeting: &mut EnteredMeeting) -> Vec<&mut String> {
    let EnteredMeeting {
        start: _,
        end: _,
        place,
        source,
    } = meeting;
    [place].into_iter().chain(of_cited(source)).collect()
}

fn of_item(item: &mut AgendaItem) -> Vec<&mut String> {
    let AgendaItem {
        id: _,
        name,
        description,
        reach: _,
        from: _,
        until: _,
        fora: _,
        carriers: _,
        indicators: _,
        priorities,
        positions,
        next_step,
        sources,
    } = item;
    let mut texts = vec![name, description];
    texts.extend(priorities.iter_mut().flat_map(of_priority));
    texts.extend(positions.iter_mut().flat_map(of_position));
    texts.extend(next_step);
    texts.extend(of_citations(sources));
    texts
}

fn of_priority(priority: &mut Priority) -> Vec<&mut String> {
    let Priority {
        party: _,
        level: _,
        words,
        from: _,
        until: _,
        sources,
    } = priority;
    [words].into_iter().chain(of_citations(sources)).collect()
}

fn of_position(position: &mut StatedPosition) -> Vec<&mut String> {
    let StatedPosition {
        party: _,
        stance: _,
        words,
        from: _,
        until: _,
        sources,
    } = position;
    [words].into_iter().chain(of_citations(sources)).collect()
}

fn of_constraint(constraint: &mut Constraint) -> Vec<&mut String> {
    let Constraint {
        id: _,
        party: _,
        actor,
        instrument,
        stance: _,
        veto: _,
        items: _,
        note,
        from: _,
        until: _,
        sources,
    } = constraint;
    let mut texts = vec![actor, instrument];
    texts.extend(note);
    texts.extend(of_citations(sources));
    texts
}

fn of_circumstance(circumstance: &mut Circumstance) -> Vec<&mut String> {
    let Circumstance {
        id: _,
        kind: _,
        party: _,
        text,
        items: _,
        from: _,
        until: _,
        sources,
    } = circumstance;
    [text].into_iter().chain(of_citations(sources)).collect()
}

fn of_act(act: &mut Act) -> Vec<&mut String> {
    let Act {
        date: _,
        party: _,
        weight: _,
        text,
        sources,
    } = act;
    [text].into_iter().chain(of_citations(sources)).collect()
}

fn of_claim(claim: &mut Claim) -> Vec<&mut String> {
    let Claim {
        id: _,
        text,
        source,
        tests,
    } = claim;
    let mut texts = vec![text];
    texts.extend(of_citation(source));
    texts.extend(tests.iter_mut().flat_map(of_test));
    texts
}

/// Of a test only why there is none, and what a set of states to rank among is called.
fn of_test(test: &mut Test) -> Vec<&mut String> {
    match test {
        Test::Untestable { why } => vec![why],
        Test::Rank { among, .. } => among.told.iter_mut().collect(),
        _ => Vec::new(),
    }
}

fn of_citations(citations: &mut [Citation]) -> impl Iterator<Item = &mut String> {
    citations.iter_mut().filter_map(of_citation)
}

fn of_citation(citation: &mut Citation) -> Option<&mut String> {
    let Citation { source: _, place } = citation;
    place.as_mut()
}

fn of_cited(cited: &mut Cited) -> Option<&mut String> {
    let Cited { work: _, place } = cited;
    place.as_mut()
}
