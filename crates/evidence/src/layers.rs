//! Evidence from one or several bundles, the later on top of the earlier.

mod given;

use std::any::Any;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;
use std::sync::OnceLock;

use jiff::civil::Date;

use crate::as_of::AsOf;
use crate::bundle::Bundle;
use crate::directory::Directory;
use crate::error::EvidenceError;
use crate::record::{Record, Slots, TableId, Tables};
use crate::seats;
use crate::sources::{Source, Sources};
use crate::symbol::Symbol;
use crate::tables::{CodeBasis, RollCall, RollCallIssue, Vote};

/// All the evidence at hand. It is read as of a date, through [`Evidence::as_of`], and not otherwise.
#[derive(Debug)]
pub struct Evidence {
    layers: Vec<Layer>,
    sources: Vec<Sources>,
    slots: Slots,
    merged: OnceLock<MergeReport>,
}

#[derive(Debug)]
enum Layer {
    Bundle(Bundle),
    Memory(Box<Tables>),
}

/// What became of roll calls that more than one layer holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MergeReport {
    /// Roll calls of a later layer that an earlier one already had: (later layer, its rcid) → rcid kept.
    pub duplicates: BTreeMap<(usize, u32), u32>,
    /// Those of them whose published codes of issues take the place of codes by rule, or of none: rcid kept →
    /// (later layer, its rcid).
    pub coded: BTreeMap<u32, (usize, u32)>,
}

impl Evidence {
    /// The evidence in the program.
    ///
    /// # Errors
    /// If the embedded list of sources is damaged, which a test rules out.
    pub fn embedded() -> Result<Self, EvidenceError> {
        Self::layered(vec![Layer::Bundle(Bundle::Embedded)])
    }

    /// The evidence of a directory, on top of the embedded evidence or instead of it.
    ///
    /// # Errors
    /// If the directory holds no evidence, its list of sources is damaged, or its tables are not those that
    /// it lists.
    pub fn open(dir: &Path, on_top: bool) -> Result<Self, EvidenceError> {
        let directory = Directory::open(dir)?;
        if directory.is_empty() {
            return Err(EvidenceError::Empty {
                path: dir.to_owned(),
            });
        }
        directory.check_listed()?;
        let own = Layer::Bundle(Bundle::Directory(directory));
        Self::layered(if on_top {
            vec![Layer::Bundle(Bundle::Embedded), own]
        } else {
            vec![own]
        })
    }

    /// Evidence from tables in memory.
    pub fn from_tables(tables: Tables) -> Self {
        Evidence {
            layers: vec![Layer::Memory(Box::new(tables))],
            sources: vec![Sources::descriptions().unwrap_or_default()],
            slots: Slots::default(),
            merged: OnceLock::new(),
        }
    }

    /// A directory's evidence with tables on top of it, to be written back as one.
    pub(crate) fn adding(directory: Directory, fresh: Tables) -> Result<Self, EvidenceError> {
        Self::layered(vec![
            Layer::Bundle(Bundle::Directory(directory)),
            Layer::Memory(Box::new(fresh)),
        ])
    }

    fn layered(layers: Vec<Layer>) -> Result<Self, EvidenceError> {
        let sources = layers
            .iter()
            .map(|layer| match layer {
                Layer::Bundle(bundle) => bundle.sources(),
                Layer::Memory(_) => Ok(Sources::default()),
            })
            .collect::<Result<_, _>>()?;
        Ok(Evidence {
            layers,
            sources,
            slots: Slots::default(),
            merged: OnceLock::new(),
        })
    }

