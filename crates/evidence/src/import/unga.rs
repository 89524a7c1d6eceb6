//! The record of the General Assembly as the unvotes package carries it, and the files beside it
//! of Bailey, Strezhnev and Voeten.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use entente_states::Ccode;

use super::code_and_name::States;
use super::csv_table::{CsvTable, Row};
use super::intake::Named;
use super::{Cell, ImportError};
use crate::record::Tables;
use crate::tables::{
    CodeBasis, Issue, PublishedIdealPoint, RecordSource, Repeat, RollCall, RollCallIssue,
    RollCallKind, Vote, VoteCast,
};

/// Roll calls filed under the wrong session: number, session as published, session of the date.
///
/// 804 is of July 1962 (`R/16/1398`); 961 of December 1966, among the roll calls of session 21;
/// 9018 is the special session of spring 1967.
const MISFILED: [(u32, u16, u16); 3] = [(804, 17, 16), (961, 22, 21), (9018, 23, 21)];

/// The session from which the State Department's lists of important votes are coded.
const IMPORTANCE_CODED_FROM: u16 = 38;

/// Reads `un_votes.csv`.
///
/// # Errors
/// A value that cannot be read, a state that is not known, or a second vote of one state on one
/// roll call.
pub fn votes(file: &Named<'_>, bytes: &[u8]) -> Result<Tables, ImportError> {
    let table = CsvTable::open(
        file,
        bytes,
        b',',
        &["rcid", "country", "country_code", "vote"],
    )?;
    let mut states = States::by_alpha2();
    let mut cast = Cast::default();
    let mut votes = Vec::new();
    table.each(|row| {
        let rcid = roll_call_number(row.cell("rcid"))?;
        let country = row.cell("country");
        let ccode = states.of(row.cell("country_code"), country)?;
        let vote = vote_word(row.cell("vote"))? as u8;
        let vote = Vote { ccode, rcid, vote };
        cast.insert(&vote, row, country.text)?;
        votes.push(vote);
        Ok(())
    })?;
    cast.settle(file, &mut votes)?;
    Ok(Tables {
        votes,
        ..Tables::default()
    })
}

/// Reads `un_roll_calls.csv`.
///
/// # Errors
/// A value that cannot be read, or a number that stands twice.
pub fn roll_calls(file: &Named<'_>, bytes: &[u8]) -> Result<Tables, ImportError> {
    const NEEDED: [&str; 9] = [
        "rcid",
        "session",
        "importantvote",
        "date",
        "unres",
        "amend",
        "para",
        "short",
        "descr",
    ];
    let table = CsvTable::open(file, bytes, b',', &NEEDED)?;
    let mut seen = Once::default();
    let mut roll_calls = Vec::new();
    table.each(|row| {
        let roll_call = roll_call(row)?;
        seen.insert(roll_call.rcid, row, || {
            format!("roll call {}", roll_call.rcid)
        })?;
        roll_calls.push(roll_call);
        Ok(())
    })?;
    Ok(Tables {
        roll_calls,
        ..Tables::default()
    })
}

fn roll_call(row: &Row<'_>) -> Result<RollCall, ImportError> {
    let text = |column| without_na(row.cell(column)).optional().map(str::to_owned);
    let rcid = roll_call_number(row.cell("rcid"))?;
    let published = session(row.cell("session"))?;
    let listed = row.cell("importantvote").optional_flag()?;
    let amendment = row.cell("amend").optional_flag()?;
    let paragraph = row.cell("para").optional_flag()?;
    Ok(RollCall {
        rcid,
        session: corrected_session(rcid, published),
        session_published: published,
        date: row.cell("date").date()?,
        day_known: day_known(published, listed),
        symbol: text("unres"),
        symbol_published: text("unres"),
        kind: part(amendment, paragraph),
        important: important(published, listed),
        amendment,
        paragraph,
        title: text("short"),
        description: text("descr"),
        // The publisher's file of issues covers every roll call of its record; one that it lacks is on none.
        coded: Some(CodeBasis::Published),
        source: RecordSource::Voeten,
    })
}

/// Reads `un_roll_call_issues.csv`.
///
/// # Errors
/// A value that cannot be read, or an issue that one roll call has twice.
pub fn issues(file: &Named<'_>, bytes: &[u8]) -> Result<Tables, ImportError> {
    let table = CsvTable::open(file, bytes, b',', &["rcid", "short_name"])?;
    let mut seen = Once::default();
    let mut roll_call_issues = Vec::new();
    table.each(|row| {
        let rcid = roll_call_number(row.cell("rcid"))?;
        let word = row.cell("short_name");
        let issue = Issue::from_word(word.required()?)
            .ok_or_else(|| word.error("is no issue").hint("me, nu, di, hr, co or ec"))?;
        seen.insert((rcid, issue), row, || {
            format!("issue {issue} of roll call {rcid}")
        })?;
        roll_call_issues.push(RollCallIssue {
            rcid,
            issue,
            basis: CodeBasis::Published,
        });
        Ok(())
    })?;
    Ok(Tables {
        roll_call_issues,
        ..Tables::default()
    })
}

