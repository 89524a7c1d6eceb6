//! What a dossier has declared so far, to which later entries refer.

use std::collections::BTreeSet;

use entente_states::Ccode;

use super::super::told::{Told, id, state, suggestion};
use super::super::{Citation, Cited, DossierError, Source};

/// What can be referred to.
#[derive(Default)]
pub(super) struct Known {
    pub(super) parties: Vec<Ccode>,
    pub(super) sources: Vec<Source>,
    pub(super) mechanisms: Vec<String>,
    pub(super) items: Vec<String>,
    taken: BTreeSet<(&'static str, String)>,
}

impl Known {
    pub(super) fn of(parties: Vec<Ccode>) -> Self {
        Known {
            parties,
            ..Known::default()
        }
    }

    /// An id that no other entry of the kind has.
    pub(super) fn new_id(
        &mut self,
        kind: &'static str,
        told: &Told<String>,
    ) -> Result<String, DossierError> {
        let id = id(told)?;
        match self.taken.insert((kind, id.clone())) {
            true => Ok(id),
            false => Err(told
                .fault(format!("the id {id:?} is taken"))
                .hint(format!("give the {kind} another id"))),
        }
    }

    pub(super) fn party(&self, name: &Told<String>) -> Result<Ccode, DossierError> {
        let party = state(name)?;
        match self.parties.contains(&party) {
            true => Ok(party),
            false => Err(name
                .fault(format!("{:?} is no party of this dossier", name.get()))
                .hint("its `parties` stand at the top")),
        }
    }

    /// Sources, of which every entry has at least one: "id", or "id: place".
    pub(super) fn sources(
        &self,
        told: &Told<Vec<Told<String>>>,
    ) -> Result<Vec<Citation>, DossierError> {
        if told.get().is_empty() {
            return Err(told
                .fault("no source")
                .hint("the id of a [[source]], as \"treaty-1994\" or \"treaty-1994: article 3\""));
        }
        told.get().iter().map(|one| self.citation(one)).collect()
    }

    pub(super) fn citation(&self, told: &Told<String>) -> Result<Citation, DossierError> {
        let (id, place) = match told.get().split_once(':') {
            Some((id, place)) => (id.trim(), Some(place.trim().to_owned())),
            None => (told.get().trim(), None),
        };
        match self.sources.iter().any(|s| s.id == id) {
            true => Ok(Citation {
                source: id.to_owned(),
                place: place.filter(|p| !p.is_empty()),
            }),
            false => {
                let names: Vec<&str> = self.sources.iter().map(|s| s.id.as_str()).collect();
                Err(told
                    .fault(format!("{id:?} is no source of this dossier"))
                    .hint(suggestion(id, &names)))
            }
        }
    }

    /// A citation spelt out.
    pub(super) fn cited(&self, citation: &Citation) -> Cited {
        Cited::among(&self.sources, citation)
    }

    pub(super) fn item(&self, told: &Told<String>) -> Result<String, DossierError> {
        among(told, "agenda item", &self.items)
    }

    pub(super) fn mechanism(&self, told: &Told<String>) -> Result<String, DossierError> {
        among(told, "mechanism", &self.mechanisms)
    }
}

fn among(told: &Told<String>, what: &str, ids: &[String]) -> Result<String, DossierError> {
    match ids.contains(told.get()) {
        true => Ok(told.get().clone()),
        false => {
            let names: Vec<&str> = ids.iter().map(String::as_str).collect();
            Err(told
                .fault(format!("{:?} is no {what} of this dossier", told.get()))
                .hint(suggestion(told.get(), &names)))
        }
    }
}
