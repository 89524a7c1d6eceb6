//! Coded events: counts of pairs and years (ICEWS), and single events (GDELT 2.0).

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use entente_states::Ccode;
use jiff::civil::{Date, Time};

use super::csv_table::{CsvTable, Row, unpack};
use super::date_order::DateOrder;
use super::located::{Cell, ImportError};
use super::readers::{flag, iso3, within};
use super::rows::distinct;
use crate::record::{Record, Tables};
use crate::tables::{Event, EventCount, EventPanel};

/// Counts of events from one state to another in a year, and the states that they cover.
///
/// The file is a balanced panel: every directed pair in every year, more than half without any
/// event. Those rows add nothing to the counts, but both of their states are covered.
///
/// # Errors
/// The first value that cannot be read, a state whose figures for one year differ from row to
/// row, or the first row that repeats another's key.
pub fn icews(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    const NEEDED: &[&str] = &[
        "year",
        "verbCoop",
        "matlCoop",
        "verbConf",
        "matlConf",
        "i_iso3c",
        "j_iso3c",
        "i_gdp",
        "j_gdp",
        "i_pop",
        "j_pop",
        "i_polity2",
        "j_polity2",
    ];
    let mut counts = Vec::new();
    let mut panel = Panel::default();
    CsvTable::open(file, bytes, b',', NEEDED)?.each(|row| {
        let count = event_count(row)?;
        panel.enter(row, count.ccode1, count.year, ACTING)?;
        panel.enter(row, count.ccode2, count.year, ACTED_UPON)?;
        counts.push((row.line, count));
        Ok(())
    })?;
    let mut event_counts = distinct(
        &file.into(),
        counts,
        "`i_iso3c`, `j_iso3c`, `year`",
        EventCount::key,
    )?;
    event_counts.retain(any_event);
    Ok(Tables {
        event_counts,
        event_panel: panel.into_rows(),
        ..Tables::default()
    })
}

fn event_count(row: &Row<'_>) -> Result<EventCount, ImportError> {
    let (ccode1, ccode2) = (iso3(&row.cell("i_iso3c"))?, iso3(&row.cell("j_iso3c"))?);
    if ccode1 == ccode2 {
        return Err(row.cell("j_iso3c").error("is the same state as `i_iso3c`"));
    }
    Ok(EventCount {
        ccode1,
        ccode2,
        year: row.cell("year").year()?,
        verbal_cooperation: row.cell("verbCoop").number(COUNT)?,
        material_cooperation: row.cell("matlCoop").number(COUNT)?,
        verbal_conflict: row.cell("verbConf").number(COUNT)?,
        material_conflict: row.cell("matlConf").number(COUNT)?,
    })
}

const COUNT: &str = "a count: a whole number, not negative";

fn any_event(count: &EventCount) -> bool {
    count.verbal_cooperation > 0
        || count.material_cooperation > 0
        || count.verbal_conflict > 0
        || count.material_conflict > 0
}

/// The columns in which a row says something about one of its states.
#[derive(Clone, Copy)]
struct Side {
    gdp: &'static str,
    population: &'static str,
    polity: &'static str,
}

const ACTING: Side = Side {
    gdp: "i_gdp",
    population: "i_pop",
    polity: "i_polity2",
};
const ACTED_UPON: Side = Side {
    gdp: "j_gdp",
    population: "j_pop",
    polity: "j_polity2",
};

/// What the rows say about each state in each year, with the line that said it first.
#[derive(Default)]
struct Panel(BTreeMap<(Ccode, u16), (u64, EventPanel)>);

impl Panel {
    fn enter(
        &mut self,
        row: &Row<'_>,
        ccode: Ccode,
        year: u16,
        side: Side,
    ) -> Result<(), ImportError> {
        let said = EventPanel {
            ccode,
            year,
            gdp: positive(row, side.gdp)?,
            population: positive(row, side.population)?,
            polity: polity(row, side.polity)?,
        };
        match self.0.entry((ccode, year)) {
            Entry::Vacant(vacant) => {
                vacant.insert((row.line, said));
                Ok(())
            }
            Entry::Occupied(first) => agree(row, side, &said, first.get()),
        }
    }

    fn into_rows(self) -> Vec<EventPanel> {
        self.0.into_values().map(|(_, row)| row).collect()
    }
}

/// Refuses a row that contradicts an earlier one about the same state and year.
fn agree(
    row: &Row<'_>,
    side: Side,
    said: &EventPanel,
    (line, before): &(u64, EventPanel),
) -> Result<(), ImportError> {
    let column = if said.gdp != before.gdp {
        side.gdp
    } else if said.population != before.population {
        side.population
    } else if said.polity != before.polity {
        side.polity
    } else {
        return Ok(());
    };
    Err(row.cell(column).error(format!(
        "contradicts line {line}, for the same state and year"
    )))
}

fn positive(row: &Row<'_>, column: &'static str) -> Result<Option<f64>, ImportError> {
    let cell = row.cell(column);
    match cell.optional_real()? {
        Some(x) if x < 0.0 => Err(cell.error("is negative")),
        x => Ok(x),
    }
}