/// Reads `Matches.csv`: pairs of roll calls on the same text.
///
/// # Errors
/// A value that cannot be read, or a pair that stands twice.
pub fn repeats(file: &Named<'_>, bytes: &[u8]) -> Result<Tables, ImportError> {
    let table = CsvTable::open(file, bytes, b',', &["rcid1", "rcid2"])?;
    let mut seen = Once::default();
    let mut repeats = Vec::new();
    table.each(|row| {
        let rcid1 = roll_call_number(row.cell("rcid1"))?;
        let rcid2 = roll_call_number(row.cell("rcid2"))?;
        seen.insert((rcid1, rcid2), row, || format!("the pair {rcid1}, {rcid2}"))?;
        repeats.push(Repeat { rcid1, rcid2 });
        Ok(())
    })?;
    Ok(Tables {
        repeats,
        ..Tables::default()
    })
}

/// Reads `IdealpointestimatesAll`, the edition with posterior quantiles.
///
/// # Errors
/// A value that cannot be read, or a state that has two ideal points in one session.
pub fn ideal_points(file: &Named<'_>, bytes: &[u8]) -> Result<Tables, ImportError> {
    /// The columns of the edition of April 2020, and of those since 2024.
    const EDITIONS: [[&str; 9]; 2] = [
        [
            "ccode",
            "session",
            "NVotes",
            "IdealPoint",
            "Q5%",
            "Q10%",
            "Q50%",
            "Q90%",
            "Q95%",
        ],
        [
            "ccode",
            "session",
            "NVotesAll",
            "IdealPointAll",
            "Q5%All",
            "Q10%All",
            "Q50%All",
            "Q90%All",
            "Q95%All",
        ],
    ];
    let table = CsvTable::open(file, bytes, b',', &EDITIONS[0])
        .or_else(|first| CsvTable::open(file, bytes, b',', &EDITIONS[1]).map_err(|_| first))?;
    let columns = EDITIONS[usize::from(!table.has(EDITIONS[0][3]))];
    let [ccode, session_column, votes, point, q05, q10, q50, q90, q95] = columns;
    let mut seen = Once::default();
    let mut published_ideal_points = Vec::new();
    table.each(|row| {
        let point = PublishedIdealPoint {
            ccode: row.cell(ccode).ccode()?,
            session: session(row.cell(session_column))?,
            votes: row.cell(votes).number("a count of votes")?,
            ideal_point: real(row.cell(point))?,
            q05: real(row.cell(q05))?,
            q10: real(row.cell(q10))?,
            q50: real(row.cell(q50))?,
            q90: real(row.cell(q90))?,
            q95: real(row.cell(q95))?,
        };
        seen.insert((point.ccode, point.session), row, || {
            format!(
                "the ideal point of state {} in session {}",
                point.ccode.0, point.session
            )
        })?;
        published_ideal_points.push(point);
        Ok(())
    })?;
    Ok(Tables {
        published_ideal_points,
        ..Tables::default()
    })
}

fn vote_word(cell: Cell<'_>) -> Result<VoteCast, ImportError> {
    match cell.required()? {
        "yes" => Ok(VoteCast::Yes),
        "abstain" => Ok(VoteCast::Abstain),
        "no" => Ok(VoteCast::No),
        _ => Err(cell.error("is no vote").hint("yes, abstain or no")),
    }
}

fn real(cell: Cell<'_>) -> Result<f64, ImportError> {
    cell.required()?;
    cell.optional_real()?
        .ok_or_else(|| cell.error("is not a number"))
}