    /// The evidence as it could be read on a date: the one way in.
    pub fn as_of(&self, date: Date) -> AsOf<'_> {
        AsOf::new(self, date)
    }

    /// Where a table comes from; where several layers have it, all that they name.
    pub fn source(&self, table: TableId) -> Option<Source> {
        self.sources
            .iter()
            .filter_map(|s| s.get(table))
            .cloned()
            .reduce(Source::and)
    }

    /// The last day about which the evidence says anything, all tables but forecasts taken together:
    /// the default date of reading.
    ///
    /// # Errors
    /// If the roll calls or contacts cannot be read.
    pub fn latest(&self) -> Result<Date, EvidenceError> {
        let roll_calls = self.all::<RollCall>()?.iter().map(Record::known_from).max();
        let contacts = self
            .all::<crate::tables::Contact>()?
            .iter()
            .map(Record::known_from)
            .max();
        Ok(roll_calls
            .max(contacts)
            .unwrap_or(jiff::civil::date(1945, 10, 24)))
    }

    /// What became of roll calls that several layers hold.
    ///
    /// # Errors
    /// If the roll calls cannot be read.
    pub fn merge_report(&self) -> Result<&MergeReport, EvidenceError> {
        if self.merged.get().is_none() {
            let report = self.merge_roll_calls()?;
            let _ = self.merged.set(report);
        }
        Ok(self.merged.get_or_init(MergeReport::default))
    }

    /// Every row of a table, later ones included. Only this crate may look: others read as of a date.
    pub(crate) fn all<R: Record>(&self) -> Result<&[R], EvidenceError> {
        let slot = R::slot(&self.slots);
        if slot.get().is_none() {
            let rows = self.load::<R>()?;
            let _ = slot.set(rows);
        }
        Ok(slot.get().map_or(&[], Vec::as_slice))
    }

    fn load<R: Record>(&self) -> Result<Vec<R>, EvidenceError> {
        let mut rows: Vec<R> = Vec::new();
        for (depth, layer) in self.layers.iter().enumerate() {
            let own = layer.rows::<R>()?;
            if depth == 0 || own.is_empty() {
                rows.extend(own);
            } else if R::TABLE == TableId::RollCall || own[0].roll_calls().is_some() {
                let known = self.merge_report()?;
                rows.extend(own.into_iter().filter(|row| !known.repeats(depth, row)));
            } else {
                overlay(&mut rows, own);
            }
        }
        if self.layers.len() > 1 {
            self.put_codes(&mut rows)?;
        }
        seats::settle(&mut rows, || self.all::<RollCall>())?;
        Ok(rows)
    }

    /// Puts published codes of later layers on roll calls that an earlier layer has without them.
    fn put_codes(&self, rows: &mut dyn Any) -> Result<(), EvidenceError> {
        if let Some(calls) = rows.downcast_mut::<Vec<RollCall>>() {
            let coded = &self.merge_report()?.coded;
            for call in calls.iter_mut().filter(|c| coded.contains_key(&c.rcid)) {
                call.coded = Some(CodeBasis::Published);
            }
        } else if let Some(issues) = rows.downcast_mut::<Vec<RollCallIssue>>() {
            let coded = &self.merge_report()?.coded;
            issues.retain(|row| !coded.contains_key(&row.rcid));
            for (depth, layer) in self.layers.iter().enumerate().skip(1) {
                let own = layer.rows::<RollCallIssue>()?;
                for (kept, (_, rcid)) in coded.iter().filter(|(_, (of, _))| *of == depth) {
                    let codes = own.iter().filter(|row| row.rcid == *rcid);
                    issues.extend(codes.map(|row| RollCallIssue {
                        rcid: *kept,
                        ..row.clone()
                    }));
                }
            }
        }
        Ok(())
    }

    /// Finds the roll calls of later layers that an earlier layer already has: the same `rcid`, or
    /// the same resolution symbol on the same day (the same month, where the day is not recorded).
    fn merge_roll_calls(&self) -> Result<MergeReport, EvidenceError> {
        let mut report = MergeReport::default();
        let mut known: Vec<RollCall> = Vec::new();
        for (depth, layer) in self.layers.iter().enumerate() {
            let own = layer.rows::<RollCall>()?;
            let by_rcid: HashSet<u32> = known.iter().map(|r| r.rcid).collect();
            let without = known
                .iter()
                .filter(|r| r.coded != Some(CodeBasis::Published));
            let uncoded: HashSet<u32> = without.map(|r| r.rcid).collect();
            let mut by_symbol: HashMap<Symbol, Vec<&RollCall>> = HashMap::new();
            for roll_call in &known {
                if let Some(symbol) = roll_call.symbol.as_deref().and_then(Symbol::parse) {
                    by_symbol.entry(symbol).or_default().push(roll_call);
                }
            }
            let mut fresh = Vec::new();
            for roll_call in own {
                let same = if by_rcid.contains(&roll_call.rcid) {
                    Some(roll_call.rcid)
                } else {
                    roll_call
                        .symbol
                        .as_deref()
                        .and_then(Symbol::parse)
                        .and_then(|symbol| by_symbol.get(&symbol))
                        .and_then(|candidates| candidates.iter().find(|c| same_vote(c, &roll_call)))
                        .map(|c| c.rcid)
                };
                match same {
                    Some(kept) => {
                        if roll_call.coded == Some(CodeBasis::Published) && uncoded.contains(&kept)
                        {
                            let codes = (depth, roll_call.rcid);
                            report.coded.entry(kept).or_insert(codes);
                        }
                        report.duplicates.insert((depth, roll_call.rcid), kept);
                    }
                    None => fresh.push(roll_call),
                }
            }
            known.extend(fresh);
        }
        Ok(report)
    }

    /// How many votes of a later layer differ from the ones kept, on roll calls that both have.
    ///
    /// # Errors
    /// If votes cannot be read.
    pub fn votes_that_differ(&self) -> Result<usize, EvidenceError> {
        let report = self.merge_report()?;
        let kept: HashMap<(u32, entente_states::Ccode), u8> = self
            .all::<Vote>()?
            .iter()
            .map(|v| ((v.rcid, v.ccode), v.vote))
            .collect();
        let mut differing = 0;
        for (depth, layer) in self.layers.iter().enumerate().skip(1) {
            let (mut votes, roll_calls) = (layer.rows::<Vote>()?, layer.rows::<RollCall>()?);
            seats::settle(&mut votes, || Ok::<_, EvidenceError>(&roll_calls))?;
            for vote in votes {
                let Some(rcid) = report.duplicates.get(&(depth, vote.rcid)) else {
                    continue;
                };
                // An absence the earlier source does not record is no difference.
                let before = kept.get(&(*rcid, vote.ccode)).copied().unwrap_or(8);
                differing += usize::from(before != vote.vote);
            }
        }
        Ok(differing)
    }
}

