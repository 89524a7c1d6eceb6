//! How cells of the tables made from the World Factbook are read.

use entente_states::{Ccode, system};
use jiff::civil::Date;

use super::located::{Cell, ImportError};
use crate::tables::Office;

/// The state of a page of the Factbook: by the ISO 3166 alpha-3 code that was looked up for it; Kosovo, which has
/// none there, by the Factbook's own code. Nothing for territories, the European Union and the world.
pub(crate) fn state_of_page(iso3: &Cell<'_>, gec: &Cell<'_>) -> Result<Option<Ccode>, ImportError> {
    let code = match (iso3.text, gec.required()?) {
        ("", "KV") => "XKX",
        (code, _) => code,
    };
    Ok(system().by_iso3(code).map(|state| state.ccode))
}

/// Whether the post is vacant, as the wording has it: an ambassador, or in a word of its own; a note on another
/// post (`Charge d'Affaires (vacant)`) stands behind a name.
pub(crate) fn vacancy(cell: &Cell<'_>) -> Result<bool, ImportError> {
    let wording = cell.required()?.to_lowercase();
    let post = wording.split([';', ',']).next().unwrap_or_default();
    Ok(post.contains("vacant") || post.contains("vacancy"))
}

/// Whether there is no mission, as the wording has it: none, or an embassy that is not there.
pub(crate) fn absence(cell: &Cell<'_>) -> Result<bool, ImportError> {
    let wording = cell.required()?.to_lowercase();
    let says = |words: &str| wording.contains(words);
    Ok(wording.starts_with("none")
        || says("does not have an embassy")
        || says("does not have an official embassy")
        || says("has no embassy")
        || says("no diplomatic"))
}

/// The office, by its word.
pub(crate) fn office(cell: &Cell<'_>) -> Result<Office, ImportError> {
    Office::from_word(cell.required()?)
        .ok_or_else(|| cell.error("is neither `chief_of_state` nor `head_of_government`"))
}

/// A day, or the first day of a month or a year that stands without one; empty where the cell is.
pub(crate) fn since_day(cell: &Cell<'_>) -> Result<Option<Date>, ImportError> {
    let text = cell.text.trim();
    let whole = match text.len() {
        0 => return Ok(None),
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    let day = whole
        .parse()
        .map_err(|_| cell.error("is no day, month or year, such as 2018-04-02, 2018-04 or 2018"))?;
    Ok(Some(day))
}

/// Whether the day itself stands in the cell, and not the month alone.
pub(crate) fn day_stands(cell: &Cell<'_>) -> Result<bool, ImportError> {
    Ok(cell.text.trim().len() == "2018-04-02".len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str) -> Cell<'_> {
        Cell {
            file: "f.csv",
            line: 2,
            column: "c",
            text,
            dates: crate::import::DateOrder::default(),
        }
    }

    #[test]
    fn pages_of_states_and_of_others() {
        let of = |iso3, gec| state_of_page(&cell(iso3), &cell(gec)).unwrap();
        assert_eq!(of("MEX", "MX"), Some(Ccode(70)));
        assert_eq!(of("SRB", "RI"), Some(Ccode(345)));
        assert_eq!(of("", "KV"), Some(Ccode(347)));
        assert_eq!(of("", "EE"), None);
        assert_eq!(of("PRI", "RQ"), None);
    }

    #[test]
    fn a_vacancy_is_told_from_a_name() {
        let vacant = |text| vacancy(&cell(text)).unwrap();
        assert!(vacant(
            "Ambassador (vacant); Charge d'Affaires John CREAMER"
        ));
        assert!(vacant(
            "ambassador (vacant; recalled by Belarus in 2008); Charge d'Affaires Pavel SHIDLOVSKY"
        ));
        assert!(!vacant("Ambassador Christopher LANDAU"));
        assert!(!vacant(
            "Ambassador Ken SALAZAR; note - the deputy's post is vacant"
        ));
        let absent = |text| absence(&cell(text)).unwrap();
        assert!(absent(
            "none (represented by the Kingdom of the Netherlands)"
        ));
        assert!(absent(
            "the US does not have an embassy in Taiwan; commercial relations"
        ));
        assert!(!absent("Ambassador Christopher LANDAU"));
    }
}
