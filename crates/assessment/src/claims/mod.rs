//! What sources claim, put to the evidence.
//!
//! One file per kind of test. A test answers with a verdict and with the figures behind it; a claim
//! holds if all its tests do.

mod bench;
mod calendar;
mod finding;
mod flows;
mod meetings;
mod nearness;
mod structure;
mod votes;

use entente_evidence::{AsOf, EvidenceError, ForEachTable, Record, TableId, TableUse};
use entente_measures::ideal_points::Estimates;
use serde::Serialize;

use crate::dossier::{Claim, Closeness, Dossier, Test};
use bench::Bench;

pub use finding::{ClaimVerdict, Figure, Finding};

/// A claim and what the evidence says of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClaimRow {
    /// Its id in the dossier.
    pub id: String,
    /// What is claimed.
    pub text: String,
    /// Who says so.
    pub source: String,
    /// The place in it.
    pub place: Option<String>,
    /// Where that can be read.
    pub address: Option<String>,
    /// What the evidence says of all of it.
    pub verdict: ClaimVerdict,
    /// Test by test.
    pub findings: Vec<Finding>,
}

/// Whether a claim of the dossier needs ideal points, which take a fit.
pub fn claims_need_ideal_points(dossier: &Dossier) -> bool {
    dossier.claims.iter().flat_map(|c| &c.tests).any(|test| {
        matches!(
            test,
            Test::Nearer {
                by: Closeness::IdealPoint,
                ..
            } | Test::Rank {
                by: Closeness::IdealPoint,
                ..
            }
        )
    })
}

/// Puts the claims of a dossier that were known on the date to the evidence as of it, in their order.
///
/// `estimates` are ideal points of all sessions on record; without them the tests that need them are
/// not testable.
///
/// # Errors
/// If a table cannot be read.
pub fn claims(
    dossier: &Dossier,
    estimates: Option<&Estimates>,
    as_of: &AsOf<'_>,
) -> Result<Vec<ClaimRow>, EvidenceError> {
    let dossier = dossier.as_of(as_of.date());
    let bench = Bench::new(&dossier, estimates, as_of)?;
    let row = |claim: &Claim| {
        let findings = (claim.tests.iter())
            .map(|test| finding(test, &bench))
            .collect::<Result<Vec<_>, _>>()?;
        let source = dossier.sources.iter().find(|s| s.id == claim.source.source);
        Ok(ClaimRow {
            id: claim.id.clone(),
            text: claim.text.clone(),
            source: source.map_or_else(|| claim.source.source.clone(), |s| s.citation.clone()),
            place: claim.source.place.clone(),
            address: source.and_then(|s| s.address.clone()),
            verdict: ClaimVerdict::of_all(&findings),
            findings,
        })
    };
    dossier.claims.iter().map(row).collect()
}

/// The tables behind some findings.
///
/// # Errors
/// If a table cannot be read.
pub fn claims_evidence(
    rows: &[ClaimRow],
    as_of: &AsOf<'_>,
) -> Result<Vec<TableUse>, EvidenceError> {
    let mut used: Vec<TableId> = (rows.iter().flat_map(|r| &r.findings))
        .flat_map(|f| f.tables.iter().copied())
        .collect();
    used.sort_unstable();
    used.dedup();
    let mut reading = Used {
        as_of,
        wanted: used,
        found: Vec::new(),
    };
    reading.every()?;
    Ok(reading.found)
}

/// The uses of some tables.
struct Used<'u, 'e> {
    as_of: &'u AsOf<'e>,
    wanted: Vec<TableId>,
    found: Vec<TableUse>,
}

impl ForEachTable for Used<'_, '_> {
    type Error = EvidenceError;

    fn table<R: Record>(&mut self) -> Result<(), EvidenceError> {
        if self.wanted.contains(&R::TABLE) {
            self.found.push(self.as_of.table_use::<R>()?);
        }
        Ok(())
    }
}

fn finding(test: &Test, bench: &Bench<'_, '_>) -> Result<Finding, EvidenceError> {
    Ok(match test {
        Test::Coincidence {
            pair,
            on,
            first,
            second,
            expect,
        } => votes::coincidence(*pair, on, [*first, *second], *expect, bench),
        Test::Vote {
            resolution,
            state,
            cast,
        } => votes::vote(resolution, *state, *cast, bench),
        Test::Nearer {
            state,
            to,
            than,
            years,
            by,
        } => nearness::nearer(*state, *to, than, *years, *by, bench),
        Test::Rank {
            state,
            to,
            among,
            years,
            by,
            at_most,
        } => nearness::rank(*state, *to, among, *years, *by, *at_most, bench),
        Test::Cycle { pair, every, next } => calendar::cycle(*pair, *every, *next, bench),
        Test::Council { state, years } => calendar::council(*state, *years, bench),
        Test::Contiguous { pair } => structure::contiguous(*pair, bench)?,
        Test::Members { body, states } => structure::members(body, states, bench),
        Test::Asymmetry { pair, times } => structure::asymmetry(*pair, *times, bench)?,
        Test::Contact {
            pair,
            level,
            first,
            second,
            expect,
        } => meetings::contact(*pair, *level, [*first, *second], *expect, bench)?,
        Test::NoContact {
            pair,
            level,
            from,
            until,
        } => meetings::no_contact(*pair, *level, (*from, *until), bench)?,
        Test::Decline {
            pair,
            series,
            years,
        } => meetings::decline(*pair, series, *years, bench)?,
        Test::Standing { mechanism, status } => meetings::standing(mechanism, status, bench)?,
        Test::Meetings {
            mechanism,
            years,
            at_least,
            at_most,
        } => meetings::number(mechanism, *years, (*at_least, *at_most), bench)?,
        Test::Applications {
            origins,
            host,
            years,
            times,
        } => flows::applications(origins, *host, *years, *times, bench)?,
        Test::Events {
            pair,
            class,
            first,
            second,
            expect,
        } => flows::events(*pair, *class, [*first, *second], *expect, bench)?,
        Test::Untestable { why } => Finding::told("untestable", why),
    })
}

#[cfg(test)]
mod tests;
