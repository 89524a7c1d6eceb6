//! The fields of an entry, for a reader.

use entente_states::Ccode;
use serde_json::Value;

use super::names::code;
use crate::commands::windows::filled;

/// Fields that hold states.
const STATES: [&str; 4] = ["party", "parties", "by", "delegation"];

/// A line for each field that is there, its name before it.
pub fn page(entry: &impl serde::Serialize) -> Result<String, serde_json::Error> {
    let Value::Object(fields) = serde_json::to_value(entry)? else {
        return Ok(String::new());
    };
    let wide = fields.keys().map(String::len).max().unwrap_or(0);
    let mut text = String::new();
    for (name, value) in &fields {
        let label = format!("{:wide$}  ", name.replace('_', " "));
        match value {
            Value::Array(list) if list.iter().any(Value::is_object) => {
                for one in list {
                    text.push_str(&filled(&label, &said(name, one)));
                }
            }
            value => text.push_str(&filled(&label, &said(name, value))),
        }
    }
    Ok(text)
}

fn said(name: &str, value: &Value) -> String {
    match value {
        Value::Number(number) if STATES.contains(&name) => {
            let number = number.as_u64().and_then(|n| u16::try_from(n).ok());
            number.map_or_else(|| value.to_string(), |number| code(Ccode(number)))
        }
        Value::String(text) => text.clone(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Array(list) => {
            let parts: Vec<String> = list.iter().map(|one| said(name, one)).collect();
            parts.join(", ")
        }
        Value::Object(fields) => {
            let (days, item) = (["start", "end"], ["dossier", "item"]);
            let text = |key: &str| fields.get(key).map(|value| said(key, value));
            if let [Some(start), Some(end)] = days.map(text) {
                return match start == end {
                    true => start,
                    false => format!("{start} to {end}"),
                };
            }
            if let [Some(dossier), Some(item)] = item.map(text) {
                return format!("{dossier}/{item}");
            }
            let parts: Vec<String> = fields.iter().map(|(key, value)| said(key, value)).collect();
            parts.join("; ")
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn states_days_and_items_are_told_in_words() {
        let page = page(&json!({
            "id": "x", "by": [2, 70], "planned": {"start": "2027-01-01", "end": "2027-01-01"},
            "item": {"dossier": "usa-mexico", "item": "climate"},
            "leads": [{"party": 70, "office": "Secretary"}], "red_line": null,
        }))
        .unwrap();
        for line in [
            "id        x",
            "by        USA, MEX",
            "planned   2027-01-01",
            "item      usa-mexico/climate",
            "leads     MEX; Secretary",
        ] {
            assert!(page.contains(line), "{line}\n{page}");
        }
    }
}
