//! A database for a test, and the program run on it.

use std::path::PathBuf;
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// The case that comes with the program.
pub const MODEL: &str = "north-american-leaders";

/// A directory and a database.
pub struct Place {
    directory: TempDir,
    database: String,
}

impl Place {
    /// Nothing recorded yet.
    pub fn empty() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let database = directory.path().join("team.ledger").display().to_string();
        Place {
            directory,
            database,
        }
    }

    /// On a database that is there.
    pub fn on(database: String) -> Self {
        Place {
            database,
            ..Place::empty()
        }
    }

    /// With the model case.
    pub fn model() -> Self {
        let place = Place::empty();
        place.stdout(&["record", "--shipped", MODEL]);
        place
    }

    /// With the model case, a consultation planned, two entries on its agenda and Mexico's own notes.
    pub fn with_notes() -> Self {
        let place = Place::model();
        place.stdout(&[
            "add",
            "consultation",
            "nals",
            "--start",
            "2027-02-01",
            "--id",
            "next",
        ]);
        for (id, item) in [("heat", "usa-mexico/climate"), ("arms", "usa-mexico/drugs")] {
            place.stdout(&["add", "item", "next", "--item", item, "--id", id]);
        }
        place.stdout(&[
            "add",
            "position",
            "heat",
            "--as",
            "MEX",
            "--author",
            &format!("{CANARY} author"),
            "--aim",
            &format!("{CANARY} aim"),
            "--red-line",
            &format!("{CANARY} red line"),
        ]);
        let file = place.write(&format!("{CANARY}.txt"), &format!("{CANARY} content"));
        place.stdout(&[
            "attach",
            &file,
            "--own",
            "--as",
            "MEX",
            "--to",
            "agenda-entry/heat",
        ]);
        place
    }

    pub fn database(&self) -> &str {
        &self.database
    }

    pub fn file(&self, name: &str) -> String {
        self.path(name).display().to_string()
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) -> String {
        std::fs::write(self.path(name), text).unwrap();
        self.file(name)
    }

    pub fn output(&self, args: &[&str]) -> Output {
        self.program(&[&["ledger"], args].concat())
    }

    /// The program without `ledger`.
    pub fn program(&self, args: &[&str]) -> Output {
        Command::cargo_bin("entente")
            .unwrap()
            .args(args)
            .env("NO_COLOR", "1")
            .env("ENTENTE_DATABASE", &self.database)
            .env("ENTENTE_AUTHOR", "Planning")
            .env("XDG_CACHE_HOME", self.directory.path())
            .env("XDG_DATA_HOME", self.directory.path())
            .output()
            .unwrap()
    }

    pub fn stdout(&self, args: &[&str]) -> String {
        told(args, self.output(args))
    }

    pub fn json(&self, args: &[&str]) -> Value {
        serde_json::from_str(&self.stdout(&[args, &["--format", "json"]].concat())).unwrap()
    }

    /// Exit code and what was said, with line breaks and frame signs folded to blanks.
    pub fn refusal(&self, args: &[&str]) -> (i32, String) {
        let output = self.output(args);
        assert!(output.stdout.is_empty(), "{args:?} printed a result");
        let said = String::from_utf8(output.stderr).unwrap();
        let said = said.replace(['│', '×', '╰', '─', '▶', '·', '╭', '├'], " ");
        (
            output.status.code().unwrap(),
            said.split_whitespace().collect::<Vec<_>>().join(" "),
        )
    }

    /// Refused with a code, saying all of this.
    pub fn refused(&self, args: &[&str], code: i32, said: &[&str]) {
        let (found, told) = self.refusal(args);
        assert_eq!(found, code, "{args:?}: {told}");
        for part in said {
            assert!(
                told.contains(part),
                "{args:?} does not say {part:?}: {told}"
            );
        }
    }

    /// Nothing is found wrong.
    pub fn assert_sound(&self) {
        let page = self.stdout(&["verify"]);
        assert!(page.contains("Nothing was altered"), "{page}");
    }
}

/// What the program printed, if it succeeded.
pub fn told(args: &[&str], output: Output) -> String {
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{args:?}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

/// A text of one delegation that must never be seen by another.
pub const CANARY: &str = "CANARY-7c1e";
