//! Making changes.

use entente_ledger::{
    Act, AgendaEntry, Blocking, Change, Commitment, CommitmentStatus, Consultation, Entry, Ledger,
    LedgerError, LogFilter, Opening, Outcome, Position, Score, Viewer,
};
use serde_json::json;

use crate::place::Place;
use crate::sample::*;

async fn same<T: Entry + PartialEq + std::fmt::Debug>(
    ledger: &Ledger,
    viewer: Viewer,
    mut entry: T,
    set: impl Fn(&mut T, String),
) {
    let view = ledger.as_seen_by(viewer);
    let recorded = view
        .record(Change::New(entry.clone().into()), &stamp(1))
        .await
        .unwrap();
    let read = view.get::<T>(&recorded.id).await.unwrap();
    set(&mut entry, recorded.id);
    assert_eq!(
        (read.version, read.seq, read.entry),
        (1, recorded.seq, entry)
    );
}

pub async fn an_entry_of_each_kind_is_read_back(place: &Place) {
    let ledger = place.ledger().await;
    summit(&ledger).await;
    let joint = Viewer::Joint;
    let mut cancelled = consultation("");
    cancelled["status"] = json!("cancelled");
    cancelled["reason"] = json!("An election");
    cancelled["actual"] = json!(null);
    cancelled["sources"] = json!([{"citation": "A notice"}]);
    cancelled["participants"] = json!([{"party": "Mexico", "office": "President"}]);
    same::<Consultation>(&ledger, joint, entry(cancelled), |c, id| c.id = id).await;
    let agenda = json!({
        "consultation": "nals-2016", "order": 2, "item": {"dossier": "usa-mexico", "item": "water"},
        "reached": false,
    });
    same::<AgendaEntry>(&ledger, joint, entry(agenda), |a, id| a.id = id).await;
    let outcome =
        json!({"consultation": "nals-2016", "entry": "energy", "text": "A «statement»\n😀"});
    same::<Outcome>(&ledger, joint, entry(outcome), |o, id| o.id = id).await;
    same::<Commitment>(&ledger, joint, entry(commitment("")), |c, id| c.id = id).await;
    let given = score("clean-power", "MEX", "A body", "interim", "2020-01-01", 0);
    same::<Score>(&ledger, joint, given, |s, id| s.id = id).await;
    let act = json!({
        "date": "2024-02-01", "party": 70, "weight": -0.3, "text": "An act",
        "sources": [{"citation": "A paper", "text": "words"}],
    });
    same::<Act>(&ledger, joint, entry(act), |a, id| a.id = id).await;
    let mexico = Viewer::Delegation(MEXICO);
    same::<Position>(&ledger, mexico, position("MEX", "energy"), |p, id| {
        p.id = id
    })
    .await;
    let kept = document("statement.txt");
    let view = ledger.as_seen_by(joint);
    let recorded = view.attach(kept, b"text", &stamp(2)).await.unwrap();
    assert_eq!(recorded.id, format!("document-{}", recorded.seq));
    assert_sound(&ledger).await;
}

pub async fn a_conflict_names_both_revisions(place: &Place) {
    let ledger = place.ledger().await;
    summit(&ledger).await;
    let joint = ledger.as_seen_by(Viewer::Joint);
    let read = joint.get::<Commitment>("clean-power").await.unwrap();
    let change = |note: &str, from| {
        let mut entry = read.entry.clone();
        entry.note = Some(note.to_owned());
        Change::Revision {
            from,
            entity: entry.into(),
        }
    };
    joint
        .record(change("first", 1), &by("Ana", 5))
        .await
        .unwrap();
    let error = joint
        .record(change("second", 1), &by("Ben", 6))
        .await
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "commitment/clean-power has changed: this change was made from version 1 (revision 3, Planning, \
         2026-11-25T12:00:00Z), and the latest is version 2 (revision 4, Ana, 2026-11-25T12:00:05Z); look \
         at that, then change it"
    );
    let LedgerError::Conflict(conflict) = error else {
        panic!("{error}")
    };
    assert_eq!(
        (conflict.from.version, conflict.latest.author.as_str()),
        (1, "Ana")
    );
    let kept = joint.get::<Commitment>("clean-power").await.unwrap();
    assert_eq!(
        (kept.version, kept.entry.note.as_deref()),
        (2, Some("first"))
    );
    let error = joint
        .record(change("third", 9), &by("Ben", 6))
        .await
        .unwrap_err();
    assert!(
        matches!(
            error,
            LedgerError::NoSuchVersion {
                version: 9,
                latest: 2,
                ..
            }
        ),
        "{error}"
    );
    let again = Change::New(entry::<Commitment>(commitment("clean-power")).into());
    let error = joint.record(again, &stamp(7)).await.unwrap_err();
    assert!(
        matches!(error, LedgerError::Exists { version: 2, .. }),
        "{error}"
    );
}

pub async fn a_batch_is_all_or_nothing(place: &Place) {
    let ledger = place.ledger().await;
    summit(&ledger).await;
    let before = export(&ledger, Viewer::Joint).await;
    let good: Commitment = entry(commitment("good"));
    let mut bad = good.clone();
    bad.id = "bad".to_owned();
    bad.due = Some(day("2010-01-01"));
    let changes = vec![Change::New(good.into()), Change::New(bad.into())];
    let joint = ledger.as_seen_by(Viewer::Joint);
    let error = joint.record_all(changes, &stamp(9)).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "commitment bad: due: 2010-01-01 is before the day on which it was made, 2016-06-29"
    );
    let nobody = by(" ", 9);
    let change = Change::New(entry::<Commitment>(commitment("more")).into());
    let error = joint.record(change, &nobody).await.unwrap_err();
    assert!(matches!(error, LedgerError::NoAuthor));
    assert_eq!(export(&ledger, Viewer::Joint).await, before);
    assert_sound(&ledger).await;
}

