//! Dates and spans of years as the brief writes them.

use jiff::civil::Date;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month(day: Date) -> &'static str {
    usize::try_from(day.month() - 1)
        .ok()
        .and_then(|m| MONTHS.get(m))
        .copied()
        .unwrap_or("")
}

/// "1 February 2021".
pub(crate) fn long(day: Date) -> String {
    format!("{} {} {}", day.day(), month(day), day.year())
}

/// "February 2021", for days that are not on record.
pub(crate) fn month_and_year(day: Date) -> String {
    format!("{} {}", month(day), day.year())
}

/// "8–9 July 2020", "28 February – 1 March 2020", and one day as one day.
pub(crate) fn range(start: Date, end: Date) -> String {
    if start == end {
        long(end)
    } else if (start.year(), start.month()) == (end.year(), end.month()) {
        format!("{}–{}", start.day(), long(end))
    } else if start.year() == end.year() {
        format!("{} {} – {}", start.day(), month(start), long(end))
    } else {
        format!("{} – {}", long(start), long(end))
    }
}

/// "1980–81", "1998–2002", and one year as one year.
pub(crate) fn years(first: i16, last: i16) -> String {
    if first == last {
        first.to_string()
    } else if first.div_euclid(100) == last.div_euclid(100) {
        format!("{first}–{:02}", last.rem_euclid(100))
    } else {
        format!("{first}–{last}")
    }
}

/// The last `most` five-year spans (1990–94, 1995–99) up to a year, cut at both ends to the years covered.
pub(crate) fn five_year_spans(first: i16, last: i16, most: i16) -> Vec<(i16, i16)> {
    if last < first {
        return Vec::new();
    }
    let top = last.div_euclid(5) * 5;
    (0..most.max(1))
        .rev()
        .map(|back| top - 5 * back)
        .filter(|from| from + 4 >= first)
        .map(|from| (from.max(first), (from + 4).min(last)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days() {
        assert_eq!(long(date(2021, 2, 1)), "1 February 2021");
        assert_eq!(month_and_year(date(2021, 7, 31)), "July 2021");
        assert_eq!(range(date(2020, 7, 8), date(2020, 7, 9)), "8–9 July 2020");
        assert_eq!(range(date(2020, 7, 8), date(2020, 7, 8)), "8 July 2020");
        assert_eq!(
            range(date(2020, 2, 28), date(2020, 3, 1)),
            "28 February – 1 March 2020"
        );
        assert_eq!(
            range(date(2019, 12, 30), date(2020, 1, 2)),
            "30 December 2019 – 2 January 2020"
        );
    }

    #[test]
    fn spans_of_years() {
        assert_eq!(years(1946, 1946), "1946");
        assert_eq!(years(1980, 1981), "1980–81");
        assert_eq!(years(1999, 2000), "1999–2000");
        assert_eq!(years(2002, 2009), "2002–09");
    }

    #[test]
    fn spans_of_five_years() {
        assert_eq!(
            five_year_spans(1866, 2021, 3),
            [(2010, 2014), (2015, 2019), (2020, 2021)]
        );
        assert_eq!(five_year_spans(1947, 1950, 6), [(1947, 1949), (1950, 1950)]);
        assert_eq!(five_year_spans(1995, 1999, 2), [(1995, 1999)]);
        assert!(five_year_spans(2000, 1999, 2).is_empty());
    }
}
