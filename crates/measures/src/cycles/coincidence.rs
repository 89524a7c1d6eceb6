//! When the terms of two states begin close to each other.

use jiff::civil::Date;

use super::series::{TermOfOffice, months_after};

/// Two terms that begin close to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// First day of the first state's term.
    pub first: Date,
    /// First day of the second state's term.
    pub second: Date,
}

impl Meeting {
    /// Days from the earlier to the later.
    pub fn gap_days(&self) -> i32 {
        let (a, b) = self.in_order();
        (b - a).get_days()
    }

    /// The two days, the earlier first.
    pub fn in_order(&self) -> (Date, Date) {
        (self.first.min(self.second), self.first.max(self.second))
    }

    /// Whether the later lies no more than so many months after the earlier.
    pub fn within(&self, months: u8) -> bool {
        let (a, b) = self.in_order();
        months_after(a, months).is_none_or(|limit| b <= limit)
    }
}

/// Pairs of terms of two states that begin within so many months of each other, in order.
pub fn meetings(
    first: &[TermOfOffice<'_>],
    second: &[TermOfOffice<'_>],
    months: u8,
) -> Vec<Meeting> {
    let mut found: Vec<Meeting> = first
        .iter()
        .flat_map(|a| {
            second.iter().map(move |b| Meeting {
                first: a.start,
                second: b.start,
            })
        })
        .filter(|m| m.within(months))
        .collect();
    found.sort_by_key(Meeting::in_order);
    found
}

/// How the beginnings of two cycles come round together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recurrence {
    /// The years after which both cycles stand as before: the least common multiple of their lengths.
    pub every: u16,
    /// Years from a beginning of the first to the beginning of the second that lies closest in the
    /// count of years, at best: 0 the same year, 1 the year after, −1 the year before, and so on. Of two
    /// equally close, the positive.
    pub closest: i16,
}

/// How two cycles of whole years come round together.
///
/// Beginnings lie in the years a + i·p and b + j·q. The differences b − a + j·q − i·p are exactly the
/// numbers that leave the same remainder as b − a when divided by gcd(p, q) (Bézout), and each comes
/// round every lcm(p, q) years. So the closest is that remainder, or it less gcd(p, q).
///
/// # Panics
/// Never: a length of 0 counts as 1.
pub fn recurrence(a: i16, p: u8, b: i16, q: u8) -> Recurrence {
    let (p, q) = (u16::from(p.max(1)), u16::from(q.max(1)));
    let divisor = gcd(p, q);
    let modulus = i32::from(divisor);
    let rest = (i32::from(b) - i32::from(a)).rem_euclid(modulus);
    let closest = if 2 * rest > modulus {
        rest - modulus
    } else {
        rest
    };
    Recurrence {
        every: p / divisor * q,
        closest: i16::try_from(closest).unwrap_or(0),
    }
}

fn gcd(a: u16, b: u16) -> u16 {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::super::series::terms;
    use super::*;
    use entente_states::Ccode;
    use entente_states::terms::{Of, Rule, rules_on};
    use jiff::civil::date;
    use proptest::prelude::*;

    fn spans(a: u16, b: u16, as_of: Date) -> Vec<(i16, i16, i32)> {
        let (one, two) = (rules_on(Ccode(a), as_of), rules_on(Ccode(b), as_of));
        let until = date(2037, 12, 31);
        meetings(&terms(&one, until), &terms(&two, until), 4)
            .iter()
            .filter(|m| m.first.year() > 1970)
            .map(|m| {
                let (from, to) = m.in_order();
                (from.year(), to.year(), m.gap_days())
            })
            .collect()
    }

    /// Sarukhan's point, by arithmetic: every twelve years, 50 days apart until 2012 and 111 from 2024.
    #[test]
    fn the_united_states_and_mexico_every_twelve_years() {
        assert_eq!(
            spans(2, 70, date(2021, 2, 1)),
            [
                (1976, 1977, 50),
                (1988, 1989, 50),
                (2000, 2001, 50),
                (2012, 2013, 50),
                (2024, 2025, 111),
                (2036, 2037, 111),
            ]
        );
        assert_eq!(
            recurrence(1937, 4, 2024, 6),
            Recurrence {
                every: 12,
                closest: 1
            }
        );
    }

    #[test]
    fn the_united_states_and_brazil_never() {
        assert_eq!(spans(2, 140, date(2021, 2, 1)), []);
        let never = recurrence(1937, 4, 1995, 4);
        assert_eq!((never.every, never.closest), (4, 2));
    }

    fn rule(first: i16, years: u8, month: i8, day: i8) -> Rule {
        let mut rule = rules_on(Ccode(2), date(2021, 1, 1))
            .into_iter()
            .find(|r| r.of == Of::Term)
            .unwrap();
        rule.first = date(first, month, day);
        rule.years = years;
        rule.day = entente_states::terms::DayRule::Fixed { month, day };
        rule
    }

    proptest! {
        /// The closest difference of years and the years after which it comes round, against looking at
        /// every year.
        #[test]
        fn recurrence_against_brute_force(a in 1900i16..1920, p in 1u8..8, b in 1900i16..1920, q in 1u8..8) {
            let years = |from: i16, step: u8| (0..200i16).map(move |k| from + k * i16::from(step)).filter(|y| (1930..2100).contains(y));
            let all: Vec<(i16, i16)> = years(a, p).flat_map(|x| years(b, q).map(move |y| (x, y - x))).collect();
            let closest = all.iter().map(|(_, d)| d.abs()).min().unwrap();
            let found = recurrence(a, p, b, q);
            prop_assert_eq!(found.closest.abs(), closest);
            let when: Vec<i16> = all.iter().filter(|(x, d)| *d == found.closest && *x < 2090).map(|(x, _)| *x).collect();
            for pair in when.windows(2) {
                prop_assert_eq!(pair[1] - pair[0], i16::try_from(found.every).unwrap());
            }
        }

        /// Meetings against going through the days: every pair of days within the limit, and no other.
        #[test]
        fn meetings_against_brute_force(
            a in 1950i16..1960, p in 1u8..8, month_a in 1i8..=12,
            b in 1950i16..1960, q in 1u8..8, month_b in 1i8..=12, limit in 1u8..12,
        ) {
            let (one, two) = ([rule(a, p, month_a, 1)], [rule(b, q, month_b, 15)]);
            let until = date(2030, 12, 31);
            let found = meetings(&terms(&one, until), &terms(&two, until), limit);
            let mut expected = Vec::new();
            for year in 1950i16..=2030 {
                for other in 1950i16..=2030 {
                    let begins = |y: i16, first: i16, years: u8| y >= first && (y - first) % i16::from(years) == 0;
                    if begins(year, a, p) && begins(other, b, q) {
                        let (x, y) = (date(year, month_a, 1), date(other, month_b, 15));
                        let months = |d: Date| i32::from(d.year()) * 12 + i32::from(d.month());
                        // The 1st and the 15th: from the 1st to a 15th one month more than counted is out.
                        let near = if x <= y { months(y) - months(x) < i32::from(limit) } else { months(x) - months(y) <= i32::from(limit) };
                        if near && x <= until && y <= until {
                            expected.push(Meeting { first: x, second: y });
                        }
                    }
                }
            }
            expected.sort_by_key(Meeting::in_order);
            prop_assert_eq!(found, expected);
        }
    }
}
