//! What the codebook says of one table.

use std::convert::Infallible;
use std::fmt::Write;

use crate::import::Kind;
use crate::record::{Column, ForEachTable, Record, TableId};
use crate::sources::Source;

/// A section of a page, as Markdown, from its heading to its last line.
pub(super) fn of(table: TableId, source: &Source) -> String {
    let mut section = Section {
        source,
        text: String::new(),
    };
    let Ok(()) = section.only(table);
    section.text
}

/// A number with commas between its thousands.
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

struct Section<'s> {
    source: &'s Source,
    text: String,
}

impl ForEachTable for Section<'_> {
    type Error = Infallible;
    fn table<R: Record>(&mut self) -> Result<(), Infallible> {
        let head = format!("## `{}`\n\n**{}.**", R::TABLE, sentence(&self.source.title));
        let docs = paragraphs(R::DOCS);
        self.text = format!(
            "{head} One row: {}\n\n{}\n{}",
            lowered(&docs.join("\n\n")),
            columns(&R::columns(), R::KEY),
            facts::<R>(self.source)
        );
        Ok(())
    }
}

/// The table of columns; the publisher's beside ours where the declaration names them.
fn columns(columns: &[Column], key: &[&str]) -> String {
    let named = columns.iter().any(|c| !c.published.is_empty());
    let mut text = match named {
        true => "| column | publisher's | type | unit and meaning |\n| --- | --- | --- | --- |\n",
        false => "| column | type | unit and meaning |\n| --- | --- | --- |\n",
    }
    .to_owned();
    for column in columns {
        let key = if key.contains(&column.name) {
            " (key)"
        } else {
            ""
        };
        let empty = if column.nullable {
            ", may be empty"
        } else {
            ""
        };
        let published = match named {
            true => format!(" {} |", listed(column.published)),
            false => String::new(),
        };
        let meaning = paragraphs(column.docs).join(" ").replace('|', "\\|");
        let (name, holds) = (column.name, column.holds);
        text += &format!("| `{name}`{key} |{published} {holds}{empty} | {meaning} |\n");
    }
    text
}

fn listed(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

/// What is to be known of the table as a whole, a line each.
fn facts<R: Record>(source: &Source) -> String {
    let spells = match R::SHORTENED {
        true => " As of a day before the end of its spell, a row is shown as it stood then.",
        false => "",
    };
    let rows = match source.rows {
        0 => "none in the program".to_owned(),
        rows => grouped(rows),
    };
    let mut text = String::new();
    let mut line = |name: &str, value: &str| {
        if !value.is_empty() {
            // Writing to a text cannot fail.
            let _ = writeln!(text, "- {name}: {}.", sentence(value));
        }
    };
    line("Key", &listed(R::KEY));
    line("Known", &format!("{}.{spells}", R::KNOWN));
    line("Rows", &rows);
    line("Period", &source.period);
    line("Publisher", &source.publisher);
    line("Licence", &source.licence);
    line("Edition", &source.version);
    line("Cite", &source.citation);
    line("Left out", &source.left_out);
    if let Some((_, format)) = Kind::ALL
        .iter()
        .filter_map(|kind| kind.declared())
        .find(|(table, _)| *table == R::TABLE)
    {
        line(
            "Import",
            &format!(
                "`entente evidence import FILE --as {} --into DIR`",
                format.word
            ),
        );
    }
    text
}

/// A text without the point at its end.
fn sentence(text: &str) -> &str {
    let text = text.trim();
    text.strip_suffix('.').unwrap_or(text)
}

/// A text as it goes on after a colon.
fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            format!("{}{}", first.to_lowercase(), letters.as_str())
        }
        _ => text.to_owned(),
    }
}

/// The paragraphs of a declaration's documentation, each on a line, without what links there are in it.
fn paragraphs(docs: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in docs.lines().map(str::trim) {
        match paragraphs.last_mut() {
            Some(last) if last.is_empty() => last.push_str(line),
            Some(last) if !line.is_empty() => {
                last.push(' ');
                last.push_str(line);
            }
            _ => paragraphs.push(String::new()),
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs.iter().map(|text| unlinked(text)).collect()
}

/// The text with links to rows as the names of their tables, and other links as plain names.
fn unlinked(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, link)) = rest.split_once("[`") {
        let Some((name, after)) = link.split_once("`]") else {
            break;
        };
        let name = name.rsplit("::").next().unwrap_or(name);
        let table = TableId::ALL
            .iter()
            .find(|table| format!("{table:?}") == name);
        let shown = table.map_or(name, |table| table.as_str());
        plain += &format!("{before}`{shown}`");
        rest = after;
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documentation_as_prose() {
        let docs = " One row.\n\n Known by [`crate::AsOf`],\n as in [`EventPanel`].\n";
        assert_eq!(
            paragraphs(docs),
            ["One row.", "Known by `AsOf`, as in `event_panel`."]
        );
        assert_eq!(paragraphs(""), Vec::<String>::new());
        assert_eq!(unlinked("an open [`link"), "an open [`link");
    }

    #[test]
    fn a_sentence_goes_on() {
        assert_eq!(lowered("One vote."), "one vote.");
        assert_eq!(lowered("UNHCR's."), "UNHCR's.");
        assert_eq!(sentence("MIT. "), "MIT");
        assert_eq!(
            [999, 1_000, 1_234_567].map(grouped),
            ["999", "1,000", "1,234,567"]
        );
    }
}
