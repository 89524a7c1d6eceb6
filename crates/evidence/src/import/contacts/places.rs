//! Which state a place of the Office of the Historian is (part of), as of a day.
//!
//! The table beside this file decides for every identifier that the publisher has used: a row
//! without a number says that the place is part of no state with a Correlates of War number. A
//! state's number also stands for the time before or between its spells of membership (Canada in
//! 1907, Poland's government in exile), since the place is that state's.

use std::collections::HashMap;
use std::sync::LazyLock;

use entente_states::Ccode;
use jiff::civil::Date;

const TABLE: &str = include_str!("places.csv");

/// One row of the table.
#[derive(Debug)]
struct Rule {
    /// A part of the place's name, or empty for any.
    text: String,
    from: Option<Date>,
    until: Option<Date>,
    ccode: Option<Ccode>,
}

impl Rule {
    fn applies(&self, text: &str, day: Date) -> bool {
        text.contains(&self.text)
            && self.from.is_none_or(|from| from <= day)
            && self.until.is_none_or(|until| day <= until)
    }
}

/// The rows by identifier, in the table's order.
static RULES: LazyLock<HashMap<String, Vec<Rule>>> = LazyLock::new(|| {
    let mut rules: HashMap<String, Vec<Rule>> = HashMap::new();
    for (place_id, rule) in parse(TABLE).into_iter().flatten() {
        rules.entry(place_id).or_default().push(rule);
    }
    rules
});

/// Reads the table; a row that cannot be read is `None`, and a test says there is none.
fn parse(table: &str) -> Vec<Option<(String, Rule)>> {
    csv::Reader::from_reader(table.as_bytes())
        .records()
        .map(|record| rule(&record.ok()?))
        .collect()
}

fn rule(record: &csv::StringRecord) -> Option<(String, Rule)> {
    let field = |i: usize| record.get(i).filter(|text| !text.is_empty());
    let date = |i: usize| {
        field(i)
            .map(|text| text.parse::<Date>().ok())
            .map_or(Some(None), |d| d.map(Some))
    };
    let ccode = match field(4) {
        Some(number) => Some(Ccode(number.parse().ok()?)),
        None => None,
    };
    let rule = Rule {
        text: field(1).unwrap_or_default().to_owned(),
        from: date(2)?,
        until: date(3)?,
        ccode,
    };
    Some((field(0)?.to_owned(), rule))
}

/// The state of which a place is (part), on a day; of several rows that fit, the first decides.
///
/// An identifier that is not in the table comes from a newer file: then the name decides, if it
/// is a state's, and otherwise the place has none.
pub(super) fn state_of(place_id: &str, text: &str, day: Date) -> Option<Ccode> {
    match RULES.get(place_id) {
        Some(rules) => rules
            .iter()
            .find(|rule| rule.applies(text, day))
            .and_then(|rule| rule.ccode),
        None => entente_states::system()
            .resolve(text)
            .ok()
            .map(|state| state.ccode),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_row_can_be_read_and_names_a_state() {
        let rows = parse(TABLE);
        assert!(rows.len() > 190);
        for (i, row) in rows.into_iter().enumerate() {
            let (place_id, rule) = row.unwrap_or_else(|| panic!("row {} cannot be read", i + 1));
            if let Some(ccode) = rule.ccode {
                assert!(
                    entente_states::system().get(ccode).is_some(),
                    "{place_id}: {ccode:?}"
                );
            }
        }
    }

    #[test]
    fn every_place_ends_in_a_row_that_always_fits() {
        for (place_id, rules) in RULES.iter() {
            let last = rules.last().expect("at least one row");
            assert!(
                last.text.is_empty() && last.from.is_none() && last.until.is_none(),
                "{place_id}"
            );
        }
    }

    #[test]
    fn numbers_change_with_time() {
        let cases = [
            ("china", "China, Republic of", date(1945, 4, 26), Some(710)),
            ("china", "China, Republic of", date(1949, 12, 7), Some(710)),
            ("china", "China, Republic of", date(1949, 12, 8), Some(713)),
            (
                "china",
                "China, People’s Republic of",
                date(1972, 2, 21),
                Some(710),
            ),
            ("china", "China", date(2018, 10, 8), Some(710)),
            ("taiwan", "Republic of China", date(1949, 12, 7), Some(710)),
            ("taiwan", "Republic of China", date(1954, 9, 9), Some(713)),
            ("germany", "Germany", date(1945, 7, 16), Some(255)),
            ("germany", "Germany", date(1949, 5, 22), Some(255)),
            ("germany", "Germany", date(1949, 11, 11), Some(260)),
            (
                "germany",
                "Germany, Federal Republic of",
                date(1990, 10, 2),
                Some(260),
            ),
            (
                "germany",
                "Germany, Federal Republic of",
                date(1990, 10, 3),
                Some(255),
            ),
            (
                "german-democratic-republic",
                "German Democratic Republic",
                date(1990, 6, 11),
                Some(265),
            ),
            ("vietnam", "Vietnam", date(1975, 4, 30), Some(817)),
            ("vietnam", "Vietnam", date(1975, 5, 1), Some(816)),
            ("yemen", "Yemen", date(1972, 7, 1), Some(678)),
            (
                "yemen",
                "Yemen, People’s Democratic Republic of",
                date(1972, 7, 1),
                Some(680),
            ),
            ("yemen", "Yemen", date(1990, 5, 22), Some(679)),
            (
                "kosovo",
                "Yugoslavia (Kosovo)",
                date(2001, 7, 24),
                Some(345),
            ),
            ("kosovo", "Kosovo", date(2008, 7, 17), Some(347)),
            ("korea", "Korea, South", date(2017, 6, 29), Some(732)),
            ("holy-see", "Vatican City", date(2024, 6, 14), None),
        ];
        for (place_id, text, day, expected) in cases {
            assert_eq!(
                state_of(place_id, text, day),
                expected.map(Ccode),
                "{text} {day}"
            );
        }
    }

    #[test]
    fn a_place_of_a_newer_file_goes_by_its_name() {
        let day = date(2026, 1, 1);
        assert_eq!(state_of("the-mexico", "Mexico", day), Some(Ccode(70)));
        assert_eq!(state_of("atlantis", "Atlantis", day), None);
    }
}