pub async fn splitting_superseding_extending_keep_the_history(place: &Place) {
    let ledger = place.ledger().await;
    summit(&ledger).await;
    let joint = ledger.as_seen_by(Viewer::Joint);
    let to = day("2027-12-31");
    let reason = "More time".to_owned();
    let moved = joint
        .extend("clean-power", 1, to, day("2024-01-01"), reason, &stamp(1))
        .await
        .unwrap();
    assert_eq!(moved.version, 2);
    let part = |id: &str, party: &str| -> Commitment {
        let mut part = commitment(id);
        part["by"] = json!([party]);
        part["due"] = json!("2027-12-31");
        entry(part)
    };
    let parts = vec![part("power-mex", "MEX"), part("power-usa", "USA")];
    let on = day("2025-01-01");
    let error = joint
        .split("clean-power", 1, parts.clone(), on, &stamp(2))
        .await
        .unwrap_err();
    assert!(matches!(error, LedgerError::Conflict(_)), "{error}");
    joint
        .split("clean-power", 2, parts, on, &stamp(2))
        .await
        .unwrap();
    let new = vec![part("power-mex-2", "MEX")];
    joint
        .supersede(
            "power-mex",
            1,
            new,
            on,
            Some("A new law".to_owned()),
            &stamp(3),
        )
        .await
        .unwrap();
    let old = joint.get::<Commitment>("clean-power").await.unwrap();
    assert_eq!(
        (old.version, old.entry.status),
        (3, CommitmentStatus::Split)
    );
    assert_eq!(old.entry.extensions[0].from, Some(day("2025-12-31")));
    let new = joint.get::<Commitment>("power-mex-2").await.unwrap().entry;
    assert_eq!(new.from, ["power-mex"]);
    // What took its place counts, once for each party.
    let card = joint.scorecard(&Default::default()).await.unwrap();
    assert_eq!(card.overall.commitments, 2);
    let filter = LogFilter {
        id: Some("clean-power".to_owned()),
        ..LogFilter::default()
    };
    let log = joint.log(&filter).await.unwrap();
    let dues: Vec<_> = log
        .iter()
        .map(
            |revision| match Some(Commitment::try_from(revision.entity.clone())) {
                Some(Ok(commitment)) => commitment.due.unwrap().to_string(),
                other => panic!("{other:?}"),
            },
        )
        .collect();
    assert_eq!(dues, ["2025-12-31", "2027-12-31", "2027-12-31"]);
    assert_sound(&ledger).await;
}

pub async fn time_never_goes_back(place: &Place) {
    let ledger = place.ledger().await;
    summit(&ledger).await;
    let joint = ledger.as_seen_by(Viewer::Joint);
    let mut early = by("Clock behind", 0);
    early.time = "2026-11-25T11:30:00Z".parse().unwrap();
    let change = Change::New(entry::<Commitment>(commitment("late")).into());
    joint.record(change, &early).await.unwrap();
    let log = joint.log(&LogFilter::default()).await.unwrap();
    assert_eq!(log.last().unwrap().time, stamp(0).time);
    // A clock that is well behind the last entry, or an entry from well ahead of the clock: nothing more is
    // written until it is known which is wrong.
    let before = export(&ledger, Viewer::Joint).await;
    early.time = "2026-11-24T00:00:00Z".parse().unwrap();
    let change = Change::New(entry::<Commitment>(commitment("later")).into());
    let error = joint.record(change, &early).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "the last entry of the ledger was written on 2026-11-25T12:00:00Z, and this clock says \
         2026-11-24T00:00:00Z: one of the two clocks is wrong"
    );
    assert_eq!(export(&ledger, Viewer::Joint).await, before);
    assert_sound(&ledger).await;
}

pub async fn twenty_writers_lose_nothing(place: &Place) {
    const WRITERS: usize = 20;
    const EACH: usize = 5;
    let database = place.database().await;
    let ledger = crate::place::open(&database).await;
    summit(&ledger).await;
    let threads: Vec<_> = (0..WRITERS)
        .map(|writer| {
            let database = database.clone();
            std::thread::spawn(move || {
                let ledger = Blocking::open(&database, &Opening::default()).unwrap();
                let joint = ledger.as_seen_by(Viewer::Joint);
                for _ in 0..EACH {
                    // Again until no other writer was in between.
                    loop {
                        let read = ledger.wait(joint.get::<Commitment>("clean-power")).unwrap();
                        let mut entry = read.entry;
                        let note = entry.note.unwrap_or_default();
                        entry.note = Some(format!("{note}x"));
                        let change = Change::Revision {
                            from: read.version,
                            entity: entry.into(),
                        };
                        let author = by(&format!("Writer {writer}"), 1);
                        match ledger.wait(joint.record(change, &author)) {
                            Ok(_) => break,
                            Err(LedgerError::Conflict(_)) => {}
                            Err(other) => panic!("{other}"),
                        }
                    }
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    let joint = ledger.as_seen_by(Viewer::Joint);
    let read = joint.get::<Commitment>("clean-power").await.unwrap();
    assert_eq!(read.entry.note.unwrap().len(), WRITERS * EACH);
    assert_eq!(read.version as usize, WRITERS * EACH + 1);
    assert_sound(&ledger).await;
}
