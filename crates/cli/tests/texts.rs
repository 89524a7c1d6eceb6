//! Texts with characters that a terminal or a file format acts on: refused at the doors, shown as text by
//! every output that they reach all the same.

mod common;

use std::path::Path;

use common::{entente, refusal, stdout};

const CLEAN: &str = "title = \"T\"\nparties = [\"USA\", \"MEX\"]\n[[source]]\nid = \"s\"\ncitation = \"C\"\npublished = 2001-01-01\n[[item]]\nid = \"i\"\nname = \"Name\"\ndescription = \"Words\"\nlevel = \"bilateral\"\nfrom = 2001-01-01\nsources = [\"s\"]\n";

fn written(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

/// Neither output of a command holds a character that a terminal acts on.
fn assert_calm(args: &[&str]) -> String {
    let output = entente(args);
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8(said).unwrap();
    let bad = said.chars().find(|c| !entente_doors::text::allowed(*c));
    assert!(bad.is_none(), "{args:?}: {bad:?} in {said}");
    said
}

#[test]
fn a_dossier_is_refused_at_the_character() {
    let dir = tempfile::tempdir().unwrap();
    for (name, wrong, place, said) in [
        (
            "Bell\\u0007",
            "",
            "line 9, column 13",
            "U+0007 (control character)",
        ),
        ("Esc\\u001B[31m", "", "line 9, column 12", "U+001B (escape)"),
        ("RTL\u{202E}gnp.exe", "", "line 9, column 12", "U+202E"),
        ("Name", "NUL\\u0000", "line 10, column 19", "U+0000 (NUL)"),
        ("Name", "x\\uFFFE", "line 10, column 17", "U+FFFE"),
        (
            "Two\\nlines",
            "",
            "line 9, column 12",
            "`name` is of one line",
        ),
    ] {
        let text = CLEAN.replace("Name", name);
        let text = match wrong {
            "" => text,
            wrong => text.replace("Words", wrong),
        };
        let file = written(dir.path(), "own.toml", &text);
        for windows in [false, true] {
            let text = match windows {
                true => text.replace('\n', "\r\n"),
                false => text.clone(),
            };
            std::fs::write(&file, &text).unwrap();
            let (code, refused) = refusal(&["dossier", "check", &file]);
            assert_eq!(code, 2);
            assert!(refused.contains(place), "{place}: {refused}");
            assert!(refused.contains(said), "{said}: {refused}");
            assert_calm(&["dossier", "check", &file]);
        }
    }
}

#[test]
fn a_dossier_from_windows_is_read() {
    let dir = tempfile::tempdir().unwrap();
    let text = format!("\u{FEFF}{}", CLEAN.replace('\n', "\r\n"));
    let file = written(dir.path(), "own.toml", &text);
    let unix = written(dir.path(), "unix.toml", CLEAN);
    let said = stdout(&["dossier", "check", &file]);
    assert_eq!(
        said.replace("own.toml", "unix.toml"),
        stdout(&["dossier", "check", &unix])
    );
}

/// The name of a file comes from whoever sent it.
#[test]
fn names_of_files_are_shown_as_text() {
    let dir = tempfile::tempdir().unwrap();
    let clean = written(dir.path(), "own\u{1B}[2J\n.toml", CLEAN);
    let said = assert_calm(&["dossier", "check", &clean]);
    assert!(
        said.contains("own\u{FFFD}[2J .toml: T. No fault found."),
        "{said}"
    );
    let wrong = written(dir.path(), "wrong\u{202E}.toml", "title = 3\n");
    assert_calm(&["dossier", "check", &wrong]);
    for args in [
        ["dossier", "check", "gone\u{9B}2J"],
        ["brief", "USA", "M\u{1B}[31mX"],
        ["windows", "USA", "--as-of=\u{1B}[31m"],
        ["dossier", "new", "--\u{1B}]0;x\u{7}"],
    ] {
        assert!(!entente(&args).status.success());
        assert_calm(&args);
    }
}

/// A directory of evidence says itself what it is of.
#[test]
fn sources_of_a_directory_are_shown_as_text() {
    let dir = tempfile::tempdir().unwrap();
    let travels = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../evidence/tests/fixtures/contacts/travels-secretary.xml"
    );
    let into = dir.path().join("own");
    let into = into.to_str().unwrap();
    let imported = entente(&[
        "evidence", "import", travels, "--as", "travels", "--into", into,
    ]);
    assert!(imported.status.success(), "{imported:?}");
    let file = Path::new(into).join("sources.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    let text = text.replace("publisher = \"", "publisher = \"\\u001B[2J\\u202E\\n");
    std::fs::write(&file, text).unwrap();
    for format in ["table", "csv", "json"] {
        assert_calm(&["evidence", "list", "--evidence", into, "--format", format]);
    }
    assert_calm(&["evidence", "list", "--evidence", into, "--bibtex"]);
}

/// What is told at the terminal goes through `output`.
#[test]
fn no_command_prints_by_itself() {
    let commands = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/commands");
    let mut folders = vec![commands];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            if ["println!", "print!("]
                .iter()
                .any(|word| text.contains(word))
            {
                found.push(path);
            }
        }
    }
    assert!(found.is_empty(), "{found:?}");
}