fn polity(row: &Row<'_>, column: &'static str) -> Result<Option<i8>, ImportError> {
    let cell = row.cell(column);
    match cell.optional_number("a Polity score")? {
        Some(score) if !(-10..=10).contains(&score) => {
            Err(cell.error("is not a Polity score, -10 to 10"))
        }
        score => Ok(score),
    }
}

/// The columns of GDELT's event table 2.0, in order: the publisher's files have no header.
const GDELT: [&str; 61] = [
    "GLOBALEVENTID",
    "SQLDATE",
    "MonthYear",
    "Year",
    "FractionDate",
    "Actor1Code",
    "Actor1Name",
    "Actor1CountryCode",
    "Actor1KnownGroupCode",
    "Actor1EthnicCode",
    "Actor1Religion1Code",
    "Actor1Religion2Code",
    "Actor1Type1Code",
    "Actor1Type2Code",
    "Actor1Type3Code",
    "Actor2Code",
    "Actor2Name",
    "Actor2CountryCode",
    "Actor2KnownGroupCode",
    "Actor2EthnicCode",
    "Actor2Religion1Code",
    "Actor2Religion2Code",
    "Actor2Type1Code",
    "Actor2Type2Code",
    "Actor2Type3Code",
    "IsRootEvent",
    "EventCode",
    "EventBaseCode",
    "EventRootCode",
    "QuadClass",
    "GoldsteinScale",
    "NumMentions",
    "NumSources",
    "NumArticles",
    "AvgTone",
    "Actor1Geo_Type",
    "Actor1Geo_FullName",
    "Actor1Geo_CountryCode",
    "Actor1Geo_ADM1Code",
    "Actor1Geo_ADM2Code",
    "Actor1Geo_Lat",
    "Actor1Geo_Long",
    "Actor1Geo_FeatureID",
    "Actor2Geo_Type",
    "Actor2Geo_FullName",
    "Actor2Geo_CountryCode",
    "Actor2Geo_ADM1Code",
    "Actor2Geo_ADM2Code",
    "Actor2Geo_Lat",
    "Actor2Geo_Long",
    "Actor2Geo_FeatureID",
    "ActionGeo_Type",
    "ActionGeo_FullName",
    "ActionGeo_CountryCode",
    "ActionGeo_ADM1Code",
    "ActionGeo_ADM2Code",
    "ActionGeo_Lat",
    "ActionGeo_Long",
    "ActionGeo_FeatureID",
    "DATEADDED",
    "SOURCEURL",
];

/// Single events of GDELT 2.0.
///
/// The publisher's files are named `.CSV` but are separated by tabs and have no header; copies
/// made by other programs have one. The first line tells which it is.
///
/// # Errors
/// The first value that cannot be read, a row that does not have the 61 columns of version 2.0, or
/// the first row that repeats another's number.
pub fn gdelt(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Err(ImportError::whole(file, "is a zip archive").hint("unpack it first"));
    }
    let bytes = unpack(file, bytes)?;
    let first_line = bytes.split(|&b| b == b'\n').next().unwrap_or_default();
    let rows = if first_line
        .windows(GDELT[0].len())
        .any(|w| w == GDELT[0].as_bytes())
    {
        let delimiter = if first_line.contains(&b'\t') {
            b'\t'
        } else {
            b','
        };
        with_header(file, &bytes, delimiter)?
    } else {
        without_header(file, &bytes)?
    };
    let events = distinct(&file.into(), rows, "`GLOBALEVENTID`", Event::key)?;
    Ok(Tables {
        events,
        ..Tables::default()
    })
}

fn with_header(file: &str, bytes: &[u8], delimiter: u8) -> Result<Vec<(u64, Event)>, ImportError> {
    let mut rows = Vec::new();
    CsvTable::open(file, bytes, delimiter, &GDELT)?.each(|row| {
        rows.push((row.line, event(|column| row.cell(column))?));
        Ok(())
    })?;
    Ok(rows)
}

/// Reads the publisher's form. Quotes mean nothing in it, so lines and tabs are all there is.
fn without_header(file: &str, bytes: &[u8]) -> Result<Vec<(u64, Event)>, ImportError> {
    let mut rows = Vec::new();
    for (line, text) in (1..).zip(bytes.split(|&b| b == b'\n')) {
        let fault = |problem: String| ImportError {
            line,
            ..ImportError::whole(file, problem)
        };
        let text = std::str::from_utf8(text).map_err(|_| {
            fault("is not UTF-8 text".to_owned())
                .hint("convert it first, for instance with `iconv -f latin1 -t utf8`")
        })?;
        let text = text.strip_suffix('\r').unwrap_or(text);
        if text.is_empty() {
            continue;
        }
        let fields: Vec<&str> = text.split('\t').collect();
        if fields.len() != GDELT.len() {
            return Err(other_columns(file, line, fields.len()));
        }
        rows.push((
            line,
            event(|column| gdelt_cell(file, line, &fields, column))?,
        ));
    }
    if rows.is_empty() {
        return Err(ImportError::whole(file, "holds no event"));
    }
    Ok(rows)
}

