//! What was acknowledged survives: writers are killed at random moments, and the server under them.

use std::os::unix::process::ExitStatusExt;
use std::time::Duration;

use entente_ledger::{Database, Ledger, LedgerError, Opening};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde::{Deserialize, Serialize};
use sqlx::{ConnectOptions, Row};

use crate::deeds::{Known, deed};
use crate::part::{Part, Played, address, say};
use crate::place::{Backend, Place, open, run};
use crate::sample::*;
use crate::server::{Server, Sync};
use crate::witness::{Heads, Seen, Word, same_elsewhere, spoken};

/// Kills in the life of one database: the longer its history, the longer each look at it.
const IN_ONE_DATABASE: usize = 30;

/// One that writes until it is killed, and says what it does.
#[derive(Serialize, Deserialize)]
pub struct Writer {
    database: String,
    seed: u64,
}

pub fn chance(seed: u64) -> TestRunner {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    TestRunner::new_with_rng(Config::default(), rng)
}

pub fn draw<T>(runner: &mut TestRunner, strategy: &impl Strategy<Value = T>) -> T {
    strategy.new_tree(runner).unwrap().current()
}

impl Writer {
    pub fn play(&self) {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(self.write());
    }

    /// Writes for ever; after a refusal it looks again at what is there.
    async fn write(&self) {
        let mut runner = chance(self.seed);
        let deeds = deed();
        let ledger = patiently(|| async {
            Ledger::open(&self.database.parse().unwrap(), &Opening::default()).await
        })
        .await;
        for life in 0.. {
            let prefix = format!("w{}.{life}.", self.seed);
            let mut known = patiently(|| Known::of(&ledger, &prefix)).await;
            say(&Word::Open);
            loop {
                let plan = known.plan(&draw(&mut runner, &deeds));
                say(&Word::tries(&plan));
                match plan.perform(&ledger, &stamp(1)).await {
                    Ok(recorded) => {
                        say(&Word::made(&recorded));
                        known.did(&plan, &recorded);
                    }
                    Err(error) => {
                        say(&Word::refused(&lost(error)));
                        break;
                    }
                }
            }
        }
    }
}

/// The only errors that a writer here may meet.
fn lost(error: LedgerError) -> LedgerError {
    match error {
        LedgerError::Lost(_) | LedgerError::InDoubt(_) => error,
        other => panic!("{other}"),
    }
}

/// Again until the server answers.
async fn patiently<T, F: Future<Output = Result<T, LedgerError>>>(what: impl Fn() -> F) -> T {
    loop {
        match what().await {
            Ok(done) => return done,
            Err(error) => drop(lost(error)),
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

async fn database(place: &Place, server: Option<&Server>) -> Database {
    match server {
        Some(server) => Database::Postgres(Box::new(server.database().await)),
        None => place.database().await,
    }
}

async fn kills(place: &Place, number: usize, seed: u64) {
    let mut server = (place.backend == Backend::Postgres)
        .then(|| Server::begin(&std::env::temp_dir(), Sync::Never));
    let mut runner = chance(seed);
    let mut seen = Seen::default();
    let mut here = database(place, server.as_ref()).await;
    let mut heads = Heads::new();
    for round in 0..number {
        if round > 0 && round % IN_ONE_DATABASE == 0 {
            same_elsewhere(&open(&here).await).await;
            here = database(place, server.as_ref()).await;
            heads.clear();
        }
        let part = Part::Writer(Writer {
            database: address(&here),
            seed: seed + round as u64,
        });
        let mut played = Played::begin(&part, &[]);
        let mut words = Vec::new();
        // Killed while it opens the ledger, or after some changes; then at any moment.
        let (early, changes, pause) = draw(&mut runner, &(0..8, 0..16usize, 0..4_000u64));
        if early > 0 {
            while words.len() <= 2 * changes {
                let word = played.word(Duration::from_secs(60));
                words.push(word.expect("it writes until it is killed"));
            }
        }
        let pause = Duration::from_micros(if early > 0 { pause } else { pause * 10 });
        std::thread::sleep(pause);
        if let Some(server) = &mut server {
            match round % 4 {
                // The whole server, and the writer after it has met that.
                1 => {
                    server.crash();
                    server.again();
                    seen.crashes += 1;
                    std::thread::sleep(pause * 20);
                }
                // The server's process for the writer; all others end with it.
                3 => {
                    seen.crashes += usize::from(kill_backend(server, &here).await);
                    std::thread::sleep(pause * 20);
                }
                _ => {}
            }
        }
        let (status, rest) = played.kill();
        assert_eq!(status.signal(), Some(9), "it ended by itself: {status}");
        words.extend(rest);
        if let (Some(server), Database::Postgres(options)) = (&server, &here) {
            server.connect((**options).clone()).await;
        }
        let ledger = open(&here).await;
        seen.look(&ledger, &mut heads, spoken(words)).await;
        ledger.close().await;
    }
    same_elsewhere(&open(&here).await).await;
    println!("{:?}: {number} kills, {seen:?}", place.backend);
    assert!(seen.acknowledged > number, "{seen:?}");
    assert!(server.is_none() || seen.crashes > number / 4, "{seen:?}");
}

/// Kills the server's process for a writer, if it has one.
async fn kill_backend(server: &Server, database: &Database) -> bool {
    let Database::Postgres(options) = database else {
        return false;
    };
    let mut admin = options.connect().await.unwrap();
    let sql = "SELECT pid FROM pg_stat_activity
               WHERE datname = current_database() AND pid <> pg_backend_pid()
                     AND backend_type = 'client backend'";
    let rows = sqlx::query(sql).fetch_all(&mut admin).await.unwrap();
    let Some(row) = rows.first() else {
        return false;
    };
    server.kill(row.get(0))
}

/// Some of them with every run; [`three_hundred`] of them in `.ci/run`.
pub async fn what_was_acknowledged_survives(place: &Place) {
    kills(place, 24, 7).await;
}

mod three_hundred {
    use super::*;

    #[test]
    #[ignore = "takes minutes; .ci/run runs it"]
    fn kills_on_sqlite() {
        run(Backend::Sqlite, async |place| {
            kills(place, 300, 1_000).await
        });
    }

    #[test]
    #[ignore = "takes minutes; .ci/run runs it"]
    fn kills_on_postgres() {
        run(Backend::Postgres, async |place| {
            kills(place, 300, 2_000).await
        });
    }
}
