//! Dates and spans of years as a language writes them.

use jiff::civil::Date;

use super::{Words, say};

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8",
    "month-9", "month-10", "month-11", "month-12",
];

impl Words {
    fn month(&self, day: Date) -> String {
        let id = usize::try_from(day.month() - 1)
            .ok()
            .and_then(|m| MONTHS.get(m));
        id.map(|id| say!(self, id)).unwrap_or_default()
    }

    /// The first letters of a month's name, January being 0.
    pub(crate) fn short_month(&self, month: usize) -> String {
        let name = MONTHS.get(month).map(|id| say!(self, id));
        name.unwrap_or_default().chars().take(3).collect()
    }

    /// "1 February 2021".
    pub(crate) fn date(&self, day: Date) -> String {
        say!(
            self,
            "date",
            day = day.day().to_string(),
            month = self.month(day),
            year = day.year()
        )
    }

    /// "February 2021", for days that are not on record.
    pub(crate) fn month_and_year(&self, day: Date) -> String {
        say!(
            self,
            "date-month",
            month = self.month(day),
            year = day.year()
        )
    }

    /// "8–9 July 2020", "28 February – 1 March 2020", and one day as one day.
    pub(crate) fn range(&self, start: Date, end: Date) -> String {
        let until = self.date(end);
        if start == end {
            until
        } else if (start.year(), start.month()) == (end.year(), end.month()) {
            say!(
                self,
                "date-range-days",
                from = start.day().to_string(),
                until = until
            )
        } else if start.year() == end.year() {
            say!(
                self,
                "date-range-months",
                day = start.day().to_string(),
                month = self.month(start),
                until = until
            )
        } else {
            say!(self, "date-range", from = self.date(start), until = until)
        }
    }

    /// "1980–1981", and one number as one.
    pub fn span(&self, first: impl ToString, last: impl ToString) -> String {
        let (from, until) = (first.to_string(), last.to_string());
        match from == until {
            true => from,
            false => say!(self, "number-range", from = from, until = until),
        }
    }

    /// Years as the assessment writes them, "1980–1981" or "2024–25", in the way of the language; other
    /// words as they are.
    pub fn spanned(&self, words: &str) -> String {
        let numbers = |w: &str| !w.is_empty() && w.chars().all(|c| c.is_ascii_digit());
        match words.split_once('–') {
            Some((from, until)) if numbers(from) && numbers(until) => self.span(from, until),
            _ => words.to_owned(),
        }
    }
}

/// The last `most` five-year spans (1990–1994, 1995–1999) up to a year, cut at both ends to the years
/// covered.
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
    use crate::Lang;
    use jiff::civil::date;

    #[test]
    fn days() {
        let en = Lang::of("en").unwrap().words();
        let es = Lang::of("es").unwrap().words();
        let written = |words: &Words, from, to| words.range(from, to);
        assert_eq!(en.date(date(2021, 2, 1)), "1 February 2021");
        assert_eq!(es.date(date(2021, 2, 1)), "1 de febrero de 2021");
        assert_eq!(en.month_and_year(date(2021, 7, 31)), "July 2021");
        assert_eq!(es.month_and_year(date(2021, 7, 31)), "julio de 2021");
        for (from, to, english, spanish) in [
            (
                date(2020, 7, 8),
                date(2020, 7, 9),
                "8–9 July 2020",
                "8-9 de julio de 2020",
            ),
            (
                date(2020, 7, 8),
                date(2020, 7, 8),
                "8 July 2020",
                "8 de julio de 2020",
            ),
            (
                date(2020, 2, 28),
                date(2020, 3, 1),
                "28 February – 1 March 2020",
                "28 de febrero a 1 de marzo de 2020",
            ),
            (
                date(2019, 12, 30),
                date(2020, 1, 2),
                "30 December 2019 – 2 January 2020",
                "30 de diciembre de 2019 a 2 de enero de 2020",
            ),
        ] {
            assert_eq!(written(en, from, to), english);
            assert_eq!(written(es, from, to), spanish);
        }
    }

    #[test]
    fn spans_of_years() {
        let [en, es] = ["en", "es"].map(|code| Lang::of(code).unwrap().words());
        assert_eq!(en.span(1946, 1946), "1946");
        assert_eq!(en.span(1980, 1981), "1980–1981");
        assert_eq!(es.span(1980, 1981), "1980-1981");
        assert_eq!(es.spanned("2024–25"), "2024-25");
        assert_eq!(es.spanned("USA–MEX"), "USA–MEX");
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
