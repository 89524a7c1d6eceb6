//! Numbers as the brief writes them.

/// What stands where there is no figure.
pub(crate) const NO_RECORD: &str = "no record";

/// A whole number with thousands separators: 1,234,567.
pub(crate) fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A count that may be missing; missing is not zero.
pub(crate) fn count(number: Option<u32>) -> String {
    number.map_or_else(|| NO_RECORD.to_owned(), |n| thousands(n.into()))
}

/// A number with its noun: "1 roll call", "1,200 roll calls".
pub(crate) fn counted(number: u32, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", thousands(number.into()))
}

/// A coincidence with two decimals, as the field writes it.
pub(crate) fn share(value: f64) -> String {
    format!("{value:.2}")
}

/// A share of one as a percentage, with as many decimals as a small state needs.
pub(crate) fn percent(value: f64) -> String {
    let value = value * 100.0;
    if value >= 0.1 || value == 0.0 {
        format!("{value:.1}%")
    } else if value >= 0.01 {
        format!("{value:.2}%")
    } else {
        "under 0.01%".to_owned()
    }
}

/// A ratio to one: "7.4 : 1".
pub(crate) fn ratio(value: f64) -> String {
    format!("{} : 1", times(value))
}

/// A factor: one decimal below a hundred, none above.
pub(crate) fn times(value: f64) -> String {
    if value < 99.95 {
        format!("{value:.1}")
    } else {
        whole(value)
    }
}

/// A large number rounded to whole, with thousands separators.
pub(crate) fn whole(value: f64) -> String {
    // `as` saturates, and nothing in the record is near 2^64.
    let rounded = value.abs().round() as u64;
    let sign = if value < 0.0 && rounded > 0 {
        "−"
    } else {
        ""
    };
    format!("{sign}{}", thousands(rounded))
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

/// Thousands of dollars, in billions or millions.
pub(crate) fn dollars(thousand: f64) -> String {
    if thousand >= 1e5 {
        let billion = thousand / 1e6;
        if billion >= 99.95 {
            format!("{} bn", whole(billion))
        } else {
            format!("{billion:.1} bn")
        }
    } else {
        format!("{} m", whole(thousand / 1e3))
    }
}

/// Thousands of persons, in millions or thousands.
pub(crate) fn persons(thousand: f64) -> String {
    let million = thousand / 1e3;
    if million >= 999.95 {
        format!("{} m", whole(million))
    } else if million >= 0.9995 {
        format!("{million:.1} m")
    } else {
        format!("{} k", whole(thousand))
    }
}

/// A place in an order: 1st, 2nd, 3rd, 11th.
pub(crate) fn ordinal(place: u32) -> String {
    let suffix = match (place % 100, place % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{}{suffix}", thousands(place.into()))
}

/// Small numbers as words.
pub(crate) fn in_words(number: usize) -> String {
    const WORDS: [&str; 11] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    WORDS
        .get(number)
        .map_or_else(|| number.to_string(), |w| (*w).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn separators() {
        for (number, text) in [
            (0, "0"),
            (7, "7"),
            (999, "999"),
            (1_000, "1,000"),
            (12_345, "12,345"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(thousands(number), text);
        }
        assert_eq!(whole(-1234.4), "−1,234");
        assert_eq!(whole(-0.2), "0");
    }

    #[test]
    fn missing_is_not_zero() {
        assert_eq!(count(None), "no record");
        assert_eq!(count(Some(0)), "0");
        assert_eq!(counted(1, "roll call"), "1 roll call");
        assert_eq!(counted(0, "roll call"), "0 roll calls");
        assert_eq!(counted(1200, "roll call"), "1,200 roll calls");
    }

    #[test]
    fn percentages() {
        assert_eq!(percent(0.1334), "13.3%");
        assert_eq!(percent(0.00044), "0.04%");
        assert_eq!(percent(0.000001), "under 0.01%");
        assert_eq!(percent(0.0), "0.0%");
    }

    #[test]
    fn ratios() {
        assert_eq!(ratio(7.44), "7.4 : 1");
        assert_eq!(ratio(0.83), "0.8 : 1");
        assert_eq!(ratio(1234.4), "1,234 : 1");
        assert_eq!(ratio(99.97), "100 : 1");
    }

    #[test]
    fn changes() {
        assert_eq!(change(points(0.30, 0.33)), "−3 ↓");
        assert_eq!(change(points(0.33, 0.30)), "+3 ↑");
        assert_eq!(change(points(0.302, 0.299)), "0 →");
    }

    #[test]
    fn money_and_people() {
        assert_eq!(dollars(778_000_000.0), "778 bn");
        assert_eq!(dollars(6_115_000.0), "6.1 bn");
        assert_eq!(dollars(52_300.0), "52 m");
        assert_eq!(persons(331_000.0), "331.0 m");
        assert_eq!(persons(277.0), "277 k");
        assert_eq!(persons(999.7), "1.0 m");
        assert_eq!(persons(1_427_100.0), "1,427 m");
    }

    #[test]
    fn places() {
        let written: Vec<String> = [1, 2, 3, 4, 11, 12, 13, 21, 102, 111].map(ordinal).to_vec();
        assert_eq!(
            written,
            [
                "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "111th"
            ]
        );
    }

    proptest! {
        #[test]
        fn separators_change_no_digit(number: u64) {
            let written = thousands(number);
            prop_assert_eq!(written.replace(',', ""), number.to_string());
            prop_assert!(written.split(',').skip(1).all(|group| group.len() == 3));
        }
    }
}
