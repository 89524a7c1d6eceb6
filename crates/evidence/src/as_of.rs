//! Reading evidence as of a date: the one way in.
//!
//! Nothing that lies after the date is shown, and what a reader sees does not depend on it: later
//! rows may be missing, shuffled or wrong without changing one bit of what is read here.

use std::any::{Any, TypeId};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use entente_states::Ccode;
use jiff::civil::Date;

use crate::error::EvidenceError;
use crate::layers::Evidence;
use crate::record::{Record, TableId};
use crate::rhythm::Rhythm;
use crate::sources::Source;
use crate::tables::{Election, ElectionKind, Issue, RecordSource, RollCall, RollCallIssue, Vote};

/// The evidence as it could be read on a date.
#[derive(Debug)]
pub struct AsOf<'e> {
    evidence: &'e Evidence,
    date: Date,
    roll_calls: OnceLock<Vec<RollCallView<'e>>>,
    votes: OnceLock<VoteMatrix>,
    worked_out: Mutex<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>,
}

/// A roll call with its coded issues.
#[derive(Clone, Debug, PartialEq)]
pub struct RollCallView<'e> {
    /// The roll call.
    pub roll_call: &'e RollCall,
    /// Its coded issues, as the bits of [`Issue::bit`].
    pub issues: u8,
}

impl RollCallView<'_> {
    /// Whether the roll call is coded with an issue.
    pub fn has(&self, issue: Issue) -> bool {
        self.issues & issue.bit() != 0
    }
}

/// The votes of all states on all roll calls known on a date.
///
/// Row by row a state's votes lie together, in the order of [`AsOf::roll_calls`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VoteMatrix {
    states: Vec<Ccode>,
    roll_calls: usize,
    votes: Vec<u8>,
}

impl VoteMatrix {
    /// The states that cast at least one vote, by COW number.
    pub fn states(&self) -> &[Ccode] {
        &self.states
    }

    /// A state's vote on each roll call: 1 yes, 2 abstain, 3 no, 8 absent by the source's own word,
    /// 0 no vote on record. `None` for a state that never voted.
    pub fn votes_of(&self, state: Ccode) -> Option<&[u8]> {
        let i = self.states.binary_search(&state).ok()?;
        self.votes
            .get(i * self.roll_calls..(i + 1) * self.roll_calls)
    }
}

/// A table as it was used: how far it reaches, and where it comes from.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct TableUse {
    /// The table.
    pub table: TableId,
    /// What it holds.
    pub title: String,
    /// The last day of which it tells, read as of the date; empty if it tells of none.
    pub horizon: Option<Date>,
    /// Publisher.
    pub publisher: String,
    /// The work to cite.
    pub citation: String,
    /// The same as BibTeX; several works one after the other.
    pub bibtex: String,
    /// Edition.
    pub version: String,
    /// Licence.
    pub licence: String,
    /// How often its publisher brings out records; empty where nobody has said.
    #[serde(skip)]
    pub rhythm: Option<Rhythm>,
}

impl<'e> AsOf<'e> {
    pub(crate) fn new(evidence: &'e Evidence, date: Date) -> Self {
        AsOf {
            evidence,
            date,
            roll_calls: OnceLock::new(),
            votes: OnceLock::new(),
            worked_out: Mutex::default(),
        }
    }

    /// What others work out of the evidence on this date, by its type: made when it is first asked for,
    /// and kept for as long as this reading. It must depend on nothing else.
    ///
    /// # Errors
    /// What `make` fails with; nothing is kept then.
    pub fn once<T: Any + Send + Sync, E>(
        &self,
        make: impl FnOnce() -> Result<T, E>,
    ) -> Result<Arc<T>, E> {
        // Nothing panics while the lock is held, and a map that is left as it was is sound.
        let kept = || {
            self.worked_out
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
        };
        let found = kept().get(&TypeId::of::<T>()).cloned();
        if let Some(found) = found.and_then(|f| f.downcast::<T>().ok()) {
            return Ok(found);
        }
        let made = Arc::new(make()?);
        kept().insert(
            TypeId::of::<T>(),
            Arc::clone(&made) as Arc<dyn Any + Send + Sync>,
        );
        Ok(made)
    }

