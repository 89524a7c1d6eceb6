//! What a side still needs, from those who have not said.

use serde::Serialize;

use super::game::Game;

/// Places looked at before the search for minimal coalitions gives up.
const MOST_STEPS: usize = 2_000_000;

/// What would still have to be won over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Need {
    /// Weight that is lacking, 0 if the side has it.
    pub weight: u64,
    /// Counted members that are lacking.
    pub counted: usize,
    /// The fewest further members that suffice, at their places in the game.
    pub fewest: Vec<usize>,
    /// The least weight of further members that suffice: not all weights can be put together.
    pub least_weight: u64,
}

/// What a side needs from the undecided; `None` if even all of them do not suffice.
///
/// `side` and `undecided` are places in the game; members in neither are against.
pub fn need(game: &Game, side: &[usize], undecided: &[usize]) -> Option<Need> {
    let everyone = side.iter().chain(undecided).copied();
    if !game.wins(everyone) {
        return None;
    }
    let held: u64 = side.iter().map(|p| game.members[*p].weight).sum();
    let counted = side.iter().filter(|p| game.members[**p].counted).count();
    let weight = game.rule.quota.saturating_sub(held);
    let counted = game.rule.counted.saturating_sub(counted);
    Some(Need {
        weight,
        counted,
        fewest: fewest(game, undecided, weight, counted),
        least_weight: least_weight(game, undecided, weight as usize, counted),
    })
}

/// The heaviest of the counted and of the others, in the best proportion.
fn fewest(game: &Game, undecided: &[usize], weight: u64, counted: usize) -> Vec<usize> {
    let heaviest = |of: bool| {
        let mut places: Vec<usize> = undecided
            .iter()
            .copied()
            .filter(|p| game.members[*p].counted == of)
            .collect();
        places.sort_by_key(|p| std::cmp::Reverse(game.members[*p].weight));
        places
    };
    let (ours, others) = (heaviest(true), heaviest(false));
    let sum = |places: &[usize]| places.iter().map(|p| game.members[*p].weight).sum::<u64>();
    let mut best: Option<Vec<usize>> = None;
    for from_ours in counted..=ours.len() {
        let held = sum(&ours[..from_ours]);
        let enough = (0..=others.len()).find(|k| held + sum(&others[..*k]) >= weight);
        if let Some(from_others) = enough
            && best
                .as_ref()
                .is_none_or(|b| from_ours + from_others < b.len())
        {
            best = Some([&ours[..from_ours], &others[..from_others]].concat());
        }
    }
    best.unwrap_or_default()
}

/// Which sums of weights can be made, by the number of counted members up to those needed.
fn least_weight(game: &Game, undecided: &[usize], weight: usize, counted: usize) -> u64 {
    let total: usize = undecided
        .iter()
        .map(|p| game.members[*p].weight as usize)
        .sum();
    let mut reached = vec![vec![false; total + 1]; counted + 1];
    reached[0][0] = true;
    for place in undecided {
        let member = game.members[*place];
        let own = member.weight as usize;
        let step = usize::from(member.counted);
        // From the greatest number and weight down, so that no member is taken twice.
        for number in (0..=counted).rev() {
            let to = (number + step).min(counted);
            for sum in (0..=total - own).rev() {
                if reached[number][sum] {
                    reached[to][sum + own] = true;
                }
            }
        }
    }
    let enough = (weight..=total).find(|sum| reached[counted][*sum]);
    enough.unwrap_or(total) as u64
}

/// Coalitions of the undecided that make a side win and of which none can be spared, those of fewest
/// members first and of these those of the heaviest members; up to `most` of them.
///
/// Empty if the side wins already, or cannot.
pub fn minimal_winning(
    game: &Game,
    side: &[usize],
    undecided: &[usize],
    most: usize,
) -> Vec<Vec<usize>> {
    let mut order = undecided.to_vec();
    order.sort_by_key(|p| std::cmp::Reverse(game.members[*p].weight));
    let Some(least) = need(game, side, undecided).map(|n| n.fewest.len()) else {
        return Vec::new();
    };
    let mut search = Search {
        game,
        side,
        order: &order,
        most,
        steps: 0,
        found: Vec::new(),
    };
    for size in least.max(1)..=order.len() {
        search.of_size(size, 0, &mut Vec::new());
        if search.found.len() >= most || search.steps >= MOST_STEPS {
            break;
        }
    }
    search.found
}

struct Search<'g> {
    game: &'g Game,
    side: &'g [usize],
    order: &'g [usize],
    most: usize,
    steps: usize,
    found: Vec<Vec<usize>>,
}

impl Search<'_> {
    fn of_size(&mut self, size: usize, from: usize, chosen: &mut Vec<usize>) {
        self.steps += 1;
        if self.found.len() >= self.most || self.steps >= MOST_STEPS {
            return;
        }
        if chosen.len() == size {
            if self.wins(chosen, None) && chosen.iter().all(|p| !self.wins(chosen, Some(*p))) {
                self.found.push(chosen.clone());
            }
            return;
        }
        let left = size - chosen.len();
        for next in from..=self.order.len().saturating_sub(left) {
            // The heaviest that may follow: if they do not reach the quota, nothing lighter does.
            let best = &self.order[next..(next + left).min(self.order.len())];
            let reach = |places: &[usize]| -> u64 {
                places.iter().map(|p| self.game.members[*p].weight).sum()
            };
            if reach(best) + reach(chosen) + reach(self.side) < self.game.rule.quota {
                break;
            }
            chosen.push(self.order[next]);
            self.of_size(size, next + 1, chosen);
            chosen.pop();
        }
    }

    fn wins(&self, chosen: &[usize], but: Option<usize>) -> bool {
        let taken = chosen.iter().copied().filter(|p| Some(*p) != but);
        self.game.wins(self.side.iter().copied().chain(taken))
    }
}
