//! Parts that a test plays in another process, which can be killed: this test program, called again.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use entente_ledger::Database;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::{crowd, full, killed};

const PART: &str = "ENTENTE_LEDGER_TEST_PART";

/// What the other process does.
#[derive(Serialize, Deserialize)]
pub enum Part {
    /// Writes until it is killed.
    Writer(killed::Writer),
    /// Writes beside others.
    OneOfMany(crowd::OneOfMany),
    /// Fills a disk.
    FullDisk(full::Disk),
}

/// Another process, and what it says: lines of JSON on standard output.
pub struct Played<W> {
    child: Child,
    words: Receiver<W>,
}

#[test]
#[ignore = "other tests play it, in processes of its own"]
fn is_played() {
    let Ok(part) = std::env::var(PART) else {
        return;
    };
    match serde_json::from_str(&part).unwrap() {
        Part::Writer(part) => part.play(),
        Part::OneOfMany(part) => part.play(),
        Part::FullDisk(part) => part.play(),
    }
}

impl<W: DeserializeOwned + Send + 'static> Played<W> {
    /// Begins a process, called by `around` if that is not empty.
    pub fn begin(part: &Part, around: &[&str]) -> Played<W> {
        let program = std::env::current_exe().unwrap();
        let mut command = match around {
            [] => Command::new(program),
            [first, rest @ ..] => {
                let mut command = Command::new(first);
                command.args(rest).arg(program);
                command
            }
        };
        let mut child = command
            .args(["--exact", "part::is_played", "--ignored", "--nocapture"])
            .env(PART, serde_json::to_string(part).unwrap())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let (to, words) = channel();
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                // The last one may be cut off; the rest is the test program's own, which on one thread names the
                // test before the first word, on its line.
                let begins = line.find('{').unwrap_or(line.len());
                if let Ok(word) = serde_json::from_str(&line[begins..]) {
                    let _ = to.send(word);
                }
            }
        });
        Played { child, words }
    }

    /// The next word; `None` if it has ended.
    pub fn word(&mut self, patience: Duration) -> Option<W> {
        match self.words.recv_timeout(patience) {
            Ok(word) => Some(word),
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) => {
                self.child.kill().unwrap();
                panic!("nothing was heard for {patience:?}: a deadlock");
            }
        }
    }

    /// Kills it with SIGKILL; and what else it has said.
    pub fn kill(mut self) -> (ExitStatus, Vec<W>) {
        self.child.kill().unwrap();
        self.end()
    }

    /// Waits for its end; and what else it has said.
    pub fn end(mut self) -> (ExitStatus, Vec<W>) {
        let words = self.words.iter().collect();
        (self.child.wait().unwrap(), words)
    }
}

/// Says a word, in the part's own process. When this returns, it is with the other process.
pub fn say<W: Serialize>(word: &W) {
    let mut line = serde_json::to_vec(word).unwrap();
    line.push(b'\n');
    let mut out = std::io::stdout().lock();
    out.write_all(&line).and_then(|()| out.flush()).unwrap();
}

/// An address from which another process opens a database.
pub fn address(database: &Database) -> String {
    match database {
        Database::Postgres(options) => format!(
            "postgres://{}@localhost/{}?host={}",
            options.get_username(),
            options.get_database().unwrap(),
            options.get_socket().unwrap().display()
        ),
        other => other.to_string(),
    }
}
