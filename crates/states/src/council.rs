//! Terms on the United Nations Security Council, 1946 to 2028.
//!
//! Compiled by hand from the Council's public record: United Nations Security Council, "Countries
//! elected members", <https://main.un.org/securitycouncil/en/content/countries-elected-members>,
//! and the *Repertoire of the Practice of the Security Council*. The elections up to that of 3 June
//! 2026 are in it, for terms that begin in January 2027.
//!
//! - An elected member sits for two calendar years (Charter, Article 23 (2)). The exceptions are in
//!   the rows: the first terms of 1946 and of the enlarged Council in 1966, and terms that two
//!   states shared by agreement, most of them between 1956 and 1965 and again in 2017-2018.
//! - The terms of 1946 begin with the election of 12 January, Mexico's of 1980 with that of 7
//!   January 1980: until then a seat was vacant.
//! - The seat won by Democratic Yemen (680) for 1990-1991 passed to Yemen (679) on unification;
//!   it is two rows, of which only the first has an end that was not the rule's.
//! - The United Arab Republic's term of 1961-1962 stays with Egypt (651) after Syria left the union.
//! - China's permanent seat is 713 until 24 October 1971 and 710 from the 25th.

use std::sync::LazyLock;

use jiff::civil::{Date, date};
use serde::Serialize;

use crate::code::Ccode;
use crate::table::{Table, TableError, embedded};

/// The kind of a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Seat {
    /// One of the five of Article 23 (1).
    Permanent,
    /// One of six, since 1966 of ten, filled by the General Assembly.
    Elected,
}

/// A state's term on the Council.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Term {
    /// The state.
    pub ccode: Ccode,
    /// The kind of its seat.
    pub seat: Seat,
    /// First day.
    pub from: Date,
    /// Last day, itself included; `None` for a permanent seat that is still held.
    pub until: Option<Date>,
    /// The day since which the term is known: that of the election where it is on record, otherwise
    /// the first day of the term, which is later than the election by up to three months.
    ///
    /// An election of several days counts from its last day for a state whose own day is not on
    /// record. Terms from 1996 on all have their election.
    pub known_from: Date,
    /// The last day that the rule fixed when the term became known; `None` for a permanent seat.
    pub due_until: Option<Date>,
    /// What is particular about the term; may be empty.
    pub note: String,
}

impl Term {
    /// Whether the state sat on a day.
    pub fn covers(&self, date: Date) -> bool {
        self.from <= date && self.until.is_none_or(|until| date <= until)
    }

    /// What was known of the term on a day: nothing before its election; after it, the end that
    /// the rule fixed; another end only once past.
    pub fn as_of(&self, date: Date) -> Option<Term> {
        let past = self.until.filter(|until| *until < date);
        (self.known_from <= date).then(|| Term {
            until: past.or(self.due_until),
            ..self.clone()
        })
    }
}

static TERMS: LazyLock<Vec<Term>> = LazyLock::new(|| {
    embedded(read_terms(include_str!(
        "../../../data/states/council_seats.csv"
    )))
});

/// All terms, by first day and number.
pub fn terms() -> &'static [Term] {
    &TERMS
}

/// A state's terms, by first day.
pub fn terms_of(ccode: Ccode) -> Vec<&'static Term> {
    TERMS.iter().filter(|term| term.ccode == ccode).collect()
}

/// The terms of those who sit on a day, permanent members first, then by number.
pub fn members_on(date: Date) -> Vec<&'static Term> {
    let mut members: Vec<&Term> = TERMS.iter().filter(|term| term.covers(date)).collect();
    members.sort_by_key(|term| (term.seat, term.ccode));
    members
}

