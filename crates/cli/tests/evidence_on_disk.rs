//! A directory of evidence: what is read from it is what was written, whoever writes and whenever they stop.

mod common;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use common::{refusal, stdout};
use entente_evidence::{Bundle, Directory, RollCall, RollCallIssue, Vote};

fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../evidence/tests/fixtures/unga");
    folder.join(name).display().to_string()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// A directory with the votes of a file of the Library.
fn library(folder: &Path) -> PathBuf {
    let dir = folder.join("mine");
    import(&fixture("undl.csv"), "undl-votes", &dir);
    dir
}

fn import(file: &str, kind: &str, into: &Path) -> String {
    stdout(&[
        "evidence",
        "import",
        file,
        "--as",
        kind,
        "--into",
        text(into),
    ])
}

fn alone<'a>(command: &[&'a str], dir: &'a Path) -> Vec<&'a str> {
    [command, &["--evidence", text(dir), "--without-embedded"]].concat()
}

#[test]
fn a_table_of_which_one_bit_was_flipped_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let dir = library(folder.path());
    stdout(&alone(&["evidence", "verify"], &dir));
    let votes = dir.join("votes.parquet");
    let mut bytes = std::fs::read(&votes).unwrap();
    bytes[40] ^= 1;
    std::fs::write(&votes, bytes).unwrap();
    let (code, said) = refusal(&alone(&["evidence", "export", "votes"], &dir));
    assert_eq!(code, 1);
    for part in [
        text(&votes),
        "not the votes table",
        "`entente evidence verify`",
        "import",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    // It is not added to either: what is damaged would be kept, with a checksum of its own.
    let again = fixture("undl.csv");
    let (code, _) = refusal(&[
        "evidence",
        "import",
        &again,
        "--as",
        "undl-votes",
        "--into",
        text(&dir),
    ]);
    assert_eq!(code, 1);
    // A table that is whole is read.
    stdout(&alone(&["evidence", "export", "roll_calls"], &dir));
}

#[test]
fn a_table_that_nobody_lists_is_refused_and_one_without_a_list_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let dir = library(folder.path());
    let bare = folder.path().join("bare");
    std::fs::create_dir(&bare).unwrap();
    for table in ["votes", "roll_calls"] {
        let file = format!("{table}.parquet");
        std::fs::copy(dir.join(&file), bare.join(&file)).unwrap();
    }
    stdout(&alone(&["evidence", "export", "votes"], &bare));
    let listed = stdout(&alone(&["evidence", "list"], &bare));
    assert!(
        listed.contains("not stated (a table without sources.toml)"),
        "{listed}"
    );
    let flat = stdout(&alone(&["evidence", "list", "--format", "csv"], &bare));
    assert!(flat.contains("not stated, and no checksum"), "{flat}");
    let (code, said) = refusal(&alone(&["evidence", "verify"], &bare));
    assert_eq!(code, 1);
    assert!(
        said.contains("votes: no entry in sources.toml, so no checksum"),
        "{said}"
    );

    // What is added to it gives it a list, on which the tables that were there stand too.
    import(&fixture("matches.csv"), "matches", &bare);
    let sound = stdout(&alone(&["evidence", "verify"], &bare));
    assert_eq!(sound.matches("sound").count(), 3, "{sound}");

    std::fs::copy(dir.join("votes.parquet"), dir.join("events.parquet")).unwrap();
    let (code, said) = refusal(&alone(&["evidence", "export", "votes"], &dir));
    assert_eq!(code, 1);
    assert!(
        said.contains("events.parquet: sources.toml beside it does not list this table"),
        "{said}"
    );
    std::fs::remove_file(dir.join("events.parquet")).unwrap();
    std::fs::remove_file(dir.join("votes.parquet")).unwrap();
    let (_, said) = refusal(&alone(&["evidence", "export", "roll_calls"], &dir));
    assert!(
        said.contains("votes.parquet: sources.toml lists this table"),
        "{said}"
    );
}

