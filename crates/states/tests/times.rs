//! Who existed when, and what could be known of it.

use std::collections::HashSet;

use entente_states::{Ccode, Lang, UnGroup, council, memberships, system};
use jiff::civil::{Date, date};
use proptest::prelude::*;

fn existing(on: Date) -> usize {
    system()
        .states()
        .iter()
        .filter(|s| s.existed_on(on))
        .count()
}

/// Counts of the publisher's list, by hand from `cow_states.csv`.
#[test]
fn the_state_system_has_as_many_members_as_the_list() {
    assert_eq!(system().states().len(), 217);
    assert_eq!(
        system()
            .states()
            .iter()
            .map(|s| s.spells.len())
            .sum::<usize>(),
        243
    );
    assert_eq!(
        system()
            .states()
            .iter()
            .filter(|s| s.spells.len() > 1)
            .count(),
        26
    );
    let since_1945 = system().states().iter().filter(|s| {
        s.spells
            .iter()
            .any(|p| p.until.is_none_or(|u| u >= date(1945, 1, 1)))
    });
    assert_eq!(since_1945.count(), 202);
    for (on, states) in COUNTS {
        assert_eq!(existing(*on), *states, "{on}");
    }
}

const COUNTS: &[(Date, usize)] = &[
    (date(1816, 1, 1), 23),
    (date(1900, 1, 1), 42),
    (date(1945, 1, 1), 58),
    (date(1945, 10, 24), 62),
    (date(1960, 12, 31), 107),
    (date(1975, 6, 1), 142),
    (date(1990, 10, 3), 161),
    (date(1992, 1, 1), 177),
    (date(2000, 1, 1), 190),
    (date(2016, 12, 31), 195),
    (date(2021, 1, 20), 195),
];

#[test]
fn spells_are_in_order_and_do_not_meet() {
    for state in system().states() {
        assert!(!state.spells.is_empty(), "{state:?}");
        assert!(
            state
                .spells
                .iter()
                .all(|s| s.until.is_none_or(|u| s.from <= u))
        );
        for pair in state.spells.windows(2) {
            assert!(pair[0].until.is_some_and(|u| u < pair[1].from), "{state:?}");
        }
        for pair in state.former_names.windows(2) {
            assert!(pair[0].until < pair[1].from, "{state:?}");
        }
    }
}

#[test]
fn codes_are_one_state_s_each() {
    let states = system().states();
    let unique = |codes: Vec<&str>| codes.len() == codes.iter().collect::<HashSet<_>>().len();
    assert!(unique(
        states.iter().filter_map(|s| s.iso3.as_deref()).collect()
    ));
    assert!(unique(
        states.iter().filter_map(|s| s.iso2.as_deref()).collect()
    ));
    assert!(unique(states.iter().map(|s| s.abb.as_str()).collect()));
    assert!(unique(states.iter().map(|s| s.key3()).collect()));
    assert!(states.iter().all(|s| s.key3().len() == 3));
    for (ccode, key) in [
        (260, "GFR"),
        (265, "DDR"),
        (315, "CSK"),
        (345, "YUG"),
        (511, "ZAN"),
        (678, "YAR"),
        (679, "YEM"),
        (680, "YMD"),
        (713, "TWN"),
        (817, "RVN"),
        (255, "DEU"),
    ] {
        assert_eq!(system().get(Ccode(ccode)).unwrap().key3(), key);
    }
}

#[test]
fn successors_and_predecessors_mirror_each_other() {
    for state in system().states() {
        for successor in &state.successors {
            assert!(
                system()
                    .get(*successor)
                    .unwrap()
                    .predecessors
                    .contains(&state.ccode),
                "{}",
                state.name_en
            );
        }
        for predecessor in &state.predecessors {
            assert!(
                system()
                    .get(*predecessor)
                    .unwrap()
                    .successors
                    .contains(&state.ccode),
                "{}",
                state.name_en
            );
        }
    }
    let soviet = system().get(Ccode(365)).unwrap();
    assert_eq!(soviet.successors.len(), 14);
}

#[test]
fn germany_is_three_numbers() {
    let on = |ccode, day| system().get(Ccode(ccode)).unwrap().existed_on(day);
    assert!(on(255, date(1945, 5, 8)) && !on(255, date(1945, 5, 9)));
    assert!(on(260, date(1990, 10, 2)) && !on(260, date(1990, 10, 3)));
    assert!(!on(255, date(1990, 10, 2)) && on(255, date(1990, 10, 3)));
    assert!(on(255, date(2021, 1, 1)));
}

