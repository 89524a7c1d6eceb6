//! Taking in what publishers have: fetched, tried in a layer of its own, held against what was known, and only
//! then put in the place of the layer that was there.
//!
//! 1. A lock on `.update.lock` is taken; a trial that an earlier run has left is removed.
//! 2. What is newer is fetched into `downloads`. This changes no table.
//! 3. The layer is copied to `.trial`, and each file is read into the copy as by an import.
//! 4. The gates ([`crate::gates`]) say what speaks against it.
//! 5. What the layer held is kept under `editions`, and the tables of the trial take its place at one moment
//!    ([`entente_evidence::switch_directory`]).
//!
//! Who stops before that moment has changed nothing, after it everything.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use entente_doors::file::{self, Access};
use entente_doors::lock::Lock;
use entente_evidence::import::{self, Import, ImportError, Kind, Repair};
use entente_evidence::{
    Added, Bundle, Directory, Edition, Evidence, EvidenceError, ForEachTable, RawFile, Record,
    RollCall, Sources, TableId, Tables, add_edition, copy_directory, remove_folder, sha256,
    switch_directory, withdraw,
};
use jiff::civil::Date;
use serde::Serialize;

use crate::check::{Checked, State};
use crate::client::{AskError, Client};
use crate::difference::Difference;
use crate::downloads::{Download, Downloads, DownloadsError};
use crate::gates::{Accepted, Refusal, Tried, records};
use crate::held::Held;
use crate::list::{Limits, Publication};
use crate::offer::{self, Came, Offered};

/// The lock of those who update.
const LOCK: &str = ".update.lock";
/// The layer in which an update is tried.
const TRIAL: &str = ".trial";
/// What layers held before they were changed.
const EDITIONS: &str = "editions";

/// What is to be taken in.
#[derive(Debug)]
pub struct Wanted<'w> {
    /// The layer.
    pub into: &'w Path,
    /// The publications to ask for.
    pub publications: &'w [&'w Publication],
    /// Symbols and files whose changes somebody has looked at and accepts.
    pub accepted: &'w [String],
    /// The day.
    pub today: Date,
    /// What a request may take.
    pub limits: Limits,
}

