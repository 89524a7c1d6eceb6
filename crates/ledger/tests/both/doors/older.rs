//! Files and databases that an older program wrote, or that somebody wrote as if it had.

use entente_ledger::{Commitment, Document, Ledger, Viewer};
use serde_json::{Value, json};

use super::{AMERICAN, MEXICAN, own_content, tried};
use crate::deeds::sha256;
use crate::forged::Forged;
use crate::old::Old;
use crate::place::{Place, open};
use crate::sample::*;

/// The same for what an older program would have written.
pub async fn older_exports_pass_them_too(place: &Place) {
    let sample = open(&entente_ledger::Database::Memory).await;
    summit_with_notes(&sample).await;
    // Ledgers that older ones became.
    let whole = Old::of(&sample).await;
    let with = place.ledger().await;
    let text = whole.text(None);
    let custodian = with.custodian();
    custodian
        .import("whole", &mut text.as_bytes(), now())
        .await
        .unwrap();
    let without = place.ledger().await;
    import(&without, AMERICAN, &whole.text(Some(AMERICAN)))
        .await
        .unwrap();
    let twins = [with, without];
    let viewers = [Viewer::Joint, AMERICAN];
    let guess = guess();
    let promise = json!({
        "by": [2, 70], "id": "c1", "made": "2026-03-03", "source": {"citation": "C"},
        "status": "open", "text": "Publish",
    });
    for viewer in viewers {
        // A document by the checksum of another's own.
        let mut old = Old::of(&sample).await.without_contents();
        old.add("document", "guess", "Planning", &guess);
        let error = tried(&twins, viewer, &old.text(Some(viewer)))
            .await
            .unwrap_err();
        assert!(error.to_string().contains("guess is missing"), "{error}");
        // Another's own, with its body.
        let old = Old::of(&sample).await;
        let error = tried(&twins, viewer, &old.text(None)).await.unwrap_err();
        assert!(error.to_string().contains("own of"), "{error}");
        for author in ["", "A\0B", "A\r\nB", "Ana\u{1b}[2J"] {
            let mut old = Old::of(&sample).await;
            old.add("commitment", "c1", author, &promise);
            let error = tried(&twins, viewer, &old.text(Some(viewer)))
                .await
                .unwrap_err();
            assert!(error.to_string().contains("author"), "{error}");
        }
        for id in ["commitment-3", "c 1"] {
            let mut old = Old::of(&sample).await;
            let mut promise = promise.clone();
            promise["id"] = json!(id);
            old.add("commitment", id, "Ana", &promise);
            tried(&twins, viewer, &old.text(Some(viewer)))
                .await
                .unwrap_err();
        }
        let mut old = Old::of(&sample).await;
        old.add("commitment", "c1", "Ana", &promise);
        let last = 8;
        old.forged(|seq, outside, _| {
            if seq == last {
                outside["time"] = json!("9999-12-30T21:59:59.999999Z");
            }
        });
        let error = tried(&twins, viewer, &old.text(Some(viewer)))
            .await
            .unwrap_err();
        assert!(error.to_string().contains("has not come"), "{error}");
    }
    // What an older program let in is cleaned, and that is told.
    let mut old = Old::of(&sample).await;
    let mut dirty = promise.clone();
    dirty["text"] = json!("One\r\nTwo\u{fffe}");
    dirty["item"] = json!({"dossier": "/home/reader/own.toml", "item": "x"});
    old.add("commitment", "c1", "Ana", &dirty);
    let imported = tried(&twins, Viewer::Joint, &old.text(Some(Viewer::Joint)))
        .await
        .unwrap();
    assert_eq!((imported.revisions, imported.cleaned), (1, 1));
    let joint = twins[0].as_seen_by(Viewer::Joint);
    let read = joint.get::<Commitment>("c1").await.unwrap().entry;
    assert_eq!(read.text, "One\nTwo\u{fffd}");
    assert_eq!(read.item.unwrap().dossier, "own");
}

/// An older ledger in which everybody's document names the checksum of Mexico's own content, taken over: the content
/// stays Mexico's, and all else of the ledger goes on.
async fn taken_over(place: &Place) -> Ledger {
    let sample = open(&entente_ledger::Database::Memory).await;
    summit_with_notes(&sample).await;
    let mut old = Old::of(&sample).await;
    old.add("document", "guess", "Planning", &guess());
    let database = place.database().await;
    old.write(&database, 2).await;
    let copies = place.file("taken-over");
    std::fs::create_dir(&copies).unwrap();
    let opening = entente_ledger::Opening {
        now: None,
        copies: Some(copies),
    };
    Ledger::open(&database, &opening).await.unwrap()
}

