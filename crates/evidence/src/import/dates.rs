//! How dates are read that are not days throughout: those of treaties and of posts, and months.

use jiff::civil::Date;

use super::located::{Cell, ImportError};
use crate::partial_date::PartialDate;

/// From this year on a date is a sign: 9999 that no end is known, 2899 and 2999 that nothing is in force.
const SIGNS: i16 = 2800;

/// One slip of the Global Governance Observatory, with what is meant.
const SLIP: (&str, &str) = ("0014-022005", "2005-02-14");

/// A day, a month or a year, or empty. A date that is a sign is empty too.
///
/// Of a period (`1981-09..1981-10`) its end counts, of a date of which a part is not known (`1964-XX-16`,
/// `2020-99-99`) what stands before that, of a day that its month does not have (`1976-06-31`) the month; `~`, which
/// says about, is a doubt like `?`.
pub(crate) fn given(cell: &Cell<'_>) -> Result<Option<PartialDate>, ImportError> {
    let text = match cell.text {
        "" => return Ok(None),
        text if text == SLIP.0 => SLIP.1,
        text => text,
    };
    let end = text.rsplit("..").next().unwrap_or(text);
    let (plain, doubt) = match end.strip_suffix(['~', '?']) {
        Some(plain) => (plain, "?"),
        None => (end, ""),
    };
    let known = ["-XX", "-99"].into_iter().fold(plain, |date, unknown| {
        date.split_once(unknown).map_or(date, |(known, _)| known)
    });
    let month = known.get(..7).filter(|_| known.len() == 10);
    let date = [Some(known), month]
        .into_iter()
        .flatten()
        .find_map(|date| format!("{date}{doubt}").parse::<PartialDate>().ok());
    match date {
        Some(date) => Ok((date.year() < SIGNS).then_some(date)),
        None if is_sign(known) => Ok(None),
        None => Err(cell.error("is not a date of the form YYYY-MM-DD, YYYY-MM or YYYY")),
    }
}

/// Years that no date has: `9999-12-31`, and `0001-01-01`, which says nothing.
fn is_sign(text: &str) -> bool {
    ["9999", "0001"].iter().any(|year| text.starts_with(year))
}

/// The first day of a month written YYYY-MM.
pub(crate) fn first_of_month(cell: &Cell<'_>) -> Result<Date, ImportError> {
    let text = cell.required()?;
    let month = text.parse::<PartialDate>().ok();
    month
        .filter(|month| text.len() == 7 && month.is_sure())
        .map(|month| month.last().first_of_month())
        .ok_or_else(|| cell.error("is not a month of the form YYYY-MM"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

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
    fn dates_as_lists_of_treaties_write_them() {
        let read = |text| given(&cell(text)).unwrap().map(|d| d.to_string());
        let is = |text: &str| Some(text.to_owned());
        assert_eq!(read("2018-11-30"), is("2018-11-30"));
        assert_eq!(read("1981-09..1981-10"), is("1981-10"));
        assert_eq!(read("1964-XX-16"), is("1964"));
        assert_eq!(read("2010-XX-XX-"), is("2010"));
        assert_eq!(read("1961-01-26~"), is("1961-01-26?"));
        assert_eq!(read("0014-022005"), is("2005-02-14"));
        assert_eq!(read("2020-99-99"), is("2020"));
        assert_eq!(read("1972-06-31?"), is("1972-06?"));
        for sign in ["", "0001-01-01", "9999-12-31", "2899-01-01", "2999-01-01"] {
            assert_eq!(read(sign), None, "{sign}");
        }
        for text in [
            "soon",
            "18",
            "2018-13",
            "2018-13-01",
            "30-11-2018",
            "2018-11-30 ",
        ] {
            let said = given(&cell(text)).unwrap_err().to_string();
            assert!(
                said.contains(&format!("value {text:?}: is not a date")),
                "{said}"
            );
        }
    }

    #[test]
    fn months() {
        assert_eq!(first_of_month(&cell("2019-10")), Ok(date(2019, 10, 1)));
        for text in ["2019", "2019-10-01", "2019-13", "", "10-2019"] {
            assert!(first_of_month(&cell(text)).is_err(), "{text}");
        }
    }
}
