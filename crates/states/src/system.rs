//! The table of states.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::civil::{Date, date};

use crate::code::Ccode;
use crate::language::Lang;
use crate::region::UnGroup;
use crate::state::{FormerName, Spell, State};
use crate::table::{Table, TableError, embedded};

/// The last day that the list of states covers. A spell that ends on it goes on.
pub const HORIZON: Date = date(2016, 12, 31);

/// What a spelling means.
#[derive(Clone, Debug)]
pub(crate) enum Sense {
    /// One state.
    One(Ccode),
    /// One of several states.
    Several(Vec<Ccode>, Lang),
    /// Something else, the states that may be meant by it, and what it is.
    Outside(Vec<Ccode>, Lang, String),
}

/// The states, with the ways to find one.
#[derive(Debug)]
pub struct StateSystem {
    states: Vec<State>,
    iso2: HashMap<String, Ccode>,
    iso3: HashMap<String, Ccode>,
    abb: HashMap<String, Ccode>,
    senses: HashMap<String, Sense>,
    spellings: Vec<(String, Ccode, Lang)>,
}

static SYSTEM: LazyLock<StateSystem> = LazyLock::new(|| {
    embedded(StateSystem::read(&Tables {
        states: include_str!("../../../data/states/states.csv"),
        spells: include_str!("../../../data/states/spells.csv"),
        names: include_str!("../../../data/states/names.csv"),
        former_names: include_str!("../../../data/states/former_names.csv"),
    }))
});

/// The state system of the embedded tables.
///
/// Sources: Correlates of War, State System Membership v2016
/// (<https://correlatesofwar.org/data-sets/state-system-membership/>); codes and names from
/// countrycode and country_converter, which take them from ISO 3166, UN M49 (names in the six languages
/// of the United Nations) and the Unicode CLDR;
/// names and codes of states of the past compiled by hand (`data/states/historical.csv`).
pub fn system() -> &'static StateSystem {
    &SYSTEM
}

/// The texts of the tables that make up the system.
pub(crate) struct Tables<'t> {
    pub(crate) states: &'t str,
    pub(crate) spells: &'t str,
    pub(crate) names: &'t str,
    pub(crate) former_names: &'t str,
}

impl StateSystem {
    /// All states, by number.
    ///
    /// These are the 217 of the list since 1816, since tables that reach back (capabilities,
    /// leaders) need them; 202 of them existed after 1 January 1945. Filter with
    /// [`State::existed_on`].
    pub fn states(&self) -> &[State] {
        &self.states
    }

    /// The state with that number.
    pub fn get(&self, ccode: Ccode) -> Option<&State> {
        let place = self
            .states
            .binary_search_by_key(&ccode, |state| state.ccode)
            .ok()?;
        self.states.get(place)
    }

    /// The state with that ISO alpha-3 code, in use or withdrawn (`SUN`, `SRB`, `ZAR`), in any case.
    pub fn by_iso3(&self, code: &str) -> Option<&State> {
        self.get(*self.iso3.get(&code.to_uppercase())?)
    }

    /// The state with that ISO alpha-2 code, in use or withdrawn (`SU`, `DD`, `YD`), in any case.
    /// `NA` is Namibia.
    pub fn by_iso2(&self, code: &str) -> Option<&State> {
        self.get(*self.iso2.get(&code.to_uppercase())?)
    }

    /// The state with that COW abbreviation, in any case. Some are another state's ISO code.
    pub fn by_abb(&self, abb: &str) -> Option<&State> {
        self.get(*self.abb.get(&abb.to_uppercase())?)
    }

    /// The state with that M49 code, as the territory is today (688 is 345).
    pub fn by_m49(&self, m49: u16) -> Option<&State> {
        self.states.iter().find(|state| state.m49 == Some(m49))
    }

    pub(crate) fn sense(&self, comparable: &str) -> Option<&Sense> {
        self.senses.get(comparable)
    }

    /// Comparable spellings with their state and language; present names first.
    pub(crate) fn spellings(&self) -> &[(String, Ccode, Lang)] {
        &self.spellings
    }

