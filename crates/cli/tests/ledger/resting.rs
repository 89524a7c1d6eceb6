//! At rest: who may read the files, sealing, a folder that cannot be written, addresses that hold a password.

use super::place::{CANARY, Place};

#[cfg(unix)]
fn mode(path: &std::path::Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[cfg(unix)]
#[test]
fn files_are_the_users_alone() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::with_notes();
    for file in [
        "joint.jsonl",
        "own.jsonl",
        "pack.md",
        "copy.ledger",
        "ledger.ics",
    ] {
        let path = place.file(file);
        match file {
            "joint.jsonl" => place.stdout(&["export", &path]),
            "own.jsonl" => place.stdout(&["export", &path, "--as", "MEX"]),
            "pack.md" => place.stdout(&[
                "pack",
                "next",
                "--as",
                "MEX",
                "--as-of",
                "2026-11-25",
                "-o",
                &path,
            ]),
            "copy.ledger" => place.stdout(&["backup", &path]),
            _ => place.stdout(&["ics", "-o", &path]),
        };
        assert_eq!(mode(&place.path(file)), 0o600, "{file}");
    }
    assert_eq!(mode(&place.path("team.ledger")), 0o600);
    // One that others could read is closed to them; where the group writes, it goes on.
    for (before, after) in [(0o644, 0o600), (0o664, 0o660)] {
        let ledger = place.path("team.ledger");
        std::fs::set_permissions(&ledger, std::fs::Permissions::from_mode(before)).unwrap();
        place.stdout(&["list", "consultation"]);
        assert_eq!(mode(&ledger), after);
    }
    // The ledger of the user's own, in a folder that is made for it.
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("data");
    let output = assert_cmd::Command::cargo_bin("entente")
        .unwrap()
        .args(["ledger", "record", "--shipped", super::place::MODEL])
        .env_remove("ENTENTE_DATABASE")
        .env("ENTENTE_AUTHOR", "Planning")
        .env("XDG_DATA_HOME", &data)
        .env("HOME", home.path())
        .output()
        .unwrap();
    assert!(output.status.success());
    assert_eq!(mode(&data.join("entente")), 0o700);
    assert_eq!(mode(&data.join("entente/ledger.sqlite")), 0o600);
}

#[test]
fn what_is_sealed_opens_with_the_file_of_its_passphrase() {
    let place = Place::with_notes();
    let phrase = place.write("phrase.txt", "eagle cactus lake stone\n");
    place.refused(
        &["seal", "--as", "MEX"],
        2,
        &["a new passphrase is needed", "--new-passphrase-file"],
    );
    place.refused(
        &["seal", "--new-passphrase-file", &phrase],
        2,
        &["--as STATE"],
    );
    let short = place.write("short.txt", "secret");
    place.refused(
        &["seal", "--as", "MEX", "--new-passphrase-file", &short],
        2,
        &["12 letters or more"],
    );
    let said = place.stdout(&["seal", "--as", "MEX", "--new-passphrase-file", &phrase]);
    assert!(said.contains("2 revisions and 1 documents"), "{said}");
    for file in ["team.ledger", "team.ledger-wal", "copy.ledger"] {
        if file == "copy.ledger" {
            place.stdout(&["backup", &place.file(file)]);
        }
        let bytes = std::fs::read(place.path(file)).unwrap_or_default();
        let found = bytes.windows(CANARY.len()).any(|w| w == CANARY.as_bytes());
        assert!(!found, "{file}");
    }
    place.refused(
        &["list", "position", "--as", "MEX"],
        2,
        &[
            "what is the own of Mexico (MEX) is sealed",
            "--passphrase-file FILE",
        ],
    );
    place.refused(
        &[
            "list",
            "position",
            "--as",
            "MEX",
            "--passphrase-file",
            &short,
        ],
        1,
        &["does not open"],
    );
    let own = [
        "list",
        "position",
        "--as",
        "MEX",
        "--passphrase-file",
        &phrase,
    ];
    assert!(place.stdout(&own).contains(CANARY));
    // Everybody works on, and what is sealed is checked as far as can be.
    assert!(place.stdout(&["list", "consultation"]).contains("next"));
    let verified = place.stdout(&["verify", "--as", "MEX"]);
    assert!(verified.contains("2 of them are sealed"), "{verified}");
    let verified = place.stdout(&["verify", "--as", "MEX", "--passphrase-file", &phrase]);
    assert!(!verified.contains("sealed"), "{verified}");
    // It travels sealed.
    let file = place.file("own.jsonl");
    place.stdout(&["export", &file, "--as", "MEX", "--passphrase-file", &phrase]);
    assert!(!std::fs::read_to_string(&file).unwrap().contains(CANARY));
    let other = Place::empty();
    other.refused(
        &["import", &file, "--as", "MEX"],
        1,
        &["its passphrase opens it"],
    );
    other.stdout(&["import", &file, "--as", "MEX", "--passphrase-file", &phrase]);
    assert_eq!(other.stdout(&own), place.stdout(&own));
}

