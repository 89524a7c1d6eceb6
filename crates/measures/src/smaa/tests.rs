//! Values worked by hand, and what must hold of any set of alternatives.

use proptest::prelude::*;

use super::*;

const SEED: u64 = 7;

/// The same utilities in every draw: alternatives by criteria.
fn certain(draws: usize, rows: &[&[f64]]) -> Draws {
    let once: Vec<f64> = rows.iter().flat_map(|r| r.iter().copied()).collect();
    Draws::new(draws, rows.len(), rows[0].len(), once.repeat(draws)).unwrap()
}

fn open(criteria: usize) -> Weights {
    Weights::uniform(criteria).unwrap()
}

fn close(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() < within, "{found}, not {expected}");
}

/// Utilities (1, 0) and (0.6, 0.6): the first leads where w₁ > 0.6, two fifths of the interval, and its
/// central weight is the middle of that, 0.8. The other's is 0.3.
#[test]
fn two_by_two() {
    let found = smaa2(
        &certain(40_000, &[&[1.0, 0.0], &[0.6, 0.6]]),
        &open(2),
        SEED,
    )
    .unwrap();
    let [first, second] = &found.standings[..] else {
        panic!("two alternatives")
    };
    close(first.ranks[0], 0.4, 0.01);
    close(first.expected_rank, 1.6, 0.01);
    close(first.central_weights.as_ref().unwrap()[0], 0.8, 0.005);
    close(second.central_weights.as_ref().unwrap()[0], 0.3, 0.005);
    close(found.better[0][1], 0.4, 0.01);
    // Nothing is uncertain but the weights, so the choice is sure once they are held.
    assert_eq!(
        (first.confidence, second.confidence),
        (Some(1.0), Some(1.0))
    );
    close(first.standard_error, (0.24_f64 / 40_000.0).sqrt(), 1e-5);
    assert_eq!(
        (second.rank_quantile(0.05), second.rank_quantile(0.95)),
        (1, 2)
    );
}

/// The three corners of three criteria: by symmetry a third each, and each centre is (11, 5, 2)/18: the
/// mean greatest, middle and least of three uniform shares.
#[test]
fn three_corners() {
    let corners: [&[f64]; 3] = [&[1.0, 0.0, 0.0], &[0.0, 1.0, 0.0], &[0.0, 0.0, 1.0]];
    let found = smaa2(&certain(60_000, &corners), &open(3), SEED).unwrap();
    for (place, standing) in found.standings.iter().enumerate() {
        for rank in &standing.ranks {
            close(*rank, 1.0 / 3.0, 0.01);
        }
        let centre = standing.central_weights.as_ref().unwrap();
        close(centre[place], 11.0 / 18.0, 0.005);
        close(centre[(place + 1) % 3], 3.5 / 18.0, 0.005);
    }
}

/// A complete order of n criteria has the mean weights (1/n) Σ 1/j over j from the rank to n: the rank
/// order centroid (Barron and Barrett 1996). A third tied with the second shares its weight.
#[test]
fn ordered_weights() {
    let mean = |weights: &Weights| {
        let drawn = weights.sample(50_000, SEED).unwrap();
        let n = weights.criteria();
        (0..n)
            .map(|c| drawn.iter().skip(c).step_by(n).sum::<f64>() / 50_000.0)
            .collect::<Vec<f64>>()
    };
    let names = ["a", "b", "c"];
    let ordered = mean(&Weights::in_words(&names, "b > c > a").unwrap());
    for (found, expected) in ordered.iter().zip([2.0, 11.0, 5.0]) {
        close(*found, expected / 18.0, 0.005);
    }
    // With b = c = v the set is the segment from (1, 0, 0) to (1/3, 1/3, 1/3), uniformly.
    let tied = mean(&Weights::in_words(&names, "a > b = c").unwrap());
    close(tied[0], 2.0 / 3.0, 0.005);
    assert_eq!(tied[1], tied[2]);
    // A lower bound leaves a smaller simplex: 0.4 and a third of the other 0.6.
    let bounded = mean(&Weights::in_words(&names, "a >= 0.4").unwrap());
    close(bounded[0], 0.6, 0.005);
    let fixed = mean(&Weights::in_words(&names, "a = 0.5").unwrap());
    close(fixed[0], 0.5, 1e-9);
    close(fixed[1], 0.25, 0.005);
}

/// Ten criteria in a complete order with a floor are one draw in 3.6 million: the walk must find them,
/// and its mean is 0.01 and the rank order centroid of the rest.
#[test]
fn walks_where_draws_are_rare() {
    let names = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
    let words = "a > b > c > d > e > f > g > h > i > j >= 0.01";
    let weights = Weights::in_words(&names, words).unwrap();
    let drawn = weights.sample(20_000, SEED).unwrap();
    for draw in drawn.chunks_exact(10) {
        assert!(draw.is_sorted_by(|x, y| x >= &(y - 1e-12)) && draw[9] >= 0.01 - 1e-12);
        close(draw.iter().sum(), 1.0, 1e-9);
    }
    for rank in 0..10 {
        let mean = drawn.iter().skip(rank).step_by(10).sum::<f64>() / 20_000.0;
        let centroid = (rank + 1..=10).map(|j| 0.1 / j as f64).sum::<f64>();
        close(mean, 0.01 + 0.9 * centroid, 0.004);
    }
}

