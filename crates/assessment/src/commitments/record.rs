//! A commitment and its scores as somebody has recorded them.

use entente_states::Ccode;
use jiff::civil::Date;

/// What was promised, by whom, by when.
#[derive(Clone, Debug, PartialEq)]
pub struct CommitmentRecord {
    /// A short name, different from those of other commitments.
    pub id: String,
    /// What is to be done, in a sentence.
    pub text: String,
    /// Who made it.
    pub by: Vec<Ccode>,
    /// Before whom: everybody who took part where it was made.
    pub among: Vec<Ccode>,
    /// The day on which it was made.
    pub made: Date,
    /// The day by which it is to be done, as it stands now.
    pub due: Option<Date>,
    /// How that day was moved, the first move first.
    pub moved: Vec<DueDayMoved>,
    /// Since when it is no longer open, and why.
    pub closed: Option<(Date, ClosedAs)>,
    /// How it would be verified.
    pub verification: Option<String>,
    /// The consultation at which it was made, in words.
    pub consultation: Option<String>,
    /// The mechanism for which it counts, by its id in a dossier.
    pub mechanism: Option<String>,
    /// The item that it serves, written `dossier/item`.
    pub item: Option<String>,
    /// Where it was made.
    pub source: String,
    /// Where that can be read.
    pub address: Option<String>,
    /// What assessors say of it, in the order in which it was recorded.
    pub scores: Vec<ScoreRecord>,
}

/// A due day that was moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueDayMoved {
    /// The day on which that was decided.
    pub decided: Date,
    /// It was due on this day, if on any.
    pub from: Option<Date>,
}

/// Why a commitment is no longer open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosedAs {
    /// It was done.
    Done,
    /// Others took its place: they count, it does not.
    Replaced,
    /// The parties gave it up; it counts only where it was scored.
    GivenUp,
}

/// What an assessor says of one party.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreRecord {
    /// The party.
    pub party: Ccode,
    /// −1, 0 or +1.
    pub score: i8,
    /// Whether that is the last word.
    pub last_word: bool,
    /// Who says so.
    pub assessor: String,
    /// The day of the assessment.
    pub date: Date,
    /// What it rests on.
    pub evidence: String,
    /// Where that can be read.
    pub address: String,
}

impl CommitmentRecord {
    /// Why it is no longer open on a day; `None` while it is.
    pub(super) fn closed_on(&self, day: Date) -> Option<ClosedAs> {
        let (since, closed) = self.closed?;
        (since <= day).then_some(closed)
    }

    /// The day by which it was to be done, as that stood on a day.
    pub(super) fn due_on(&self, day: Date) -> Option<Date> {
        match self.moved.iter().find(|moved| moved.decided > day) {
            Some(later) => later.from,
            None => self.due,
        }
    }

    /// How often that day had been moved by a day.
    pub(super) fn moves_by(&self, day: Date) -> usize {
        self.moved.iter().filter(|m| m.decided <= day).count()
    }

    /// Of a party and each assessor the score that stood on a day: a final one before an interim one,
    /// then the later one.
    pub(super) fn standing(&self, party: Ccode, day: Date) -> Vec<&ScoreRecord> {
        let mut standing: Vec<&ScoreRecord> = Vec::new();
        let known = self
            .scores
            .iter()
            .filter(|s| s.party == party && s.date <= day);
        for score in known {
            let rank = |s: &ScoreRecord| (s.last_word, s.date);
            match standing.iter_mut().find(|s| s.assessor == score.assessor) {
                Some(place) if rank(place) <= rank(score) => *place = score,
                Some(_) => {}
                None => standing.push(score),
            }
        }
        standing.sort_by(|a, b| a.assessor.cmp(&b.assessor));
        standing
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn score(assessor: &str, score: i8, last_word: bool, day: Date) -> ScoreRecord {
        ScoreRecord {
            party: Ccode(70),
            score,
            last_word,
            assessor: assessor.to_owned(),
            date: day,
            evidence: String::new(),
            address: String::new(),
        }
    }

    fn record() -> CommitmentRecord {
        CommitmentRecord {
            id: "clean-power".to_owned(),
            text: "Half of the region's power from clean sources".to_owned(),
            by: vec![Ccode(70)],
            among: vec![Ccode(2), Ccode(70)],
            made: date(2016, 6, 29),
            due: Some(date(2027, 12, 31)),
            moved: vec![
                DueDayMoved {
                    decided: date(2020, 1, 1),
                    from: Some(date(2025, 12, 31)),
                },
                DueDayMoved {
                    decided: date(2024, 1, 1),
                    from: Some(date(2026, 12, 31)),
                },
            ],
            closed: Some((date(2026, 1, 1), ClosedAs::Done)),
            verification: None,
            consultation: None,
            mechanism: None,
            item: None,
            source: String::new(),
            address: None,
            scores: vec![
                score("A", 1, true, date(2018, 1, 1)),
                score("A", -1, false, date(2019, 1, 1)),
                score("B", 0, false, date(2017, 1, 1)),
                score("B", 1, false, date(2020, 1, 1)),
            ],
        }
    }

    #[test]
    fn days_are_as_they_stood() {
        let it = record();
        let due = |year| it.due_on(date(year, 6, 1));
        assert_eq!(due(2019), Some(date(2025, 12, 31)));
        assert_eq!(due(2021), Some(date(2026, 12, 31)));
        assert_eq!(due(2025), Some(date(2027, 12, 31)));
        assert_eq!(it.moves_by(date(2021, 6, 1)), 1);
        assert_eq!(it.closed_on(date(2025, 12, 31)), None);
        assert_eq!(it.closed_on(date(2026, 1, 1)), Some(ClosedAs::Done));
    }

    /// A final score stands against a later interim one; of two interim ones the later stands.
    #[test]
    fn one_voice_for_each_assessor() {
        let it = record();
        let on = |year| -> Vec<i8> {
            let standing = it.standing(Ccode(70), date(year, 6, 1));
            standing.iter().map(|s| s.score).collect()
        };
        assert_eq!(on(2016), Vec::<i8>::new());
        assert_eq!(on(2017), [0]);
        assert_eq!(on(2019), [1, 0]);
        assert_eq!(on(2021), [1, 1]);
        assert!(it.standing(Ccode(2), date(2021, 1, 1)).is_empty());
    }
}
