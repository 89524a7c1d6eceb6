//! A directory of evidence: tables as Parquet files, and `sources.toml`, which says what they are.
//!
//! `sources.toml` decides which tables the directory holds, by their checksums. A table's file is
//! `votes.parquet`. While a new one takes its place, it lies beside as `votes.` and the first 16 digits of its
//! checksum; it counts from the moment at which a new `sources.toml`, with its checksum, has taken the place
//! of the old one. So the tables change all at once, and whoever opens the directory finds the old set or the
//! new one, whenever a writer is killed ([`crate::write`]).

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Seek};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use bytes::Bytes;
use entente_doors::read;
use parquet::file::metadata::ParquetMetaDataReader;

use crate::bundle::sha256;
use crate::error::EvidenceError;
use crate::guard;
use crate::record::TableId;
use crate::sources::{Source, Sources};
use crate::table_file::MOST_OF_A_FILE;

/// The file that says which tables there are.
pub(crate) const MANIFEST: &str = "sources.toml";

/// How often a directory is looked at again that changes while it is opened.
const MOST_LOOKS: usize = 100;

/// What stands for what nobody has stated of a table.
const NOT_STATED: &str = "not stated";

/// A directory of evidence, as it was at one moment.
///
/// Its files are opened at once and read when they are asked for: who changes the directory later replaces
/// files and does not change them, so that what was opened is read as it was.
#[derive(Debug)]
pub struct Directory {
    path: PathBuf,
    /// Whether it has `sources.toml`.
    listed: bool,
    sources: Sources,
    files: BTreeMap<TableId, TableFile>,
}

#[derive(Debug)]
struct TableFile {
    name: PathBuf,
    file: Mutex<File>,
}

impl Directory {
    /// Opens a directory. Nothing but `sources.toml` is read.
    ///
    /// # Errors
    /// If a file is there and is no plain file or cannot be opened, or `sources.toml` cannot be understood, lists
    /// a table twice or gives one no checksum.
    pub fn open(path: &Path) -> Result<Self, EvidenceError> {
        for _ in 0..MOST_LOOKS {
            let before = manifest(path)?;
            let directory = Directory::look(path, before.as_deref())?;
            // Who was writing has put other files under the names that were opened, and another list first.
            if manifest(path)? == before {
                return Ok(directory);
            }
        }
        let busy = io::Error::new(io::ErrorKind::ResourceBusy, "it changes without end");
        Err(failed(path)(busy))
    }

    fn look(path: &Path, manifest: Option<&str>) -> Result<Self, EvidenceError> {
        let mut directory = Directory {
            path: path.to_owned(),
            listed: manifest.is_some(),
            sources: Sources::default(),
            files: BTreeMap::new(),
        };
        if let Some(text) = manifest {
            let place = path.join(MANIFEST).display().to_string();
            directory.sources = Sources::listed(&place, text)?;
        }
        for table in TableId::ALL {
            let new = directory.sources.get(*table).and_then(new_name);
            for name in new.into_iter().chain([file_name(*table)]) {
                let name = path.join(name);
                match read::open_plain(&name) {
                    Ok(file) => {
                        let file = Mutex::new(file);
                        directory.files.insert(*table, TableFile { name, file });
                        break;
                    }
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                    Err(error) => return Err(failed(&name)(error)),
                }
            }
        }
        if !directory.listed {
            directory.sources = directory.unstated()?;
        }
        Ok(directory)
    }

