//! Tables as Parquet files: the bundle embedded in the program, and the same in a directory.

use std::io::Write;
use std::path::{Path, PathBuf};

use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::basic::{Compression, Encoding, ZstdLevel};
use parquet::file::properties::WriterProperties;
use parquet::schema::types::ColumnPath;
use sha2::{Digest, Sha256};

use crate::error::EvidenceError;
use crate::import::Kind;
use crate::layers::Evidence;
use crate::record::{ForEachTable, Record, TableId, Tables};
use crate::sources::{RawFile, Source, Sources};

macro_rules! embed {
    ($($id:ident = $file:literal),* $(,)?) => {
        /// The Parquet file of a table in the program, if it is embedded.
        pub(crate) fn embedded(table: TableId) -> Option<&'static [u8]> {
            match table {
                $(TableId::$id => Some(include_bytes!(concat!("../../../data/", $file, ".parquet"))),)*
                _ => None,
            }
        }
    };
}

embed! {
    Vote = "votes",
    RollCall = "roll_calls",
    RollCallIssue = "roll_call_issues",
    Repeat = "repeats",
    Contact = "contacts",
    Population = "population",
    Flow = "flows",
    AsylumApplication = "asylum_applications",
    AsylumDecision = "asylum_decisions",
    Solution = "solutions",
    Capability = "capabilities",
    Trade = "trade",
    Contiguity = "contiguity",
    Capital = "capitals",
    Distance = "distances",
    JointIgo = "joint_igos",
    Alliance = "alliances",
    Election = "elections",
    Leader = "leaders",
    LeaderSpell = "leader_spells",
    EventCount = "event_counts",
    EventPanel = "event_panel",
    PublishedIdealPoint = "published_ideal_points",
}

/// The `sources.toml` in the program.
pub(crate) const EMBEDDED_SOURCES: &str = include_str!("../../../data/sources.toml");

/// Bytes of all embedded tables together.
pub fn embedded_size() -> usize {
    TableId::ALL
        .iter()
        .filter_map(|t| embedded(*t))
        .map(<[u8]>::len)
        .sum()
}

/// A set of tables as files: embedded, or in a directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bundle {
    /// In the program.
    Embedded,
    /// In a directory with `sources.toml`.
    Directory(PathBuf),
}

/// Rows decoded at a time: small enough for a batch's columns to stay in the processor's cache.
const BATCH: usize = 8_192;

/// Rows for which room is made at once.
const MOST_AT_ONCE: usize = 1 << 20;

/// What [`Bundle::verify`] found wrong.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// A file is not the one that was written.
    #[error("{table}: checksum is {found}, sources.toml says {expected}")]
    Checksum {
        /// The table.
        table: TableId,
        /// What the file has.
        found: String,
        /// What it should have.
        expected: String,
    },
    /// A table has another number of rows than it should.
    #[error("{table}: {found} rows, sources.toml says {expected}")]
    Rows {
        /// The table.
        table: TableId,
        /// What the file has.
        found: usize,
        /// What it should have.
        expected: usize,
    },
    /// A table has no entry in `sources.toml`.
    #[error("{0}: no entry in sources.toml")]
    Unsourced(TableId),
    /// An entry in `sources.toml` has no file.
    #[error("{0}: listed in sources.toml, but there is no such table")]
    Missing(String),
    /// A file could not be read.
    #[error(transparent)]
    Evidence(#[from] EvidenceError),
}

impl Bundle {
    /// The place of a table, for messages.
    fn place(&self, table: TableId) -> String {
        match self {
            Bundle::Embedded => format!("embedded {table}"),
            Bundle::Directory(dir) => dir.join(file_name(table)).display().to_string(),
        }
    }

    /// The bytes of a table's file, if the bundle has the table.
    ///
    /// # Errors
    /// If the file is there and cannot be read.
    pub fn bytes(&self, table: TableId) -> Result<Option<Vec<u8>>, EvidenceError> {
        match self {
            Bundle::Embedded => Ok(embedded(table).map(<[u8]>::to_vec)),
            Bundle::Directory(dir) => {
                let path = dir.join(file_name(table));
                match std::fs::read(&path) {
                    Ok(bytes) => Ok(Some(bytes)),
                    Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(None),
                    Err(source) => Err(EvidenceError::File { path, source }),
                }
            }
        }
    }

    /// The rows of a table; none if the bundle lacks the table.
    ///
    /// # Errors
    /// If the file is damaged or is another table.
    pub fn rows<R: Record>(&self) -> Result<Vec<R>, EvidenceError> {
        let bytes = match (self, embedded(R::TABLE)) {
            (Bundle::Embedded, Some(bytes)) => bytes::Bytes::from_static(bytes),
            _ => match self.bytes(R::TABLE)? {
                Some(bytes) => bytes::Bytes::from(bytes),
                None => return Ok(Vec::new()),
            },
        };
        let fault = |reason: String| EvidenceError::Parquet {
            place: self.place(R::TABLE),
            reason,
        };
        let builder =
            ParquetRecordBatchReaderBuilder::try_new(bytes).map_err(|e| fault(e.to_string()))?;
        let total = usize::try_from(builder.metadata().file_metadata().num_rows()).unwrap_or(0);
        let reader = builder
            .with_batch_size(BATCH)
            .build()
            .map_err(|e| fault(e.to_string()))?;
        // The file's word for its length is only trusted so far: a damaged one may say anything.
        let mut rows = Vec::with_capacity(total.min(MOST_AT_ONCE));
        for batch in reader {
            R::read(&batch.map_err(|e| fault(e.to_string()))?, &mut rows)?;
        }
        Ok(rows)
    }

