//! What is owed on a date, and how far what was promised was kept.

use std::cmp::Reverse;

use entente_measures::compliance::{Compliance, combined};
use entente_states::Ccode;
use jiff::civil::Date;
use serde::Serialize;

use super::record::{ClosedAs, CommitmentRecord, ScoreRecord};
use crate::note::{Message, Notes, Value};
use crate::parties::{Party, code};

/// Commitments between the parties.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CommitmentsSection {
    /// Notes that hold for all of it.
    pub notes: Vec<usize>,
    /// Commitments that count: open or done, or given up after they were scored.
    pub counted: usize,
    /// Those of them that were done.
    pub done: usize,
    /// Those of the open ones that are late.
    pub late: usize,
    /// The open ones: those with a day first, the longest due at the front; then the latest made.
    pub open: Vec<OpenCommitment>,
    /// Every pair of a commitment that counts and a party that made it, by day and id.
    pub pairs: Vec<CommitmentPair>,
    /// How far the parties kept what counts.
    pub compliance: Compliance,
    /// The same party by party, in the order of the parties.
    pub by_party: Vec<PartyCompliance>,
}

/// A commitment that is open on the date.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OpenCommitment {
    /// Its id.
    pub id: String,
    /// What is to be done, in a sentence.
    pub text: String,
    /// COW numbers of those who made it.
    pub ccodes: Vec<Ccode>,
    /// Their three-letter codes.
    pub iso3: Vec<String>,
    /// The day on which it was made.
    pub made: Date,
    /// The day by which it is to be done.
    pub due: Option<Date>,
    /// Days since then; negative if it is to come.
    pub days_late: Option<i32>,
    /// How often that day was moved.
    pub moved: usize,
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
    /// The scores that stand, by party and assessor; empty if nobody has assessed it.
    pub scores: Vec<StandingScore>,
}

/// A commitment and one of the parties that made it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CommitmentPair {
    /// The commitment's id.
    pub commitment: String,
    /// The day on which it was made.
    pub made: Date,
    /// The party's COW number.
    pub ccode: Ccode,
    /// Its three-letter code.
    pub iso3: String,
    /// What the assessors say together, from −1 to +1; empty if nobody has assessed it.
    pub score: Option<f64>,
    /// The scores that stand, by assessor.
    pub scores: Vec<StandingScore>,
}

/// What an assessor's word on a party is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StandingScore {
    /// The party's COW number.
    pub ccode: Ccode,
    /// Its three-letter code.
    pub iso3: String,
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

/// How far one party kept what it promised.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PartyCompliance {
    /// Its COW number.
    pub ccode: Ccode,
    /// Its three-letter code.
    pub iso3: String,
    /// Over the commitments that it made.
    #[serde(flatten)]
    pub compliance: Compliance,
}

impl CommitmentsSection {
    /// Of all records those between the parties, as they stood on the date.
    pub(crate) fn of(
        records: &[CommitmentRecord],
        parties: &[Party],
        date: Date,
        notes: &mut Notes,
    ) -> Self {
        let between = between(records, parties, date);
        let counted: Vec<&CommitmentRecord> = (between.iter().copied())
            .filter(|it| counts(it, parties, date))
            .collect();
        let mut pairs: Vec<CommitmentPair> = (counted.iter())
            .flat_map(|it| of_parties(it, parties, date))
            .collect();
        pairs.sort_by(|a, b| (a.made, &a.commitment).cmp(&(b.made, &b.commitment)));
        let scores = |of: Option<Ccode>| {
            let own = pairs
                .iter()
                .filter(move |p| of.is_none_or(|party| p.ccode == party));
            Compliance::over(own.map(|p| p.score))
        };
        let compliance = scores(None);
        let by_party = (parties.iter())
            .map(|party| PartyCompliance {
                ccode: party.ccode,
                iso3: party.iso3.clone(),
                compliance: scores(Some(party.ccode)),
            })
            .collect();
        let mut open: Vec<OpenCommitment> = (between.iter())
            .filter(|it| it.closed_on(date).is_none())
            .map(|it| OpenCommitment::of(it, date))
            .collect();
        open.sort_by(|a, b| {
            let order = |it: &OpenCommitment| (it.due.is_none(), it.due, Reverse(it.made));
            order(a).cmp(&order(b)).then_with(|| a.id.cmp(&b.id))
        });
        let number = notes.add(
            &[],
            format!(
                "commitments of a ledger ({}): made by the date by one of the parties where all of them took part, or by all of them; with the scores dated by then",
                counted.len()
            ),
            "one assessor gives a party −1, 0 or +1 for a commitment, as the G20 Research Group does; a final score stands before an interim one, assessors count alike, S is the mean over pairs of a commitment and a party that were assessed, and the percentage is 50·(S + 1)",
            "a ledger holds what somebody entered. What nobody has assessed is counted apart and is in no mean; commitments that are easy to prove are assessed more often. Open is what nobody has closed, also where its time has passed.",
        );
        let count = |n: usize| Value::Count(u32::try_from(n).unwrap_or(u32::MAX));
        notes.last_is(Message::new("note-commitments").with("commitments", count(counted.len())));
        CommitmentsSection {
            notes: vec![number],
            counted: counted.len(),
            done: (counted.iter())
                .filter(|it| it.closed_on(date) == Some(ClosedAs::Done))
                .count(),
            late: open.iter().filter(|it| it.is_late()).count(),
            open,
            pairs,
            compliance,
            by_party,
        }
    }

