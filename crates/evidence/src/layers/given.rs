//! Which layers gave rows that can be read on a date: only these are named as sources.

use std::collections::HashSet;

use jiff::civil::Date;

use super::Evidence;
use crate::error::EvidenceError;
use crate::record::{Record, TableId};
use crate::sources::Source;
use crate::tables::RollCall;

impl Evidence {
    /// Where the rows of a table come from that can be read on a date: of several layers those that gave
    /// any, the earlier first. A single layer is named in any case.
    ///
    /// # Errors
    /// If a layer cannot be read.
    pub(crate) fn sources_on<R: Record>(&self, date: Date) -> Result<Vec<Source>, EvidenceError> {
        let given = match self.layers.len() {
            0 | 1 => vec![true],
            _ => self.layers_given::<R>(date)?,
        };
        let named = self.sources.iter().zip(given);
        let named = named.filter_map(|(sources, gave)| sources.get(R::TABLE).filter(|_| gave));
        Ok(named.cloned().collect())
    }

    /// Layer by layer, whether some row of it is among those that can be read on a date.
    fn layers_given<R: Record>(&self, date: Date) -> Result<Vec<bool>, EvidenceError> {
        // What hangs on roll calls is as many rows as there are votes; the roll calls tell the same.
        if matches!(
            R::TABLE,
            TableId::RollCall | TableId::Vote | TableId::RollCallIssue | TableId::Repeat
        ) {
            let kept = self.merge_report()?;
            let layers = self.layers.iter().enumerate();
            return layers
                .map(|(depth, layer)| {
                    let own = layer.rows::<RollCall>()?;
                    let codes = |row: &RollCall| {
                        let given = kept.coded.values().any(|by| *by == (depth, row.rcid));
                        R::TABLE == TableId::RollCallIssue && given
                    };
                    let gave = |row: &RollCall| !kept.repeats(depth, row) || codes(row);
                    Ok(own.iter().any(|row| row.known_from() <= date && gave(row)))
                })
                .collect();
        }
        // From the last layer to the first: a row counts unless a later layer has one with its key.
        let mut taken: HashSet<R::Key> = HashSet::new();
        let mut given = vec![false; self.layers.len()];
        for (layer, gave) in self.layers.iter().zip(&mut given).rev() {
            let own = layer.rows::<R>()?;
            *gave = own
                .iter()
                .any(|row| row.known_from() <= date && !taken.contains(&row.key()));
            taken.extend(own.iter().map(Record::key));
        }
        Ok(given)
    }
}
