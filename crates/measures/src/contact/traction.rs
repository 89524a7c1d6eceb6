//! Traction: how alive a standing arrangement is, from the days of its meetings and its cadence.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::years::{YEAR_DAYS, days_between};

/// Half-life of a meeting's weight, in cadences.
const HALF_LIFE: f64 = 2.0;
/// Intervals from which a cadence is read, and the fewest that will do.
const INTERVALS: std::ops::RangeInclusive<usize> = 3..=10;
/// A next meeting further ahead than this is no expectation, in years.
const FORESEEABLE: f64 = 50.0;

/// How a series of meetings stands against its cadence; the more alive, the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// No meeting on record since it was founded.
    NeverMet,
    /// Four meetings missed in a row, or more.
    Dormant,
    /// Two or three missed in a row.
    Lapsed,
    /// One missed.
    Late,
    /// None missed.
    OnCadence,
}

impl Status {
    /// The status after so many meetings missed in a row.
    pub fn after_missing(missed: u32) -> Self {
        match missed {
            0 => Status::OnCadence,
            1 => Status::Late,
            2 | 3 => Status::Lapsed,
            _ => Status::Dormant,
        }
    }

    /// In words.
    pub fn as_str(self) -> &'static str {
        match self {
            Status::NeverMet => "never met",
            Status::Dormant => "dormant",
            Status::Lapsed => "lapsed",
            Status::Late => "late",
            Status::OnCadence => "on cadence",
        }
    }
}

/// The time over which meetings are on record, and how often they are due.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Schedule {
    /// From this day a meeting would be on record.
    pub since: Date,
    /// To this day: the date of reading, or the end of the record before it.
    pub until: Date,
    /// Days from one meeting to the next, above 0.
    pub cadence: f64,
}

impl Schedule {
    /// Covered days, both ends included; 0 if the schedule ends before it begins.
    pub fn days(&self) -> f64 {
        (days_between(self.since, self.until) + 1.0).max(0.0)
    }

    /// In how many days a meeting's weight falls to half.
    pub fn half_life(&self) -> f64 {
        HALF_LIFE * self.cadence
    }

    /// The weight of a meeting in the recent rate: 2^(−age / half-life), above 0, 1 on the last day.
    pub fn weight(&self, meeting: Date) -> f64 {
        (-days_between(meeting, self.until) / self.half_life()).exp2()
    }
}

/// How alive a series of meetings is on the last day of its schedule.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Traction {
    /// Against the cadence.
    pub status: Status,
    /// Meetings missed in a row; empty if it never met.
    pub missed: Option<u32>,
    /// The day on which the last meeting ended.
    pub last: Option<Date>,
    /// Covered days since then.
    pub gap_days: Option<i64>,
    /// The same in cadences.
    pub gap_cadences: Option<f64>,
    /// The day on which the next meeting was or is due: the last and one cadence.
    pub due: Option<Date>,
    /// When to expect the next: the due day, or if that has passed, the mean wait at the recent rate
    /// from the end of the covered time. Empty beyond fifty years, and if it never met.
    pub expected_next: Option<Date>,
    /// Meetings a year, each weighted by half for every two cadences that have passed since.
    pub recent_rate: Option<f64>,
    /// Meetings a year over all of the covered time.
    pub history_rate: Option<f64>,
    /// Recent over history: below 1 it meets less than it used to.
    pub rate_ratio: Option<f64>,
}

/// Traction from the last days of meetings, in any order.
///
/// With g the covered time since the last meeting and c the cadence, ⌊g/c − ½⌋ meetings have been
/// missed in a row: half a cadence is grace, since an annual summit moves about in its year. None
/// missed is on cadence, one is late, two or three lapsed, four and more dormant.
///
/// The recent rate is Σ 2^(−aᵢ/h) over ∫ 2^(−u/h) du, with aᵢ the age of meeting i, h two cadences, and
/// the integral over the covered time: a kernel estimate of a Poisson intensity at its end (Diggle
/// 1985), one-sided, corrected for the edge. With one meeting more neither it nor the status falls.
///
/// Meetings outside the schedule are left out.
pub fn traction(meetings: &[Date], schedule: &Schedule) -> Traction {
    let Schedule {
        since,
        until,
        cadence,
    } = *schedule;
    let on_record = || {
        meetings
            .iter()
            .copied()
            .filter(|m| (since..=until).contains(m))
    };
    let covered = schedule.days();
    let half_life = schedule.half_life();
    let weights: f64 = on_record()
        .map(|m| schedule.weight(m))
        .fold(0.0, |sum, weight| sum + weight);
    let mass = half_life / std::f64::consts::LN_2 * (1.0 - (-covered / half_life).exp2());
    let per_year = |sum: f64, days: f64| (days > 0.0).then(|| sum / days * YEAR_DAYS);
    let recent_rate = per_year(weights, mass);
    let history_rate = per_year(on_record().count() as f64, covered);
    let last = on_record().max();
    let gap = last.map(|day| days_between(day, until));
    let missed = gap.map(|g| (g / cadence - 0.5).floor().max(0.0) as u32);
    let due = last.and_then(|day| later(day, cadence));
    Traction {
        status: missed.map_or(Status::NeverMet, Status::after_missing),
        missed,
        last,
        gap_days: gap.map(|g| g as i64),
        gap_cadences: gap.map(|g| g / cadence),
        due,
        expected_next: due.and_then(|due| match recent_rate {
            _ if due >= until => Some(due),
            Some(rate) if rate * FORESEEABLE >= 1.0 => later(until, YEAR_DAYS / rate),
            _ => None,
        }),
        recent_rate,
        history_rate,
        rate_ratio: recent_rate
            .zip(history_rate)
            .filter(|(_, history)| *history > 0.0)
            .map(|(recent, history)| recent / history),
    }
}

