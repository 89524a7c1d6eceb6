//! PostgreSQL servers for the length of a test run.

use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Executor};

/// Begins a server, does what it is told line by line, and ends the server when the test program has
/// ended. The tests sort as English does on purpose: the ledger's orders must not depend on it.
const SCRIPT: &str = r#"
begin() {
  "$1/postgres" -D "$2/data" -k "$2" -c listen_addresses= -c max_connections=200 -c fsync=$FSYNC -c wal_writer_delay=10s >>"$2/log" 2>&1 &
  server=$!
}
crash() {
  kill -QUIT $server 2>/dev/null
  wait $server
}
"$1/initdb" -D "$2/data" -A trust -U entente -E UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=en-US --no-sync --wal-segsize=1 >"$2/log" 2>&1 || exit 1
begin "$@"
while read -r word; do $word "$@"; done
crash
"#;

/// Runs that script, not as root, which PostgreSQL refuses; and tidies up.
const AROUND: &str = r#"
if [ "$(id -u)" = 0 ]; then runuser -u postgres -- sh -c "$3" sh "$1" "$2"; else sh -c "$3" sh "$1" "$2"; fi
rm -rf "$2"
"#;

/// Whether a server waits for the disk.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Sync {
    /// As it should.
    Always,
    /// What a process has written survives its end, and no test cuts the power.
    Never,
}

/// A server; its script's standard input is open as long as this program runs.
pub struct Server {
    directory: PathBuf,
    pub(crate) script: Child,
}

/// The one that most tests share.
static SERVER: LazyLock<Server> =
    LazyLock::new(|| Server::begin(&std::env::temp_dir(), Sync::Never));

/// A new, empty database.
pub async fn database() -> PgConnectOptions {
    SERVER.database().await
}

impl Server {
    /// Begins a server in a new directory.
    pub fn begin(parent: &Path, sync: Sync) -> Server {
        let Some(binaries) = binaries() else {
            panic!(
                "PostgreSQL is not installed, and these tests run on it: apt-get install postgresql"
            );
        };
        let directory = tempfile::Builder::new()
            .prefix("ledger-")
            .tempdir_in(parent)
            .unwrap()
            .keep();
        std::fs::set_permissions(&directory, std::fs::Permissions::from_mode(0o777)).unwrap();
        let script = Command::new("sh")
            .args(["-c", AROUND, "sh"])
            .args([binaries.as_os_str(), directory.as_os_str()])
            .arg(SCRIPT)
            .env("FSYNC", if sync == Sync::Always { "on" } else { "off" })
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("no shell: {error}"));
        Server { directory, script }
    }

    /// A new, empty database on it.
    pub async fn database(&self) -> PgConnectOptions {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name = format!("ledger_{}", NUMBER.fetch_add(1, Ordering::Relaxed));
        let options = PgConnectOptions::new_without_pgpass()
            .socket(&self.directory)
            .username("entente");
        let mut admin = self.connect(options.clone().database("postgres")).await;
        let sql = AssertSqlSafe(format!("CREATE DATABASE {name}"));
        admin.execute(sql).await.unwrap();
        options.database(&name)
    }

    /// Waits until it answers.
    pub async fn connect(&self, options: PgConnectOptions) -> PgConnection {
        for _ in 0..600 {
            match options.connect().await {
                Ok(connection) => return connection,
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        }
        let log = std::fs::read_to_string(self.directory.join("log"));
        panic!(
            "the server does not answer: {}",
            log.unwrap_or_else(|e: io::Error| e.to_string())
        );
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.script.stdin.take();
        self.script.wait().unwrap();
    }
}

/// Where Debian's package puts the newest server.
fn binaries() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let mut found: Vec<(u32, PathBuf)> = versions
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let version = entry.file_name().to_str()?.parse().ok()?;
            let path = entry.path().join("bin");
            path.join("initdb").exists().then_some((version, path))
        })
        .collect();
    found.sort();
    found.pop().map(|(_, path)| path)
}
