//! Where the iterations begin.

use super::em::{Standing, improve_items};
use super::item::Item;
use super::panel::{Panel, Zone};

/// Rounds of the power method: enough for a start.
const ROUNDS: usize = 30;
/// Newton steps of the items before the positions first move.
const ITEM_STEPS: usize = 6;

/// Positions from the first principal component of the votes, every state held in one place over
/// all its sessions, and items fitted to them.
pub(super) fn start(panel: &Panel) -> Standing {
    let leaning = principal_component(panel);
    let mut position = vec![0.0; panel.state_sessions().len()];
    for (path, leaning) in panel.paths.iter().zip(leaning) {
        for knot in &path.knots {
            position[*knot as usize] = leaning;
        }
    }
    let items: Vec<Item> = (0..panel.items.len())
        .map(|i| first_guess(panel, i))
        .collect();
    let mut standing = Standing {
        variance: vec![0.1; position.len()],
        doubt: vec![[0.0; 6]; items.len()],
        position,
        items,
    };
    for _ in 0..ITEM_STEPS {
        improve_items(panel, &mut standing);
    }
    standing
}

/// An item that divides nobody, with the shares of its votes.
fn first_guess(panel: &Panel, place: usize) -> Item {
    let thirds = panel.items[place];
    let count = |zone| thirds.range(zone).len() as f64;
    let all = thirds.all().len() as f64 + 1.0;
    let cut = |below: f64| 1.5 * (2.0 * (below + 0.5) / all - 1.0);
    Item {
        slope: 0.0,
        lower: cut(count(Zone::Below)),
        upper: cut(count(Zone::Below) + count(Zone::Between)),
    }
}

/// Per path, scaled to mean 0 and variance 1. Votes are −1, 0 and 1 less their item's mean.
fn principal_component(panel: &Panel) -> Vec<f64> {
    let mut path_of = vec![0usize; panel.state_sessions().len()];
    for (place, path) in panel.paths.iter().enumerate() {
        for knot in &path.knots {
            path_of[*knot as usize] = place;
        }
    }
    let value = |zone: Zone| f64::from(zone as u8) - 1.0;
    let means: Vec<f64> = (0..panel.items.len())
        .map(|i| {
            let votes = panel.votes_on(i).map(|(_, zone)| value(zone));
            votes.sum::<f64>() / panel.items[i].all().len() as f64
        })
        .collect();
    // Any start will do that is not all alike.
    let mut leaning: Vec<f64> = (0..panel.paths.len()).map(|i| (i as f64).sin()).collect();
    for _ in 0..ROUNDS {
        let mut sums = vec![(0.0, 0.0); panel.paths.len()];
        for (item, mean) in means.iter().enumerate() {
            let votes = || panel.votes_on(item);
            let slope: f64 = votes()
                .map(|(knot, zone)| (value(zone) - mean) * leaning[path_of[knot]])
                .sum::<f64>()
                / panel.items[item].all().len() as f64;
            for (knot, zone) in votes() {
                let sum = &mut sums[path_of[knot]];
                sum.0 += slope * (value(zone) - mean);
                sum.1 += 1.0;
            }
        }
        leaning = standardised(sums.iter().map(|(sum, count)| sum / count).collect());
    }
    leaning
}

fn standardised(values: Vec<f64>) -> Vec<f64> {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let spread = (values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / n).sqrt();
    values
        .iter()
        .map(|v| {
            if spread > 0.0 {
                (v - mean) / spread
            } else {
                0.0
            }
        })
        .collect()
}
