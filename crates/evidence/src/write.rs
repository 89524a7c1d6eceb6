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

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};

use entente_doors::file::{self, Access};
use entente_doors::lock::Lock;

use crate::bundle::{Bundle, sha256};
use crate::directory::{Directory, MANIFEST, failed, file_name, is_new_name, new_name};
use crate::error::EvidenceError;
use crate::identity::{Identity, RecordOf, identify};
use crate::import::Kind;
use crate::layers::Evidence;
use crate::record::{ForEachTable, Record, TableId, Tables};
use crate::seats;
use crate::sources::{RawFile, Source, Sources};
use crate::table_file::parquet_bytes;
use crate::tables::{CodeBasis, Resolution, RollCall};

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
    /// Known roll calls that got published codes of issues from the file, where they had codes by rule or none.
    pub coded: usize,
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
    fresh: Tables,
    kind: Kind,
    raw: &RawFile,
    waiting: impl FnOnce(),
    finish: impl FnOnce(&Evidence, &mut Tables) -> Result<(), EvidenceError>,
) -> Result<Added, EvidenceError> {
    add(dir, fresh, (kind, None), raw, waiting, finish)
}

/// Which edition a publisher's file is, where it is known: later than the one that the descriptions of the
/// tables tell of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The file, and its version.
    pub version: String,
    /// What it covers, in words.
    pub period: String,
}

/// As [`add_tables`], of a file whose edition is known.
///
/// # Errors
/// As [`add_tables`].
pub fn add_edition(
    dir: &Path,
    fresh: Tables,
    (kind, edition): (Kind, &Edition),
    raw: &RawFile,
    waiting: impl FnOnce(),
    finish: impl FnOnce(&Evidence, &mut Tables) -> Result<(), EvidenceError>,
) -> Result<Added, EvidenceError> {
    add(dir, fresh, (kind, Some(edition)), raw, waiting, finish)
}

