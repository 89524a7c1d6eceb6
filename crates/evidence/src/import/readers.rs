//! How a cell of a publisher's file is read, by the names that the declarations of tables use.
//!
//! A reader takes the cell, or several, and then what else it needs. Where it cannot read the cell it says so
//! with file, line, column and value. An empty cell is refused unless the reader gives an `Option`.

use std::ops::RangeInclusive;
use std::str::FromStr;

use entente_states::{Ccode, system};
use jiff::civil::Date;

use super::located::{Cell, ImportError};
use crate::cell::{Code, Place};

/// A COW number of a state.
pub(crate) fn ccode(cell: &Cell<'_>) -> Result<Ccode, ImportError> {
    cell.ccode()
}

/// The COW number of the state of an ISO 3166 alpha-3 code.
pub(crate) fn iso3(cell: &Cell<'_>) -> Result<Ccode, ImportError> {
    match system().by_iso3(cell.required()?) {
        Some(state) => Ok(state.ccode),
        None => Err(cell.error("is no state's ISO 3166 alpha-3 code")),
    }
}

/// The COW number of another state than the one that stands in the column `beside`.
pub(crate) fn another(cell: &Cell<'_>, beside: &str, one: Ccode) -> Result<Ccode, ImportError> {
    let other = cell.ccode()?;
    if other == one {
        return Err(cell.error(format!("is the same state as `{beside}`")));
    }
    Ok(other)
}

/// The COW number of a state, higher than the one that stands in the column `beside`.
pub(crate) fn higher(cell: &Cell<'_>, beside: &str, lower: Ccode) -> Result<Ccode, ImportError> {
    let other = another(cell, beside, lower)?;
    if lower > other {
        return Err(cell
            .error(format!("is below `{beside}`, {}", lower.0))
            .hint("this format lists each pair once, the lower COW number first"));
    }
    Ok(other)
}

/// A place by its code of three capital letters.
pub(crate) fn place(cell: &Cell<'_>) -> Result<Place, ImportError> {
    Place::new(cell.required()?).ok_or_else(|| {
        let error = cell.error("is not a code of three capital letters");
        match cell.text.trim() {
            "-" => error.hint(
                "these figures are summed over all places: download them for each country of origin and of asylum",
            ),
            _ => error,
        }
    })
}

/// A publisher's code. Lists of codes grow, so only its form is checked.
pub(crate) fn code(cell: &Cell<'_>) -> Result<Code, ImportError> {
    let text = cell.required()?;
    let capitals = text.len() <= 3 && text.bytes().all(|b| b.is_ascii_uppercase());
    Code::new(text)
        .filter(|_| capitals)
        .ok_or_else(|| cell.error("is not a code of one to three capital letters"))
}

/// Persons (P) or cases (C): counts of the two must never be added, so nothing else is let in.
pub(crate) fn persons_or_cases(cell: &Cell<'_>) -> Result<Code, ImportError> {
    let known = matches!(cell.required()?, "P" | "C");
    Code::new(cell.text)
        .filter(|_| known)
        .ok_or_else(|| cell.error("is neither P (persons) nor C (cases)"))
}

/// A year from 1000 to 2999.
pub(crate) fn year(cell: &Cell<'_>) -> Result<u16, ImportError> {
    cell.year()
}

/// A month from 1 to 12.
pub(crate) fn month(cell: &Cell<'_>) -> Result<u8, ImportError> {
    let month: u8 = cell.number("a month")?;
    if !(1..=12).contains(&month) {
        return Err(cell.error("is not a month between 1 and 12"));
    }
    Ok(month)
}

/// A date written YYYY-MM-DD.
pub(crate) fn day(cell: &Cell<'_>) -> Result<Date, ImportError> {
    cell.date()
}

/// The last day of a spell that began on `from`; empty where it is the day on which the record was closed.
pub(crate) fn last_day(
    cell: &Cell<'_>,
    from: Date,
    closed: Date,
) -> Result<Option<Date>, ImportError> {
    let until = cell.date()?;
    if until < from {
        return Err(cell.error(format!("is before the start, {from}")));
    }
    Ok((until != closed).then_some(until))
}

