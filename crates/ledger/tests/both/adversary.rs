//! As the other delegation: everything the ledger offers, searched for a text that must not be there.

use std::fmt::Debug;

use entente_ledger::{
    Act, AgendaEntry, Change, Commitment, Consultation, Document, Entity, EntityRef, Kind, Ledger,
    LedgerError, LogFilter, Outcome, Position, Score, View, Viewer,
};
use serde_json::json;

use crate::place::{Place, open, tamper};
use crate::sample::*;

/// What was seen, as somebody who prints everything sees it.
#[derive(Default)]
struct Seen(String);

impl Seen {
    fn see(&mut self, what: impl Debug) {
        self.0.push_str(&format!("{what:?}\n{what:#?}\n"));
    }

    fn result<T: Debug>(&mut self, result: Result<T, LedgerError>) {
        match result {
            Ok(value) => self.see(value),
            Err(error) => {
                self.see(error.to_string());
                self.see(error);
            }
        }
    }
}

async fn look_everywhere(view: View<'_>, ledger: &Ledger, seen: &mut Seen) {
    let ids = [
        "position-own-1",
        "document-own-3",
        "position-own-2",
        "position-99",
        "energy",
    ];
    for id in ids {
        seen.result(view.get::<Position>(id).await);
        seen.result(view.get::<Document>(id).await);
        seen.result(view.get::<AgendaEntry>(id).await);
        seen.result(view.content(id).await);
        seen.result(view.of::<Position>(id).await);
        for kind in Kind::ALL {
            let id = id.to_owned();
            seen.result(
                view.documents_of(&EntityRef {
                    kind,
                    id: id.clone(),
                })
                .await,
            );
            let filter = LogFilter {
                kind: Some(kind),
                id: Some(id),
                ..LogFilter::default()
            };
            seen.result(view.log(&filter).await);
        }
    }
    seen.result(view.all::<Consultation>().await);
    seen.result(view.all::<AgendaEntry>().await);
    seen.result(view.all::<Position>().await);
    seen.result(view.all::<Outcome>().await);
    seen.result(view.all::<Commitment>().await);
    seen.result(view.all::<Score>().await);
    seen.result(view.all::<Act>().await);
    seen.result(view.all::<Document>().await);
    seen.result(view.log(&LogFilter::default()).await);
    seen.result(view.held("nals").await);
    seen.result(view.due(day("2026-11-25"), &Default::default()).await);
    seen.result(view.scorecard(&Default::default()).await);
    seen.result(view.agreement(&Default::default()).await);
    let mut bytes = Vec::new();
    seen.result(view.export(&mut bytes).await);
    seen.0.push_str(&String::from_utf8(bytes).unwrap());
    seen.result(ledger.head().await);
    seen.result(ledger.custodian().verify(&[]).await);
    seen.see(ledger);
}

/// Changes that a delegation might try on another's notes.
async fn try_to_change(view: View<'_>, own: &str, seen: &mut Seen) {
    for id in ["position-own-1", "position-99"] {
        for (party, from) in [("MEX", 1), ("MEX", 2), (own, 1), (own, 2), (own, 9)] {
            let mut note = position(party, "energy");
            note.id = id.to_owned();
            note.aim = "mine".to_owned();
            note.fallback = None;
            note.red_line = None;
            note.note = None;
            let entity: Entity = note.clone().into();
            seen.result(view.record(Change::New(entity.clone()), &stamp(40)).await);
            seen.result(
                view.record(Change::Revision { from, entity }, &stamp(40))
                    .await,
            );
        }
        for kind in Kind::ALL {
            let mut attached = document("mine");
            attached.attached_to = vec![EntityRef {
                kind,
                id: id.to_owned(),
            }];
            seen.result(view.attach(attached, b"mine", &stamp(40)).await);
        }
        for from in [1, 2, 9] {
            let mut taken = document("mine");
            taken.id = "document-own-3".to_owned();
            let entity = taken.into();
            seen.result(
                view.record(Change::Revision { from, entity }, &stamp(40))
                    .await,
            );
        }
        let outcome: Outcome =
            entry(json!({"consultation": "nals-2016", "entry": id, "text": "An outcome"}));
        seen.result(view.record(Change::New(outcome.into()), &stamp(40)).await);
    }
}

