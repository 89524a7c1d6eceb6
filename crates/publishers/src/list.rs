//! `publishers.toml`: what is published where, and how it is asked for.

use std::collections::BTreeSet;
use std::ops::Range;
use std::time::Duration;

use entente_doors::declared::Declared;
use entente_evidence::TableId;
use entente_evidence::import::Kind;
use serde::Deserialize;
use toml::Spanned;

use crate::client::may_be_asked;

/// The list in the program.
const SHIPPED: &str = include_str!("../../../data/publishers.toml");

/// What is published, and how it is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Publishers {
    /// What one request may take.
    pub limits: Limits,
    /// What is published, in the order of the list.
    pub publications: Vec<Publication>,
}

/// What one request may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The longest that an answer may take, from the first byte asked to the last one read.
    pub longest: Duration,
    /// The most bytes of a body.
    pub most_bytes: u64,
    /// The most times that an answer may send on to another address.
    pub redirects: u32,
    /// How long is waited before the next request.
    pub pause: Duration,
}

/// Files that a publisher brings out in one place and one form.
#[derive(Clone, Debug, PartialEq)]
pub struct Publication {
    /// A word for it.
    pub name: String,
    /// What it is, in a line.
    pub title: String,
    /// The tables that are made from it; the first tells how old it is.
    pub tables: Vec<TableId>,
    /// The format in which it is read; none if this program reads it in none.
    pub format: Option<Kind>,
    /// How it is asked for.
    pub way: Way,
    /// The files of a listing that count; all with the ending, if none is named.
    pub files: Vec<String>,
    /// How a file of it changes.
    pub growth: Growth,
    /// The most records that one file may bring that nobody knew; more than that is no news, but a fault.
    pub most_new: Option<usize>,
    /// What is not to be wondered at, or why it cannot be asked for or read.
    pub note: Option<String>,
    /// The files from which the embedded tables are made.
    pub embedded: Vec<Embedded>,
}

/// A publisher's file from which embedded tables are made.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "(String, String, usize)")]
pub struct Embedded {
    /// Its name.
    pub file: String,
    /// The digest that its publisher gives it.
    pub digest: String,
    /// The records that it has: rows of the first table.
    pub records: usize,
}

impl From<(String, String, usize)> for Embedded {
    fn from((file, digest, records): (String, String, usize)) -> Self {
        Embedded {
            file,
            digest,
            records,
        }
    }
}

/// How a publication is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// A folder of a repository: a listing gives the files with their digests.
    GitHub {
        /// Where the listing is.
        listing: String,
        /// Where a file is: `{file}` stands for its name.
        address: String,
        /// How the names of the files end that count.
        ending: String,
    },
    /// A data set: a listing gives the files of its latest version with their digests.
    Dataverse {
        /// Where the listing is.
        listing: String,
        /// Where a file is: `{id}` stands for its number.
        address: String,
        /// How the names of the files end that count.
        ending: String,
    },
    /// One file at an address. Whether it is another one is asked by the mark or the day that its server
    /// gave it.
    File {
        /// Where it is.
        address: String,
    },
    /// It is not asked for: what is published has no address that is known to stay.
    ByHand,
}

/// How a publisher's file changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Growth {
    /// Records are added; none goes away.
    #[default]
    Adds,
    /// Earlier records are revised from edition to edition; there are never fewer.
    Revises,
}

/// A list of publishers that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct ListError {
    /// What is wrong.
    pub message: String,
    /// Where, in bytes of the text.
    pub span: Range<usize>,
    /// What to do about it.
    pub hint: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    limits: WrittenLimits,
    #[serde(default, rename = "publication")]
    publications: Vec<WrittenPublication>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct WrittenLimits {
    seconds: u32,
    mebibytes: u32,
    redirects: u32,
    pause_milliseconds: u32,
}

