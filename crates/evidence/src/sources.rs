//! `sources.toml`: for every table its publisher, licence, citation, period, rows and checksum.

use std::collections::BTreeSet;

use entente_doors::text;
use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::record::TableId;
use crate::rhythm::Rhythm;
use crate::tables::RecordSource;

/// What stands beside the data about each table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sources {
    /// One entry per table.
    #[serde(default, rename = "table")]
    pub tables: Vec<Source>,
}

/// Where a table comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The table's name, which is also its file's.
    pub name: String,
    /// What it holds, in a line.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// The licence as stated by the publisher or the packager.
    pub licence: String,
    /// The work to cite.
    pub citation: String,
    /// The same as BibTeX.
    pub bibtex: String,
    /// Repository, commit, package version or edition.
    pub version: String,
    /// What the record covers, in words.
    pub period: String,
    /// How often its publisher brings out records; empty where nobody has said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rhythm: Option<Rhythm>,
    /// What was left out of the publisher's file, and why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub left_out: String,
    /// Rows in the table.
    #[serde(default)]
    pub rows: usize,
    /// SHA-256 of the Parquet file.
    #[serde(default)]
    pub sha256: String,
    /// The publisher's files it was made from.
    #[serde(default, rename = "raw", skip_serializing_if = "Vec::is_empty")]
    pub raw: Vec<RawFile>,
}

impl Source {
    /// One entry for a table that two publishers fed: what both say stands once.
    #[must_use]
    pub fn and(self, other: Source) -> Source {
        let join = |a: String, b: String| match a.contains(b.as_str()) {
            true => a,
            false if a.is_empty() => b,
            false => format!("{a}; {b}"),
        };
        let mut raw = self.raw;
        let more: Vec<RawFile> = other.raw.into_iter().filter(|f| !raw.contains(f)).collect();
        raw.extend(more);
        Source {
            name: self.name,
            title: self.title,
            publisher: join(self.publisher, other.publisher),
            licence: join(self.licence, other.licence),
            citation: join(self.citation, other.citation),
            bibtex: if self.bibtex.contains(&other.bibtex) {
                self.bibtex
            } else {
                format!("{}\n{}", self.bibtex, other.bibtex)
            },
            version: join(self.version, other.version),
            period: join(self.period, other.period),
            // The later one carries the table on.
            rhythm: other.rhythm.or(self.rhythm),
            left_out: join(self.left_out, other.left_out),
            rows: self.rows + other.rows,
            sha256: String::new(),
            raw,
        }
    }
}

/// How the record's sources are described: the field's under the name of the table, others under their own.
const OF_THE_RECORD: [(RecordSource, Option<&str>); 3] = [
    (RecordSource::Voeten, None),
    (RecordSource::Unxml, Some("unxml")),
    (RecordSource::Library, Some("undl-gathered")),
];

impl Source {
    /// Of a table that several publishers fed, the entry of those whose roll calls are used.
    #[must_use]
    pub(crate) fn of_used(self, table: TableId, used: &BTreeSet<RecordSource>) -> Source {
        let Ok(descriptions) = Sources::descriptions() else {
            return self;
        };
        let parts = OF_THE_RECORD
            .iter()
            .filter(|(record, _)| used.contains(record))
            .filter_map(|(_, format)| match format {
                None => descriptions.get(table).cloned(),
                Some(format) => descriptions.described(table, format),
            })
            .filter(|part| self.publisher.contains(&part.publisher));
        match parts.reduce(Source::and) {
            Some(source) => Source {
                rows: self.rows,
                sha256: self.sha256,
                raw: self.raw,
                ..source
            },
            None => self,
        }
    }
}

/// A publisher's file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawFile {
    /// Its name, without the directory it happened to lie in.
    pub file: String,
    /// Its SHA-256.
    pub sha256: String,
}

/// A fault in `sources.toml`.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {reason}")]
pub struct SourcesError {
    /// The file.
    pub file: String,
    /// What the reader said, with the line.
    pub reason: String,
}

/// The entries of a list, with their places.
#[derive(Deserialize)]
struct Entries {
    #[serde(default, rename = "table")]
    tables: Vec<ListedTable>,
}

