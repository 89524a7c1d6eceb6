//! A session as it looked before it opened, and as it went.

use std::ops::Range;

use entente_evidence::{AsOf, EvidenceError, Record as _, RollCallView};
use entente_measures::forecast::{
    Came, Example, Mix, Outlook, PairOutlook, Pairs, PastErrors, Questions, Record, VoteModel,
    WholeOutlook, opens, session_on,
};
use entente_measures::{Admits, IssueFilter};
use entente_states::Ccode;
use jiff::ToSpan;
use jiff::civil::Date;
use rayon::prelude::*;

/// How many past sessions say how far an outlook may miss.
pub const SESSIONS_OF_ERRORS: u16 = 10;
/// How many past sessions single votes are learned from.
pub const SESSIONS_OF_LESSONS: u16 = 8;
/// Cells of fewer joint votes are not scored.
pub(super) const FEWEST_VOTES: u32 = 5;

/// The session that a date looks forward to: the first whose main part, to the end of the calendar year
/// in which it opens, is not over; but not beyond the one after the last on record.
///
/// `None` if no session is on record, or if the one after the last on record is over: how far forecasts
/// miss is known from sessions that followed on the record, not from ones that come years after it.
///
/// # Errors
/// If roll calls cannot be read.
pub fn session_forecast(as_of: &AsOf<'_>) -> Result<Option<u16>, EvidenceError> {
    let last = as_of.roll_calls()?.last().map(|v| v.roll_call.session);
    let ahead = u16::try_from(as_of.date().year() - 1945).unwrap_or(0);
    let session = last.map(|last| ahead.min(last + 1));
    Ok(session.filter(|session| session_on(as_of.date()).is_none_or(|now| *session >= now)))
}

/// The day before a session opens: the last that its forecast may know.
pub(super) fn eve(session: u16) -> Date {
    opens(session).saturating_sub(1.day())
}

/// The roll calls of the sessions before one, as known on a date; what links them is read off the links
/// of all that are known on another, later one.
pub(super) fn record_before(
    session: u16,
    known: &AsOf<'_>,
    later: &AsOf<'_>,
    sets: &[impl Admits],
) -> Result<Record, EvidenceError> {
    record(known, later, sets, |v| v.roll_call.session < session)
}

