//! Through which office a state is governed: the chief of state's or the head of government's.
//!
//! The lists of the field (Archigos, REIGN) name one leader of each state, the one who effectively governs.
//! Lists of office holders, such as the World Factbook's, name both offices. `data/states/governing_offices.csv`
//! gives for each state the office whose holder in the Factbook of early 2021 is the leader in REIGN's list of
//! March 2021. Where both are one person, it is the chief of state's. States where the leader holds neither
//! office are not in it: Bosnia and Herzegovina (a member of the Presidency), Vietnam (the general secretary of
//! the party), Yemen (contested).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Date;

use crate::code::Ccode;
use crate::table::{Table, TableError, embedded};

/// One of the two offices of the executive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Executive {
    /// Chief of state: a president or a monarch.
    ChiefOfState,
    /// Head of government: a prime minister, a chancellor, or a president who is both.
    HeadOfGovernment,
}

/// The office that governs a state, from a day until the next one of the state begins.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GoverningOffice {
    /// The office.
    pub office: Executive,
    /// The first day on which it governs, where another did before.
    pub from: Option<Date>,
    /// What is particular about it; may be empty.
    pub note: String,
}

static OFFICES: LazyLock<BTreeMap<Ccode, Vec<GoverningOffice>>> = LazyLock::new(|| {
    embedded(read(include_str!(
        "../../../data/states/governing_offices.csv"
    )))
});

/// The offices through which a state is governed since March 2021, in the order of time; empty where neither
/// of the two does.
pub fn governing(state: Ccode) -> &'static [GoverningOffice] {
    OFFICES.get(&state).map_or(&[], Vec::as_slice)
}

fn read(text: &str) -> Result<BTreeMap<Ccode, Vec<GoverningOffice>>, TableError> {
    let table = Table::parse("governing_offices.csv", text)?;
    let mut offices: BTreeMap<Ccode, Vec<GoverningOffice>> = BTreeMap::new();
    for row in table.rows() {
        let cell = row.cell("office")?;
        let office = match cell.text {
            "chief_of_state" => Executive::ChiefOfState,
            "head_of_government" => Executive::HeadOfGovernment,
            _ => return Err(cell.error("is neither chief_of_state nor head_of_government")),
        };
        let from = row.cell("from")?.optional(|c| c.date())?;
        let note = row.text("note")?.to_owned();
        let of_state = offices.entry(row.cell("ccode")?.ccode()?).or_default();
        if of_state.last().is_some_and(|before| before.from >= from) {
            return Err(row
                .cell("from")?
                .error("is not after the day of the row before"));
        }
        of_state.push(GoverningOffice { office, from, note });
    }
    Ok(offices)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::system::system;

    #[test]
    fn presidents_and_prime_ministers_govern_where_they_do() {
        let office = |iso3: &str| {
            let state = system().by_iso3(iso3).unwrap();
            governing(state.ccode).last().map(|o| o.office)
        };
        for iso3 in ["USA", "MEX", "FRA", "CHN", "KEN", "RUS", "UKR", "TUR"] {
            assert_eq!(office(iso3), Some(Executive::ChiefOfState), "{iso3}");
        }
        for iso3 in ["DEU", "GBR", "JPN", "IND", "CAN", "ISR", "ESP", "SRB"] {
            assert_eq!(office(iso3), Some(Executive::HeadOfGovernment), "{iso3}");
        }
        for iso3 in ["BIH", "VNM", "YEM"] {
            assert_eq!(office(iso3), None, "{iso3}");
        }
    }

    #[test]
    fn the_rows_are_of_states_by_their_names() {
        let text = include_str!("../../../data/states/governing_offices.csv");
        let table = Table::parse("governing_offices.csv", text).unwrap();
        for row in table.rows() {
            let state = row.cell("ccode").unwrap().ccode().unwrap();
            let name = row.text("name").unwrap();
            assert_eq!(system().get(state).unwrap().name_en, name);
        }
    }
}
