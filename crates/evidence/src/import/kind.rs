//! Which publisher's format a file is in.

use super::intake::{Intake, Named};
use super::unxml::Repair;
use super::{ImportError, contacts, council, events, plain, unga, unga_users, unxml};
use crate::record::{Format, Plain, Record, TableId, Tables, every_table};
use crate::tables::*;

macro_rules! kinds {
    (
        $($(#[doc = $doc:literal])+ $variant:ident = $word:literal, $read:path;)*
        $($plain:ident = $row:ident;)*
    ) => {
        /// A format that can be imported.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[doc = $doc])* $variant,)*
            $(#[doc = concat!("Rows of the table of [`", stringify!($row), "`].")] $plain,)*
        }

        impl Kind {
            /// Every format.
            pub const ALL: &'static [Kind] = &[$(Kind::$variant,)* $(Kind::$plain),*];

            /// The word for it on the command line.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Kind::$variant => $word,)*
                    $(Kind::$plain => <$row as Plain>::FORMAT.word),*
                }
            }

            /// What it is, in a line.
            pub fn about(self) -> &'static str {
                match self {
                    $(Kind::$variant => concat!($($doc),*).trim_ascii(),)*
                    $(Kind::$plain => <$row as Plain>::FORMAT.about),*
                }
            }

            /// The table whose declaration says how a file of this format is read, with what it says of the
            /// format; nothing of a format with an importer of its own.
            pub fn declared(self) -> Option<(TableId, Format)> {
                match self {
                    $(Kind::$plain => Some((<$row as Record>::TABLE, <$row as Plain>::FORMAT)),)*
                    _ => None,
                }
            }
        }

        fn of_kind(kind: Kind, file: &Named<'_>, bytes: &[u8]) -> Result<Tables, ImportError> {
            match kind {
                $(Kind::$variant => $read(file, bytes),)*
                $(Kind::$plain => plain::read::<$row>(file, bytes)),*
            }
        }
    };
}

