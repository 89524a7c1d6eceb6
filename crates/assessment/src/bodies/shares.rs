//! Bodies from a plain table of shares.

use std::ops::Range;

use entente_doors::declared::check_characters;
use entente_states::{Lang, system};

use super::declared::{stance, whole};
use super::{BodyError, Bound, Group, ShareHolder, Threshold, VotingBody};

const COLUMNS: [&str; 4] = ["state", "share", "counted", "position"];
/// Decimal places of the shares in a table.
const PLACES: u32 = 3;

pub(super) fn read(text: &str, title: &str) -> Result<VotingBody, BodyError> {
    check_characters(text).map_err(BodyError::of_text)?;
    let mut lines = lines(text).filter(|(_, line)| !line.trim().is_empty());
    let (at, header) = lines
        .next()
        .ok_or_else(|| BodyError::at(0..0, "an empty table"))?;
    let separator = separator(header);
    let columns = fields(header, separator);
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    if let Some(other) = columns.iter().find(|c| !COLUMNS.contains(c)) {
        return Err(BodyError::at(at, format!("{other:?} is no column"))
            .hint(format!("there are: {}", COLUMNS.join(", "))));
    }
    let column = |name: &str| columns.iter().position(|c| *c == name);
    let (Some(state), Some(share)) = (column("state"), column("share")) else {
        return Err(BodyError::at(at, "the columns state and share are needed"));
    };
    let mut members: Vec<ShareHolder> = Vec::new();
    for (place, line) in lines {
        let fields = fields(line, separator);
        let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
        if fields.len() != columns.len() {
            let message = format!("{} fields under {} columns", fields.len(), columns.len());
            return Err(BodyError::at(place, message));
        }
        let wrong = |column: &str, value: &str, what: &str| {
            let message = format!("column {column}: {value:?} is no {what}");
            BodyError::at(place.clone(), message)
        };
        let found = system()
            .resolve(fields[state])
            .map_err(|e| BodyError::at(place.clone(), format!("column state: {e}")))?;
        if members.iter().any(|m| m.ccode == found.ccode) {
            return Err(BodyError::at(
                place,
                format!("{} is given twice", fields[state]),
            ));
        }
        // Where commas do not separate, they are the decimal sign: a share is not in the thousands.
        let number = match separator {
            ',' => fields[share].to_owned(),
            _ => fields[share].replace(',', "."),
        };
        let units = number.parse().ok().and_then(|s| whole(s, PLACES));
        let said = |name: &str| column(name).map(|c| fields[c]).filter(|f| !f.is_empty());
        let counted = match said("counted") {
            None | Some("no") => false,
            Some("yes") => true,
            Some(other) => {
                return Err(wrong("counted", other, "answer").hint("there are: yes, no"));
            }
        };
        members.push(ShareHolder {
            ccode: found.ccode,
            iso3: found.key3().to_owned(),
            name: found.name(Lang::En).to_owned(),
            group: usize::from(!counted),
            share: Some(units.ok_or_else(|| {
                wrong("share", fields[share], "share").hint("0 to 100, up to three decimal places")
            })?),
            source: None,
            position: match said("position") {
                None => None,
                Some(word) => Some(stance(word).ok_or_else(|| {
                    wrong("position", word, "position").hint("there are: for, against")
                })?),
            },
        });
    }
    if members.is_empty() {
        return Err(BodyError::at(at, "a body without members"));
    }
    let counts = members.iter().any(|m| m.group == 0);
    let group = |id: &str, name: &str, counted| Group {
        id: id.to_owned(),
        name: name.to_owned(),
        counted,
        total: None,
    };
    Ok(VotingBody {
        title: title.to_owned(),
        decision: "A majority of the shares decides".to_owned(),
        as_of: None,
        places: PLACES,
        groups: vec![
            group("counted", "counted members", true),
            group(
                "others",
                if counts {
                    "other members"
                } else {
                    "all members"
                },
                false,
            ),
        ],
        members,
        rule: Threshold {
            share: Bound::Above(50.0),
            counted: counts.then_some(Bound::Above(50.0)),
            members: None,
            counted_name: "counted members".to_owned(),
            source: None,
        },
        quorum: None,
        sources: Vec::new(),
    })
}

/// What separates the columns of a header: the sign between the most names of columns.
fn separator(header: &str) -> char {
    let known = |sign: char| {
        let names = fields(header, sign);
        names
            .iter()
            .filter(|n| COLUMNS.contains(&n.as_str()))
            .count()
    };
    let signs = [',', ';', '\t'].into_iter().rev();
    signs.max_by_key(|sign| known(*sign)).unwrap_or(',')
}

/// The fields of a line without the blanks around them; a separator within quotes is none.
fn fields(line: &str, separator: char) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    for sign in line.chars() {
        match (sign, fields.last_mut()) {
            ('"', _) => quoted = !quoted,
            (sign, _) if sign == separator && !quoted => fields.push(String::new()),
            (sign, Some(field)) => field.push(sign),
            (_, None) => {}
        }
    }
    fields.iter().map(|field| field.trim().to_owned()).collect()
}

/// Lines without their ends, with their places.
fn lines(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    // The byte-order mark that Excel writes is no part of the first column's name.
    let after = text.trim_start_matches('\u{FEFF}');
    let mut from = text.len() - after.len();
    after.split_inclusive('\n').map(move |whole| {
        let line = whole.trim_end_matches(['\n', '\r']);
        let place = from..from + line.len();
        from += whole.len();
        (place, line)
    })
}
