//! Opening databases.

use entente_ledger::{
    Blocking, Commitment, Database, Ledger, LedgerError, Opening, SCHEMA_VERSION, Viewer,
};

use crate::old::Old;
use crate::place::{Backend, Place, open, sql, tamper};
use crate::sample::*;

/// A database as an older version left it.
async fn of_version(place: &Place, version: u32) -> Database {
    let ledger = open(&Database::Memory).await;
    summit_with_notes(&ledger).await;
    add(
        &ledger,
        vec![score("clean-power", "MEX", "A", "final", "2025-01-01", 1).into()],
    )
    .await;
    let database = place.database().await;
    Old::of(&ledger).await.write(&database, version).await;
    database
}

pub async fn an_older_database_is_copied_then_migrated(place: &Place) {
    let database = of_version(place, 1).await;
    let mut opening = Opening {
        now: Some(stamp(0).time),
        copies: None,
    };
    let copies = place.file("copies");
    std::fs::create_dir(&copies).unwrap();
    if place.backend == Backend::Postgres {
        let error = Ledger::open(&database, &opening).await.unwrap_err();
        assert!(
            matches!(error, LedgerError::NoPlaceForBackup { found: 1, .. }),
            "{error}"
        );
        opening.copies = Some(copies.clone());
    }
    let ledger = Ledger::open(&database, &opening).await.unwrap();
    assert_sound(&ledger).await;
    let card = ledger
        .as_seen_by(Viewer::Joint)
        .scorecard(&Default::default())
        .await
        .unwrap();
    assert_eq!(
        (card.overall.commitments, card.overall.percent),
        (3, Some(100.0))
    );
    let copy = match &database {
        Database::Sqlite(file) => {
            let copy = place.file("0.ledger.v1-20261125T120000Z.backup");
            assert!(copy.exists() && file.exists());
            // The copy is the old one: it is migrated in its turn.
            open(&Database::Sqlite(copy)).await
        }
        _ => {
            let name = std::fs::read_dir(copies).unwrap().next().unwrap().unwrap();
            assert!(
                name.file_name()
                    .to_str()
                    .unwrap()
                    .ends_with(".v1-20261125T120000Z.jsonl")
            );
            let mut from = std::io::BufReader::new(std::fs::File::open(name.path()).unwrap());
            let copy = place.ledger().await;
            copy.custodian()
                .import("copy", &mut from, now())
                .await
                .unwrap();
            copy
        }
    };
    for viewer in [
        Viewer::Joint,
        Viewer::Delegation(MEXICO),
        Viewer::Delegation(USA),
    ] {
        assert_eq!(export(&copy, viewer).await, export(&ledger, viewer).await);
    }
}

/// A history that was altered is not chained anew as if it had not been.
pub async fn an_altered_older_database_is_left_alone(place: &Place) {
    let database = of_version(place, 2).await;
    let alter = "UPDATE revision SET author = 'Nobody' WHERE seq = 2";
    tamper(&database, alter).await;
    let copies = place.file("altered");
    std::fs::create_dir(&copies).unwrap();
    let opening = Opening {
        now: Some(stamp(0).time),
        copies: Some(copies),
    };
    let error = Ledger::open(&database, &opening).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "revision 2 of a ledger of an older version cannot be read: hash: it was altered; `verify` says \
         what else was altered"
    );
    sql(&database, "SELECT seq FROM revision").await.unwrap();
    let copies = std::fs::read_dir(place.file("altered")).unwrap();
    assert_eq!(
        copies.count(),
        0,
        "nothing was changed, and no copy is left"
    );
    // The end cut off.
    let database = of_version(place, 2).await;
    let cut = "DELETE FROM revision WHERE seq = (SELECT max(seq) FROM revision)";
    tamper(&database, cut).await;
    let error = Ledger::open(&database, &opening).await.unwrap_err();
    assert!(error.to_string().contains("rows were cut off"), "{error}");
}

/// A copy in which some of a delegation's own is sealed and some is not, as on its second machine: what is there
/// is taken over.
pub async fn an_older_database_with_sealed_rows_is_taken_over(place: &Place) {
    let database = of_version(place, 2).await;
    // The first version of Mexico's position came sealed.
    tamper(&database, "DELETE FROM private_body WHERE seq = 5").await;
    let copies = place.file("sealed");
    std::fs::create_dir(&copies).unwrap();
    let opening = Opening {
        now: Some(stamp(0).time),
        copies: Some(copies),
    };
    let ledger = Ledger::open(&database, &opening).await.unwrap();
    assert_sound(&ledger).await;
    let mexico = ledger.as_seen_by(Viewer::Delegation(MEXICO));
    let positions = mexico.all::<entente_ledger::Position>().await.unwrap();
    assert_eq!((positions.len(), positions[0].version), (1, 1));
    assert!(positions[0].entry.aim.contains("second aim"));
}