    /// The open ones that serve an item, written `dossier/item`.
    pub fn serving<'s>(&'s self, item: &'s str) -> impl Iterator<Item = &'s OpenCommitment> {
        (self.open.iter()).filter(move |it| it.item.as_deref() == Some(item))
    }
}

impl OpenCommitment {
    fn of(it: &CommitmentRecord, date: Date) -> Self {
        let due = it.due_on(date);
        let standing = it.by.iter().flat_map(|party| it.standing(*party, date));
        OpenCommitment {
            id: it.id.clone(),
            text: it.text.clone(),
            ccodes: it.by.clone(),
            iso3: it.by.iter().map(|party| code(*party)).collect(),
            made: it.made,
            due,
            days_late: due.map(|due| (date - due).get_days()),
            moved: it.moves_by(date),
            verification: it.verification.clone(),
            consultation: it.consultation.clone(),
            mechanism: it.mechanism.clone(),
            item: it.item.clone(),
            source: it.source.clone(),
            address: it.address.clone(),
            scores: standing.map(StandingScore::of).collect(),
        }
    }

    /// Whether its day has passed.
    pub fn is_late(&self) -> bool {
        self.days_late.is_some_and(|days| days > 0)
    }
}

impl StandingScore {
    fn of(score: &ScoreRecord) -> Self {
        StandingScore {
            ccode: score.party,
            iso3: code(score.party),
            score: score.score,
            last_word: score.last_word,
            assessor: score.assessor.clone(),
            date: score.date,
            evidence: score.evidence.clone(),
            address: score.address.clone(),
        }
    }
}

/// Made by the date, by one of the parties where all took part.
fn between<'r>(
    records: &'r [CommitmentRecord],
    parties: &[Party],
    date: Date,
) -> Vec<&'r CommitmentRecord> {
    let there = |it: &CommitmentRecord, party: &Party| {
        it.among.contains(&party.ccode) || it.by.contains(&party.ccode)
    };
    (records.iter())
        .filter(|it| it.made <= date)
        .filter(|it| parties.iter().all(|party| there(it, party)))
        .filter(|it| parties.iter().any(|party| it.by.contains(&party.ccode)))
        .collect()
}

/// What others took the place of does not count, what was given up only where it was scored.
fn counts(it: &CommitmentRecord, parties: &[Party], date: Date) -> bool {
    match it.closed_on(date) {
        Some(ClosedAs::Replaced) => false,
        _ => !of_parties(it, parties, date).is_empty(),
    }
}