/// The cell, empty where R wrote that a value is missing. For columns in which `NA` is no word of its own.
pub(super) fn without_na(mut cell: Cell<'_>) -> Cell<'_> {
    if cell.text == "NA" {
        cell.text = "";
    }
    cell
}

/// The number of a roll call.
pub(super) fn roll_call_number(cell: Cell<'_>) -> Result<u32, ImportError> {
    cell.number("a roll call's number")
}

/// The number of a regular session.
pub(super) fn session(cell: Cell<'_>) -> Result<u16, ImportError> {
    let session = cell.number("a session's number")?;
    if !(1..1000).contains(&session) {
        return Err(cell.error("is not a session's number"));
    }
    Ok(session)
}

/// The session a roll call belongs to, where the publisher files it under another.
pub(super) fn corrected_session(rcid: u32, published: u16) -> u16 {
    MISFILED
        .iter()
        .find(|&&(number, wrong, _)| (number, wrong) == (rcid, published))
        .map_or(published, |&(_, _, right)| right)
}

/// Whether the day of a roll call's date is a day.
///
/// In sessions 1 to 51 the day only takes the values 1 to 7: resolution 3379 (XXX) of 10 November
/// 1975 is dated 1975-11-01. Sessions 52 to 57 mix such rows, in which `importantvote` is filled,
/// with rows from another hand, in which it is empty and the day is real.
pub(super) fn day_known(session: u16, listed: Option<bool>) -> bool {
    match session {
        ..=51 => false,
        52..=57 => listed.is_none(),
        _ => true,
    }
}

/// Whether the vote was on a list of important votes.
///
/// Before session 38 the publisher writes 0 throughout, because nobody classified: Congress asked
/// for the lists from 1983. That 0 is not a no.
pub(super) fn important(session: u16, listed: Option<bool>) -> Option<bool> {
    listed.filter(|&yes| yes || session >= IMPORTANCE_CODED_FROM)
}

/// What a roll call was on by the publisher's flags. A vote on an amendment to a paragraph has both, and is
/// on an amendment. Whether a proposal failed is told by the votes, not by a flag.
pub(super) fn part(amendment: Option<bool>, paragraph: Option<bool>) -> RollCallKind {
    match (amendment, paragraph) {
        (Some(true), _) => RollCallKind::Amendment,
        (_, Some(true)) => RollCallKind::Paragraph,
        _ => RollCallKind::Final,
    }
}

/// How a second vote of a state is named in an error.
pub(super) fn second_vote(state: &str, rcid: u32) -> String {
    format!("the vote of {state} on roll call {rcid}")
}

/// The votes of a file, of which a state has one on each roll call.
#[derive(Default)]
pub(super) struct Cast {
    first: HashMap<(u32, Ccode), (u64, u8)>,
    contradicted: BTreeMap<(u64, u64), Vote>,
}

impl Cast {
    /// Notes a vote.
    ///
    /// # Errors
    /// If the state has one on the roll call.
    pub(super) fn insert(
        &mut self,
        vote: &Vote,
        row: &Row<'_>,
        state: &str,
    ) -> Result<(), ImportError> {
        match self.first.entry((vote.rcid, vote.ccode)) {
            Entry::Vacant(vacant) => {
                vacant.insert((row.line, vote.vote));
                Ok(())
            }
            Entry::Occupied(there) => {
                let (line, before) = *there.get();
                if before != vote.vote {
                    let first = Vote {
                        vote: before,
                        ..vote.clone()
                    };
                    self.contradicted.insert((line, row.line), first);
                }
                Err(row.error(format!(
                    "{} stands a second time; the first is on line {line}",
                    second_vote(state, vote.rcid)
                )))
            }
        }
    }

    /// Takes out the votes that a later row contradicts: which of the two was cast, nobody can tell. Returns
    /// them.
    ///
    /// # Errors
    /// The first of them, where nothing may be left out.
    pub(super) fn settle(
        self,
        file: &Named<'_>,
        votes: &mut Vec<Vote>,
    ) -> Result<Vec<Vote>, ImportError> {
        let mut out: BTreeMap<(u32, Ccode), Vote> = BTreeMap::new();
        for ((line, later), vote) in self.contradicted {
            if out.insert((vote.rcid, vote.ccode), vote).is_none() {
                let problem = format!("is contradicted by line {later}: another vote of one state");
                file.leave_out(ImportError {
                    line,
                    ..ImportError::whole(file, problem)
                })?;
            }
        }
        if !out.is_empty() {
            votes.retain(|vote| !out.contains_key(&(vote.rcid, vote.ccode)));
        }
        Ok(out.into_values().collect())
    }
}

/// Keys that may stand once in a file, with the line of each.
pub(super) struct Once<K>(HashMap<K, u64>);

impl<K> Default for Once<K> {
    fn default() -> Self {
        Once(HashMap::new())
    }
}

impl<K: Eq + Hash> Once<K> {
    /// Notes a key.
    ///
    /// # Errors
    /// If it stood before.
    pub(super) fn insert(
        &mut self,
        key: K,
        row: &Row<'_>,
        what: impl FnOnce() -> String,
    ) -> Result<(), ImportError> {
        match self.0.insert(key, row.line) {
            None => Ok(()),
            Some(before) => Err(row.error(format!(
                "{} stands a second time; the first is on line {before}",
                what()
            ))),
        }
    }
}