/// Why nothing was taken in.
#[derive(Debug, thiserror::Error)]
pub enum UpdateError {
    /// A publisher could not be asked.
    #[error(transparent)]
    Ask(#[from] AskError),
    /// What came cannot be read.
    #[error("{address}: {source}")]
    Import {
        /// Where it came from.
        address: String,
        /// What is wrong with it.
        source: Box<ImportError>,
    },
    /// What came cannot be kept.
    #[error(transparent)]
    Downloads(#[from] DownloadsError),
    /// The layer cannot be read or written.
    #[error(transparent)]
    Evidence(#[from] EvidenceError),
}

/// A file that was taken into the trial.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Taken {
    /// The publication.
    pub publication: String,
    /// The file.
    pub file: String,
    /// Where it is.
    pub address: String,
    /// The SHA-256 of its bytes.
    pub sha256: String,
    /// Rows read, table by table.
    pub rows: Vec<(TableId, usize)>,
    /// What the importer put right in it, or left out of it.
    pub repairs: Vec<Repair>,
    /// How many texts held a character that no text may hold.
    pub cleaned: usize,
}

/// An update that is ready.
#[derive(Debug)]
pub struct Update {
    /// What was found, publication by publication.
    pub checked: Vec<Checked>,
    /// What was taken into the trial.
    pub taken: Vec<Taken>,
    /// What speaks against it; with any, it cannot be completed.
    pub refusals: Vec<Refusal>,
    /// What it would change.
    pub difference: Difference,
    trial: Option<Trial>,
}

/// What became of an update.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// Where that lies which the layer held before; none if it held nothing.
    pub kept: Option<PathBuf>,
}

/// Completes the rows that were read from a file with what was known before.
pub type Finish<'f> = &'f dyn Fn(&Evidence, &mut Tables) -> Result<(), EvidenceError>;

/// Asks for what is newer, fetches it and tries it. The layer is not changed before [`Update::complete`].
///
/// # Errors
/// If a publisher cannot be asked, or what it sends cannot be kept or read. Nothing is changed then.
pub fn update(
    client: &Client,
    wanted: &Wanted<'_>,
    finish: Finish<'_>,
    waiting: &dyn Fn(),
) -> Result<Update, UpdateError> {
    let mut trial = Trial::begin(wanted.into, waiting)?;
    let downloads = Downloads::of(wanted.into)?;
    let mut held = Held::of(Some(wanted.into), Some(downloads), true)?;
    let mut update = Update {
        checked: Vec::new(),
        taken: Vec::new(),
        refusals: Vec::new(),
        difference: Difference::default(),
        trial: None,
    };
    let mut fetched = Vec::new();
    // What can be read in no format is told of by a check.
    for publication in wanted.publications.iter().filter(|p| p.format.is_some()) {
        let Some(offer) = offer::ask(client, publication, held.downloads.as_ref(), &wanted.limits)?
        else {
            continue;
        };
        for came in &offer.came {
            keep(&mut held, came, wanted.today)?;
        }
        let checked = Checked::of(publication, &offer, &held);
        if let (State::Newer, Some(kind)) = (checked.state, publication.format) {
            for offered in &offer.files {
                let bytes = newer(client, publication, offered, &mut held, wanted)?;
                fetched.extend(bytes.map(|bytes| (*publication, kind, offered.clone(), bytes)));
            }
        }
        update.checked.push(checked);
    }
    if fetched.is_empty() {
        return Ok(update);
    }
    let before = trial.open_before(wanted.into, waiting)?;
    let before = before.as_of(Date::MAX);
    let accepted = Accepted::of(wanted.accepted);
    for (publication, kind, offered, bytes) in fetched {
        let replaced = records_replaced(publication, kind, &offered, &held, &wanted.limits);
        let file = File {
            publication,
            kind,
            offered: &offered,
            bytes: &bytes,
            today: wanted.today,
        };
        let (taken, fresh, added) = trial.take(&file, &accepted, finish)?;
        let tried = Tried {
            publication,
            file: &offered.file,
            fresh: &fresh,
            added: &added,
            records_before: replaced,
        };
        update.refusals.extend(tried.refusals(&before, &accepted)?);
        update.taken.push(taken);
    }
    let after = trial.after()?;
    update.difference = Difference::between(&before, &after.as_of(Date::MAX), &trial.tables()?)?;
    update.trial = Some(trial);
    Ok(update)
}

/// The bytes of a file that the layer was not made from: fetched, or fetched before.
fn newer(
    client: &Client,
    publication: &Publication,
    offered: &Offered,
    held: &mut Held,
    wanted: &Wanted<'_>,
) -> Result<Option<Vec<u8>>, UpdateError> {
    let Offered {
        file,
        address,
        digest,
    } = offered;
    if held.has(publication, file, address, digest) {
        return Ok(None);
    }
    let downloads = held.downloads.as_ref();
    let before = downloads.and_then(|d| {
        d.bytes(
            d.with_digest(address, digest.as_str())?,
            wanted.limits.most_bytes,
        )
    });
    let bytes = match before {
        Some(bytes) => bytes,
        None => {
            let came = offer::fetch(client, offered)?;
            keep(held, &came, wanted.today)?;
            came.body.bytes
        }
    };
    // Somebody may have imported it by hand.
    Ok((!held.has_bytes(file, &sha256(&bytes))).then_some(bytes))
}

fn keep(held: &mut Held, came: &Came, today: Date) -> Result<(), DownloadsError> {
    let Some(downloads) = held.downloads.as_mut() else {
        return Ok(());
    };
    let download = Download {
        address: came.address.clone(),
        sha256: sha256(&came.body.bytes),
        digest: came.digest.as_str().to_owned(),
        etag: came.body.marks.etag.clone(),
        last_modified: came.body.marks.last_modified.clone(),
        day: today,
    };
    downloads.keep(&came.body.bytes, download)
}

/// The records of the version of a file that is in the layer, or else embedded.
fn records_replaced(
    publication: &Publication,
    kind: Kind,
    offered: &Offered,
    held: &Held,
    limits: &Limits,
) -> Option<usize> {
    let in_layer = || {
        let downloads = held.downloads.as_ref()?;
        let last = downloads
            .all(&offered.address)
            .rfind(|d| held.has_bytes(&offered.file, &d.sha256))?;
        let bytes = downloads.bytes(last, limits.most_bytes)?;
        let tables = import::read(kind, &offered.file, &bytes).ok()?;
        Some(records(&tables, publication.tables[0]))
    };
    let embedded = || {
        let mut files = publication.embedded.iter();
        Some(files.find(|e| e.file == offered.file)?.records)
    };
    in_layer().or_else(embedded)
}

impl Update {
    /// The evidence before and after, with the embedded tables below both; nothing, if nothing was taken.
    ///
    /// # Errors
    /// If a layer cannot be opened.
    pub fn before_and_after(&self, into: &Path) -> Result<Option<[Evidence; 2]>, EvidenceError> {
        match &self.trial {
            Some(trial) => Ok(Some([on_top(into)?, trial.after()?])),
            None => Ok(None),
        }
    }

