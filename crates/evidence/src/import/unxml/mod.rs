//! The United Nations' machine-readable resolutions (UNxml): JSON Lines, one resolution a line, of the
//! General Assembly or of the Security Council.
//!
//! The publisher's own files hold slips. What can be put right without guessing is put right in one place
//! each, and told ([`Repair`]): a resolution that stands several times ([`versions`]), a name
//! ([`names`]), a date ([`day`]), a list that does not fit its totals ([`ballot`]). Where the lists of a
//! roll call cannot be trusted, the resolution is kept and its votes are not.

mod assembly;
mod ballot;
mod council;
mod day;
mod line;
mod names;
mod sponsors;
mod versions;

use super::ImportError;
use super::csv_table::unpack;
use crate::record::Tables;

pub use line::Repair;

/// A resolution of the Security Council in one form, `S/RES/2722 (2024)`; `None` if the text is none.
pub(super) fn council_symbol(raw: &str) -> Option<String> {
    council::read_symbol(raw).map(|(symbol, _)| symbol)
}

/// Reads the publisher's JSON Lines of either organ, gzip or plain.
///
/// # Errors
/// A line that is not JSON of that form, a symbol, date or state that cannot be read, or two versions of
/// one resolution whose votes differ.
pub fn lines(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    let bytes = unpack(file, bytes)?;
    let mut tables = Tables::default();
    let mut unread = sponsors::Unread::default();
    let lines = line::read(file, &bytes)?;
    for (at, line) in versions::one_of_each(file, lines, &mut tables.repairs)? {
        match line.symbol.starts_with("S/") {
            true => council::resolution(at, &line, &mut tables, &mut unread)?,
            false => assembly::resolution(at, &line, &mut tables, &mut unread)?,
        }
    }
    tables.repairs.extend(unread.repairs(file));
    Ok(tables)
}