#[test]
fn addresses_are_not_repeated() {
    let place = Place::model();
    for address in [
        "postgres//me:hush-7@db/team",
        "postgre://me:hush-7@db/team",
        "postgres:me:hush-7@db/team",
        "me:hush-7@db/team",
        "postgres://me:hush-7@db:port/team",
        "postgres://me:hush-7@127.0.0.1:9/team",
    ] {
        for command in [
            vec!["list", "act", "--database", address],
            vec!["restore", "--as-of", "2026-01-01", "--into", address],
        ] {
            let output = place.output(&command);
            assert!(!output.status.success());
            for stream in [output.stdout, output.stderr] {
                let said = String::from_utf8_lossy(&stream).into_owned();
                assert!(!said.contains("hush-7"), "{address}: {said}");
            }
        }
    }
    assert!(!place.path("postgres").exists());
}

/// Run as somebody who may only read; an administrator may always write.
#[cfg(unix)]
#[test]
fn a_ledger_in_a_folder_that_cannot_be_written_is_read() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::with_notes();
    let folder = place.path("kept");
    std::fs::create_dir(&folder).unwrap();
    let copy = folder.join("copy.ledger");
    place.stdout(&["backup", &copy.display().to_string()]);
    let root = std::process::Command::new("id")
        .arg("-u")
        .output()
        .unwrap()
        .stdout
        == b"0\n";
    let open = |path: &std::path::Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    open(&copy, 0o444);
    open(&folder, 0o555);
    if root {
        open(folder.parent().unwrap(), 0o755);
    }
    let program = assert_cmd::cargo::cargo_bin("entente");
    let run = |args: &[&str]| {
        let mut command = match root {
            // The folder of the build may be the administrator's alone; the program is read from a copy.
            true => {
                let there = std::env::temp_dir().join(format!("entente-{}", std::process::id()));
                if !there.exists() {
                    std::fs::copy(&program, &there).unwrap();
                    open(&there, 0o755);
                }
                let mut command = std::process::Command::new("setpriv");
                command
                    .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
                    .arg(there);
                command
            }
            false => std::process::Command::new(&program),
        };
        command
            .args(["ledger", "--database"])
            .arg(&copy)
            .args(args)
            .env("NO_COLOR", "1")
            .env("ENTENTE_AUTHOR", "Planning")
            .current_dir("/")
            .output()
            .unwrap()
    };
    let listed = run(&["list", "consultation"]);
    let errors = String::from_utf8_lossy(&listed.stderr).into_owned();
    assert!(listed.status.success(), "{errors}");
    assert_eq!(
        String::from_utf8(listed.stdout).unwrap(),
        place.stdout(&["list", "consultation"])
    );
    assert!(run(&["verify"]).status.success());
    let written = run(&["cancel", "next", "--reason", "Given up"]);
    assert_eq!(written.status.code(), Some(1));
    let said = String::from_utf8_lossy(&written.stderr).into_owned();
    assert!(
        said.contains("readonly") || said.contains("cannot be written"),
        "{said}"
    );
    open(&folder, 0o755);
    let _ =
        std::fs::remove_file(std::env::temp_dir().join(format!("entente-{}", std::process::id())));
}

/// FINDINGS 7.3: what an agenda names is not opened as a path.
#[test]
fn an_agenda_names_no_path() {
    let place = Place::with_notes();
    let secret = place.write("private-dossier.toml", "title = \"MEXLOCALDOSSIER\"\n");
    for path in [
        secret.as_str(),
        "/etc/passwd",
        "../private-dossier.toml",
        "/dev/zero",
    ] {
        let entry = serde_json::json!({"agenda-entry": {
            "id": "p1", "consultation": "next", "order": 1,
            "item": {"dossier": path, "item": "x"},
        }});
        let file = place.write("p1.jsonl", &format!("{entry}\n"));
        place.refused(
            &["record", &file],
            2,
            &[
                "agenda-entry p1: item.dossier:",
                "is no id",
                "Nothing was recorded",
            ],
        );
        let item = format!("{path}/x");
        let (code, _) = place.refusal(&["add", "item", "next", "--item", &item]);
        assert_eq!(code, 2, "{path}");
    }
    // A name that is no shipped dossier's opens no file of that name either.
    let entry = serde_json::json!({"agenda-entry": {
        "id": "p2", "consultation": "next", "order": 1,
        "item": {"dossier": "private-dossier.toml", "item": "x"},
    }});
    let file = place.write("p2.jsonl", &format!("{entry}\n"));
    place.stdout(&["record", &file]);
    let output = assert_cmd::Command::cargo_bin("entente")
        .unwrap()
        .args(["ledger", "pack", "next", "--as-of", "2026-11-25"])
        .current_dir(place.path("."))
        .env("NO_COLOR", "1")
        .env("ENTENTE_DATABASE", place.database())
        .env("XDG_CACHE_HOME", place.path("."))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned()
        + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(!said.contains("MEXLOCALDOSSIER"), "{said}");
}
