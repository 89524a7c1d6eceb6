//! Published codes of issues after session 74, in the gathered list of roll calls.

use std::collections::HashMap;

use super::ImportError;
use super::csv_table::{CsvTable, Row};
use crate::record::Tables;
use crate::symbol::Symbol;
use crate::tables::{CodeBasis, Issue, RollCallIssue};

/// Published codes by resolution, as the bits of [`Issue::bit`].
#[derive(Debug, Default)]
pub struct PublishedCodes(HashMap<Symbol, u8>);

impl PublishedCodes {
    /// Reads the gathered list: a row a resolution, with six flags that are empty where nobody coded it.
    ///
    /// # Errors
    /// A symbol or a flag that cannot be read.
    pub fn read(file: &str, bytes: &[u8]) -> Result<Self, ImportError> {
        const NEEDED: [&str; 7] = ["resolution", "me", "nu", "di", "hr", "co", "ec"];
        let table = CsvTable::open(file, bytes, b',', &NEEDED)?;
        let mut codes = HashMap::new();
        table.each(|row| {
            if let Some(bits) = flags(row)? {
                let cell = row.cell("resolution");
                let symbol = Symbol::parse(cell.required()?)
                    .ok_or_else(|| cell.error("is no resolution's symbol"))?;
                codes.insert(symbol, bits);
            }
            Ok(())
        })?;
        Ok(PublishedCodes(codes))
    }

    /// Adds the codes to roll calls that have none; returns to how many.
    pub fn add_to(&self, tables: &mut Tables) -> usize {
        let mut added = 0;
        for call in tables.roll_calls.iter_mut().filter(|r| r.coded.is_none()) {
            let symbol = call.symbol.as_deref().and_then(Symbol::parse);
            let Some(bits) = symbol.and_then(|s| self.0.get(&s)) else {
                continue;
            };
            call.coded = Some(CodeBasis::Published);
            added += 1;
            let on = Issue::ALL.iter().filter(|issue| bits & issue.bit() != 0);
            tables
                .roll_call_issues
                .extend(on.map(|issue| RollCallIssue {
                    rcid: call.rcid,
                    issue: *issue,
                    basis: CodeBasis::Published,
                }));
        }
        added
    }
}

fn flags(row: &Row<'_>) -> Result<Option<u8>, ImportError> {
    let mut bits = None;
    for issue in Issue::ALL {
        if let Some(on) = row.cell(issue.as_str()).optional_flag()? {
            let bit = if on { issue.bit() } else { 0 };
            bits = Some(bits.unwrap_or(0) | bit);
        }
    }
    Ok(bits)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::tables::RollCall;

    #[test]
    fn codes_join_the_roll_call_of_their_symbol() {
        let codes = PublishedCodes::read(
            "c",
            b"resolution,me,nu,di,hr,co,ec\nA/RES/75/20,1,0,0,0,0,0\nA/RES/79/1,,,,,,\nA/RES/75/21,0,0,0,0,0,0\n",
        )
        .unwrap();
        let call = |rcid, symbol: &str| RollCall {
            symbol: Some(symbol.to_owned()),
            ..RollCall::plain(rcid, 75, date(2020, 12, 2))
        };
        let mut tables = Tables {
            roll_calls: vec![
                call(1, "A/RES/75/20"),
                call(2, "A/RES/79/1"),
                call(3, "75/21"),
            ],
            ..Tables::default()
        };
        assert_eq!(codes.add_to(&mut tables), 2);
        let coded: Vec<bool> = tables
            .roll_calls
            .iter()
            .map(|r| r.coded.is_some())
            .collect();
        assert_eq!(coded, [true, false, true]);
        let issues: Vec<(u32, Issue)> = tables
            .roll_call_issues
            .iter()
            .map(|i| (i.rcid, i.issue))
            .collect();
        assert_eq!(issues, [(1, Issue::MiddleEast)]);
    }
}
