//! `sources.toml`: for every table its publisher, licence, citation, period, rows and checksum.

use entente_doors::text;
use serde::{Deserialize, Serialize};

use crate::record::TableId;
use crate::rhythm::Rhythm;

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

/// What is known of each table before it is made.
const DESCRIPTIONS: &str = include_str!("descriptions.toml");

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
            let before = text.get(..at).unwrap_or_default();
            let line = 1 + before.matches('\n').count();
            let column = 1 + before.chars().rev().take_while(|c| *c != '\n').count();
            return Err(fault(format!(
                "line {line}, column {column}: this text cannot be kept: {reason}; take it out, or the escape \
                 that stands for it"
            )));
        }
        toml::from_str(&text).map_err(|e| fault(e.to_string()))
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
