//! Which dossier: one that comes with the program, or a file.

use std::path::Path;

use entente_assessment::{Dossier, Party};

use crate::failure::Failure;

/// A dossier and what it is called.
pub struct Chosen {
    pub name: String,
    pub dossier: Dossier,
}

/// The dossier that was asked for; without a word, the shipped one that is about just these states.
pub fn find(asked: Option<&str>, parties: &[Party]) -> Result<Option<Chosen>, Failure> {
    let chosen = match asked {
        Some("none") => return Ok(None),
        Some(asked) => Some(by_name(asked)?),
        None => Dossier::shipped()
            .iter()
            .find(|(_, d)| d.parties.len() == parties.len() && about(d, parties))
            .map(|(name, d)| Chosen {
                name: (*name).to_owned(),
                dossier: d.clone(),
            }),
    };
    match chosen {
        Some(chosen) if !about(&chosen.dossier, parties) => Err(Failure::usage(format!(
            "the dossier {} is not about {}",
            chosen.name,
            codes(parties).join(" and ")
        ))
        .help("its `parties` name the states that it is about")),
        chosen => Ok(chosen),
    }
}

fn about(dossier: &Dossier, parties: &[Party]) -> bool {
    parties.iter().all(|p| dossier.holds(p.ccode))
}

fn codes(parties: &[Party]) -> Vec<&str> {
    parties.iter().map(|p| p.iso3.as_str()).collect()
}

/// The dossier of a name, or in a file.
pub fn by_name(asked: &str) -> Result<Chosen, Failure> {
    if let Some((name, dossier)) = Dossier::shipped().iter().find(|(name, _)| *name == asked) {
        return Ok(Chosen {
            name: (*name).to_owned(),
            dossier: dossier.clone(),
        });
    }
    let path = Path::new(asked);
    let text = std::fs::read_to_string(path).map_err(|e| match e.kind() {
        std::io::ErrorKind::NotFound => unknown(asked),
        _ => Failure::failed(format!("cannot read the dossier {asked}: {e}")),
    })?;
    match Dossier::read(&text) {
        Ok(dossier) => Ok(Chosen {
            name: asked.to_owned(),
            dossier,
        }),
        Err(fault) => Err(Failure::in_text(
            path,
            text,
            fault.span,
            fault.message,
            fault.hint,
        )),
    }
}

/// Neither a file nor one that comes with the program.
pub fn unknown(asked: &str) -> Failure {
    let names: Vec<&str> = Dossier::shipped().iter().map(|(name, _)| *name).collect();
    Failure::usage(format!("there is no dossier {asked}")).help(format!(
        "a file, or one that comes with the program: {}",
        names.join(", ")
    ))
}
