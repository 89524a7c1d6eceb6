//! Accounts of a server that each see their own.

use entente_ledger::{Change, Commitment, Database, Ledger, LedgerError, Position, Viewer};
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, Connection, Row};

use crate::place::{Place, open, sql};
use crate::sample::*;

const MEXICAN: Viewer = Viewer::Delegation(MEXICO);
const AMERICAN: Viewer = Viewer::Delegation(USA);

async fn count(options: &PgConnectOptions, select: &str) -> i64 {
    let mut connection = options.connect().await.unwrap();
    let row = sqlx::query(sqlx::AssertSqlSafe(select.to_owned()));
    let number = row.fetch_one(&mut connection).await.unwrap().get(0);
    connection.close().await.unwrap();
    number
}

fn own_document(version: i64) -> String {
    format!(
        "INSERT INTO revision (part, seq, kind, id, version, author, time, content, body, prev_hash, hash)
             VALUES (0, 9, 'document', 'document-own-9', {version}, 'a', '', '', '{{}}', '', 'x')"
    )
}

pub async fn each_account_sees_its_own(place: &Place) {
    let database = place.database().await;
    let ledger = open(&database).await;
    summit_with_notes(&ledger).await;
    let Database::Postgres(owner) = &database else {
        let error = ledger.custodian().make_roles(&[MEXICO]).await.unwrap_err();
        assert!(matches!(error, LedgerError::NoRoles), "{error}");
        return;
    };
    let roles = ledger.custodian().make_roles(&[MEXICO, USA]).await.unwrap();
    // A role that somebody else has is not taken.
    let other = place.database().await;
    let Database::Postgres(options) = &other else {
        return;
    };
    let taken = format!("CREATE ROLE \"{}_mex\"", options.get_database().unwrap());
    let there = open(&other).await;
    sql(&other, &taken).await.unwrap();
    let error = there.custodian().make_roles(&[MEXICO]).await.unwrap_err();
    assert!(matches!(error, LedgerError::RoleTaken(_)), "{error}");
    // A second time nothing is in the way.
    assert_eq!(
        ledger.custodian().make_roles(&[MEXICO, USA]).await.unwrap(),
        roles
    );
    let name = owner.get_database().unwrap();
    let accounts = ["joe", "ana", "ben"].map(|person| format!("{name}_{person}"));
    for (account, role) in accounts.iter().zip(&roles) {
        let script = format!(
            "CREATE ROLE \"{account}\" LOGIN; GRANT \"{}\" TO \"{account}\";",
            role.name
        );
        sql(&database, &script).await.unwrap();
    }
    let options = accounts.map(|account| owner.as_ref().clone().username(&account));
    let mut ledgers: Vec<Ledger> = Vec::new();
    for options in &options {
        ledgers.push(open(&Database::Postgres(Box::new(options.clone()))).await);
    }
    let [joe, ana, ben] = [&ledgers[0], &ledgers[1], &ledgers[2]];
    for (whose, seen) in [(joe, [0, 0]), (ana, [1, 0]), (ben, [0, 1])] {
        for (viewer, number) in [MEXICAN, AMERICAN].into_iter().zip(seen) {
            let found = whose.as_seen_by(viewer).all::<Position>().await.unwrap();
            assert_eq!(found.len(), number, "{viewer}");
        }
        let all = whose
            .as_seen_by(Viewer::Joint)
            .all::<Commitment>()
            .await
            .unwrap();
        assert_eq!(all.len(), 1);
        let found = whose.custodian().verify(&[]).await.unwrap();
        assert_eq!(found.findings, []);
    }
    assert_eq!(export(ben, AMERICAN).await, export(&ledger, AMERICAN).await);
    assert_eq!(export(ana, MEXICAN).await, export(&ledger, MEXICAN).await);
    // By whatever program.
    for table in ["private_body", "revision", "blob", "head", "latest"] {
        let select = format!("SELECT count(*) FROM {table} WHERE part = 70");
        for (at, empty) in [(0, true), (1, false), (2, true)] {
            let number = count(&options[at], &select).await;
            assert_eq!(number == 0, empty, "{table} {number}");
        }
    }
    let ben_by_hand = Database::Postgres(Box::new(options[2].clone()));
    let mine = format!("\"{name}_usa\"");
    for trick in [
        // A table of one's own in the place of the list of roles.
        format!(
            "CREATE TEMP TABLE ledger_role AS SELECT 70::bigint AS part, '{name}_usa'::text AS role;
             DO $$ BEGIN IF EXISTS (SELECT 1 FROM private_body WHERE part = 70) THEN
                 RAISE NOTICE 'seen'; ELSE RAISE EXCEPTION 'nothing is seen'; END IF; END $$"
        ),
        "UPDATE ledger_role SET role = current_user".to_owned(),
        "DROP POLICY ledger_parts ON private_body".to_owned(),
        "ALTER TABLE private_body DISABLE ROW LEVEL SECURITY".to_owned(),
        "SET ROLE postgres".to_owned(),
        format!("GRANT \"{name}_mex\" TO {mine}"),
        "DELETE FROM revision".to_owned(),
        "UPDATE revision SET author = 'Nobody'".to_owned(),
        "TRUNCATE blob".to_owned(),
        // A position that would be everybody's, and nobody could read.
        "INSERT INTO revision (part, seq, kind, id, version, author, time, content, body, prev_hash, hash)
             VALUES (0, 9, 'position', 'position-own-1', 1, 'a', '', '', '{}', '', 'x')"
            .to_owned(),
        // A document that would be everybody's, with an id of a delegation's own; as a first version, or a later.
        own_document(1),
        own_document(2),
        "INSERT INTO head (part, seq, hash, time) VALUES (70, 9, 'x', '')
             ON CONFLICT (part) DO UPDATE SET seq = 9"
            .to_owned(),
    ] {
        sql(&ben_by_hand, &trick).await.unwrap_err();
    }
    // An account writes as itself and nobody else.
    let note = |party: &str| Change::New(position(party, "energy").into());
    let error = ben
        .as_seen_by(MEXICAN)
        .record(note("MEX"), &stamp(30))
        .await
        .unwrap_err();
    assert!(matches!(error, LedgerError::Forbidden(_)), "{error}");
    let joint = ben.as_seen_by(Viewer::Joint);
    let mut read = joint.get::<Commitment>("clean-power").await.unwrap();
    read.entry.note = Some("Ben's".to_owned());
    let change = Change::Revision {
        from: read.version,
        entity: read.entry.into(),
    };
    joint.record(change, &by("Ben", 31)).await.unwrap();
    let mut own = document("mine");
    own.delegation = Some(MEXICO);
    ana.as_seen_by(MEXICAN)
        .attach(own, b"mine", &by("Ana", 32))
        .await
        .unwrap();
    let sealed = ana.as_seen_by(MEXICAN);
    let phrase = entente_ledger::Passphrase::new("eagle cactus lake stone".to_owned());
    let sealed = sealed.seal(&phrase).await.unwrap();
    // Only the owner of the tables can have them written anew.
    assert!(!sealed.compacted);
    assert_sound(&ledger).await;
    for it in &ledgers {
        assert_sound(it).await;
    }
}

