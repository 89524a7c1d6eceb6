//! Where a declared entry is from.

use std::fmt;

use jiff::civil::Date;
use serde::Serialize;

/// A public source of a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// A short name without blanks, unique in the dossier.
    pub id: String,
    /// Author, title, publisher.
    pub citation: String,
    /// When it came out, as declared: a day, a month or a year.
    pub published: String,
    /// From this day it could be read: the last day of the month or year where no day is known.
    pub known: Date,
    /// Where it can be read.
    pub address: Option<String>,
    /// What a reader must know of it, such as that it was not opened.
    pub note: Option<String>,
}

/// A source, and the place in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Citation {
    /// The source's id.
    pub source: String,
    /// Page, paragraph, article or the like.
    pub place: Option<String>,
}

/// A citation spelt out: the work as a reader knows it, and the place in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cited {
    /// Author, title, publisher; a source's id where no source has it.
    pub work: String,
    /// Page, paragraph, article or the like.
    pub place: Option<String>,
}

impl Cited {
    pub(super) fn among(sources: &[Source], citation: &Citation) -> Self {
        let source = sources.iter().find(|s| s.id == citation.source);
        Cited {
            work: source.map_or_else(|| citation.source.clone(), |s| s.citation.clone()),
            place: citation.place.clone(),
        }
    }
}

impl fmt::Display for Cited {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Some(place) => write!(f, "{}, {place}", self.work),
            None => f.write_str(&self.work),
        }
    }
}
