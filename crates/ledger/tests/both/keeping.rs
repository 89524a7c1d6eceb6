//! Copies, and the past.

use entente_ledger::{Change, Commitment, Database, LedgerError, Position, Until, Viewer};

use crate::place::{Backend, Place, open};
use crate::sample::*;

pub async fn a_copy_is_whole(place: &Place) {
    let ledger = place.ledger().await;
    summit_with_notes(&ledger).await;
    let file = place.file("copy");
    ledger.custodian().backup(&file).await.unwrap();
    let error = ledger.custodian().backup(&file).await.unwrap_err();
    assert!(matches!(error, LedgerError::InTheWay(_)), "{error}");
    let copy = match place.backend {
        Backend::Sqlite => open(&Database::Sqlite(file.clone())).await,
        Backend::Postgres => {
            let copy = place.ledger().await;
            let mut from = std::io::BufReader::new(std::fs::File::open(&file).unwrap());
            let refused = copy.as_seen_by(Viewer::Joint);
            let refused = refused.import("copy", &mut from, now()).await.unwrap_err();
            assert!(
                refused.to_string().contains("it holds what is the own of"),
                "{refused}"
            );
            let mut from = std::io::BufReader::new(std::fs::File::open(&file).unwrap());
            let custodian = copy.custodian();
            custodian.import("copy", &mut from, now()).await.unwrap();
            let mut again = std::io::BufReader::new(std::fs::File::open(&file).unwrap());
            let error = custodian
                .import("copy", &mut again, now())
                .await
                .unwrap_err();
            assert!(matches!(error, LedgerError::NotEmpty), "{error}");
            copy
        }
    };
    assert_sound(&copy).await;
    for viewer in [
        Viewer::Joint,
        Viewer::Delegation(MEXICO),
        Viewer::Delegation(USA),
    ] {
        assert_eq!(export(&copy, viewer).await, export(&ledger, viewer).await);
    }
}

pub async fn the_past_is_asked_and_restored(place: &Place) {
    let ledger = place.ledger().await;
    summit_with_notes(&ledger).await;
    let joint = ledger.as_seen_by(Viewer::Joint);
    let mut done = joint.get::<Commitment>("clean-power").await.unwrap().entry;
    done.status = entente_ledger::CommitmentStatus::Done;
    done.closed = Some(day("2026-01-01"));
    let change = Change::Revision {
        from: 1,
        entity: done.into(),
    };
    joint.record(change, &stamp(50)).await.unwrap();
    let mexico = ledger.as_seen_by(Viewer::Delegation(MEXICO));
    let open_then = async |past: &entente_ledger::Ledger| {
        let filter = entente_ledger::DueFilter {
            until: Until::Always,
            ..Default::default()
        };
        let due = past
            .as_seen_by(Viewer::Joint)
            .due(day("2026-11-25"), &filter)
            .await;
        due.unwrap().len()
    };
    assert_eq!(open_then(&ledger).await, 0);
    // After the summit, before any note.
    let past = mexico.as_of(stamp(5).time).await.unwrap();
    assert_eq!(
        (past.head().await.unwrap().seq, open_then(&past).await),
        (3, 1)
    );
    // With the notes, before it was done.
    let past = mexico.as_of(stamp(49).time).await.unwrap();
    assert_eq!(open_then(&past).await, 1);
    let notes = past
        .as_seen_by(Viewer::Delegation(MEXICO))
        .all::<Position>()
        .await
        .unwrap();
    assert_eq!((notes.len(), notes[0].version), (1, 2));
    let sealed = past
        .as_seen_by(Viewer::Delegation(USA))
        .all::<Position>()
        .await
        .unwrap();
    assert_eq!(sealed, []);
    assert_sound(&past).await;
    let database = place.database().await;
    let restored = mexico.restore(stamp(49).time, &database).await.unwrap();
    assert_eq!(
        export(&restored, Viewer::Delegation(MEXICO)).await,
        export(&past, Viewer::Delegation(MEXICO)).await
    );
    let error = mexico.restore(stamp(49).time, &database).await.unwrap_err();
    assert!(matches!(error, LedgerError::NotEmpty), "{error}");
    // Before anything.
    let mut early = stamp(0).time;
    early -= jiff::SignedDuration::from_secs(1);
    assert_eq!(
        joint.as_of(early).await.unwrap().head().await.unwrap().seq,
        0
    );
    assert_eq!(ledger.head().await.unwrap().seq, 4);
    // All of it, for who keeps the ledger.
    let database = place.database().await;
    let custodian = ledger.custodian();
    let whole = custodian.restore(stamp(59).time, &database).await.unwrap();
    for viewer in [
        Viewer::Joint,
        Viewer::Delegation(MEXICO),
        Viewer::Delegation(USA),
    ] {
        assert_eq!(export(&whole, viewer).await, export(&ledger, viewer).await);
    }
}
