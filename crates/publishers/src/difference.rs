//! What a new layer changes in the evidence.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use entente_evidence::{AsOf, EvidenceError, ForEachTable, Record, Resolution, TableId};
use jiff::civil::Date;
use serde::Serialize;

/// What is different in the evidence after a change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Tables of which a row is different.
    pub tables: Vec<TableChange>,
    /// Roll calls that nobody knew.
    pub roll_calls: Vec<NewRollCall>,
    /// Symbols of resolutions of which something else is told than before.
    pub changed_resolutions: Vec<String>,
}

/// How many rows of a table are different.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct TableChange {
    /// The table.
    pub table: TableId,
    /// Rows that there were not.
    pub added: usize,
    /// Rows that say something else.
    pub changed: usize,
    /// Rows that are no more.
    pub vanished: usize,
}

/// A roll call that nobody knew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NewRollCall {
    /// Its symbol; empty where it has none.
    pub symbol: Option<String>,
    /// The day of the vote.
    pub date: Date,
    /// The session.
    pub session: u16,
    /// Its title.
    pub title: Option<String>,
}

impl Difference {
    /// What is different in some tables.
    ///
    /// # Errors
    /// If a table cannot be read.
    pub fn between(
        before: &AsOf<'_>,
        after: &AsOf<'_>,
        tables: &BTreeSet<TableId>,
    ) -> Result<Self, EvidenceError> {
        let mut compare = Compare {
            before,
            after,
            found: Difference::default(),
        };
        for table in tables {
            compare.only(*table)?;
        }
        compare.resolutions(tables)?;
        compare.roll_calls(tables)?;
        Ok(compare.found)
    }

    /// Whether nothing is different.
    pub fn is_empty(&self) -> bool {
        self.tables.is_empty()
    }
}

struct Compare<'c, 'b, 'a> {
    before: &'c AsOf<'b>,
    after: &'c AsOf<'a>,
    found: Difference,
}

impl ForEachTable for Compare<'_, '_, '_> {
    type Error = EvidenceError;

    fn table<R: Record>(&mut self) -> Result<(), EvidenceError> {
        let mut rest: HashMap<R::Key, Cow<'_, R>> = self
            .before
            .rows::<R>()?
            .map(|row| (row.key(), row))
            .collect();
        let (mut added, mut changed) = (0, 0);
        for row in self.after.rows::<R>()? {
            match rest.remove(&row.key()) {
                None => added += 1,
                Some(known) => changed += usize::from(known != row),
            }
        }
        let vanished = rest.len();
        if added + changed + vanished > 0 {
            self.found.tables.push(TableChange {
                table: R::TABLE,
                added,
                changed,
                vanished,
            });
        }
        Ok(())
    }
}

impl Compare<'_, '_, '_> {
    fn resolutions(&mut self, tables: &BTreeSet<TableId>) -> Result<(), EvidenceError> {
        if !tables.contains(&TableId::Resolution) {
            return Ok(());
        }
        let known = by_symbol(self.before)?;
        let rows = self.after.rows::<Resolution>()?;
        let changed = rows.filter(|r| known.get(&r.symbol).is_some_and(|k| k != r));
        self.found.changed_resolutions = changed.map(|r| r.symbol.clone()).collect();
        self.found.changed_resolutions.sort();
        Ok(())
    }

    fn roll_calls(&mut self, tables: &BTreeSet<TableId>) -> Result<(), EvidenceError> {
        if !tables.contains(&TableId::RollCall) {
            return Ok(());
        }
        let known: BTreeSet<u32> = self
            .before
            .roll_calls()?
            .iter()
            .map(|v| v.roll_call.rcid)
            .collect();
        let titles = by_symbol(self.after)?;
        let calls = self.after.roll_calls()?.iter().map(|view| view.roll_call);
        let new = calls.filter(|call| !known.contains(&call.rcid));
        self.found.roll_calls = new
            .map(|call| {
                let named = call.symbol.as_ref().and_then(|symbol| titles.get(symbol));
                NewRollCall {
                    symbol: call.symbol.clone(),
                    date: call.date,
                    session: call.session,
                    title: call.title.clone().or_else(|| named?.title.clone()),
                }
            })
            .collect();
        self.found
            .roll_calls
            .sort_by(|a, b| (a.date, &a.symbol).cmp(&(b.date, &b.symbol)));
        Ok(())
    }
}

/// Resolutions by symbol.
pub(crate) fn by_symbol<'e>(
    as_of: &AsOf<'e>,
) -> Result<HashMap<String, Cow<'e, Resolution>>, EvidenceError> {
    Ok(as_of
        .rows::<Resolution>()?
        .map(|r| (r.symbol.clone(), r))
        .collect())
}
