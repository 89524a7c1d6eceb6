//! What verifying finds.

use entente_ledger::{Commitment, Finding, LedgerError, Viewer};

use crate::place::{Place, open, sql, tamper};
use crate::sample::*;

pub async fn each_kind_of_damage_is_found(place: &Place) {
    type Expected = fn(&[Finding]) -> bool;
    let damages: [(&str, Expected); 14] = [
        (
            "UPDATE revision SET body = '{}' WHERE seq = 2 AND part = 0",
            |f| {
                f.contains(&Finding::BodyAltered { seq: 2 })
                    && f.contains(&Finding::Unreadable { seq: 2 })
            },
        ),
        (
            "UPDATE revision SET author = 'Nobody' WHERE seq = 2 AND part = 0",
            |f| f == [Finding::Altered { seq: 2 }],
        ),
        (
            "UPDATE revision SET time = '2027-01-01T00:00:00.000000Z' WHERE seq = 2 AND part = 0",
            |f| f == [Finding::Altered { seq: 2 }, Finding::OutOfOrder { seq: 3 }],
        ),
        ("DELETE FROM revision WHERE seq = 2 AND part = 0", |f| {
            f.contains(&Finding::Missing { from: 2, to: 2 })
        }),
        ("DELETE FROM revision WHERE seq = 1 AND part = 2", |f| {
            f.iter().any(|f| matches!(f, Finding::Head { .. }))
        }),
        ("DELETE FROM revision", |f| {
            f.iter().any(|f| matches!(f, Finding::Head { .. }))
        }),
        (
            "UPDATE revision SET seq = 100 WHERE seq = 1 AND part = 0;
             UPDATE revision SET seq = 1 WHERE seq = 2 AND part = 0;
             UPDATE revision SET seq = 2 WHERE seq = 100",
            |f| {
                [
                    Finding::Unlinked { seq: 1 },
                    Finding::Altered { seq: 1 },
                    Finding::Altered { seq: 2 },
                ]
                .iter()
                .all(|finding| f.contains(finding))
            },
        ),
        (
            "UPDATE private_body SET body = replace(body, 'aim', 'end')",
            |f| f.contains(&Finding::BodyAltered { seq: 1 }),
        ),
        (
            "UPDATE private_body SET salt = '00' WHERE seq = 1 AND part = 70",
            |f| f == [Finding::BodyAltered { seq: 1 }],
        ),
        ("UPDATE head SET hash = 'x' WHERE part = 70", |f| {
            f.len() == 1 && matches!(f[0], Finding::Head { .. })
        }),
        ("UPDATE owed SET due = '2099-01-01'", |f| {
            f == [Finding::State {
                table: "owed",
                key: "clean-power".to_owned(),
            }]
        }),
        ("DELETE FROM compliance WHERE party = 70", |f| {
            f == [Finding::State {
                table: "compliance",
                key: "clean-power/70".to_owned(),
            }]
        }),
        ("UPDATE latest SET version = 9 WHERE id = 'energy'", |f| {
            f == [Finding::State {
                table: "latest",
                key: "agenda-entry/energy".to_owned(),
            }]
        }),
        (
            "INSERT INTO standing (commitment, party, assessor, score, stage, value)
             VALUES ('clean-power', 2, 'Nobody', 's', 'final', 1)",
            |f| {
                f == [Finding::State {
                    table: "standing",
                    key: "clean-power/2/Nobody".to_owned(),
                }]
            },
        ),
    ];
    for (damage, expected) in damages {
        let database = place.database().await;
        let ledger = open(&database).await;
        summit_with_notes(&ledger).await;
        assert_sound(&ledger).await;
        tamper(&database, damage).await;
        let found = findings(&ledger).await;
        assert!(expected(&found), "{damage}: {found:#?}");
        let shown = format!("{found:?}");
        assert!(!shown.contains(CANARY), "{shown}");
    }
}

pub async fn the_end_cut_off_is_found_by_a_known_head(place: &Place) {
    let database = place.database().await;
    let ledger = open(&database).await;
    summit(&ledger).await;
    let first = ledger.head().await.unwrap();
    add(
        &ledger,
        vec![entry::<Commitment>(commitment("more")).into()],
    )
    .await;
    let known = ledger.head().await.unwrap();
    let verification = ledger
        .custodian()
        .verify(&[first.clone(), known.clone()])
        .await
        .unwrap();
    assert_eq!((verification.revisions, verification.findings), (4, vec![]));
    // Somebody takes the last row out everywhere.
    tamper(
        &database,
        &format!(
            "DELETE FROM latest WHERE seq = 4; DELETE FROM owed WHERE commitment = 'more';
             DELETE FROM compliance WHERE commitment = 'more'; DELETE FROM revision WHERE seq = 4;
             UPDATE head SET seq = 3, hash = '{}'",
            first.hash
        ),
    )
    .await;
    assert_sound(&ledger).await;
    let verification = ledger
        .custodian()
        .verify(&[first, known.clone()])
        .await
        .unwrap();
    assert_eq!(
        verification.findings[0].finding,
        Finding::NotAsKnown { known }
    );
}

pub async fn slips_are_refused(place: &Place) {
    let database = place.database().await;
    let ledger = open(&database).await;
    summit_with_notes(&ledger).await;
    let before = export(&ledger, Viewer::Delegation(MEXICO)).await;
    for table in ["revision", "private_body", "blob"] {
        let column = if table == "blob" { "sha256" } else { "body" };
        for slip in [
            format!("DELETE FROM {table}"),
            format!("UPDATE {table} SET {column} = ''"),
        ] {
            let error = sql(&database, &slip).await.unwrap_err();
            assert!(error.to_string().contains("append-only"), "{slip}: {error}");
        }
    }
    assert_eq!(export(&ledger, Viewer::Delegation(MEXICO)).await, before);
    let gone: Result<entente_ledger::Versioned<Commitment>, LedgerError> =
        ledger.as_seen_by(Viewer::Joint).get("none").await;
    assert_eq!(gone.unwrap_err().to_string(), "there is no commitment/none");
}