    /// Whether there is anything to complete.
    pub fn is_ready(&self) -> bool {
        self.trial.is_some() && self.refusals.is_empty()
    }

    /// Puts the trial in the place of the layer, and keeps what that held. Nothing is done if nothing was
    /// taken, or if something speaks against it.
    ///
    /// # Errors
    /// If somebody has changed the layer in the meantime, or it cannot be written. Then it is as it was.
    pub fn complete(
        &mut self,
        today: Date,
        waiting: &dyn Fn(),
    ) -> Result<Option<Outcome>, EvidenceError> {
        match self.trial.take().filter(|_| self.refusals.is_empty()) {
            Some(trial) => trial.complete(today, waiting).map(Some),
            None => Ok(None),
        }
    }
}

/// A layer's evidence on top of the embedded one; that alone, where there is no layer.
fn on_top(layer: &Path) -> Result<Evidence, EvidenceError> {
    let is_there = layer.is_dir() && !Directory::open(layer)?.is_empty();
    match is_there {
        true => Evidence::open(layer, true),
        false => Evidence::embedded(),
    }
}

/// A copy of the layer in which an update is tried. It is removed with the value.
#[derive(Debug)]
struct Trial {
    layer: PathBuf,
    folder: PathBuf,
    /// What the layer held when it was copied.
    before: Sources,
    _lock: Lock,
}

/// A file to take in.
struct File<'f> {
    publication: &'f Publication,
    kind: Kind,
    offered: &'f Offered,
    bytes: &'f [u8],
    today: Date,
}

impl Trial {
    fn begin(layer: &Path, waiting: &dyn Fn()) -> Result<Self, EvidenceError> {
        let failed = |path: &Path| {
            let path = path.to_owned();
            move |source| EvidenceError::File { path, source }
        };
        file::folder(layer, Access::Usual).map_err(failed(layer))?;
        let lock = layer.join(LOCK);
        let trial = Trial {
            layer: layer.to_owned(),
            folder: layer.join(TRIAL),
            before: Sources::default(),
            _lock: Lock::take(&lock, waiting).map_err(failed(&lock))?,
        };
        remove_folder(&trial.folder)?;
        Ok(trial)
    }

    /// Copies the layer, and opens it as it is.
    fn open_before(&mut self, layer: &Path, waiting: &dyn Fn()) -> Result<Evidence, EvidenceError> {
        self.before = copy_directory(layer, &self.folder, waiting)?;
        on_top(&self.folder)
    }

    /// The evidence with what was taken.
    fn after(&self) -> Result<Evidence, EvidenceError> {
        on_top(&self.folder)
    }

    /// The tables of the trial: no other can be different.
    fn tables(&self) -> Result<BTreeSet<TableId>, EvidenceError> {
        let directory = Directory::open(&self.folder)?;
        let names = directory.sources().tables.iter();
        Ok(names.filter_map(|s| TableId::from_name(&s.name)).collect())
    }

