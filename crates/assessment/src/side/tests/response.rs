//! What to expect and to answer, and where a case is weak.

use super::*;

#[test]
fn responses_by_hand() {
    let with = |stance: Option<f64>| [("USA", stance, None), ("MEX", Some(1.0), Some(4))];
    let more = [
        constraint("lobby", "USA", -1.0, false, "lobbied"),
        constraint("senate", "USA", -0.5, true, "blocked"),
        constraint("court", "USA", 0.5, true, "welcome"),
        constraint("weary", "USA", -0.5, false, "").replace("items = [\"\"]\n", ""),
        circumstance("helps", "opportunity", "welcome", ""),
        circumstance("before", "precedent", "welcome", "until = 2012-11-30"),
        circumstance("earlier", "precedent", "lobbied", ""),
    ]
    .concat();
    let dossier = dossier(
        TWO,
        &[
            ("welcome", &with(Some(1.0)), ""),
            ("lobbied", &with(Some(1.0)), ""),
            ("neither", &with(Some(0.0)), "carriers = [\"UNGA\"]"),
            ("blocked", &with(Some(2.0)), ""),
            ("unknown", &with(None), ""),
            ("spare", &[], ""),
        ],
        &more,
    );
    let mexico = &sides(Some(&dossier), &["USA", "MEX"], &[])[1];
    let response = |id: &str| mexico.responses.iter().find(|r| r.item == id);
    let expected = |id: &str| response(id).map(|r| r.expected);
    // What bears on everything is told once, and colours no single response.
    assert_eq!(mexico.against_everything, ["weary"]);
    assert_eq!(expected("welcome"), Some(Expected::Welcome));
    assert_eq!(expected("lobbied"), Some(Expected::Reserved));
    assert_eq!(expected("unknown"), Some(Expected::Unknown));
    assert_eq!(response("welcome").unwrap().constraints, ["court"]);
    assert_eq!(response("lobbied").unwrap().constraints, ["lobby"]);
    assert_eq!(
        response("welcome").unwrap().answers,
        [Answer::Opportunity {
            circumstance: "helps".into()
        }]
    );
    assert_eq!(
        response("lobbied").unwrap().answers,
        [Answer::Precedent {
            circumstance: "earlier".into()
        }]
    );
    let case = mexico
        .cases
        .iter()
        .find(|c| c.item.as_deref() == Some("welcome"))
        .unwrap();
    let precedent = case
        .arguments
        .iter()
        .find(|a| matches!(a.reason, Reason::Precedent { .. }))
        .unwrap();
    assert_eq!(
        precedent.weakness,
        Some(ArgumentWeakness::Ended {
            day: date(2012, 11, 30)
        })
    );
    // Items on which both stand at 0, or a veto player against it, leave no room: they are not raised.
    for id in ["neither", "blocked"] {
        let avoided = mexico.avoided.iter().any(|a| a.item == id);
        assert_eq!(avoided, response(id).is_none(), "{id}");
    }
    if let Some(neither) = response("neither") {
        assert_eq!(neither.expected, Expected::Hesitant);
        assert!(
            matches!(&neither.answers[..], [Answer::TakeUp { carrier }] if carrier.id == "UNGA")
        );
    }
}

/// What was said before the present government came in (20 January 2021) is told to be weak; a vote that
/// both cast alike is an argument, one that they did not is a weakness.
#[test]
fn weak_points() {
    let text = |from: &str| {
        dossier(
            TWO,
            &[(
                "compact",
                &[("USA", Some(1.0), None), ("MEX", Some(1.0), Some(4))],
                "indicators = [{ votes = { symbols = [\"A/RES/73/195\", \"A/RES/74/169\"] } }]",
            )],
            &constraint("home", "MEX", -0.5, false, "compact"),
        )
        .with_from(from)
    };
    let case = |from: &str| {
        let mexico = &sides(Some(&text(from)), &["USA", "MEX"], &[])[1];
        mexico
            .cases
            .iter()
            .find(|c| c.item.is_some())
            .unwrap()
            .clone()
    };
    let position = |case: &Case| {
        let mut arguments = case.arguments.iter();
        arguments
            .find(|a| matches!(a.reason, Reason::TheirPosition(_)))
            .unwrap()
            .weakness
            .clone()
    };
    let late = case("2021-01-25");
    assert_eq!(position(&late), None);
    let since = date(2021, 1, 20);
    assert_eq!(
        position(&case("2019-01-25")),
        Some(ArgumentWeakness::EarlierGovernment { since })
    );
    let alike = late.arguments.iter().find_map(|a| match &a.reason {
        Reason::TheirVote(vote) => Some((vote.symbol.clone().unwrap(), vote.ours, vote.theirs)),
        _ => None,
    });
    assert_eq!(alike, Some(("A/RES/74/169".to_owned(), "yes", "yes")));
    assert!(
        late.weaknesses.iter().any(
            |w| matches!(w, CaseWeakness::VotedApart(v) if v.ours == "yes" && v.theirs == "no")
        )
    );
    assert!(
        late.weaknesses
            .iter()
            .any(|w| matches!(w, CaseWeakness::AtHome { constraint } if constraint == "home"))
    );
}

impl Dossier {
    /// The same, with every position declared on another day.
    fn with_from(mut self, from: &str) -> Self {
        for item in &mut self.items {
            for position in &mut item.positions {
                position.from = from.parse().unwrap();
            }
        }
        self
    }
}
