//! What is due, and what was kept.

use entente_ledger::{
    Change, Commitment, DueFilter, Entity, Score, ScorecardFilter, Until, Versioned, Viewer,
};
use serde_json::json;

use crate::place::Place;
use crate::sample::*;

/// Two commitments of three parties each: six pairs.
///
/// - clean-power, CAN: one assessor, interim −1, then final +1: +1.
/// - clean-power, MEX: A says 0, B +1: ½.
/// - clean-power, USA: A says +1, taken back: unassessed.
/// - methane, CAN: A says −1, B −1: −1. MEX: A 0 in 2020, 1 later, both interim: +1. USA: none.
///
/// Four assessed: (1 + ½ − 1 + 1) / 4 = 3/8, 50·(1 + 3/8) = 68.75%.
pub async fn scores_hand_worked(place: &Place) {
    let ledger = place.ledger().await;
    summit(&ledger).await;
    let mut methane = commitment("methane");
    methane["item"] = json!({"dossier": "usa-mexico", "item": "climate"});
    let methane: Commitment = entry(methane);
    let given = [
        score("clean-power", "CAN", "A", "final", "2025-01-01", 1),
        score("clean-power", "CAN", "A", "interim", "2025-06-01", -1),
        score("clean-power", "MEX", "A", "final", "2025-01-01", 0),
        score("clean-power", "MEX", "B", "final", "2025-01-01", 1),
        score("clean-power", "USA", "A", "final", "2025-01-01", 1),
        score("methane", "CAN", "A", "final", "2025-01-01", -1),
        score("methane", "CAN", "B", "interim", "2025-01-01", -1),
        score("methane", "MEX", "A", "interim", "2024-01-01", 1),
        score("methane", "MEX", "A", "interim", "2020-01-01", 0),
    ];
    let mut entries: Vec<Entity> = vec![methane.into()];
    entries.extend(given.map(Entity::from));
    add(&ledger, entries).await;
    let joint = ledger.as_seen_by(Viewer::Joint);
    let all: Vec<Versioned<Score>> = joint.of("clean-power").await.unwrap();
    let mut wrong = all.into_iter().find(|s| s.entry.party == USA).unwrap();
    wrong.entry.withdrawn = Some("Another state's figure".to_owned());
    let change = Change::Revision {
        from: wrong.version,
        entity: wrong.entry.into(),
    };
    joint.record(change, &stamp(5)).await.unwrap();

    let card = joint.scorecard(&ScorecardFilter::default()).await.unwrap();
    let all = card.overall;
    assert_eq!(
        (
            all.commitments,
            all.assessed,
            all.full,
            all.partial,
            all.none
        ),
        (6, 4, 2, 1, 1)
    );
    assert_eq!((all.score, all.percent), (Some(0.375), Some(68.75)));
    let by_party: Vec<_> = card
        .by_party
        .iter()
        .map(|l| (l.key, l.tally.score))
        .collect();
    assert_eq!(
        by_party,
        [(USA, None), (CANADA, Some(0.0)), (MEXICO, Some(0.75))]
    );
    let by_item: Vec<_> = card
        .by_item
        .iter()
        .map(|l| (l.key.as_deref().unwrap(), l.tally.score))
        .collect();
    assert_eq!(
        by_item,
        [
            ("usa-mexico/climate", Some(0.0)),
            ("usa-mexico/energy", Some(0.75))
        ]
    );
    assert_eq!(card.by_mechanism.len(), 1);
    assert_eq!(card.by_mechanism[0].key.as_deref(), Some("nals"));
    assert_eq!((card.by_year[0].key, card.by_year[0].tally), (2016, all));

    let mexico = ScorecardFilter {
        party: Some(MEXICO),
        item: Some("usa-mexico/energy".to_owned()),
        from_year: Some(2016),
        to_year: Some(2016),
        mechanism: Some("nals".to_owned()),
    };
    let card = joint.scorecard(&mexico).await.unwrap();
    assert_eq!(
        (card.overall.commitments, card.overall.percent),
        (1, Some(75.0))
    );
    let later = ScorecardFilter {
        from_year: Some(2017),
        ..ScorecardFilter::default()
    };
    let card = joint.scorecard(&later).await.unwrap();
    assert_eq!((card.overall.commitments, card.overall.score), (0, None));
    assert_sound(&ledger).await;
}

