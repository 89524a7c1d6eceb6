//! Changing a directory of evidence: all at once, by one writer at a time.
//!
//! 1. A lock on `.lock` is taken. What an earlier writer has left is put in order: new tables that
//!    `sources.toml` names take their places, others are removed.
//! 2. The new tables are written under names of their own, and are on the disk.
//! 3. The new `sources.toml` takes the place of the old one. This one step is the change.
//! 4. The new tables take their places.
//!
//! A writer who is killed before step 3 has changed nothing, after it everything: who opens the directory
//! looks for the new table first ([`crate::directory`]).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use entente_doors::file::{self, Access};
use entente_doors::lock::Lock;

use crate::bundle::sha256;
use crate::directory::{Directory, MANIFEST, failed, file_name, is_new_name, new_name};
use crate::error::EvidenceError;
use crate::identity::{Identity, RecordOf, identify};
use crate::import::Kind;
use crate::layers::Evidence;
use crate::record::{ForEachTable, Record, TableId, Tables};
use crate::seats;
use crate::sources::{RawFile, Source, Sources};
use crate::table_file::parquet_bytes;

/// The file that is locked while a directory is written.
const LOCK: &str = ".lock";

/// Writes every table that has rows into a directory, with `sources.toml` beside them.
///
/// `raw` names the publishers' files behind each table, with the words of their formats. Votes are put to the
/// states that held the seats on the days of the roll calls. Rows are sorted by key, so the same rows give the
/// same bytes. Tables of `dir` that `tables` lacks stay, with their sources.
/// `waiting` is called if somebody else is writing there.
///
/// # Errors
/// If a file cannot be written, or `sources.toml` cannot be read. Then the directory is as it was.
pub fn write_tables(
    dir: &Path,
    tables: &mut Tables,
    raw: &[(TableId, &str, RawFile)],
    waiting: impl FnOnce(),
) -> Result<Sources, EvidenceError> {
    seats::settle(&mut tables.votes, || {
        Ok::<_, EvidenceError>(&tables.roll_calls)
    })?;
    let files = encoded(tables)?;
    let descriptions = Sources::descriptions()?;
    let described = |table: TableId| {
        raw.iter()
            .filter(|(t, _, _)| *t == table)
            .filter_map(|(_, format, file)| {
                let source = descriptions.described(table, format)?;
                Some(Source {
                    raw: vec![file.clone()],
                    ..source
                })
            })
            .reduce(Source::and)
    };
    let writer = Writer::begin(dir, waiting)?;
    let present = Directory::open(dir)?;
    let mut sources = present.sources().clone();
    adopt(&present, &mut sources)?;
    for file in &files {
        if let Some(source) = described(file.table) {
            sources.put(file.described(source));
        }
    }
    writer.change(&files, &sources)?;
    Ok(sources)
}

/// What became of a file that was added to a directory of evidence.
#[derive(Debug, Default)]
pub struct Added {
    /// For each table the rows read and the rows there now.
    pub counts: Vec<(TableId, usize, usize)>,
    /// Which roll calls the embedded record or the directory had already; `None` where the file has none.
    pub identity: Option<Identity>,
}