    /// Reads a file into the trial.
    fn take(
        &self,
        file: &File<'_>,
        accepted: &Accepted,
        finish: Finish<'_>,
    ) -> Result<(Taken, Tables, Added), UpdateError> {
        let Offered {
            file: name,
            address,
            digest,
        } = file.offered;
        let import = import::import(file.kind, name, file.bytes);
        let Import {
            tables,
            cleaned,
            repairs,
            // What came from a publisher is read whole or not at all.
            left_out: _,
        } = import.map_err(|source| UpdateError::Import {
            address: address.clone(),
            source: Box::new(source),
        })?;
        self.make_way(&tables, accepted)?;
        let raw = RawFile {
            file: name.clone(),
            sha256: sha256(file.bytes),
        };
        let edition = Edition {
            version: format!(
                "{name} @ {}, {address}, fetched {}",
                digest.as_str(),
                file.today
            ),
            period: period(&tables),
        };
        let fresh = tables.clone();
        let added = add_edition(
            &self.folder,
            tables,
            (file.kind, &edition),
            &raw,
            || {},
            finish,
        )?;
        let taken = Taken {
            publication: file.publication.name.clone(),
            file: name.clone(),
            address: address.clone(),
            sha256: raw.sha256,
            rows: added
                .counts
                .iter()
                .map(|(table, read, _)| (*table, *read))
                .collect(),
            repairs,
            cleaned,
        };
        Ok((taken, fresh, added))
    }

    /// Takes roll calls of the layer out of the trial whose changes are accepted: what the file has of them
    /// takes their place. Those of the embedded tables stand.
    fn make_way(&self, fresh: &Tables, accepted: &Accepted) -> Result<(), EvidenceError> {
        let given: BTreeSet<&str> = (fresh.roll_calls.iter())
            .filter_map(|call| call.symbol.as_deref())
            .filter(|symbol| accepted.has(symbol))
            .collect();
        if given.is_empty() {
            return Ok(());
        }
        let calls = Bundle::Directory(Directory::open(&self.folder)?).rows::<RollCall>()?;
        let own: BTreeSet<u32> = calls
            .iter()
            .filter(|call| call.symbol.as_deref().is_some_and(|s| accepted.has(s)))
            .map(|call| call.rcid)
            .collect();
        match own.is_empty() {
            true => Ok(()),
            false => withdraw(&self.folder, &own, || {}),
        }
    }

    fn complete(self, today: Date, waiting: &dyn Fn()) -> Result<Outcome, EvidenceError> {
        let held = !Directory::open(&self.layer)?.is_empty();
        let editions = self.layer.join(EDITIONS);
        let digits = sha256(self.before.to_toml()?.as_bytes());
        let kept = editions.join(format!("{today}-{}", digits.get(..8).unwrap_or_default()));
        if held {
            file::folder(&editions, Access::Usual).map_err(|source| EvidenceError::File {
                path: editions.clone(),
                source,
            })?;
        }
        switch_directory(&self.layer, &self.folder, &self.before, &kept, waiting)?;
        Ok(Outcome {
            kept: held.then_some(kept),
        })
    }
}

impl Drop for Trial {
    fn drop(&mut self) {
        // What cannot be removed now goes with the next update.
        let _ = remove_folder(&self.folder);
    }
}

/// The first and the last day of which the rows of a file tell, in words.
fn period(tables: &Tables) -> String {
    struct Days<'t> {
        tables: &'t Tables,
        first: Option<Date>,
        last: Option<Date>,
    }
    impl ForEachTable for Days<'_> {
        type Error = std::convert::Infallible;
        fn table<R: Record>(&mut self) -> Result<(), Self::Error> {
            // A row that hangs on a roll call has no day of its own.
            let rows = R::of(self.tables)
                .iter()
                .filter(|row| row.roll_calls().is_none());
            for day in rows.map(Record::known_from) {
                self.first = Some(self.first.map_or(day, |first| first.min(day)));
                self.last = Some(self.last.map_or(day, |last| last.max(day)));
            }
            Ok(())
        }
    }
    let mut days = Days {
        tables,
        first: None,
        last: None,
    };
    let Ok(()) = days.every();
    match days.first.zip(days.last) {
        Some((first, last)) => format!("{first} to {last}"),
        None => String::new(),
    }
}