/// Two assessors over eight pairs. A: + + + 0 0 − − −; B: + + 0 0 0 − − +.
///
/// Alike in 6 of 8. Margins of A: + 3, 0 2, − 3; of B: + 3, 0 3, − 2. By chance alike (3·3 + 2·3 +
/// 3·2) / 64 = 21/64: kappa (6/8 − 21/64) / (43/64) = 27/43.
pub async fn assessors_agree_hand_worked(place: &Place) {
    let ledger = place.ledger().await;
    summit(&ledger).await;
    let pairs = [
        (1, 1),
        (1, 1),
        (1, 0),
        (0, 0),
        (0, 0),
        (-1, -1),
        (-1, -1),
        (-1, 1),
    ];
    let mut entries: Vec<Entity> = Vec::new();
    for (i, (a, b)) in pairs.into_iter().enumerate() {
        let id = format!("c{i}");
        entries.push(entry::<Commitment>(commitment(&id)).into());
        entries.push(score(&id, "MEX", "A", "final", "2025-01-01", a).into());
        entries.push(score(&id, "MEX", "B", "final", "2025-01-01", b).into());
    }
    entries.push(score("c0", "USA", "A", "final", "2025-01-01", 1).into());
    add(&ledger, entries).await;
    let joint = ledger.as_seen_by(Viewer::Joint);
    let agreement = joint.agreement(&ScorecardFilter::default()).await.unwrap();
    assert_eq!(agreement.len(), 1);
    let two = &agreement[0];
    assert_eq!(
        (two.first.as_str(), two.second.as_str(), two.both),
        ("A", "B", 8)
    );
    assert_eq!(two.alike, Some(0.75));
    assert!((two.kappa.unwrap() - 27.0 / 43.0).abs() < 1e-12, "{two:?}");
    let nothing = ScorecardFilter {
        party: Some(USA),
        ..ScorecardFilter::default()
    };
    assert_eq!(joint.agreement(&nothing).await.unwrap(), []);
}

pub async fn what_is_due(place: &Place) {
    let ledger = place.ledger().await;
    summit(&ledger).await;
    let with = |id: &str, change: &dyn Fn(&mut serde_json::Value)| -> Entity {
        let mut json = commitment(id);
        change(&mut json);
        entry::<Commitment>(json).into()
    };
    add(
        &ledger,
        vec![
            with("b-late", &|c| c["due"] = json!("2020-03-01")),
            with("B-late", &|c| c["due"] = json!("2020-03-01")),
            with("a-late", &|c| c["due"] = json!("2020-03-01")),
            with("ahead", &|c| c["due"] = json!("2027-01-01")),
            with("dayless", &|c| c["due"] = json!(null)),
            with("done", &|c| {
                c["status"] = json!("done");
                c["closed"] = json!("2020-01-01");
            }),
            with("mexican", &|c| {
                c["by"] = json!(["MEX"]);
                c["consultation"] = json!(null);
                c["mechanism"] = json!("un");
                c["item"] = json!(null);
                c["due"] = json!("2026-11-25");
            }),
        ],
    )
    .await;
    let joint = ledger.as_seen_by(Viewer::Joint);
    let on = day("2026-11-25");
    let ids = async |filter: DueFilter| -> Vec<(String, Option<i32>)> {
        let due = joint.due(on, &filter).await.unwrap();
        due.into_iter()
            .map(|owed| (owed.commitment, owed.days_late))
            .collect()
    };
    let late = [
        ("B-late", Some(2460)),
        ("a-late", Some(2460)),
        ("b-late", Some(2460)),
        ("clean-power", Some(329)),
        ("mexican", Some(0)),
    ]
    .map(|(id, days)| (id.to_owned(), days));
    assert_eq!(ids(DueFilter::default()).await, late);
    let always = DueFilter {
        until: Until::Always,
        ..DueFilter::default()
    };
    let mut all = late.to_vec();
    all.push(("ahead".to_owned(), Some(-37)));
    all.push(("dayless".to_owned(), None));
    assert_eq!(ids(always).await, all);
    let some = DueFilter {
        until: Until::Day(day("2027-01-01")),
        parties: vec![USA, CANADA],
        mechanism: Some("nals".to_owned()),
        consultation: Some("nals-2016".to_owned()),
        item: Some("usa-mexico/energy".to_owned()),
        first: Some(4),
    };
    assert_eq!(ids(some).await, late[..4]);
    let always = DueFilter {
        until: Until::Always,
        ..DueFilter::default()
    };
    assert_eq!(joint.due(day("2016-06-28"), &always).await.unwrap(), []);
    let of_un = DueFilter {
        mechanism: Some("un".to_owned()),
        ..DueFilter::default()
    };
    assert_eq!(joint.due(on, &of_un).await.unwrap()[0].by, [MEXICO]);
}