fn add(
    dir: &Path,
    mut fresh: Tables,
    (kind, edition): (Kind, Option<&Edition>),
    raw: &RawFile,
    waiting: impl FnOnce(),
    finish: impl FnOnce(&Evidence, &mut Tables) -> Result<(), EvidenceError>,
) -> Result<Added, EvidenceError> {
    let writer = Writer::begin(dir, waiting)?;
    let present = Directory::open(dir)?;
    present.check_listed()?;
    let mut coded = 0;
    let identity = match fresh.roll_calls.is_empty() {
        true => None,
        false => {
            let known = known(dir)?;
            let identity = take_known_numbers(&known, &mut fresh)?;
            keep_known_roll_calls(&known, &mut fresh)?;
            coded = newly_coded(&known, &fresh)?;
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
                version: edition.map_or(source.version, |e| e.version.clone()),
                period: edition.map_or(source.period, |e| e.period.clone()),
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
        coded,
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

/// A resolution of which the file gives no votes keeps the roll call under which another source has them.
fn keep_known_roll_calls(known: &Evidence, fresh: &mut Tables) -> Result<(), EvidenceError> {
    let known = known.all::<Resolution>()?.iter();
    let roll_calls: HashMap<&str, u32> = known
        .filter_map(|r| Some((r.symbol.as_str(), r.rcid?)))
        .collect();
    for resolution in fresh.resolutions.iter_mut().filter(|r| r.rcid.is_none()) {
        resolution.rcid = roll_calls.get(resolution.symbol.as_str()).copied();
    }
    Ok(())
}

/// How many roll calls the file has with published codes that are known without them.
fn newly_coded(known: &Evidence, fresh: &Tables) -> Result<usize, EvidenceError> {
    let published = |call: &&RollCall| call.coded == Some(CodeBasis::Published);
    let codes: HashSet<u32> = fresh
        .roll_calls
        .iter()
        .filter(published)
        .map(|call| call.rcid)
        .collect();
    let calls = known.all::<RollCall>()?.iter();
    let uncoded = calls.filter(|call| !published(call) && codes.contains(&call.rcid));
    Ok(uncoded.count())
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

/// Makes a directory that holds what another holds, or nothing if that is not there: a place to try a change.
///
/// The files are the same ones where the file system can, since a writer replaces files and changes none.
///
/// # Errors
/// If `dir` cannot be read, or `to` cannot be written.
pub fn copy_directory(
    dir: &Path,
    to: &Path,
    waiting: impl FnOnce(),
) -> Result<Sources, EvidenceError> {
    file::folder(to, Access::Usual).map_err(failed(to))?;
    let exists = dir.try_exists().map_err(failed(dir))?;
    if !exists {
        return Ok(Sources::default());
    }
    let writer = Writer::begin(dir, waiting)?;
    writer.copy(to)?;
    Ok(Directory::open(dir)?.sources().clone())
}

/// Puts the tables of the directory `from` in the place of those of `dir`, all at once, and before that keeps
/// what `dir` holds as another directory, `kept`, if it holds anything.
///
/// # Errors
/// If somebody has changed `dir` since it held `before`, or a file cannot be read or written. Then `dir` is as
/// it was.
pub fn switch_directory(
    dir: &Path,
    from: &Path,
    before: &Sources,
    kept: &Path,
    waiting: impl FnOnce(),
) -> Result<(), EvidenceError> {
    let writer = Writer::begin(dir, waiting)?;
    let present = Directory::open(dir)?;
    if present.sources() != before {
        let path = dir.to_owned();
        return Err(EvidenceError::Changed { path });
    }
    if !present.is_empty() && !kept.try_exists().map_err(failed(kept))? {
        // Whoever finds it under its name finds all of it.
        let part = kept.with_extension("part");
        remove_folder(&part)?;
        file::folder(&part, Access::Usual).map_err(failed(&part))?;
        writer.copy(&part)?;
        file::rename(&part, kept).map_err(failed(kept))?;
    }
    let new = Directory::open(from)?;
    new.check_listed()?;
    let mut files = Vec::new();
    for source in &new.sources().tables {
        let same = before
            .tables
            .iter()
            .any(|b| b.name == source.name && b.sha256 == source.sha256);
        let table = TableId::from_name(&source.name).filter(|_| !same);
        if let Some(table) = table
            && let Some(bytes) = new.checked(table)?
        {
            files.push(File {
                table,
                bytes: bytes.to_vec(),
                rows: source.rows,
            });
        }
    }
    writer.change(&files, new.sources())
}

/// Takes roll calls, with all that is about them, out of a directory's tables.
///
/// # Errors
/// If the directory cannot be read or written. Then it is as it was.
pub fn withdraw(
    dir: &Path,
    roll_calls: &BTreeSet<u32>,
    waiting: impl FnOnce(),
) -> Result<(), EvidenceError> {
    let writer = Writer::begin(dir, waiting)?;
    let present = Directory::open(dir)?;
    present.check_listed()?;
    let mut sources = present.sources().clone();
    let mut rest = Rest {
        bundle: Bundle::Directory(present),
        without: roll_calls,
        files: Vec::new(),
    };
    rest.every()?;
    for file in &rest.files {
        if let Some(source) = sources.get(file.table).cloned() {
            sources.put(file.described(source));
        }
    }
    writer.change(&rest.files, &sources)
}

/// The tables of a directory that hold one of some roll calls, without these.
struct Rest<'r> {
    bundle: Bundle,
    without: &'r BTreeSet<u32>,
    files: Vec<File>,
}

impl ForEachTable for Rest<'_> {
    type Error = EvidenceError;
    fn table<R: Record>(&mut self) -> Result<(), EvidenceError> {
        let mut rows = self.bundle.rows::<R>()?;
        let before = rows.len();
        rows.retain(|row| {
            let about = row.roll_calls().map_or(Vec::new(), |two| two.to_vec());
            let own = (row as &dyn std::any::Any).downcast_ref::<RollCall>();
            let own = own.map(|call| call.rcid);
            !about
                .into_iter()
                .chain(own)
                .any(|rcid| self.without.contains(&rcid))
        });
        if rows.len() < before {
            self.files.push(File::of(&rows)?);
        }
        Ok(())
    }
}

/// Removes a folder with all that is in it; that it is not there is no error.
///
/// # Errors
/// If it is there and cannot be removed.
pub fn remove_folder(name: &Path) -> Result<(), EvidenceError> {
    file::remove_folder(name).map_err(failed(name))
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

    /// Puts the tables of the directory and their list into another.
    fn copy(&self, to: &Path) -> Result<(), EvidenceError> {
        let present = Directory::open(&self.dir)?;
        let tables = (TableId::ALL.iter()).map(|table| (present.place(*table), file_name(*table)));
        let list = (self.dir.join(MANIFEST), MANIFEST.to_owned());
        for (from, name) in tables.chain([list]) {
            let to = to.join(name);
            if !from.try_exists().map_err(failed(&from))? {
                continue;
            }
            file::link_or_copy(&from, &to).map_err(failed(&to))?;
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
    fn of<R: Record>(rows: &[R]) -> Result<Self, EvidenceError> {
        let bytes = parquet_bytes(rows).map_err(|reason| EvidenceError::Parquet {
            place: R::TABLE.to_string(),
            reason,
        })?;
        Ok(File {
            table: R::TABLE,
            bytes,
            rows: rows.len(),
        })
    }

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
            self.files.push(File::of(rows)?);
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
