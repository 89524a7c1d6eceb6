//! A PostgreSQL server for the length of the test run.

use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Executor};

/// Begins a server, waits until the test program has ended, and ends it. The tests sort as English
/// does on purpose: the ledger's orders must not depend on it.
const SCRIPT: &str = r#"
"$1/initdb" -D "$2/data" -A trust -U entente -E UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=en-US >"$2/log" 2>&1 || exit 1
"$1/postgres" -D "$2/data" -k "$2" -c listen_addresses= -c max_connections=200 >>"$2/log" 2>&1 &
server=$!
read -r _
kill -QUIT $server
wait $server
"#;

/// Runs that script, not as root, which PostgreSQL refuses; and tidies up.
const AROUND: &str = r#"
if [ "$(id -u)" = 0 ]; then runuser -u postgres -- sh -c "$3" sh "$1" "$2"; else sh -c "$3" sh "$1" "$2"; fi
rm -rf "$2"
"#;

/// The server; its standard input is open as long as this program runs.
struct Server {
    directory: PathBuf,
    _script: Child,
}

static SERVER: LazyLock<Server> = LazyLock::new(|| {
    let Some(binaries) = binaries() else {
        panic!(
            "PostgreSQL is not installed, and these tests run on it: apt-get install postgresql"
        );
    };
    let directory = tempfile::Builder::new()
        .prefix("ledger-")
        .tempdir()
        .unwrap()
        .keep();
    std::fs::set_permissions(&directory, std::fs::Permissions::from_mode(0o777)).unwrap();
    let script = Command::new("sh")
        .args(["-c", AROUND, "sh"])
        .args([binaries.as_os_str(), directory.as_os_str()])
        .arg(SCRIPT)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("no shell: {error}"));
    Server {
        directory,
        _script: script,
    }
});

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

/// A new, empty database.
pub async fn database() -> PgConnectOptions {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let name = format!("ledger_{}", NUMBER.fetch_add(1, Ordering::Relaxed));
    let options = PgConnectOptions::new_without_pgpass()
        .socket(&SERVER.directory)
        .username("entente");
    let mut admin = connect(options.clone().database("postgres")).await;
    let sql = AssertSqlSafe(format!("CREATE DATABASE {name}"));
    admin.execute(sql).await.unwrap();
    options.database(&name)
}

async fn connect(options: PgConnectOptions) -> PgConnection {
    for _ in 0..600 {
        match options.connect().await {
            Ok(connection) => return connection,
            Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
        }
    }
    let log = std::fs::read_to_string(SERVER.directory.join("log"));
    panic!(
        "the server does not answer: {}",
        log.unwrap_or_else(|e: io::Error| e.to_string())
    );
}
