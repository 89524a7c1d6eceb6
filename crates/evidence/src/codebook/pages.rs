//! The pages of the codebook: prose that somebody wrote, and between two marks what is said of a table.
//!
//! A page holds the tables of a subject, so that a remark on several of them stands once. The marks are lines:
//!
//! ```text
//! <!-- table votes -->
//! <!-- end of votes -->
//! ```
//!
//! `<!-- tables -->` and `<!-- end of tables -->` hold the list of all tables.

use std::collections::BTreeMap;

use super::section::grouped;
use super::{Codebook, Entry};
use crate::record::TableId;

/// A page of the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The name of its file.
    pub file: String,
    /// Its text.
    pub text: String,
}

/// A mark on a page that cannot be followed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {problem}; {hint}")]
pub struct CodebookError {
    /// The page.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub hint: String,
}

/// What stands between two marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Table(TableId),
    List,
}

impl Part {
    fn name(self) -> &'static str {
        match self {
            Part::Table(table) => table.as_str(),
            Part::List => "tables",
        }
    }

    fn begin(self) -> String {
        const BY: &str = "written by `entente evidence codebook`";
        match self {
            Part::Table(table) => format!("<!-- table {table}, {BY} -->"),
            Part::List => format!("<!-- tables, {BY} -->"),
        }
    }

    fn end(self) -> String {
        format!("<!-- end of {} -->", self.name())
    }
}

impl Codebook {
    /// The pages with what is between the marks written anew, and a page of its own for each table that has no
    /// place on one. Prose stays as it is.
    ///
    /// # Errors
    /// A mark that names no table, has no end, or stands on a second page.
    pub fn pages(&self, present: &[Page]) -> Result<Vec<Page>, CodebookError> {
        let mut pages = present.to_vec();
        let mut places = places(present)?;
        for entry in &self.entries {
            if places.contains_key(&Part::Table(entry.table)) {
                continue;
            }
            let page = page_of(entry, present)?;
            places.insert(Part::Table(entry.table), page.file.clone());
            pages.push(page);
        }
        for page in &mut pages {
            page.text = self.rewritten(page, &places)?;
        }
        Ok(pages)
    }

    fn rewritten(
        &self,
        page: &Page,
        places: &BTreeMap<Part, String>,
    ) -> Result<String, CodebookError> {
        let mut text = String::new();
        let mut lines = (1..).zip(page.text.lines());
        while let Some((line, content)) = lines.next() {
            let Some(part) = begun(&page.file, line, content)? else {
                text += content;
                text.push('\n');
                continue;
            };
            let end = part.end();
            if !lines.any(|(_, content)| content.trim() == end) {
                return Err(fault(
                    &page.file,
                    line,
                    "has no end",
                    format!("the line `{end}` belongs below it"),
                ));
            }
            let written = match part {
                Part::Table(table) => self.section(table).to_owned(),
                Part::List => self.list(places),
            };
            text += &format!("{}\n{written}{end}\n", part.begin());
        }
        Ok(text)
    }

    fn section(&self, table: TableId) -> &str {
        let entry = self.entries.iter().find(|entry| entry.table == table);
        entry.map_or("", |entry| &entry.section)
    }

    /// All tables that are embedded, with a link to each.
    fn list(&self, places: &BTreeMap<Part, String>) -> String {
        let mut text = "| table | rows | bytes | holds |\n| --- | ---: | ---: | --- |\n".to_owned();
        let mut together = 0;
        for entry in &self.entries {
            let Some(bytes) = entry.bytes else { continue };
            together += bytes;
            let (table, source) = (entry.table, &entry.source);
            let page = places.get(&Part::Table(table)).map_or("", String::as_str);
            text += &format!(
                "| [`{table}`]({page}#{table}) | {} | {} | {} |\n",
                grouped(source.rows),
                grouped(bytes),
                source.title
            );
        }
        text + &format!("\nTogether {} bytes.\n", grouped(together))
    }
}

/// On which page each part stands.
fn places(pages: &[Page]) -> Result<BTreeMap<Part, String>, CodebookError> {
    let mut places: BTreeMap<Part, String> = BTreeMap::new();
    for page in pages {
        for (line, content) in (1..).zip(page.text.lines()) {
            let Some(part) = begun(&page.file, line, content)? else {
                continue;
            };
            if let Some(first) = places.insert(part, page.file.clone()) {
                let problem = format!("`{}` has a place already, on {first}", part.name());
                return Err(fault(
                    &page.file,
                    line,
                    &problem,
                    "take one of them away".to_owned(),
                ));
            }
        }
    }
    Ok(places)
}

/// A page for one table.
fn page_of(entry: &Entry, present: &[Page]) -> Result<Page, CodebookError> {
    let file = format!("{}.md", entry.table);
    let part = Part::Table(entry.table);
    if present.iter().any(|page| page.file == file) {
        let problem = format!("the page has no place for its table `{}`", entry.table);
        let hint = format!("add the lines `{}` and `{}`", part.begin(), part.end());
        return Err(fault(&file, 1, &problem, hint));
    }
    let title = &entry.source.title;
    let text = format!("# {title}\n\n{}\n{}\n", part.begin(), part.end());
    Ok(Page { file, text })
}

/// The part that a line begins, if it begins one.
fn begun(file: &str, line: usize, content: &str) -> Result<Option<Part>, CodebookError> {
    let words = content
        .trim()
        .strip_prefix("<!--")
        .and_then(|mark| mark.strip_suffix("-->"));
    let mut words = words
        .unwrap_or_default()
        .split([' ', ','])
        .filter(|w| !w.is_empty());
    match (words.next(), words.next()) {
        (Some("tables"), _) => Ok(Some(Part::List)),
        (Some("table"), Some(name)) => match TableId::from_name(name) {
            Some(table) => Ok(Some(Part::Table(table))),
            None => Err(unknown(file, line, name)),
        },
        _ => Ok(None),
    }
}

fn unknown(file: &str, line: usize, name: &str) -> CodebookError {
    let nearest = TableId::ALL
        .iter()
        .map(|table| (strsim::jaro_winkler(table.as_str(), name), table))
        .filter(|(score, _)| *score > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    let hint = match nearest {
        Some((_, table)) => format!("is `{table}` meant?"),
        None => "`entente evidence list` has the names".to_owned(),
    };
    fault(file, line, &format!("`{name}` is no table"), hint)
}

fn fault(file: &str, line: usize, problem: &str, hint: String) -> CodebookError {
    CodebookError {
        file: file.to_owned(),
        line,
        problem: problem.to_owned(),
        hint,
    }
}