#[derive(Deserialize)]
struct ListedTable {
    name: Spanned<String>,
    sha256: Option<Spanned<String>>,
}

/// What is known of each table before it is made.
const DESCRIPTIONS: &str = include_str!("descriptions.toml");

/// A place in a file, as a reader counts: from 1.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or_default();
    let line = 1 + before.matches('\n').count();
    let column = 1 + before.chars().rev().take_while(|c| *c != '\n').count();
    (line, column)
}

/// Where the first text begins that holds what no text may hold, and what that is.
fn forbidden(value: &toml::de::DeValue<'_>, at: usize) -> Option<(usize, text::Forbidden)> {
    use toml::de::DeValue;
    match value {
        DeValue::String(text) => text::check(text).err().map(|reason| (at, reason)),
        DeValue::Array(items) => items
            .iter()
            .find_map(|item| forbidden(item.get_ref(), item.span().start)),
        DeValue::Table(entries) => entries
            .values()
            .find_map(|entry| forbidden(entry.get_ref(), entry.span().start)),
        _ => None,
    }
}

/// Whether a text is a SHA-256 in lower-case hexadecimal.
fn is_checksum(text: &str) -> bool {
    let digit = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
    text.len() == 64 && text.bytes().all(digit)
}

impl Sources {
    /// Reads `sources.toml`.
    ///
    /// # Errors
    /// If it is not TOML of that form, or a text holds what no text may hold; the message shows the line.
    pub fn parse(file: &str, text: &str) -> Result<Self, SourcesError> {
        let fault = |reason: String| SourcesError {
            file: file.to_owned(),
            reason,
        };
        // An editor on Windows ends lines with two characters.
        let text = text.replace("\r\n", "\n");
        let document = toml::de::DeTable::parse(&text).map_err(|e| fault(e.to_string()))?;
        if let Some((at, reason)) = forbidden(&toml::de::DeValue::Table(document.into_inner()), 0) {
            let (line, column) = place(&text, at);
            return Err(fault(format!(
                "line {line}, column {column}: this text cannot be kept: {reason}; take it out, or the escape \
                 that stands for it"
            )));
        }
        toml::from_str(&text).map_err(|e| fault(e.to_string()))
    }

    /// Reads the `sources.toml` of a directory, which vouches for each of its tables once, by a checksum.
    ///
    /// # Errors
    /// As [`parse`](Sources::parse), or if a table stands twice or has no checksum, with line and column.
    pub(crate) fn listed(file: &str, text: &str) -> Result<Self, SourcesError> {
        let sources = Sources::parse(file, text)?;
        let text = text.replace("\r\n", "\n");
        let fault = |at: usize, problem: String| {
            let (line, column) = place(&text, at);
            SourcesError {
                file: file.to_owned(),
                reason: format!("line {line}, column {column}: {problem}"),
            }
        };
        let entries: Entries =
            toml::from_str(&text).map_err(|error| fault(0, error.to_string()))?;
        for (i, table) in entries.tables.iter().enumerate() {
            let (name, at) = (table.name.get_ref(), table.name.span().start);
            let mut before = entries.tables[..i].iter();
            if let Some(first) = before.find(|it| it.name.get_ref() == name) {
                let (line, _) = place(&text, first.name.span().start);
                let problem = format!(
                    "the table `{name}` is listed on line {line} already; take one of the two out"
                );
                return Err(fault(at, problem));
            }
            let (found, at) = match &table.sha256 {
                Some(digest) => (digest.get_ref().as_str(), digest.span().start),
                None => ("", at),
            };
            if !is_checksum(found) {
                let said = match found {
                    "" => format!("the table `{name}` has no checksum"),
                    found => format!("\"{found}\" is no checksum of the table `{name}`"),
                };
                let problem = format!(
                    "{said}; `sha256` holds the SHA-256 of {name}.parquet, 64 digits from 0 to 9 and a to f, as \
                     `sha256sum {name}.parquet` prints it"
                );
                return Err(fault(at, problem));
            }
        }
        Ok(sources)
    }

    /// The descriptions of the tables as their publishers issue them, without rows and checksums.
    ///
    /// # Errors
    /// Never for the descriptions in the program, which a test reads.
    pub fn descriptions() -> Result<Self, SourcesError> {
        Sources::parse("descriptions.toml", DESCRIPTIONS)
    }

