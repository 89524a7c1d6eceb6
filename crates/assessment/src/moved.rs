//! Which figures of an assessment are others after the evidence has changed.
//!
//! Two assessments of one question are laid side by side, number by number. A number's place is the one that
//! it has in JSON; the rows of a list are told apart by what they are about, so that a row that comes in
//! between moves nothing.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::{Map, Value};

use crate::assessment::Assessment;

/// What says what a row is about, in the order in which it is named.
const ABOUT: [&str; 14] = [
    "iso3_1",
    "iso3_2",
    "iso3",
    "origin_iso3",
    "asylum_iso3",
    "origin",
    "id",
    "issue",
    "symbol",
    "session",
    "year",
    "start",
    "level",
    "name",
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
    let (mut was, mut is) = (BTreeMap::new(), BTreeMap::new());
    figures(before, String::new(), &mut was);
    figures(after, String::new(), &mut is);
    let places: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
    let figure = |place: &String| {
        let (before, after) = (was.get(place).copied(), is.get(place).copied());
        let same = match (before, after) {
            (Some(a), Some(b)) => (a - b).abs() <= ONE * a.abs().max(1.0),
            _ => false,
        };
        (!same).then(|| MovedFigure {
            place: place.clone(),
            before,
            after,
        })
    };
    places.into_iter().filter_map(figure).collect()
}

/// Every number of a value, by its place.
fn figures(value: &Value, place: String, found: &mut BTreeMap<String, f64>) {
    match value {
        Value::Number(number) => {
            found.extend(number.as_f64().map(|number| (place, number)));
        }
        Value::Object(fields) => {
            for (name, value) in fields
                .iter()
                .filter(|(name, _)| !BESIDE.contains(&name.as_str()))
            {
                let dot = if place.is_empty() { "" } else { "." };
                figures(value, format!("{place}{dot}{name}"), found);
            }
        }
        Value::Array(rows) => {
            let mut seen: BTreeMap<String, usize> = BTreeMap::new();
            for (at, row) in rows.iter().enumerate() {
                let about = row
                    .as_object()
                    .and_then(about)
                    .unwrap_or_else(|| at.to_string());
                let times = seen.entry(about.clone()).or_default();
                *times += 1;
                let again = if *times > 1 {
                    format!(" #{times}")
                } else {
                    String::new()
                };
                figures(row, format!("{place}[{about}{again}]"), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

/// What a row is about.
fn about(row: &Map<String, Value>) -> Option<String> {
    let words: Vec<String> = (ABOUT.iter())
        .filter_map(|name| match row.get(*name)? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        })
        .collect();
    (!words.is_empty()).then(|| words.join(", "))
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
    fn rows_of_one_name_are_counted_and_sources_are_no_figures() {
        let with = |x: f64| {
            json!({"notes": [x], "evidence": [{"rows": x}], "reach": {"behind": x},
                "rows": [{"id": "a", "v": 1}, {"id": "a", "v": x}, x]})
        };
        let found = moved(&with(2.0), &with(3.0));
        let places: Vec<&str> = found.iter().map(|f| f.place.as_str()).collect();
        assert_eq!(places, ["rows[2]", "rows[a #2].v"]);
    }
}
