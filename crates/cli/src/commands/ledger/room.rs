//! An open ledger, as whom it is seen, and who writes.

use std::path::{Path, PathBuf};

use entente_assessment::Note;
use entente_doors::file::{Access, folder};
use entente_ledger::{
    Blocking, Change, Database, Entry, Head, LedgerError, LogFilter, Opening, Recorded, Stamp,
    Versioned, View, Viewer,
};
use entente_states::{Ccode, system};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use strsim::jaro_winkler;

use super::{older, passphrase};
use crate::args::RoomArgs;
use crate::clock::{self, day};
use crate::failure::Failure;
use crate::input;
use crate::output;

/// How like an id must be to be suggested, by Jaro and Winkler.
const LIKE: f64 = 0.8;
/// The variables that hold the user's name, by system.
const USER: [&str; 3] = ["USER", "LOGNAME", "USERNAME"];

/// An open ledger.
pub struct Room {
    pub ledger: Blocking,
    viewer: Viewer,
    author: Option<String>,
}

/// What every JSON answer of the ledger holds besides its rows.
#[derive(Debug, Serialize)]
pub struct Answer {
    /// The day of the question, or of the last change.
    pub as_of: Option<Date>,
    /// As whom.
    pub viewer: String,
    /// The last row of what is everybody's.
    pub head: Head,
    /// The last row of what is the delegation's own, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_head: Option<Head>,
    /// Caveats.
    pub notes: Vec<Note>,
}

impl Room {
    /// Opens a ledger that is there.
    pub fn to_read(args: &RoomArgs) -> Result<Self, Failure> {
        let database = database(args)?;
        if let Database::Sqlite(file) = &database
            && !file.exists()
        {
            return Err(
                Failure::usage(format!("there is no ledger at {}", file.display()))
                    .help("`entente ledger record` and `add` begin one; --database names another"),
            );
        }
        Room::open(&database, args)
    }

    /// Opens a ledger, or begins one.
    pub fn to_write(args: &RoomArgs) -> Result<Self, Failure> {
        let database = database(args)?;
        if args.database.is_none()
            && let Database::Sqlite(file) = &database
            && let Some(directory) = file.parent()
        {
            private_folder(directory)?;
        }
        Room::open(&database, args)
    }

    fn open(database: &Database, args: &RoomArgs) -> Result<Self, Failure> {
        if let Database::Sqlite(file) = database {
            for ending in ["", "-wal", "-shm", "-journal"] {
                let mut beside = file.clone().into_os_string();
                beside.push(ending);
                input::note(Path::new(&beside));
            }
        }
        let viewer = viewer(&args.viewer)?;
        let copies = data().map(|directory| directory.join("copies"));
        if matches!(database, Database::Postgres(_))
            && let Some(directory) = &copies
        {
            private_folder(directory)?;
        }
        let opening = Opening {
            now: Some(clock::now()),
            // A copy of a SQLite file is put beside it.
            copies: copies.filter(|_| matches!(database, Database::Postgres(_))),
        };
        let ledger = Blocking::open(database, &opening)?;
        if let Some(taken) = ledger.taken_over() {
            output::tell(older::told(taken));
        }
        passphrase::unlock(&ledger, viewer, args)?;
        Ok(Room {
            ledger,
            viewer,
            author: args.author.clone(),
        })
    }

