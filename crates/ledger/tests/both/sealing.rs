//! What is sealed with a passphrase.

use entente_ledger::{
    Change, Commitment, Database, Document, ImportFault, Ledger, LedgerError, Passphrase, Position,
    Viewer,
};

use crate::place::{Backend, Place, open, sql, tamper};
use crate::sample::*;

const MEXICAN: Viewer = Viewer::Delegation(MEXICO);

fn phrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

fn right() -> Passphrase {
    phrase("eagle cactus lake stone")
}

async fn sealed_ledger(database: &Database) -> Ledger {
    let ledger = open(database).await;
    summit_with_notes(&ledger).await;
    let sealed = ledger.as_seen_by(MEXICAN).seal(&right()).await.unwrap();
    assert_eq!(
        (sealed.revisions, sealed.documents, sealed.compacted),
        (3, 1, true)
    );
    ledger
}

/// Everything in the files of a database, or in its tables.
async fn bytes_of(database: &Database) -> Vec<u8> {
    match database {
        Database::Sqlite(file) => {
            let mut bytes = std::fs::read(file).unwrap();
            for ending in ["-wal", "-shm"] {
                let mut beside = file.clone().into_os_string();
                beside.push(ending);
                bytes.extend(std::fs::read(beside).unwrap_or_default());
            }
            bytes
        }
        Database::Postgres(options) => {
            use sqlx::{ConnectOptions, Row};
            let mut connection = options.connect().await.unwrap();
            let mut bytes = Vec::new();
            for select in [
                "SELECT r::text FROM revision r",
                "SELECT p::text FROM private_body p",
                "SELECT encode(bytes, 'escape') FROM blob",
                "SELECT l::text FROM latest l",
            ] {
                for row in sqlx::query(select)
                    .fetch_all(&mut connection)
                    .await
                    .unwrap()
                {
                    bytes.extend(row.get::<String, _>(0).into_bytes());
                }
            }
            bytes
        }
        Database::Memory => Vec::new(),
    }
}

fn shows(bytes: &[u8]) -> bool {
    bytes
        .windows(CANARY.len())
        .any(|window| window == CANARY.as_bytes())
}

pub async fn what_is_sealed_shows_nowhere(place: &Place) {
    let database = place.database().await;
    let ledger = open(&database).await;
    summit_with_notes(&ledger).await;
    assert!(shows(&bytes_of(&database).await), "the test would see it");
    ledger.close().await;
    let again = open(&database).await;
    let sealed = again.as_seen_by(MEXICAN).seal(&right()).await.unwrap();
    assert_eq!((sealed.revisions, sealed.documents), (3, 1));
    // What is written later too.
    let mexico = again.as_seen_by(MEXICAN);
    let mut own = document(&format!("{CANARY} later.txt"));
    own.delegation = Some(MEXICO);
    let content = format!("{CANARY} later content");
    let attached = mexico
        .attach(own, content.as_bytes(), &stamp(30))
        .await
        .unwrap();
    assert_eq!(
        mexico.content(&attached.id).await.unwrap(),
        content.as_bytes()
    );
    assert!(!shows(&bytes_of(&database).await));
    let copy = place.file("sealed-copy");
    again.custodian().backup(&copy).await.unwrap();
    assert!(!shows(&std::fs::read(copy).unwrap()));
    for viewer in [Viewer::Joint, MEXICAN, Viewer::Delegation(USA)] {
        assert!(!shows(export(&again, viewer).await.as_bytes()), "{viewer}");
    }
    again.close().await;
    assert!(!shows(&bytes_of(&database).await));
}