/// What became of a ledger is told: texts and names that were cleaned, rows that were left out.
pub async fn what_was_cleaned_and_left_out_is_counted(place: &Place) {
    let sample = open(&Database::Memory).await;
    summit_with_notes(&sample).await;
    let mut old = Old::of(&sample).await;
    old.forged(|seq, outside, body| match seq {
        1 => outside["author"] = serde_json::json!("A\nna"),
        2 => {
            *body = body
                .as_ref()
                .map(|text| text.replace("Energy", "Ener\\u001bgy"))
        }
        // A row with both counts once.
        3 => {
            outside["author"] = serde_json::json!("B\u{1b}en");
            *body = body
                .as_ref()
                .map(|text| text.replace("Half", "H\\u001balf"));
        }
        _ => {}
    });
    let database = place.database().await;
    old.write(&database, 2).await;
    tamper(&database, "DELETE FROM private_body WHERE seq = 4").await;
    let copies = place.file("counted");
    std::fs::create_dir(&copies).unwrap();
    let opening = Opening {
        now: Some(stamp(0).time),
        copies: Some(copies),
    };
    let ledger = Ledger::open(&database, &opening).await.unwrap();
    let taken = ledger.taken_over().unwrap();
    assert_eq!(
        (taken.version, taken.cleaned, taken.left_out, taken.absent),
        (2, 3, 1, 0)
    );
    assert!(taken.copy.as_ref().unwrap().exists());
    let log = ledger.as_seen_by(Viewer::Joint);
    let log = log.log(&Default::default()).await.unwrap();
    assert!(log.iter().all(|row| !row.author.contains(['\n', '\u{1b}'])));
    assert_sound(&ledger).await;
    ledger.close().await;
    // It was taken over once.
    assert_eq!(open(&database).await.taken_over(), None);
    assert_eq!(place.ledger().await.taken_over(), None);
}

/// A ledger of which nobody had noted what it lacked: it is noted, and exports go on.
pub async fn a_database_of_version_3_learns_what_is_absent(place: &Place) {
    let database = place.database().await;
    let ledger = open(&database).await;
    summit_with_notes(&ledger).await;
    let joint = ledger.as_seen_by(Viewer::Joint);
    let attached = joint.attach(document("lost"), b"text", &stamp(30)).await;
    let id = attached.unwrap().id;
    let postgres = place.backend == Backend::Postgres;
    let mut role = String::new();
    if postgres {
        let roles = ledger.custodian().make_roles(&[MEXICO]).await.unwrap();
        role = roles.last().unwrap().name.clone();
    }
    ledger.close().await;
    tamper(
        &database,
        "DELETE FROM blob WHERE part = 0; DROP TABLE absent_content;
         DELETE FROM ledger_schema WHERE version = 4",
    )
    .await;
    if postgres {
        let drops = "DROP TRIGGER revision_own_ids ON revision; DROP FUNCTION ledger_own_ids";
        sql(&database, drops).await.unwrap();
    }
    let copies = place.file("version-3");
    std::fs::create_dir(&copies).unwrap();
    let opening = Opening {
        now: Some(stamp(0).time),
        copies: Some(copies),
    };
    let ledger = Ledger::open(&database, &opening).await.unwrap();
    let taken = ledger.taken_over().unwrap();
    assert_eq!((taken.version, taken.absent), (3, 1));
    let found = ledger.custodian().verify(&[]).await.unwrap();
    assert_eq!((found.absent, found.findings), (vec![id], vec![]));
    let text = export(&ledger, Viewer::Joint).await;
    assert!(text.contains("\"absent\":true"), "{text}");
    if postgres {
        let may = format!(
            "DO $$ BEGIN IF NOT has_table_privilege('{role}', 'absent_content', 'SELECT') THEN
                 RAISE EXCEPTION 'the role lacks it'; END IF; END $$"
        );
        sql(&database, &may).await.unwrap();
    }
}

pub async fn a_newer_database_is_refused(place: &Place) {
    let database = place.database().await;
    let ledger = open(&database).await;
    summit(&ledger).await;
    ledger.close().await;
    sql(&database, "INSERT INTO ledger_schema (version) VALUES (99)")
        .await
        .unwrap();
    let error = Ledger::open(&database, &Opening::default())
        .await
        .unwrap_err();
    assert!(
        matches!(
            error,
            LedgerError::Newer {
                found: 99,
                known: SCHEMA_VERSION
            }
        ),
        "{error}"
    );
    sql(&database, "DELETE FROM ledger_schema WHERE version = 99")
        .await
        .unwrap();
    assert_sound(&open(&database).await).await;
}

pub async fn other_tables_are_left_alone(place: &Place) {
    let database = place.database().await;
    sql(&database, "CREATE TABLE accounts (id INTEGER)")
        .await
        .unwrap();
    let error = Ledger::open(&database, &Opening::default())
        .await
        .unwrap_err();
    assert!(matches!(error, LedgerError::NotALedger), "{error}");
    if place.backend == Backend::Sqlite {
        let file = place.file("letter.txt");
        std::fs::write(&file, "Dear colleague,\n".repeat(1000)).unwrap();
        let error = Ledger::open(&Database::Sqlite(file.clone()), &Opening::default())
            .await
            .unwrap_err();
        assert!(
            error.to_string().contains("file is not a database"),
            "{error}"
        );
        assert!(
            std::fs::read_to_string(file)
                .unwrap()
                .starts_with("Dear colleague")
        );
    }
}

pub async fn many_open_at_once(place: &Place) {
    let database = place.database().await;
    let threads: Vec<_> = (0..8)
        .map(|number| {
            let database = database.clone();
            std::thread::spawn(move || {
                let ledger = Blocking::open(&database, &Opening::default()).unwrap();
                let joint = ledger.as_seen_by(Viewer::Joint);
                let mut json = commitment(&format!("c{number}"));
                json["consultation"] = serde_json::Value::Null;
                let change = entente_ledger::Change::New(entry::<Commitment>(json).into());
                ledger.wait(joint.record(change, &stamp(number))).unwrap();
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    let ledger = open(&database).await;
    assert_eq!(ledger.head().await.unwrap().seq, 8);
    assert_sound(&ledger).await;
}