/// An account with a role sees a part of the ledger: no copy that it makes is taken for the whole.
pub async fn a_role_copies_nothing_whole(place: &Place) {
    let database = place.database().await;
    let ledger = open(&database).await;
    summit_with_notes(&ledger).await;
    let Database::Postgres(owner) = &database else {
        ledger
            .custodian()
            .backup(&place.file("whole"))
            .await
            .unwrap();
        return;
    };
    let roles = ledger.custodian().make_roles(&[MEXICO]).await.unwrap();
    let account = format!("{}_eva", owner.get_database().unwrap());
    let role = &roles[1].name;
    let script = format!("CREATE ROLE \"{account}\" LOGIN; GRANT \"{role}\" TO \"{account}\";");
    sql(&database, &script).await.unwrap();
    let options = owner.as_ref().clone().username(&account);
    let eva = open(&Database::Postgres(Box::new(options))).await;
    let file = place.file("part");
    let error = eva.custodian().backup(&file).await.unwrap_err();
    assert!(matches!(error, LedgerError::NotAllSeen), "{error}");
    assert!(!file.exists());
    let into = place.database().await;
    let error = eva.custodian().restore(now(), &into).await.unwrap_err();
    assert!(matches!(error, LedgerError::NotAllSeen), "{error}");
    // What it sees, it copies as what it sees.
    let restored = eva.as_seen_by(MEXICAN).restore(now(), &into).await.unwrap();
    assert_eq!(
        export(&restored, MEXICAN).await,
        export(&ledger, MEXICAN).await
    );
    // The owner of the tables, with roles, sees all.
    ledger.custodian().backup(&file).await.unwrap();
}
