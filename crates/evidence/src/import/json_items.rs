//! Answers of a programming interface: one JSON object with a list of objects, each of which is a row.

use csv::StringRecord;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::ImportError;

/// An answer.
#[derive(Deserialize)]
struct Answer<'a> {
    #[serde(borrow)]
    items: Vec<&'a RawValue>,
    /// Of how many pages it is one.
    #[serde(rename = "maxPages")]
    pages: Option<u32>,
}

/// The rows of an answer.
pub(super) struct Items {
    /// The names of the fields, in the order in which they first stand.
    pub names: Vec<String>,
    /// Each row with its line.
    pub rows: Vec<(u64, StringRecord)>,
}

/// Whether bytes are JSON rather than a table.
pub(super) fn is_json(bytes: &[u8]) -> bool {
    let first = bytes.iter().find(|b| !b.is_ascii_whitespace());
    matches!(first, Some(b'{' | b'['))
}

/// Reads an answer.
///
/// # Errors
/// Text that is not JSON, that has no list of items, or an item that is not a row; and one page of several,
/// since the others would be missed by nobody.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Items, ImportError> {
    let text = std::str::from_utf8(bytes)
        .map_err(|e| ImportError::whole(file, format!("is not UTF-8 text: {e}")))?;
    let list = match text.trim_start().starts_with('[') {
        true => serde_json::from_str(text).map_err(|e| no_answer(file, &e))?,
        false => {
            let answer: Answer<'_> = serde_json::from_str(text).map_err(|e| no_answer(file, &e))?;
            if let Some(pages) = answer.pages.filter(|pages| *pages > 1) {
                let problem = format!("is one page of an answer of {pages} pages");
                return Err(ImportError::whole(file, problem)
                    .hint("ask for all rows at once, with a greater `limit`, or for fewer years"));
            }
            answer.items
        }
    };
    let mut names: Vec<String> = Vec::new();
    let mut objects = Vec::new();
    let mut line = 1;
    let mut counted = 0;
    let list: Vec<&RawValue> = list;
    for (number, item) in (1..).zip(list) {
        // The item borrows from the text, so that its place in it is its line.
        let at = (item.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
        let between = text.as_bytes().get(counted..at).unwrap_or_default();
        line += between.iter().filter(|b| **b == b'\n').count() as u64;
        counted = at;
        let object: Map<String, Value> =
            serde_json::from_str(item.get()).map_err(|_| ImportError {
                line,
                ..ImportError::whole(file, format!("item {number} is not an object of fields"))
            })?;
        for name in object.keys() {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
        objects.push((number, line, object));
    }
    let row = |(number, line, object): (u64, u64, Map<String, Value>)| {
        let fields = names.iter().map(|name| match object.get(name) {
            None | Some(Value::Null) => Ok(String::new()),
            Some(Value::String(text)) => Ok(text.clone()),
            Some(Value::Number(n)) => Ok(n.to_string()),
            Some(Value::Bool(yes)) => Ok(u8::from(*yes).to_string()),
            Some(other) => Err(ImportError::at(
                file,
                line,
                name,
                &other.to_string(),
                format!("is no value of a row (item {number})"),
            )),
        });
        Ok((line, fields.collect::<Result<StringRecord, _>>()?))
    };
    let rows = objects
        .into_iter()
        .map(row)
        .collect::<Result<_, ImportError>>()?;
    Ok(Items { names, rows })
}

fn no_answer(file: &str, error: &serde_json::Error) -> ImportError {
    let problem = match error.is_data() {
        true => "is JSON without a list `items` of rows".to_owned(),
        false => format!("is not JSON: {error}"),
    };
    ImportError {
        line: error.line() as u64,
        ..ImportError::whole(file, problem)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_rows_with_their_lines() {
        let items = read(
            "f",
            b"{\"page\": 1, \"items\": [\n{\"year\": 2024, \"oip\": \"-\"},\n{\"year\": \"2023\", \"hst\": null}]}",
        )
        .unwrap();
        assert_eq!(items.names, ["year", "oip", "hst"]);
        assert_eq!(
            items.rows,
            [
                (2, StringRecord::from(vec!["2024", "-", ""])),
                (3, StringRecord::from(vec!["2023", "", ""])),
            ]
        );
    }

    #[test]
    fn what_is_no_answer_is_refused() {
        let said = |text: &str| {
            let error = read("f", text.as_bytes()).err();
            error.map(|e| e.to_string()).unwrap_or_default()
        };
        assert!(said("{\"error\": 1}").contains("is JSON without a list `items` of rows"));
        assert!(said("{\"items\": [1]}").contains("item 1 is not an object"));
        assert!(said("{\"items\": [{\"a\": [1]}]}").contains("is no value of a row (item 1)"));
        assert!(said("{\"maxPages\": 3, \"items\": []}").contains("one page of an answer of 3"));
        assert!(said("{\"items\"").contains("is not JSON"));
    }
}
