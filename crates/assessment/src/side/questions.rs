//! Without agenda items: questions of the General Assembly to settle, or to use.

use entente_states::Ccode;
use serde::Serialize;

use super::arising::Likelihood;
use super::desk::Desk;
use crate::forecast::RecurringItem;
use crate::outlook::PairOutlook;

/// Questions of one kind that are named.
const NAMED: usize = 3;
/// From this probability on a question is sure to come back.
const SURE: f64 = 0.8;

/// A question of the General Assembly, more likely than not to come back.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct VoteQuestion {
    /// The other party.
    pub party: Ccode,
    /// Who would have to move.
    pub wish: Wish,
    /// The symbol of its latest resolution.
    pub symbol: Option<String>,
    /// Its title.
    pub title: String,
    /// The probability that it comes to a vote in the next session, 0 to 1.
    pub returns: f64,
    /// Our last vote on it.
    pub ours: &'static str,
    /// Theirs.
    pub theirs: &'static str,
    /// How likely it is to come up.
    pub likelihood: Likelihood,
}

/// Who would have to move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wish {
    /// They abstained, one step from our vote: that is our objective.
    Them,
    /// We abstained, one step from theirs: that is their objective.
    Us,
    /// Nobody: both voted alike in a divided Assembly, which can be used.
    Nobody,
}

/// The likeliest questions of each kind with each other party.
pub(super) fn questions(desk: &Desk<'_, '_>) -> Vec<VoteQuestion> {
    let pairs = desk.outlook.pairs.iter();
    pairs
        .filter(|p| p.pair.holds(desk.party))
        .flat_map(|pair| of_pair(pair, desk.party))
        .collect()
}

fn of_pair(pair: &PairOutlook, own: Ccode) -> Vec<VoteQuestion> {
    let first = pair.pair.ccode1 == own;
    let told = |item: &RecurringItem, wish| {
        let (ours, theirs) = match first {
            true => (item.vote_1, item.vote_2),
            false => (item.vote_2, item.vote_1),
        };
        VoteQuestion {
            party: if first {
                pair.pair.ccode2
            } else {
                pair.pair.ccode1
            },
            wish,
            symbol: item.symbol.clone(),
            title: item.title.clone(),
            returns: item.returns,
            ours,
            theirs,
            likelihood: match item.returns >= SURE {
                true => Likelihood::Sure,
                false => Likelihood::Possible,
            },
        }
    };
    let apart: Vec<VoteQuestion> = (pair.questions.apart.iter())
        .map(|item| told(item, Wish::Them))
        .collect();
    let stepping = |wish, abstains: fn(&VoteQuestion) -> bool| {
        let one_step = apart.iter().filter(move |q| abstains(q)).take(NAMED);
        one_step.map(move |q| VoteQuestion { wish, ..q.clone() })
    };
    let alike = pair.questions.alike.iter().take(NAMED);
    stepping(Wish::Them, |q| q.theirs == "abstain")
        .chain(stepping(Wish::Us, |q| q.ours == "abstain"))
        .chain(alike.map(|item| told(item, Wish::Nobody)))
        .collect()
}