/// A number of the column's type; `what` names it in the error.
pub(crate) fn number<T: FromStr>(cell: &Cell<'_>, what: &str) -> Result<T, ImportError> {
    cell.number(what)
}

/// A whole number within bounds; `what` names it in the error.
pub(crate) fn within(
    cell: &Cell<'_>,
    bounds: RangeInclusive<u8>,
    what: &str,
) -> Result<u8, ImportError> {
    let number = cell.number(what)?;
    if !bounds.contains(&number) {
        let (least, most) = bounds.into_inner();
        return Err(cell.error(format!("is not {what}, {least} to {most}")));
    }
    Ok(number)
}

/// What UNHCR writes for one to four persons, so that nobody can be told among them.
const FEW: &str = "*";

/// A whole number that counts something; empty where the cell is, or holds `-` or `NA`, or `*`, which is no
/// number ([`few`] keeps it).
///
/// Thousands may be set apart by commas or blanks: a count has no fraction, so that nothing else can be meant.
/// A point is refused, since it would be a fraction to most readers.
pub(crate) fn optional_count(cell: &Cell<'_>) -> Result<Option<u32>, ImportError> {
    const WHAT: &str = "a count: a whole number, not negative";
    match cell.text.trim() {
        "-" | FEW => Ok(None),
        text => match without_groups(text) {
            Some(digits) => match digits.parse() {
                Ok(number) => Ok(Some(number)),
                Err(_) => Err(cell.error(format!("is not {WHAT}"))),
            },
            None => cell.optional_number(WHAT),
        },
    }
}

/// The digits of a number with thousands set apart; nothing of other texts.
fn without_groups(text: &str) -> Option<String> {
    let sign = text
        .chars()
        .find(|c| matches!(c, ',' | ' ' | '\u{A0}' | '\u{202F}'))?;
    let mut groups = text.split(sign);
    let digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    let first = groups
        .next()
        .filter(|group| (1..=3).contains(&group.len()) && digits(group))?;
    let whole = groups.try_fold(first.to_owned(), |whole, group| {
        (group.len() == 3 && digits(group)).then(|| whole + group)
    })?;
    Some(whole)
}