impl MergeReport {
    fn repeats<R: Record>(&self, depth: usize, row: &R) -> bool {
        let rcids = row.roll_calls();
        match rcids {
            Some(rcids) => rcids
                .iter()
                .any(|rcid| self.duplicates.contains_key(&(depth, *rcid))),
            None => (row as &dyn std::any::Any)
                .downcast_ref::<RollCall>()
                .is_some_and(|r| self.duplicates.contains_key(&(depth, r.rcid))),
        }
    }
}

fn same_vote(kept: &RollCall, new: &RollCall) -> bool {
    let part = |r: &RollCall| r.amendment == Some(true) || r.paragraph == Some(true);
    let days = kept.day_known && new.day_known;
    part(kept) == part(new)
        && kept.date.year() == new.date.year()
        && kept.date.month() == new.date.month()
        && (!days || kept.date == new.date)
}

/// Puts a later layer's rows on top: of two rows with one key, the later layer's stands.
fn overlay<R: Record>(rows: &mut Vec<R>, own: Vec<R>) {
    let keys: HashSet<R::Key> = own.iter().map(Record::key).collect();
    rows.retain(|row| !keys.contains(&row.key()));
    rows.extend(own);
}

impl Layer {
    fn rows<R: Record>(&self) -> Result<Vec<R>, EvidenceError> {
        match self {
            Layer::Bundle(bundle) => bundle.rows::<R>(),
            Layer::Memory(tables) => Ok(R::of(tables).clone()),
        }
    }
}
