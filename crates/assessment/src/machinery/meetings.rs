//! Meetings: what the records of one event merge into.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use entente_evidence::{ContactLevel, Direction};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::record::Record;
use crate::dossier::{EnteredMeeting, Level};
use crate::occasions::OccasionKind;

/// One meeting, from one record or from several of the same event.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Meeting {
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
    /// The highest level that met.
    pub level: Level,
    /// What for.
    pub kind: OccasionKind,
    /// Where, as the records write it.
    pub place: String,
    /// Three-letter codes of the states that the records show there; others may have been.
    pub participants: Vec<String>,
    /// What for, in the publisher's words.
    pub occasions: Vec<String>,
    /// The records, as `visits 2871`, and the sources of what was entered.
    pub sources: Vec<String>,
    /// Whether the contact record shows it.
    pub found: bool,
    /// Whether it was entered in the dossier.
    pub entered: bool,
}

impl Meeting {
    pub(super) fn found(record: &Record, participants: BTreeSet<String>) -> Self {
        let contact = &record.contact;
        let abroad = contact.direction == Direction::FromUs;
        let place = match (&contact.locale, abroad) {
            (Some(locale), true) => format!("{locale} ({})", contact.place),
            (None, true) => contact.place.clone(),
            (_, false) => "United States".to_owned(),
        };
        Meeting {
            start: contact.start,
            end: contact.end,
            level: match contact.level {
                ContactLevel::Leader => Level::Leader,
                ContactLevel::Minister => Level::Minister,
                ContactLevel::Other => Level::Official,
            },
            kind: record.kind,
            place,
            participants: participants.into_iter().collect(),
            occasions: contact.occasion.iter().cloned().collect(),
            sources: vec![format!("{} {}", contact.source.as_str(), contact.id)],
            found: true,
            entered: false,
        }
    }

    pub(super) fn entered(meeting: &EnteredMeeting, level: Level, parties: Vec<String>) -> Self {
        Meeting {
            start: meeting.start,
            end: meeting.end,
            level,
            kind: OccasionKind::Mechanism,
            place: meeting.place.clone(),
            participants: parties,
            occasions: Vec::new(),
            sources: vec![meeting.source.to_string()],
            found: false,
            entered: true,
        }
    }

    /// Days from the one to the other; 0 where they overlap.
    pub(super) fn gap(&self, other: &Meeting) -> i32 {
        let after = (other.start - self.end).get_days();
        let before = (self.start - other.end).get_days();
        after.max(before).max(0)
    }

    fn absorb(&mut self, other: Meeting) {
        // A meeting of leaders is dated by the leaders: their ministers come a day before.
        match other.level.cmp(&self.level) {
            Ordering::Less => (self.start, self.end) = (other.start, other.end),
            Ordering::Equal => {
                self.start = self.start.min(other.start);
                self.end = self.end.max(other.end);
            }
            Ordering::Greater => {}
        }
        // What was entered says more exactly where than what a list of visits implies.
        if other.entered && !self.entered || other.kind < self.kind {
            self.place = other.place;
        }
        self.kind = self.kind.min(other.kind);
        self.level = self.level.min(other.level);
        for (to, more) in [
            (&mut self.participants, other.participants),
            (&mut self.occasions, other.occasions),
            (&mut self.sources, other.sources),
        ] {
            to.extend(more);
            let mut seen = BTreeSet::new();
            to.retain(|text| seen.insert(text.clone()));
        }
        self.participants.sort();
        self.found |= other.found;
        self.entered |= other.entered;
    }
}

/// Merges the records of one event: those whose days overlap or touch. Three leaders at one summit are
/// one meeting, and so are a visit and a stop on adjacent days.
pub(super) fn merge(mut pieces: Vec<Meeting>) -> Vec<Meeting> {
    pieces.sort_by(|a, b| (a.start, a.end, &a.sources).cmp(&(b.start, b.end, &b.sources)));
    // Each with the last day of any of its records.
    let mut meetings: Vec<(Meeting, Date)> = Vec::new();
    for piece in pieces {
        let end = piece.end;
        match meetings.last_mut() {
            Some((last, until)) if piece.start <= until.saturating_add(1.day()) => {
                *until = end.max(*until);
                last.absorb(piece);
            }
            _ => meetings.push((piece, end)),
        }
    }
    meetings.into_iter().map(|(meeting, _)| meeting).collect()
}

/// A meeting that was entered and one on record so many days apart are the same: the record has days of
/// journeys, and now and then a wrong one.
const SAME_MEETING_DAYS: i32 = 7;