/// The formats with an importer of their own, and those of [`every_table`] that have a name there.
macro_rules! formats {
    ($($(#[$meta:meta])* $row:ident in $slot:ident $(from $kind:ident)? $(not $absent:ident)?),* $(,)?) => { kinds! {
    /// Votes of the General Assembly (unvotes package, un_votes.csv)
    UnvotesVotes = "unvotes-votes", unga::votes;
    /// Roll calls of the General Assembly (unvotes package, un_roll_calls.csv)
    UnvotesRollCalls = "unvotes-roll-calls", unga::roll_calls;
    /// Coded issues of roll calls (unvotes package, un_roll_call_issues.csv)
    UnvotesIssues = "unvotes-issues", unga::issues;
    /// Repeated roll calls (Bailey, Strezhnev and Voeten, Matches.csv)
    Matches = "matches", unga::repeats;
    /// Published ideal points (Bailey, Strezhnev and Voeten, IdealpointestimatesAll)
    IdealPoints = "ideal-points", unga::ideal_points;
    /// Votes of the General Assembly (Harvard Dataverse, UNVotes CSV)
    Dataverse = "dataverse-unvotes", unga_users::dataverse;
    /// Votes of the General Assembly (UN Digital Library, voting CSV)
    DigitalLibrary = "undl-votes", unga_users::digital_library;
    /// Resolutions of the General Assembly or the Security Council (United Nations, UNxml, JSON Lines)
    Unxml = "unxml", unxml::lines;
    /// Resolutions of the Security Council (gathered from UN Digital Library and UNxml)
    CouncilResolutions = "sc-resolutions", council::resolutions;
    /// Votes in the Security Council on adopted resolutions (gathered from UN Digital Library and UNxml)
    CouncilVotes = "sc-votes", council::votes;
    /// Drafts that the Security Council did not adopt, with votes (gathered from UNxml)
    CouncilNotAdopted = "sc-not-adopted", council::not_adopted;
    /// Vetoes in the Security Council (World Politics Data Lab)
    CouncilVetoes = "sc-vetoes", council::vetoes;
    /// Visits to the United States by foreign leaders (Office of the Historian, XML)
    Visits = "visits", contacts::visits;
    /// Travels of presidents and secretaries of state (Office of the Historian, XML)
    Travels = "travels", contacts::travels;
    /// Event counts of pairs and years (ICEWS)
    Icews = "icews-dyad-year", events::icews;
    /// Events (GDELT 2.0, tab-separated without header, or with the header of its 61 columns)
    Gdelt = "gdelt", events::gdelt;
    $($($kind = $row;)?)*
    } };
}

every_table!(formats);

/// What was read from a publisher's file, its texts as they may be kept.
#[derive(Debug)]
pub struct Import {
    /// Its rows.
    pub tables: Tables,
    /// How many of its texts held a character that no text may hold; they are kept without it.
    pub cleaned: usize,
    /// What the importer put right, or left out because it could not.
    pub repairs: Vec<Repair>,
    /// What was left out because it is faulty, where that was asked for.
    pub left_out: Vec<ImportError>,
}

/// Reads a publisher's file into tables, takes out of texts what no text may hold, and says of how many.
///
/// # Errors
/// As [`read`].
pub fn import(kind: Kind, file: &str, bytes: &[u8]) -> Result<Import, ImportError> {
    Ok(cleaned(read(kind, file, bytes)?, Vec::new()))
}

/// The same of what is sound in the file: a row that cannot be read, that repeats another or that contradicts
/// it is left out, and so is a roll call whose votes do not add up to its totals.
///
/// # Errors
/// A fault that is not one of a row, a format that is read whole or not at all, or that nothing is sound.
pub fn import_sound(kind: Kind, file: &str, bytes: &[u8]) -> Result<Import, ImportError> {
    if !kind.can_leave_out() {
        let problem = format!(
            "is read whole or not at all, as a file of the format {}",
            kind.as_str()
        );
        return Err(ImportError::whole(file, problem).hint("import it without `--skip-faulty`"));
    }
    let intake = Intake::default();
    let tables = of_kind(kind, &Named::skipping(file, &intake), bytes)?;
    let left_out = intake.into_faults();
    match left_out.first() {
        Some(first) if tables.is_empty() => Err(first.clone()),
        _ => Ok(cleaned(not_empty(file, tables)?, left_out)),
    }
}

fn cleaned(mut tables: Tables, left_out: Vec<ImportError>) -> Import {
    let cleaned = tables.clean();
    let repairs = std::mem::take(&mut tables.repairs);
    Import {
        tables,
        cleaned,
        repairs,
        left_out,
    }
}

/// Reads a publisher's file into tables, texts as published.
///
/// `file` is the name to use in errors; `bytes` may be gzip.
///
/// # Errors
/// The first value that cannot be read, or that there is no row.
pub fn read(kind: Kind, file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    not_empty(file, of_kind(kind, &Named::from(file), bytes)?)
}

fn not_empty(file: &str, tables: Tables) -> Result<Tables, ImportError> {
    if tables.is_empty() {
        return Err(ImportError::whole(file, "holds no row")
            .hint("was it downloaded whole? a header alone is no table"));
    }
    Ok(tables)
}

impl Kind {
    /// The format of a word, as typed.
    pub fn from_word(word: &str) -> Option<Self> {
        let word = word.trim().to_ascii_lowercase().replace('_', "-");
        Kind::ALL.iter().copied().find(|k| k.as_str() == word)
    }

    /// Whether faulty rows of a file of this format can be left out. XML is one text, and what UNxml, ICEWS and
    /// the gathered lists of the Security Council say of one row depends on others.
    pub fn can_leave_out(self) -> bool {
        self.declared().is_some()
            || matches!(
                self,
                Kind::UnvotesVotes
                    | Kind::UnvotesRollCalls
                    | Kind::UnvotesIssues
                    | Kind::Matches
                    | Kind::IdealPoints
                    | Kind::Dataverse
                    | Kind::DigitalLibrary
            )
    }
}
