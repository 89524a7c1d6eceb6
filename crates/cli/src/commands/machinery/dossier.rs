//! Which dossier: one that comes with the program, or a file.

use std::path::Path;

use entente_assessment::{Dossier, Pair};

use crate::failure::Failure;

/// A dossier and what it is called.
pub struct Chosen {
    pub name: String,
    pub dossier: Dossier,
}

/// The dossier that was asked for; without a word, the shipped one that is about just these two.
pub fn find(asked: Option<&str>, pair: &Pair) -> Result<Option<Chosen>, Failure> {
    let chosen = match asked {
        Some("none") => return Ok(None),
        Some(asked) => Some(by_name(asked)?),
        None => Dossier::shipped()
            .iter()
            .find(|(_, d)| d.parties.len() == 2 && about(d, pair))
            .map(|(name, d)| Chosen {
                name: (*name).to_owned(),
                dossier: d.clone(),
            }),
    };
    match chosen {
        Some(chosen) if !about(&chosen.dossier, pair) => Err(Failure::usage(format!(
            "the dossier {} is not about {} and {}",
            chosen.name, pair.iso3_1, pair.iso3_2
        ))
        .help("its `parties` name the states that it is about")),
        chosen => Ok(chosen),
    }
}

fn about(dossier: &Dossier, pair: &Pair) -> bool {
    dossier.holds(pair.ccode1) && dossier.holds(pair.ccode2)
}

fn by_name(asked: &str) -> Result<Chosen, Failure> {
    if let Some((name, dossier)) = Dossier::shipped().iter().find(|(name, _)| *name == asked) {
        return Ok(Chosen {
            name: (*name).to_owned(),
            dossier: dossier.clone(),
        });
    }
    let path = Path::new(asked);
    let text = std::fs::read_to_string(path).map_err(|e| {
        let names: Vec<&str> = Dossier::shipped().iter().map(|(name, _)| *name).collect();
        Failure::usage(format!("cannot read the dossier {asked}: {e}")).help(format!(
            "a file, or one that comes with the program: {}",
            names.join(", ")
        ))
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