    /// What `sources.toml` says; empty for a directory without one.
    ///
    /// # Errors
    /// If the file is there and cannot be read or understood.
    pub fn sources(&self) -> Result<Sources, EvidenceError> {
        match self {
            Bundle::Embedded => Ok(Sources::parse("embedded sources.toml", EMBEDDED_SOURCES)?),
            Bundle::Directory(dir) => {
                let path = dir.join("sources.toml");
                match std::fs::read_to_string(&path) {
                    Ok(text) => Ok(Sources::parse(&path.display().to_string(), &text)?),
                    Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(Sources::default()),
                    Err(source) => Err(EvidenceError::File { path, source }),
                }
            }
        }
    }

    /// Checks every table against `sources.toml`: checksum, schema, every value, rows.
    ///
    /// Returns the tables that are sound with their rows, and what is wrong with the others.
    pub fn verify(&self) -> (Vec<(TableId, usize)>, Vec<BundleError>) {
        let mut check = Verify {
            bundle: self,
            sources: Sources::default(),
            sound: Vec::new(),
            faults: Vec::new(),
        };
        match self.sources() {
            Ok(sources) => check.sources = sources,
            Err(e) => check.faults.push(e.into()),
        }
        let Ok(()) = check.every();
        for source in &check.sources.tables {
            if TableId::from_name(&source.name).is_none() {
                check.faults.push(BundleError::Missing(source.name.clone()));
            }
        }
        (check.sound, check.faults)
    }
}

struct Verify<'a> {
    bundle: &'a Bundle,
    sources: Sources,
    sound: Vec<(TableId, usize)>,
    faults: Vec<BundleError>,
}

impl Verify<'_> {
    fn check<R: Record>(&self) -> Result<Option<usize>, BundleError> {
        let source = self.sources.get(R::TABLE);
        let Some(bytes) = self.bundle.bytes(R::TABLE)? else {
            return match source {
                Some(source) => Err(BundleError::Missing(source.name.clone())),
                None => Ok(None),
            };
        };
        let source = source.ok_or(BundleError::Unsourced(R::TABLE))?;
        let found = sha256(&bytes);
        if found != source.sha256 {
            return Err(BundleError::Checksum {
                table: R::TABLE,
                found,
                expected: source.sha256.clone(),
            });
        }
        let rows = self.bundle.rows::<R>()?.len();
        if rows != source.rows {
            return Err(BundleError::Rows {
                table: R::TABLE,
                found: rows,
                expected: source.rows,
            });
        }
        Ok(Some(rows))
    }
}

impl ForEachTable for Verify<'_> {
    type Error = std::convert::Infallible;
    fn table<R: Record>(&mut self) -> Result<(), Self::Error> {
        match self.check::<R>() {
            Ok(Some(rows)) => self.sound.push((R::TABLE, rows)),
            Ok(None) => {}
            Err(fault) => self.faults.push(fault),
        }
        Ok(())
    }
}

/// The SHA-256 of some bytes, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect()
}

fn file_name(table: TableId) -> String {
    format!("{table}.parquet")
}

/// Writes every table that has rows into a directory, with `sources.toml` beside them.
///
/// `raw` names the publishers' files behind each table, with their formats. Rows are sorted by key,
/// so the same rows give the same bytes. All is written under other names first and renamed at the
/// end: a failure leaves the directory as it was. Tables of `dir` that `tables` lacks stay, with
/// their sources.
///
/// # Errors
/// If a file cannot be written, or an entry of `sources.toml` cannot be read.
pub fn write_tables(
    dir: &Path,
    tables: &mut Tables,
    raw: &[(TableId, Kind, RawFile)],
) -> Result<Sources, EvidenceError> {
    let mut encode = Encode {
        tables,
        files: Vec::new(),
    };
    encode.every()?;
    let descriptions = Sources::descriptions()?;
    let described = |table: TableId| {
        raw.iter()
            .filter(|(t, _, _)| *t == table)
            .filter_map(|(_, kind, file)| {
                let source = descriptions.described(table, kind.as_str())?;
                Some(Source {
                    raw: vec![file.clone()],
                    ..source
                })
            })
            .reduce(Source::and)
    };
    let mut sources = Bundle::Directory(dir.to_owned()).sources()?;
    for (table, bytes, rows) in &encode.files {
        if let Some(source) = described(*table) {
            sources.tables.retain(|s| s.name != table.as_str());
            sources.tables.push(Source {
                rows: *rows,
                sha256: sha256(bytes),
                ..source
            });
        }
    }
    sources.tables.sort_by_key(|s| TableId::from_name(&s.name));
    write_files(dir, encode.files, &sources)?;
    Ok(sources)
}

