//! How fast the ledger is with 100,000 commitments, on both databases, and beside what the machine can do
//! at best, measured in the same run.
//!
//! `cargo bench -p entente-ledger`. It makes the ledger first, which takes minutes; PostgreSQL runs as in the
//! tests, except that it waits for the disk.

#![allow(missing_docs)]

#[path = "../tests/both/server.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod server;

use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::PathBuf;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use entente_ledger::{
    Blocking, Change, Commitment, Consultation, Database, DueFilter, Entry, Score, Stamp, Viewer,
};
use jiff::ToSpan;
use jiff::civil::date;
use serde_json::{Value, json};
use sqlx::{ConnectOptions, Connection};
use tempfile::TempDir;

const COMMITMENTS: i32 = 100_000;
const PARTIES: [&str; 6] = ["CAN", "MEX", "USA", "FRA", "GBR", "BRA"];

fn main() {
    divan::main();
    std::fs::remove_dir_all(DIRECTORY.path()).unwrap();
}

#[derive(Clone, Copy, Debug)]
enum Backend {
    Sqlite,
    Postgres,
}

const BOTH: [Backend; 2] = [Backend::Sqlite, Backend::Postgres];

static DIRECTORY: LazyLock<TempDir> = LazyLock::new(|| tempfile::tempdir().unwrap());
static SERVER: LazyLock<server::Server> =
    LazyLock::new(|| server::Server::begin(&std::env::temp_dir(), server::Sync::Always));

/// The export of the ledger with 100,000 commitments.
static EXPORT: LazyLock<PathBuf> = LazyLock::new(|| {
    let ledger = open(&SQLITE);
    let file = DIRECTORY.path().join("export.jsonl");
    export(&ledger, &file);
    file
});

static SQLITE: LazyLock<Database> = LazyLock::new(|| {
    let database = Backend::Sqlite.empty();
    let ledger = open(&database);
    let joint = ledger.as_seen_by(Viewer::Joint);
    for changes in changes().chunks(2_000) {
        ledger
            .wait(joint.record_all(changes.to_vec(), &stamp()))
            .unwrap();
    }
    database
});

static POSTGRES: LazyLock<Database> = LazyLock::new(|| {
    let database = Backend::Postgres.empty();
    import(&open(&database));
    database
});

impl Backend {
    fn empty(self) -> Database {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        match self {
            Backend::Sqlite => {
                let number = NUMBER.fetch_add(1, Ordering::Relaxed);
                Database::Sqlite(DIRECTORY.path().join(format!("{number}.ledger")))
            }
            Backend::Postgres => {
                Database::Postgres(Box::new(runtime().block_on(SERVER.database())))
            }
        }
    }

    fn full(self) -> &'static Database {
        match self {
            Backend::Sqlite => &SQLITE,
            Backend::Postgres => &POSTGRES,
        }
    }
}

fn runtime() -> tokio::runtime::Runtime {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    runtime.enable_all().build().unwrap()
}

fn open(database: &Database) -> Blocking {
    Blocking::open(database, &Default::default()).unwrap()
}

fn stamp() -> Stamp {
    Stamp {
        author: "Planning".to_owned(),
        time: "2026-11-25T12:00:00Z".parse().unwrap(),
    }
}

fn entry<T: Entry>(json: Value) -> T {
    serde_json::from_value(json).unwrap()
}

/// A commitment of one to three of six parties; of every five one is open and overdue, one open.
fn commitment(number: i32) -> Commitment {
    let made = date(2006, 1, 1).saturating_add((number % 7_300).days());
    let done = number % 5 > 1;
    let due = match number % 5 {
        0 => made.saturating_add((number % 200).days()),
        _ => date(2027, 1, 1).saturating_add((number % 3_000).days()),
    };
    let first = number as usize % 4;
    let by = &PARTIES[first..=first + number as usize / 7 % 3];
    entry(json!({
        "id": format!("c{number}"), "by": by, "made": made, "due": due,
        "text": format!("Commitment {number}: half of the region's power from clean sources"),
        "consultation": format!("m{}", number % 40), "status": if done { "done" } else { "open" },
        "closed": done.then_some(date(2026, 11, 1)),
        "item": {"dossier": "usa-mexico", "item": format!("item-{}", number % 25)},
        "source": {"citation": "Leaders' statement", "address": "https://example.org/statement"},
    }))
}

/// Forty meetings of ten mechanisms, 100,000 commitments, and a score for every second of them.
fn changes() -> Vec<Change> {
    let meetings = (0..40).map(|number| {
        let days = json!({"start": "2016-06-29", "end": "2016-06-29"});
        let it: Consultation = entry(json!({
            "id": format!("m{number}"), "mechanism": format!("mechanism-{}", number % 10),
            "title": "Summit", "parties": PARTIES, "level": "leader", "status": "held",
            "planned": days, "actual": days,
        }));
        Change::New(it.into())
    });
    let commitments = (0..COMMITMENTS).map(|number| Change::New(commitment(number).into()));
    let scores = (0..COMMITMENTS).step_by(2).map(|number| {
        let of = commitment(number);
        let it: Score = entry(json!({
            "commitment": of.id, "party": of.by[0], "score": number / 2 % 3 - 1, "stage": "final",
            "assessor": "A", "date": "2026-11-01", "evidence": "A figure",
            "address": "https://example.org/figure",
        }));
        Change::New(it.into())
    });
    meetings.chain(commitments).chain(scores).collect()
}

