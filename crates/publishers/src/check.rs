//! What publishers have that the evidence at hand has not.

use serde::Serialize;

use crate::client::Client;
use crate::held::Held;
use crate::list::{Limits, Publication};
use crate::offer::{self, Offer};

/// What is known of a publication, after it was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Checked {
    /// The word for it.
    pub name: String,
    /// What it is.
    pub title: String,
    /// What was found.
    pub state: State,
    /// The files of which there is something to tell.
    pub files: Vec<CheckedFile>,
    /// Why nothing was found out, or what is to be known of it.
    pub note: Option<String>,
}

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// The publisher has what the evidence at hand has not.
    Newer,
    /// It has nothing more.
    Unchanged,
    /// It could not be asked.
    Unreachable,
    /// It is not asked: its address is not known, or does not stay.
    NotCheckable,
}

/// A file of which there is something to tell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CheckedFile {
    /// Its name.
    pub file: String,
    /// What became of it.
    pub state: FileState,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileState {
    /// There was none.
    New,
    /// There is another version.
    Changed,
    /// The publisher has it no more; what was made of it stays.
    Gone,
}

impl State {
    /// In words.
    pub fn as_str(self) -> &'static str {
        match self {
            State::Newer => "newer",
            State::Unchanged => "unchanged",
            State::Unreachable => "unreachable",
            State::NotCheckable => "not checkable",
        }
    }
}

impl FileState {
    /// In words.
    pub fn as_str(self) -> &'static str {
        match self {
            FileState::New => "new",
            FileState::Changed => "changed",
            FileState::Gone => "gone",
        }
    }
}

/// Asks for publications, one after the other. Nothing is written.
pub fn check(
    client: &Client,
    publications: &[&Publication],
    held: &Held,
    limits: &Limits,
) -> Vec<Checked> {
    let one = |publication: &&Publication| {
        let asked = offer::ask(client, publication, held.downloads.as_ref(), limits);
        match asked {
            Ok(Some(offer)) => Checked::of(publication, &offer, held),
            Ok(None) => {
                Checked::without_files(publication, State::NotCheckable, publication.note.clone())
            }
            Err(error) => {
                Checked::without_files(publication, State::Unreachable, Some(error.to_string()))
            }
        }
    };
    publications.iter().map(one).collect()
}

impl Checked {
    fn without_files(publication: &Publication, state: State, note: Option<String>) -> Self {
        Checked {
            name: publication.name.clone(),
            title: publication.title.clone(),
            state,
            files: Vec::new(),
            note,
        }
    }

    /// What an offer has that is not held.
    pub(crate) fn of(publication: &Publication, offer: &Offer, held: &Held) -> Self {
        let fresh = offer
            .files
            .iter()
            .filter(|o| !held.has(publication, &o.file, &o.address, &o.digest));
        let mut files: Vec<CheckedFile> = fresh
            .map(|offered| CheckedFile {
                file: offered.file.clone(),
                state: match held.has_any(publication, &offered.file) {
                    true => FileState::Changed,
                    false => FileState::New,
                },
            })
            .collect();
        let state = match files.is_empty() {
            true => State::Unchanged,
            false => State::Newer,
        };
        let gone = publication
            .embedded
            .iter()
            .filter(|e| !offer.files.iter().any(|o| o.file == e.file));
        files.extend(gone.map(|embedded| CheckedFile {
            file: embedded.file.clone(),
            state: FileState::Gone,
        }));
        Checked {
            files,
            ..Checked::without_files(publication, state, publication.note.clone())
        }
    }
}