/// What a line that does not have the columns of version 2.0 most likely is.
fn other_columns(file: &str, line: u64, columns: usize) -> ImportError {
    let fault = |problem: String| ImportError {
        line,
        ..ImportError::whole(file, problem)
    };
    if columns == 1 {
        return fault("has no tabs".to_owned()).hint(
            "a GDELT event file has 61 columns with tabs between, or a header with `GLOBALEVENTID`",
        );
    }
    let error = fault(format!(
        "has {columns} columns with tabs between, not {}",
        GDELT.len()
    ));
    match columns {
        57 | 58 => {
            error.hint("this looks like GDELT 1.0, which is not read; use the 2.0 event files")
        }
        _ => error,
    }
}

fn gdelt_cell<'a>(file: &'a str, line: u64, fields: &[&'a str], column: &'static str) -> Cell<'a> {
    let text = GDELT
        .iter()
        .position(|&c| c == column)
        .and_then(|i| fields.get(i))
        .copied();
    Cell {
        file,
        line,
        column,
        text: text.unwrap_or_default(),
        dates: DateOrder::default(),
    }
}

fn event<'a>(cell: impl Fn(&'static str) -> Cell<'a>) -> Result<Event, ImportError> {
    let text = |column| cell(column).optional().map(str::to_owned);
    Ok(Event {
        id: cell("GLOBALEVENTID").number("an event number")?,
        date: compact_date(cell("SQLDATE"))?,
        added: compact_moment(cell("DATEADDED"))?,
        actor1: text("Actor1Code"),
        actor1_country: text("Actor1CountryCode"),
        actor2: text("Actor2Code"),
        actor2_country: text("Actor2CountryCode"),
        is_root: flag(&cell("IsRootEvent"))?,
        code: cameo(cell("EventCode"), cell("EventRootCode"))?,
        // As the row gives it: it does not always follow from the code.
        quad_class: within(&cell("QuadClass"), 1..=4, "a class")?,
        goldstein: goldstein(cell("GoldsteinScale"))?,
        mentions: cell("NumMentions").number(COUNT)?,
        sources: cell("NumSources").number(COUNT)?,
        articles: cell("NumArticles").number(COUNT)?,
        url: text("SOURCEURL"),
    })
}

/// An event code, checked against its root: a program that took the codes for numbers has
/// dropped their leading zeros, and `10` could then be the root 10 or the code 010.
fn cameo(cell: Cell<'_>, root: Cell<'_>) -> Result<String, ImportError> {
    for cell in [cell, root] {
        if !cell.required()?.bytes().all(|b| b.is_ascii_digit()) {
            return Err(cell.error("is not a CAMEO code"));
        }
    }
    if root.text.len() != 2 {
        return Err(root
            .error("is not a CAMEO root code of two digits")
            .hint("leading zeros are part of the codes; were they lost?"));
    }
    if !cell.text.starts_with(root.text) || cell.text.len() > 4 {
        return Err(cell.error(format!("is not a CAMEO code under the root {}", root.text)));
    }
    Ok(cell.text.to_owned())
}

fn goldstein(cell: Cell<'_>) -> Result<Option<f64>, ImportError> {
    match cell.optional_real()? {
        Some(score) if score.abs() > 10.0 => Err(cell.error("is not a Goldstein score, -10 to 10")),
        score => Ok(score),
    }
}

/// A day written YYYYMMDD.
fn compact_date(cell: Cell<'_>) -> Result<Date, ImportError> {
    let text = cell.required()?;
    (text.len() == 8)
        .then(|| date_of_digits(text))
        .flatten()
        .ok_or_else(|| cell.error("is not a date of the form YYYYMMDD"))
}

/// The day of a moment written YYYYMMDDHHMMSS.
fn compact_moment(cell: Cell<'_>) -> Result<Date, ImportError> {
    let text = cell.required()?;
    day_of_moment(text).ok_or_else(|| cell.error("is not a time of the form YYYYMMDDHHMMSS"))
}

fn day_of_moment(text: &str) -> Option<Date> {
    if text.len() != 14 {
        return None;
    }
    let (day, time) = text.split_at_checked(8)?;
    Time::new(
        digits(time, 0, 2)?,
        digits(time, 2, 4)?,
        digits(time, 4, 6)?,
        0,
    )
    .ok()?;
    date_of_digits(day)
}

fn date_of_digits(text: &str) -> Option<Date> {
    let year: i16 = digits(text, 0, 4)?;
    let date = Date::new(year, digits(text, 4, 6)?, digits(text, 6, 8)?).ok()?;
    (1000..3000).contains(&year).then_some(date)
}

/// Some digits of a text as a number; signs and blanks are not digits.
fn digits<N: std::str::FromStr>(text: &str, from: usize, to: usize) -> Option<N> {
    let part = text.get(from..to)?;
    part.bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| part.parse().ok())
        .flatten()
}
