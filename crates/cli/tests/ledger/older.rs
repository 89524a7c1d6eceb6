//! A ledger that an older version of the program wrote.

use sqlx::{ConnectOptions, Connection, Executor};

use super::place::Place;

/// A database in the tables of version 2.
fn of_version_2(place: &Place) {
    let types = |script: &str| script.replace("{text}", "TEXT").replace("{bytes}", "BLOB");
    let mut script = types(include_str!(
        "../../../ledger/src/migrations/0001_history.sql"
    ));
    script.push_str(include_str!(
        "../../../ledger/src/migrations/0001_history.sqlite.sql"
    ));
    script.push_str(&types(include_str!(
        "../../../ledger/src/migrations/0002_state.sql"
    )));
    script.push_str(
        "CREATE TABLE ledger_schema (version BIGINT PRIMARY KEY);
         INSERT INTO ledger_schema (version) VALUES (1), (2);",
    );
    script.push_str(include_str!("fixtures/version-2.sql"));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let options = sqlx::sqlite::SqliteConnectOptions::new()
            .filename(place.database())
            .create_if_missing(true);
        let mut connection = options.connect().await.unwrap();
        let script = sqlx::raw_sql(sqlx::AssertSqlSafe(script));
        connection.execute(script).await.unwrap();
        connection.close().await.unwrap();
    });
}

#[test]
fn what_became_of_it_is_told_once() {
    let place = Place::empty();
    of_version_2(&place);
    let told = |args: &[&str]| {
        let output = place.output(args);
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    let said = told(&["log"]);
    for part in [
        "is brought up to date",
        "team.ledger.v2-",
        "were replaced in 1 revision.",
        "1 revision is not in it",
        "The content of 1 document is not there",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!(told(&["log"]), "");
    // The document is named, nothing is wrong, and the ledger is exported with it.
    let verified = place.stdout(&["verify"]);
    for part in [
        "The content of document text is absent",
        "Nothing was altered, lost or put out of order.",
    ] {
        assert!(verified.contains(part), "{verified}");
    }
    place.refused(&["fetch", "text"], 1, &["is absent", "attaches it again"]);
    let file = place.file("joint.jsonl");
    place.stdout(&["export", &file]);
    let other = Place::empty();
    let said = other.stdout(&["import", &file]);
    assert!(
        said.contains("the content of 1 document is absent"),
        "{said}"
    );
    let content = place.write("text.txt", "text");
    place.stdout(&["attach", &content]);
    assert_eq!(place.stdout(&["fetch", "text"]), "text");
    let verified = place.stdout(&["verify"]);
    assert!(!verified.contains("absent"), "{verified}");
}