impl Default for WrittenLimits {
    fn default() -> Self {
        WrittenLimits {
            seconds: 120,
            mebibytes: 64,
            redirects: 5,
            pause_milliseconds: 1000,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenPublication {
    name: Spanned<String>,
    title: String,
    tables: Vec<Spanned<String>>,
    kind: Spanned<WrittenKind>,
    format: Option<Spanned<String>>,
    listing: Option<Spanned<String>>,
    address: Option<Spanned<String>>,
    ending: Option<Spanned<String>>,
    #[serde(default)]
    files: Vec<String>,
    #[serde(default)]
    growth: Growth,
    most_new: Option<usize>,
    note: Option<String>,
    #[serde(default)]
    embedded: Vec<Embedded>,
}

#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
enum WrittenKind {
    Github,
    Dataverse,
    File,
    ByHand,
}

impl Publication {
    /// Whether a file of a listing counts.
    pub fn counts(&self, file: &str, ending: &str) -> bool {
        file.ends_with(ending) && (self.files.is_empty() || self.files.iter().any(|f| f == file))
    }

    /// Whether the embedded tables are made from a version of a file.
    pub fn is_embedded(&self, file: &str, digest: &str) -> bool {
        (self.embedded.iter()).any(|e| e.file == file && e.digest == digest)
    }
}

impl Publishers {
    /// The list in the program.
    ///
    /// # Errors
    /// Never for the list in the program, which a test reads.
    pub fn shipped() -> Result<Self, ListError> {
        Publishers::read(SHIPPED)
    }

    /// Reads a list.
    ///
    /// # Errors
    /// If it holds a character that no text may hold, is not TOML of that form, names a table or a format that
    /// is none, an address that may not be asked, or one name twice; the span says where.
    pub fn read(text: &str) -> Result<Self, ListError> {
        let declared = Declared::open(text, &[]).map_err(|fault| ListError {
            message: fault.message,
            span: fault.span,
            hint: Some(fault.hint.to_owned()),
        })?;
        let in_file = |error: ListError| ListError {
            span: declared.place(error.span.clone()),
            ..error
        };
        let written: Written = toml::from_str(declared.text()).map_err(|error| {
            in_file(ListError {
                message: error.message().to_owned(),
                span: error.span().unwrap_or(0..0),
                hint: None,
            })
        })?;
        let mut names = BTreeSet::new();
        let mut publications = Vec::new();
        for publication in written.publications {
            if !names.insert(publication.name.get_ref().clone()) {
                let message = format!("the name “{}” stands twice", publication.name.get_ref());
                return Err(in_file(at(&publication.name, message, None)));
            }
            publications.push(publication.understood().map_err(in_file)?);
        }
        Ok(Publishers {
            limits: Limits {
                longest: Duration::from_secs(u64::from(written.limits.seconds)),
                most_bytes: u64::from(written.limits.mebibytes) << 20,
                redirects: written.limits.redirects,
                pause: Duration::from_millis(u64::from(written.limits.pause_milliseconds)),
            },
            publications,
        })
    }

    /// What bears some names; all of the list if none is given.
    ///
    /// # Errors
    /// The first name that nothing bears.
    pub fn named(&self, names: &[String]) -> Result<Vec<&Publication>, String> {
        if names.is_empty() {
            return Ok(self.publications.iter().collect());
        }
        let find = |name: &String| {
            let found = self.publications.iter().find(|p| p.name == *name);
            found.ok_or_else(|| name.clone())
        };
        names.iter().map(find).collect()
    }
}

fn at<T>(value: &Spanned<T>, message: String, hint: Option<String>) -> ListError {
    ListError {
        message,
        span: value.span(),
        hint,
    }
}

impl WrittenPublication {
    fn understood(self) -> Result<Publication, ListError> {
        let way = self.way()?;
        let tables = (self.tables.iter())
            .map(|word| {
                TableId::from_name(word.get_ref()).ok_or_else(|| {
                    let known: Vec<&str> = TableId::ALL.iter().map(|t| t.as_str()).collect();
                    let message = format!("“{}” is no table", word.get_ref());
                    at(
                        word,
                        message,
                        Some(format!("there are: {}", known.join(", "))),
                    )
                })
            })
            .collect::<Result<Vec<_>, _>>()?;
        if tables.is_empty() {
            let message = "no table is named that is made from it".to_owned();
            return Err(at(&self.name, message, None));
        }
        let format = (self.format.as_ref())
            .map(|word| {
                Kind::from_word(word.get_ref()).ok_or_else(|| {
                    let known: Vec<&str> = Kind::ALL.iter().map(|k| k.as_str()).collect();
                    let message = format!("“{}” is no format", word.get_ref());
                    at(
                        word,
                        message,
                        Some(format!("there are: {}", known.join(", "))),
                    )
                })
            })
            .transpose()?;
        Ok(Publication {
            name: self.name.into_inner(),
            title: self.title,
            tables,
            format,
            way,
            files: self.files,
            growth: self.growth,
            most_new: self.most_new,
            note: self.note,
            embedded: self.embedded,
        })
    }

    /// The way, with the keys that it needs and no other.
    fn way(&self) -> Result<Way, ListError> {
        use WrittenKind::{ByHand, Dataverse, File, Github};
        let kind = *self.kind.get_ref();
        let listed = matches!(kind, Github | Dataverse);
        let listing = self.key("listing", self.listing.as_ref(), listed)?;
        let address = self.key("address", self.address.as_ref(), kind != ByHand)?;
        let ending = self.key("ending", self.ending.as_ref(), listed)?;
        for written in self.listing.iter().chain(&self.address) {
            let address = written.get_ref();
            if !may_be_asked(address) {
                let message = format!("“{address}” may not be asked");
                let hint = "an address begins with https://, or with http:// on this machine (127.0.0.1, localhost)";
                return Err(at(written, message, Some(hint.to_owned())));
            }
        }
        let place = match kind {
            Github => "{file}",
            Dataverse => "{id}",
            File | ByHand => "",
        };
        if let Some(written) = self
            .address
            .as_ref()
            .filter(|a| !a.get_ref().contains(place))
        {
            let message = format!("the address does not say where the file's {place} stands");
            return Err(at(written, message, None));
        }
        Ok(match kind {
            Github => Way::GitHub {
                listing,
                address,
                ending,
            },
            Dataverse => Way::Dataverse {
                listing,
                address,
                ending,
            },
            File => Way::File { address },
            ByHand => Way::ByHand,
        })
    }

    fn key(
        &self,
        name: &str,
        value: Option<&Spanned<String>>,
        wanted: bool,
    ) -> Result<String, ListError> {
        match (value, wanted) {
            (Some(value), true) => Ok(value.get_ref().clone()),
            (None, false) => Ok(String::new()),
            (None, true) => {
                let message = format!("this kind needs the key `{name}`");
                Err(at(&self.kind, message, None))
            }
            (Some(value), false) => {
                let message = format!("this kind has no key `{name}`");
                Err(at(value, message, None))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, HashMap};

    use entente_evidence::{CouncilVote, Evidence, RecordSource, RollCall, Sources, Vote};
    use jiff::civil::Date;

    use super::*;
    use crate::difference::by_symbol;
    use crate::gates::series;

    const FILE: &str = "[[publication]]\nname = \"a\"\ntitle = \"A\"\ntables = [\"votes\"]\n";

    fn refused(rest: &str) -> (String, String) {
        let text = format!("{FILE}{rest}");
        let error = Publishers::read(&text).unwrap_err();
        (error.message, text[error.span].to_owned())
    }

    #[test]
    fn the_list_in_the_program_speaks_of_every_embedded_table() {
        let publishers = Publishers::shipped().unwrap();
        for table in TableId::ALL.iter().filter(|t| **t != TableId::Event) {
            let spoken_of = publishers
                .publications
                .iter()
                .any(|p| p.tables.contains(table));
            assert!(spoken_of, "{table}");
        }
    }

    #[test]
    fn what_cannot_be_asked_for_or_read_says_why() {
        for publication in Publishers::shipped().unwrap().publications {
            let needs = publication.way == Way::ByHand || publication.format.is_none();
            assert!(!needs || publication.note.is_some(), "{}", publication.name);
        }
    }

    /// Who builds the bundle from newer files is reminded to say so in the list.
    #[test]
    fn the_embedded_files_are_those_of_the_sources() {
        let sources = include_str!("../../../data/sources.toml");
        let sources = Sources::parse("sources.toml", sources).unwrap();
        let publishers = Publishers::shipped().unwrap();
        let (mut raw, mut listed) = (BTreeSet::new(), BTreeSet::new());
        for publication in publishers
            .publications
            .iter()
            .filter(|p| p.format.is_some())
        {
            let Way::GitHub { ending, .. } = &publication.way else {
                continue;
            };
            let files = (publication.tables.iter())
                .filter_map(|table| sources.get(*table))
                .flat_map(|source| &source.raw)
                .map(|file| file.file.trim_end_matches(".gz").to_owned());
            raw.extend(files.filter(|file| file.ends_with(ending.as_str())));
            listed.extend(publication.embedded.iter().map(|e| e.file.clone()));
        }
        assert_eq!(listed, raw);
    }

    /// What the list says of the embedded files of the United Nations is what is embedded.
    #[test]
    fn the_embedded_files_have_their_records() {
        let evidence = Evidence::embedded().unwrap();
        let as_of = evidence.as_of(Date::MAX);
        let ours: HashMap<u32, &RollCall> = (as_of.roll_calls().unwrap().iter())
            .map(|view| (view.roll_call.rcid, view.roll_call))
            .filter(|(_, call)| call.source == RecordSource::Unxml)
            .collect();
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for vote in as_of.rows::<Vote>().unwrap() {
            if let Some(symbol) = ours.get(&vote.rcid).and_then(|call| call.symbol.as_deref()) {
                *counts.entry(series(symbol).to_owned()).or_default() += 1;
            }
        }
        let told = by_symbol(&as_of).unwrap();
        let votes = as_of.rows::<CouncilVote>().unwrap();
        let is_ours = |v: &CouncilVote| {
            (told.get(&v.symbol)).is_some_and(|r| r.source == RecordSource::Unxml)
        };
        for vote in votes.filter(|v| is_ours(v)) {
            *counts.entry(series(&vote.symbol).to_owned()).or_default() += 1;
        }
        let publishers = Publishers::shipped().unwrap();
        let names = ["un-assembly", "un-council"].map(str::to_owned);
        for publication in publishers.named(&names).unwrap() {
            // The votes of session 74 stand in the field's record.
            for embedded in publication.embedded.iter().filter(|e| e.file != "74.json") {
                let stem = embedded.file.trim_end_matches(".json");
                let series = match publication.name.as_str() {
                    "un-assembly" => format!("A/RES/{stem}"),
                    _ => format!("({stem})"),
                };
                let found = counts.get(&series).copied().unwrap_or(0);
                assert_eq!(found, embedded.records, "{}", embedded.file);
            }
        }
    }

    #[test]
    fn keys_belong_to_kinds() {
        let (message, _) = refused("kind = \"file\"\n");
        assert_eq!(message, "this kind needs the key `address`");
        let (message, place) = refused("kind = \"by-hand\"\naddress = \"https://a.org/b\"\n");
        assert_eq!(message, "this kind has no key `address`");
        assert_eq!(place, "\"https://a.org/b\"");
        let (message, place) = refused("kind = \"file\"\naddress = \"http://a.org/b\"\n");
        assert_eq!(message, "“http://a.org/b” may not be asked");
        assert_eq!(place, "\"http://a.org/b\"");
        let (message, _) = refused(
            "kind = \"github\"\nlisting = \"https://a.org/l\"\naddress = \"https://a.org/b\"\nending = \"\"\n",
        );
        assert!(message.contains("{file}"), "{message}");
        let (message, place) = refused("kind = \"by-hand\"\nformat = \"unxlm\"\n");
        assert_eq!(
            (message.as_str(), place.as_str()),
            ("“unxlm” is no format", "\"unxlm\"")
        );
        let (message, _) = refused("kind = \"ftp\"\n");
        assert!(message.contains("ftp"), "{message}");
        let (message, place) = refused(&format!("kind = \"by-hand\"\n{FILE}kind = \"by-hand\"\n"));
        assert_eq!(
            (message.as_str(), place.as_str()),
            ("the name “a” stands twice", "\"a\"")
        );
    }

    #[test]
    fn limits_have_defaults() {
        let text = format!("[limits]\nseconds = 2\n{FILE}kind = \"by-hand\"\n");
        let limits = Publishers::read(&text).unwrap().limits;
        assert_eq!(limits.longest, Duration::from_secs(2));
        assert_eq!((limits.most_bytes, limits.redirects), (64 << 20, 5));
    }
}
