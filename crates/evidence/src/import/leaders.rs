//! Elections and leaders of REIGN, and leaders of Archigos.

use entente_states::Ccode;
use jiff::civil::{Date, date};

use super::ImportError;
use super::csv_table::{CsvTable, Row};
use super::located::Cell;
use crate::record::Tables;
use crate::tables::{Election, ElectionKind, Leader, LeaderSpell};

/// Reads REIGN's list of elections (`electionlist`).
///
/// # Errors
/// The first value that cannot be read.
pub fn elections(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    let needed = [
        "ccode",
        "electionnumber",
        "elec_year",
        "elec_month",
        "elec_day",
        "sequence",
        "event",
        "elecnum",
        "type",
        "direct",
        "regular",
        "victory",
        "change",
        "runoff",
    ];
    let mut tables = Tables::default();
    CsvTable::open(file, bytes, b',', &needed)?.each(|row| {
        tables.elections.push(election(row)?);
        Ok(())
    })?;
    Ok(tables)
}

fn election(row: &Row<'_>) -> Result<Election, ImportError> {
    let event = row.cell("event").required()?.trim();
    let kind = election_kind(event);
    let year = row.cell("elec_year").year()?;
    let month = month(&row.cell("elec_month"))?;
    let election = row.cell("elecnum").number("a number")?;
    Ok(Election {
        ccode: election_ccode(row, election)?,
        number: row
            .cell("electionnumber")
            .number("a whole number from -128 to 127")?,
        sequence: row
            .cell("sequence")
            .number("a whole number from 0 to 255")?,
        election,
        year,
        month,
        day: election_day(&row.cell("elec_day"), year, month, kind)?,
        kind,
        event: event.to_owned(),
        types: election_types(&row.cell("type"))?,
        direct: yes_or_no(&row.cell("direct"), &["A"])?,
        regular: yes_or_no(&row.cell("regular"), &[])?,
        incumbent_won: yes_or_no(&row.cell("victory"), &[])?,
        changed: yes_or_no(&row.cell("change"), &[])?,
        runoff: second_round(&row.cell("runoff"))?,
    })
}

/// Whether the row is a vote, a plan or something else, from the publisher's words.
///
/// A vote was held if the words begin with "Vote" ("Vote, As Scheduled", "Vote, Early"); "Voided"
/// and "Voided by Regime Change" are votes that were not held, and "Anulled" are four Serbian
/// votes that did not count. "Upcoming, Scheduled" and "Upcoming, Deadline" were plans when the
/// list was closed. Announcements, delays, deadlines met or not, and "Regime Failure" are events
/// on the way to a vote.
fn election_kind(event: &str) -> ElectionKind {
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
fn election_ccode(row: &Row<'_>, election: u32) -> Result<Ccode, ImportError> {
    let cell = row.cell("ccode");
    if cell.text.trim() == "533" && election == 553_012 {
        return Ok(Ccode(553));
    }
    cell.ccode()
}

/// The day; blank where not recorded.
///
/// A planned deadline may stand on a day that its month does not have (31 November 2025): the
/// month is meant, and the day is left out. Of what has happened such a day is an error.
fn election_day(
    cell: &Cell<'_>,
    year: u16,
    month: u8,
    kind: ElectionKind,
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
        None if kind == ElectionKind::Plan => Ok(None),
        None => Err(cell.error(format!("is not a day of {year}-{month:02}"))),
    }
}

fn election_types(cell: &Cell<'_>) -> Result<String, ImportError> {
    let types = cell.required()?.trim();
    if types.is_empty() || !types.chars().all(|c| "XLR".contains(c)) {
        return Err(cell.error("is not made of X (executive), L (legislature) and R (referendum)"));
    }
    Ok(types.to_owned())
}

/// Y or N; `None` if blank or one of the words that mean neither.
fn yes_or_no(cell: &Cell<'_>, neither: &[&str]) -> Result<Option<bool>, ImportError> {
    match cell.text.trim() {
        "Y" => Ok(Some(true)),
        "N" => Ok(Some(false)),
        "" => Ok(None),
        text if neither.contains(&text) => Ok(None),
        _ => Err(cell.error("is neither Y nor N")),
    }
}

/// Whether the vote is a second round: 2 is, 1 (the first of two) and N (the only one) are not.
///
/// Two rows have Y, which does not say which round, and one has 4: these stay open.
fn second_round(cell: &Cell<'_>) -> Result<Option<bool>, ImportError> {
    match cell.text.trim() {
        "2" => Ok(Some(true)),
        "1" | "N" => Ok(Some(false)),
        "" | "Y" | "4" => Ok(None),
        _ => Err(cell.error("is none of N, 1 (first round) and 2 (second round)")),
    }
}

/// Reads REIGN's list of leaders (`leaderlist`).
///
/// # Errors
/// The first value that cannot be read.
pub fn reign(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    let needed = [
        "ccode",
        "leadid",
        "leader",
        "sdate",
        "smonth",
        "syear",
        "emonth",
        "eyear",
        "birthyear",
        "gender",
        "militarycareer",
        "l_month",
        "l_year",
    ];
    let mut tables = Tables::default();
    CsvTable::open(file, bytes, b',', &needed)?.each(|row| {
        tables.leaders.push(leader(row)?);
        Ok(())
    })?;
    Ok(tables)
}

