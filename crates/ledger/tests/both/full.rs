//! A full disk: nothing acknowledged is lost, and when there is room it goes on.

use std::path::{Path, PathBuf};
use std::process::Command;

use entente_ledger::{Database, Ledger, LedgerError, Opening};
use serde::{Deserialize, Serialize};
use sqlx::{AssertSqlSafe, ConnectOptions, Executor};

use crate::deeds::{Known, deed};
use crate::killed::{chance, draw};
use crate::part::{Part, Played};
use crate::place::{Backend, Place, open};
use crate::sample::*;
use crate::server::{Server, Sync};
use crate::witness::{Heads, Seen, Word, same_elsewhere, spoken};

/// A disk that will be full.
#[derive(Serialize, Deserialize)]
pub struct Disk {
    directory: PathBuf,
    what: What,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum What {
    /// SQLite's file on a small disk.
    Sqlite,
    /// SQLite's file, which may not be larger than so many bytes.
    Limit,
    /// All of a PostgreSQL server on a small disk.
    Server,
    /// The tables of a PostgreSQL server on a small disk, its log elsewhere.
    Tables,
}

/// Runs a program with a small disk, which is gone when it ends, on a directory.
const SMALL_DISK: &str = r#"
size=$1; directory=$2; shift 2
mount -t tmpfs -o size=$size,mode=1777 tmpfs "$directory" && exec "$@"
"#;

/// Runs a program that may write files up to some bytes; until it takes the limit away itself.
const SMALL_FILES: &str = r#"
trap "" XFSZ
exec prlimit --fsize="$1":unlimited "${@:2}"
"#;

/// A command that may mount something without anybody else seeing it.
fn apart() -> Vec<&'static str> {
    let id = Command::new("id").arg("-u").output().unwrap();
    match id.stdout.trim_ascii() {
        b"0" => vec!["unshare", "--mount"],
        _ => vec![
            "unshare",
            "--user",
            "--map-current-user",
            "--keep-caps",
            "--mount",
        ],
    }
}

impl What {
    fn size(self) -> &'static str {
        match self {
            What::Sqlite => "6m",
            What::Limit => "500000",
            What::Server => "72m",
            What::Tables => "16m",
        }
    }

    /// Plays it in a process of its own; `false` if this system allows no small disk.
    fn play(self, directory: &Path) -> bool {
        let disk = directory.to_str().unwrap();
        let mut around = match self {
            What::Limit => vec!["bash", "-c", SMALL_FILES, "bash", self.size()],
            _ => apart(),
        };
        if self != What::Limit {
            around.extend(["sh", "-c", SMALL_DISK, "sh", self.size(), disk]);
            let mut attempt = Command::new(around[0]);
            if !attempt
                .args(&around[1..])
                .arg("true")
                .status()
                .unwrap()
                .success()
            {
                return false;
            }
        }
        let part = Part::FullDisk(Disk {
            directory: directory.to_owned(),
            what: self,
        });
        let (status, _): (_, Vec<()>) = Played::begin(&part, &around).end();
        assert!(status.success(), "{self:?}: {status}");
        true
    }
}

impl Disk {
    pub fn play(&self) {
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        runtime.enable_all().build().unwrap().block_on(self.fill());
    }

    async fn fill(&self) {
        let mut server = match self.what {
            What::Server => Some(Server::begin(&self.directory, Sync::Never)),
            What::Tables => Some(Server::begin(&std::env::temp_dir(), Sync::Never)),
            What::Sqlite | What::Limit => None,
        };
        let database = self.database(server.as_ref()).await;
        let ledger = open(&database).await;
        self.take_room();
        let (mut heads, mut seen) = (Heads::new(), Seen::default());
        let error = self.until_full(&ledger, 1, &mut heads, &mut seen).await;
        let said = error.to_string();
        match self.what {
            What::Sqlite | What::Tables => {
                assert!(matches!(error, LedgerError::Full(_)), "{error:?}");
                assert!(
                    said.starts_with("there is no room left where the database is"),
                    "{said}"
                );
            }
            // The server ends where it cannot write its log.
            What::Server => assert!(
                matches!(
                    error,
                    LedgerError::Full(_) | LedgerError::InDoubt(_) | LedgerError::Lost(_)
                ),
                "{error:?}"
            ),
            What::Limit => assert!(
                matches!(error, LedgerError::Database(_) | LedgerError::InDoubt(_)),
                "{error:?}"
            ),
        }
        self.make_room();
        if self.what == What::Server {
            let server = server.as_mut().unwrap();
            server.crash();
            server.again();
            self.answers(server, &database).await;
        }
        // The same ledger goes on, and so does a new one.
        self.goes_on(&ledger, 2, &mut heads, &mut seen).await;
        ledger.close().await;
        let again = Ledger::open(&database, &Opening::default()).await.unwrap();
        self.goes_on(&again, 3, &mut heads, &mut seen).await;
        same_elsewhere(&again).await;
        again.close().await;
        assert!(seen.acknowledged > 20, "{seen:?}");
    }

