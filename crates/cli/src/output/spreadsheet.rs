//! CSV that a person opens in a spreadsheet, which takes some texts for formulas and some alphabets for others.

use std::borrow::Cow;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether this run of the program writes CSV for a spreadsheet.
static ASKED: AtomicBool = AtomicBool::new(false);

/// Whether it has written any.
static WRITTEN: AtomicBool = AtomicBool::new(false);

/// CSV is for a spreadsheet from now on.
pub fn ask() {
    ASKED.store(true, Ordering::Relaxed);
}

fn asked() -> bool {
    ASKED.load(Ordering::Relaxed)
}

/// Whether CSV for a spreadsheet was asked for and nothing was written as CSV.
pub fn in_vain() -> bool {
    asked() && !WRITTEN.load(Ordering::Relaxed)
}

/// What stands before the header: the byte-order mark by which a spreadsheet knows UTF-8, or nothing.
pub fn mark() -> &'static [u8] {
    WRITTEN.store(true, Ordering::Relaxed);
    match asked() {
        true => b"\xef\xbb\xbf",
        false => b"",
    }
}

/// A text as it stands in a cell.
pub fn cell(text: Cow<'_, str>) -> Cow<'_, str> {
    match asked() {
        true => neutral(text),
        false => text,
    }
}

/// The text with an apostrophe before it where a spreadsheet would calculate it. A number stays as it is.
fn neutral(text: Cow<'_, str>) -> Cow<'_, str> {
    // Spreadsheets for some alphabets take the wide forms of the signs for the signs.
    let calculated = text.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\n', '\u{FF1D}', '\u{FF0B}', '\u{FF0D}', '\u{FF20}',
    ]);
    match calculated && !is_number(&text) {
        true => Cow::Owned(format!("\'{text}")),
        false => text,
    }
}

/// Whether a text is a number and nothing else: `-0.5`, `+1e-3`.
fn is_number(text: &str) -> bool {
    let signs = |b: u8| b.is_ascii_digit() || matches!(b, b'.' | b'e' | b'E' | b'+' | b'-');
    text.bytes().all(signs) && text.parse::<f64>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(text: &str) -> String {
        neutral(Cow::Borrowed(text)).into_owned()
    }

    #[test]
    fn a_formula_is_a_text_and_a_number_a_number() {
        for formula in [
            "=HYPERLINK(\"http://x\",\"click\")",
            "+1+1",
            "-1+1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "-",
            "+inf",
            "－1+1",
        ] {
            assert_eq!(written(formula), format!("'{formula}"));
        }
        for plain in [
            "-0.5",
            "+1e-3",
            "0.25",
            "Côte d'Ivoire",
            "a=b",
            "",
            "2021-02-01",
        ] {
            assert_eq!(written(plain), plain);
        }
    }

    proptest! {
        #[test]
        fn no_cell_begins_as_a_formula_does(text in "[=+@\t\r-]?.{0,8}") {
            let cell = written(&text);
            let begins = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
            prop_assert!(!begins || cell.parse::<f64>().is_ok());
            prop_assert!(cell.ends_with(&text));
        }

        #[test]
        fn every_number_is_left_alone(number in any::<f64>().prop_filter("finite", |n| n.is_finite())) {
            prop_assert_eq!(written(&number.to_string()), number.to_string());
        }
    }
}
