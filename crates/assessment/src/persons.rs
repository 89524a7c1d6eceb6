//! Persons as UNHCR counts them: hosted at the end of a year, and applying for asylum in it.

use std::collections::BTreeMap;

use entente_evidence::{AsOf, AsylumApplication, EvidenceError, Place, Population};
use entente_states::{Ccode, system};
use serde::Serialize;

/// New applications for asylum, in the units in which they were reported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Applied {
    /// Persons.
    pub persons: Option<u32>,
    /// Cases, of one or more persons each; not in the persons.
    pub cases: Option<u32>,
}

/// Persons hosted at the end of a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct HostedCount {
    /// Refugees.
    pub refugees: Option<u32>,
    /// Asylum-seekers with a case pending.
    pub asylum_seekers: Option<u32>,
    /// Others in need of international protection; empty before 2018.
    pub others_needing_protection: Option<u32>,
    /// Figures that are published as one to four persons; they are in none of the numbers.
    #[serde(skip_serializing_if = "Few::is_none")]
    pub one_to_four: Few,
}

/// How many figures of a kind are published as one to four persons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Few {
    /// Of refugees.
    pub refugees: u32,
    /// Of asylum-seekers.
    pub asylum_seekers: u32,
    /// Of others in need of international protection.
    pub others_needing_protection: u32,
}

impl Few {
    fn of(row: &Population) -> Self {
        let columns = row.one_to_four.as_deref().unwrap_or_default();
        let in_column = |name: &str| u32::from(columns.split(',').any(|column| column == name));
        Few {
            refugees: in_column("refugees"),
            asylum_seekers: in_column("asylum_seekers"),
            others_needing_protection: in_column("others_needing_protection"),
        }
    }

    /// All kinds together.
    pub fn all(&self) -> u32 {
        self.refugees + self.asylum_seekers + self.others_needing_protection
    }

    fn is_none(&self) -> bool {
        self.all() == 0
    }
}

impl HostedCount {
    pub(crate) fn of(row: &Population) -> Self {
        HostedCount {
            refugees: row.refugees,
            asylum_seekers: row.asylum_seekers,
            others_needing_protection: row.others_needing_protection,
            one_to_four: Few::of(row),
        }
    }

    /// All that are recorded with a number, together.
    pub fn total(&self) -> u32 {
        [
            self.refugees,
            self.asylum_seekers,
            self.others_needing_protection,
        ]
        .into_iter()
        .flatten()
        .sum()
    }

    pub(crate) fn add(&mut self, other: HostedCount) {
        add(&mut self.refugees, other.refugees);
        add(&mut self.asylum_seekers, other.asylum_seekers);
        add(
            &mut self.others_needing_protection,
            other.others_needing_protection,
        );
        self.one_to_four.refugees += other.one_to_four.refugees;
        self.one_to_four.asylum_seekers += other.one_to_four.asylum_seekers;
        self.one_to_four.others_needing_protection += other.one_to_four.others_needing_protection;
    }
}

impl Applied {
    pub(crate) fn of(row: &AsylumApplication) -> Self {
        match row.unit.as_str() {
            "C" => Applied {
                persons: None,
                cases: row.applied,
            },
            _ => Applied {
                persons: row.applied,
                cases: None,
            },
        }
    }

    pub(crate) fn add(&mut self, other: Applied) {
        add(&mut self.persons, other.persons);
        add(&mut self.cases, other.cases);
    }
}

/// New applications of some origins' people in a state, year by year, persons and cases added. A year in
/// which the state reports applications of anyone has a figure; others are missing.
///
/// # Errors
/// If the table cannot be read.
pub(crate) fn applications_lodged(
    origins: &[Ccode],
    host: Ccode,
    as_of: &AsOf<'_>,
) -> Result<BTreeMap<u16, u32>, EvidenceError> {
    let mut places = Places::default();
    let mut lodged: BTreeMap<u16, u32> = BTreeMap::new();
    for row in as_of.rows::<AsylumApplication>()? {
        if places.state(row.asylum) != Some(host) || !counts_once(&row) {
            continue;
        }
        let year = lodged.entry(row.year).or_default();
        if places
            .state(row.origin)
            .is_some_and(|o| origins.contains(&o))
        {
            *year += row.applied.unwrap_or(0);
        }
    }
    Ok(lodged)
}

/// New applications, wherever they are lodged (FI first instance, EO and IN the two agencies of the
/// United States, and others). Repeat applications, and reviews and appeals (AR, RA, JR), would count
/// people twice.
pub(crate) fn counts_once(application: &AsylumApplication) -> bool {
    application.application_type.as_str() == "N"
        && !matches!(application.level.as_str(), "AR" | "RA" | "JR")
}

pub(crate) fn state_at(place: Place) -> Option<Ccode> {
    system().by_iso3(place.as_str()).map(|s| s.ccode)
}

/// The states of places, each looked up once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places(BTreeMap<Place, Option<Ccode>>);

impl Places {
    /// The state that a place stands for, where it stands for one.
    pub(crate) fn state(&mut self, place: Place) -> Option<Ccode> {
        *self.0.entry(place).or_insert_with(|| state_at(place))
    }

    /// The same of a place that was looked up before.
    pub(crate) fn known(&self, place: Place) -> Option<Ccode> {
        self.0.get(&place).copied().flatten()
    }
}

/// Whether an origin is some people's own: the unknown and the stateless come from many places.
pub(crate) fn is_one_origin(place: Place) -> bool {
    !matches!(place.as_str(), "UNK" | "XXA" | "STA")
}

/// The name of a place; UNHCR's figures also speak of places that are not in the state system.
pub(crate) fn name_of(place: Place) -> String {
    let elsewhere = match place.as_str() {
        "ESH" => "Western Sahara",
        "HKG" => "Hong Kong",
        "MAC" => "Macao",
        "PSE" => "Palestinians",
        "SRB" => "Serbia and Kosovo",
        "TIB" => "Tibetans",
        "VAT" => "Holy See",
        code => {
            let state = system().by_iso3(code);
            return state.map_or_else(|| code.to_owned(), |s| s.name_en.clone());
        }
    };
    elsewhere.to_owned()
}

fn add(to: &mut Option<u32>, more: Option<u32>) {
    *to = match (*to, more) {
        (None, None) => None,
        (a, b) => Some(a.unwrap_or(0) + b.unwrap_or(0)),
    };
}