#[test]
fn a_list_names_each_table_once_and_with_its_checksum() {
    let folder = tempfile::tempdir().unwrap();
    let dir = library(folder.path());
    let list = dir.join("sources.toml");
    let toml = std::fs::read_to_string(&list).unwrap();
    let digest = toml.lines().find(|line| line.starts_with("sha256"));
    let without = toml.replacen(digest.unwrap(), "", 1);
    for (altered, problem) in [
        (format!("{toml}{toml}"), "is listed on line"),
        (without, "has no checksum"),
    ] {
        std::fs::write(&list, altered).unwrap();
        for command in [&["evidence", "export", "votes"][..], &["evidence", "list"]] {
            let (code, said) = refusal(&alone(command, &dir));
            assert_eq!(code, 1);
            assert!(said.contains("sources.toml: line"), "{said}");
            assert!(said.contains(problem), "{said}");
        }
    }
}

/// A pipe would be waited for without end: the test would not come back.
#[cfg(unix)]
#[test]
fn nothing_but_plain_files_is_opened_in_a_directory() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["sources.toml", "votes.parquet"] {
        let dir = folder.path().join(format!("with-{name}"));
        std::fs::create_dir(&dir).unwrap();
        let file = dir.join(name);
        let made = Command::new("mkfifo").arg(&file).status();
        assert!(made.unwrap().success());
        let refused = |problem: &str| {
            let (code, said) = refusal(&alone(&["evidence", "list"], &dir));
            assert_eq!(code, 1);
            assert!(
                said.contains(text(&file)) && said.contains(problem),
                "{said}"
            );
        };
        refused("it is a pipe, a socket or a device");
        std::fs::remove_file(&file).unwrap();
        std::os::unix::fs::symlink("/dev/zero", &file).unwrap();
        refused("it is a pipe, a socket or a device");
        std::fs::remove_file(&file).unwrap();
        std::fs::create_dir(&file).unwrap();
        refused("it is a folder");
    }
}

#[test]
fn a_change_that_stopped_half_way_is_the_old_set_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let dir = library(folder.path());
    let name = |n: &str| dir.join(n);
    let old: Vec<(PathBuf, Vec<u8>)> = ["votes.parquet", "roll_calls.parquet", "sources.toml"]
        .map(|n| (name(n), std::fs::read(name(n)).unwrap()))
        .into();
    let votes = stdout(&alone(&["evidence", "export", "votes"], &dir));
    import(&fixture("dataverse.csv"), "dataverse-unvotes", &dir);
    let more = stdout(&alone(&["evidence", "export", "votes"], &dir));
    assert_ne!(votes, more);
    // The new list is there, and the new tables have not taken their places.
    for table in &Directory::open(&dir).unwrap().sources().tables {
        let (table, digits) = (&table.name, &table.sha256[..16]);
        let new = name(&format!("{table}.{digits}.parquet"));
        std::fs::rename(name(&format!("{table}.parquet")), new).unwrap();
    }
    for (path, bytes) in old
        .iter()
        .filter(|(path, _)| !path.ends_with("sources.toml"))
    {
        std::fs::write(path, bytes).unwrap();
    }
    assert_eq!(stdout(&alone(&["evidence", "export", "votes"], &dir)), more);
    // The new tables are there, and the old list.
    std::fs::write(&old[2].0, &old[2].1).unwrap();
    assert_eq!(
        stdout(&alone(&["evidence", "export", "votes"], &dir)),
        votes
    );
    // The next writer puts it in order.
    std::fs::write(
        name(".votes.0123456789abcdef.parquet.0123456789abcdef.part"),
        "",
    )
    .unwrap();
    import(&fixture("dataverse.csv"), "dataverse-unvotes", &dir);
    assert_eq!(stdout(&alone(&["evidence", "export", "votes"], &dir)), more);
    assert_eq!(left_in(&dir), TABLES);
}

