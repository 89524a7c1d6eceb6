//! Published games, values worked by hand, and every coalition counted one by one.

use proptest::prelude::*;

use super::*;

fn close(found: &[f64], expected: &[f64], within: f64) {
    assert_eq!(found.len(), expected.len());
    for (f, e) in found.iter().zip(expected) {
        assert!((f - e).abs() < within, "{found:?}, not {expected:?}");
    }
}

/// The Council of the European Economic Community of 1958: Germany, France and Italy 4 votes each,
/// Belgium and the Netherlands 2, Luxembourg 1; 12 of 17 decide. Luxembourg never did. Banzhaf 5/21 and
/// 3/21, Shapley-Shubik 14/60 and 9/60 (Felsenthal and Machover 1998, section 5.3).
#[test]
fn council_of_1958() {
    let game = Game::weighted(&[4, 4, 4, 2, 2, 1], 12).unwrap();
    let found = power(&game).unwrap();
    let thirds = |large: f64, small: f64| [large, large, large, small, small, 0.0];
    close(&found.banzhaf_share, &thirds(5.0 / 21.0, 3.0 / 21.0), 1e-12);
    close(&found.banzhaf, &thirds(10.0 / 32.0, 6.0 / 32.0), 1e-12);
    close(
        &found.shapley_shubik,
        &thirds(14.0 / 60.0, 9.0 / 60.0),
        1e-12,
    );
    assert!((found.to_act - 14.0 / 64.0).abs() < 1e-12);
}

/// The Security Council: five permanent members of weight 7, ten others of 1, quota 39. Shapley-Shubik
/// 421/2145 and 4/2145; Banzhaf shares 106/635 and 21/1270; 848 of the 2¹⁵ coalitions win. The same as
/// nine votes that include every permanent member.
#[test]
fn security_council() {
    let weights: Vec<u64> = [7; 5].into_iter().chain([1; 10]).collect();
    let found = power(&Game::weighted(&weights, 39).unwrap()).unwrap();
    let all = |permanent: f64, other: f64| [[permanent; 5].to_vec(), vec![other; 10]].concat();
    close(
        &found.shapley_shubik,
        &all(421.0 / 2145.0, 4.0 / 2145.0),
        1e-12,
    );
    close(
        &found.banzhaf_share,
        &all(106.0 / 635.0, 21.0 / 1270.0),
        1e-12,
    );
    assert!((found.to_act - 848.0 / 32768.0).abs() < 1e-12);
    let members = (0..15).map(|place| Member {
        weight: 1,
        counted: place < 5,
    });
    let rule = Rule {
        quota: 9,
        counted: 5,
    };
    let same = power(&Game::new(members.collect(), rule).unwrap()).unwrap();
    close(&same.shapley_shubik, &found.shapley_shubik, 1e-12);
    close(&same.banzhaf, &found.banzhaf, 1e-12);
}

/// A majority of 99 equal members: each has 1/99, and decides with probability C(98, 49) / 2⁹⁸.
#[test]
fn many_equal_members() {
    let found = power(&Game::weighted(&[3; 99], 150).unwrap()).unwrap();
    close(&found.shapley_shubik, &[1.0 / 99.0; 99], 1e-12);
    let even = (1..=49).fold(1.0, |p, k| p * f64::from(2 * k - 1) / f64::from(2 * k));
    close(&found.banzhaf, &[even; 99], 1e-12);
}

