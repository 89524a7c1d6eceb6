//! Bodies and trade agreements, and which state belonged to them when.
//!
//! Compiled by hand from the bodies' own public lists into `data/states/bodies.csv` and
//! `data/states/memberships.csv`; [`Body::source`] names the list and [`Membership::source`] what
//! decided the row.
//!
//! - **First and last day.** `from` is the first day of membership in force, `until` the last. A
//!   decision that ends a membership on a day leaves the day before as the last; where a treaty
//!   fixes the last day (Nicaragua's denunciation of the OAS Charter, 19 November 2023; the
//!   Union's withdrawal agreement, 31 January 2020), that day is it.
//! - **Treaty bodies** count from the deposit of the ratification or accession, where a state joined
//!   later; the founding members of the OAS from the signature of the Charter.
//! - **Precision.** Where only the month or the year is known, `from` is its first day, so a
//!   reading as of a date inside that month or year may be early by up to its length.
//! - **Where one seat is several states here.** Germany's memberships are those of 260 until 2
//!   October 1990 and of 255 after, Yemen's those of 678 and then 679, China's in the United
//!   Nations those of 713 until 24 October 1971 and of 710 from the 25th, the day of resolution
//!   2758 (XXVI). The Republic of China is 713 there from 1945, as in the published votes, although
//!   713 enters the state system in 1949 only.
//! - **The body's own list decides.** Cuba stays a member of the OAS, from whose work it was
//!   excluded from 1962 to 2009; Venezuela's withdrawal from the OAS, notified in 2017 and disputed
//!   since, is not entered; Saudi Arabia, invited to BRICS for 2024, is not entered; members that
//!   are not states (European Union, African Union, Hong Kong) are not entered. A member that is
//!   suspended stays one in the African Union, ECOWAS and the Commonwealth; Venezuela ends in
//!   MERCOSUR on the day before it was suspended from all rights and obligations (5 August 2017).
//! - **A body and what it was before** are one: the European Union and the Community, the African
//!   Union and the Organisation of African Unity. `QUAD` is an informal forum, and listed as one.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Serialize;

use crate::code::Ccode;
use crate::table::{Table, TableError, embedded};

/// An organisation, a forum or a trade agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Body {
    /// Its short name in capitals, such as `OAS`; lookups do not mind case.
    pub id: String,
    /// Its name in English.
    pub name_en: String,
    /// Its name in Spanish.
    pub name_es: String,
    /// Its name in French.
    pub name_fr: String,
    /// The public list it was compiled from, with its address.
    pub source: String,
    /// What to know when reading its dates; may be empty.
    pub note: String,
}

/// How exactly a first day is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// To the day.
    Day,
    /// To the month: the first day stands for it.
    Month,
    /// To the year: 1 January stands for it.
    Year,
}

/// A state's membership of a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Membership {
    /// The [`Body::id`].
    pub body: String,
    /// The state.
    pub ccode: Ccode,
    /// First day.
    pub from: Date,
    /// Last day, itself included; `None` if it goes on.
    pub until: Option<Date>,
    /// How exactly the first day is known.
    pub precision: Precision,
    /// What decided the dates.
    pub source: String,
}

impl Membership {
    /// Whether it was in force on a day.
    pub fn covers(&self, date: Date) -> bool {
        self.from <= date && self.until.is_none_or(|until| date <= until)
    }

    /// What was known of it on a day: nothing before its start, and its end only once past.
    ///
    /// On its last day a membership still shows no end, even where the end was announced.
    pub fn as_of(&self, date: Date) -> Option<Membership> {
        (self.from <= date).then(|| Membership {
            until: self.until.filter(|until| *until < date),
            ..self.clone()
        })
    }
}

static BODIES: LazyLock<Vec<Body>> =
    LazyLock::new(|| embedded(read_bodies(include_str!("../../../data/states/bodies.csv"))));

static MEMBERSHIPS: LazyLock<Vec<Membership>> = LazyLock::new(|| {
    embedded(read_memberships(
        include_str!("../../../data/states/memberships.csv"),
        &BODIES,
    ))
});

/// All bodies on record.
pub fn bodies() -> &'static [Body] {
    &BODIES
}

/// The body with that id, in any case.
pub fn body(id: &str) -> Option<&'static Body> {
    BODIES.iter().find(|body| body.id.eq_ignore_ascii_case(id))
}

/// All memberships on record, body by body, by first day.
pub fn memberships() -> &'static [Membership] {
    &MEMBERSHIPS
}

/// The members of a body on a day, by number; none if there is no such body.
pub fn members_on(body: &str, date: Date) -> Vec<Ccode> {
    let mut members: Vec<Ccode> = MEMBERSHIPS
        .iter()
        .filter(|m| m.body.eq_ignore_ascii_case(body) && m.covers(date))
        .map(|m| m.ccode)
        .collect();
    members.sort_unstable();
    members
}

/// A state's memberships at all times, body by body.
pub fn memberships_of(ccode: Ccode) -> Vec<&'static Membership> {
    MEMBERSHIPS.iter().filter(|m| m.ccode == ccode).collect()
}

