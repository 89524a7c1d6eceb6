//! Numbers as a language writes them.

use intl_memoizer::Memoizable;
use unic_langid::LanguageIdentifier;

use super::{Lang, Words, say};

/// The separators of a language, from its messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Numerals {
    decimal: String,
    group: String,
    /// Numbers of fewer digits are written without separators.
    grouped_from: usize,
}

impl Memoizable for Numerals {
    type Args = ();
    type Error = ();

    fn construct(lang: LanguageIdentifier, _: ()) -> Result<Self, ()> {
        let lang = Lang::of(&lang.to_string()).ok_or(())?;
        Ok(Numerals::of(lang.words()))
    }
}

impl Numerals {
    fn of(words: &Words) -> Self {
        let places = say!(words, "number-grouped-from");
        Numerals {
            decimal: say!(words, "number-decimal"),
            group: say!(words, "number-group"),
            grouped_from: places.parse().unwrap_or(4),
        }
    }

    /// Digits with separators of thousands.
    fn grouped(&self, digits: &str) -> String {
        if digits.len() < self.grouped_from {
            return digits.to_owned();
        }
        let mut out = String::with_capacity(digits.len() * 2);
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push_str(&self.group);
            }
            out.push(digit);
        }
        out
    }

    /// A number rounded to some decimals, with a minus sign that is one.
    fn fixed(&self, value: f64, decimals: usize) -> String {
        let digits = format!("{:.decimals$}", value.abs());
        let (whole, rest) = digits.split_once('.').unwrap_or((&digits, ""));
        let mut out = self.grouped(whole);
        if !rest.is_empty() {
            out.push_str(&self.decimal);
            out.push_str(rest);
        }
        let zero = digits.chars().all(|c| matches!(c, '0' | '.'));
        if value < 0.0 && !zero {
            out.insert(0, '−');
        }
        out
    }

    pub(super) fn whole(&self, value: f64) -> String {
        self.fixed(value, 0)
    }
}

impl Words {
    /// The same with a sign, also where it is positive.
    pub(crate) fn signed(&self, value: f64, decimals: usize) -> String {
        let written = self.number(value, decimals);
        match value > 0.0 {
            true => format!("+{written}"),
            false => written,
        }
    }

    /// A number with some decimals: "0.38", "−1,25".
    pub fn number(&self, value: f64, decimals: usize) -> String {
        self.numerals
            .get_or_init(|| Numerals::of(self))
            .fixed(value, decimals)
    }

    /// A whole number with separators: "1,234,567".
    pub(crate) fn thousands(&self, number: u64) -> String {
        // Nothing in the record is near 2^53, beyond which this would round.
        self.number(number as f64, 0)
    }

    /// A count that may be missing; missing is not zero.
    pub(crate) fn count(&self, number: Option<u32>) -> String {
        number.map_or_else(|| say!(self, "no-record"), |n| self.thousands(n.into()))
    }

    /// A coincidence with two decimals, as the field writes it.
    pub(crate) fn share(&self, value: f64) -> String {
        self.number(value, 2)
    }

    /// A share of one as a percentage, with as many decimals as a small state needs.
    pub(crate) fn percent(&self, value: f64) -> String {
        let value = value * 100.0;
        if value >= 0.1 || value == 0.0 {
            say!(self, "percent", value = self.number(value, 1))
        } else if value >= 0.01 {
            say!(self, "percent", value = self.number(value, 2))
        } else {
            say!(self, "percent-under", value = self.number(0.01, 2))
        }
    }

    /// A probability in whole per cents; one that is not 0 or 1 is never told as if it were.
    pub fn chance(&self, value: f64) -> String {
        if value > 0.0 && value < 0.005 {
            say!(self, "percent-under", value = self.number(1.0, 0))
        } else if value < 1.0 && value > 0.995 {
            say!(self, "percent-over", value = self.number(99.0, 0))
        } else {
            say!(self, "percent", value = self.number(value * 100.0, 0))
        }
    }

    /// A ratio to one: "7.4 : 1".
    pub(crate) fn ratio(&self, value: f64) -> String {
        say!(self, "ratio", value = self.times(value))
    }

    /// A factor: one decimal below a hundred, none above.
    pub(crate) fn times(&self, value: f64) -> String {
        self.number(value, if value < 99.95 { 1 } else { 0 })
    }

    /// A large number rounded to whole.
    pub(crate) fn whole(&self, value: f64) -> String {
        self.number(value, 0)
    }

