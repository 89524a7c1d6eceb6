//! As the other delegation: every command, its output and its errors searched for a text that must not
//! be there.

use super::place::{CANARY, Place};

#[test]
fn nobody_sees_anothers_notes() {
    let place = Place::with_notes();
    let own = place.stdout(&["log", "--as", "MEX"]);
    assert!(
        own.contains(CANARY),
        "the delegation itself sees them: {own}"
    );
    let positions = place.json(&["list", "position", "--as", "MEX"]);
    let position = positions["entries"][0]["entry"]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let documents = place.json(&["list", "document", "--as", "MEX"]);
    let document = documents["entries"][0]["entry"]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let file = place.write("other.txt", "Another's");
    let position_ref = format!("position/{position}");
    let document_ref = format!("document/{document}");
    let (out, before) = (place.file("out"), place.file("before.ledger"));
    let mut commands: Vec<Vec<&str>> = vec![
        vec!["show", &position],
        vec!["show", &position_ref],
        vec!["show", &document_ref],
        vec!["show", "heat"],
        vec!["show", "next"],
        vec!["fetch", &document],
        vec!["fetch", &document, "-o", &out],
        vec!["revise", &position_ref, "aim=Mine"],
        vec!["revise", &document_ref, "name=Mine"],
        vec!["attach", &file, "--to", &position_ref],
        vec!["add", "position", "heat", "--aim", "Mine", "--as", "USA"],
        vec!["log"],
        vec!["log", &position],
        vec!["due", "--all"],
        vec!["scorecard"],
        vec!["pack", "next", "--as-of", "2026-11-25"],
        vec!["ics"],
        vec!["verify"],
        vec!["export"],
        vec!["restore", "--as-of", "2099-01-01", "--into", &before],
        vec!["carry", "next", "--to", "nals-2023"],
        vec!["hold", "next", "--start", "2026-11-02", "--reached", "arms"],
    ];
    for kind in [
        "consultation",
        "agenda-entry",
        "position",
        "outcome",
        "commitment",
        "score",
        "act",
        "document",
    ] {
        commands.push(vec!["list", kind]);
    }
    for command in &commands {
        for viewer in ["joint", "USA", "CAN"] {
            for format in ["table", "csv", "json"] {
                let mut args = command.clone();
                if !args.contains(&"--as") {
                    args.extend(["--as", viewer]);
                }
                let formatted = ["show", "log", "due", "scorecard", "list", "verify"];
                if formatted.contains(&args[0]) {
                    args.extend(["--format", format]);
                }
                let output = place.output(&args);
                for stream in [output.stdout, output.stderr] {
                    let said = String::from_utf8_lossy(&stream).into_owned();
                    assert!(!said.contains(CANARY), "{args:?}: {said}");
                }
                if !formatted.contains(&args[0]) {
                    break;
                }
            }
        }
    }
    assert!(!place.path("out").exists());
    let restored = Place::on(before);
    for viewer in ["MEX", "USA"] {
        let log = restored.stdout(&["log", "--as", viewer, "--format", "json"]);
        assert!(!log.contains(CANARY), "{log}");
    }
}
