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
    use jiff::civil::date;

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

    #[test]
    fn an_election_held_later_is_not_known() {
        let canada = |day| rules_on(Ccode(20), day)[0].held.len();
        assert_eq!(canada(date(2021, 9, 19)), 0);
        assert_eq!(canada(date(2021, 9, 20)), 1);
        assert!(rules_on(Ccode(20), date(2007, 5, 2)).is_empty());
    }
}