    /// The same evidence as it could be read on an earlier date. A later date is not reached: it
    /// reads as of this one.
    #[must_use]
    pub fn earlier(&self, date: Date) -> AsOf<'e> {
        AsOf::new(self.evidence, date.min(self.date))
    }

    /// The date of reading.
    pub fn date(&self) -> Date {
        self.date
    }

    /// The rows of a table that can be read, each as it read on the date.
    ///
    /// # Errors
    /// If the table cannot be read.
    pub fn rows<R: Record>(&self) -> Result<impl Iterator<Item = Cow<'e, R>>, EvidenceError> {
        self.select(|_| true)
    }

    /// The rows of a table that `wanted` picks and that can be read, each as it read on the date.
    ///
    /// Cheaper than filtering [`AsOf::rows`] where a table is long and few rows are wanted. `wanted`
    /// sees rows as they stand in the table; it should look at keys only.
    ///
    /// # Errors
    /// If the table cannot be read.
    pub fn select<R: Record>(
        &self,
        wanted: impl Fn(&R) -> bool,
    ) -> Result<impl Iterator<Item = Cow<'e, R>>, EvidenceError> {
        let rows = self.evidence.all::<R>()?;
        let depends = rows.first().is_some_and(|r| r.roll_calls().is_some());
        let known: Vec<u32> = if depends {
            let mut rcids: Vec<u32> = self
                .roll_calls()?
                .iter()
                .map(|r| r.roll_call.rcid)
                .collect();
            rcids.sort_unstable();
            rcids
        } else {
            Vec::new()
        };
        let date = self.date;
        Ok(rows
            .iter()
            .filter(move |row| wanted(row))
            .filter_map(move |row| {
                let readable = row
                    .roll_calls()
                    .is_none_or(|rcids| rcids.iter().all(|id| known.binary_search(id).is_ok()));
                readable.then(|| row.on(date)).flatten()
            }))
    }

    /// The roll calls known on the date, by session, day and `rcid`, with their issues.
    ///
    /// # Errors
    /// If the roll calls or their issues cannot be read.
    pub fn roll_calls(&self) -> Result<&[RollCallView<'e>], EvidenceError> {
        if self.roll_calls.get().is_none() {
            let mut issues: HashMap<u32, u8> = HashMap::new();
            for coded in self.evidence.all::<RollCallIssue>()? {
                *issues.entry(coded.rcid).or_default() |= coded.issue.bit();
            }
            let mut views: Vec<RollCallView<'e>> = self
                .evidence
                .all::<RollCall>()?
                .iter()
                .filter(|r| r.known_from() <= self.date)
                .map(|roll_call| RollCallView {
                    roll_call,
                    issues: issues.get(&roll_call.rcid).copied().unwrap_or(0),
                })
                .collect();
            views.sort_by_key(|v| (v.roll_call.session, v.roll_call.date, v.roll_call.rcid));
            let _ = self.roll_calls.set(views);
        }
        Ok(self.roll_calls.get().map_or(&[], Vec::as_slice))
    }

    /// The votes on the roll calls known on the date.
    ///
    /// # Errors
    /// If the votes or roll calls cannot be read.
    pub fn votes(&self) -> Result<&VoteMatrix, EvidenceError> {
        if self.votes.get().is_none() {
            let matrix = self.scatter_votes()?;
            let _ = self.votes.set(matrix);
        }
        Ok(self.votes.get_or_init(VoteMatrix::default))
    }

    fn scatter_votes(&self) -> Result<VoteMatrix, EvidenceError> {
        let roll_calls = self.roll_calls()?;
        let mut columns: Vec<(u32, usize)> = roll_calls
            .iter()
            .enumerate()
            .map(|(i, v)| (v.roll_call.rcid, i))
            .collect();
        columns.sort_unstable();
        let mut rows: BTreeMap<Ccode, Vec<u8>> = BTreeMap::new();
        let mut state: Option<(Ccode, Vec<u8>)> = None;
        let mut place = 0;
        for vote in self.evidence.all::<Vote>()? {
            // Votes lie sorted by state and roll call, so the next one is mostly the next column.
            if columns.get(place).is_none_or(|c| c.0 != vote.rcid) {
                match columns.binary_search_by_key(&vote.rcid, |c| c.0) {
                    Ok(found) => place = found,
                    Err(_) => continue,
                }
            }
            if state.as_ref().is_none_or(|(code, _)| *code != vote.ccode) {
                if let Some((code, row)) = state.take() {
                    rows.insert(code, row);
                }
                let row = rows
                    .remove(&vote.ccode)
                    .unwrap_or_else(|| vec![0; roll_calls.len()]);
                state = Some((vote.ccode, row));
            }
            if let Some((_, row)) = &mut state {
                row[columns[place].1] = vote.vote;
            }
            place += 1;
        }
        rows.extend(state);
        Ok(VoteMatrix {
            states: rows.keys().copied().collect(),
            roll_calls: roll_calls.len(),
            votes: rows.into_values().flatten().collect(),
        })
    }

    /// The day on which the World Factbook was last read by the date, for the tables that are made of such
    /// readings; nothing before the first one, of 24 November 2020.
    pub fn snapshot(&self) -> Option<Date> {
        crate::snapshots::last_by(self.date)
    }

    /// Where the rows of a table come from that can be read on the date, one entry for each layer of the
    /// evidence that gave any; of a single layer its entry in any case.
    ///
    /// # Errors
    /// If a layer cannot be read.
    pub fn sources<R: Record>(&self) -> Result<Vec<Source>, EvidenceError> {
        let named = self.evidence.sources_on::<R>(self.date)?;
        if !matches!(R::TABLE, TableId::Vote | TableId::RollCall) {
            return Ok(named);
        }
        let calls = self.roll_calls()?.iter();
        let used: BTreeSet<RecordSource> = calls.map(|v| v.roll_call.source).collect();
        let of_used = |source: Source| source.of_used(R::TABLE, &used);
        Ok(named.into_iter().map(of_used).collect())
    }

    /// How far a table reaches on the date, and where it comes from: of several layers those that gave
    /// rows which can be read on it.
    ///
    /// # Errors
    /// If the table cannot be read.
    pub fn table_use<R: Record>(&self) -> Result<TableUse, EvidenceError> {
        let source = self.sources::<R>()?.into_iter().reduce(Source::and);
        let text = |f: fn(&Source) -> &String| source.as_ref().map(f).cloned().unwrap_or_default();
        Ok(TableUse {
            table: R::TABLE,
            title: text(|s| &s.title),
            horizon: self.horizon::<R>()?,
            publisher: text(|s| &s.publisher),
            citation: text(|s| &s.citation),
            bibtex: text(|s| &s.bibtex),
            version: text(|s| &s.version),
            licence: text(|s| &s.licence),
            rhythm: source.and_then(|s| s.rhythm),
        })
    }

    /// The last day of which a table tells, read as of the date. What hangs on roll calls tells of the day
    /// of the last one on which it has a row.
    fn horizon<R: Record>(&self) -> Result<Option<Date>, EvidenceError> {
        let date = self.date;
        let calls = |has: fn(&RollCallView<'_>) -> bool| {
            let calls = self.roll_calls()?.iter().filter(|v| has(v));
            Ok(calls.map(|v| v.roll_call.known_from()).max())
        };
        match R::TABLE {
            TableId::Vote => calls(|_| true),
            TableId::RollCallIssue => calls(|v| v.issues != 0),
            TableId::Repeat => {
                let repeated: HashSet<u32> = self
                    .rows::<R>()?
                    .filter_map(|row| row.roll_calls())
                    .flatten()
                    .collect();
                let calls = self.roll_calls()?.iter();
                let repeated = calls.filter(|v| repeated.contains(&v.roll_call.rcid));
                Ok(repeated.map(|v| v.roll_call.known_from()).max())
            }
            // Events around elections are dated ahead of the day on which they were listed.
            TableId::Election => {
                let rows = self.rows::<Election>()?;
                let told = rows.filter(|e| e.kind != ElectionKind::Other);
                Ok(told.map(|e| e.speaks_until(date)).max())
            }
            _ => Ok(self.rows::<R>()?.map(|r| r.speaks_until(date)).max()),
        }
    }
}