    /// What is said of tables of which nobody has said anything.
    fn unstated(&self) -> Result<Sources, EvidenceError> {
        let descriptions = Sources::descriptions()?;
        let described = |(table, file): (&TableId, &TableFile)| Source {
            name: table.to_string(),
            title: descriptions
                .get(*table)
                .map_or_else(String::new, |s| s.title.clone()),
            publisher: format!("{NOT_STATED} (a table without {MANIFEST})"),
            licence: NOT_STATED.to_owned(),
            citation: NOT_STATED.to_owned(),
            bibtex: String::new(),
            version: format!("{NOT_STATED}, and no checksum"),
            period: NOT_STATED.to_owned(),
            rhythm: None,
            left_out: String::new(),
            rows: file.rows().unwrap_or(0),
            sha256: String::new(),
            raw: Vec::new(),
        };
        Ok(Sources {
            tables: self.files.iter().map(described).collect(),
        })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What `sources.toml` says; without one, that nothing is stated.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// Whether there is neither `sources.toml` nor a table.
    pub fn is_empty(&self) -> bool {
        !self.listed && self.files.is_empty()
    }

    /// Whether it has `sources.toml`.
    pub(crate) fn is_listed(&self) -> bool {
        self.listed
    }

    /// Checks that the tables are those that `sources.toml` lists, no more and no fewer.
    ///
    /// # Errors
    /// The first table that is on one side only.
    pub(crate) fn check_listed(&self) -> Result<(), EvidenceError> {
        for table in TableId::ALL {
            let place = || self.place(*table);
            match (self.sources.get(*table), self.files.contains_key(table)) {
                (None, true) => return Err(EvidenceError::NotListed { path: place() }),
                (Some(_), false) => return Err(EvidenceError::Missing { path: place() }),
                _ => {}
            }
        }
        Ok(())
    }

    /// The file of a table, for messages.
    pub(crate) fn place(&self, table: TableId) -> PathBuf {
        match self.files.get(&table) {
            Some(file) => file.name.clone(),
            None => self.path.join(file_name(table)),
        }
    }

    /// The bytes of a table's file, as they are.
    ///
    /// # Errors
    /// If the file is there and cannot be read, or is too large.
    pub(crate) fn unchecked(&self, table: TableId) -> Result<Option<Bytes>, EvidenceError> {
        let Some(TableFile { name, file }) = self.files.get(&table) else {
            return Ok(None);
        };
        let mut file = file
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let bytes = file
            .rewind()
            .and_then(|()| read::opened_bytes(&file, MOST_OF_A_FILE))
            .map_err(failed(name))?;
        Ok(Some(bytes.into()))
    }

    /// The bytes of a table's file, held to the checksum in `sources.toml`.
    ///
    /// # Errors
    /// As [`unchecked`](Directory::unchecked), or if they have another checksum.
    pub(crate) fn checked(&self, table: TableId) -> Result<Option<Bytes>, EvidenceError> {
        let Some(bytes) = self.unchecked(table)? else {
            return Ok(None);
        };
        let expected = self.sources.get(table).map_or("", |s| &*s.sha256);
        // Without `sources.toml` there is none; `evidence list` and `verify` say so.
        if !expected.is_empty() {
            let found = sha256(&bytes);
            if found != expected {
                return Err(EvidenceError::Damaged {
                    path: self.place(table),
                    table,
                    found,
                    expected: expected.to_owned(),
                });
            }
        }
        Ok(Some(bytes))
    }
}

impl TableFile {
    /// How many rows the file says it has.
    fn rows(&self) -> Option<usize> {
        let file = self.file.lock().ok()?;
        let read = || ParquetMetaDataReader::new().parse_and_finish(&*file);
        let metadata = guard::caught(read)?.ok()?;
        usize::try_from(metadata.file_metadata().num_rows()).ok()
    }
}

fn manifest(path: &Path) -> Result<Option<String>, EvidenceError> {
    let name = path.join(MANIFEST);
    match read::plain_text(&name) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failed(&name)(error)),
    }
}

/// The name of a table's file.
pub(crate) fn file_name(table: TableId) -> String {
    format!("{table}.parquet")
}

/// The name of a table's file before it takes the place of the one that was there.
pub(crate) fn new_name(source: &Source) -> Option<String> {
    let digits = source.sha256.get(..16)?;
    let sound = digits.bytes().all(|b| b.is_ascii_hexdigit());
    sound.then(|| format!("{}.{digits}.parquet", source.name))
}

/// Whether a file has such a name.
pub(crate) fn is_new_name(name: &str) -> bool {
    let parts: Vec<&str> = name.split('.').collect();
    match parts[..] {
        [table, digits, "parquet"] => {
            digits.len() == 16
                && digits.bytes().all(|b| b.is_ascii_hexdigit())
                && TableId::ALL.iter().any(|t| t.as_str() == table)
        }
        _ => false,
    }
}

pub(crate) fn failed(path: &Path) -> impl FnOnce(io::Error) -> EvidenceError {
    let path = path.to_owned();
    move |source| EvidenceError::File { path, source }
}
