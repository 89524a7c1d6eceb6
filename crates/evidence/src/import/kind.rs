//! Which publisher's format a file is in.

use super::unxml::Repair;
use super::{
    ImportError, capabilities, contacts, council, displacement, events, geography, institutions,
    leaders, unga, unga_users, unxml,
};
use crate::record::Tables;

macro_rules! kinds {
    ($($(#[doc = $doc:literal])* $variant:ident = $word:literal, $read:path;)*) => {
        /// A format that can be imported.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $($(#[doc = $doc])* $variant),* }

        impl Kind {
            /// Every format.
            pub const ALL: &'static [Kind] = &[$(Kind::$variant),*];

            /// The word for it on the command line.
            pub fn as_str(self) -> &'static str {
                match self { $(Kind::$variant => $word),* }
            }

            /// What it is, in a line.
            pub fn about(self) -> &'static str {
                match self { $(Kind::$variant => concat!($($doc),*).trim_ascii()),* }
            }
        }

        fn of_kind(kind: Kind, file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
            match kind { $(Kind::$variant => $read(file, bytes)),* }
        }
    };
}

kinds! {
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
    /// Persons of concern (UNHCR, population)
    UnhcrPopulation = "unhcr-population", displacement::population;
    /// Newly displaced persons (UNHCR, flows)
    UnhcrFlows = "unhcr-flows", displacement::flows;
    /// Asylum applications (UNHCR)
    UnhcrApplications = "unhcr-applications", displacement::applications;
    /// Asylum decisions (UNHCR)
    UnhcrDecisions = "unhcr-decisions", displacement::decisions;
    /// Durable solutions (UNHCR)
    UnhcrSolutions = "unhcr-solutions", displacement::solutions;
    /// National material capabilities (Correlates of War, NMC)
    Nmc = "cow-nmc", capabilities::nmc;
    /// Monadic trade (Correlates of War)
    Trade = "cow-trade", capabilities::trade;
    /// Direct contiguity (Correlates of War)
    Contiguity = "cow-contiguity", geography::contiguity;
    /// Capitals (peacesciencer)
    Capitals = "capitals", geography::capitals;
    /// Minimum distances (peacesciencer, from CShapes)
    Distances = "min-distances", geography::distances;
    /// Joint memberships of organisations (Correlates of War, IGO dyads)
    Igos = "cow-igo-dyads", institutions::joint_igos;
    /// Alliance obligations (ATOP)
    Alliances = "atop", institutions::alliances;
    /// Elections and referendums (REIGN)
    ReignElections = "reign-elections", leaders::elections;
    /// Leaders (REIGN)
    ReignLeaders = "reign-leaders", leaders::reign;
    /// Leaders (Archigos)
    Archigos = "archigos", leaders::archigos;
    /// Event counts of pairs and years (ICEWS)
    Icews = "icews-dyad-year", events::icews;
    /// Events (GDELT 2.0, tab-separated without header, or with the header of its 61 columns)
    Gdelt = "gdelt", events::gdelt;
}

/// What was read from a publisher's file, its texts as they may be kept.
#[derive(Debug)]
pub struct Import {
    /// Its rows.
    pub tables: Tables,
    /// How many of its texts held a character that no text may hold; they are kept without it.
    pub cleaned: usize,
    /// What the importer put right, or left out because it could not.
    pub repairs: Vec<Repair>,
}

/// Reads a publisher's file into tables, takes out of texts what no text may hold, and says of how many.
///
/// # Errors
/// As [`read`].
pub fn import(kind: Kind, file: &str, bytes: &[u8]) -> Result<Import, ImportError> {
    let mut tables = read(kind, file, bytes)?;
    let cleaned = tables.clean();
    let repairs = std::mem::take(&mut tables.repairs);
    Ok(Import {
        tables,
        cleaned,
        repairs,
    })
}

/// Reads a publisher's file into tables, texts as published.
///
/// `file` is the name to use in errors; `bytes` may be gzip.
///
/// # Errors
/// The first value that cannot be read, or that there is no row.
pub fn read(kind: Kind, file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    let tables = of_kind(kind, file, bytes)?;
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
}
