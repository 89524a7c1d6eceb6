//! Why one pair's coincidence differs from one source to the next.
//!
//! The same votes give different numbers by the formula, and by the roll calls that are taken. Here
//! both are laid out: a grid of every formula over every set, and the roll calls one by one with what
//! each formula makes of them.
//!
//! The Department of State's reports, *Voting Practices in the United Nations*, compare members with
//! the United States. Congress asked for them in 1983, so they begin with session 38; to 2016 they
//! follow the session and take every plenary vote, from 2017 the calendar year and final votes.

mod official;

use entente_evidence::{AsOf, EvidenceError, Issue, RollCallKind, RollCallView};
use entente_measures::{
    Admits, Basket, Formula, Index, IssueFilter, Mask, PairCounts, Period, Selector, VotePlanes,
};

use jiff::civil::Date;
use serde::Serialize;

use crate::ballots;
use crate::parties::Pair;

pub use official::{Official, Votes};

/// One pair's coincidence over one set of roll calls, by every formula.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReconciledSet {
    /// The pair.
    #[serde(flatten)]
    pub pair: Pair,
    /// The regular session, or
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session: Option<u16>,
    /// the calendar year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// Which votes are taken,
    pub votes: Votes,
    /// of which issue or basket.
    pub issue: String,
    /// What it holds, in plain words.
    pub title: String,
    /// Roll calls in it.
    pub roll_calls: u32,
    /// Both voted alike.
    pub same: u32,
    /// Exactly one of the two abstained.
    pub partial: u32,
    /// One voted yes and the other no.
    pub opposite: u32,
    /// At least one cast no vote, both being members.
    pub absent: u32,
    /// Department of State, reports to 2016.
    pub coincidence_votes_only: Option<f64>,
    /// Reports on 2017 to 2020.
    pub coincidence_2017: Option<f64>,
    /// The text of the report on 2021.
    pub coincidence_2021: Option<f64>,
    /// Reports on 2022 and 2023.
    pub coincidence_2022: Option<f64>,
    /// The formula of the Department's report on this pair and period, if this is the set it takes.
    pub official: Option<Formula>,
    /// Roll calls of the period that are not in the set.
    pub left_out: u32,
    /// The coincidence on those (formula of 2017).
    pub coincidence_of_left_out: Option<f64>,
}

/// One roll call, and what each formula makes of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReconciledRollCall {
    /// The roll call.
    pub rcid: u32,
    /// The day, where it is recorded; otherwise only year and month mean anything.
    pub date: Date,
    /// Whether the day is recorded.
    pub day_known: bool,
    /// Session.
    pub session: u16,
    /// Resolution symbol as published.
    pub symbol: Option<String>,
    /// Title, or description where there is none.
    pub title: Option<String>,
    /// The first state's vote: yes, abstain, no, absent, or `not a member`.
    pub vote_1: &'static str,
    /// The second state's.
    pub vote_2: &'static str,
    /// Whether the vote was on an amendment; empty where nobody said.
    pub amendment: Option<bool>,
    /// Whether it was on a paragraph; empty where nobody said.
    pub paragraph: Option<bool>,
    /// Whether the Department listed it as important; empty where nobody said.
    pub important: Option<bool>,
    /// Whether not all votes cast were alike.
    pub contested: bool,
    /// Coded issues.
    pub issues: Vec<Issue>,
    /// What the formula of the reports to 2016 makes of it: 1, ½, 0, or left out.
    pub votes_only: Option<f64>,
    /// The formula of 2017.
    pub y2017: Option<f64>,
    /// The formula of 2021.
    pub y2021: Option<f64>,
    /// The formula of 2022.
    pub y2022: Option<f64>,
}

impl ReconciledRollCall {
    /// Whether formulas or the usual sets part over it: it is left out or scored otherwise
    /// somewhere.
    pub fn makes_a_difference(&self) -> bool {
        let part = self.amendment == Some(true) || self.paragraph == Some(true);
        let scores = [self.votes_only, self.y2017, self.y2021, self.y2022];
        part || !self.contested || scores.iter().any(|s| *s != scores[0])
    }
}

/// The grid and the roll calls behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reconciliation {
    /// Votes by votes, and in these issue by issue: all, baskets, coded issues. Sets without a roll
    /// call are left out.
    pub sets: Vec<ReconciledSet>,
    /// What the Department of State reported.
    pub official: Official,
    /// The roll calls of the period, in order.
    pub roll_calls: Vec<ReconciledRollCall>,
}