/// Adds what was read from one file to a directory of evidence, all or nothing.
///
/// Rows with the key of a row that is there replace it; roll calls that are there already, by
/// number or by symbol and date, stay as they are. Returns for each table the rows read and the
/// rows there now.
///
/// # Errors
/// If the directory's tables cannot be read or written.
pub fn add_tables(
    dir: &Path,
    fresh: Tables,
    kind: Kind,
    raw: &RawFile,
) -> Result<Vec<(TableId, usize, usize)>, EvidenceError> {
    let before = Bundle::Directory(dir.to_owned()).sources()?;
    let mut merge = Merge {
        read: fresh.clone(),
        evidence: Evidence::adding(dir, fresh)?,
        merged: Tables::default(),
        counts: Vec::new(),
    };
    merge.every()?;
    let mut encode = Encode {
        tables: &mut merge.merged,
        files: Vec::new(),
    };
    encode.every()?;
    let descriptions = Sources::descriptions()?;
    let mut sources = before.clone();
    for (table, bytes, rows) in &encode.files {
        let new = descriptions
            .described(*table, kind.as_str())
            .map(|s| Source {
                raw: vec![raw.clone()],
                ..s
            });
        let source = before
            .get(*table)
            .cloned()
            .into_iter()
            .chain(new)
            .reduce(Source::and);
        if let Some(source) = source {
            sources.tables.retain(|s| s.name != table.as_str());
            sources.tables.push(Source {
                rows: *rows,
                sha256: sha256(bytes),
                ..source
            });
        }
    }
    sources.tables.sort_by_key(|s| TableId::from_name(&s.name));
    write_files(dir, encode.files, &sources)?;
    Ok(merge.counts)
}

/// Tables of a directory with fresh rows merged in; only tables that have fresh rows.
struct Merge {
    read: Tables,
    evidence: Evidence,
    merged: Tables,
    counts: Vec<(TableId, usize, usize)>,
}

impl ForEachTable for Merge {
    type Error = EvidenceError;
    fn table<R: Record>(&mut self) -> Result<(), EvidenceError> {
        let new = R::of(&self.read).len();
        if new > 0 {
            let rows = self.evidence.all::<R>()?.to_vec();
            self.counts.push((R::TABLE, new, rows.len()));
            *R::of_mut(&mut self.merged) = rows;
        }
        Ok(())
    }
}

fn write_files(
    dir: &Path,
    files: Vec<(TableId, Vec<u8>, usize)>,
    sources: &Sources,
) -> Result<(), EvidenceError> {
    let file = |path: &Path| {
        let path = path.to_owned();
        move |source| EvidenceError::File { path, source }
    };
    std::fs::create_dir_all(dir).map_err(file(dir))?;
    let listing = sources.to_toml()?;
    let outputs = files
        .iter()
        .map(|(table, bytes, _)| (file_name(*table), bytes.as_slice()))
        .chain([("sources.toml".to_owned(), listing.as_bytes())]);
    let mut staged = Vec::new();
    for (name, bytes) in outputs {
        let (temporary, path) = (dir.join(format!(".{name}.new")), dir.join(name));
        let mut out = std::fs::File::create(&temporary).map_err(file(&temporary))?;
        out.write_all(bytes)
            .and_then(|()| out.sync_all())
            .map_err(file(&temporary))?;
        staged.push((temporary, path));
    }
    for (temporary, path) in staged {
        std::fs::rename(&temporary, &path).map_err(file(&path))?;
    }
    Ok(())
}

struct Encode<'a> {
    tables: &'a mut Tables,
    files: Vec<(TableId, Vec<u8>, usize)>,
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
        self.files.push((R::TABLE, bytes, rows.len()));
        Ok(())
    }
}

/// A table as the bytes of a Parquet file.
///
/// # Errors
/// What the Parquet writer says, as text.
pub fn parquet_bytes<R: Record>(rows: &[R]) -> Result<Vec<u8>, String> {
    let mut properties = WriterProperties::builder()
        .set_created_by("entente".to_owned())
        .set_compression(Compression::ZSTD(
            ZstdLevel::try_new(19).map_err(|e| e.to_string())?,
        ));
    // Long runs of rising numbers: differences take fewer bits than a dictionary.
    for column in ["rcid", "ccode2", "year", "igos"] {
        if matches!(R::TABLE, TableId::Vote | TableId::JointIgo) {
            properties = properties
                .set_column_dictionary_enabled(ColumnPath::from(column), false)
                .set_column_encoding(ColumnPath::from(column), Encoding::DELTA_BINARY_PACKED);
        }
    }
    let mut out = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut out, R::schema(), Some(properties.build()))
        .map_err(|e| e.to_string())?;
    let batch = R::write(rows).map_err(|e| e.to_string())?;
    writer.write(&batch).map_err(|e| e.to_string())?;
    writer.close().map_err(|e| e.to_string())?;
    Ok(out)
}
