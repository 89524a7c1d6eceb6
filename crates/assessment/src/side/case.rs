//! The case for each objective, and the case in general.

use entente_measures::IssueFilter;
use entente_states::Ccode;
use serde::Serialize;

use super::arguments::{self, Argument, Reason, VoteOnItem};
use super::desk::Desk;
use super::objectives::Objective;
use super::stand::Point;
use crate::coincidence::{IssueCoincidence, PairCoincidence};
use crate::shortlist::{Basis, ItemCriterion};
use crate::windows::WindowKind;

/// Roll calls without which a share says nothing.
const LEAST_CALLS: u32 = 5;

/// Arguments, and the weak points of the case as a whole.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Case {
    /// Id of the agenda item; empty for the case in general.
    pub item: Option<String>,
    /// The arguments.
    pub arguments: Vec<Argument>,
    /// What speaks against it.
    pub weaknesses: Vec<CaseWeakness>,
}

/// A weak point of a case.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum CaseWeakness {
    /// The criterion in which the item stands farthest below the middle of the items.
    Criterion {
        /// The criterion.
        criterion: ItemCriterion,
        /// What it has there, 0 to 1.
        value: f64,
    },
    /// A criterion of which nothing is known.
    Untold {
        /// The criterion.
        criterion: ItemCriterion,
    },
    /// Somebody on our own side is against it.
    AtHome {
        /// Id of the constraint.
        constraint: String,
    },
    /// The latest roll call on it on which the two did not vote alike.
    VotedApart(VoteOnItem),
    /// The coded issue on which both voted least alike in the last five sessions.
    VotesApart {
        /// The other party.
        party: Ccode,
        /// The issue.
        issue: String,
        /// Voting coincidence, 0 to 1.
        share: f64,
        /// Roll calls on which both voted.
        calls: u32,
    },
    /// The record has no contact between the two, or does not speak of them.
    NoContact {
        /// The other party.
        party: Ccode,
        /// Whether the record speaks of them at all.
        on_record: bool,
    },
}

pub(super) fn cases(
    objectives: &[Objective],
    points: &[Point<'_>],
    desk: &Desk<'_, '_>,
) -> Vec<Case> {
    let of_objective = |objective: &Objective| {
        let point = points.iter().find(|p| p.item.id == objective.item)?;
        Some(Case {
            item: Some(objective.item.clone()),
            arguments: arguments::of(point, desk),
            weaknesses: weaknesses(point, desk),
        })
    };
    std::iter::once(general(desk))
        .chain(objectives.iter().filter_map(of_objective))
        .collect()
}

fn weaknesses(point: &Point<'_>, desk: &Desk<'_, '_>) -> Vec<CaseWeakness> {
    let mut found = Vec::new();
    if let Some(weakest) = point.row.weakest.and_then(|c| point.row.by(c)) {
        found.push(CaseWeakness::Criterion {
            criterion: weakest.criterion,
            value: weakest.value,
        });
    }
    let untold = point
        .row
        .criteria
        .iter()
        .filter(|c| c.basis == Basis::Nothing);
    found.extend(untold.map(|c| CaseWeakness::Untold {
        criterion: c.criterion,
    }));
    let at_home = desk.constraints(desk.party, &point.item.id).into_iter();
    found.extend(
        at_home
            .filter(|c| c.stance < 0.0 && !c.items.is_empty())
            .map(|c| CaseWeakness::AtHome {
                constraint: c.id.clone(),
            }),
    );
    let apart = desk
        .others()
        .filter_map(|o| arguments::voted(point, o, desk, false));
    found.extend(apart.map(CaseWeakness::VotedApart));
    found
}

/// Votes, contact and the calendar: what holds whatever the item.
fn general(desk: &Desk<'_, '_>) -> Case {
    let mut arguments = Vec::new();
    let mut weaknesses = Vec::new();
    for pair in &desk.coincidence.pairs {
        let Some(party) = other(pair.pair.ccode1, pair.pair.ccode2, desk.party) else {
            continue;
        };
        if let [first, .., last] = by_coincidence(pair).as_slice() {
            let (best, worst) = (last, first);
            arguments.push(plain(Reason::VotesAlike {
                party,
                issue: best.0.issue.as_str().to_owned(),
                share: best.1,
                calls: best.0.recent.tally.joint(),
            }));
            weaknesses.push(CaseWeakness::VotesApart {
                party,
                issue: worst.0.issue.as_str().to_owned(),
                share: worst.1,
                calls: worst.0.recent.tally.joint(),
            });
        }
    }
    for pair in &desk.contacts.pairs {
        let Some(party) = other(pair.pair.ccode1, pair.pair.ccode2, desk.party) else {
            continue;
        };
        match pair.last_leader.as_ref() {
            Some(last) => arguments.push(plain(Reason::Contact {
                party,
                level: last.level,
                day: last.end,
            })),
            None => weaknesses.push(CaseWeakness::NoContact {
                party,
                on_record: pair.on_record,
            }),
        }
    }
    arguments.extend(calendar(desk));
    Case {
        item: None,
        arguments,
        weaknesses,
    }
}

fn plain(reason: Reason) -> Argument {
    Argument {
        reason,
        weakness: None,
    }
}

fn other(one: Ccode, two: Ccode, own: Ccode) -> Option<Ccode> {
    match own {
        own if own == one => Some(two),
        own if own == two => Some(one),
        _ => None,
    }
}

/// Coded issues with enough roll calls of late, from the least coincidence to the greatest.
fn by_coincidence(pair: &PairCoincidence) -> Vec<(&IssueCoincidence, f64)> {
    let issues = pair.issues.iter().filter(|i| i.issue != IssueFilter::All);
    let mut rated: Vec<(&IssueCoincidence, f64)> = issues
        .filter(|i| i.recent.tally.joint() >= LEAST_CALLS)
        .filter_map(|i| Some((i, i.recent.coincidence?)))
        .collect();
    rated.sort_by(|a, b| a.1.total_cmp(&b.1));
    rated
}

/// The opportunity that is open now, until it closes; and the next vote within the time looked at.
fn calendar(desk: &Desk<'_, '_>) -> Vec<Argument> {
    let windows = &desk.windows.windows;
    let open = windows.iter().find_map(|w| {
        let now = w.kind == WindowKind::Opportunity && w.start <= desk.date;
        let until = w.end.filter(|_| now)?;
        Some(Reason::Window {
            window: w.id.clone(),
            until,
        })
    });
    let vote = windows
        .iter()
        .find(|w| w.kind == WindowKind::Election && w.start > desk.date && w.start <= desk.until());
    let vote = vote.map(|w| Reason::Election {
        window: w.id.clone(),
        day: w.start,
    });
    open.into_iter().chain(vote).map(plain).collect()
}
