//! Tables as files: those embedded in the program, and those of a directory.

use bytes::Bytes;
use sha2::{Digest, Sha256};

use crate::directory::Directory;
use crate::error::EvidenceError;
use crate::record::{ForEachTable, Record, TableId, every_table};
use crate::sources::Sources;
use crate::table_file::{embedded_rows, parquet_rows};

macro_rules! embed {
    ($($(#[$meta:meta])* $row:ident in $slot:ident $(from $kind:ident)? $(not $absent:ident)?),* $(,)?) => {
        /// The Parquet file of a table in the program, if it is embedded.
        pub(crate) fn embedded(table: TableId) -> Option<&'static [u8]> {
            match table { $(TableId::$row => embed!(@file $slot $($absent)?)),* }
        }
    };
    (@file $slot:ident embedded) => { None };
    (@file $slot:ident) => {
        Some(include_bytes!(concat!("../../../data/", stringify!($slot), ".parquet")))
    };
}

every_table!(embed);

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
#[derive(Debug)]
pub enum Bundle {
    /// In the program.
    Embedded,
    /// In a directory.
    Directory(Directory),
}

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
    #[error("{0}: no entry in sources.toml, so no checksum to hold it to")]
    Unsourced(TableId),
    /// An entry in `sources.toml` has no file.
    #[error("{0}: listed in sources.toml, but there is no such table")]
    Missing(String),
    /// A file could not be read.
    #[error(transparent)]
    Evidence(#[from] EvidenceError),
}

/// What [`Bundle::verify`] found.
#[derive(Debug, Default)]
pub struct Verified {
    /// Tables that are as they should be.
    pub sound: Vec<SoundTable>,
    /// What is wrong with others.
    pub faults: Vec<BundleError>,
}

/// A table that is as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SoundTable {
    /// Which.
    pub table: TableId,
    /// Its rows.
    pub rows: usize,
    /// How many of its texts hold a character that no text may hold, and are shown without it.
    pub cleaned: usize,
}

impl Bundle {
    /// The bytes of a table's file, if the bundle has the table.
    ///
    /// # Errors
    /// If the file is there and cannot be read, or is not the one that `sources.toml` describes.
    pub fn bytes(&self, table: TableId) -> Result<Option<Bytes>, EvidenceError> {
        match self {
            Bundle::Embedded => Ok(embedded(table).map(Bytes::from_static)),
            Bundle::Directory(directory) => directory.checked(table),
        }
    }

    /// The rows of a table, without what no text may hold; none if the bundle lacks the table.
    ///
    /// # Errors
    /// If the file is damaged, is another table or is too large.
    pub fn rows<R: Record>(&self) -> Result<Vec<R>, EvidenceError> {
        self.cleaned_rows().map(|(rows, _)| rows)
    }

    /// The rows of a table, and how many of their texts held what no text may hold.
    fn cleaned_rows<R: Record>(&self) -> Result<(Vec<R>, usize), EvidenceError> {
        let mut rows: Vec<R> = match self {
            Bundle::Embedded => match embedded(R::TABLE) {
                Some(bytes) => embedded_rows(&format!("embedded {}", R::TABLE), bytes)?,
                None => Vec::new(),
            },
            Bundle::Directory(directory) => match directory.checked(R::TABLE)? {
                Some(bytes) => {
                    parquet_rows(&directory.place(R::TABLE).display().to_string(), bytes)?
                }
                None => Vec::new(),
            },
        };
        let cleaned = rows.iter_mut().map(Record::clean).sum();
        Ok((rows, cleaned))
    }

    /// What `sources.toml` says; of a directory without one, that nothing is stated.
    ///
    /// # Errors
    /// Only if the embedded list is damaged, which a test rules out.
    pub fn sources(&self) -> Result<Sources, EvidenceError> {
        match self {
            Bundle::Embedded => Ok(Sources::parse("embedded sources.toml", EMBEDDED_SOURCES)?),
            Bundle::Directory(directory) => Ok(directory.sources().clone()),
        }
    }

    /// Checks every table against `sources.toml`: checksum, schema, every value, rows.
    pub fn verify(&self) -> Verified {
        let mut check = Verify {
            bundle: self,
            sources: Sources::default(),
            verified: Verified::default(),
        };
        match self.sources() {
            Ok(sources) => check.sources = sources,
            Err(e) => check.verified.faults.push(e.into()),
        }
        let Ok(()) = check.every();
        let mut verified = check.verified;
        for source in &check.sources.tables {
            if TableId::from_name(&source.name).is_none() {
                let missing = BundleError::Missing(source.name.clone());
                verified.faults.push(missing);
            }
        }
        verified
    }

    /// Whether anybody has stated what its tables are.
    fn is_listed(&self) -> bool {
        match self {
            Bundle::Embedded => true,
            Bundle::Directory(directory) => directory.is_listed(),
        }
    }

    /// The bytes of a table's file, whatever `sources.toml` says of it.
    fn unchecked(&self, table: TableId) -> Result<Option<Bytes>, EvidenceError> {
        match self {
            Bundle::Embedded => self.bytes(table),
            Bundle::Directory(directory) => directory.unchecked(table),
        }
    }
}

struct Verify<'a> {
    bundle: &'a Bundle,
    sources: Sources,
    verified: Verified,
}

impl Verify<'_> {
    fn check<R: Record>(&self) -> Result<Option<SoundTable>, BundleError> {
        let source = self.sources.get(R::TABLE);
        let Some(bytes) = self.bundle.unchecked(R::TABLE)? else {
            return match source {
                Some(source) => Err(BundleError::Missing(source.name.clone())),
                None => Ok(None),
            };
        };
        let source = source
            .filter(|_| self.bundle.is_listed())
            .ok_or(BundleError::Unsourced(R::TABLE))?;
        let found = sha256(&bytes);
        if found != source.sha256 {
            return Err(BundleError::Checksum {
                table: R::TABLE,
                found,
                expected: source.sha256.clone(),
            });
        }
        let (rows, cleaned) = self.bundle.cleaned_rows::<R>()?;
        let rows = rows.len();
        if rows != source.rows {
            return Err(BundleError::Rows {
                table: R::TABLE,
                found: rows,
                expected: source.rows,
            });
        }
        Ok(Some(SoundTable {
            table: R::TABLE,
            rows,
            cleaned,
        }))
    }
}

impl ForEachTable for Verify<'_> {
    type Error = std::convert::Infallible;
    fn table<R: Record>(&mut self) -> Result<(), Self::Error> {
        match self.check::<R>() {
            Ok(sound) => self.verified.sound.extend(sound),
            Err(fault) => self.verified.faults.push(fault),
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