/// The bodies of which all these states are members on a day; none if no state is given.
pub fn in_common(ccodes: &[Ccode], date: Date) -> Vec<&'static Body> {
    if ccodes.is_empty() {
        return Vec::new();
    }
    let member = |body: &Body, ccode: Ccode| {
        MEMBERSHIPS
            .iter()
            .any(|m| m.ccode == ccode && m.body == body.id && m.covers(date))
    };
    BODIES
        .iter()
        .filter(|body| ccodes.iter().all(|c| member(body, *c)))
        .collect()
}

fn read_bodies(text: &str) -> Result<Vec<Body>, TableError> {
    let table = Table::parse("bodies.csv", text)?;
    table
        .rows()
        .map(|row| {
            Ok(Body {
                id: row.required("id")?.to_owned(),
                name_en: row.required("name_en")?.to_owned(),
                name_es: row.required("name_es")?.to_owned(),
                name_fr: row.required("name_fr")?.to_owned(),
                source: row.required("source")?.to_owned(),
                note: row.text("note")?.to_owned(),
            })
        })
        .collect()
}

fn read_memberships(text: &str, bodies: &[Body]) -> Result<Vec<Membership>, TableError> {
    let table = Table::parse("memberships.csv", text)?;
    table
        .rows()
        .map(|row| {
            let body = row.cell("body")?;
            if bodies.iter().all(|b| b.id != body.text) {
                return Err(body.error("is no body of bodies.csv"));
            }
            let precision = row.cell("precision")?;
            Ok(Membership {
                body: body.text.to_owned(),
                ccode: row.cell("ccode")?.ccode()?,
                from: row.cell("from")?.date()?,
                until: row.cell("until")?.optional(|c| c.date())?,
                precision: match precision.text {
                    "day" => Precision::Day,
                    "month" => Precision::Month,
                    "year" => Precision::Year,
                    _ => return Err(precision.error("is not day, month or year")),
                },
                source: row.required("source")?.to_owned(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::system::system;
    use jiff::civil::date;
    use std::collections::HashSet;

    #[test]
    fn every_row_has_a_state_and_ends_after_it_begins() {
        let mut seen = HashSet::new();
        for m in memberships() {
            assert!(system().get(m.ccode).is_some(), "{m:?}");
            assert!(m.until.is_none_or(|until| m.from < until), "{m:?}");
            assert!(seen.insert((&m.body, m.ccode, m.from)), "{m:?} twice");
        }
        for one in memberships() {
            let others = memberships()
                .iter()
                .filter(|m| m.body == one.body && m.ccode == one.ccode && m.from > one.from);
            for other in others {
                assert!(
                    one.until.is_some_and(|until| until < other.from),
                    "{one:?} overlaps {other:?}"
                );
            }
        }
        for m in memberships()
            .iter()
            .filter(|m| m.precision == Precision::Month)
        {
            assert_eq!(m.from.day(), 1, "{m:?}");
        }
    }

    #[test]
    fn the_name_beside_a_number_is_that_state_s() {
        let text = include_str!("../../../data/states/memberships.csv");
        let table = Table::parse("memberships.csv", text).unwrap();
        for row in table.rows() {
            let (ccode, name) = (
                row.cell("ccode").unwrap().ccode().unwrap(),
                row.text("name").unwrap(),
            );
            assert_eq!(system().resolve(name).unwrap().ccode, ccode, "{name}");
        }
    }

    #[test]
    fn the_oas_grows_by_deposits() {
        for (ccode, from) in [
            (70, date(1948, 4, 30)),
            (53, date(1967, 11, 15)),
            (51, date(1969, 8, 20)),
            (20, date(1990, 1, 8)),
        ] {
            let row = memberships_of(Ccode(ccode))
                .into_iter()
                .find(|m| m.body == "OAS")
                .unwrap();
            assert_eq!(row.from, from, "{ccode}");
        }
        assert_eq!(members_on("OAS", date(1966, 12, 31)).len(), 21);
    }

    /// United Nations, "Growth in United Nations membership", at the end of the year. The Organisation's
    /// count carries Yugoslavia on from 1992 to 2000, this one does not.
    #[test]
    fn the_united_nations_grow_as_the_organisation_says() {
        for (year, members) in [
            (1945, 51),
            (1946, 55),
            (1947, 57),
            (1948, 58),
            (1949, 59),
            (1950, 60),
            (1955, 76),
            (1956, 80),
            (1957, 82),
            // The Organisation has 82 for 1958: Guinea came and Syria went into the union with Egypt.
            (1958, 82),
            (1960, 99),
            (1961, 104),
            (1962, 110),
            (1963, 113),
            (1964, 115),
            (1965, 117),
            (1966, 122),
            (1967, 123),
            (1968, 126),
            (1970, 127),
            (1971, 132),
            (1973, 135),
            (1974, 138),
            (1975, 144),
            (1976, 147),
            (1977, 149),
            (1978, 151),
            (1979, 152),
            (1980, 154),
            (1981, 157),
            (1983, 158),
            (1984, 159),
            (1990, 159),
            (1991, 166),
            (1992, 179 - 1),
            (1993, 184 - 1),
            (1994, 185 - 1),
            (1999, 188 - 1),
            (2000, 189),
            (2002, 191),
            (2006, 192),
            (2011, 193),
            (2025, 193),
        ] {
            assert_eq!(
                members_on("un", date(year, 12, 31)).len(),
                members,
                "{year}"
            );
        }
    }

    #[test]
    fn bodies_have_the_members_that_they_say() {
        for (body, on, members) in [
            ("OAS", date(2020, 1, 1), 35),
            ("OAS", date(2024, 1, 1), 34),
            ("G20", date(2020, 1, 1), 19),
            ("G7", date(1975, 12, 1), 6),
            ("G7", date(1990, 1, 1), 7),
            ("G7", date(2010, 1, 1), 8),
            ("G7", date(2021, 1, 1), 7),
            ("OECD", date(1961, 12, 31), 19),
            ("OECD", date(1962, 12, 31), 20),
            ("OECD", date(2022, 1, 1), 38),
            ("APEC", date(2000, 1, 1), 20),
            ("EU", date(1958, 1, 1), 6),
            ("EU", date(1973, 1, 1), 9),
            ("EU", date(1995, 1, 1), 15),
            ("EU", date(2004, 5, 1), 25),
            ("EU", date(2013, 7, 1), 28),
            ("EU", date(2020, 1, 31), 28),
            ("EU", date(2020, 2, 1), 27),
            ("NATO", date(1950, 1, 1), 12),
            ("NATO", date(1990, 12, 1), 16),
            ("NATO", date(2024, 3, 7), 32),
            ("BRICS", date(2009, 12, 31), 4),
            ("BRICS", date(2012, 1, 1), 5),
            ("BRICS", date(2024, 1, 1), 9),
            ("BRICS", date(2025, 2, 1), 10),
            ("CPTPP", date(2018, 12, 31), 6),
            ("CPTPP", date(2024, 12, 31), 12),
            ("NAFTA", date(2020, 6, 30), 3),
            ("NAFTA", date(2020, 7, 1), 0),
            ("USMCA", date(2020, 7, 1), 3),
            ("ASEAN", date(2000, 1, 1), 10),
            ("AU", date(2002, 7, 9), 52),
            ("AU", date(2020, 1, 1), 54),
            ("EAC", date(2025, 1, 1), 8),
            ("ECOWAS", date(2024, 12, 31), 15),
            ("ECOWAS", date(2025, 1, 29), 12),
            ("MERCOSUR", date(2015, 1, 1), 5),
            ("MERCOSUR", date(2018, 1, 1), 4),
            ("MERCOSUR", date(2025, 1, 1), 5),
            ("CELAC", date(2015, 6, 10), 33),
            ("CELAC", date(2021, 1, 1), 32),
            ("CELAC", date(2023, 7, 17), 33),
            ("SCO", date(2025, 1, 1), 10),
            ("QUAD", date(2021, 3, 12), 4),
            ("COMMONWEALTH", date(2018, 4, 16), 53),
            ("COMMONWEALTH", date(2024, 10, 21), 56),
            ("IBERO-AMERICAN", date(2003, 1, 1), 21),
            ("IBERO-AMERICAN", date(2024, 11, 14), 22),
            ("none", date(2000, 1, 1), 0),
        ] {
            assert_eq!(members_on(body, on).len(), members, "{body} {on}");
        }
    }

    #[test]
    fn what_the_united_states_and_mexico_have_in_common_in_2021() {
        let ids = |ccodes: &[Ccode]| -> Vec<&str> {
            in_common(ccodes, date(2021, 1, 20))
                .iter()
                .map(|b| b.id.as_str())
                .collect()
        };
        assert_eq!(
            ids(&[Ccode(2), Ccode(70)]),
            ["UN", "OAS", "G20", "OECD", "APEC", "USMCA"]
        );
        assert_eq!(ids(&[]), Vec::<&str>::new());
    }

    #[test]
    fn an_end_is_hidden_until_it_is_past() {
        let nafta = memberships_of(Ccode(70))
            .into_iter()
            .find(|m| m.body == "NAFTA")
            .unwrap();
        assert_eq!(nafta.as_of(date(1993, 12, 31)), None);
        assert_eq!(nafta.as_of(date(2020, 6, 30)).unwrap().until, None);
        assert_eq!(
            nafta.as_of(date(2020, 7, 1)).unwrap().until,
            Some(date(2020, 6, 30))
        );
    }

    #[test]
    fn a_broken_row_is_named() {
        let bodies = read_bodies("id,name_en,name_es,name_fr,source,note\nA,a,a,a,s,\n").unwrap();
        let text = "body,ccode,from,until,precision,source\nA,2,1950-13-01,,day,s\n";
        let error = read_memberships(text, &bodies).unwrap_err();
        assert_eq!(
            error.to_string(),
            r#"memberships.csv, line 2, column from: "1950-13-01" is not a date YYYY-MM-DD"#
        );
        let text = "body,ccode,from,until,precision,source\nB,2,1950-01-01,,day,s\n";
        assert_eq!(read_memberships(text, &bodies).unwrap_err().column, "body");
    }
}
