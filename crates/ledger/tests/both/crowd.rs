//! Twenty writers in four processes lose nothing of one another's.

use std::time::Duration;

use entente_ledger::{
    Blocking, Change, Commitment, Database, Ledger, LedgerError, LogFilter, Opening, Recorded,
    Viewer,
};
use serde::{Deserialize, Serialize};

use crate::part::{Part, Played, address, say};
use crate::place::{Place, open};
use crate::sample::*;

const PROCESSES: usize = 4;
const WRITERS: usize = 5;
/// Changes of the shared entry by each writer.
const EACH: usize = 6;

/// Longer than any writer waits; it ends the test where it would never end.
const PATIENCE: Duration = Duration::from_secs(120);

/// A process with several writers: tasks that share connections, or threads with their own.
#[derive(Serialize, Deserialize)]
pub struct OneOfMany {
    database: String,
    process: usize,
}

/// What a process says.
#[derive(Serialize, Deserialize)]
enum Word {
    /// The shared entry was changed: a mark was added to its note.
    Marked {
        mark: String,
        version: i64,
        seq: i64,
    },
    /// Something else was recorded.
    Made { kind: String, id: String, seq: i64 },
    /// A change of the shared entry came too late: made from one version, while another was there.
    Late {
        from: (i64, i64),
        latest: (i64, i64),
    },
}

impl OneOfMany {
    pub fn play(&self) {
        let database: Database = self.database.parse().unwrap();
        let opening = Opening::default();
        let writers = self.process * WRITERS..(self.process + 1) * WRITERS;
        if self.process.is_multiple_of(2) {
            let ledger = Blocking::open(&database, &opening).unwrap();
            ledger.wait(async {
                let tasks: Vec<_> = writers
                    .map(|writer| {
                        let ledger = (*ledger).clone();
                        tokio::spawn(async move { write(&ledger, writer).await })
                    })
                    .collect();
                for task in tasks {
                    task.await.unwrap();
                }
            });
            return;
        }
        std::thread::scope(|scope| {
            for writer in writers {
                let (database, opening) = (&database, &opening);
                scope.spawn(move || {
                    let ledger = Blocking::open(database, opening).unwrap();
                    ledger.wait(write(&ledger, writer));
                });
            }
        });
    }
}

async fn write(ledger: &Ledger, writer: usize) {
    let joint = ledger.as_seen_by(Viewer::Joint);
    for number in 0..EACH {
        let mark = format!("{writer}.{number} ");
        while !marked(ledger, writer, &mark).await {}
        let id = format!("c{writer}.{number}");
        let new = Change::New(entry::<Commitment>(commitment(&id)).into());
        made(joint.record(new, &stamp(3)).await.unwrap());
        let given = score(&id, "MEX", "A", "final", "2025-01-01", 1);
        let given = Change::New(given.into());
        made(joint.record(given, &stamp(3)).await.unwrap());
        // The same content from all, stored once.
        let content = vec![number as u8; 10_000];
        let attached = joint.attach(document("same"), &content, &stamp(3)).await;
        made(attached.unwrap());
    }
}

fn made(recorded: Recorded) {
    say(&Word::Made {
        kind: recorded.kind.to_string(),
        id: recorded.id,
        seq: recorded.seq,
    });
}

/// Adds a mark to the note of the shared entry; `false` if another writer was in between.
async fn marked(ledger: &Ledger, writer: usize, mark: &str) -> bool {
    let joint = ledger.as_seen_by(Viewer::Joint);
    let read = joint.get::<Commitment>("clean-power").await.unwrap();
    let mut entry = read.entry;
    entry.note = Some(entry.note.unwrap_or_default() + mark);
    let change = Change::Revision {
        from: read.version,
        entity: entry.into(),
    };
    let author = by(&format!("Writer {writer}"), 2);
    match joint.record(change, &author).await {
        Ok(recorded) => {
            say(&Word::Marked {
                mark: mark.to_owned(),
                version: recorded.version,
                seq: recorded.seq,
            });
            true
        }
        Err(LedgerError::Conflict(conflict)) => {
            assert_eq!(conflict.from.version, read.version);
            assert_eq!(conflict.from.seq, read.seq);
            let (from, latest) = (&conflict.from, &conflict.latest);
            say(&Word::Late {
                from: (from.version, from.seq),
                latest: (latest.version, latest.seq),
            });
            false
        }
        Err(other) => panic!("{other}"),
    }
}

pub async fn twenty_writers_in_four_processes(place: &Place) {
    let database = place.database().await;
    let ledger = open(&database).await;
    summit(&ledger).await;
    let before = ledger.head().await.unwrap().seq;
    let mut played: Vec<Played<Word>> = (0..PROCESSES)
        .map(|process| {
            let database = address(&database);
            Played::begin(&Part::OneOfMany(OneOfMany { database, process }), &[])
        })
        .collect();
    let mut words = Vec::new();
    for process in &mut played {
        while let Some(word) = process.word(PATIENCE) {
            words.push(word);
        }
    }
    for process in played {
        assert!(process.end().0.success());
    }
    assert_sound(&ledger).await;
    let log = ledger.as_seen_by(Viewer::Joint);
    let log = log.log(&LogFilter::default()).await.unwrap();
    let row = |seq: i64| &log[usize::try_from(seq - 1).unwrap()];
    let note = |seq: i64| {
        let entity = row(seq).entity.clone();
        Commitment::try_from(entity)
            .unwrap()
            .note
            .unwrap_or_default()
    };
    let mut last_of_shared = log.iter().filter(|r| r.id == "clean-power");
    let (mut acknowledged, mut late) = (0, 0);
    for word in &words {
        match word {
            Word::Marked { mark, version, seq } => {
                acknowledged += 1;
                assert_eq!(
                    (row(*seq).id.as_str(), row(*seq).version),
                    ("clean-power", *version)
                );
                // Each version is the one before and one mark more.
                let before = log
                    .iter()
                    .find(|r| r.id == "clean-power" && r.version == version - 1);
                assert_eq!(note(*seq), note(before.unwrap().seq) + mark);
            }
            Word::Made { kind, id, seq } => {
                acknowledged += 1;
                assert_eq!(
                    (row(*seq).kind.as_str(), &row(*seq).id),
                    (kind.as_str(), id)
                );
            }
            Word::Late { from, latest } => {
                late += 1;
                assert!(from.0 < latest.0 && from.1 < latest.1);
                for (version, seq) in [from, latest] {
                    assert_eq!(
                        (row(*seq).id.as_str(), row(*seq).version),
                        ("clean-power", *version)
                    );
                }
            }
        }
    }
    let all = PROCESSES * WRITERS * EACH;
    assert_eq!(acknowledged, 4 * all);
    assert_eq!(log.len() as i64, before + acknowledged as i64);
    assert!(late > 0, "the writers never met");
    let last = last_of_shared.next_back().unwrap();
    assert_eq!(last.version as usize, all + 1);
    assert_eq!(note(last.seq).split_whitespace().count(), all);
    let documents = ledger.custodian().verify(&[]).await.unwrap().documents;
    assert_eq!(documents as usize, EACH);
}
