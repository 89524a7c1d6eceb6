//! Names of states, mechanisms and items, as a reader knows them.

use entente_assessment::{Dossier, Mechanism};
use entente_states::{Ccode, Lang, system};

use crate::commands::dossier;
use crate::failure::Failure;

/// A state's three-letter code.
pub fn code(party: Ccode) -> String {
    system()
        .get(party)
        .map_or_else(|| party.to_string(), |state| state.key3().to_owned())
}

/// Three-letter codes, in order.
pub fn codes(parties: &[Ccode]) -> Vec<String> {
    let mut codes: Vec<String> = parties.iter().map(|party| code(*party)).collect();
    codes.sort();
    codes
}

/// A state's name in English.
pub fn state(party: Ccode) -> String {
    system().get(party).map_or_else(
        || party.to_string(),
        |state| state.name(Lang::En).to_owned(),
    )
}

/// A mechanism's name, if a dossier that comes with the program has it; otherwise its id.
pub fn mechanism(id: &str) -> String {
    Dossier::shipped()
        .iter()
        .find_map(|(_, dossier)| dossier.mechanism(id))
        .map_or_else(|| id.to_owned(), |mechanism| mechanism.name.clone())
}

/// A mechanism by its id, with the name of its dossier: of the dossier that was named, or of the first
/// that comes with the program and has it.
pub fn declared(id: &str, asked: Option<&str>) -> Result<(String, Mechanism), Failure> {
    let chosen = asked
        .map(|asked| dossier::by_name(asked, entente_brief::Lang::default()))
        .transpose()?;
    let among: Vec<(&str, &Dossier)> = match &chosen {
        Some(chosen) => vec![(chosen.name.as_str(), &chosen.dossier)],
        None => Dossier::shipped().iter().map(|(n, d)| (*n, d)).collect(),
    };
    let found = among.iter().find_map(|(name, dossier)| {
        let mechanism = dossier.mechanism(id)?.clone();
        Some(((*name).to_owned(), mechanism))
    });
    found.ok_or_else(|| {
        let ids = among
            .iter()
            .flat_map(|(_, dossier)| dossier.mechanisms.iter().map(|m| m.id.clone()))
            .collect::<Vec<String>>();
        let all = ids.join(", ");
        let names: Vec<&str> = among.iter().map(|(name, _)| *name).collect();
        Failure::usage(format!(
            "there is no mechanism {id} in {}",
            names.join(" or ")
        ))
        .help(format!("there are {all}; --dossier names another dossier"))
    })
}

/// The name of an item written `dossier/item`, if it is of a dossier that comes with the program;
/// otherwise as it is written.
pub fn item(link: &str) -> String {
    let named = || {
        let (dossier, id) = link.split_once('/')?;
        let (_, dossier) = Dossier::shipped()
            .iter()
            .find(|(name, _)| *name == dossier)?;
        let item = dossier.items.iter().find(|item| item.id == id)?;
        Some(item.name.clone())
    };
    named().unwrap_or_else(|| link.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_name_is_shown_as_it_is() {
        assert_eq!(mechanism("nals"), "North American Leaders' Summit");
        assert_eq!(mechanism("own"), "own");
        assert_ne!(item("usa-mexico/climate"), "usa-mexico/climate");
        assert_eq!(item("own/climate"), "own/climate");
        assert_eq!(codes(&[Ccode(70), Ccode(2)]), ["MEX", "USA"]);
    }
}
