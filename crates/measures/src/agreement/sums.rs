//! The indices as ratios of sums over one pair's table of votes.

use super::counts::{JointVotes, PairCounts};
use super::index::Index;

/// Numerator and denominator of every index, in the order of [`Index::ALL`].
///
/// All but the weights are whole numbers or halves below 2⁵³, so no sum depends on its order and
/// every index is exactly symmetric.
struct Ratios {
    numerators: [f64; Index::ALL.len()],
    denominators: [f64; Index::ALL.len()],
}

/// The value of every index, in the order of [`Index::ALL`].
#[inline]
pub(super) fn values(counts: &PairCounts) -> [Option<f64>; Index::ALL.len()] {
    let Ratios {
        numerators,
        denominators,
    } = Ratios::of(counts);
    // The divisions are the dearest part of the pass over all pairs; in one array they go by twos.
    let mut values = numerators;
    for (value, denominator) in values.iter_mut().zip(denominators) {
        *value /= denominator;
    }
    std::array::from_fn(|i| (denominators[i] > 0.0).then_some(values[i]))
}

impl Ratios {
    #[inline]
    fn of(counts: &PairCounts) -> Self {
        let joint = &counts.joint;
        let [same, partial, opposite, firm_same] = [
            joint.same(),
            joint.partial(),
            joint.opposite(),
            joint.both[0][0] + joint.both[2][2],
        ]
        .map(f64::from);
        let voted = same + partial + opposite;
        let score = same + 0.5 * partial;

        // An absence scores a half, facing an abstention in 2021 a whole.
        let one_absent = f64::from(joint.one_absent());
        let abstain_absent = f64::from(joint.first_only[1] + joint.second_only[1]);
        let members_score = score + 0.5 * one_absent;
        let members = voted + one_absent;

        let contested = counts.contested;
        let contested_score = f64::from(contested.same) + 0.5 * f64::from(contested.partial);
        let contested = f64::from(contested.same + contested.partial + contested.opposite);
        let weighted = counts.weighted;
        let weighted_score = weighted.same + 0.5 * weighted.partial;

        // With 1, 2 or 4 on yes against no, and 1 on a single step.
        let seen = [1.0, 2.0, 4.0].map(|two_steps| partial + two_steps * opposite);
        let [kappa, pi] = expected(joint);
        let beyond = |expected: [f64; 3], scale: f64| -> [f64; 3] {
            std::array::from_fn(|w| expected[w] - seen[w] * scale)
        };
        let [kappa_1, kappa_2, kappa_4] = beyond(kappa, voted);
        let [pi_1, pi_2, pi_4] = beyond(pi, 4.0 * voted);

        Ratios {
            numerators: [
                score,
                firm_same,
                members_score + 0.5 * abstain_absent,
                members_score,
                contested_score,
                same,
                kappa_1,
                kappa_2,
                kappa_4,
                pi_1,
                pi_2,
                pi_4,
                same - opposite,
                score - opposite,
                weighted_score,
            ],
            denominators: [
                voted,
                firm_same + opposite,
                members,
                members,
                contested,
                voted,
                kappa[0],
                kappa[1],
                kappa[2],
                pi[0],
                pi[1],
                pi[2],
                voted,
                voted,
                weighted.total,
            ],
        }
    }
}

/// Differences that kappa and pi expect by chance, with weights 1, 2 and 4 on yes against no: kappa's
/// times n², pi's times 4n².
///
/// Kappa (Cohen 1960) draws each vote from its state's margin, pi (Scott 1955) both from the mean of
/// the two margins.
#[inline]
fn expected(joint: &JointVotes) -> [[f64; 3]; 2] {
    let both = joint.both;
    let first: [f64; 3] = std::array::from_fn(|a| f64::from(both[a][0] + both[a][1] + both[a][2]));
    let second: [f64; 3] = std::array::from_fn(|b| f64::from(both[0][b] + both[1][b] + both[2][b]));
    let pooled: [f64; 3] = std::array::from_fn(|v| first[v] + second[v]);
    [(first, second), (pooled, pooled)].map(|(first, second)| {
        let step = (first[0] + first[2]) * second[1] + first[1] * (second[0] + second[2]);
        let two = first[0] * second[2] + first[2] * second[0];
        [step + two, step + 2.0 * two, step + 4.0 * two]
    })
}

#[cfg(test)]
mod tests {
    use super::super::counts::{Contested, JointVotes, Weighted};
    use super::super::indices::Indices;
    use super::*;