fn record(
    known: &AsOf<'_>,
    later: &AsOf<'_>,
    sets: &[impl Admits],
    keep: impl Fn(&RollCallView<'_>) -> bool,
) -> Result<Record, EvidenceError> {
    let questions = later.once(|| later.roll_calls().map(Questions::linked))?;
    let (roll_calls, votes) = (known.roll_calls()?, known.votes()?);
    Ok(Record::among(&questions, roll_calls, votes, sets, keep))
}

/// A past session: what was expected of it, and what had come by the day before the next opened.
pub(super) struct Sitting {
    pub session: u16,
    /// Per set.
    pub outlooks: Vec<WholeOutlook>,
    pub came: Outcome,
    /// Per set and mix: the sum of absolute errors.
    losses: Vec<[f64; Mix::GRID.len()]>,
}

impl Sitting {
    /// Of every session of a range, as known on a date. `watch` hears of each that is done.
    pub fn over(
        sessions: Range<u16>,
        as_of: &AsOf<'_>,
        sets: &[impl Admits + Sync],
        watch: &(dyn Fn() + Sync),
    ) -> Result<Vec<Self>, EvidenceError> {
        let eves = sessions.start..=sessions.end;
        let eves: Vec<AsOf<'_>> = eves.map(|s| as_of.earlier(eve(s))).collect();
        let between = sessions.into_par_iter().zip(eves.par_windows(2));
        between
            .map(|(session, eves)| {
                let record = record_before(session, &eves[0], as_of, sets)?;
                let sitting = Sitting::of(session, &record, &eves[1], sets)?;
                watch();
                Ok(sitting)
            })
            .collect()
    }

    /// The sessions that forecasts of one learn from.
    pub fn before(
        session: u16,
        as_of: &AsOf<'_>,
        sets: &[impl Admits + Sync],
    ) -> Result<Vec<Self>, EvidenceError> {
        let from = session.saturating_sub(SESSIONS_OF_ERRORS).max(2);
        Sitting::over(from..session, as_of, sets, &|| ())
    }

    fn of(
        session: u16,
        before: &Record,
        after: &AsOf<'_>,
        sets: &[impl Admits + Sync],
    ) -> Result<Self, EvidenceError> {
        let outlook = Outlook::on(session, before);
        let came = Outcome::of(session, after, sets)?;
        let (outlooks, losses) = (0..sets.len())
            .into_par_iter()
            .map(|set| {
                let outlook = outlook.whole(set);
                let losses = losses(set, &outlook, &came);
                (outlook, losses)
            })
            .unzip();
        Ok(Sitting {
            session,
            outlooks,
            came,
            losses,
        })
    }
}

fn losses(set: usize, outlook: &WholeOutlook, came: &Outcome) -> [f64; Mix::GRID.len()] {
    let mut losses = [0.0; Mix::GRID.len()];
    for (a, b, came) in came.told(set) {
        let sums = outlook.sums(a, b);
        for (loss, mix) in losses.iter_mut().zip(Mix::GRID) {
            let error = came.coincidence - PairOutlook::mixed(&sums, mix).expected;
            // Nothing was expected of a set that had never come up.
            if error.is_finite() {
                *loss += f64::from(error.abs());
            }
        }
    }
    losses
}

/// What past sessions teach of a set: the mix that would have served best, and how far it missed.
pub(super) struct Lesson {
    pub mix: Mix,
    pub errors: PastErrors,
}

impl Lesson {
    pub fn of(past: &[Sitting], set: usize) -> Self {
        let loss = |k: usize| past.iter().map(|s| s.losses[set][k]).sum::<f64>();
        let best = (0..Mix::GRID.len()).min_by(|a, b| loss(*a).total_cmp(&loss(*b)));
        let mix = Mix::GRID[best.unwrap_or(0)];
        let errors = past.iter().flat_map(|sitting| {
            let told = sitting.came.told(set);
            told.map(move |(a, b, came)| (sitting.outlooks[set].of(a, b, mix), came.coincidence))
        });
        Lesson {
            mix,
            errors: PastErrors::of(errors),
        }
    }
}

/// What came of a session: the coincidence of every pair.
pub(super) struct Outcome {
    pub states: Vec<Ccode>,
    /// Per set.
    pub pairs: Vec<Pairs<Came>>,
}

impl Outcome {
    pub fn of(session: u16, as_of: &AsOf<'_>, sets: &[impl Admits]) -> Result<Self, EvidenceError> {
        let (roll_calls, votes) = (as_of.roll_calls()?, as_of.votes()?);
        let record = Record::of(roll_calls, votes, sets, |v| v.roll_call.session == session);
        Ok(Outcome {
            states: record.states().to_vec(),
            pairs: (0..sets.len())
                .map(|set| record.coincidence(session, set))
                .collect(),
        })
    }

    /// Cells with so many joint votes or more: the two states, and what came.
    pub fn cells(&self, set: usize, votes: u32) -> impl Iterator<Item = (Ccode, Ccode, &Came)> {
        self.pairs[set]
            .iter()
            .filter(move |(_, _, came)| came.votes >= votes)
            .map(|(a, b, came)| (self.states[a], self.states[b], came))
    }

    /// The coincidence of a pair in a set; `None` if they never both voted.
    pub fn of_pair(&self, set: usize, a: Ccode, b: Ccode) -> Option<f64> {
        let place = |state| self.states.binary_search(&state).ok();
        let came = self.pairs[set].get(place(a)?, place(b)?);
        (came.votes > 0).then(|| f64::from(came.coincidence))
    }

    /// The mean coincidence of all pairs that both voted; `None` if none did.
    pub fn mean(&self, set: usize) -> Option<f64> {
        let met = self.pairs[set].iter().filter(|(_, _, c)| c.votes > 0);
        let (sum, count) = met.fold((0.0, 0u32), |(sum, count), (_, _, c)| {
            (sum + f64::from(c.coincidence), count + 1)
        });
        (count > 0).then(|| sum / f64::from(count))
    }

    /// The cells that tell how far an outlook missed: those that are scored, or where a set of a few
    /// roll calls a session has none, all of a vote or more.
    fn told(&self, set: usize) -> impl Iterator<Item = (Ccode, Ccode, &Came)> {
        let scored = self.pairs[set]
            .iter()
            .any(|(_, _, c)| c.votes >= FEWEST_VOTES);
        self.cells(set, if scored { FEWEST_VOTES } else { 1 })
    }
}

/// Votes of a session on what came back in some sets, as examples: features as known on the day before
/// it opened, votes as known on the day of `as_of`.
pub(super) fn examples(
    session: u16,
    as_of: &AsOf<'_>,
    sets: &[impl Admits],
) -> Result<Vec<(Example, u8)>, EvidenceError> {
    let eve = eve(session);
    let known = |v: &RollCallView<'_>| {
        let before = v.roll_call.session < session && v.roll_call.known_from() <= eve;
        before || v.roll_call.session == session
    };
    let record = record(as_of, as_of, sets, known)?;
    let wanted = |roll_call| (0..sets.len()).any(|set| record.in_set(set, roll_call));
    Ok(Example::of_session(session, &record, wanted))
}

/// The model of single votes, as known on the day before a session opens.
pub(super) fn vote_model(session: u16, as_of: &AsOf<'_>) -> Result<VoteModel, EvidenceError> {
    let lessons: Vec<Vec<(Example, u8)>> = lessons(session)
        .into_par_iter()
        .map(|past| examples(past, &as_of.earlier(eve(past + 1)), &[IssueFilter::All]))
        .collect::<Result<_, _>>()?;
    Ok(VoteModel::learned(lessons.iter().flatten()))
}

/// The sessions from which single votes of a session are learned.
pub(super) fn lessons(session: u16) -> Range<u16> {
    session.saturating_sub(SESSIONS_OF_LESSONS).max(2)..session
}