/// The tables of a directory, if it holds nothing else but its list and its lock.
fn left_in(dir: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(dir).unwrap();
    let mut names: Vec<String> = entries
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    names.retain(|name| name != ".lock" && name != "sources.toml");
    for name in &mut names {
        *name = name.strip_suffix(".parquet").unwrap_or(name).to_owned();
    }
    names.sort();
    names
}

#[test]
fn a_header_alone_and_two_columns_of_one_name_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let into = folder.path().join("mine");
    for (content, problem) in [
        ("rcid1,rcid2\n", "holds no row"),
        (
            "rcid1,rcid2,rcid1\n1,2,3\n",
            "column `rcid1`: stands twice in the header, as column 1 and as column 3",
        ),
    ] {
        let file = folder.path().join("matches.csv");
        std::fs::write(&file, content).unwrap();
        let args = [
            "evidence",
            "import",
            text(&file),
            "--as",
            "matches",
            "--into",
            text(&into),
        ];
        let (code, said) = refusal(&args);
        assert_eq!(code, 1);
        assert!(
            said.contains(problem) && said.contains("Nothing was imported"),
            "{said}"
        );
    }
    assert!(!into.exists());
}

#[test]
fn texts_are_cleaned_when_they_come_in_and_the_list_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("library.csv");
    let csv = std::fs::read_to_string(fixture("undl.csv")).unwrap();
    let title = "Office of";
    assert!(csv.contains(title));
    std::fs::write(&file, csv.replace(title, "Off\u{1B}[2Jice of")).unwrap();
    let into = folder.path().join("mine");
    let said = import(text(&file), "undl-votes", &into);
    assert!(said.contains("characters that no text may hold"), "{said}");
    let rows = stdout(&alone(&["evidence", "export", "roll_calls"], &into));
    assert!(
        rows.contains("Off\u{FFFD}[2Jice of") && !rows.contains('\u{1B}'),
        "{rows}"
    );

    let list = into.join("sources.toml");
    let toml = std::fs::read_to_string(&list).unwrap();
    std::fs::write(
        &list,
        toml.replacen("publisher = \"", "publisher = \"\\u001B[2J", 1),
    )
    .unwrap();
    let (code, said) = refusal(&alone(&["evidence", "list"], &into));
    assert_eq!(code, 1);
    assert!(
        said.contains("line 4, column 13") && said.contains("U+001B (escape)"),
        "{said}"
    );
}

/// The tables of which such a file has rows.
const TABLES: [&str; 3] = ["roll_call_issues", "roll_calls", "votes"];

/// A file of one roll call with two votes and one issue.
fn one_roll_call(folder: &Path, rcid: u32) -> PathBuf {
    let file = folder.join(format!("{rcid}.csv"));
    let day = jiff::civil::date(2000, 1, 1);
    let date = day
        .checked_add(jiff::Span::new().days(i64::from(rcid)))
        .unwrap();
    let csv = format!(
        "rcid,ccode,vote,session,date,unres,me,nu,di,hr,co,ec\n\
         {rcid},2,1,73,{date},R/73/{rcid},0,0,0,0,0,1\n\
         {rcid},70,3,73,{date},R/73/{rcid},0,0,0,0,0,1\n"
    );
    std::fs::write(&file, csv).unwrap();
    file
}

