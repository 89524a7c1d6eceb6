//! How the cells of Archigos' list of leaders are read.

use entente_states::Ccode;
use jiff::civil::{Date, date};

use super::located::{Cell, ImportError};

/// The last day that Archigos 4.1 covers.
pub(crate) const ARCHIGOS_END: Date = date(2015, 12, 31);
const STILL_IN_OFFICE: &str = "Still in Office";

/// The day of leaving, or `None` where the list ends before the spell does.
///
/// Three who were still in office bear the last day of 2014, from an older edition. One bears the
/// last day of the list with his predecessor's manner of leaving (Saudi Arabia's king, who reigned
/// on): that day is where the list ends, never an exit.
pub(crate) fn day_of_leaving(
    cell: &Cell<'_>,
    exit: &Cell<'_>,
    exit_code: &Cell<'_>,
    from: Date,
) -> Result<Option<Date>, ImportError> {
    let until = cell.date()?;
    if until < from {
        return Err(cell.error(format!("lies before the entry, {from}")));
    }
    let stays =
        until == ARCHIGOS_END || exit.text == STILL_IN_OFFICE || exit_code.text == STILL_IN_OFFICE;
    Ok((!stays).then_some(until))
}

/// What is said of the leaving; empty where there was none.
pub(crate) fn at_leaving(
    cell: &Cell<'_>,
    until: Option<Date>,
) -> Result<Option<String>, ImportError> {
    Ok(until.and_then(|_| cell.optional().map(str::to_owned)))
}

/// M or F, or empty.
pub(crate) fn gender(cell: &Cell<'_>) -> Result<Option<String>, ImportError> {
    match cell.text.trim() {
        "" => Ok(None),
        text @ ("M" | "F") => Ok(Some(text.to_owned())),
        _ => Err(cell.error("is neither M nor F")),
    }
}

/// The COW number that goes with a Gleditsch-Ward number on the day of entry, where there is one.
pub(crate) fn ccode_on_entry(
    gwcode: &Cell<'_>,
    from: &Cell<'_>,
) -> Result<Option<Ccode>, ImportError> {
    Ok(ccode_of(
        gwcode.number("a Gleditsch-Ward number")?,
        from.date()?,
    ))
}

/// Where a Gleditsch-Ward number is not the Correlates of War number of the same state: the
/// number, the first day of entry from which that holds, and the COW number if there is one.
const GW_IS_NOT_COW: &[(u16, Date, Option<u16>)] = &[
    // Costa Rica's and its neighbours' union of 1823-1839; COW has no such state.
    (89, Date::MIN, None),
    // Germany: GW goes on with the Federal Republic's 260 where COW returns to 255.
    (260, date(1990, 10, 3), Some(255)),
    // Serbia: COW has one number for Serbia and Yugoslavia.
    (340, Date::MIN, Some(345)),
    // Transvaal and Orange Free State; not in COW.
    (563, Date::MIN, None),
    (564, Date::MIN, None),
    // Yemen: GW goes on with the north's 678 where COW has a new number.
    (678, date(1990, 5, 22), Some(679)),
    // Tibet; not in COW.
    (711, Date::MIN, None),
    // Vietnam before the French, to 1893; not in COW, whose 816 begins in 1954.
    (815, Date::MIN, None),
    // Islands of the Pacific, in GW's list of microstates. Its 970 is COW's Nauru, so this must not
    // go by number.
    (970, Date::MIN, Some(946)),
    (971, Date::MIN, Some(970)),
    (972, Date::MIN, Some(955)),
    (973, Date::MIN, Some(947)),
];

/// The COW number of a Gleditsch-Ward number on a day; `None` where COW has no such state.
///
/// It also stands for leaders from before COW counts the state as a member of the system.
fn ccode_of(gwcode: u16, day: Date) -> Option<Ccode> {
    let different = GW_IS_NOT_COW
        .iter()
        .find(|(number, from, _)| *number == gwcode && *from <= day);
    let number = match different {
        Some((_, _, ccode)) => (*ccode)?,
        None => gwcode,
    };
    let ccode = Ccode(number);
    entente_states::system().get(ccode).map(|_| ccode)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gleditsch_ward_numbers() {
        let cases = [
            (2, date(1869, 3, 4), Some(2)),
            (89, date(1830, 1, 1), None),
            (255, date(1871, 3, 21), Some(255)),
            (260, date(1982, 10, 1), Some(260)),
            (260, date(1990, 10, 2), Some(260)),
            (260, date(1998, 10, 27), Some(255)),
            (340, date(1882, 3, 6), Some(345)),
            (340, date(2014, 4, 27), Some(345)),
            (345, date(1945, 3, 7), Some(345)),
            (563, date(1872, 7, 1), None),
            (564, date(1873, 6, 16), None),
            (626, date(2011, 7, 9), Some(626)),
            (678, date(1978, 7, 18), Some(678)),
            (678, date(2012, 2, 27), Some(679)),
            (711, date(1875, 4, 25), None),
            (730, date(1873, 12, 22), Some(730)),
            (815, date(1847, 11, 10), None),
            (816, date(1945, 9, 2), Some(816)),
            (817, date(1954, 6, 16), Some(817)),
            (970, date(2000, 1, 1), Some(946)),
            (971, date(2000, 1, 1), Some(970)),
            (998, date(2000, 1, 1), None),
        ];
        for (gwcode, day, expected) in cases {
            assert_eq!(ccode_of(gwcode, day), expected.map(Ccode), "{gwcode} {day}");
        }
    }
}
