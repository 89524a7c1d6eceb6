//! What a side wants, and how far the other wants the same.

use proptest::prelude::*;

use super::*;

#[test]
fn coincidence_of_wants_by_hand() {
    for (one, other, value, expected) in [
        (Some(1.0), Some(0.5), None, Common::Shared),
        (Some(1.0), Some(0.5), Some(0.39), Common::Compatible),
        (Some(1.0), Some(-0.5), Some(0.9), Common::AtOdds),
        (Some(1.0), Some(0.25), Some(0.9), Common::Compatible),
        (Some(1.0), None, None, Common::Unknown),
        (Some(1.0), None, Some(0.6), Common::Shared),
        (None, None, Some(0.5), Common::Compatible),
        (None, Some(2.0), Some(0.39), Common::AtOdds),
    ] {
        assert_eq!(
            Common::of(one, other, value),
            expected,
            "{one:?} {other:?} {value:?}"
        );
    }
}

proptest! {
    /// What is shared, or at odds, is so both ways.
    #[test]
    fn wants_coincide_both_ways(
        a in prop::option::of(-2.0f64..2.0),
        b in prop::option::of(-2.0f64..2.0),
        value in prop::option::of(0.0f64..1.0),
    ) {
        prop_assert_eq!(Common::of(a, b, value), Common::of(b, a, value));
    }
}

/// Mexico puts two items high and is for a third; it is against the fourth, and its veto player rules
/// out the fifth.
#[test]
fn objectives_are_those_of_the_side() {
    let for_it: &[(&str, Option<f64>, Option<u8>)] =
        &[("USA", Some(1.5), None), ("MEX", Some(1.5), None)];
    let dossier = dossier(
        TWO,
        &[
            ("plain", for_it, ""),
            (
                "high",
                &[("USA", Some(1.5), Some(1)), ("MEX", Some(1.5), Some(3))],
                "next_step = \"Do it.\"",
            ),
            (
                "highest",
                &[("USA", Some(1.5), None), ("MEX", None, Some(4))],
                "",
            ),
            (
                "unwanted",
                &[("USA", Some(2.0), Some(4)), ("MEX", Some(-1.0), Some(4))],
                "",
            ),
            (
                "barred",
                &[("USA", Some(2.0), Some(4)), ("MEX", Some(2.0), Some(4))],
                "",
            ),
        ],
        &constraint("court", "MEX", -1.0, true, "barred"),
    );
    let found = sides(Some(&dossier), &["USA", "MEX"], &[]);
    let (us, mexico) = (&found[0], &found[1]);
    let order: Vec<&str> = mexico.objectives.iter().map(|o| o.item.as_str()).collect();
    assert_eq!(order, ["highest", "high", "plain"]);
    let high = item(mexico, "high").unwrap();
    assert_eq!(high.next_step.as_deref(), Some("Do it."));
    assert_eq!(
        high.priority.as_ref().map(|p| (p.party, p.level)),
        Some((MEXICO, 3))
    );
    assert_eq!(high.priority.as_ref().unwrap().sources, ["A paper"]);
    // Five items: places 1 and 2 are the first half.
    for objective in &mexico.objectives {
        assert_eq!(
            objective.aim == Aim::Obtain,
            objective.place <= 2,
            "{objective:?}"
        );
    }
    let avoided: Vec<&str> = mexico.avoided.iter().map(|a| a.item.as_str()).collect();
    assert!(
        avoided.contains(&"barred") && avoided.contains(&"unwanted"),
        "{avoided:?}"
    );
    let barred = mexico.avoided.iter().find(|a| a.item == "barred").unwrap();
    assert_eq!(barred.raised_by, [USA]);
    assert!(
        barred
            .reasons
            .iter()
            .any(|r| matches!(r, AvoidReason::OwnVeto { constraint } if constraint == "court"))
    );
    // For the United States it is not its own veto, but leaves no room either.
    let barred = us.avoided.iter().find(|a| a.item == "barred").unwrap();
    assert!(barred.reasons.iter().all(
        |r| matches!(r, AvoidReason::NoRoom { constraints, .. } if constraints[..] == ["court"])
    ));
}