/// The cadence that a series without a declared one has kept: the mean of its last ten intervals, in
/// days; empty with fewer than three. Meetings on one day count once.
///
/// Meetings without a calendar come like a Poisson process, in which the median interval is ln 2 of the
/// mean: against the median, one gap in six would pass for a lapse.
pub fn implied_cadence(meetings: &[Date]) -> Option<f64> {
    let mut days = meetings.to_vec();
    days.sort_unstable();
    days.dedup();
    let intervals = (days.len().checked_sub(1)?).min(*INTERVALS.end());
    if intervals < *INTERVALS.start() {
        return None;
    }
    let last = days.len() - 1;
    Some(days_between(days[last - intervals], days[last]) / intervals as f64)
}

fn later(day: Date, days: f64) -> Option<Date> {
    day.checked_add((days.round() as i32).days()).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn yearly(until: Date) -> Schedule {
        Schedule {
            since: date(2005, 3, 23),
            until,
            cadence: YEAR_DAYS,
        }
    }

    /// The summit of 29 June 2016 and nothing after: how it stands year by year.
    #[test]
    fn a_yearly_summit_that_stops() {
        let met = [date(2014, 2, 14), date(2016, 6, 29)];
        for (until, missed, status) in [
            (date(2017, 6, 29), 0, Status::OnCadence),
            (date(2017, 12, 28), 0, Status::OnCadence),
            (date(2017, 12, 29), 1, Status::Late),
            (date(2018, 12, 30), 2, Status::Lapsed),
            (date(2020, 12, 28), 3, Status::Lapsed),
            (date(2021, 2, 1), 4, Status::Dormant),
        ] {
            let found = traction(&met, &yearly(until));
            assert_eq!(
                (found.missed, found.status),
                (Some(missed), status),
                "{until}"
            );
        }
        assert_eq!(
            traction(&[], &yearly(date(2006, 1, 1))).status,
            Status::NeverMet
        );
    }

    /// Hand-worked: cadence 365.25 days, half-life 730.5. Covered exactly two half-lives (1461 days),
    /// one meeting today (weight 1) and one a half-life ago (½): 1.5 over 730.5/ln 2 · ¾ days.
    #[test]
    fn the_rate_by_hand() {
        let schedule = Schedule {
            since: date(2010, 1, 1),
            until: date(2013, 12, 31),
            cadence: YEAR_DAYS,
        };
        let found = traction(&[date(2012, 1, 1), date(2013, 12, 31)], &schedule);
        let weight = 1.0 + (-730.0_f64 / 730.5).exp2();
        let mass = 730.5 / std::f64::consts::LN_2 * 0.75;
        assert!((found.recent_rate.unwrap() - weight / mass * YEAR_DAYS).abs() < 1e-12);
        assert!((found.recent_rate.unwrap() - 0.693).abs() < 1e-3);
        assert!((found.history_rate.unwrap() - 0.5).abs() < 1e-12);
        assert_eq!(found.due, Some(date(2014, 12, 31)));
        assert_eq!(found.expected_next, found.due);
    }

    #[test]
    fn a_cadence_of_its_own() {
        let day = |year| date(year, 1, 1);
        assert_eq!(implied_cadence(&[day(2001), day(2002), day(2003)]), None);
        // 365, 365, 1096 and 730 days.
        let days = [2001, 2002, 2003, 2006, 2008].map(day);
        assert_eq!(implied_cadence(&days), Some(2556.0 / 4.0));
        // Of many, the last ten intervals: 1990 to 2000.
        let many: Vec<Date> = (1950..1960).chain(1990..=2000).map(day).collect();
        assert_eq!(implied_cadence(&many), Some(3652.0 / 10.0));
    }

    fn days() -> impl Strategy<Value = Vec<Date>> {
        let day = (0i32..9000).prop_map(|d| date(2000, 1, 1).saturating_add(d.days()));
        prop::collection::vec(day, 0..12)
    }

    proptest! {
        /// A mechanism with one meeting more is never less alive.
        #[test]
        fn one_meeting_more(met in days(), more in days(), until in 0i32..9000, cadence in 30.0f64..2000.0) {
            let schedule = Schedule {
                since: date(2000, 1, 1),
                until: date(2000, 1, 1).saturating_add(until.days()),
                cadence,
            };
            let mut all = met.clone();
            for meeting in more {
                let before = traction(&all, &schedule);
                all.push(meeting);
                let after = traction(&all, &schedule);
                prop_assert!(after.status >= before.status);
                prop_assert!(after.recent_rate >= before.recent_rate);
                prop_assert!(after.last >= before.last);
            }
        }

        /// Meetings after the end of the covered time change nothing.
        #[test]
        fn no_look_ahead(met in days(), until in 0i32..9000) {
            let schedule = yearly(date(2000, 1, 1).saturating_add(until.days()));
            let known: Vec<Date> = met.iter().copied().filter(|m| *m <= schedule.until).collect();
            prop_assert_eq!(traction(&met, &schedule), traction(&known, &schedule));
        }
    }
}
