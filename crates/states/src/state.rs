//! A state and its times.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::code::Ccode;
use crate::language::Lang;
use crate::region::UnGroup;

/// A span of membership in the state system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Spell {
    /// First day.
    pub from: Date,
    /// Last day, itself included; `None` if the state exists still (on [`HORIZON`](crate::HORIZON)).
    pub until: Option<Date>,
}

impl Spell {
    /// Whether the day lies in the span.
    pub fn covers(&self, date: Date) -> bool {
        self.from <= date && self.until.is_none_or(|until| date <= until)
    }
}

/// A name that a state bore earlier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FormerName {
    /// First day.
    pub from: Date,
    /// Last day, itself included.
    pub until: Date,
    /// The name in English.
    pub name_en: String,
    /// The name in Spanish.
    pub name_es: String,
    /// The name in French.
    pub name_fr: String,
}

/// A member of the state system, present or past.
///
/// One number can stand for what others count as several states: 365 is the Soviet Union and
/// Russia, 345 Yugoslavia and Serbia, 651 Egypt and the United Arab Republic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct State {
    /// Its Correlates of War number, the key.
    pub ccode: Ccode,
    /// Its Correlates of War abbreviation, three letters, unique among these abbreviations. Some
    /// are the ISO code of another state: `AUS` is Austria here and Australia there.
    pub abb: String,
    /// ISO 3166-1 alpha-2 code, in use or withdrawn. Namibia's is the text `NA`.
    pub iso2: Option<String>,
    /// ISO 3166-1 alpha-3 code, in use or withdrawn, unique in the table, so that it can be a key.
    ///
    /// Yugoslavia and Serbia (345) have `YUG`, which the published votes and ideal points use for
    /// the whole period; `SRB` resolves to the same state. 260, 511, 678 and 817 have none: what
    /// ISO gave them belongs to their successors, or nothing was given.
    pub iso3: Option<String>,
    /// United Nations M49 code of its territory, which maps use (688 for 345); ISO's number for
    /// Taiwan; `None` for Kosovo and for some states of the past.
    pub m49: Option<u16>,
    /// Its name in English: that of today, or the last it bore.
    pub name_en: String,
    /// Its name in Spanish.
    pub name_es: String,
    /// Its name in French.
    pub name_fr: String,
    /// M49 region: Africa, Americas, Asia, Europe or Oceania.
    pub region: String,
    /// M49 sub-region, such as Latin America and the Caribbean.
    pub subregion: String,
    /// M49 intermediate region, such as Central America, where M49 has one.
    pub intermediate_region: Option<String>,
    /// Its regional group in the United Nations; `None` if it is not a member or in no group.
    pub un_group: Option<UnGroup>,
    /// When it was a member of the state system, in order.
    pub spells: Vec<Spell>,
    /// States that took its place or split off from it.
    pub successors: Vec<Ccode>,
    /// States whose place it took or from which it split off.
    pub predecessors: Vec<Ccode>,
    /// Names that it bore earlier, in order; see [`State::name_on`].
    pub former_names: Vec<FormerName>,
    /// Further ISO codes that resolve to it: withdrawn ones, and `RS`, `SRB` for 345.
    pub other_codes: Vec<String>,
    pub(crate) key: String,
}

impl State {
    /// Whether it was a member of the state system on that day. After [`HORIZON`](crate::HORIZON)
    /// the answer is that of the horizon.
    pub fn existed_on(&self, date: Date) -> bool {
        self.spells.iter().any(|spell| spell.covers(date))
    }

    /// Its name in a language: that of today, or the last it bore.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.name_en,
            Lang::Es => &self.name_es,
            Lang::Fr => &self.name_fr,
        }
    }

    /// The name that it bore on a day: Soviet Union for 365 in 1985.
    ///
    /// Short names in general use, by the day of the change in the United Nations or in law;
    /// changes of the official name alone are left out.
    pub fn name_on(&self, lang: Lang, date: Date) -> &str {
        match self
            .former_names
            .iter()
            .find(|name| name.from <= date && date <= name.until)
        {
            Some(name) => match lang {
                Lang::En => &name.name_en,
                Lang::Es => &name.name_es,
                Lang::Fr => &name.name_fr,
            },
            None => self.name(lang),
        }
    }

    /// Three characters that stand for no other state: the ISO alpha-3 code; without one, the
    /// Correlates of War abbreviation (`GFR`, `YAR`, `RVN`, `ZAN` and states before 1945). Korea
    /// until 1905 has `730`, since its abbreviation is the ISO code of 732.
    pub fn key3(&self) -> &str {
        &self.key
    }

    /// The state under the name that it bore on a day, with its codes: `Soviet Union (RUS, 365)`.
    pub fn label_on(&self, date: Date) -> String {
        format!(
            "{} ({}, {})",
            self.name_on(Lang::En, date),
            self.key3(),
            self.ccode
        )
    }
}