    /// Everything is seen through it.
    pub fn view(&self) -> View<'_> {
        self.ledger.as_seen_by(self.viewer)
    }

    /// The delegation as which a delegation's own is written.
    pub fn delegation(&self, what: &str) -> Result<Ccode, Failure> {
        match self.viewer {
            Viewer::Delegation(party) => Ok(party),
            Viewer::Joint => Err(Failure::usage(format!("{what} is a delegation's own"))
                .help("--as STATE says which delegation's")),
        }
    }

    /// Who writes, and now.
    pub fn stamp(&self) -> Result<Stamp, Failure> {
        let by_system = || {
            USER.iter()
                .filter_map(|name| std::env::var(name).ok())
                .find(|name| !name.trim().is_empty())
        };
        let author = self.author.clone().or_else(by_system).ok_or_else(|| {
            Failure::usage("a change needs an author")
                .help("--author NAME, or the variable ENTENTE_AUTHOR")
        })?;
        Ok(Stamp {
            author,
            time: clock::now(),
        })
    }

    /// An entry by its id; near ones are suggested.
    pub fn get<T: Entry>(&self, id: &str) -> Result<Versioned<T>, Failure> {
        match self.ledger.wait(self.view().get::<T>(id)) {
            Err(LedgerError::Unknown(entry)) => {
                let all = self.ledger.wait(self.view().all::<T>())?;
                let ids = all.into_iter().map(|one| one.entry.into().id().to_owned());
                Err(unknown(
                    &entry.to_string(),
                    id,
                    ids.collect(),
                    T::KIND.as_str(),
                ))
            }
            found => Ok(found?),
        }
    }

    /// Makes one change.
    pub fn change(&self, change: Change) -> Result<Vec<Recorded>, Failure> {
        self.changes(vec![change])
    }

    /// Makes changes in order, all or none.
    pub fn changes(&self, changes: Vec<Change>) -> Result<Vec<Recorded>, Failure> {
        let stamp = self.stamp()?;
        Ok(self.ledger.wait(self.view().record_all(changes, &stamp))?)
    }

    /// What stands around an answer: the day is that of the last change, if no other is given.
    pub fn answer(&self, on: Option<Date>, notes: Vec<Note>) -> Result<Answer, Failure> {
        let last = LogFilter {
            last: Some(1),
            ..LogFilter::default()
        };
        let last = self.ledger.wait(self.view().log(&last))?.pop();
        let changed = last.as_ref().map(|revision| day(revision.time));
        Ok(Answer {
            as_of: on.or(changed),
            viewer: shown(self.viewer),
            head: self.ledger.wait(self.ledger.head())?,
            own_head: self.ledger.wait(self.view().own_head())?,
            notes,
        })
    }
}

/// Makes a folder that is the user's alone.
fn private_folder(directory: &Path) -> Result<(), Failure> {
    folder(directory, Access::Private)
        .map_err(|error| Failure::failed(format!("cannot make {}: {error}", directory.display())))
}

/// Nothing has that id; a near one is suggested.
pub fn unknown(entry: &str, id: &str, ids: Vec<String>, kind: &str) -> Failure {
    let near = ids
        .iter()
        .map(|other| (jaro_winkler(id, other), other))
        .filter(|(likeness, _)| *likeness > LIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    let failure = Failure::usage(format!("there is no {entry}"));
    match near {
        Some((_, other)) => failure.help(format!("did you mean {other}?")),
        None => failure.help(format!("`entente ledger list {kind}` lists what there is")),
    }
}

/// A time to the second.
pub fn seconds(time: Timestamp) -> String {
    time.strftime("%Y-%m-%d %H:%M:%S").to_string()
}

/// A state that was typed. A ledger is of today: the name of a state that is no more is refused.
pub fn state(name: &str) -> Result<Ccode, Failure> {
    Ok(system().resolve_on(name, clock::today())?.ccode)
}

/// States that were typed.
pub fn states(names: &[String]) -> Result<Vec<Ccode>, Failure> {
    names.iter().map(|name| state(name)).collect()
}

fn viewer(word: &str) -> Result<Viewer, Failure> {
    match word {
        "joint" => Ok(Viewer::Joint),
        name => state(name).map(Viewer::Delegation),
    }
}

fn shown(viewer: Viewer) -> String {
    match viewer {
        Viewer::Joint => "joint".to_owned(),
        Viewer::Delegation(party) => super::names::code(party),
    }
}

/// The database that was named; its address, which may hold a password, is never repeated.
pub fn named(text: &str) -> Result<Database, Failure> {
    text.parse::<Database>()
        .map_err(|error| Failure::usage(error.to_string()))
}

fn database(args: &RoomArgs) -> Result<Database, Failure> {
    match &args.database {
        Some(text) => named(text),
        None => match data() {
            Some(directory) => Ok(Database::Sqlite(directory.join("ledger.sqlite"))),
            None => Err(Failure::usage("this system names no directory for data")
                .help("--database FILE, or the variable ENTENTE_DATABASE")),
        },
    }
}

/// The user's directory for data, where the system has one.
fn data() -> Option<PathBuf> {
    let strategy = etcetera::choose_base_strategy().ok()?;
    Some(Path::new(&etcetera::BaseStrategy::data_dir(&strategy)).join("entente"))
}