    pub(crate) fn read(tables: &Tables<'_>) -> Result<Self, TableError> {
        let mut states = read_states(tables.states)?;
        let mut place: HashMap<Ccode, usize> = HashMap::new();
        for (i, state) in states.iter().enumerate() {
            place.insert(state.ccode, i);
        }
        let spells = Table::parse("spells.csv", tables.spells)?;
        for row in spells.rows() {
            let cell = row.cell("ccode")?;
            let spell = Spell {
                from: row.cell("from")?.date()?,
                until: row.cell("until")?.optional(|c| c.date())?,
            };
            at(&mut states, &place, cell.ccode()?, || {
                cell.error("is no state's number")
            })?
            .spells
            .push(spell);
        }
        let former = Table::parse("former_names.csv", tables.former_names)?;
        for row in former.rows() {
            let cell = row.cell("ccode")?;
            let name = FormerName {
                from: row.cell("from")?.date()?,
                until: row.cell("until")?.date()?,
                name_en: row.required("name_en")?.to_owned(),
                name_es: row.required("name_es")?.to_owned(),
                name_fr: row.required("name_fr")?.to_owned(),
            };
            at(&mut states, &place, cell.ccode()?, || {
                cell.error("is no state's number")
            })?
            .former_names
            .push(name);
        }
        let mut system = StateSystem {
            iso2: codes(&states, |s| s.iso2.clone()),
            iso3: codes(&states, |s| s.iso3.clone()),
            abb: codes(&states, |s| Some(s.abb.clone())),
            states,
            senses: HashMap::new(),
            spellings: Vec::new(),
        };
        system.read_names(&place, tables.names)?;
        Ok(system)
    }

    fn read_names(&mut self, place: &HashMap<Ccode, usize>, text: &str) -> Result<(), TableError> {
        let names = Table::parse("names.csv", text)?;
        // Growing in steps, and hashing anew at each, is a good part of the start-up.
        let rows = names.rows().len();
        self.senses.reserve(rows);
        self.spellings.reserve(rows);
        for row in names.rows() {
            let (cell, kind) = (row.cell("ccodes")?, row.cell("kind")?);
            let ccodes = cell.ccodes()?;
            if let Some(unknown) = ccodes.iter().find(|c| !place.contains_key(c)) {
                return Err(cell.error(format!("has {unknown}, which is no state's number")));
            }
            let lang = Lang::from_code(row.text("lang")?).unwrap_or_default();
            let key = row.required("key")?.to_owned();
            match (kind.text, ccodes.as_slice()) {
                ("name", [ccode]) => {
                    self.spellings.push((key.clone(), *ccode, lang));
                    self.senses.insert(key, Sense::One(*ccode));
                }
                ("either", [_, _, ..]) => {
                    let each = ccodes.iter().map(|c| (key.clone(), *c, lang));
                    self.spellings.extend(each);
                    self.senses.insert(key, Sense::Several(ccodes, lang));
                }
                ("outside", _) => {
                    self.senses.insert(
                        key,
                        Sense::Outside(ccodes, lang, row.required("note")?.to_owned()),
                    );
                }
                ("alpha2" | "alpha3", [ccode]) => {
                    let code = row.required("spelling")?.to_owned();
                    if let Some(state) = place.get(ccode).and_then(|i| self.states.get_mut(*i)) {
                        state.other_codes.push(code.clone());
                    }
                    let codes = if kind.text == "alpha2" {
                        &mut self.iso2
                    } else {
                        &mut self.iso3
                    };
                    // A code in use is never given to another state.
                    codes.entry(code).or_insert(*ccode);
                }
                _ => {
                    return Err(kind.error(
                        "is not name, either, outside, alpha2 or alpha3 with as many states",
                    ));
                }
            }
        }
        Ok(())
    }
}

fn at<'s>(
    states: &'s mut [State],
    place: &HashMap<Ccode, usize>,
    ccode: Ccode,
    unknown: impl FnOnce() -> TableError,
) -> Result<&'s mut State, TableError> {
    place
        .get(&ccode)
        .and_then(|i| states.get_mut(*i))
        .ok_or_else(unknown)
}

fn codes(states: &[State], code: impl Fn(&State) -> Option<String>) -> HashMap<String, Ccode> {
    states
        .iter()
        .filter_map(|state| Some((code(state)?, state.ccode)))
        .collect()
}

fn read_states(text: &str) -> Result<Vec<State>, TableError> {
    let table = Table::parse("states.csv", text)?;
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let mut states = Vec::new();
    for row in table.rows() {
        let group = row.cell("un_group")?;
        states.push(State {
            ccode: row.cell("ccode")?.ccode()?,
            abb: row.required("abb")?.to_owned(),
            key: row.required("key")?.to_owned(),
            iso2: some(row.text("iso2")?),
            iso3: some(row.text("iso3")?),
            m49: row.cell("m49")?.optional(|c| c.number())?,
            name_en: row.required("name_en")?.to_owned(),
            name_es: row.required("name_es")?.to_owned(),
            name_fr: row.required("name_fr")?.to_owned(),
            region: row.required("region")?.to_owned(),
            subregion: row.required("subregion")?.to_owned(),
            intermediate_region: some(row.text("intermediate_region")?),
            un_group: group.optional(|c| {
                UnGroup::from_id(c.text).ok_or_else(|| c.error("is no regional group"))
            })?,
            predecessors: row.cell("predecessors")?.ccodes()?,
            successors: row.cell("successors")?.ccodes()?,
            spells: Vec::new(),
            former_names: Vec::new(),
            other_codes: Vec::new(),
        });
    }
    states.sort_by_key(|state| state.ccode);
    Ok(states)
}
