//! Servers and their processes ended at once, as by a power cut or an operator.

use std::io::Write;
use std::process::Command;

use super::server::Server;

impl Server {
    /// Ends it at once, as `pg_ctl stop -m immediate` does: it has no time to tidy up.
    pub fn crash(&mut self) {
        self.tell("crash");
    }

    /// Begins it again, after a [`crash`](Self::crash).
    pub fn again(&mut self) {
        self.tell("begin");
    }

    /// Kills one of its processes; whether it was there.
    pub fn kill(&self, process: i32) -> bool {
        let mut kill = Command::new("kill");
        let killed = kill.args(["-KILL", &process.to_string()]).status();
        killed.unwrap().success()
    }

    fn tell(&mut self, word: &str) {
        let to = self.script.stdin.as_mut().unwrap();
        writeln!(to, "{word}").unwrap();
    }
}
