//! Which dossier: one that comes with the program, or a file.

use std::path::Path;

use entente_assessment::{Dossier, Party};
use entente_brief::Lang;
use entente_states::Ccode;

use super::translations;
use crate::failure::Failure;
use crate::input;

/// A dossier and what it is called.
pub struct Chosen {
    pub name: String,
    pub dossier: Dossier,
}

/// The dossier that was asked for; without a word, the shipped one that is about just these states.
/// In the language where it is translated into it.
pub fn find(asked: Option<&str>, parties: &[Party], lang: Lang) -> Result<Option<Chosen>, Failure> {
    let chosen = match asked {
        Some("none") => return Ok(None),
        Some(asked) => Some(by_name(asked, lang)?),
        None => {
            let states: Vec<Ccode> = parties.iter().map(|p| p.ccode).collect();
            of_states(&states, lang)
        }
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

/// The shipped dossier that is about just these states.
pub fn of_states(states: &[Ccode], lang: Lang) -> Option<Chosen> {
    shipped(lang, |_, d| {
        d.parties.len() == states.len() && states.iter().all(|state| d.holds(*state))
    })
}

fn about(dossier: &Dossier, parties: &[Party]) -> bool {
    parties.iter().all(|p| dossier.holds(p.ccode))
}

fn codes(parties: &[Party]) -> Vec<&str> {
    parties.iter().map(|p| p.iso3.as_str()).collect()
}

/// The shipped dossier of a name: for a name that somebody else gave.
pub fn shipped_as(name: &str, lang: Lang) -> Option<Chosen> {
    shipped(lang, |shipped, _| shipped == name)
}

/// The dossier of a name, or in a file; in the language where it is translated into it.
pub fn by_name(asked: &str, lang: Lang) -> Result<Chosen, Failure> {
    if let Some(chosen) = shipped(lang, |name, _| name == asked) {
        return Ok(chosen);
    }
    let path = Path::new(asked);
    let dossier = in_file(path)?;
    let translation = translations::beside(path, lang.code())?;
    Ok(Chosen {
        name: asked.to_owned(),
        dossier: match translation {
            Some(file) => file.applied_to(&dossier)?,
            None => dossier,
        },
    })
}

fn shipped(lang: Lang, wanted: impl Fn(&str, &Dossier) -> bool) -> Option<Chosen> {
    let all = Dossier::shipped_in(lang.code());
    let (name, dossier) = all.into_iter().find(|(name, d)| wanted(name, d))?;
    Some(Chosen {
        name: name.to_owned(),
        dossier,
    })
}

/// The dossier in a file, as it stands there.
pub fn in_file(path: &Path) -> Result<Dossier, Failure> {
    let name = path.display().to_string();
    let text = input::text(path).map_err(|e| match e.kind() {
        std::io::ErrorKind::NotFound => unknown(&name),
        _ => Failure::failed(format!("cannot read the dossier {name}: {e}")),
    })?;
    Dossier::read(&text)
        .map_err(|fault| Failure::in_text(path, text, fault.span, fault.message, fault.hint))
}

/// Neither a file nor one that comes with the program.
pub fn unknown(asked: &str) -> Failure {
    let names: Vec<&str> = Dossier::shipped().iter().map(|(name, _)| *name).collect();
    Failure::usage(format!("there is no dossier {asked}")).help(format!(
        "a file, or one that comes with the program: {}",
        names.join(", ")
    ))
}