/// Those of the named columns, with commas between, in whose cells the publisher writes that it is one to four
/// persons.
fn few(cells: &[&Cell<'_>], names: &[&str]) -> Option<String> {
    let pairs = cells.iter().zip(names);
    let few = pairs.filter(|(cell, _)| cell.text.trim() == FEW);
    let few: Vec<&str> = few.map(|(_, name)| *name).collect();
    (!few.is_empty()).then(|| few.join(","))
}

/// [`few`] for a declaration, which hands each cell of a row by itself.
macro_rules! few_of {
    ($($reader:ident: $($cell:ident)+;)*) => {$(
        #[allow(clippy::too_many_arguments, reason = "one for each column of the publisher")]
        pub(crate) fn $reader(
            $($cell: &Cell<'_>,)+
            names: &[&str],
        ) -> Result<Option<String>, ImportError> {
            Ok(few(&[$($cell),+], names))
        }
    )*};
}

few_of! {
    few_of_one: a;
    few_of_four: a b c d;
    few_of_five: a b c d e;
    few_of_nine: a b c d e f g h i;
}

/// What the Correlates of War project writes for a missing amount.
const MISSING: f64 = -9.0;

/// An amount that is not negative; empty where the cell is, or holds −9.
pub(crate) fn optional_amount(cell: &Cell<'_>) -> Result<Option<f64>, ImportError> {
    match cell.optional_real()? {
        Some(MISSING) => Ok(None),
        Some(x) if x < 0.0 => Err(cell.error("is negative")),
        x => Ok(x),
    }
}

/// A share of a whole, 0 to 1; empty where the cell is, or holds −9.
pub(crate) fn optional_share(cell: &Cell<'_>) -> Result<Option<f64>, ImportError> {
    match optional_amount(cell)? {
        Some(x) if x > 1.0 => Err(cell.error("is not a share between 0 and 1")),
        x => Ok(x),
    }
}

/// A share of a whole, 0 to 1.
pub(crate) fn share(cell: &Cell<'_>) -> Result<f64, ImportError> {
    cell.required()?;
    optional_share(cell)?.ok_or_else(|| cell.error("is not a share between 0 and 1"))
}

/// Per cent of a whole, 0 to 100.
pub(crate) fn percent(cell: &Cell<'_>) -> Result<f64, ImportError> {
    let share: f64 = cell.number("a number")?;
    match (0.0..=100.0).contains(&share) {
        true => Ok(share),
        false => Err(cell.error("is not a share between 0 and 100 per cent")),
    }
}

/// A finite amount, negative ones too, or empty.
pub(crate) fn optional_number(cell: &Cell<'_>) -> Result<Option<f64>, ImportError> {
    cell.optional_real()
}

/// A finite amount, negative ones too.
pub(crate) fn amount(cell: &Cell<'_>) -> Result<f64, ImportError> {
    cell.required()?;
    cell.optional_real()?
        .ok_or_else(|| cell.error("is not a finite number"))
}

/// A number of the publisher's code, 0 to 255; empty where it is −9, the Correlates of War project's sign of what
/// is missing.
pub(crate) fn optional_code(cell: &Cell<'_>) -> Result<Option<u8>, ImportError> {
    match cell.required()?.trim() {
        "-9" => Ok(None),
        _ => cell
            .number("a number from 0 to 255, or -9 for missing")
            .map(Some),
    }
}

/// 0 or 1, or empty.
pub(crate) fn optional_flag(cell: &Cell<'_>) -> Result<Option<bool>, ImportError> {
    cell.optional_flag()
}

/// A number of degrees, at most `most` either way.
pub(crate) fn degrees(cell: &Cell<'_>, most: f64) -> Result<f64, ImportError> {
    let degrees: f64 = cell.number("a number of degrees")?;
    // Written so that NaN is refused too.
    if degrees.abs() <= most {
        Ok(degrees)
    } else {
        Err(cell.error(format!("is not between -{most} and {most} degrees")))
    }
}

/// A distance in kilometres.
pub(crate) fn kilometres(cell: &Cell<'_>) -> Result<f64, ImportError> {
    let km: f64 = cell.number("a number of kilometres")?;
    if !km.is_finite() || km < 0.0 {
        return Err(cell.error("is not a distance: a finite number, not negative"));
    }
    // Adding zero turns −0 into 0.
    Ok(km + 0.0)
}

/// 0 or 1. Where it stands for an obligation, an unknown one is neither, so empty is refused.
pub(crate) fn flag(cell: &Cell<'_>) -> Result<bool, ImportError> {
    cell.required()?;
    cell.optional_flag()?
        .ok_or_else(|| cell.error("is neither 0 nor 1"))
}

/// A text as it stands.
pub(crate) fn text(cell: &Cell<'_>) -> Result<String, ImportError> {
    cell.required().map(str::to_owned)
}

/// A text without blanks at its ends.
pub(crate) fn trimmed(cell: &Cell<'_>) -> Result<String, ImportError> {
    cell.required().map(|text| text.trim().to_owned())
}

/// A text as it stands, or empty.
pub(crate) fn optional_text(cell: &Cell<'_>) -> Result<Option<String>, ImportError> {
    Ok(cell.optional().map(str::to_owned))
}

/// The cell, or nothing if it is blank.
pub(crate) fn filled<'a>(cell: &Cell<'a>) -> Option<Cell<'a>> {
    (!cell.text.trim().is_empty()).then_some(*cell)
}

/// A year, or empty where the cell is blank.
pub(crate) fn optional_year(cell: &Cell<'_>) -> Result<Option<u16>, ImportError> {
    filled(cell).map(|cell| cell.year()).transpose()
}

/// A month, or empty where the cell is blank.
pub(crate) fn optional_month(cell: &Cell<'_>) -> Result<Option<u8>, ImportError> {
    filled(cell).map(|cell| month(&cell)).transpose()
}

