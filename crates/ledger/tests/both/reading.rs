//! Reading.

use entente_ledger::{AgendaEntry, Commitment, Consultation, Kind, LogFilter, Outcome, Viewer};
use serde_json::json;

use crate::place::Place;
use crate::sample::*;

pub async fn the_log_and_its_filters(place: &Place) {
    let ledger = place.ledger().await;
    summit_with_notes(&ledger).await;
    let mexico = ledger.as_seen_by(Viewer::Delegation(MEXICO));
    // Everybody's three, and then Mexico's own three, counted from 1.
    let seqs = async |filter: LogFilter| -> Vec<i64> {
        let log = mexico.log(&filter).await.unwrap();
        log.iter().map(|revision| revision.seq).collect()
    };
    let any = LogFilter::default;
    assert_eq!(seqs(any()).await, [1, 2, 3, 1, 2, 3]);
    assert_eq!(
        seqs(LogFilter {
            last: Some(2),
            ..any()
        })
        .await,
        [2, 3]
    );
    assert_eq!(
        seqs(LogFilter {
            after: Some(2),
            ..any()
        })
        .await,
        [3, 1, 2, 3]
    );
    assert_eq!(
        seqs(LogFilter {
            kind: Some(Kind::Position),
            ..any()
        })
        .await,
        [1, 2]
    );
    assert_eq!(
        seqs(LogFilter {
            id: Some("position-own-1".to_owned()),
            ..any()
        })
        .await,
        [1, 2]
    );
    let some = LogFilter {
        since: Some(stamp(1).time),
        until: Some(stamp(10).time),
        ..any()
    };
    assert_eq!(seqs(some).await, [1, 2, 3]);
    let log = mexico.log(&any()).await.unwrap();
    assert_eq!(log[0].author, "Planning");
    assert_eq!((log[4].version, log[4].delegation), (2, Some(MEXICO)));
    assert!(log[4].author.contains(CANARY));
    // Of what the United States wrote there is nothing, and no gap either.
    assert!(log.iter().all(|row| row.delegation != Some(USA)));
}

pub async fn held_meetings_and_what_belongs_to_what(place: &Place) {
    let ledger = place.ledger().await;
    summit(&ledger).await;
    let mut earlier = consultation("nals-2014");
    earlier["actual"] = json!({"start": "2014-02-19", "end": "2014-02-19"});
    let mut planned = consultation("nals-next");
    planned["status"] = json!("planned");
    planned["actual"] = json!(null);
    planned["planned"] = json!({"start": "2027-02-01", "end": "2027-02-01"});
    let mut elsewhere = consultation("other");
    elsewhere["mechanism"] = json!("dialogue");
    let second =
        json!({"id": "climate", "consultation": "nals-2016", "order": 2, "title": "Climate"});
    let carried = json!({
        "id": "energy-2", "consultation": "nals-next", "order": 1, "title": "Energy",
        "carried_from": "energy",
    });
    let outcome =
        json!({"id": "plan", "consultation": "nals-2016", "entry": "energy", "text": "A plan"});
    let all = vec![
        entry::<Consultation>(earlier).into(),
        entry::<Consultation>(planned).into(),
        entry::<Consultation>(elsewhere).into(),
        entry::<AgendaEntry>(second).into(),
        entry::<AgendaEntry>(carried).into(),
        entry::<Outcome>(outcome).into(),
    ];
    add(&ledger, all).await;
    let joint = ledger.as_seen_by(Viewer::Joint);
    let held = joint.held("nals").await.unwrap();
    let ids: Vec<&str> = held.iter().map(|c| c.entry.id.as_str()).collect();
    assert_eq!(ids, ["nals-2014", "nals-2016"]);
    assert_eq!(joint.of::<Consultation>("nals").await.unwrap().len(), 3);
    assert_eq!(joint.all::<Consultation>().await.unwrap().len(), 4);
    assert_eq!(joint.of::<AgendaEntry>("nals-2016").await.unwrap().len(), 2);
    assert_eq!(
        joint.of::<Outcome>("nals-2016").await.unwrap()[0].entry.id,
        "plan"
    );
    assert_eq!(joint.of::<Commitment>("nals-2016").await.unwrap().len(), 1);
    assert_eq!(joint.of::<Commitment>("nals-2014").await.unwrap(), []);
}
