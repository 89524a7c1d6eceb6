//! What binds states: joint memberships of organisations (Correlates of War) and alliance
//! obligations (ATOP).

use super::ImportError;
use super::csv_table::Row;
use super::displacement::{distinct, rows};
use super::geography::{InYear, Spell, directed_pair, ordered_pair, spells};
use crate::record::{Record, Tables};
use crate::tables::{Alliance, JointIgo};

/// Number of organisations of which both states of a pair are full members, by year.
///
/// # Errors
/// The first value that cannot be read, a pair whose lower COW number does not come first, or the
/// first row that repeats another's key.
pub fn joint_igos(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    const NEEDED: &[&str] = &["ccode1", "ccode2", "year", "dyadigos"];
    let rows = rows(file, bytes, NEEDED, |row| {
        let (ccode1, ccode2) = ordered_pair(row)?;
        Ok(JointIgo {
            ccode1,
            ccode2,
            year: row.cell("year").year()?,
            igos: row.cell("dyadigos").number("a number of organisations")?,
        })
    })?;
    let joint_igos = distinct(file, rows, "`ccode1`, `ccode2`, `year`", JointIgo::key)?;
    Ok(Tables {
        joint_igos,
        ..Tables::default()
    })
}

/// Obligations of one state to another: one row per year in the file, one per spell of years
/// without a change in the table.
///
/// Rows with none of the five obligations are kept: the publisher lists an alliance there.
///
/// # Errors
/// The first value that cannot be read, or the first row that repeats another's key.
pub fn alliances(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    const NEEDED: &[&str] = &[
        "ccode1",
        "ccode2",
        "year",
        "atop_defense",
        "atop_offense",
        "atop_neutral",
        "atop_nonagg",
        "atop_consul",
    ];
    let rows = rows(file, bytes, NEEDED, |row| {
        let (ccode1, ccode2) = directed_pair(row)?;
        let year = row.cell("year").year()?;
        Ok(InYear {
            ccode1,
            ccode2,
            year,
            value: obligations(row)?,
        })
    })?;
    let rows = distinct(file, rows, "`ccode1`, `ccode2`, `year`", InYear::key)?;
    let alliances = spells(rows).into_iter().map(alliance).collect();
    Ok(Tables {
        alliances,
        ..Tables::default()
    })
}

#[derive(PartialEq)]
struct Obligations {
    defense: bool,
    offense: bool,
    neutrality: bool,
    nonaggression: bool,
    consultation: bool,
}

fn obligations(row: &Row<'_>) -> Result<Obligations, ImportError> {
    Ok(Obligations {
        defense: flag(row, "atop_defense")?,
        offense: flag(row, "atop_offense")?,
        neutrality: flag(row, "atop_neutral")?,
        nonaggression: flag(row, "atop_nonagg")?,
        consultation: flag(row, "atop_consul")?,
    })
}

/// 0 or 1; empty is refused, for an unknown obligation is neither.
fn flag(row: &Row<'_>, column: &'static str) -> Result<bool, ImportError> {
    let cell = row.cell(column);
    cell.required()?;
    cell.optional_flag()?
        .ok_or_else(|| cell.error("is neither 0 nor 1"))
}

fn alliance(spell: Spell<Obligations>) -> Alliance {
    let Spell {
        ccode1,
        ccode2,
        first_year,
        last_year,
        value,
    } = spell;
    Alliance {
        ccode1,
        ccode2,
        first_year,
        last_year,
        defense: value.defense,
        offense: value.offense,
        neutrality: value.neutrality,
        nonaggression: value.nonaggression,
        consultation: value.consultation,
    }
}
