//! From one record, every side's brief.

use super::*;

#[test]
fn both_sides_mirror_each_other() {
    let dossier = dossier(
        TWO,
        &[
            (
                "shared",
                &[("USA", Some(1.5), Some(4)), ("MEX", Some(1.0), Some(3))],
                "",
            ),
            (
                "odds",
                &[("USA", Some(1.5), Some(3)), ("MEX", Some(-0.5), None)],
                "",
            ),
            (
                "silent",
                &[("USA", None, Some(3)), ("MEX", Some(0.5), Some(2))],
                "",
            ),
        ],
        "",
    );
    let found = sides(Some(&dossier), &["USA", "MEX"], &[]);
    let (us, mexico) = (&found[0], &found[1]);
    let theirs = |side: &SideSection| -> Vec<(String, Common)> {
        let objectives = side.theirs[0].objectives.iter();
        objectives.map(|o| (o.item.clone(), o.common)).collect()
    };
    let of_us = theirs(mexico);
    assert_eq!(mexico.theirs[0].party, USA);
    let of = |id: &str| {
        of_us
            .iter()
            .find(|(item, _)| item == id)
            .map(|found| found.1)
    };
    assert_eq!(of_us.len(), 3);
    assert_eq!(of_us[0].0, "shared", "the highest priority first");
    assert_eq!(of("shared"), Some(Common::Shared));
    assert_eq!(of("odds"), Some(Common::AtOdds));
    assert_eq!(of("silent"), Some(Common::Unknown));
    assert_eq!(theirs(us), [("shared".to_owned(), Common::Shared)]);
    // What one side puts high and can raise is what the other expects of it, at the same place.
    for (own, other) in [(us, mexico), (mexico, us)] {
        for objective in own
            .objectives
            .iter()
            .filter(|o| o.priority.as_ref().is_some_and(|p| p.level >= 3))
        {
            let expected = other.theirs[0]
                .objectives
                .iter()
                .find(|t| t.item == objective.item)
                .unwrap();
            assert_eq!(expected.place, objective.place);
            assert_eq!(expected.priority, objective.priority);
        }
    }
    assert_eq!(us.press, mexico.press);
    assert_eq!(us.press.shared, ["shared"]);
}

#[test]
fn three_parties() {
    let dossier = dossier(
        "[\"USA\", \"MEX\", \"CAN\"]",
        &[
            (
                "all",
                &[
                    ("USA", Some(1.0), Some(3)),
                    ("MEX", Some(1.0), Some(3)),
                    ("CAN", Some(1.0), Some(3)),
                ],
                "",
            ),
            (
                "two",
                &[
                    ("USA", Some(1.0), Some(3)),
                    ("MEX", Some(1.0), Some(3)),
                    ("CAN", Some(1.0), None),
                ],
                "",
            ),
        ],
        "",
    );
    let mexico = &sides(Some(&dossier), &["USA", "MEX", "CAN"], &[])[1];
    let theirs: Vec<(Ccode, usize)> = mexico
        .theirs
        .iter()
        .map(|t| (t.party, t.objectives.len()))
        .collect();
    assert_eq!(theirs, [(USA, 2), (CANADA, 1)]);
    assert_eq!(mexico.responses.len(), 2 * mexico.objectives.len());
    assert_eq!(mexico.press.shared, ["all"]);
}
