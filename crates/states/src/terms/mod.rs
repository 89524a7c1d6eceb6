//! When terms of office begin and elections fall, where a constitution or a law fixes it.
//!
//! Compiled by hand from constitutions and election laws into `data/states/terms.toml`; each rule
//! names its law. A rule says nothing of who governs. Where rule and record part (a resignation, a
//! coup, a removal) the rule ends and another begins, and its note says why.
//!
//! A rule is read as of a date with [`Rule::as_of`]: Mexico's change of inauguration day is known from
//! 10 February 2014, and until then the term of 2018 runs to 30 November 2024.

mod day;
mod declared;
mod rule;

use std::sync::LazyLock;

use jiff::civil::Date;

use crate::code::Ccode;

pub use day::{DayRule, NotADayRule, Nth};
pub use declared::{RulesError, read};
pub use rule::{Ahead, Of, Rule};

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    match read(include_str!("../../../../data/states/terms.toml")) {
        Ok(rules) => rules,
        // It is part of the program and every test reads it, so no input leads here.
        Err(error) => panic!("the embedded rules are broken: {error}"),
    }
});

/// All rules on record, by state, kind and first day.
pub fn rules() -> &'static [Rule] {
    &RULES
}

/// A state's rules as known on a date, by kind and first day.
pub fn rules_on(ccode: Ccode, date: Date) -> Vec<Rule> {
    RULES
        .iter()
        .filter(|rule| rule.ccode == ccode)
        .filter_map(|rule| rule.as_of(date))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::system::system;
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn every_rule_is_of_a_state_and_names_its_law() {
        for rule in rules() {
            assert!(system().get(rule.ccode).is_some(), "{rule:?}");
            assert!(!rule.law.is_empty() && !rule.source.is_empty(), "{rule:?}");
            assert!((1..=7).contains(&rule.years), "{rule:?}");
        }
    }

    #[test]
    fn rules_of_one_kind_follow_each_other() {
        for pair in rules().windows(2) {
            if (pair[0].ccode, pair[0].of) == (pair[1].ccode, pair[1].of)
                && pair[0].of != Of::Legislature
            {
                let last = pair[0].last.unwrap_or_else(|| panic!("{:?}", pair[0]));
                assert!(last < pair[1].first, "{pair:?}");
            }
        }
    }

    #[test]
    fn mexico_s_change_is_known_from_its_publication() {
        let terms = |day| -> Vec<Rule> {
            rules_on(Ccode(70), day)
                .into_iter()
                .filter(|r| r.of == Of::Term)
                .collect()
        };
        let before = terms(date(2014, 2, 9));
        assert_eq!(before.len(), 1);
        assert_eq!((before[0].last, before[0].ended), (None, None));
        let after = terms(date(2014, 2, 10));
        assert_eq!(after.len(), 2);
        assert_eq!(after[0].last, Some(date(2018, 12, 1)));
        assert_eq!(after[1].first, date(2024, 10, 1));
    }

    /// What a rule says as of a date tells of nothing later: no later year stands in its words.
    #[test]
    fn the_words_of_a_rule_tell_of_nothing_later() {
        let years = |text: &str| -> Vec<i16> {
            let numbers = text.split(|c: char| !c.is_ascii_digit());
            let four = numbers
                .filter(|n| n.len() == 4)
                .filter_map(|n| n.parse().ok());
            four.filter(|year| (1900..=2100).contains(year)).collect()
        };
        for rule in rules() {
            let first = rule.as_of(rule.known_from).unwrap();
            let announced = rule.first.year();
            for year in years(&first.law) {
                assert!(year <= rule.known_from.year(), "{year} in {rule:?}");
            }
            for year in years(&first.note) {
                assert!(year <= announced, "{year} in {rule:?}");
            }
            if let Some(ended) = rule.ended {
                assert!(
                    years(&rule.note).iter().all(|y| *y <= ended.year()),
                    "{rule:?}"
                );
            }
        }
    }

    proptest! {
        /// A rule as of a day stays the same whatever becomes of it later.
        #[test]
        fn what_becomes_of_a_rule_later_changes_nothing(which in any::<prop::sample::Index>(), days in 0i32..40_000) {
            let day = date(1930, 1, 1).saturating_add(days.days());
            let rule = which.get(rules());
            let mut other = rule.clone();
            if rule.ended.is_some_and(|ended| ended > day) {
                (other.ended, other.last) = (None, None);
                other.note = String::new();
            }
            other.held.retain(|held| *held <= day);
            other.held.push(Date::MAX);
            prop_assert_eq!(rule.as_of(day), other.as_of(day));
        }
    }

    #[test]
    fn an_election_held_later_is_not_known() {
        let canada = |day| rules_on(Ccode(20), day)[0].held.len();
        assert_eq!(canada(date(2021, 9, 19)), 0);
        assert_eq!(canada(date(2021, 9, 20)), 1);
        assert!(rules_on(Ccode(20), date(2007, 5, 2)).is_empty());
    }
}