pub async fn nobody_sees_anothers_notes(place: &Place) {
    for (viewer, own) in [
        (Viewer::Delegation(USA), "USA"),
        (Viewer::Delegation(CANADA), "CAN"),
        (Viewer::Joint, "USA"),
    ] {
        let database = place.database().await;
        let ledger = open(&database).await;
        summit_with_notes(&ledger).await;
        let view = ledger.as_seen_by(viewer);
        let mut seen = Seen::default();
        look_everywhere(view, &ledger, &mut seen).await;
        try_to_change(view, own, &mut seen).await;
        look_everywhere(view, &ledger, &mut seen).await;

        // A ledger restored or imported by them, and asked as the owner of the notes.
        let past = view.as_of(stamp(59).time).await.unwrap();
        let file = place.database().await;
        let restored = view.restore(stamp(59).time, &file).await.unwrap();
        let imported = place.ledger().await;
        let text = export(&ledger, viewer).await;
        seen.result(import(&imported, viewer, &text).await);
        for copy in [&past, &restored, &imported] {
            let owner = copy.as_seen_by(Viewer::Delegation(MEXICO));
            look_everywhere(owner, copy, &mut seen).await;
            assert_sound(copy).await;
        }
        // A file with the notes, altered at every line, imported by them.
        let whole = export(&ledger, Viewer::Delegation(MEXICO)).await;
        let lines: Vec<&str> = whole.lines().collect();
        for i in 0..lines.len() {
            for (from, to) in [
                ("aim", "a1m"),
                ("salt\":\"", "salt\":\"0"),
                ("}", ""),
                ("party\":70", "party\":2"),
            ] {
                let mut lines: Vec<String> = lines.iter().map(|&l| l.to_owned()).collect();
                lines[i] = lines[i].replacen(from, to, 1);
                let text = lines.join("\n") + "\n";
                let other = open(&entente_ledger::Database::Memory).await;
                seen.result(import(&other, viewer, &text).await);
            }
        }
        // Damage, which they find.
        tamper(
            &database,
            "UPDATE private_body SET body = replace(body, '{', '[')",
        )
        .await;
        look_everywhere(view, &ledger, &mut seen).await;
        tamper(
            &database,
            "UPDATE revision SET kind = 'position' WHERE part = 70",
        )
        .await;
        look_everywhere(view, &ledger, &mut seen).await;

        let place = seen.0.find(CANARY);
        let around = place.map(|at| &seen.0[at.saturating_sub(500)..(at + 200).min(seen.0.len())]);
        assert_eq!(around, None, "{viewer}");
        // The test itself would see it: the owner does.
        assert!(whole.contains(CANARY));
    }
}

/// What a delegation may not see is answered as what is not there.
pub async fn anothers_position_is_unknown(place: &Place) {
    let ledger = place.ledger().await;
    summit_with_notes(&ledger).await;
    let canada = ledger.as_seen_by(Viewer::Delegation(CANADA));
    let mut answers = Vec::new();
    for id in ["position-own-1", "position-own-999"] {
        let mut said = Vec::new();
        said.push(canada.get::<Position>(id).await.unwrap_err().to_string());
        let mut note = position("CAN", "energy");
        note.id = id.to_owned();
        let change = Change::Revision {
            from: 1,
            entity: note.into(),
        };
        said.push(
            canada
                .record(change, &stamp(30))
                .await
                .unwrap_err()
                .to_string(),
        );
        let mut attached = document("mine");
        attached.delegation = Some(CANADA);
        attached.attached_to = vec![EntityRef {
            kind: Kind::Position,
            id: id.to_owned(),
        }];
        said.push(
            canada
                .attach(attached, b"mine", &stamp(30))
                .await
                .unwrap_err()
                .to_string(),
        );
        answers.push(said.join("\n").replace(id, "ID"));
    }
    assert_eq!(answers[0], answers[1]);
    let note = position("MEX", "energy");
    let error = canada
        .record(Change::New(note.clone().into()), &stamp(30))
        .await
        .unwrap_err();
    assert!(matches!(error, LedgerError::NotYours { .. }), "{error}");
    let joint = ledger.as_seen_by(Viewer::Joint);
    let error = joint
        .record(Change::New(note.into()), &stamp(30))
        .await
        .unwrap_err();
    assert!(matches!(error, LedgerError::NotYours { .. }), "{error}");
    // Attached to one's own, but open to everybody: it would say what the notes are about.
    let mexico = ledger.as_seen_by(Viewer::Delegation(MEXICO));
    let mut attached = document("open");
    attached.attached_to = vec![EntityRef {
        kind: Kind::Position,
        id: "position-own-1".to_owned(),
    }];
    let error = mexico
        .attach(attached, b"open", &stamp(30))
        .await
        .unwrap_err();
    assert!(
        error.to_string().contains("is a delegation's own"),
        "{error}"
    );
}
