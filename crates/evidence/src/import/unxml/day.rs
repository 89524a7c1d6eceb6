//! Dates as the publisher writes them: `22 September 2024`, with a no-break space here and there,
//! `2019-10-10 00:00:00`, `19 November 2004 in Nairobi`.

use jiff::civil::Date;

use super::super::ImportError;
use super::line::At;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Reads the day of adoption.
///
/// # Errors
/// If the text is no date of these forms.
pub(super) fn read(at: At<'_>, raw: &str) -> Result<Date, ImportError> {
    let words: Vec<&str> = raw.split_whitespace().collect();
    let date = match words.as_slice() {
        [iso, rest @ ..] if iso.contains('-') && matches!(rest, [] | ["00:00:00"]) => {
            iso.parse().ok()
        }
        [day, month, year] | [day, month, year, "in", _] => spelt(day, month, year),
        _ => None,
    };
    date.filter(|d: &Date| (1945..3000).contains(&d.year()))
        .ok_or_else(|| {
            at.error("adoption_date", raw, "is no date")
                .hint("such as 22 September 2024, or 2019-10-10")
        })
}

fn spelt(day: &str, month: &str, year: &str) -> Option<Date> {
    let month = MONTHS
        .iter()
        .position(|name| *name == month.to_ascii_lowercase())?;
    Date::new(
        year.parse().ok()?,
        i8::try_from(month).ok()? + 1,
        day.parse().ok()?,
    )
    .ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn every_form_of_the_publisher() {
        let at = At { file: "f", line: 7 };
        for text in [
            "22 September 2024",
            "22\u{a0}September 2024",
            "22\u{a0}September\u{a0}2024",
            "2024-09-22 00:00:00",
            "2024-09-22",
            "22 September 2024 in Nairobi",
        ] {
            assert_eq!(read(at, text), Ok(date(2024, 9, 22)), "{text}");
        }
        for text in [
            "",
            "September 2024",
            "31 September 2024",
            "22 Sept 2024",
            "22 September 24",
        ] {
            let said = read(at, text).unwrap_err().to_string();
            assert!(said.starts_with("f:7: column `adoption_date`"), "{said}");
        }
    }
}