fn read_terms(text: &str) -> Result<Vec<Term>, TableError> {
    let table = Table::parse("council_seats.csv", text)?;
    let mut terms = Vec::new();
    for row in table.rows() {
        let (first, last) = (row.cell("from_year")?, row.cell("until_year")?);
        let year = |cell: &crate::table::Cell<'_>| -> Result<i16, TableError> {
            let year: i16 = cell.number()?;
            if (1945..=2100).contains(&year) {
                Ok(year)
            } else {
                Err(cell.error("is not a year from 1945 to 2100"))
            }
        };
        let seat = row.cell("seat")?;
        let seat = match seat.text {
            "permanent" => Seat::Permanent,
            "elected" => Seat::Elected,
            _ => return Err(seat.error("is not permanent or elected")),
        };
        let due_until = match seat {
            Seat::Permanent => None,
            Seat::Elected => Some(date(year(&last)?, 12, 31)),
        };
        let from = row
            .cell("from")?
            .optional(|c| c.date())?
            .unwrap_or(date(year(&first)?, 1, 1));
        let until = row.cell("until")?.optional(|c| c.date())?.or(due_until);
        let elected = row.cell("elected_on")?.optional(|c| c.date())?;
        terms.push(Term {
            ccode: row.cell("ccode")?.ccode()?,
            seat,
            from,
            until,
            known_from: elected.unwrap_or(from),
            due_until,
            note: row.text("note")?.to_owned(),
        });
    }
    terms.sort_by_key(|term| (term.from, term.ccode));
    Ok(terms)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::UnGroup;
    use crate::system::system;
    use std::collections::BTreeMap;

    fn elected_on(day: Date) -> Vec<&'static Term> {
        members_on(day)
            .into_iter()
            .filter(|t| t.seat == Seat::Elected)
            .collect()
    }

    #[test]
    fn six_elected_members_to_1965_and_ten_after_on_every_day() {
        let mut day = date(1946, 1, 12);
        while day <= date(2027, 12, 31) {
            let seats = match day {
                // The fifth seat was filled on 7 January 1980.
                d if d >= date(1980, 1, 1) && d < date(1980, 1, 7) => 9,
                d if d < date(1966, 1, 1) => 6,
                _ => 10,
            };
            let members = members_on(day);
            assert_eq!(members.len(), seats + 5, "{day}");
            assert!(
                members.windows(2).all(|w| w[0].ccode != w[1].ccode),
                "{day}"
            );
            day = day.tomorrow().unwrap();
        }
    }

    #[test]
    fn terms_last_two_years_but_for_the_exceptions_on_record() {
        let short: Vec<(u16, i16)> = terms()
            .iter()
            .filter(|t| t.seat == Seat::Elected)
            .filter(|t| t.until.is_none_or(|u| u.year() != t.from.year() + 1))
            .map(|t| (t.ccode.0, t.from.year()))
            .collect();
        let known = [
            // The first Council: three members for one year.
            (70, 1946),
            (210, 1946),
            (651, 1946),
            // Shared terms.
            (345, 1956),
            (840, 1957),
            (290, 1960),
            (450, 1961),
            (640, 1961),
            (205, 1962),
            (360, 1962),
            (840, 1963),
            (315, 1964),
            (820, 1965),
            // The enlarged Council: two of the new members for one year.
            (500, 1966),
            (920, 1966),
            // One seat, two Yemens.
            (680, 1990),
            // Shared term.
            (325, 2017),
            (210, 2018),
        ];
        assert_eq!(short, known);
    }

    #[test]
    fn nobody_is_re_elected_at_once() {
        for term in terms().iter().filter(|t| t.seat == Seat::Elected) {
            let next = terms_of(term.ccode)
                .into_iter()
                .find(|t| t.from > term.from);
            if let (Some(next), Some(until)) = (next, term.until) {
                assert!(next.from.year() > until.year() + 1, "{term:?} {next:?}");
            }
        }
    }

    /// General Assembly resolution 1991 A (XVIII) of 17 December 1963.
    #[test]
    fn the_regions_have_their_seats_since_1966() {
        for year in 1966..=2027 {
            let mut seats: BTreeMap<UnGroup, usize> = BTreeMap::new();
            for term in elected_on(date(year, 7, 1)) {
                let state = system().get(term.ccode).unwrap();
                *seats
                    .entry(
                        state
                            .un_group
                            .unwrap_or_else(|| panic!("{} has no group", state.name_en)),
                    )
                    .or_default() += 1;
            }
            let expected = [
                (UnGroup::Africa, 3),
                (UnGroup::AsiaPacific, 2),
                (UnGroup::EasternEurope, 1),
                (UnGroup::LatinAmericaCaribbean, 2),
                (UnGroup::WesternEuropeOthers, 2),
            ];
            assert_eq!(seats, BTreeMap::from(expected), "{year}");
        }
    }

    /// One of the five Afro-Asian seats has been an Arab state's since 1968.
    #[test]
    fn an_arab_state_sits_in_every_year_since_1968() {
        let arab = [
            520, 522, 435, 600, 615, 616, 620, 625, 645, 651, 652, 660, 663, 670, 679, 680, 690,
            692, 694, 696, 698,
        ];
        for year in 1968..=2027 {
            assert!(
                elected_on(date(year, 7, 1))
                    .iter()
                    .any(|t| arab.contains(&t.ccode.0)),
                "{year}"
            );
        }
    }

    #[test]
    fn mexico_sat_five_times() {
        let years: Vec<(i16, i16)> = terms_of(Ccode(70))
            .iter()
            .map(|t| (t.from.year(), t.until.unwrap().year()))
            .collect();
        assert_eq!(
            years,
            [
                (1946, 1946),
                (1980, 1981),
                (2002, 2003),
                (2009, 2010),
                (2021, 2022)
            ]
        );
        assert_eq!(terms_of(Ccode(70))[4].known_from, date(2020, 6, 17));
    }

    /// Times served, as the Council's list of elected members counts them.
    #[test]
    fn the_most_frequent_members_have_served_as_often_as_the_list_says() {
        for (ccode, times) in [
            (740, 12),
            (140, 11),
            (160, 9),
            (750, 8),
            (770, 8),
            (100, 8),
            (325, 7),
            (20, 6),
        ] {
            assert_eq!(terms_of(Ccode(ccode)).len(), times, "{ccode}");
        }
        let germany = terms_of(Ccode(255)).len() + terms_of(Ccode(260)).len();
        assert_eq!(germany, 6);
    }

    #[test]
    fn china_s_seat_changes_hands_in_1971() {
        let holds = |day| -> Vec<u16> {
            members_on(day)
                .iter()
                .map(|t| t.ccode.0)
                .filter(|c| [710, 713].contains(c))
                .collect()
        };
        assert_eq!(holds(date(1971, 10, 24)), [713]);
        assert_eq!(holds(date(1971, 10, 25)), [710]);
    }

    #[test]
    fn a_term_is_hidden_until_its_election_and_an_end_out_of_rule_until_it_is_past() {
        let mexico = terms_of(Ccode(70))[4];
        assert_eq!(mexico.as_of(date(2020, 6, 16)), None);
        assert_eq!(
            mexico.as_of(date(2020, 6, 17)).unwrap().until,
            Some(date(2022, 12, 31))
        );
        let democratic_yemen = terms_of(Ccode(680))[0];
        assert_eq!(
            democratic_yemen.as_of(date(1990, 5, 21)).unwrap().until,
            Some(date(1991, 12, 31))
        );
        assert_eq!(
            democratic_yemen.as_of(date(1990, 5, 22)).unwrap().until,
            Some(date(1990, 5, 21))
        );
        let taiwan = terms_of(Ccode(713))[0];
        assert_eq!(taiwan.as_of(date(1971, 10, 24)).unwrap().until, None);
    }

    #[test]
    fn a_term_is_known_from_its_election_and_never_a_year_ahead() {
        for term in terms().iter().filter(|t| t.seat == Seat::Elected) {
            let election = term.known_from;
            // The second half of a shared term is filled separately or on the day of the first.
            assert!(election.year() + 1 >= term.from.year(), "{term:?}");
            assert!(
                term.from.year() < 1996 || election < term.from,
                "{term:?} has no election"
            );
        }
        let mexico = &terms_of(Ccode(70))[1];
        assert_eq!(mexico.known_from, date(1980, 1, 7));
        let next: Vec<u16> = terms()
            .iter()
            .filter(|t| t.known_from == date(2026, 6, 3))
            .map(|t| t.ccode.0)
            .collect();
        assert_eq!(next, [52, 235, 305, 552, 703]);
    }

    #[test]
    fn the_name_beside_a_number_is_that_state_s() {
        let text = include_str!("../../../data/states/council_seats.csv");
        let table = Table::parse("council_seats.csv", text).unwrap();
        for row in table.rows() {
            let (ccode, name) = (
                row.cell("ccode").unwrap().ccode().unwrap(),
                row.text("name").unwrap(),
            );
            assert_eq!(system().resolve(name).unwrap().ccode, ccode, "{name}");
        }
    }

    #[test]
    fn every_term_is_known_before_it_begins_and_has_a_member_of_the_united_nations() {
        for term in terms() {
            assert!(term.known_from <= term.from, "{term:?}");
            assert!(term.until.is_none_or(|u| u > term.from), "{term:?}");
            assert!(
                crate::memberships::members_on("UN", term.from).contains(&term.ccode),
                "{term:?} was no member"
            );
        }
    }
}
