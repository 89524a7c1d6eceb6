//! Which figures of an assessment are others after the evidence has changed.
//!
//! Two assessments of one question are laid side by side, number by number. A number's place is the one that
//! it has in JSON; the rows of a list are told apart by what they are about, so that a row that comes in
//! between moves nothing.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;

use crate::assessment::Assessment;

/// What says what a row is about, in the order in which it is named. As much is named as tells the rows of a
/// list apart.
const ABOUT: [&[&str]; 11] = [
    &["iso3_1", "iso3_2"],
    &["origin_iso3", "asylum_iso3"],
    &["iso3"],
    &["origin"],
    &["id"],
    &["issue"],
    &["symbol"],
    &["session"],
    &["year"],
    &["start"],
    &["name", "level"],
];
/// What is no figure: where figures come from, and how far the evidence reaches.
const BESIDE: [&str; 4] = ["evidence", "notes", "reach", "sources"];
/// Two numbers that differ by less are one: the last digits of a fit are not news.
const ONE: f64 = 1e-9;

/// A figure that is another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MovedFigure {
    /// Its place in the assessment's JSON.
    pub place: String,
    /// What it was; empty where there was none.
    pub before: Option<f64>,
    /// What it is; empty where there is none.
    pub after: Option<f64>,
}

/// The figures that are others, in the order of their places.
///
/// # Errors
/// If an assessment cannot be written as JSON, which its types rule out.
pub fn figures_that_moved(
    before: &Assessment,
    after: &Assessment,
) -> Result<Vec<MovedFigure>, serde_json::Error> {
    let [before, after] = [serde_json::to_value(before)?, serde_json::to_value(after)?];
    Ok(moved(&before, &after))
}

fn moved(before: &Value, after: &Value) -> Vec<MovedFigure> {
    let mut found = Vec::new();
    compare(Some(before), Some(after), String::new(), &mut found);
    found.sort_by(|a: &MovedFigure, b| a.place.cmp(&b.place));
    found
}

/// Finds the numbers that differ between two values of one place.
fn compare(
    before: Option<&Value>,
    after: Option<&Value>,
    place: String,
    found: &mut Vec<MovedFigure>,
) {
    let numbers = [before, after].map(|value| value.and_then(Value::as_f64));
    if let [Some(a), Some(b)] = numbers
        && (a - b).abs() <= ONE * a.abs().max(1.0)
    {
        return;
    }
    if numbers != [None, None] {
        let [before, after] = numbers;
        found.push(MovedFigure {
            place: place.clone(),
            before,
            after,
        });
    }
    let fields = [before, after].map(|value| value.and_then(Value::as_object));
    let names: BTreeSet<&String> = fields
        .iter()
        .flatten()
        .flat_map(|fields| fields.keys())
        .collect();
    for name in names
        .into_iter()
        .filter(|name| !BESIDE.contains(&name.as_str()))
    {
        let [before, after] = fields.map(|fields| fields.and_then(|fields| fields.get(name)));
        let dot = if place.is_empty() { "" } else { "." };
        compare(before, after, format!("{place}{dot}{name}"), found);
    }
    let rows = [before, after].map(|value| {
        value
            .and_then(Value::as_array)
            .map_or(&[][..], Vec::as_slice)
    });
    let [before, after] = named(rows);
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    for name in names {
        let [before, after] = [&before, &after].map(|rows| rows.get(name).copied());
        compare(before, after, format!("{place}[{name}]"), found);
    }
}

/// The rows of two lists by what they are about; by their places, where nothing tells them apart.
fn named(lists: [&[Value]; 2]) -> [BTreeMap<String, &Value>; 2] {
    for many in 1..=ABOUT.len() {
        let keys = &ABOUT[..many];
        let by_name = lists.map(|rows| {
            let named = rows.iter().map(|row| (about(row, keys), row));
            named.collect::<BTreeMap<String, &Value>>()
        });
        let apart = lists
            .iter()
            .zip(&by_name)
            .all(|(rows, named)| rows.len() == named.len());
        if apart && !by_name.iter().any(|named| named.contains_key("")) {
            return by_name;
        }
    }
    lists.map(|rows| {
        rows.iter()
            .enumerate()
            .map(|(at, row)| (at.to_string(), row))
            .collect()
    })
}

/// What a row is about, by some keys.
fn about(row: &Value, keys: &[&[&str]]) -> String {
    let words = keys
        .iter()
        .flat_map(|group| group.iter())
        .filter_map(|name| match row.get(*name)? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        });
    words.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_row_that_comes_in_between_moves_nothing_else() {
        let rows = |sessions: &[(u16, f64)]| {
            let row =
                |(session, share): &(u16, f64)| json!({"session": session, "coincidence": share});
            json!({"coincidence": {"pairs": [{"iso3_1": "USA", "iso3_2": "MEX",
                "series": sessions.iter().map(row).collect::<Vec<_>>()}]}})
        };
        let before = rows(&[(79, 0.25), (81, 0.5)]);
        let after = rows(&[(79, 0.25), (80, 0.125), (81, 0.5 + 1e-12)]);
        let found = moved(&before, &after);
        let places: Vec<&str> = found.iter().map(|f| f.place.as_str()).collect();
        let row = "coincidence.pairs[USA, MEX].series[80]";
        assert_eq!(
            places,
            [format!("{row}.coincidence"), format!("{row}.session")]
        );
        assert_eq!((found[0].before, found[0].after), (None, Some(0.125)));
        let back = moved(&after, &before);
        assert_eq!((back[0].before, back[0].after), (Some(0.125), None));
        assert_eq!(moved(&before, &before), []);
    }

    #[test]
    fn a_row_is_named_by_what_tells_it_apart() {
        let rows = |session: u16, share: f64| {
            json!({"issues": [{"issue": "all", "session": session, "share": share},
                {"issue": "hr", "session": session, "share": 0.5}]})
        };
        let found = moved(&rows(80, 0.5), &rows(81, 0.25));
        let places: Vec<&str> = found.iter().map(|f| f.place.as_str()).collect();
        let wanted = [
            "issues[all].session",
            "issues[all].share",
            "issues[hr].session",
        ];
        assert_eq!(places, wanted);
        assert_eq!((found[1].before, found[1].after), (Some(0.5), Some(0.25)));
    }

    #[test]
    fn rows_that_nothing_tells_apart_are_counted_and_sources_are_no_figures() {
        let with = |x: f64| {
            json!({"notes": [x], "evidence": [{"rows": x}], "reach": {"behind": x},
                "rows": [{"id": "a", "v": 1}, {"id": "a", "v": x}], "list": [1, x]})
        };
        let found = moved(&with(2.0), &with(3.0));
        let places: Vec<&str> = found.iter().map(|f| f.place.as_str()).collect();
        assert_eq!(places, ["list[1]", "rows[1].v"]);
    }
}