    async fn database(&self, server: Option<&Server>) -> Database {
        let Some(server) = server else {
            return Database::Sqlite(self.directory.join("ledger"));
        };
        let options = server.database().await;
        if self.what == What::Tables {
            let directory = self.directory.join("tables");
            std::fs::create_dir(&directory).unwrap();
            if Command::new("id").arg("-u").output().unwrap().stdout == b"0\n" {
                let mut owner = Command::new("chown");
                assert!(
                    owner
                        .arg("postgres")
                        .arg(&directory)
                        .status()
                        .unwrap()
                        .success()
                );
            }
            let name = options.get_database().unwrap().to_owned();
            let mut admin = options
                .clone()
                .database("postgres")
                .connect()
                .await
                .unwrap();
            for sql in [
                format!("CREATE TABLESPACE small LOCATION '{}'", directory.display()),
                format!("ALTER DATABASE {name} SET TABLESPACE small"),
            ] {
                admin.execute(AssertSqlSafe(sql)).await.unwrap();
            }
        }
        Database::Postgres(Box::new(options))
    }

    /// Takes what room there is but for some.
    fn take_room(&self) {
        if self.what == What::Limit {
            return;
        }
        let most = match self.what {
            What::Server => 3_000,
            _ => 700,
        };
        let free = Command::new("df")
            .args(["--output=avail", "-k"])
            .arg(&self.directory)
            .output();
        let free = String::from_utf8(free.unwrap().stdout).unwrap();
        let free: usize = free.lines().nth(1).unwrap().trim().parse().unwrap();
        assert!(free > most, "{:?}: {free} KiB free", self.what);
        std::fs::write(self.directory.join("filler"), vec![7; (free - most) * 1024]).unwrap();
    }

    fn make_room(&self) {
        if self.what != What::Limit {
            return std::fs::remove_file(self.directory.join("filler")).unwrap();
        }
        let mut limit = Command::new("prlimit");
        let this = std::process::id().to_string();
        limit.args(["--pid", &this, "--fsize=unlimited:unlimited"]);
        assert!(limit.status().unwrap().success());
    }

    async fn answers(&self, server: &Server, database: &Database) {
        if let Database::Postgres(options) = database {
            server.connect((**options).clone()).await;
        }
    }

    /// Writes until it is refused, and some times more; then what was acknowledged is there.
    async fn until_full(
        &self,
        ledger: &Ledger,
        seed: u64,
        heads: &mut Heads,
        seen: &mut Seen,
    ) -> LedgerError {
        let mut runner = chance(seed);
        let mut known = Known::of(ledger, "full").await.unwrap();
        let (mut words, mut first) = (Vec::new(), None);
        let mut more = 5;
        while more > 0 {
            let plan = known.plan(&draw(&mut runner, &deed()));
            words.push(Word::tries(&plan));
            match plan.perform(ledger, &stamp(1)).await {
                Ok(recorded) => {
                    words.push(Word::made(&recorded));
                    known.did(&plan, &recorded);
                }
                Err(error) => {
                    words.push(Word::refused(&error));
                    let in_doubt = matches!(error, LedgerError::InDoubt(_));
                    first.get_or_insert(error);
                    more = if in_doubt { 0 } else { more - 1 };
                }
            }
        }
        let error = first.unwrap();
        // A server that has ended says nothing; it is looked at when it is back.
        match ledger.head().await {
            Ok(_) => seen.look(ledger, heads, spoken(words)).await,
            Err(LedgerError::Lost(_)) if self.what == What::Server => {
                seen.later(spoken(words));
            }
            Err(other) => panic!("{other}"),
        }
        error
    }

    async fn goes_on(&self, ledger: &Ledger, seed: u64, heads: &mut Heads, seen: &mut Seen) {
        let mut runner = chance(seed);
        seen.look(ledger, heads, Vec::new()).await;
        let mut known = Known::of(ledger, &format!("on{seed}.")).await.unwrap();
        let mut words = Vec::new();
        for _ in 0..20 {
            let plan = known.plan(&draw(&mut runner, &deed()));
            let recorded = plan.perform(ledger, &stamp(2)).await.unwrap();
            words.extend([Word::tries(&plan), Word::made(&recorded)]);
            known.did(&plan, &recorded);
        }
        seen.look(ledger, heads, spoken(words)).await;
    }
}

fn on_a_small_disk(place: &Place, what: What, name: &str) {
    let directory = place.file(name);
    std::fs::create_dir(&directory).unwrap();
    if !what.play(&directory) {
        eprintln!("{what:?}: this system lets nobody mount a small disk: not tested");
    }
}

pub async fn a_full_disk_loses_nothing(place: &Place) {
    match place.backend {
        Backend::Sqlite => {
            on_a_small_disk(place, What::Limit, "limit");
            on_a_small_disk(place, What::Sqlite, "small");
        }
        Backend::Postgres => {
            on_a_small_disk(place, What::Tables, "tables");
            on_a_small_disk(place, What::Server, "server");
        }
    }
}
