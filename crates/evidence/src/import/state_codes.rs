//! States in files whose publishers write today's codes or names for all years, for what is not a state too.
//!
//! A code that is no state's gives no number; the column that keeps it as it is written stands beside.

use entente_states::{Ccode, system};
use jiff::civil::{Date, date};

use super::located::{Cell, ImportError};
use crate::known::end_of_year;
use crate::seats;

/// Codes that publishers write for another: slips, codes of before, and Kosovo, which has no code of ISO's.
const WRITTEN_FOR: [(&str, &str); 13] = [
    ("ALG", "DZA"),
    ("BUL", "BGR"),
    ("CS-KM", "XKX"),
    ("CZK", "CSK"),
    ("DKN", "DNK"),
    ("FIJ", "FJI"),
    ("KOS", "XKX"),
    ("PAR", "PRY"),
    ("PKR", "PRK"),
    ("POR", "PRT"),
    ("ROM", "ROU"),
    ("YDYE", "YMD"),
    ("ZFA", "ZAF"),
];

/// Names that the World Bank writes in a way of its own.
const NAMED: [(&str, &str); 1] = [("Venezuela, RB", "VEN")];

/// Viet Nam united; under its code of today stand two states before.
const VIETNAM_UNITED: Date = date(1976, 7, 2);

/// The state of a code on a day.
///
/// Of Germany and Yemen, which became states with another number when they united, the one that had their seat
/// before. `VNM` before 1976 is either of two states, so it is none.
fn on(code: &str, day: Date) -> Option<Ccode> {
    let written = WRITTEN_FOR.iter().find(|(wrong, _)| *wrong == code);
    let code = written.map_or(code, |(_, right)| right);
    let state = system().by_iso3(code)?;
    match code {
        "VNM" if day < VIETNAM_UNITED => None,
        _ if state.existed_on(day) => Some(state.ccode),
        _ => Some(seats::holder(state.ccode, day)),
    }
}

/// The state of an ISO 3166 alpha-3 code today, if it is one's.
pub(crate) fn state(cell: &Cell<'_>) -> Result<Option<Ccode>, ImportError> {
    Ok(on(cell.text, Date::MAX))
}

/// The state of an ISO 3166 alpha-3 code in a year, if it is one's.
pub(crate) fn state_in(cell: &Cell<'_>, year: u16) -> Result<Option<Ccode>, ImportError> {
    Ok(on(cell.text, end_of_year(year)))
}

/// The state that sat for an ISO 3166 alpha-3 code in the General Debate of a year, which is held in September
/// and October: before 1971 Taiwan for `CHN`.
pub(crate) fn delegation(cell: &Cell<'_>, year: u16) -> Result<Option<Ccode>, ImportError> {
    let opening = date(end_of_year(year).year(), 9, 30);
    Ok(on(cell.text, opening).map(|state| seats::holder(state, opening)))
}

/// The state that a name means, if it is one's.
pub(crate) fn named(cell: &Cell<'_>) -> Result<Option<Ccode>, ImportError> {
    let name = cell.required()?;
    let code = NAMED.iter().find(|(own, _)| *own == name);
    Ok(match code {
        Some((_, code)) => on(code, Date::MAX),
        None => system().resolve(name).ok().map(|state| state.ccode),
    })
}

/// The state of an ISO 3166 alpha-3 code, or of the name beside it where there is none.
pub(crate) fn state_or_name(
    code: &Cell<'_>,
    name: &Cell<'_>,
) -> Result<Option<Ccode>, ImportError> {
    match code.text {
        "" => named(name),
        _ => state(code),
    }
}

/// The state of a COW number, if there is one: lists have numbers of their own for Tibet and others.
pub(crate) fn numbered(cell: &Cell<'_>) -> Result<Option<Ccode>, ImportError> {
    let number: u16 = cell.number("a COW state number")?;
    Ok(system().get(Ccode(number)).map(|state| state.ccode))
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
    fn codes_of_today_for_years_gone_by() {
        let in_year = |code, year| state_in(&cell(code), year).unwrap().map(|c| c.0);
        assert_eq!(in_year("DEU", 1970), Some(260));
        assert_eq!(in_year("DEU", 1990), Some(255));
        assert_eq!(in_year("YEM", 1985), Some(678));
        assert_eq!(in_year("CHN", 1965), Some(710));
        assert_eq!(in_year("VNM", 1970), None);
        assert_eq!(in_year("VNM", 1976), Some(816));
        assert_eq!(in_year("SRB", 2010), Some(345));
        assert_eq!(in_year("AGO", 1960), Some(540));
    }

    #[test]
    fn who_spoke_in_the_general_debate() {
        let spoke = |code, year| delegation(&cell(code), year).unwrap().map(|c| c.0);
        assert_eq!(spoke("CHN", 1965), Some(713));
        assert_eq!(spoke("CHN", 1972), Some(710));
        assert_eq!(spoke("DEU", 1990), Some(260));
        assert_eq!(spoke("UKR", 1950), Some(369));
        assert_eq!(spoke("EU", 2020), None);
        assert_eq!(spoke("YDYE", 1980), Some(680));
    }

    #[test]
    fn slips_of_publishers_and_what_is_no_state() {
        let of = |code| state(&cell(code)).unwrap().map(|c| c.0);
        assert_eq!(of("ALG"), Some(615));
        assert_eq!(of("KOS"), Some(347));
        for other in ["KOR - PRK", "SWA - SWZ", "EUE", "HKG", "PSE", ""] {
            assert_eq!(of(other), None, "{other}");
        }
        // No slip is a state's code, so nothing is taken for another.
        for (wrong, right) in WRITTEN_FOR {
            assert!(system().by_iso3(right).is_some(), "{right}");
            let both = system().by_iso3(wrong).map(|s| Some(s.ccode.0));
            assert!(both.is_none_or(|own| own == of(right)), "{wrong}");
        }
    }

    #[test]
    fn names_of_states_and_of_others() {
        let of = |name| named(&cell(name)).unwrap().map(|c| c.0);
        assert_eq!(of("Venezuela, RB"), Some(101));
        assert_eq!(of("Congo, Dem. Rep."), Some(490));
        assert_eq!(of("CHINA, PEOPLES REPUBLIC OF"), Some(710));
        for other in [
            "World",
            "Other South",
            "Hong Kong SAR, China",
            "Channel Islands",
            "OTHER",
        ] {
            assert_eq!(of(other), None, "{other}");
        }
        let kosovo = state_or_name(&cell(""), &cell("Kosovo"));
        assert_eq!(kosovo, Ok(Some(Ccode(347))));
        assert_eq!(numbered(&cell("711")).unwrap(), None);
        assert_eq!(numbered(&cell("70")).unwrap(), Some(Ccode(70)));
    }
}