/// The meetings of a mechanism, found and entered. An entered meeting that lies apart from one found, but
/// within a week and a quarter of the cadence, is the same meeting, on the days that were entered; each
/// is the same as one other at the most, the nearest.
pub(super) fn with_entered(
    found: Vec<Meeting>,
    entered: Vec<Meeting>,
    cadence_days: f64,
) -> Vec<Meeting> {
    let reach = SAME_MEETING_DAYS.min((cadence_days / 4.0) as i32);
    let mut all = merge(found);
    let mut near: Vec<(i32, usize, usize)> = Vec::new();
    for (e, piece) in entered.iter().enumerate() {
        let gaps = all.iter().enumerate().map(|(f, m)| (m.gap(piece), e, f));
        near.extend(gaps.filter(|(days, ..)| *days <= reach.max(1)));
    }
    near.sort_unstable();
    let mut same: Vec<Option<usize>> = vec![None; entered.len()];
    for (_, e, f) in near {
        if same[e].is_none() && !same.contains(&Some(f)) {
            same[e] = Some(f);
        }
    }
    for (piece, same) in entered.into_iter().zip(same) {
        match same {
            Some(f) if all[f].gap(&piece) > 1 => {
                let (start, end) = (piece.start, piece.end);
                all[f].absorb(piece);
                (all[f].start, all[f].end) = (start, end);
            }
            // What touches a meeting is merged with it.
            _ => all.push(piece),
        }
    }
    merge(all)
}

/// The last days of meetings.
pub(crate) fn days(meetings: &[Meeting]) -> Vec<Date> {
    meetings.iter().map(|m| m.end).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn piece(start: Date, days: i32, source: &str) -> Meeting {
        Meeting {
            start,
            end: start.saturating_add(days.days()),
            level: Level::Minister,
            kind: OccasionKind::Ceremony,
            place: source.to_owned(),
            participants: vec![source.to_owned()],
            occasions: Vec::new(),
            sources: vec![source.to_owned()],
            found: true,
            entered: false,
        }
    }

    #[test]
    fn adjacent_days_are_one_meeting() {
        let mut leader = piece(date(2016, 6, 29), 0, "president 1");
        leader.level = Level::Leader;
        leader.kind = OccasionKind::Mechanism;
        let secretary = piece(date(2016, 6, 27), 1, "secretary 2");
        let later = piece(date(2016, 7, 1), 0, "visits 3");
        let merged = merge(vec![later, leader, secretary]);
        assert_eq!(merged.len(), 2);
        assert_eq!(
            (merged[0].start, merged[0].end),
            (date(2016, 6, 29), date(2016, 6, 29))
        );
        assert_eq!(merged[0].level, Level::Leader);
        assert_eq!(merged[0].kind, OccasionKind::Mechanism);
        assert_eq!(merged[0].place, "president 1");
        assert_eq!(merged[0].sources, ["secretary 2", "president 1"]);
    }

    fn entered(start: Date, source: &str) -> Meeting {
        Meeting {
            found: false,
            entered: true,
            level: Level::Leader,
            ..piece(start, 0, source)
        }
    }

    /// Toluca: the record has 14 February 2014, the governments' texts the 19th.
    #[test]
    fn an_entered_meeting_within_a_week_is_the_one_found() {
        let mut found = piece(date(2014, 2, 14), 0, "president 1");
        found.level = Level::Leader;
        let toluca = entered(date(2014, 2, 19), "ledger");
        let merged = with_entered(vec![found.clone()], vec![toluca.clone()], 365.25);
        assert_eq!(merged.len(), 1);
        assert_eq!((merged[0].start, merged[0].end), (toluca.start, toluca.end));
        assert!(merged[0].found && merged[0].entered);
        assert_eq!(merged[0].sources, ["president 1", "ledger"]);
        // Eight days apart, or monthly meetings eight days apart at the least, are two.
        let later = entered(date(2014, 2, 22), "ledger");
        assert_eq!(
            with_entered(vec![found.clone()], vec![later], 365.25).len(),
            2
        );
        assert_eq!(
            with_entered(vec![found.clone()], vec![toluca.clone()], 14.0).len(),
            2
        );
        // Of two entered, the nearer is the one found.
        let nearer = entered(date(2014, 2, 16), "nearer");
        let two = with_entered(vec![found], vec![toluca, nearer], 365.25);
        let starts: Vec<Date> = two.iter().map(|m| m.start).collect();
        assert_eq!(starts, [date(2014, 2, 16), date(2014, 2, 19)]);
    }

    proptest! {
        /// However the records lie, meetings are apart, hold every record, and the last day stays.
        #[test]
        fn merging(spans in prop::collection::vec((0i32..400, 0i32..6), 1..30)) {
            let pieces: Vec<Meeting> = spans
                .iter()
                .enumerate()
                .map(|(i, (at, days))| piece(date(2000, 1, 1).saturating_add(at.days()), *days, &format!("{i}")))
                .collect();
            let merged = merge(pieces.clone());
            for pair in merged.windows(2) {
                prop_assert!(pair[1].start > pair[0].end.saturating_add(1.day()));
            }
            let held: usize = merged.iter().map(|m| m.sources.len()).sum();
            prop_assert_eq!(held, pieces.len());
            prop_assert_eq!(merged.last().map(|m| m.end), pieces.iter().map(|p| p.end).max());
            let mut turned = pieces;
            turned.reverse();
            prop_assert_eq!(merge(turned), merged);
        }
    }
}
