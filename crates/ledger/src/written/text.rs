//! TOML whose days are read as text, as JSON has them.
//!
//! The entries read days from text. A day without quotes is put into quotes before the text is read, and
//! places are those of the text as it was.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::de::{DeTable, DeValue};

use super::Misread;

/// What was read, and where its places are in the text as it was.
pub(super) struct Text<T> {
    pub(super) value: T,
    places: Places,
}

/// Where quotes were put in, in bytes of the text with them.
#[derive(Default)]
struct Places(Vec<usize>);

impl Places {
    fn before(&self, place: Range<usize>) -> Range<usize> {
        let moved = |at: usize| at - self.0.partition_point(|quote| *quote < at);
        moved(place.start)..moved(place.end)
    }
}

impl<T> Text<T> {
    /// A place of something that was read.
    pub(super) fn place(&self, span: Range<usize>) -> Range<usize> {
        self.places.before(span)
    }
}

/// Whether a text is TOML with a key at its top; a text that is none has none.
pub(super) fn has_key(text: &str, key: &str) -> bool {
    DeTable::parse(text).is_ok_and(|table| table.get_ref().contains_key(key))
}

pub(super) fn read<T: DeserializeOwned>(text: &str) -> Result<Text<T>, Misread> {
    let (quoted, places) = quoted(text)?;
    match toml::from_str(&quoted) {
        Ok(value) => Ok(Text { value, places }),
        Err(error) => Err(Misread {
            message: error.message().to_owned(),
            span: places.before(error.span().unwrap_or(0..0)),
        }),
    }
}

fn quoted(text: &str) -> Result<(String, Places), Misread> {
    let table = DeTable::parse(text).map_err(|error| Misread {
        message: error.message().to_owned(),
        span: error.span().unwrap_or(0..0),
    })?;
    let mut days: Vec<Range<usize>> = Vec::new();
    for value in table.get_ref().values() {
        find_days(value, &mut days);
    }
    days.sort_by_key(|day| day.start);
    let mut quoted = String::with_capacity(text.len() + 2 * days.len());
    let mut places = Places::default();
    let mut done = 0;
    for day in days {
        for end in [day.start, day.end] {
            quoted.push_str(&text[done..end]);
            places.0.push(quoted.len());
            quoted.push('"');
            done = end;
        }
    }
    quoted.push_str(&text[done..]);
    Ok((quoted, places))
}

fn find_days(value: &toml::Spanned<DeValue<'_>>, found: &mut Vec<Range<usize>>) {
    match value.get_ref() {
        DeValue::Datetime(_) => found.push(value.span()),
        DeValue::Array(list) => list.iter().for_each(|inner| find_days(inner, found)),
        DeValue::Table(table) => table.values().for_each(|inner| find_days(inner, found)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Days {
        first: Date,
        second: Date,
        #[serde(default)]
        word: String,
    }

    #[test]
    fn days_with_and_without_quotes() {
        let read = read::<Days>("first = 2016-06-29\nsecond = \"2016-06-30\"\n").unwrap();
        assert_eq!(read.value.first, date(2016, 6, 29));
        assert_eq!(read.value.second, date(2016, 6, 30));
        assert_eq!(read.value.word, "");
    }

    #[test]
    fn places_are_those_of_the_text() {
        let text = "first = 2016-06-29\nsecond = 2016-06-30\nwhen = 1\n";
        let fault = read::<Days>(text).err().unwrap();
        assert!(fault.message.contains("unknown field `when`"));
        assert_eq!(&text[fault.span], "when");
        let text = "first = 2016-06-29\nsecond = 2016-06-30T10:00:00Z\n";
        let fault = read::<Days>(text).err().unwrap();
        assert_eq!(&text[fault.span], "2016-06-30T10:00:00Z");
        let text = "first = 2016-06-29\nsecond = 2016-13-01\n";
        assert!(read::<Days>(text).err().unwrap().span.start > 18);
    }
}