#[test]
fn impossible_weights_are_refused() {
    let names = ["a", "b", "c"];
    let sampled = |words: &str| Weights::in_words(&names, words).unwrap().sample(1, SEED);
    assert!(matches!(
        sampled("a > b > c > a"),
        Err(WeightsError::Circular { .. })
    ));
    assert!(matches!(
        sampled("a >= 0.6, b >= 0.6"),
        Err(WeightsError::Empty { .. })
    ));
    assert!(matches!(
        sampled("a <= 0.2, b <= 0.2, c <= 0.2"),
        Err(WeightsError::Empty { .. })
    ));
    let contradiction = sampled("a > b, a <= 0.2, b >= 0.3")
        .unwrap_err()
        .to_string();
    assert!(
        contradiction.contains("at least 0.3000 and at most 0.2000"),
        "{contradiction}"
    );
    // Nothing is left free: one point.
    assert_eq!(sampled("a = 0.2, b = 0.3").unwrap(), [0.2, 0.3, 0.5]);
    assert_eq!(sampled("a >= 0.5, b >= 0.5").unwrap(), [0.5, 0.5, 0.0]);
    let other = smaa2(&certain(1, &[&[1.0, 0.0]]), &open(3), SEED).unwrap_err();
    assert_eq!(
        other.to_string(),
        "weights of 3 criteria for utilities by 2"
    );
}

/// Two or more alternatives by one or more criteria, over a few hundred draws.
fn any_draws() -> impl Strategy<Value = Draws> {
    (2usize..6, 1usize..5).prop_flat_map(|(m, k)| {
        prop::collection::vec(0.0f64..1.0, 200 * m * k)
            .prop_map(move |values| Draws::new(200, m, k, values).unwrap())
    })
}

fn remade(draws: &Draws, alternatives: usize, of: impl Fn(&[f64]) -> Vec<f64>) -> Draws {
    let values = draws.each().flat_map(of).collect();
    Draws::new(draws.len(), alternatives, draws.criteria(), values).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Every alternative has a rank, every rank an alternative; the same seed gives the same bits.
    #[test]
    fn shares_are_shares(draws in any_draws(), seed in any::<u64>()) {
        let found = smaa2(&draws, &open(draws.criteria()), seed).unwrap();
        let m = draws.alternatives();
        for i in 0..m {
            let row: f64 = found.standings[i].ranks.iter().sum();
            let column: f64 = found.standings.iter().map(|s| s.ranks[i]).sum();
            prop_assert!((row - 1.0).abs() < 1e-9 && (column - 1.0).abs() < 1e-9);
            for j in 0..m {
                prop_assert!((found.better[i][j] + found.better[j][i] - 1.0).abs() < 1e-9);
            }
        }
        prop_assert_eq!(&found, &smaa2(&draws, &open(draws.criteria()), seed).unwrap());
    }

    /// What is worse by every criterion in every draw never has the better expected rank.
    #[test]
    fn dominated(draws in any_draws(), less in 0.0f64..0.5) {
        let (m, k) = (draws.alternatives(), draws.criteria());
        let more = remade(&draws, m + 1, |draw| {
            let worse = draw[..k].iter().map(|x| x - less);
            draw.iter().copied().chain(worse).collect()
        });
        let found = smaa2(&more, &open(k), SEED).unwrap();
        prop_assert!(found.standings[0].expected_rank <= found.standings[m].expected_rank);
    }

    /// An exact copy takes half of what its original had of the first place, and no other's.
    #[test]
    fn copied(draws in any_draws()) {
        let (m, k) = (draws.alternatives(), draws.criteria());
        let more = remade(&draws, m + 1, |draw| draw.iter().chain(&draw[..k]).copied().collect());
        let before = smaa2(&draws, &open(k), SEED).unwrap();
        let after = smaa2(&more, &open(k), SEED).unwrap();
        prop_assert_eq!(&after.standings[0], &after.standings[m]);
        prop_assert!((after.standings[0].ranks[0] - before.standings[0].ranks[0] / 2.0).abs() < 1e-9);
        for i in 1..m {
            prop_assert!((after.standings[i].ranks[0] - before.standings[i].ranks[0]).abs() < 1e-9);
        }
    }

    /// Alternatives in another order have the same standings in that order.
    #[test]
    fn permuted(draws in any_draws()) {
        let (m, k) = (draws.alternatives(), draws.criteria());
        let turned = remade(&draws, m, |draw| draw.chunks_exact(k).rev().flatten().copied().collect());
        let there = smaa2(&draws, &open(k), SEED).unwrap();
        let mut back = smaa2(&turned, &open(k), SEED).unwrap();
        back.standings.reverse();
        prop_assert_eq!(there.standings, back.standings);
    }

    /// Drawn weights keep to the order and the bounds that were declared.
    #[test]
    fn within_bounds(floor in 0.0f64..0.2, gap in 0.05f64..0.5, order in any::<bool>()) {
        let mut weights = open(4).bounded(1, floor, floor + gap).unwrap().tied(2, 3).unwrap();
        if order {
            weights = weights.ranked(0, 2).unwrap();
        }
        for draw in weights.sample(50, SEED).unwrap().chunks_exact(4) {
            prop_assert!((draw.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            prop_assert!(draw[1] >= floor - 1e-12 && draw[1] <= floor + gap + 1e-12);
            prop_assert_eq!(draw[2], draw[3]);
            prop_assert!(!order || draw[0] >= draw[2] - 1e-12);
        }
    }
}