/// Whether the two ways of computing agree where both can: the electors of the states and the capital
/// in 2012 to 2020 (Archivist of the United States), 270 of 538, of the first forty states.
#[test]
fn both_ways_agree() {
    let electors: Vec<u64> = [
        55, 38, 29, 29, 20, 20, 18, 16, 16, 15, 14, 13, 12, 11, 11, 11, 11, 10, 10, 10, 10, 9, 9,
        9, 8, 8, 7, 7, 7, 6, 6, 6, 6, 6, 6, 5, 5, 5, 4, 4,
    ]
    .to_vec();
    let game = Game::weighted(&electors, electors.iter().sum::<u64>() / 2 + 1).unwrap();
    let (counted, integral) = (counting::indices(&game), integral::indices(&game));
    close(&counted.banzhaf, &integral.banzhaf, 1e-12);
    close(&counted.shapley_shubik, &integral.shapley_shubik, 1e-12);
    assert!((counted.shapley_shubik.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    assert!((counted.to_act - integral.to_act).abs() < 1e-12);
}

/// Several hundred members with weights in thousandths: the indices still sum to 1.
#[test]
fn several_hundred_members() {
    let weights: Vec<u64> = (0..300).map(|k| 20_000 / (k + 20)).collect();
    let game = Game::weighted(&weights, weights.iter().sum::<u64>() * 7 / 10).unwrap();
    let found = power(&game).unwrap();
    assert!((found.shapley_shubik.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    assert!(found.shapley_shubik.is_sorted_by(|a, b| a >= &(b - 1e-9)));
}

#[test]
fn impossible_games() {
    let said = |weights: &[u64], quota| Game::weighted(weights, quota).unwrap_err().to_string();
    assert_eq!(said(&[], 1), "a body without members elects nobody");
    assert!(said(&[1, 2], 4).contains("a weight of 4"));
    assert!(said(&[1, 2], 0).contains("all hold 3"));
    assert!(said(&[3_000_000], 1).contains("2000000 at most"));
    let counted = Member {
        weight: 1,
        counted: true,
    };
    let rule = Rule {
        quota: 10,
        counted: 10,
    };
    let many = Game::new(vec![counted; 60], rule).unwrap();
    assert!(matches!(
        power(&many),
        Err(GameError::TooMany { found: 60, .. })
    ));
}

/// Six of ten, two of them of the three counted (the first three). With 4 in hand the side lacks 2 and
/// one counted member; the counted 1 and the other 1 are the least that does.
#[test]
fn what_a_side_needs() {
    let weights = [4, 2, 1, 1, 2];
    let members = weights.iter().enumerate().map(|(place, weight)| Member {
        weight: *weight,
        counted: place < 3,
    });
    let rule = Rule {
        quota: 6,
        counted: 2,
    };
    let game = Game::new(members.collect(), rule).unwrap();
    let found = need(&game, &[0], &[1, 2, 3, 4]).unwrap();
    assert_eq!((found.weight, found.counted, found.least_weight), (2, 1, 2));
    assert_eq!(found.fewest, [1]);
    assert_eq!(
        minimal_winning(&game, &[0], &[1, 2, 3, 4], 9),
        [vec![1], vec![4, 2], vec![2, 3]]
    );
    assert_eq!(need(&game, &[3, 4], &[0]), None);
    assert!(minimal_winning(&game, &[3, 4], &[0], 9).is_empty());
    assert!(need(&game, &[0, 1], &[2]).unwrap().fewest.is_empty());
}

fn any_game() -> impl Strategy<Value = Game> {
    prop::collection::vec((0u64..12, any::<bool>()), 1..9)
        .prop_flat_map(|members| {
            let total = members.iter().map(|m| m.0).sum::<u64>();
            let counted = members.iter().filter(|m| m.1).count();
            (Just(members), 1..=total.max(1), 0..=counted)
        })
        .prop_filter_map("the rule can be met", |(members, quota, counted)| {
            let member = |(weight, counted)| Member { weight, counted };
            Game::new(
                members.into_iter().map(member).collect(),
                Rule { quota, counted },
            )
            .ok()
        })
}

fn coalition(bits: u32, n: usize) -> Vec<usize> {
    (0..n).filter(|k| bits >> k & 1 == 1).collect()
}

proptest! {
    /// Every coalition, one by one.
    #[test]
    fn all_coalitions(game in any_game()) {
        let n = game.members().len();
        let found = power(&game).unwrap();
        let factorial = |k: usize| (1..=k).map(|j| j as f64).product::<f64>();
        let mut wins = 0.0;
        for i in 0..n {
            let (mut banzhaf, mut shapley) = (0.0, 0.0);
            for bits in (0..1u32 << n).filter(|b| b >> i & 1 == 0) {
                if game.wins(coalition(bits | 1 << i, n)) && !game.wins(coalition(bits, n)) {
                    let k = bits.count_ones() as usize;
                    banzhaf += 0.5_f64.powi(n as i32 - 1);
                    shapley += factorial(k) * factorial(n - 1 - k) / factorial(n);
                }
            }
            prop_assert!((found.banzhaf[i] - banzhaf).abs() < 1e-12);
            prop_assert!((found.shapley_shubik[i] - shapley).abs() < 1e-12);
        }
        for bits in 0..1u32 << n {
            wins += f64::from(game.wins(coalition(bits, n)));
        }
        prop_assert!((found.to_act - wins / 2.0_f64.powi(n as i32)).abs() < 1e-12);
        prop_assert!((found.shapley_shubik.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }

    /// What is needed, and the minimal coalitions, as found by trying all.
    #[test]
    fn all_further_members(game in any_game(), split in 0u32..512) {
        let n = game.members().len();
        let side = coalition(split, n);
        let undecided: Vec<usize> = (0..n).filter(|k| !side.contains(k)).collect();
        let joined = |bits: u32| {
            let chosen: Vec<usize> = coalition(bits, undecided.len()).iter().map(|k| undecided[*k]).collect();
            let wins = game.wins(side.iter().chain(&chosen).copied());
            (chosen, wins)
        };
        let winning: Vec<Vec<usize>> = (0..1u32 << undecided.len())
            .map(joined)
            .filter_map(|(chosen, wins)| wins.then_some(chosen))
            .collect();
        let found = need(&game, &side, &undecided);
        prop_assert_eq!(found.is_some(), !winning.is_empty());
        if let Some(found) = found {
            prop_assert_eq!(found.fewest.len(), winning.iter().map(Vec::len).min().unwrap());
            prop_assert!(game.wins(side.iter().chain(&found.fewest).copied()));
            let weight = |c: &Vec<usize>| c.iter().map(|p| game.members()[*p].weight).sum::<u64>();
            prop_assert_eq!(found.least_weight, winning.iter().map(weight).min().unwrap());
        }
        let mut minimal: Vec<Vec<usize>> = winning
            .iter()
            .filter(|c| !c.is_empty() && !game.wins(side.iter().copied()))
            .filter(|c| c.iter().all(|out| {
                let left = c.iter().filter(|p| *p != out);
                !game.wins(side.iter().chain(left).copied())
            }))
            .cloned()
            .collect();
        let mut listed = minimal_winning(&game, &side, &undecided, 1_000);
        listed.iter_mut().for_each(|c| c.sort_unstable());
        listed.sort();
        minimal.sort();
        prop_assert_eq!(listed, minimal);
    }
}
