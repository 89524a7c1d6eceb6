//! A lost connection.

use entente_ledger::{Change, Commitment, Database, Ledger, LedgerError, Opening, Viewer};
use sqlx::ConnectOptions;

use crate::place::{open, sql};
use crate::sample::*;
use crate::server::{Server, Sync};

#[test]
fn a_server_that_ends_and_comes_back() {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_all().build().unwrap();
    runtime.block_on(ends_and_comes_back());
}

async fn ends_and_comes_back() {
    let mut server = Server::begin(&std::env::temp_dir(), Sync::Never);
    let options = server.database().await;
    let database = Database::Postgres(Box::new(options.clone()));
    let ledger = open(&database).await;
    summit(&ledger).await;
    let before = export(&ledger, Viewer::Joint).await;
    let joint = ledger.as_seen_by(Viewer::Joint);
    let change = Change::New(entry::<Commitment>(commitment("more")).into());
    server.crash();
    while options.connect().await.is_ok() {}
    let error = joint.record(change.clone(), &stamp(1)).await.unwrap_err();
    assert!(matches!(error, LedgerError::Lost(_)), "{error:?}");
    let said = error.to_string();
    assert!(
        said.starts_with("the database does not answer (error communicating"),
        "{said}"
    );
    assert!(
        said.ends_with("nothing was changed; do it again when it does"),
        "{said}"
    );
    let error = Ledger::open(&database, &Opening::default())
        .await
        .unwrap_err();
    assert!(matches!(error, LedgerError::Lost(_)), "{error:?}");
    server.again();
    server.connect(options).await;
    assert_eq!(export(&ledger, Viewer::Joint).await, before);
    let recorded = joint.record(change, &stamp(1)).await.unwrap();
    assert_eq!((recorded.version, recorded.seq), (1, 4));
    assert_sound(&ledger).await;
    acknowledged_is_on_the_disk(&mut server).await;
}

/// Also where the server would acknowledge first and write ten seconds later.
async fn acknowledged_is_on_the_disk(server: &mut Server) {
    let options = server.database().await;
    let name = options.get_database().unwrap();
    let database = Database::Postgres(Box::new(options.clone()));
    let lazy = format!("ALTER DATABASE {name} SET synchronous_commit = off");
    sql(&database, &lazy).await.unwrap();
    let ledger = open(&database).await;
    summit(&ledger).await;
    let head = ledger.head().await.unwrap();
    server.crash();
    server.again();
    server.connect(options.clone()).await;
    assert_eq!(ledger.head().await.unwrap(), head);
    assert_sound(&ledger).await;
}