    /// How a table is described that was read in a format; formats that are not the bundle's own
    /// have an entry under the format's word.
    pub fn described(&self, table: TableId, format: &str) -> Option<Source> {
        let own = self.get(table)?;
        let Some(foreign) = self.tables.iter().find(|s| s.name == format) else {
            return Some(own.clone());
        };
        Some(Source {
            name: own.name.clone(),
            title: own.title.clone(),
            ..foreign.clone()
        })
    }

    /// The entry of a table.
    pub fn get(&self, table: TableId) -> Option<&Source> {
        self.tables.iter().find(|s| s.name == table.as_str())
    }

    /// Puts an entry in the place of its table's, in the order of the tables.
    pub(crate) fn put(&mut self, source: Source) {
        self.tables.retain(|s| s.name != source.name);
        self.tables.push(source);
        self.tables.sort_by_key(|s| TableId::from_name(&s.name));
    }

    /// As TOML text.
    ///
    /// # Errors
    /// If the values cannot be written as TOML, which their types rule out.
    pub fn to_toml(&self) -> Result<String, SourcesError> {
        toml::to_string_pretty(self).map_err(|e| SourcesError {
            file: "sources.toml".to_owned(),
            reason: e.to_string(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_nobody_sees_is_refused_at_its_place() {
        let entry = |title: &str| {
            format!(
                "[[table]]\r\nname = \"votes\"\r\ntitle = {title}\r\npublisher = \"\"\r\nlicence = \"\"\r\n\
                 citation = \"\"\r\nbibtex = \"\"\"\r\n@a\r\nb\"\"\"\r\nversion = \"\"\r\nperiod = \"\"\r\n"
            )
        };
        let sound = Sources::parse("s", &entry("\"Votes\"")).unwrap();
        assert_eq!(sound.tables[0].bibtex, "@a\nb");
        for title in ["\"\\u001B[2J\"", "\"a\u{202E}b\""] {
            let said = Sources::parse("s", &entry(title)).unwrap_err().to_string();
            assert!(said.starts_with("s: line 3, column 9: "), "{said}");
        }
    }

    #[test]
    fn a_table_is_listed_once_and_with_its_checksum() {
        let entry = |name: &str, rest: &str| {
            format!(
                "[[table]]\r\nname = \"{name}\"\r\ntitle = \"\"\r\npublisher = \"\"\r\nlicence = \"\"\r\n\
                 citation = \"\"\r\nbibtex = \"\"\r\nversion = \"\"\r\nperiod = \"\"\r\n{rest}"
            )
        };
        let digest = format!("sha256 = \"{}\"\r\n", "0a".repeat(32));
        let [votes, calls] = ["votes", "roll_calls"].map(|name| entry(name, &digest));
        assert_eq!(
            Sources::listed("s", &format!("{votes}{calls}"))
                .unwrap()
                .tables
                .len(),
            2
        );
        let upper = digest.replace("0a", "0A");
        for (text, said) in [
            (
                format!("{votes}{calls}{votes}"),
                "s: line 22, column 8: the table `votes` is listed on line 2 already",
            ),
            (
                entry("votes", ""),
                "s: line 2, column 8: the table `votes` has no checksum; ",
            ),
            (
                entry("votes", "sha256 = \"\"\r\n"),
                "s: line 10, column 10: the table `votes` has no checksum; ",
            ),
            (
                entry("votes", "sha256 = \"12\"\r\n"),
                "s: line 10, column 10: \"12\" is no checksum of the table `votes`; ",
            ),
            (
                entry("votes", &upper),
                "is no checksum of the table `votes`; ",
            ),
        ] {
            let found = Sources::listed("s", &text).unwrap_err().to_string();
            assert!(found.contains(said), "{said}: {found}");
        }
    }

    #[test]
    fn every_table_is_described() {
        let sources = Sources::descriptions().unwrap();
        for table in TableId::ALL {
            let source = sources
                .get(*table)
                .unwrap_or_else(|| panic!("{table} is not described"));
            assert!(
                source.bibtex.trim_start().starts_with('@'),
                "{table}: {}",
                source.bibtex
            );
        }
    }
}