    /// Ten roll calls on which both voted, nine of them contested, and five with an absence.
    fn worked() -> PairCounts {
        PairCounts {
            joint: JointVotes {
                both: [[4, 1, 1], [1, 1, 0], [0, 1, 1]],
                first_only: [1, 1, 0],
                second_only: [0, 0, 2],
                neither: 1,
            },
            contested: Contested {
                same: 5,
                partial: 3,
                opposite: 1,
            },
            weighted: Weighted {
                same: 1.0,
                partial: 0.75,
                total: 2.0,
            },
        }
    }

    /// Margins of the first: 6, 2, 2; of the second: 5, 3, 2; together 11, 5, 4.
    #[test]
    fn hand_worked() {
        let expected = [
            // Same 6, partial 3, opposite 1.
            (Index::Coincidence, (6.0 + 1.5) / 10.0),
            (Index::CoincidenceVotesOnly, 5.0 / 6.0),
            // One abstention facing an absence is the same, three votes facing one are partial.
            (
                Index::Coincidence2021,
                (6.0 + 1.0 + (3.0 + 3.0) / 2.0) / 14.0,
            ),
            (Index::Coincidence2022, (6.0 + 1.5 + 2.0) / 14.0),
            (Index::AgreementVoeten, 6.5 / 9.0),
            (Index::Agreement, 0.6),
            // Alike by chance: (6·5 + 2·3 + 2·2) / 100 = 0.40.
            (Index::Kappa, 1.0 - 0.4 / 0.6),
            // A step apart by chance: (6·3 + 2·5 + 2·2 + 2·3) / 100 = 0.38; two: (6·2 + 2·5) / 100
            // = 0.22.
            (Index::KappaLinear, 1.0 - 0.5 / (0.38 + 0.44)),
            (Index::KappaSquared, 1.0 - 0.7 / (0.38 + 0.88)),
            // Alike by chance: (11² + 5² + 4²) / 400 = 0.405.
            (Index::Pi, 1.0 - 0.4 / 0.595),
            // A step apart: 2·5·(11 + 4) / 400 = 0.375; two: 2·11·4 / 400 = 0.22.
            (Index::PiLinear, 1.0 - 0.5 / (0.375 + 0.44)),
            (Index::PiSquared, 1.0 - 0.7 / (0.375 + 0.88)),
            (Index::S, 1.0 - 2.0 * 5.0 / 20.0),
            (Index::SSquared, 1.0 - 2.0 * 7.0 / 40.0),
            (Index::AgreementLopsided, (1.0 + 0.375) / 2.0),
        ];
        assert_eq!(expected.map(|(index, _)| index), Index::ALL);
        let all = Indices::of(&worked());
        for (index, expected) in expected {
            let found = index.of(&worked()).unwrap();
            assert!(
                (found - expected).abs() < 1e-12,
                "{}: {found}, expected {expected}",
                index.as_str()
            );
            assert_eq!(all.get(index), Some(found));
        }
    }

    #[test]
    fn no_votes_no_number() {
        for index in Index::ALL {
            assert_eq!(index.of(&PairCounts::default()), None, "{}", index.as_str());
        }
    }

    /// Both always yes: no difference is expected by chance, so agreement beyond it has no value.
    #[test]
    fn one_vote_throughout() {
        let mut counts = PairCounts::default();
        counts.joint.both[0][0] = 7;
        let indices = Indices::of(&counts);
        assert_eq!(
            (indices.coincidence_2017, indices.s),
            (Some(1.0), Some(1.0))
        );
        assert_eq!((indices.kappa, indices.kappa_squared), (None, None));
        assert_eq!((indices.pi, indices.pi_linear), (None, None));
        assert_eq!(indices.agreement_voeten, None);
    }

    /// One always yes, the other always no: kappa sees chance where pi sees opposition.
    #[test]
    fn opposed_throughout() {
        let mut counts = PairCounts::default();
        counts.joint.both[0][2] = 6;
        let indices = Indices::of(&counts);
        assert_eq!(
            (indices.kappa, indices.kappa_linear),
            (Some(0.0), Some(0.0))
        );
        assert_eq!((indices.pi, indices.pi_squared), (Some(-1.0), Some(-1.0)));
        assert_eq!((indices.s, indices.s_squared), (Some(-1.0), Some(-1.0)));
    }

    /// One abstention and one no facing an absence: in 2021 the same and a half, in 2022 two halves.
    #[test]
    fn absences() {
        let mut counts = PairCounts::default();
        counts.joint.first_only = [0, 1, 1];
        counts.joint.neither = 5;
        let indices = Indices::of(&counts);
        assert_eq!(indices.coincidence_2017, None);
        assert_eq!(indices.coincidence_2021, Some(0.75));
        assert_eq!(indices.coincidence_2022, Some(0.5));
    }
}