    /// Thousands of dollars, in billions or millions.
    pub(crate) fn dollars(&self, thousand: f64) -> String {
        if thousand >= 1e5 {
            say!(self, "billions", value = self.times(thousand / 1e6))
        } else {
            say!(self, "millions", value = self.whole(thousand / 1e3))
        }
    }

    /// Thousands of persons, in millions or thousands.
    pub(crate) fn persons(&self, thousand: f64) -> String {
        let million = thousand / 1e3;
        if million >= 999.95 {
            say!(self, "millions", value = self.whole(million))
        } else if million >= 0.9995 {
            say!(self, "millions", value = self.number(million, 1))
        } else {
            say!(self, "thousands", value = self.whole(thousand))
        }
    }
}

/// Hundredths by which one share exceeds another, rounded.
pub(crate) fn points(now: f64, before: f64) -> i32 {
    ((now - before) * 100.0).round() as i32
}

/// A change in points with an arrow: "+3 ↑", "−3 ↓", "0 →".
pub(crate) fn change(points: i32) -> String {
    match points {
        0 => "0 →".to_owned(),
        1.. => format!("+{points} ↑"),
        _ => format!("−{} ↓", points.unsigned_abs()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn en() -> &'static Words {
        Lang::of("en").unwrap().words()
    }

    fn es() -> &'static Words {
        Lang::of("es").unwrap().words()
    }

    #[test]
    fn separators() {
        for (number, english, spanish) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1_000, "1,000", "1000"),
            (12_345, "12,345", "12\u{202f}345"),
            (1_234_567, "1,234,567", "1\u{202f}234\u{202f}567"),
        ] {
            assert_eq!(en().thousands(number), english);
            assert_eq!(es().thousands(number), spanish);
        }
        assert_eq!(en().whole(-1234.4), "−1,234");
        assert_eq!(en().whole(-0.2), "0");
    }

    #[test]
    fn counts_in_messages_are_written_so_too() {
        assert_eq!(
            say!(en(), "roll-calls", calls = 1_200_u32),
            "1,200 roll calls"
        );
        assert_eq!(say!(en(), "roll-calls", calls = 1_u32), "1 roll call");
        assert_eq!(
            say!(es(), "roll-calls", calls = 12_000_u32),
            "12\u{202f}000 votaciones"
        );
        assert_eq!(say!(es(), "roll-calls", calls = 1_u32), "1 votación");
    }

    #[test]
    fn missing_is_not_zero() {
        assert_eq!(en().count(None), "no record");
        assert_eq!(es().count(None), "sin registro");
        assert_eq!(en().count(Some(0)), "0");
    }

    #[test]
    fn percentages_and_ratios() {
        assert_eq!(en().percent(0.1334), "13.3%");
        assert_eq!(es().percent(0.1334), "13,3\u{a0}%");
        assert_eq!(en().percent(0.00044), "0.04%");
        assert_eq!(en().percent(0.000001), "under 0.01%");
        assert_eq!(en().percent(0.0), "0.0%");
        assert_eq!(en().ratio(7.44), "7.4 : 1");
        assert_eq!(en().ratio(1234.4), "1,234 : 1");
        assert_eq!(en().ratio(99.97), "100 : 1");
    }

    #[test]
    fn changes() {
        assert_eq!(change(points(0.30, 0.33)), "−3 ↓");
        assert_eq!(change(points(0.33, 0.30)), "+3 ↑");
        assert_eq!(change(points(0.302, 0.299)), "0 →");
    }

    #[test]
    fn money_and_people() {
        assert_eq!(en().dollars(778_000_000.0), "778 bn");
        assert_eq!(en().dollars(6_115_000.0), "6.1 bn");
        assert_eq!(es().dollars(6_115_000.0), "6,1 mM");
        assert_eq!(en().dollars(52_300.0), "52 m");
        assert_eq!(en().persons(331_000.0), "331.0 m");
        assert_eq!(en().persons(277.0), "277 k");
        assert_eq!(en().persons(999.7), "1.0 m");
        assert_eq!(en().persons(1_427_100.0), "1,427 m");
    }

    proptest! {
        #[test]
        fn separators_change_no_digit(number in 0_u64..1 << 53) {
            let written = en().thousands(number);
            prop_assert_eq!(written.replace(',', ""), number.to_string());
            prop_assert!(written.split(',').skip(1).all(|group| group.len() == 3));
        }
    }
}
