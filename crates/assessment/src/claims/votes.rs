//! Claims about votes in the General Assembly.

use std::cmp::Ordering;

use entente_evidence::{Symbol, TableId, VoteCast};
use entente_measures::{Difference, IssueFilter};
use entente_states::Ccode;

use super::bench::{Bench, span};
use super::finding::{ClaimVerdict, Figure, Finding};
use crate::dossier::{Change, VoteSets, Years};
use crate::note::{Message, Value};

const TABLES: [TableId; 3] = [TableId::Vote, TableId::RollCall, TableId::RollCallIssue];

/// One set of roll calls in both periods.
struct Compared {
    issue: IssueFilter,
    means: [f64; 2],
    counts: [u32; 2],
    difference: Difference,
    verdict: ClaimVerdict,
}

/// Voting coincidence in two periods. One set of roll calls supports the claim if the interval of the
/// difference lies wholly on the expected side, and contradicts it on the other. Several sets support it
/// if most differ to that side and more do so surely than differ surely to the other; and the other way
/// round they contradict it.
pub(super) fn coincidence(
    pair: [Ccode; 2],
    on: &VoteSets,
    periods: [Years; 2],
    expect: Change,
    bench: &Bench<'_, '_>,
) -> Finding {
    let sets: Vec<IssueFilter> = match on {
        VoteSets::All => vec![IssueFilter::All],
        VoteSets::Each => IssueFilter::every()
            .filter(|i| *i != IssueFilter::All)
            .collect(),
        VoteSets::Of(issues) => issues.iter().copied().map(IssueFilter::Only).collect(),
    };
    let asked = sets.len();
    let found: Vec<Compared> = (sets.into_iter())
        .filter_map(|issue| compared(pair, issue, periods, expect, bench))
        .collect();
    if found.is_empty() {
        let silent = Message::new("claim-no-votes").with("pair", Value::States(pair.to_vec()));
        return Finding::silent(
            "coincidence",
            silent
                .with_word("first", span(periods[0]))
                .with_word("second", span(periods[1])),
        )
        .from(&TABLES);
    }
    let verdict = match &found[..] {
        [only] if asked == 1 => only.verdict,
        sets => of_several(sets, asked, expect),
    };
    let message = Message::new("claim-coincidence")
        .with("pair", Value::States(pair.to_vec()))
        .with_word("first", span(periods[0]))
        .with_word("second", span(periods[1]))
        .with(
            "sets",
            Value::Messages(found.iter().map(Compared::told).collect()),
        );
    let mut finding = Finding::new("coincidence", verdict, message).from(&TABLES);
    for set in &found {
        let name = |what: &str| format!("{} {what}", set.issue.as_str());
        for (period, (mean, count)) in periods.iter().zip(set.means.iter().zip(set.counts)) {
            finding = finding.figure(Figure::of(name(&span(*period)), Some(*mean)).on(count));
        }
        let difference = Figure::of(name("difference"), Some(set.difference.estimate));
        finding = finding.figure(difference.between(set.difference.low, set.difference.high));
    }
    finding
}

fn of_several(sets: &[Compared], asked: usize, expect: Change) -> ClaimVerdict {
    let sign = match expect {
        Change::Higher => 1.0,
        Change::Lower => -1.0,
    };
    let most = |sign: f64| {
        2 * sets
            .iter()
            .filter(|s| sign * s.difference.estimate > 0.0)
            .count()
            > asked
    };
    let surely = |verdict| sets.iter().filter(|s| s.verdict == verdict).count();
    let (holding, failing) = (
        surely(ClaimVerdict::Supported),
        surely(ClaimVerdict::Contradicted),
    );
    match holding.cmp(&failing) {
        Ordering::Greater if most(sign) => ClaimVerdict::Supported,
        Ordering::Less if most(-sign) => ClaimVerdict::Contradicted,
        _ => ClaimVerdict::Mixed,
    }
}

fn compared(
    pair: [Ccode; 2],
    issue: IssueFilter,
    periods: [Years; 2],
    expect: Change,
    bench: &Bench<'_, '_>,
) -> Option<Compared> {
    let tallies = periods.map(|years| {
        let mask = bench.mask(years, |view| match issue {
            IssueFilter::All => true,
            IssueFilter::Only(issue) => view.has(issue),
        });
        bench.tally(pair[0], pair[1], &mask)
    });
    let difference = Difference::of(&tallies[0], &tallies[1])?;
    let (higher, lower) = (difference.surely_above(), difference.surely_below());
    let (holds, fails) = match expect {
        Change::Higher => (higher, lower),
        Change::Lower => (lower, higher),
    };
    Some(Compared {
        issue,
        means: [tallies[0].coincidence()?, tallies[1].coincidence()?],
        counts: tallies.map(|t| t.joint()),
        verdict: match (holds, fails) {
            (true, _) => ClaimVerdict::Supported,
            (_, true) => ClaimVerdict::Contradicted,
            _ => ClaimVerdict::Mixed,
        },
        difference,
    })
}

impl Compared {
    fn told(&self) -> Message {
        let message = Message::new("claim-set")
            .with_word("issue", self.issue.as_str())
            .with("before", Value::Number(self.means[0], 2))
            .with("after", Value::Number(self.means[1], 2));
        match self.verdict {
            ClaimVerdict::Mixed => message.with_word("sure", "no"),
            _ => message.with_word("sure", "yes"),
        }
    }
}

/// A vote on a resolution: on its final roll call, the last one of its symbol.
pub(super) fn vote(
    resolution: &str,
    state: Ccode,
    cast: VoteCast,
    bench: &Bench<'_, '_>,
) -> Finding {
    let wanted = Symbol::parse(resolution);
    let is_it = |place: &usize| {
        let call = bench.calls[*place].roll_call;
        let part = call.is_on_a_part();
        let own = call.symbol.as_deref().and_then(Symbol::parse);
        !part && own.is_some() && own == wanted
    };
    let message = |id| {
        Message::new(id)
            .with_word("resolution", resolution)
            .with("state", Value::State(state))
    };
    let Some(place) = (0..bench.calls.len()).rev().find(is_it) else {
        return Finding::silent("vote", message("claim-no-roll-call")).from(&TABLES);
    };
    let votes = bench
        .as_of
        .votes()
        .ok()
        .and_then(|votes| votes.votes_of(state)?.get(place).copied());
    let Some(voted) = votes.and_then(VoteCast::from_code) else {
        return Finding::silent("vote", message("claim-no-vote")).from(&TABLES);
    };
    let told = message("claim-vote")
        .with_word("cast", voted.as_str())
        .with("day", Value::Day(bench.calls[place].roll_call.date));
    let code = f64::from(voted as u8);
    Finding::new("vote", ClaimVerdict::plain(voted == cast), told)
        .from(&TABLES)
        .figure(Figure::of(
            format!("vote on {resolution}: 1 yes, 2 abstain, 3 no, 8 absent"),
            Some(code),
        ))
}
