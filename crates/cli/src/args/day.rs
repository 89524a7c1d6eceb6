//! A day on the command line.

use jiff::civil::Date;

use crate::clock;

/// The word for the day on which the command is run.
const TODAY: &str = "today";

/// Reads a day: YYYY-MM-DD, or `today`.
pub fn day(text: &str) -> Result<Date, String> {
    if text == TODAY {
        return Ok(clock::today());
    }
    text.parse::<Date>().map_err(|_| {
        let what = match looks_like_a_day(text) {
            true => format!("there is no day {text}"),
            false => "this is no day".to_owned(),
        };
        format!("{what}; write YYYY-MM-DD, as 2021-02-01, or {TODAY}")
    })
}

/// Whether a text has the shape of a day, whatever its figures.
fn looks_like_a_day(text: &str) -> bool {
    let shape = text
        .chars()
        .map(|c| if c.is_ascii_digit() { '0' } else { c });
    shape.eq("0000-00-00".chars())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_and_today() {
        assert_eq!(day("2021-02-01"), Ok(date(2021, 2, 1)));
        let before = clock::today();
        let read = day("today").unwrap();
        assert!((before..=clock::today()).contains(&read));
    }

    #[test]
    fn other_words_are_told_what_to_write() {
        for (text, said) in [
            ("yesterday", "this is no day"),
            ("Today", "this is no day"),
            ("01/02/2021", "this is no day"),
            ("2021-02-30", "there is no day 2021-02-30"),
        ] {
            let error = day(text).unwrap_err();
            assert_eq!(
                error,
                format!("{said}; write YYYY-MM-DD, as 2021-02-01, or today")
            );
        }
    }
}
