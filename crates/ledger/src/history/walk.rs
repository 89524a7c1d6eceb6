//! Going along the histories of all parts together, in the order in which their rows were written.

use std::collections::VecDeque;

use super::{Stored, read};
use crate::LedgerError;
use crate::part::Part;
use crate::store::Tx;
use crate::viewer::Sight;

/// A walk along what a sight reaches. A few pages are in memory, never the whole.
pub(crate) struct Walk {
    parts: Vec<Ahead>,
}

/// What comes next of one part.
struct Ahead {
    part: Part,
    rows: VecDeque<(Stored, Option<i64>)>,
    last: i64,
    ended: bool,
}

impl Walk {
    pub(crate) async fn new(tx: &mut Tx, sight: Sight) -> Result<Walk, LedgerError> {
        let ahead = |part| Ahead {
            part,
            rows: VecDeque::new(),
            last: 0,
            ended: false,
        };
        let parts = read::parts(tx, sight).await?;
        let parts = parts.into_iter().map(ahead).collect();
        Ok(Walk { parts })
    }

    /// The next row, and the number of the version before it as the history has it.
    pub(crate) async fn next(
        &mut self,
        tx: &mut Tx,
    ) -> Result<Option<(Stored, Option<i64>)>, LedgerError> {
        for ahead in &mut self.parts {
            ahead.fill(tx).await?;
        }
        let first = self
            .parts
            .iter_mut()
            .filter(|ahead| !ahead.rows.is_empty())
            .min_by_key(|ahead| ahead.rows.front().map(|(stored, _)| stored.link.place()));
        Ok(first.and_then(|ahead| ahead.rows.pop_front()))
    }
}

impl Ahead {
    async fn fill(&mut self, tx: &mut Tx) -> Result<(), LedgerError> {
        if self.ended || !self.rows.is_empty() {
            return Ok(());
        }
        self.rows = read::page(tx, self.part, self.last).await?.into();
        match self.rows.back() {
            Some((last, _)) => self.last = last.link.seq,
            None => self.ended = true,
        }
        Ok(())
    }
}