pub async fn it_opens_with_its_passphrase_only(place: &Place) {
    let database = place.database().await;
    sealed_ledger(&database).await.close().await;
    let ledger = open(&database).await;
    let mexico = ledger.as_seen_by(MEXICAN);
    assert!(ledger.is_locked(MEXICAN).await.unwrap());
    assert!(!ledger.is_locked(Viewer::Delegation(USA)).await.unwrap());
    // Locked is not nothing, and not written over.
    let error = mexico.all::<Position>().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "what is the own of Mexico (MEX) is sealed with a passphrase"
    );
    let note = Change::New(position("MEX", "energy").into());
    let refused = [
        mexico.log(&Default::default()).await.map(drop),
        mexico.export(&mut Vec::new()).await.map(drop),
        mexico.record(note, &stamp(40)).await.map(drop),
        mexico
            .seal(&phrase("another long passphrase"))
            .await
            .map(drop),
        mexico.content("document-own-3").await.map(drop),
    ];
    for error in refused {
        assert!(
            matches!(error, Err(LedgerError::Locked(MEXICO))),
            "{error:?}"
        );
    }
    // Everybody and others work on.
    let joint = ledger.as_seen_by(Viewer::Joint);
    assert_eq!(joint.all::<Commitment>().await.unwrap().len(), 1);
    let usa = ledger.as_seen_by(Viewer::Delegation(USA));
    assert_eq!(usa.all::<Position>().await.unwrap().len(), 1);
    // It is looked at as far as can be.
    let found = ledger.custodian().verify(&[]).await.unwrap();
    assert_eq!((found.sealed, found.findings.len()), (3, 0));
    let error = ledger
        .unlock(MEXICAN, phrase("eagle cactus lake"))
        .await
        .unwrap_err();
    assert!(
        matches!(error, LedgerError::WrongPassphrase(MEXICO)),
        "{error}"
    );
    ledger.unlock(MEXICAN, right()).await.unwrap();
    let positions = mexico.all::<Position>().await.unwrap();
    assert!(positions[0].entry.aim.contains("second aim"));
    let own = mexico.all::<Document>().await.unwrap();
    let content = mexico.content(&own[0].entry.id).await.unwrap();
    assert_eq!(content, format!("{CANARY} content").as_bytes());
    let found = mexico.verify(&[]).await.unwrap();
    assert_eq!((found.sealed, found.findings.len()), (0, 0));
    // Another passphrase takes its place.
    mexico
        .seal(&phrase("another long passphrase"))
        .await
        .unwrap();
    ledger.close().await;
    let ledger = open(&database).await;
    ledger.unlock(MEXICAN, right()).await.unwrap_err();
    let new = phrase("another long passphrase");
    ledger.unlock(MEXICAN, new).await.unwrap();
    assert_eq!(
        ledger
            .as_seen_by(MEXICAN)
            .all::<Position>()
            .await
            .unwrap()
            .len(),
        1
    );
    let short = ledger
        .as_seen_by(MEXICAN)
        .seal(&phrase("short"))
        .await
        .unwrap_err();
    assert!(matches!(short, LedgerError::ShortPassphrase(_)), "{short}");
    let joint = ledger
        .as_seen_by(Viewer::Joint)
        .seal(&right())
        .await
        .unwrap_err();
    assert!(matches!(joint, LedgerError::NotADelegation), "{joint}");
}

pub async fn it_travels_sealed(place: &Place) {
    let database = place.database().await;
    let ledger = sealed_ledger(&database).await;
    let text = export(&ledger, MEXICAN).await;
    let there = place.database().await;
    let other = open(&there).await;
    let error = import(&other, MEXICAN, &text).await.unwrap_err();
    let LedgerError::Import(error) = error else {
        panic!("{error}")
    };
    assert_eq!(error.fault, ImportFault::Locked);
    other.unlock(MEXICAN, right()).await.unwrap();
    let imported = import(&other, MEXICAN, &text).await.unwrap();
    assert_eq!((imported.revisions, imported.documents), (6, 1));
    assert!(!shows(&bytes_of(&there).await));
    for it in [&ledger, &other] {
        assert_sound(it).await;
    }
    let logs = [&ledger, &other].map(|it| it.as_seen_by(MEXICAN));
    assert_eq!(
        logs[0].log(&Default::default()).await.unwrap(),
        logs[1].log(&Default::default()).await.unwrap()
    );
    let again = import(&other, MEXICAN, &text).await.unwrap();
    assert_eq!((again.revisions, again.documents), (0, 0));
    // Altered in the file.
    let at = text.find("\"sealed\":\"").unwrap() + 40;
    let mut altered = text.clone().into_bytes();
    altered[at] = if altered[at] == b'A' { b'B' } else { b'A' };
    let altered = String::from_utf8(altered).unwrap();
    import(&other, MEXICAN, &altered).await.unwrap_err();
    // Who keeps the ledger copies it whole, and reads nothing of it.
    ledger.close().await;
    let ledger = open(&database).await;
    let file = place.file("kept");
    ledger.custodian().backup(&file).await.unwrap();
    let copy = match place.backend {
        Backend::Sqlite => open(&Database::Sqlite(file)).await,
        Backend::Postgres => {
            let copy = place.ledger().await;
            let mut from = std::io::BufReader::new(std::fs::File::open(file).unwrap());
            copy.custodian()
                .import("kept", &mut from, now())
                .await
                .unwrap();
            copy
        }
    };
    let restored = place.database().await;
    let restored = ledger.custodian().restore(now(), &restored).await.unwrap();
    for it in [&copy, &restored] {
        let found = it.custodian().verify(&[]).await.unwrap();
        assert_eq!((found.sealed, found.findings.len()), (3, 0));
        it.as_seen_by(MEXICAN).all::<Position>().await.unwrap_err();
        it.unlock(MEXICAN, right()).await.unwrap();
        let own = it.as_seen_by(MEXICAN).all::<Document>().await.unwrap();
        it.as_seen_by(MEXICAN)
            .content(&own[0].entry.id)
            .await
            .unwrap();
        assert_sound(it).await;
    }
}