fn leader(row: &Row<'_>) -> Result<Leader, ImportError> {
    let from = entry_day(row)?;
    Ok(Leader {
        ccode: row.cell("ccode").ccode()?,
        leadid: row.cell("leadid").required()?.trim().to_owned(),
        leader: row.cell("leader").required()?.trim().to_owned(),
        from,
        until_month: month_of_leaving(row, from)?,
        birth_year: known(row.cell("birthyear")).map(|c| c.year()).transpose()?,
        man: known(row.cell("gender")).map_or(Ok(None), |c| c.optional_flag())?,
        military_career: military_career(&row.cell("militarycareer"))?,
        election_month: filled(row.cell("l_month")).map(|c| month(&c)).transpose()?,
        election_year: filled(row.cell("l_year")).map(|c| c.year()).transpose()?,
    })
}

/// The day of entry: despite its name, `sdate` holds only the day of the month.
fn entry_day(row: &Row<'_>) -> Result<Date, ImportError> {
    let year = row.cell("syear").year()?;
    let month = month(&row.cell("smonth"))?;
    let cell = row.cell("sdate");
    let day: u8 = cell.number("a day of the month")?;
    civil(year, month, day).ok_or_else(|| cell.error(format!("is not a day of {year}-{month:02}")))
}

/// The first day of the month of leaving; both cells are empty while in office.
fn month_of_leaving(row: &Row<'_>, from: Date) -> Result<Option<Date>, ImportError> {
    let (year, month_cell) = (row.cell("eyear"), row.cell("emonth"));
    if filled(year).is_none() && filled(month_cell).is_none() {
        return Ok(None);
    }
    let first = civil(year.year()?, month(&month_cell)?, 1)
        .ok_or_else(|| year.error("is not a year between 1000 and 2999"))?;
    if first < from.first_of_month() {
        return Err(year.error(format!("lies, with its month, before the entry, {from}")));
    }
    Ok(Some(first))
}

fn military_career(cell: &Cell<'_>) -> Result<Option<f64>, ImportError> {
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

fn filled(cell: Cell<'_>) -> Option<Cell<'_>> {
    (!cell.text.trim().is_empty()).then_some(cell)
}

fn known(cell: Cell<'_>) -> Option<Cell<'_>> {
    filled(cell).filter(|c| c.text.trim() != UNKNOWN)
}

/// Reads the leaders of Archigos.
///
/// # Errors
/// The first value that cannot be read.
pub fn archigos(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    let needed = [
        "obsid",
        "gwcode",
        "leadid",
        "leader",
        "yrborn",
        "gender",
        "startdate",
        "enddate",
        "entry",
        "exit",
        "exitcode",
    ];
    let mut tables = Tables::default();
    CsvTable::open(file, bytes, b',', &needed)?.each(|row| {
        tables.leader_spells.push(spell(row)?);
        Ok(())
    })?;
    Ok(tables)
}

fn spell(row: &Row<'_>) -> Result<LeaderSpell, ImportError> {
    let gwcode = row.cell("gwcode").number("a Gleditsch-Ward number")?;
    let from = row.cell("startdate").date()?;
    let until = day_of_leaving(row, from)?;
    let text = |column| row.cell(column).optional().map(str::to_owned);
    let at_end = |column| until.and_then(|_| text(column));
    Ok(LeaderSpell {
        gwcode,
        ccode: ccode_of(gwcode, from),
        obsid: row.cell("obsid").required()?.to_owned(),
        leadid: row.cell("leadid").required()?.to_owned(),
        leader: row.cell("leader").required()?.to_owned(),
        birth_year: filled(row.cell("yrborn")).map(|c| c.year()).transpose()?,
        gender: gender(&row.cell("gender"))?,
        from,
        until,
        entry: text("entry"),
        exit: at_end("exit"),
        exit_code: at_end("exitcode"),
    })
}

/// The last day that Archigos 4.1 covers.
const ARCHIGOS_END: Date = date(2015, 12, 31);
const STILL_IN_OFFICE: &str = "Still in Office";

/// The day of leaving, or `None` where the list ends before the spell does.
///
/// Three who were still in office bear the last day of 2014, from an older edition. One bears the
/// last day of the list with his predecessor's manner of leaving (Saudi Arabia's king, who reigned
/// on): that day is where the list ends, never an exit.
fn day_of_leaving(row: &Row<'_>, from: Date) -> Result<Option<Date>, ImportError> {
    let cell = row.cell("enddate");
    let until = cell.date()?;
    if until < from {
        return Err(cell.error(format!("lies before the entry, {from}")));
    }
    let stays = until == ARCHIGOS_END
        || row.cell("exit").text == STILL_IN_OFFICE
        || row.cell("exitcode").text == STILL_IN_OFFICE;
    Ok((!stays).then_some(until))
}

fn gender(cell: &Cell<'_>) -> Result<Option<String>, ImportError> {
    match cell.text.trim() {
        "" => Ok(None),
        text @ ("M" | "F") => Ok(Some(text.to_owned())),
        _ => Err(cell.error("is neither M nor F")),
    }
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

fn month(cell: &Cell<'_>) -> Result<u8, ImportError> {
    let month: u8 = cell.number("a month")?;
    if !(1..=12).contains(&month) {
        return Err(cell.error("is not a month between 1 and 12"));
    }
    Ok(month)
}

fn civil(year: u16, month: u8, day: u8) -> Option<Date> {
    let year = i16::try_from(year).ok()?;
    let month = i8::try_from(month).ok()?;
    let day = i8::try_from(day).ok()?;
    Date::new(year, month, day).ok()
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
            assert_eq!(election_kind(event), kind, "{event}");
        }
    }
}