/// A day of the calendar from its numbers.
pub(crate) fn civil(year: u16, month: u8, day: u8) -> Option<Date> {
    let year = i16::try_from(year).ok()?;
    let month = i8::try_from(month).ok()?;
    let day = i8::try_from(day).ok()?;
    Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::date_order::DateOrder;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn cell(text: &str) -> Cell<'_> {
        Cell {
            file: "f.csv",
            line: 2,
            column: "c",
            text,
            dates: DateOrder::default(),
        }
    }

    fn said<T: std::fmt::Debug>(read: Result<T, ImportError>) -> String {
        read.unwrap_err().to_string()
    }

    #[test]
    fn two_states() {
        assert_eq!(iso3(&cell("MEX")), Ok(Ccode(70)));
        assert_eq!(another(&cell("2"), "a", Ccode(70)), Ok(Ccode(2)));
        assert_eq!(higher(&cell("70"), "a", Ccode(2)), Ok(Ccode(70)));
        assert_eq!(
            said(another(&cell("70"), "a", Ccode(70))),
            r#"f.csv:2: column `c`, value "70": is the same state as `a`"#
        );
        assert_eq!(
            said(higher(&cell("2"), "a", Ccode(70))),
            "f.csv:2: column `c`, value \"2\": is below `a`, 70; this format lists each pair once, \
             the lower COW number first"
        );
    }

    #[test]
    fn what_is_missing_is_empty_and_not_zero() {
        for missing in ["", "-9", "-9.00"] {
            assert_eq!(optional_amount(&cell(missing)), Ok(None), "{missing}");
            assert_eq!(optional_share(&cell(missing)), Ok(None), "{missing}");
        }
        assert_eq!(optional_amount(&cell("0")), Ok(Some(0.0)));
        for missing in ["", "-", "NA", "*"] {
            assert_eq!(optional_count(&cell(missing)), Ok(None), "{missing}");
        }
        assert_eq!(optional_count(&cell("0")), Ok(Some(0)));
        assert_eq!(optional_year(&cell(" ")), Ok(None));
        assert_eq!(optional_month(&cell("12")), Ok(Some(12)));
    }

    #[test]
    fn thousands_of_a_count_may_be_set_apart() {
        for text in ["24111", "24,111", "24 111", "24\u{202F}111"] {
            assert_eq!(optional_count(&cell(text)), Ok(Some(24_111)), "{text}");
        }
        assert_eq!(optional_count(&cell("1,771,237")), Ok(Some(1_771_237)));
        for text in [
            "24,11",
            "24,1110",
            ",111",
            "2411,111",
            "24.111",
            "1,000,000,000,000",
            "1, 000",
        ] {
            let said = said(optional_count(&cell(text)));
            assert!(said.contains("is not a count"), "{said}");
        }
    }

    #[test]
    fn one_to_four_persons_are_no_number() {
        let (few, some) = (cell("*"), cell("5"));
        let names = ["refugees", "asylum_seekers", "others", "more"];
        assert_eq!(
            few_of_four(&few, &some, &some, &few, &names),
            Ok(Some("refugees,more".to_owned()))
        );
        assert_eq!(few_of_one(&some, &names), Ok(None));
    }

    #[test]
    fn a_spell_that_lasts_has_no_last_day() {
        let (from, closed) = (date(2000, 1, 1), date(2016, 12, 1));
        assert_eq!(last_day(&cell("2016-12-01"), from, closed), Ok(None));
        assert_eq!(
            last_day(&cell("2000-01-01"), from, closed),
            Ok(Some(date(2000, 1, 1)))
        );
        assert!(said(last_day(&cell("1999-12-31"), from, closed)).contains("is before the start"));
    }

    proptest! {
        #[test]
        fn numbers_within_bounds_and_no_others(number in any::<i32>()) {
            let text = number.to_string();
            let read = within(&cell(&text), 1..=4, "a class").ok();
            prop_assert_eq!(read, u8::try_from(number).ok().filter(|n| (1..=4).contains(n)));
        }

        #[test]
        fn whatever_is_read_is_in_its_range(text in "[-+0-9.eNainf]{0,8}") {
            let cell = cell(&text);
            if let Ok(Some(share)) = optional_share(&cell) {
                prop_assert!((0.0..=1.0).contains(&share));
            }
            if let Ok(degrees) = degrees(&cell, 90.0) {
                prop_assert!((-90.0..=90.0).contains(&degrees));
            }
            if let Ok(km) = kilometres(&cell) {
                prop_assert!(km.is_finite() && km.is_sign_positive());
            }
        }
    }
}