/// Adds what was read from one file to a directory of evidence, all or nothing.
///
/// Rows with the key of a row that is there replace it. Roll calls that the embedded record or the directory
/// has already ([`identity`](crate::identity)) take the number that they have there; those of the directory
/// stay as they are. `finish` is given what was known, and the file's rows with their numbers, to complete
/// them before they are written; it is not called for a file without roll calls. `waiting` is called if somebody else is writing there; what they write is read before
/// anything is added to it.
///
/// # Errors
/// If the directory's tables cannot be read or written. Then the directory is as it was.
pub fn add_tables(
    dir: &Path,
    mut fresh: Tables,
    kind: Kind,
    raw: &RawFile,
    waiting: impl FnOnce(),
    finish: impl FnOnce(&Evidence, &mut Tables) -> Result<(), EvidenceError>,
) -> Result<Added, EvidenceError> {
    let writer = Writer::begin(dir, waiting)?;
    let present = Directory::open(dir)?;
    present.check_listed()?;
    let identity = match fresh.roll_calls.is_empty() {
        true => None,
        false => {
            let known = known(dir)?;
            let identity = take_known_numbers(&known, &mut fresh)?;
            finish(&known, &mut fresh)?;
            Some(identity)
        }
    };
    crate::assemble::settle_kinds(&mut fresh);
    let mut sources = present.sources().clone();
    adopt(&present, &mut sources)?;
    let mut merge = Merge {
        read: counted(&fresh),
        evidence: Evidence::adding(present, fresh)?,
        merged: Tables::default(),
        counts: Vec::new(),
    };
    merge.every()?;
    let files = encoded(&mut merge.merged)?;
    let descriptions = Sources::descriptions()?;
    for file in &files {
        let new = descriptions
            .described(file.table, kind.as_str())
            .map(|source| Source {
                raw: vec![raw.clone()],
                ..source
            });
        let before = sources.get(file.table).cloned();
        if let Some(source) = before.into_iter().chain(new).reduce(Source::and) {
            sources.put(file.described(source));
        }
    }
    writer.change(&files, &sources)?;
    Ok(Added {
        counts: merge.counts,
        identity,
    })
}

/// The embedded record, with what the directory has on top.
fn known(dir: &Path) -> Result<Evidence, EvidenceError> {
    match Directory::open(dir)?.is_empty() {
        true => Evidence::embedded(),
        false => Evidence::open(dir, true),
    }
}

/// Gives roll calls that are known the number under which they are known.
fn take_known_numbers(known: &Evidence, fresh: &mut Tables) -> Result<Identity, EvidenceError> {
    let identity = identify(
        RecordOf {
            roll_calls: known.all()?,
            votes: known.all()?,
        },
        RecordOf {
            roll_calls: &fresh.roll_calls,
            votes: &fresh.votes,
        },
    );
    fresh.renumber(|rcid| identity.same.get(&rcid).map_or(rcid, |(known, _)| *known));
    Ok(identity)
}

/// Where the directory had no `sources.toml`, its tables come into the one that it gets, with the checksums
/// that they have now.
fn adopt(present: &Directory, sources: &mut Sources) -> Result<(), EvidenceError> {
    if present.is_listed() {
        return Ok(());
    }
    for source in &mut sources.tables {
        let Some(table) = TableId::from_name(&source.name) else {
            continue;
        };
        if let Some(bytes) = present.unchecked(table)? {
            source.sha256 = sha256(&bytes);
            source.version = "not stated".to_owned();
        }
    }
    Ok(())
}

/// The right to change a directory.
struct Writer {
    dir: PathBuf,
    _lock: Lock,
}

impl Writer {
    fn begin(dir: &Path, waiting: impl FnOnce()) -> Result<Self, EvidenceError> {
        file::folder(dir, Access::Usual).map_err(failed(dir))?;
        let lock = dir.join(LOCK);
        let writer = Writer {
            dir: dir.to_owned(),
            _lock: Lock::take(&lock, waiting).map_err(failed(&lock))?,
        };
        writer.put_in_order()?;
        Ok(writer)
    }

    /// Ends what an earlier writer had begun.
    fn put_in_order(&self) -> Result<(), EvidenceError> {
        let present = Directory::open(&self.dir)?;
        self.settle(present.sources())?;
        file::remove_parts(&self.dir, |name| name == MANIFEST || is_new_name(name))
            .map_err(failed(&self.dir))?;
        for entry in std::fs::read_dir(&self.dir).map_err(failed(&self.dir))? {
            let path = entry.map_err(failed(&self.dir))?.path();
            let name = path.file_name().and_then(|name| name.to_str());
            if name.is_some_and(is_new_name) {
                file::remove(&path).map_err(failed(&path))?;
            }
        }
        Ok(())
    }

