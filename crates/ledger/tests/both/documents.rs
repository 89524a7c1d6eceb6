//! Documents.

use entente_ledger::{
    Change, ContentFault, Document, EntityRef, Finding, Kind, LedgerError, Versioned, Viewer,
};

use crate::place::{Place, open, tamper};
use crate::sample::*;

pub async fn stored_once_and_verified(place: &Place) {
    let database = place.database().await;
    let ledger = open(&database).await;
    summit(&ledger).await;
    let joint = ledger.as_seen_by(Viewer::Joint);
    let content: Vec<u8> = (0..=255).cycle().take(100_000).collect();
    let target = EntityRef {
        kind: Kind::Commitment,
        id: "clean-power".to_owned(),
    };
    let mut attached = document("statement.pdf");
    attached.attached_to = vec![target.clone()];
    let first = joint
        .attach(attached.clone(), &content, &stamp(1))
        .await
        .unwrap();
    joint.attach(attached, &content, &stamp(2)).await.unwrap();
    let empty = joint
        .attach(document("empty"), b"", &stamp(3))
        .await
        .unwrap();
    assert_eq!(joint.content(&first.id).await.unwrap(), content);
    assert_eq!(joint.content(&empty.id).await.unwrap(), b"");
    let verification = ledger.custodian().verify(&[]).await.unwrap();
    assert_eq!((verification.documents, verification.findings), (2, vec![]));
    let of: Vec<Versioned<Document>> = joint.documents_of(&target).await.unwrap();
    assert_eq!(of.len(), 2);
    assert_eq!((of[0].entry.size, of[0].entry.sha256.len()), (100_000, 64));

    let zero = if place.backend == crate::place::Backend::Sqlite {
        "x'00'"
    } else {
        "'\\x00'"
    };
    tamper(
        &database,
        &format!("UPDATE blob SET bytes = {zero} WHERE length(bytes) > 0"),
    )
    .await;
    let error = joint.content(&first.id).await.unwrap_err();
    assert!(
        matches!(
            error,
            LedgerError::Content {
                what: ContentFault::Altered,
                ..
            }
        ),
        "{error}"
    );
    let error = joint.export(&mut Vec::new()).await.unwrap_err();
    assert!(
        matches!(
            error,
            LedgerError::Content {
                what: ContentFault::Altered,
                ..
            }
        ),
        "{error}"
    );
    let found = findings(&ledger).await;
    assert_eq!(found.len(), 2);
    assert!(matches!(&found[0], Finding::Content { missing: false, .. }));
    tamper(&database, "DELETE FROM blob").await;
    let error = joint.content(&empty.id).await.unwrap_err();
    assert!(
        matches!(
            error,
            LedgerError::Content {
                what: ContentFault::Missing,
                ..
            }
        ),
        "{error}"
    );
    let found = findings(&ledger).await;
    assert_eq!(found.len(), 3);
}

pub async fn a_document_needs_its_content(place: &Place) {
    let ledger = place.ledger().await;
    let joint = ledger.as_seen_by(Viewer::Joint);
    let change = Change::New(document("nothing").into());
    let error = joint.record(change, &stamp(1)).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "document: sha256: it is needed with the content itself: attach it"
    );
    let kept = joint
        .attach(document("kept"), b"text", &stamp(1))
        .await
        .unwrap();
    let mut read = joint.get::<Document>(&kept.id).await.unwrap().entry;
    read.sha256 = "0".repeat(64);
    let change = Change::Revision {
        from: 1,
        entity: read.into(),
    };
    let error = joint.record(change, &stamp(1)).await.unwrap_err();
    assert!(
        error.to_string().contains("sha256: it never changes"),
        "{error}"
    );
}
