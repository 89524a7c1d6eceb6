//! Terms and polling days as rules lay them out over the years.

use entente_states::terms::{Of, Rule};
use jiff::ToSpan;
use jiff::civil::Date;

use super::day::day_in;

/// A term of office by rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermOfOffice<'r> {
    /// First day.
    pub start: Date,
    /// Last day: the day before the next term begins, or would have begun.
    pub end: Date,
    /// The rule by which it begins.
    pub rule: &'r Rule,
}

/// The days that a rule fixes, from `first` on, as long as they lie no later than `until`.
///
/// The k-th is the rule's day in the year `first + k · years`; the first is `first` itself.
pub fn days(rule: &Rule, until: Date) -> Vec<Date> {
    let last = rule.last.map_or(until, |last| last.min(until));
    (0..)
        .map_while(|k| nth_day(rule, k))
        .take_while(|day| *day <= last)
        .collect()
}

fn nth_day(rule: &Rule, k: i16) -> Option<Date> {
    if k == 0 {
        return Some(rule.first);
    }
    let years = i16::from(rule.years).checked_mul(k)?;
    day_in(rule.day, rule.first.year().checked_add(years)?)
}

/// The terms of one state that begin no later than `until`, by the rules given, in order.
///
/// A rule runs until the first day of the rule that follows. A term ends on the day before the next
/// begins; the last of a rule that ended with none after it ends when its years are over.
pub fn terms(rules: &[Rule], until: Date) -> Vec<TermOfOffice<'_>> {
    let mut by_first: Vec<&Rule> = rules.iter().filter(|r| r.of == Of::Term).collect();
    by_first.sort_by_key(|r| r.first);
    let mut starts: Vec<(Date, &Rule)> = Vec::new();
    for rule in by_first {
        starts.retain(|(start, _)| *start < rule.first);
        starts.extend(days(rule, until).into_iter().map(|day| (day, rule)));
    }
    let ends = starts.iter().enumerate().map(|(i, (start, rule))| {
        let next = starts.get(i + 1).map(|(next, _)| *next);
        let next = next.or_else(|| following(rules, *start, rule));
        next.and_then(|next| next.yesterday().ok())
    });
    starts
        .iter()
        .zip(ends)
        .filter_map(|((start, rule), end)| {
            Some(TermOfOffice {
                start: *start,
                end: end?,
                rule,
            })
        })
        .collect()
}

/// The first day after the last term of a list: that of the rule that follows, if this one ended with
/// it; otherwise its own next, or an earlier one of the rule that follows.
fn following(rules: &[Rule], start: Date, rule: &Rule) -> Option<Date> {
    let own = day_in(rule.day, start.year().checked_add(i16::from(rule.years))?);
    let later = rules
        .iter()
        .filter(|r| r.of == Of::Term && r.first > start)
        .map(|r| r.first)
        .min();
    if rule.last == Some(start) {
        later.or(own)
    } else {
        own.into_iter().chain(later).min()
    }
}

/// The polling day that a rule fixes which counts its years from the last election held.
///
/// The rule's own first day where none was held since the rule could be read.
pub fn after_last(rule: &Rule, last_held: Option<Date>) -> Option<Date> {
    match last_held.filter(|held| *held >= rule.known_from) {
        Some(held) => day_in(rule.day, held.year().checked_add(i16::from(rule.years))?),
        None => Some(rule.first),
    }
}

/// A day so many months before another; the last of the month where it has no such day.
pub fn months_before(day: Date, months: u8) -> Option<Date> {
    day.checked_sub(i64::from(months).months()).ok()
}

/// A day so many months after another; the last of the month where it has no such day.
pub fn months_after(day: Date, months: u8) -> Option<Date> {
    day.checked_add(i64::from(months).months()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_states::Ccode;
    use entente_states::terms::rules_on;
    use jiff::civil::date;

    fn starts(ccode: u16, as_of: Date, until: Date) -> Vec<(Date, Date)> {
        terms(&rules_on(Ccode(ccode), as_of), until)
            .iter()
            .map(|t| (t.start, t.end))
            .collect()
    }

    #[test]
    fn the_mexican_term_of_2018_is_two_months_short() {
        let known = starts(70, date(2021, 2, 1), date(2031, 1, 1));
        assert_eq!(
            known[known.len() - 3..],
            [
                (date(2018, 12, 1), date(2024, 9, 30)),
                (date(2024, 10, 1), date(2030, 9, 30)),
                (date(2030, 10, 1), date(2036, 9, 30)),
            ]
        );
        let before = starts(70, date(2014, 2, 9), date(2019, 1, 1));
        assert_eq!(
            before.last(),
            Some(&(date(2018, 12, 1), date(2024, 11, 30)))
        );
    }

    #[test]
    fn brazil_s_term_of_2023_ends_on_4_january_once_that_is_known() {
        let end = |as_of| starts(140, as_of, date(2023, 6, 1)).last().unwrap().1;
        assert_eq!(end(date(2021, 9, 27)), date(2026, 12, 31));
        assert_eq!(end(date(2021, 9, 28)), date(2027, 1, 4));
    }

    /// Until President Park was removed, the term of 2013 ran to February 2018.
    #[test]
    fn a_term_broken_off_ends_before_the_next() {
        let korea = |as_of| {
            let terms = starts(732, as_of, date(2020, 1, 1));
            terms[terms.len() - 1]
        };
        assert_eq!(
            korea(date(2017, 3, 9)),
            (date(2018, 2, 25), date(2023, 2, 24))
        );
        assert_eq!(
            korea(date(2017, 3, 10)),
            (date(2013, 2, 25), date(2018, 2, 24))
        );
        assert_eq!(
            korea(date(2017, 5, 10)),
            (date(2017, 5, 10), date(2022, 5, 9))
        );
    }

    #[test]
    fn an_early_election_moves_the_next() {
        let rules = rules_on(Ccode(20), date(2021, 2, 1));
        assert_eq!(after_last(&rules[0], None), Some(date(2009, 10, 19)));
        let held = Some(date(2019, 10, 21));
        assert_eq!(after_last(&rules[0], held), Some(date(2023, 10, 16)));
        // One held before the rule is none of its years.
        let before = Some(date(2006, 1, 23));
        assert_eq!(after_last(&rules[0], before), Some(date(2009, 10, 19)));
    }

    #[test]
    fn terms_follow_each_other_without_gap_or_overlap() {
        for state in entente_states::system().states() {
            let rules = rules_on(state.ccode, date(2026, 1, 1));
            for pair in terms(&rules, date(2060, 1, 1)).windows(2) {
                assert_eq!(pair[0].end.tomorrow().unwrap(), pair[1].start, "{pair:?}");
            }
        }
    }
}