    /// Gives the new tables that `sources.toml` names their places.
    fn settle(&self, sources: &Sources) -> Result<(), EvidenceError> {
        for source in &sources.tables {
            let (Some(table), Some(new)) = (TableId::from_name(&source.name), new_name(source))
            else {
                continue;
            };
            let new = self.dir.join(new);
            if new.exists() {
                file::rename(&new, &self.dir.join(file_name(table))).map_err(failed(&new))?;
            }
        }
        Ok(())
    }

    fn change(&self, files: &[File], sources: &Sources) -> Result<(), EvidenceError> {
        let manifest = self.dir.join(MANIFEST);
        let mut written = Vec::new();
        let outcome = files
            .iter()
            .filter_map(|file| {
                let new = sources.get(file.table).and_then(new_name)?;
                Some((self.dir.join(new), file.bytes.as_slice()))
            })
            .try_for_each(|(name, bytes)| {
                written.push(name.clone());
                file::write(&name, bytes, Access::Usual).map_err(failed(&name))
            })
            .and_then(|()| {
                let list = sources.to_toml()?;
                file::write(&manifest, list.as_bytes(), Access::Usual).map_err(failed(&manifest))
            });
        if let Err(error) = outcome {
            // What cannot be removed now goes with the next change.
            for name in &written {
                let _ = file::remove(name);
            }
            return Err(error);
        }
        self.settle(sources)
    }
}

/// A table as it will be written.
struct File {
    table: TableId,
    bytes: Vec<u8>,
    rows: usize,
}

impl File {
    /// Its entry in `sources.toml`.
    fn described(&self, source: Source) -> Source {
        Source {
            rows: self.rows,
            sha256: sha256(&self.bytes),
            ..source
        }
    }
}

/// How many rows each table has.
fn counted(tables: &Tables) -> BTreeMap<TableId, usize> {
    struct Count<'t> {
        tables: &'t Tables,
        rows: BTreeMap<TableId, usize>,
    }
    impl ForEachTable for Count<'_> {
        type Error = std::convert::Infallible;
        fn table<R: Record>(&mut self) -> Result<(), Self::Error> {
            self.rows.insert(R::TABLE, R::of(self.tables).len());
            Ok(())
        }
    }
    let mut count = Count {
        tables,
        rows: BTreeMap::new(),
    };
    let Ok(()) = count.every();
    count.rows
}

/// Tables of a directory with fresh rows merged in; only tables that have fresh rows.
struct Merge {
    read: BTreeMap<TableId, usize>,
    evidence: Evidence,
    merged: Tables,
    counts: Vec<(TableId, usize, usize)>,
}

impl ForEachTable for Merge {
    type Error = EvidenceError;
    fn table<R: Record>(&mut self) -> Result<(), EvidenceError> {
        let new = self.read.get(&R::TABLE).copied().unwrap_or(0);
        if new > 0 {
            let rows = self.evidence.all::<R>()?.to_vec();
            self.counts.push((R::TABLE, new, rows.len()));
            *R::of_mut(&mut self.merged) = rows;
        }
        Ok(())
    }
}

/// The tables that have rows, sorted by key, as Parquet.
fn encoded(tables: &mut Tables) -> Result<Vec<File>, EvidenceError> {
    struct Encode<'a> {
        tables: &'a mut Tables,
        files: Vec<File>,
    }
    impl ForEachTable for Encode<'_> {
        type Error = EvidenceError;
        fn table<R: Record>(&mut self) -> Result<(), EvidenceError> {
            let rows = R::of_mut(self.tables);
            if rows.is_empty() {
                return Ok(());
            }
            rows.sort_by_cached_key(Record::key);
            let bytes = parquet_bytes(rows).map_err(|reason| EvidenceError::Parquet {
                place: R::TABLE.to_string(),
                reason,
            })?;
            self.files.push(File {
                table: R::TABLE,
                bytes,
                rows: rows.len(),
            });
            Ok(())
        }
    }
    let mut encode = Encode {
        tables,
        files: Vec::new(),
    };
    encode.every()?;
    Ok(encode.files)
}
