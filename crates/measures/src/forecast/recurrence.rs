//! How often series come back.

use std::collections::BTreeMap;

use super::{Record, SESSIONS_BACK};

/// The first session from which recurrence is learned; before it titles are too short to link.
const FIRST_LEARNED: u16 = 21;
/// What a session's lesson is worth a session later.
const FADING: f64 = 0.93;
/// Series of one past that count as much as the broader kind that they are part of.
const PRIOR: f64 = 3.0;

/// A series that came up in the sessions looked back on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its number.
    pub series: u32,
    /// In which of the sessions it came up: bit 0 the last before the one asked about.
    pub past: u8,
    /// Its roll calls, the latest first; not empty.
    pub roll_calls: Vec<usize>,
}

impl Standing {
    /// The series that stand before a session, by number.
    pub fn before(session: u16, record: &Record) -> Vec<Standing> {
        let mut standing: BTreeMap<u32, Standing> = BTreeMap::new();
        let from = session.saturating_sub(SESSIONS_BACK);
        for roll_call in record.within(from..session).rev() {
            let series = record.series(roll_call);
            let own = standing.entry(series).or_insert_with(|| Standing {
                series,
                past: 0,
                roll_calls: Vec::new(),
            });
            own.past |= 1 << (session - 1 - record.session(roll_call));
            own.roll_calls.push(roll_call);
        }
        standing.into_values().collect()
    }

    /// Its latest roll call.
    pub fn latest(&self) -> usize {
        self.roll_calls[0]
    }
}

/// How often series came back, by when they had come up and whether they were on a part of a
/// resolution.
#[derive(Clone, Debug)]
pub struct Recurrence {
    /// Per kind (whole, part) and past: series seen, and those that came back.
    seen: [[f64; PASTS]; 2],
    back: [[f64; PASTS]; 2],
}

const PASTS: usize = 1 << SESSIONS_BACK;

impl Recurrence {
    /// Learned from every session on record.
    pub fn learned(record: &Record) -> Self {
        let mut learned = Recurrence {
            seen: [[0.0; PASTS]; 2],
            back: [[0.0; PASTS]; 2],
        };
        let last = record.last_session().unwrap_or(0);
        for session in FIRST_LEARNED..=last {
            learned.fade();
            let mut came: Vec<u32> = record
                .within(session..session + 1)
                .map(|r| record.series(r))
                .collect();
            came.sort_unstable();
            for standing in Standing::before(session, record) {
                let (kind, past) = place(&standing, record);
                learned.seen[kind][past] += 1.0;
                if came.binary_search(&standing.series).is_ok() {
                    learned.back[kind][past] += 1.0;
                }
            }
        }
        learned
    }

    fn fade(&mut self) {
        for count in self.seen.iter_mut().chain(&mut self.back).flatten() {
            *count *= FADING;
        }
    }

    /// The probability that a series comes back, 0 to 1.
    ///
    /// The share of series with the same past that did, drawn to the share of those last seen as long
    /// ago and as often as it.
    pub fn probability(&self, standing: &Standing, record: &Record) -> f64 {
        let (kind, past) = place(standing, record);
        let shape = |past: usize| (past.trailing_zeros(), past.count_ones().min(5));
        let like = (1..PASTS).filter(|p| shape(*p) == shape(past));
        let (seen, back) = like.fold((0.0, 0.0), |(seen, back), p| {
            let of = |counts: &[[f64; PASTS]; 2]| counts[0][p] + counts[1][p];
            (seen + of(&self.seen), back + of(&self.back))
        });
        let broad = (back + 0.2) / (seen + 1.0);
        let both = |counts: &[[f64; PASTS]; 2]| counts[0][past] + counts[1][past];
        let of_past = (both(&self.back) + PRIOR * broad) / (both(&self.seen) + PRIOR);
        (self.back[kind][past] + PRIOR * of_past) / (self.seen[kind][past] + PRIOR)
    }
}

fn place(standing: &Standing, record: &Record) -> (usize, usize) {
    let part = record.is_part(standing.latest());
    (usize::from(part), usize::from(standing.past))
}