/// The pairs of a commitment with the parties that made it; of one that was given up only those scored.
fn of_parties(it: &CommitmentRecord, parties: &[Party], date: Date) -> Vec<CommitmentPair> {
    let given_up = it.closed_on(date) == Some(ClosedAs::GivenUp);
    let made = parties.iter().filter(|party| it.by.contains(&party.ccode));
    let pair = |party: &Party| {
        let standing = it.standing(party.ccode, date);
        let voices: Vec<i8> = standing.iter().map(|s| s.score).collect();
        CommitmentPair {
            commitment: it.id.clone(),
            made: it.made,
            ccode: party.ccode,
            iso3: party.iso3.clone(),
            score: combined(&voices),
            scores: standing.into_iter().map(StandingScore::of).collect(),
        }
    };
    let pairs = made.map(pair);
    pairs
        .filter(|pair| pair.score.is_some() || !given_up)
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn parties(names: &[&str]) -> Vec<Party> {
        let names: Vec<String> = names.iter().map(|n| (*n).to_owned()).collect();
        Party::resolve(&names, date(2021, 2, 1)).unwrap()
    }

    /// A commitment of Mexico and the United States, made where Canada took part too.
    fn record(id: &str, made: Date) -> CommitmentRecord {
        CommitmentRecord {
            id: id.to_owned(),
            text: "Bring the councils on regulation to work as three".to_owned(),
            by: vec![Ccode(2), Ccode(70)],
            among: vec![Ccode(2), Ccode(20), Ccode(70)],
            made,
            due: None,
            moved: Vec::new(),
            closed: None,
            verification: None,
            consultation: None,
            mechanism: None,
            item: None,
            source: "Joint statement".to_owned(),
            address: None,
            scores: Vec::new(),
        }
    }

    fn score(party: u16, score: i8, day: Date) -> ScoreRecord {
        ScoreRecord {
            party: Ccode(party),
            score,
            last_word: true,
            assessor: "A body".to_owned(),
            date: day,
            evidence: "a figure".to_owned(),
            address: "https://example.org".to_owned(),
        }
    }

    fn section(records: &[CommitmentRecord], names: &[&str], day: Date) -> CommitmentsSection {
        CommitmentsSection::of(records, &parties(names), day, &mut Notes::default())
    }

    /// Three commitments: one kept by Mexico (+1) and in part by the United States (0); one that nobody
    /// assessed; one given up, on which the United States was scored −1. Pairs 2 + 2 + 1 = 5, assessed 3,
    /// S = (1 + 0 − 1)/3 = 0, so 50%.
    #[test]
    fn what_counts() {
        let made = date(2016, 6, 29);
        let mut kept = record("kept", made);
        kept.scores = vec![score(70, 1, made), score(2, 0, made)];
        kept.closed = Some((date(2019, 1, 1), ClosedAs::Done));
        let mut given_up = record("given-up", made);
        given_up.scores = vec![score(2, -1, made)];
        given_up.closed = Some((date(2018, 1, 1), ClosedAs::GivenUp));
        let mut replaced = record("replaced", made);
        replaced.closed = Some((date(2018, 1, 1), ClosedAs::Replaced));
        let mut open = record("open", made);
        open.due = Some(date(2020, 12, 31));
        let all = [kept, given_up, replaced, open];
        let found = section(&all, &["USA", "MEX"], date(2021, 2, 1));
        assert_eq!((found.counted, found.done, found.late), (3, 1, 1));
        assert_eq!((found.compliance.pairs, found.compliance.assessed), (5, 3));
        assert_eq!(found.compliance.percent, Some(50.0));
        assert_eq!(found.by_party[0].compliance.score, Some(-0.5));
        assert_eq!(found.open[0].days_late, Some(32));
        // Before anything was closed, all four count and are open.
        let before = section(&all, &["USA", "MEX"], date(2017, 1, 1));
        assert_eq!((before.counted, before.open.len(), before.late), (4, 4, 0));
    }

    #[test]
    fn between_the_parties_only() {
        let mut canadas = record("canadas", date(2016, 6, 29));
        canadas.by = vec![Ccode(20)];
        let all = [record("of-two", date(2016, 6, 29)), canadas];
        let counted = |names: &[&str]| section(&all, names, date(2021, 2, 1)).counted;
        assert_eq!(counted(&["USA", "MEX"]), 1);
        assert_eq!(counted(&["CAN", "MEX"]), 2);
        assert_eq!(counted(&["MEX", "BRA"]), 0);
    }

    /// What was made, scored, moved or closed later changes nothing.
    #[test]
    fn nothing_later_is_known() {
        let day = date(2021, 2, 1);
        let mut known = record("known", date(2016, 6, 29));
        known.due = Some(date(2025, 12, 31));
        let before = section(std::slice::from_ref(&known), &["USA", "MEX"], day);
        known.scores = vec![score(70, -1, date(2021, 2, 2))];
        known.moved = vec![crate::commitments::DueDayMoved {
            decided: date(2021, 2, 2),
            from: known.due,
        }];
        known.due = Some(date(2030, 12, 31));
        known.closed = Some((date(2021, 2, 2), ClosedAs::Done));
        let later = record("later", date(2021, 2, 2));
        assert_eq!(section(&[known, later], &["USA", "MEX"], day), before);
    }
}