#[test]
fn names_follow_the_times() {
    let russia = system().get(Ccode(365)).unwrap();
    assert_eq!(russia.name_on(Lang::En, date(1985, 1, 1)), "Soviet Union");
    assert_eq!(
        russia.name_on(Lang::Es, date(1985, 1, 1)),
        "Unión Soviética"
    );
    assert_eq!(russia.name_on(Lang::En, date(1992, 1, 1)), "Russia");
    let serbia = system().get(Ccode(345)).unwrap();
    assert_eq!(serbia.name_on(Lang::En, date(1999, 1, 1)), "Yugoslavia");
    assert_eq!(
        serbia.name_on(Lang::Fr, date(2005, 1, 1)),
        "Serbie-et-Monténégro"
    );
    assert_eq!(serbia.name_on(Lang::En, date(2021, 1, 1)), "Serbia");
}

/// United Nations, regional groups: 54, 53 without Kiribati, 23, 33 and 29 with the United States.
#[test]
fn the_regional_groups_have_their_members() {
    let members = memberships::members_on("UN", date(2021, 1, 1));
    let in_group = |group| {
        members
            .iter()
            .filter(|c| system().get(**c).unwrap().un_group == group)
            .count()
    };
    assert_eq!(in_group(Some(UnGroup::Africa)), 54);
    assert_eq!(in_group(Some(UnGroup::AsiaPacific)), 53);
    assert_eq!(in_group(Some(UnGroup::EasternEurope)), 23);
    assert_eq!(in_group(Some(UnGroup::LatinAmericaCaribbean)), 33);
    assert_eq!(in_group(Some(UnGroup::WesternEuropeOthers)), 29);
    assert_eq!(in_group(None), 1);
}

#[test]
fn the_map_and_the_vote_record_find_their_states() {
    for (m49, ccode) in [
        (484, 70),
        (688, 345),
        (158, 713),
        (276, 255),
        (729, 625),
        (728, 626),
        (643, 365),
    ] {
        assert_eq!(system().by_m49(m49).unwrap().ccode, Ccode(ccode));
    }
    assert_eq!(system().by_iso2("NA").unwrap().ccode, Ccode(565));
}

fn any_date() -> impl Strategy<Value = Date> {
    (1945i16..2030, 1i8..=12, 1i8..=28).prop_map(|(y, m, d)| date(y, m, d))
}

proptest! {
    /// Whatever is known on a day names no day after it, but for the end that a rule fixed.
    #[test]
    fn as_of_reveals_nothing_later(on in any_date()) {
        for membership in memberships::memberships() {
            if let Some(known) = membership.as_of(on) {
                prop_assert!(known.from <= on);
                prop_assert!(known.until.is_none_or(|u| u < on));
                prop_assert_eq!(known.covers(on), membership.covers(on));
            }
        }
        for term in council::terms() {
            if let Some(known) = term.as_of(on) {
                prop_assert!(known.known_from <= on);
                prop_assert!(known.until.is_none_or(|u| u < on || Some(u) == known.due_until));
                prop_assert_eq!(known.covers(on), term.covers(on));
            }
        }
    }

    /// What is known on a day is known later too, and does not change but for ends that came.
    #[test]
    fn knowledge_grows(one in any_date(), other in any_date()) {
        let (earlier, later) = (one.min(other), one.max(other));
        for membership in memberships::memberships() {
            if let Some(known) = membership.as_of(earlier) {
                prop_assert_eq!(membership.as_of(later).unwrap().as_of(earlier), Some(known));
            }
        }
        for term in council::terms() {
            if term.as_of(earlier).is_some() {
                prop_assert!(term.as_of(later).is_some());
            }
        }
    }

    #[test]
    fn counts_stay_in_bounds(on in any_date()) {
        let states = existing(on);
        prop_assert!((58..=198).contains(&states), "{}", states);
        prop_assert!(memberships::members_on("UN", on).len() <= 193);
        let seats = council::members_on(on).len();
        if on >= date(1946, 1, 12) && on <= date(2026, 12, 31) && (on < date(1980, 1, 1) || on > date(1980, 1, 6)) {
            prop_assert_eq!(seats, if on < date(1966, 1, 1) { 11 } else { 15 });
        }
    }
}
