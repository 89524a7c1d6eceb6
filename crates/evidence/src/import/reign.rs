//! How the cells of REIGN's lists of elections and leaders are read.

use entente_states::Ccode;
use jiff::civil::Date;

use super::located::{Cell, ImportError};
use super::readers::{civil, filled, month};
use crate::tables::ElectionKind;

/// Whether the row is a vote, a plan or something else, from the publisher's words.
///
/// A vote was held if the words begin with "Vote" ("Vote, As Scheduled", "Vote, Early"); "Voided"
/// and "Voided by Regime Change" are votes that were not held, and "Anulled" are four Serbian
/// votes that did not count. "Upcoming, Scheduled" and "Upcoming, Deadline" were plans when the
/// list was closed. Announcements, delays, deadlines met or not, and "Regime Failure" are events
/// on the way to a vote.
pub(crate) fn event_kind(cell: &Cell<'_>) -> Result<ElectionKind, ImportError> {
    let event = cell.required()?.trim();
    Ok(kind_of(event))
}

fn kind_of(event: &str) -> ElectionKind {
    let event = event.to_ascii_lowercase();
    if event.starts_with("vote") {
        ElectionKind::Vote
    } else if event.starts_with("upcoming") {
        ElectionKind::Plan
    } else {
        ElectionKind::Other
    }
}

/// The state, with one slip of the publisher put right: Malawi's election 553012 stands under 533,
/// which is no state's number, where all its others stand under 553.
pub(crate) fn election_state(cell: &Cell<'_>, election: &Cell<'_>) -> Result<Ccode, ImportError> {
    if cell.text.trim() == "533" && election.text.trim() == "553012" {
        return Ok(Ccode(553));
    }
    cell.ccode()
}

/// The day; blank where not recorded.
///
/// A planned deadline may stand on a day that its month does not have (31 November 2025): the
/// month is meant, and the day is left out. Of what has happened such a day is an error.
pub(crate) fn election_day(
    cell: &Cell<'_>,
    event: &Cell<'_>,
    year: u16,
    month: u8,
) -> Result<Option<u8>, ImportError> {
    if cell.text.trim().is_empty() {
        return Ok(None);
    }
    let day: u8 = cell.number("a day of the month")?;
    if !(1..=31).contains(&day) {
        return Err(cell.error("is not a day of the month"));
    }
    match civil(year, month, day) {
        Some(_) => Ok(Some(day)),
        None if kind_of(event.text.trim()) == ElectionKind::Plan => Ok(None),
        None => Err(cell.error(format!("is not a day of {year}-{month:02}"))),
    }
}

/// What the election is of: executive, legislature, a question.
pub(crate) fn election_types(cell: &Cell<'_>) -> Result<String, ImportError> {
    let types = cell.required()?.trim();
    if types.is_empty() || !types.chars().all(|c| "XLR".contains(c)) {
        return Err(cell.error("is not made of X (executive), L (legislature) and R (referendum)"));
    }
    Ok(types.to_owned())
}

/// Y or N; empty if blank.
pub(crate) fn yes_or_no(cell: &Cell<'_>) -> Result<Option<bool>, ImportError> {
    match cell.text.trim() {
        "Y" => Ok(Some(true)),
        "N" => Ok(Some(false)),
        "" => Ok(None),
        _ => Err(cell.error("is neither Y nor N")),
    }
}

/// Y or N; empty if blank or A, which means neither.
pub(crate) fn yes_no_or_neither(cell: &Cell<'_>) -> Result<Option<bool>, ImportError> {
    match cell.text.trim() {
        "A" => Ok(None),
        _ => yes_or_no(cell),
    }
}

/// Whether the vote is a second round: 2 is, 1 (the first of two) and N (the only one) are not.
///
/// Two rows have Y, which does not say which round, and one has 4: these stay open.
pub(crate) fn second_round(cell: &Cell<'_>) -> Result<Option<bool>, ImportError> {
    match cell.text.trim() {
        "2" => Ok(Some(true)),
        "1" | "N" => Ok(Some(false)),
        "" | "Y" | "4" => Ok(None),
        _ => Err(cell.error("is none of N, 1 (first round) and 2 (second round)")),
    }
}

/// The day of entry: despite its name, `sdate` holds only the day of the month.
pub(crate) fn day_of_entry(
    year: &Cell<'_>,
    month_cell: &Cell<'_>,
    day: &Cell<'_>,
) -> Result<Date, ImportError> {
    let (year, month) = (year.year()?, month(month_cell)?);
    let number: u8 = day.number("a day of the month")?;
    civil(year, month, number)
        .ok_or_else(|| day.error(format!("is not a day of {year}-{month:02}")))
}

/// The first day of the month of leaving; both cells are empty while in office.
pub(crate) fn month_of_leaving(
    year: &Cell<'_>,
    month_cell: &Cell<'_>,
    from: Date,
) -> Result<Option<Date>, ImportError> {
    if filled(year).is_none() && filled(month_cell).is_none() {
        return Ok(None);
    }
    let first = civil(year.year()?, month(month_cell)?, 1)
        .ok_or_else(|| year.error("is not a year between 1000 and 2999"))?;
    if first < from.first_of_month() {
        return Err(year.error(format!("lies, with its month, before the entry, {from}")));
    }
    Ok(Some(first))
}

/// Military career: none, partly or yes; empty where unknown.
pub(crate) fn military_career(cell: &Cell<'_>) -> Result<Option<f64>, ImportError> {
    match cell.text.trim() {
        "" | UNKNOWN => Ok(None),
        "0" => Ok(Some(0.0)),
        "0.5" => Ok(Some(0.5)),
        "1" => Ok(Some(1.0)),
        _ => Err(cell.error("is none of 0, 0.5, 1 and -99 (unknown)")),
    }
}

/// REIGN's word for what is not known.
const UNKNOWN: &str = "-99";

/// A year, empty where it is blank or unknown.
pub(crate) fn known_year(cell: &Cell<'_>) -> Result<Option<u16>, ImportError> {
    known(cell).map(|cell| cell.year()).transpose()
}

/// 0 or 1, empty where it is blank or unknown.
pub(crate) fn known_flag(cell: &Cell<'_>) -> Result<Option<bool>, ImportError> {
    known(cell).map_or(Ok(None), |cell| cell.optional_flag())
}

fn known<'a>(cell: &Cell<'a>) -> Option<Cell<'a>> {
    filled(cell).filter(|cell| cell.text.trim() != UNKNOWN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_for_an_event() {
        use ElectionKind::{Other, Plan, Vote};
        let cases = [
            ("Vote, As Scheduled", Vote),
            ("Vote, As scheduled", Vote),
            ("Vote, Early", Vote),
            ("Upcoming, Scheduled", Plan),
            ("Upcoming, Deadline", Plan),
            ("Announced", Other),
            ("Announcement", Other),
            ("Announcement Assumed", Other),
            ("Deadline Met", Other),
            ("Deadline, Met", Other),
            ("Deadline Not Met", Other),
            ("Deadline, Not Met", Other),
            ("Delay", Other),
            ("Delay Announced", Other),
            ("Voided", Other),
            ("Voided by Regime Change", Other),
            ("Regime Failure", Other),
            ("Anulled", Other),
        ];
        for (event, kind) in cases {
            assert_eq!(kind_of(event), kind, "{event}");
        }
    }
}