fn export(ledger: &Blocking, file: &PathBuf) {
    let mut to = BufWriter::new(File::create(file).unwrap());
    let joint = ledger.as_seen_by(Viewer::Joint);
    ledger.wait(joint.export(&mut to)).unwrap();
    to.flush().unwrap();
    to.get_ref().sync_all().unwrap();
}

fn import(ledger: &Blocking) {
    let mut from = BufReader::new(File::open(&*EXPORT).unwrap());
    let joint = ledger.as_seen_by(Viewer::Joint);
    ledger
        .wait(joint.import("export", &mut from, jiff::Timestamp::MAX))
        .unwrap();
}

/// One commitment, and it is on the disk.
#[divan::bench(args = BOTH, sample_count = 200, sample_size = 1)]
fn record(bencher: Bencher, backend: Backend) {
    let ledger = open(&backend.empty());
    let joint = ledger.as_seen_by(Viewer::Joint);
    let mut number = 0;
    bencher.counter(ItemsCount::new(1usize)).bench_local(|| {
        number += 1;
        let mut it = commitment(number);
        it.consultation = None;
        ledger
            .wait(joint.record(Change::New(it.into()), &stamp()))
            .unwrap()
    });
}

/// The bytes of one commitment at the end of a file, and they are on the disk.
#[divan::bench(sample_count = 200, sample_size = 1)]
fn record_baseline_append(bencher: Bencher) {
    let mut file = File::create(DIRECTORY.path().join("appended")).unwrap();
    let bytes = serde_json::to_vec(&commitment(1)).unwrap();
    bencher.counter(ItemsCount::new(1usize)).bench_local(|| {
        file.write_all(&bytes).unwrap();
        file.sync_data().unwrap();
    });
}

/// All 20,000 that are overdue.
#[divan::bench(args = BOTH, sample_count = 20, sample_size = 1)]
fn due_all(bencher: Bencher, backend: Backend) {
    due(bencher, backend, None, 20_000);
}

/// The fifty longest overdue.
#[divan::bench(args = BOTH, sample_count = 20, sample_size = 1)]
fn due_first_50(bencher: Bencher, backend: Backend) {
    due(bencher, backend, Some(50), 50);
}

fn due(bencher: Bencher, backend: Backend, first: Option<u32>, expected: usize) {
    let ledger = open(backend.full());
    let joint = ledger.as_seen_by(Viewer::Joint);
    let filter = DueFilter {
        first,
        ..DueFilter::default()
    };
    bencher.bench_local(|| {
        let owed = ledger.wait(joint.due(date(2026, 11, 25), &filter)).unwrap();
        assert_eq!(owed.len(), expected);
    });
}

#[divan::bench(args = BOTH, sample_count = 20, sample_size = 1)]
fn scorecard(bencher: Bencher, backend: Backend) {
    let ledger = open(backend.full());
    let joint = ledger.as_seen_by(Viewer::Joint);
    bencher.bench_local(|| {
        let card = ledger.wait(joint.scorecard(&Default::default())).unwrap();
        assert_eq!(card.overall.assessed, 50_000);
    });
}

/// What the database takes to count the rows of its history: the least work over as many.
#[divan::bench(args = BOTH, sample_count = 20, sample_size = 1)]
fn query_baseline_count(bencher: Bencher, backend: Backend) {
    let sql = "SELECT count(*) FROM revision";
    let runtime = runtime();
    match backend.full() {
        Database::Postgres(options) => {
            let mut connection = runtime.block_on(options.connect()).unwrap();
            bencher.bench_local(|| {
                runtime
                    .block_on(sqlx::query(sql).fetch_one(&mut connection))
                    .unwrap()
            });
            runtime.block_on(connection.close()).unwrap();
        }
        Database::Sqlite(file) => {
            let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file);
            let mut connection = runtime.block_on(options.connect()).unwrap();
            bencher.bench_local(|| {
                runtime
                    .block_on(sqlx::query(sql).fetch_one(&mut connection))
                    .unwrap()
            });
            runtime.block_on(connection.close()).unwrap();
        }
        Database::Memory => unreachable!("a bench is on a disk"),
    }
}

#[divan::bench(args = BOTH, sample_count = 3, sample_size = 1)]
fn export_all(bencher: Bencher, backend: Backend) {
    let ledger = open(backend.full());
    let size = EXPORT.metadata().unwrap().len();
    let file = DIRECTORY.path().join("again.jsonl");
    bencher
        .counter(BytesCount::new(size))
        .bench_local(|| export(&ledger, &file));
}

#[divan::bench(args = BOTH, sample_count = 3, sample_size = 1)]
fn import_all(bencher: Bencher, backend: Backend) {
    let size = EXPORT.metadata().unwrap().len();
    bencher
        .counter(BytesCount::new(size))
        .with_inputs(|| open(&backend.empty()))
        .bench_local_refs(|ledger| import(ledger));
}

/// The bytes of the export read and written once, and they are on the disk.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn exchange_baseline_copy(bencher: Bencher) {
    let size = EXPORT.metadata().unwrap().len();
    let file = DIRECTORY.path().join("copy.jsonl");
    bencher.counter(BytesCount::new(size)).bench_local(|| {
        let mut bytes = Vec::new();
        File::open(&*EXPORT)
            .unwrap()
            .read_to_end(&mut bytes)
            .unwrap();
        let mut to = File::create(&file).unwrap();
        to.write_all(&bytes).unwrap();
        to.sync_all().unwrap();
    });
}