pub async fn what_was_sealed_is_not_altered_unseen(place: &Place) {
    for damage in [
        "UPDATE private_body SET body = 'AAAA' || substr(body, 5) WHERE part = 70 AND seq = 1",
        // One row's body in another's place.
        "UPDATE private_body SET body = (SELECT body FROM private_body WHERE part = 70 AND seq = 2)
         WHERE part = 70 AND seq = 1",
        "UPDATE private_body SET sealed = 0 WHERE part = 70 AND seq = 1",
        "UPDATE blob SET part = 2 WHERE part = 70",
        "DELETE FROM blob WHERE part = 70",
    ] {
        let database = place.database().await;
        let ledger = sealed_ledger(&database).await;
        tamper(&database, damage).await;
        let found = ledger.as_seen_by(MEXICAN).verify(&[]).await.unwrap();
        assert!(!found.findings.is_empty(), "{damage}");
    }
    // By who can write the database and has no key: nothing of it is read, or taken for nothing.
    for (damage, field) in [
        ("DELETE FROM seal", "the key that stood beside it is gone"),
        (
            "UPDATE private_body SET body = 'AAAA' || substr(body, 5) WHERE part = 70 AND seq = 2",
            "revision 2 of a delegation's own cannot be read",
        ),
        (
            "UPDATE private_body SET sealed = 0, salt = '00', body = '{}' WHERE part = 70 AND seq = 2",
            "revision 2 of a delegation's own cannot be read",
        ),
    ] {
        let database = place.database().await;
        sealed_ledger(&database).await.close().await;
        tamper(&database, damage).await;
        let ledger = open(&database).await;
        let mexico = ledger.as_seen_by(MEXICAN);
        let said = match ledger.unlock(MEXICAN, right()).await {
            Err(error) => error,
            Ok(()) => mexico.all::<Position>().await.unwrap_err(),
        };
        assert!(said.to_string().contains(field), "{damage}: {said}");
        let note = Change::New(position("MEX", "energy").into());
        mexico.record(note, &stamp(40)).await.unwrap_err();
        mexico
            .export(&mut Vec::new())
            .await
            .map(drop)
            .unwrap_or_default();
    }
    // A passphrase for what is not sealed is no agreement that it is.
    let database = place.database().await;
    let ledger = open(&database).await;
    summit_with_notes(&ledger).await;
    let error = ledger.unlock(MEXICAN, right()).await.unwrap_err();
    assert!(matches!(error, LedgerError::NotSealed(MEXICO)), "{error}");
    // A slip does not change what is sealed, nor seal something else in its place.
    let database = place.database().await;
    let ledger = sealed_ledger(&database).await;
    for slip in [
        "UPDATE private_body SET body = 'x'",
        "UPDATE private_body SET sealed = 0",
        "UPDATE blob SET sealed = 1, part = 2 WHERE part = 70",
    ] {
        let error = sql(&database, slip).await.unwrap_err();
        assert!(error.to_string().contains("append-only"), "{slip}: {error}");
    }
    assert_sound(&ledger).await;
}
