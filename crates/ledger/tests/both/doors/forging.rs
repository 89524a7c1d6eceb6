//! Files in which somebody names what another keeps, or writes in its name.

use entente_ledger::{Change, Document, Position, Viewer};
use serde_json::json;

use super::{AMERICAN, MEXICAN, own_content, tried, twins};
use crate::deeds::sha256;
use crate::forged::Forged;
use crate::place::Place;
use crate::sample::*;

/// FINDINGS 7.1: a document that everybody sees, with the checksum of another's own.
pub async fn a_content_is_not_taken_by_its_checksum(place: &Place) {
    let twins = twins(place).await;
    let digest = sha256(own_content().as_bytes());
    for viewer in [Viewer::Joint, AMERICAN] {
        let mut forged = Forged::from(&export(&twins[0], viewer).await);
        forged.add(
            "document",
            "Planning",
            &json!({
                "id": "guess", "name": "Guess", "media_type": "text/plain", "sha256": digest,
                "size": own_content().len(),
            }),
        );
        let refused = tried(&twins, viewer, &forged.text()).await;
        let error = refused.unwrap_err().to_string();
        assert!(
            error.contains("the content of document guess is missing"),
            "{error}"
        );
    }
    // The same by a delegation of its own, and by every change that names a checksum.
    let mut forged = Forged::from(&export(&twins[0], AMERICAN).await);
    forged.add_own(
        2,
        "document",
        "Planning",
        &json!({
            "id": "document-own-2", "name": "Guess", "media_type": "text/plain", "sha256": digest,
            "size": own_content().len(), "delegation": 2,
        }),
    );
    let refused = tried(&twins, AMERICAN, &forged.text()).await;
    assert!(refused.unwrap_err().to_string().contains("is missing"));
    for viewer in [Viewer::Joint, AMERICAN] {
        let view = twins[0].as_seen_by(viewer);
        let mut guess = document("guess");
        guess.sha256 = digest.clone();
        let change = Change::New(guess.clone().into());
        view.record(change, &stamp(30)).await.unwrap_err();
        let attached = view.attach(guess, b"mine", &stamp(30)).await.unwrap();
        let mut read = view.get::<Document>(&attached.id).await.unwrap().entry;
        read.sha256 = digest.clone();
        let change = Change::Revision {
            from: 1,
            entity: read.into(),
        };
        view.record(change, &stamp(30)).await.unwrap_err();
        assert_eq!(view.content(&attached.id).await.unwrap(), b"mine");
    }
    // Who has the content has it without the other's, and the other keeps it.
    let view = twins[0].as_seen_by(Viewer::Joint);
    let content = own_content();
    let attached = view
        .attach(document("ours"), content.as_bytes(), &stamp(31))
        .await;
    let attached = attached.unwrap();
    assert_eq!(
        view.content(&attached.id).await.unwrap(),
        content.as_bytes()
    );
    assert_sound(&twins[0]).await;
}

/// FINDINGS 7.2: another's position, rewritten by an import in its name.
pub async fn nobody_writes_in_anothers_name(place: &Place) {
    let twins = twins(place).await;
    let position = json!({
        "id": "position-own-4", "party": 70, "entry": "energy", "aim": "Mine",
    });
    for viewer in [Viewer::Joint, AMERICAN, Viewer::Delegation(CANADA)] {
        let mut forged = Forged::from(&export(&twins[0], viewer).await);
        forged.add_own(70, "position", "Ana", &position);
        let error = tried(&twins, viewer, &forged.text()).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "ledger.jsonl:1: it holds what is the own of Mexico (MEX): only that delegation brings it in"
        );
        // Not announced by the header, and as if it were everybody's.
        let mut forged = Forged::from(&export(&twins[0], viewer).await);
        forged.add("position", "Ana", &position);
        tried(&twins, viewer, &forged.text()).await.unwrap_err();
        let mut forged = Forged::from(&export(&twins[0], viewer).await);
        forged.add_own(2, "position", "Ana", &position);
        tried(&twins, viewer, &forged.text()).await.unwrap_err();
    }
    // A second position of one's own on one entry, and one on what there is not.
    for entry in ["energy", "position-own-1", "nowhere"] {
        let mut forged = Forged::from(&export(&twins[0], AMERICAN).await);
        let own = json!({"id": "position-own-2", "party": 2, "entry": entry, "aim": "Mine"});
        forged.add_own(2, "position", "Ana", &own);
        tried(&twins, AMERICAN, &forged.text()).await.unwrap_err();
    }
    let positions = twins[0]
        .as_seen_by(MEXICAN)
        .all::<Position>()
        .await
        .unwrap();
    assert!(positions[0].entry.aim.contains("second aim"));
}