fn guess() -> Value {
    json!({
        "id": "guess", "media_type": "text/plain", "name": "Guess",
        "sha256": sha256(own_content().as_bytes()), "size": own_content().len(),
    })
}

/// It is known that the content is not there, and nothing is wrong.
async fn assert_absent(ledger: &Ledger) {
    let joint = ledger.as_seen_by(Viewer::Joint);
    let found = joint.verify(&[]).await.unwrap();
    assert_eq!(
        (found.absent, found.findings),
        (vec!["guess".to_owned()], vec![])
    );
    let error = joint.content("guess").await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "the content of document guess is absent: it was not there when the document came in; who has the file \
         attaches it again"
    );
}

pub async fn a_content_that_is_absent_travels_as_absent(place: &Place) {
    let ledger = taken_over(place).await;
    assert_eq!(ledger.taken_over().unwrap().absent, 1);
    assert_absent(&ledger).await;
    let mexico = ledger.as_seen_by(MEXICAN);
    let own = mexico.all::<Document>().await.unwrap();
    let own = own.iter().find(|it| it.entry.delegation.is_some()).unwrap();
    let content = mexico.content(&own.entry.id).await.unwrap();
    assert_eq!(content, own_content().as_bytes());

    // Exported, imported, restored and backed up, and nothing of Mexico's goes with it.
    let text = export(&ledger, Viewer::Joint).await;
    assert!(!text.contains(CANARY));
    let there = place.ledger().await;
    let imported = import(&there, Viewer::Joint, &text).await.unwrap();
    assert_eq!((imported.documents, imported.absent), (0, 1));
    assert_absent(&there).await;
    assert_eq!(export(&there, Viewer::Joint).await, text);
    let joint = ledger.as_seen_by(Viewer::Joint);
    let into = place.database().await;
    assert_absent(&joint.restore(now(), &into).await.unwrap()).await;
    let into = place.database().await;
    let whole = ledger.custodian().restore(now(), &into).await.unwrap();
    assert_absent(&whole).await;
    for viewer in super::ALL {
        assert_eq!(export(&whole, viewer).await, export(&ledger, viewer).await);
    }
    let copy = place.file("absent-copy");
    ledger.custodian().backup(&copy).await.unwrap();

    // Who has the content attaches it, for everybody and in every copy.
    let mut ours = document("ours");
    ours.id = "ours".to_owned();
    let content = own_content();
    joint
        .attach(ours, content.as_bytes(), &stamp(40))
        .await
        .unwrap();
    assert_eq!(joint.content("guess").await.unwrap(), content.as_bytes());
    let text = export(&ledger, Viewer::Joint).await;
    let imported = import(&there, Viewer::Joint, &text).await.unwrap();
    assert_eq!((imported.documents, imported.absent), (1, 0));
    for it in [&ledger, &there] {
        let found = it.custodian().verify(&[]).await.unwrap();
        assert_eq!((found.absent.len(), found.findings.len()), (0, 0));
    }
    said_to_be_absent(place).await;
}

/// What a file may say of what is absent.
async fn said_to_be_absent(place: &Place) {
    let sample = open(&entente_ledger::Database::Memory).await;
    summit_with_notes(&sample).await;
    let joint = sample.as_seen_by(Viewer::Joint);
    joint
        .attach(document("ours"), b"ours", &stamp(40))
        .await
        .unwrap();
    type Change = fn(&mut Value);
    let changes: [(Change, &str); 3] = [
        (|it| it["absent"] = json!(true), "absent: only a content"),
        (
            |it| {
                it["absent"] = json!(true);
                it["delegation"] = json!(70);
                it["bytes"] = json!("");
            },
            "absent: only a content",
        ),
        (
            |it| {
                it["absent"] = json!(true);
                it["bytes"] = json!("");
                it["sha256"] = json!("00");
            },
            "no document of the history has the checksum 00",
        ),
    ];
    for (change, said) in changes {
        let mut forged = Forged::from(&export(&sample, MEXICAN).await);
        let of_all = forged.documents.iter_mut();
        change(
            of_all
                .into_iter()
                .find(|it| it["delegation"].is_null())
                .unwrap(),
        );
        let error = import(&place.ledger().await, MEXICAN, &forged.text()).await;
        let error = error.unwrap_err().to_string();
        assert!(error.contains(said), "{error}");
    }
}
