//! How the cells of the tables made from the World Factbook are read.

use entente_states::{Ccode, system};
use jiff::civil::Date;

use super::located::{Cell, ImportError};
use super::readers::filled;
use crate::tables::Office;

/// The COW number of the state, from that beside it or the ISO 3166 alpha-3 code; empty for a place that is no
/// state of its own (Aruba).
pub(crate) fn state_or_none(
    ccode: &Cell<'_>,
    iso3: &Cell<'_>,
) -> Result<Option<Ccode>, ImportError> {
    if filled(ccode).is_some() {
        return ccode.ccode().map(Some);
    }
    let state = filled(iso3).and_then(|code| system().by_iso3(code.text.trim()));
    Ok(state.map(|s| s.ccode))
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

/// The last snapshot in which the row stood, not before the first.
pub(crate) fn last_seen(cell: &Cell<'_>, first: Date) -> Result<Option<Date>, ImportError> {
    let last = cell.date()?;
    if last < first {
        return Err(cell.error(format!("is before `first_seen`, {first}")));
    }
    Ok(Some(last))
}