impl Reconciliation {
    /// Lays out one pair in one period.
    ///
    /// # Errors
    /// If votes or roll calls cannot be read.
    pub fn of(
        pair: &Pair,
        period: Period,
        baskets: &[Basket],
        as_of: &AsOf<'_>,
    ) -> Result<Self, EvidenceError> {
        let roll_calls = as_of.roll_calls()?;
        let planes = VotePlanes::new(as_of.votes()?, roll_calls);
        let within = |view: &RollCallView<'_>| match period {
            Period::Session(_) => Period::session_of(view) == period,
            Period::Year(_) => Period::year_of(view) == period,
        };
        let places: Vec<usize> = (0..roll_calls.len())
            .filter(|p| within(&roll_calls[*p]))
            .collect();
        let table = Table {
            pair,
            period,
            roll_calls,
            planes: &planes,
            places: &places,
        };
        let mut issues = vec![Selector::of_issue(IssueFilter::All)];
        issues.extend(baskets.iter().cloned().map(Selector::of_basket));
        let coded = IssueFilter::every().filter(|i| *i != IssueFilter::All);
        issues.extend(coded.map(Selector::of_issue));
        let mut sets = Vec::new();
        for votes in Votes::EVERY {
            sets.extend(issues.iter().filter_map(|issue| table.set(votes, issue)));
        }
        Ok(Reconciliation {
            sets,
            official: Official::of(pair, period),
            roll_calls: places.iter().map(|p| table.roll_call(*p)).collect(),
        })
    }
}

struct Table<'t> {
    pair: &'t Pair,
    period: Period,
    roll_calls: &'t [RollCallView<'t>],
    planes: &'t VotePlanes,
    places: &'t [usize],
}

impl Table<'_> {
    fn counts(&self, mask: &Mask) -> PairCounts {
        let (a, b) = (
            self.planes.place(self.pair.ccode1),
            self.planes.place(self.pair.ccode2),
        );
        let counted = a.zip(b).map(|(a, b)| self.planes.counts(a, b, mask));
        counted.unwrap_or_default()
    }

    fn takes(&self, votes: Votes, place: usize) -> bool {
        let call = self.roll_calls[place].roll_call;
        match votes {
            Votes::All => true,
            Votes::Final => !call.is_on_a_part(),
            Votes::Contested => self.planes.is_contested(place),
            Votes::Important => call.important == Some(true),
        }
    }

    /// One row of the grid; `None` where no roll call is in the set.
    fn set(&self, votes: Votes, issue: &Selector) -> Option<ReconciledSet> {
        let holds =
            |place: &&usize| self.takes(votes, **place) && issue.admits(&self.roll_calls[**place]);
        let (inside, outside): (Vec<&usize>, Vec<&usize>) = self.places.iter().partition(holds);
        let mask = Mask::of(inside.into_iter().copied());
        if mask.is_empty() {
            return None;
        }
        let left_out = Mask::of(outside.into_iter().copied());
        let counts = self.counts(&mask);
        let tally = counts.joint.tally();
        let (session, year) = match self.period {
            Period::Session(session) => (Some(session), None),
            Period::Year(year) => (None, Some(year)),
        };
        Some(ReconciledSet {
            pair: self.pair.clone(),
            session,
            year,
            votes,
            issue: issue.name().to_owned(),
            title: issue.title(),
            roll_calls: mask.len(),
            same: tally.same,
            partial: tally.partial,
            opposite: tally.opposite,
            absent: tally.absent,
            coincidence_votes_only: Index::CoincidenceVotesOnly.of(&counts),
            coincidence_2017: Index::Coincidence.of(&counts),
            coincidence_2021: Index::Coincidence2021.of(&counts),
            coincidence_2022: Index::Coincidence2022.of(&counts),
            official: self.official(votes, issue.name()),
            left_out: left_out.len(),
            coincidence_of_left_out: Index::Coincidence.of(&self.counts(&left_out)),
        })
    }

    /// The formula of the report, if this is the set that it takes: its votes of all issues, which
    /// the basket of that name holds too.
    fn official(&self, votes: Votes, issue: &str) -> Option<Formula> {
        let Official::Is(formula, takes) = Official::of(self.pair, self.period) else {
            return None;
        };
        let own = votes == takes && issue == "all";
        let basket = votes == Votes::All && issue == takes.as_str();
        (own || basket).then_some(formula)
    }

    fn roll_call(&self, place: usize) -> ReconciledRollCall {
        let view = &self.roll_calls[place];
        let call = view.roll_call;
        let counts = self.counts(&Mask::of([place]));
        let score = |formula: Formula| formula.index().of(&counts);
        let vote = |state| ballots::cast(self.planes, state, place);
        ReconciledRollCall {
            rcid: call.rcid,
            date: call.date,
            day_known: call.day_known,
            session: call.session,
            symbol: call.symbol.clone(),
            title: call.title.clone().or_else(|| call.description.clone()),
            vote_1: vote(self.pair.ccode1),
            vote_2: vote(self.pair.ccode2),
            // A flag that the vote on the whole contradicts is wrong: `kind` has it right.
            amendment: call.amendment.map(|_| call.kind == RollCallKind::Amendment),
            paragraph: call.paragraph.map(|_| call.kind == RollCallKind::Paragraph),
            important: call.important,
            contested: self.planes.is_contested(place),
            issues: Issue::ALL
                .iter()
                .copied()
                .filter(|i| view.has(*i))
                .collect(),
            votes_only: score(Formula::VotesOnly),
            y2017: score(Formula::Y2017),
            y2021: score(Formula::Y2021),
            y2022: score(Formula::Y2022),
        }
    }
}