fn importing(file: &Path, into: &Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_entente"))
        .args([
            "evidence",
            "import",
            text(file),
            "--as",
            "dataverse-unvotes",
            "--into",
            text(into),
        ])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// The roll calls of a directory of which the tables are sound and agree.
fn sound(dir: &Path) -> BTreeSet<u32> {
    let bundle = Bundle::Directory(Directory::open(dir).unwrap());
    let verified = bundle.verify();
    assert!(verified.faults.is_empty(), "{:?}", verified.faults);
    let calls: BTreeSet<u32> = bundle
        .rows::<RollCall>()
        .unwrap()
        .iter()
        .map(|r| r.rcid)
        .collect();
    let votes = bundle.rows::<Vote>().unwrap();
    assert_eq!(votes.len(), 2 * calls.len());
    assert_eq!(
        votes.iter().map(|v| v.rcid).collect::<BTreeSet<u32>>(),
        calls
    );
    let issues = bundle.rows::<RollCallIssue>().unwrap();
    assert_eq!(
        issues.iter().map(|i| i.rcid).collect::<BTreeSet<u32>>(),
        calls
    );
    calls
}

#[test]
#[ignore = "runs the program two hundred times, for a minute or two"]
fn two_hundred_importers_are_killed_at_any_moment() {
    let folder = tempfile::tempdir().unwrap();
    let into = folder.path().join("mine");
    let began = Instant::now();
    assert!(
        importing(&one_roll_call(folder.path(), 1), &into)
            .wait()
            .unwrap()
            .success()
    );
    let whole = began.elapsed();
    let mut before = sound(&into);
    let (mut changed, mut half_way, mut finished) = (0, 0, 0);
    for round in 0..200u32 {
        let rcid = 2 + round;
        let file = one_roll_call(folder.path(), rcid);
        let mut child = importing(&file, &into);
        // Spread over the whole run, in an order without a pattern.
        let share = f64::from(round * 73 % 200) / 200.0;
        std::thread::sleep(whole.mul_f64(share * 1.1));
        child.kill().unwrap();
        let done = child.wait().unwrap().success();
        let after = sound(&into);
        let mut with = before.clone();
        with.insert(rcid);
        assert!(
            after == with || (after == before && !done),
            "round {round}: {after:?}"
        );
        changed += u32::from(after == with);
        half_way += u32::from(left_in(&into) != TABLES);
        finished += u32::from(done);
        before = after;
    }
    println!(
        "{changed} of 200 changed the directory, {half_way} left files of a change, {finished} had ended; \
         a run takes {whole:?}"
    );
    assert!(
        importing(&one_roll_call(folder.path(), 900), &into)
            .wait()
            .unwrap()
            .success()
    );
    assert_eq!(sound(&into).len(), before.len() + 1);
    assert_eq!(left_in(&into), TABLES);
}

#[test]
#[ignore = "runs the program two hundred times, for a minute or two"]
fn four_importers_at_once_lose_nothing_in_fifty_rounds() {
    let folder = tempfile::tempdir().unwrap();
    let into = folder.path().join("mine");
    assert!(
        importing(&one_roll_call(folder.path(), 1), &into)
            .wait()
            .unwrap()
            .success()
    );
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        // Whoever reads meanwhile finds a whole set.
        let reader = scope.spawn(|| {
            let mut looks = 0;
            while !done.load(Ordering::Relaxed) {
                sound(&into);
                looks += 1;
                std::thread::sleep(Duration::from_millis(50));
            }
            looks
        });
        for round in 0..50u32 {
            let numbers: Vec<u32> = (0..4).map(|i| 2 + 4 * round + i).collect();
            let children: Vec<Child> = numbers
                .iter()
                .map(|rcid| importing(&one_roll_call(folder.path(), *rcid), &into))
                .collect();
            for child in children {
                let output = child.wait_with_output().unwrap();
                let said = String::from_utf8_lossy(&output.stderr).into_owned();
                assert!(output.status.success(), "{said}");
            }
            let there = sound(&into);
            assert!(
                numbers.iter().all(|rcid| there.contains(rcid)),
                "round {round}: {there:?}"
            );
            assert_eq!(there.len(), 1 + 4 * (round as usize + 1));
        }
        done.store(true, Ordering::Relaxed);
        println!(
            "the directory was read {} times meanwhile",
            reader.join().unwrap()
        );
    });
    assert_eq!(left_in(&into), TABLES);
}
