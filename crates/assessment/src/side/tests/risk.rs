//! What can arise, and what can be held against a side.

use super::*;

#[test]
fn sure_possible_and_unlikely() {
    let dossier = dossier(
        TWO,
        &[
            (
                "both",
                &[("USA", Some(-1.0), Some(3)), ("MEX", Some(1.0), Some(4))],
                "",
            ),
            (
                "theirs",
                &[("USA", Some(-1.0), Some(3)), ("MEX", Some(1.0), Some(2))],
                "",
            ),
            (
                "ours",
                &[("USA", Some(-1.0), None), ("MEX", Some(1.0), Some(3))],
                "",
            ),
            (
                "good",
                &[("USA", Some(2.0), None), ("MEX", Some(2.0), None)],
                "carriers = [\"UNGA\"]",
            ),
            (
                "better",
                &[("USA", Some(2.0), None), ("MEX", Some(1.5), None)],
                "carriers = [\"UNGA\"]",
            ),
            (
                "poorer",
                &[("USA", Some(2.0), None), ("MEX", Some(-2.0), None)],
                "carriers = [\"CPTPP\"]",
            ),
        ],
        "",
    );
    let found = sides(Some(&dossier), &["USA", "MEX"], &[]);
    let told = |side: &SideSection, id: &str| {
        let arising = side.arising.iter().find(|a| a.item == id).unwrap();
        (arising.likelihood, arising.because.clone())
    };
    let mexico = &found[1];
    assert_eq!(
        told(mexico, "both"),
        (Likelihood::Sure, Some(ArisingReason::BothHigh))
    );
    let high = |party| {
        Some(ArisingReason::High {
            parties: vec![party],
        })
    };
    assert_eq!(told(mexico, "theirs"), (Likelihood::Possible, high(USA)));
    assert_eq!(told(mexico, "ours"), (Likelihood::Possible, high(MEXICO)));
    assert_eq!(
        told(mexico, "good"),
        (Likelihood::Possible, Some(ArisingReason::CouldMove))
    );
    assert_eq!(told(mexico, "poorer"), (Likelihood::Unlikely, None));
    for id in ["both", "theirs", "ours", "good", "poorer"] {
        assert_eq!(
            told(mexico, id),
            told(&found[0], id),
            "{id} for the other side"
        );
    }
}

/// Only our own unfriendly acts, and only of the last two years.
#[test]
fn acts_that_can_be_held_against_us() {
    let act = |day: &str, party: &str, weight: f64| {
        format!(
            "[[act]]\ndate = {day}\nparty = \"{party}\"\nweight = {weight:.1}\ntext = \"{day}\"\nsources = [\"paper\"]\n"
        )
    };
    let more = [
        act("2018-12-01", "MEX", -0.5),
        act("2019-03-01", "MEX", -0.5),
        act("2020-03-01", "MEX", 0.5),
        act("2020-04-01", "USA", -0.5),
    ]
    .concat();
    let dossier = dossier(TWO, &[("one", &[], "")], &more);
    let found = sides(Some(&dossier), &["USA", "MEX"], &[]);
    // The latest first: 2020-04-01, 2020-03-01, 2019-03-01, 2018-12-01.
    assert_eq!(found[1].own_acts, [2]);
    assert_eq!(found[0].own_acts, [0]);
}
