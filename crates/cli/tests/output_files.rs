//! Where `-o FILE` writes: what was there stays until the result is whole, and nothing that was read is lost.

mod common;

use std::path::Path;
use std::process::Command;

use common::{entente, refusal, stdout};

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// What a shell makes of a line, with the program as `$0` and a file as `$1`.
fn shell(line: &str, file: &Path) -> std::process::Output {
    Command::new("sh")
        .args(["-c", line, env!("CARGO_BIN_EXE_entente"), text(file)])
        .output()
        .unwrap()
}

#[test]
fn an_output_does_not_take_the_place_of_an_input() {
    let folder = tempfile::tempdir().unwrap();
    let shares = folder.path().join("shares.csv");
    std::fs::write(&shares, "state,share\nUSA,50\nMEX,30\nCAN,20\n").unwrap();
    let link = folder.path().join("link.csv");
    std::os::unix::fs::symlink(&shares, &link).unwrap();
    for output in [&shares, &link] {
        let (code, said) = refusal(&[
            "coalition",
            text(&shares),
            "--format",
            "csv",
            "-o",
            text(output),
        ]);
        assert_eq!(code, 2, "{said}");
        assert!(said.contains("is a file that this command reads"), "{said}");
    }
    assert!(
        std::fs::read_to_string(&shares)
            .unwrap()
            .starts_with("state,share\nUSA,50")
    );

    let dir = folder.path().join("mine");
    let matches = folder.path().join("matches.csv");
    std::fs::write(&matches, "rcid1,rcid2\n1,2\n").unwrap();
    stdout(&[
        "evidence",
        "import",
        text(&matches),
        "--as",
        "matches",
        "--into",
        text(&dir),
    ]);
    for name in ["repeats.parquet", "sources.toml", "votes.parquet"] {
        let output = dir.join(name);
        let export = [
            "evidence",
            "export",
            "repeats",
            "--evidence",
            text(&dir),
            "-o",
            text(&output),
        ];
        assert_eq!(refusal(&export).0, 2, "{name}");
    }
    stdout(&[
        "evidence",
        "verify",
        "--evidence",
        text(&dir),
        "--without-embedded",
    ]);
}

#[test]
fn what_cannot_be_written_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let states = |output: &Path| refusal(&["states", "--format", "csv", "-o", text(output)]);
    let (code, said) = states(&folder.path().join("no/file.csv"));
    assert_eq!(code, 1);
    assert!(
        said.contains("there is no folder") && said.contains("file.csv"),
        "{said}"
    );
    let (code, said) = states(folder.path());
    assert_eq!(code, 1);
    assert!(said.contains("directory"), "{said}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_a_failure_and_a_device_stays_one() {
    let (code, said) = refusal(&["states", "--format", "csv", "-o", "/dev/full"]);
    assert_eq!(code, 1);
    assert!(said.contains("cannot write /dev/full"), "{said}");
    assert!(std::os::unix::fs::FileTypeExt::is_char_device(
        &std::fs::metadata("/dev/full").unwrap().file_type()
    ));
    assert!(
        entente(&["states", "--format", "csv", "-o", "/dev/null"])
            .status
            .success()
    );
}

#[cfg(unix)]
#[test]
fn no_room_or_a_kill_leaves_the_file_that_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("states.csv");
    std::fs::write(&file, "old").unwrap();
    // The system lets no file grow beyond one block: once as an error, as of a full disk, once as a signal
    // that kills.
    let command = "\"$0\" states --format csv -o \"$1\"";
    let full = shell(&format!("trap '' XFSZ; ulimit -f 1; {command}"), &file);
    assert_eq!(full.status.code(), Some(1));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "old");
    assert_eq!(
        std::fs::read_dir(folder.path()).unwrap().count(),
        1,
        "a part was left"
    );
    let killed = shell(&format!("ulimit -f 1; exec {command}"), &file);
    assert!(!killed.status.success());
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "old");
    let written = shell(command, &file);
    assert!(written.status.success());
    assert!(
        std::fs::read_to_string(&file)
            .unwrap()
            .starts_with("ccode,")
    );
}

#[cfg(target_os = "linux")]
#[test]
fn streams_take_what_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let states = stdout(&["states", "--format", "csv"]);
    let file = folder.path().join("out");
    let command = "\"$0\" states --format csv -o";
    // A file that the shell has opened to add to is added to.
    std::fs::write(&file, "before\n").unwrap();
    assert!(
        shell(&format!("{command} /dev/stdout >> \"$1\""), &file)
            .status
            .success()
    );
    assert_eq!(
        std::fs::read_to_string(&file).unwrap(),
        format!("before\n{states}")
    );
    let piped = shell(&format!("{command} /dev/stdout | cat > \"$1\""), &file);
    assert!(piped.status.success());
    assert_eq!(std::fs::read_to_string(&file).unwrap(), states);
    let pipe = folder.path().join("pipe");
    let through = shell(
        &format!("mkfifo \"$1\"; cat \"$1\" & {command} \"$1\"; wait"),
        &pipe,
    );
    assert_eq!(String::from_utf8(through.stdout).unwrap(), states);
}

#[test]
fn what_has_no_end_is_not_read() {
    let folder = tempfile::tempdir().unwrap();

    let (code, said) = refusal(&[
        "coincidence",
        "USA",
        "MEX",
        "--issue",
        "mine",
        "--baskets",
        "/dev/zero",
    ]);
    assert_eq!(code, 2);
    assert!(said.contains("it is a device, which has no end"), "{said}");
    let into = folder.path().join("mine");
    let (code, said) = refusal(&[
        "evidence",
        "import",
        "/dev/zero",
        "--as",
        "matches",
        "--into",
        text(&into),
    ]);
    assert_eq!(code, 1);
    assert!(said.contains("it is a device, which has no end"), "{said}");
}
