//! Where states lie: contiguity (Correlates of War), capitals and minimum distances
//! (peacesciencer, from CShapes).

use entente_states::Ccode;
use jiff::civil::{Date, date};

use super::ImportError;
use super::csv_table::Row;
use super::displacement::{distinct, rows};
use crate::record::{Record, Tables};
use crate::tables::{Capital, Contiguity, Distance};

/// What the publisher writes as the end of a contiguity that lasted when the record was closed.
const CONTIGUITY_CLOSED: Date = date(2016, 12, 1);

/// What the publisher writes as the end of a capital's spell that lasted when the record was closed.
const CAPITALS_CLOSED: Date = date(2024, 12, 31);

/// Spells of direct contiguity, each pair both ways.
///
/// Type 0 (no contiguity) stands in the file for some spells and is kept.
///
/// # Errors
/// The first value that cannot be read, or the first row that repeats another's key.
pub fn contiguity(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    const NEEDED: &[&str] = &["ccode1", "ccode2", "conttype", "stdate", "enddate"];
    let rows = rows(file, bytes, NEEDED, |row| {
        let (ccode1, ccode2) = directed_pair(row)?;
        let (from, until) = spell_of_days(row, CONTIGUITY_CLOSED)?;
        Ok(Contiguity {
            ccode1,
            ccode2,
            conttype: contiguity_type(row)?,
            from,
            until,
        })
    })?;
    let contiguity = distinct(file, rows, "`ccode1`, `ccode2`, `stdate`", Contiguity::key)?;
    Ok(Tables {
        contiguity,
        ..Tables::default()
    })
}

/// Capital cities.
///
/// # Errors
/// The first value that cannot be read, or the first row that repeats another's key.
pub fn capitals(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    const NEEDED: &[&str] = &["ccode", "capital", "stdate", "enddate", "lat", "lng"];
    let rows = rows(file, bytes, NEEDED, |row| {
        let (from, until) = spell_of_days(row, CAPITALS_CLOSED)?;
        Ok(Capital {
            ccode: row.cell("ccode").ccode()?,
            capital: row.cell("capital").required()?.to_owned(),
            from,
            until,
            latitude: degrees(row, "lat", 90.0)?,
            longitude: degrees(row, "lng", 180.0)?,
        })
    })?;
    let capitals = distinct(file, rows, "`ccode`, `stdate`", Capital::key)?;
    Ok(Tables {
        capitals,
        ..Tables::default()
    })
}

/// Minimum distances of pairs of states: one row per year in the file, one per spell of years
/// without a change in the table.
///
/// # Errors
/// The first value that cannot be read, a pair whose lower COW number does not come first, or the
/// first row that repeats another's key.
pub fn distances(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    const NEEDED: &[&str] = &["ccode1", "ccode2", "year", "mindist"];
    let rows = rows(file, bytes, NEEDED, |row| {
        let (ccode1, ccode2) = ordered_pair(row)?;
        let year = row.cell("year").year()?;
        // Bits, not numbers: a spell must give back every year's value exactly.
        Ok(InYear {
            ccode1,
            ccode2,
            year,
            value: kilometres(row)?.to_bits(),
        })
    })?;
    let rows = distinct(file, rows, "`ccode1`, `ccode2`, `year`", InYear::key)?;
    let distances = spells(rows)
        .into_iter()
        .map(|s| Distance {
            ccode1: s.ccode1,
            ccode2: s.ccode2,
            first_year: s.first_year,
            last_year: s.last_year,
            km: f64::from_bits(s.value),
        })
        .collect();
    Ok(Tables {
        distances,
        ..Tables::default()
    })
}

fn contiguity_type(row: &Row<'_>) -> Result<u8, ImportError> {
    let cell = row.cell("conttype");
    match cell.number("a type of contiguity")? {
        conttype @ 0..=5 => Ok(conttype),
        _ => Err(cell.error("is not a type of contiguity, 0 to 5")),
    }
}

/// The first and last day of a spell; no last day where it lasted when the record was closed.
fn spell_of_days(row: &Row<'_>, closed: Date) -> Result<(Date, Option<Date>), ImportError> {
    let from = row.cell("stdate").date()?;
    let cell = row.cell("enddate");
    let until = cell.date()?;
    if until < from {
        return Err(cell.error(format!("is before the start, {from}")));
    }
    Ok((from, (until != closed).then_some(until)))
}

fn degrees(row: &Row<'_>, column: &'static str, most: f64) -> Result<f64, ImportError> {
    let cell = row.cell(column);
    let degrees: f64 = cell.number("a number of degrees")?;
    // Written so that NaN is refused too.
    if degrees.abs() <= most {
        Ok(degrees)
    } else {
        Err(cell.error(format!("is not between -{most} and {most} degrees")))
    }
}

fn kilometres(row: &Row<'_>) -> Result<f64, ImportError> {
    let cell = row.cell("mindist");
    let km: f64 = cell.number("a number of kilometres")?;
    if !km.is_finite() || km < 0.0 {
        return Err(cell.error("is not a distance: a finite number, not negative"));
    }
    // Adding zero turns −0 into 0, which would otherwise begin a new spell.
    Ok(km + 0.0)
}

/// Two different states.
pub(super) fn directed_pair(row: &Row<'_>) -> Result<(Ccode, Ccode), ImportError> {
    let (ccode1, ccode2) = (row.cell("ccode1").ccode()?, row.cell("ccode2").ccode()?);
    if ccode1 == ccode2 {
        return Err(row.cell("ccode2").error("is the same state as `ccode1`"));
    }
    Ok((ccode1, ccode2))
}

/// Two different states, the lower COW number first.
pub(super) fn ordered_pair(row: &Row<'_>) -> Result<(Ccode, Ccode), ImportError> {
    let (ccode1, ccode2) = directed_pair(row)?;
    if ccode1 > ccode2 {
        return Err(row
            .cell("ccode2")
            .error(format!("is below `ccode1`, {}", ccode1.0))
            .hint("this format lists each pair once, the lower COW number first"));
    }
    Ok((ccode1, ccode2))
}

/// What holds between two states in one year.
pub(super) struct InYear<V> {
    pub(super) ccode1: Ccode,
    pub(super) ccode2: Ccode,
    pub(super) year: u16,
    pub(super) value: V,
}

impl<V> InYear<V> {
    pub(super) fn key(&self) -> (Ccode, Ccode, u16) {
        (self.ccode1, self.ccode2, self.year)
    }
}

/// What holds between two states over a run of years.
pub(super) struct Spell<V> {
    pub(super) ccode1: Ccode,
    pub(super) ccode2: Ccode,
    pub(super) first_year: u16,
    pub(super) last_year: u16,
    pub(super) value: V,
}

impl<V: PartialEq> Spell<V> {
    fn goes_on_with(&self, next: &InYear<V>) -> bool {
        self.ccode1 == next.ccode1
            && self.ccode2 == next.ccode2
            && self.last_year + 1 == next.year
            && self.value == next.value
    }
}

/// Joins runs of consecutive years with equal values. The rows are in order of pair and year.
pub(super) fn spells<V: PartialEq>(rows: Vec<InYear<V>>) -> Vec<Spell<V>> {
    let mut spells: Vec<Spell<V>> = Vec::new();
    for row in rows {
        match spells.last_mut() {
            Some(spell) if spell.goes_on_with(&row) => spell.last_year = row.year,
            _ => spells.push(Spell {
                ccode1: row.ccode1,
                ccode2: row.ccode2,
                first_year: row.year,
                last_year: row.year,
                value: row.value,
            }),
        }
    }
    spells
}
