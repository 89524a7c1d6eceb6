//! `entente evidence check` and `update`, against a publisher on the loopback address.
//!
//! The bodies are lines of the United Nations' own files (`crates/evidence/tests/fixtures/unxml`). Where a test
//! needs what came after these, or what a publisher must not send, it alters a line.

mod common;
#[path = "common/publisher.rs"]
mod publisher;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use common::stdout;
use entente_evidence::{Bundle, Directory, RollCall, Vote};
use publisher::{Publisher, Reply};
use serde_json::Value;
use sha1::{Digest, Sha1};

fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../evidence/tests/fixtures");
    std::fs::read_to_string(folder.join(name)).unwrap()
}

/// The line of a resolution.
fn line(file: &str, symbol: &str) -> Value {
    let lines = fixture(file);
    let mut lines = lines
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines.find(|line| line["symbol"] == symbol).unwrap()
}

/// The vote on the embargo of October 2025, as if taken again in session 81.
fn embargo(number: u32) -> Value {
    let mut line = line("unxml/assembly.jsonl", "A/RES/80/4");
    line["symbol"] = format!("A/RES/81/{number}").into();
    line["resolution_number"] = format!("81/{number}.").into();
    line["session"] = "Eighty-first session".into();
    line["adoption_date"] = "28 October 2026".into();
    line["pv"] = format!("A/81/PV.{number}").into();
    line["originating_document"] = format!("A/81/L.{number}").into();
    line
}

/// The same with one state's vote turned from against to in favour, totals and all.
fn turned(mut line: Value) -> Value {
    let state = line["MS_against"].as_array_mut().unwrap().remove(0);
    line["MS_in_favour"].as_array_mut().unwrap().push(state);
    for (list, count) in [
        ("MS_in_favour", "MS_in_favour_count"),
        ("MS_against", "MS_against_count"),
    ] {
        line[count] = line[list].as_array().unwrap().len().to_string().into();
    }
    line
}

fn lines(lines: &[Value]) -> Vec<u8> {
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    text.into_bytes()
}

/// What GitHub says of a folder with one file.
fn listing(file: &str, body: &[u8]) -> Vec<u8> {
    let mut digest = Sha1::new();
    digest.update(format!("blob {}\0", body.len()));
    digest.update(body);
    let sha: String = digest
        .finalize()
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect();
    format!(
        "[{{\"type\": \"file\", \"name\": \"{file}\", \"size\": {}, \"sha\": \"{sha}\"}}]",
        body.len()
    )
    .into_bytes()
}

/// A publisher, the list that names it, and the layer that is kept current from it.
struct Stage {
    publisher: Publisher,
    folder: tempfile::TempDir,
}

impl Stage {
    fn new() -> Self {
        let stage = Stage {
            publisher: Publisher::open(),
            folder: tempfile::tempdir().unwrap(),
        };
        stage.lists(&format!(
            "kind = \"github\"\nformat = \"unxml\"\nlisting = \"{}\"\naddress = \"{}\"\nending = \".json\"\n\
             most_new = 20\n",
            stage.publisher.at("/list"),
            stage.publisher.at("/raw/{file}"),
        ));
        stage
    }

    fn lists(&self, rest: &str) {
        let list = format!(
            "[limits]\nseconds = 5\nmebibytes = 1\nredirects = 3\npause_milliseconds = 0\n\n\
             [[publication]]\nname = \"assembly\"\ntitle = \"The General Assembly\"\n\
             tables = [\"votes\", \"roll_calls\", \"resolutions\", \"sponsors\"]\n{rest}"
        );
        std::fs::write(self.folder.path().join("publishers.toml"), list).unwrap();
    }

    /// The publisher brings out a file.
    fn publishes(&self, file: &str, body: &[u8], mark: &'static str) {
        self.publisher
            .says("/list", Reply::Body(listing(file, body), mark));
        self.publisher
            .says(&format!("/raw/{file}"), Reply::Body(body.to_vec(), mark));
    }

    fn layer(&self) -> PathBuf {
        self.folder.path().join("mine")
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_entente"));
        command
            .args(args)
            .arg("--publishers")
            .arg(self.folder.path().join("publishers.toml"))
            .env("NO_COLOR", "1")
            .env("XDG_CACHE_HOME", self.folder.path().join("cache"))
            .stdin(Stdio::null());
        for proxy in [
            "http_proxy",
            "HTTP_PROXY",
            "https_proxy",
            "HTTPS_PROXY",
            "ALL_PROXY",
            "all_proxy",
        ] {
            command.env_remove(proxy);
        }
        command
    }

    /// Exit code, result, and what was said beside it with line breaks and frame signs folded to blanks.
    fn run(&self, args: &[&str]) -> (i32, String, String) {
        said(&self.command(args).output().unwrap())
    }

    fn check(&self) -> (i32, String, String) {
        match self.layer().is_dir() {
            true => self.run(&[
                "evidence",
                "check",
                "--evidence",
                self.layer().to_str().unwrap(),
            ]),
            false => self.run(&["evidence", "check"]),
        }
    }

    fn update(&self, more: &[&str]) -> (i32, String, String) {
        let layer = self.layer();
        let args = [
            &["evidence", "update", "--into", layer.to_str().unwrap()],
            more,
        ]
        .concat();
        self.run(&args)
    }

    /// The vote of each state on each roll call of a layer, which is sound.
    fn votes(&self, layer: &Path) -> BTreeMap<(String, u16), u8> {
        let bundle = Bundle::Directory(Directory::open(layer).unwrap());
        let verified = bundle.verify();
        assert!(verified.faults.is_empty(), "{:?}", verified.faults);
        let calls: BTreeMap<u32, String> = (bundle.rows::<RollCall>().unwrap().into_iter())
            .map(|call| (call.rcid, call.symbol.unwrap()))
            .collect();
        (bundle.rows::<Vote>().unwrap().iter())
            .map(|vote| ((calls[&vote.rcid].clone(), vote.ccode.0), vote.vote))
            .collect()
    }

    /// Every file of the layer but those of downloads, with its bytes.
    fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        fn walk(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                match path.is_dir() {
                    true if path.ends_with("downloads") => {}
                    true => walk(&path, files),
                    false => {
                        files.insert(path.clone(), std::fs::read(&path).unwrap());
                    }
                }
            }
        }
        let mut files = BTreeMap::new();
        walk(&self.layer(), &mut files);
        files
    }
}

fn said(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let beside = text(&output.stderr).replace(['│', '×', '╰', '─', '▶', '·'], " ");
    (
        output.status.code().unwrap(),
        text(&output.stdout),
        beside.split_whitespace().collect::<Vec<_>>().join(" "),
    )
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_newer_is_told_then_taken_in_then_unchanged() {
    let stage = Stage::new();
    let first = lines(&[embargo(4)]);
    stage.publishes("81.json", &first, "\"one\"");
    let (code, found, beside) = stage.check();
    assert_eq!(code, 1, "{beside}");
    assert!(
        found.contains("newer") && found.contains("81.json new"),
        "{found}"
    );
    assert!(
        beside.contains("publishers have more") && beside.contains("evidence update"),
        "{beside}"
    );
    let asked = stage.publisher.asked();
    assert_eq!(asked.len(), 1, "{asked:?}");
    let name = format!("entente/{}", env!("CARGO_PKG_VERSION"));
    assert_eq!(asked[0].fields["user-agent"], name);
    assert!(!stage.layer().exists());

    let (code, report, beside) = stage.update(&["--brief", "USA,MEX", "--as-of", "2026-11-29"]);
    assert_eq!(code, 0, "{beside}");
    let report = folded(&report);
    for part in [
        "assembly: newer (81.json new)",
        "1 roll calls are new: A/RES/81/4 (2026-10-28) Necessity of ending",
        "figures of the brief on USA, MEX as of 2026-11-29 move, ",
        " in coincidence, ",
        "coincidence.pairs[USA, MEX].issues[all].latest.opposite: 148 before, 1 after",
        "holds this now",
    ] {
        assert!(report.contains(part), "{part}: {report}");
    }
    let votes = stage.votes(&stage.layer());
    assert_eq!(votes.len(), 193);
    assert_eq!(votes[&("A/RES/81/4".to_owned(), 2)], 3);
    let kept = stage
        .layer()
        .join("downloads")
        .join(entente_evidence::sha256(&first));
    assert_eq!(std::fs::read(kept).unwrap(), first);
    let sources = std::fs::read_to_string(stage.layer().join("sources.toml")).unwrap();
    assert!(
        sources.contains("/raw/81.json, fetched ") && sources.contains("2026-10-28 to 2026-10-28"),
        "{sources}"
    );

    stage.publisher.asked();
    let (code, found, beside) = stage.check();
    assert_eq!((code, beside.as_str()), (0, ""), "{found}");
    assert!(found.contains("unchanged"), "{found}");
    let (code, report, _) = stage.update(&[]);
    assert!(code == 0 && report.contains("was not changed"), "{report}");
    // The listing was asked for on a condition, and the body not at all.
    let asked = stage.publisher.asked();
    let marks: Vec<_> = asked
        .iter()
        .map(|r| (r.path.as_str(), r.fields.get("if-none-match")))
        .collect();
    let mark = "\"one\"".to_owned();
    assert_eq!(marks, [("/list", Some(&mark)), ("/list", Some(&mark))]);

    assert_eq!(
        asked[0].fields["if-modified-since"],
        publisher::LAST_MODIFIED
    );

    let before = stage.files();
    stage.publishes("81.json", &lines(&[embargo(4), embargo(5)]), "\"two\"");
    let (code, report, beside) = stage.update(&["--dry-run"]);
    assert!(
        code == 0 && report.contains("was not changed"),
        "{report} {beside}"
    );
    assert_eq!(stage.files(), before);
    let (code, report, beside) = stage.update(&["--format", "json"]);
    assert_eq!(code, 0, "{beside}");
    let report: Value = serde_json::from_str(&report).unwrap();
    assert_eq!(
        report["difference"]["roll_calls"][0]["symbol"],
        "A/RES/81/5"
    );
    let votes_changed = &report["difference"]["tables"][0];
    assert_eq!(
        (&votes_changed["added"], &votes_changed["changed"]),
        (&193.into(), &0.into())
    );
    assert_eq!(stage.votes(&stage.layer()).len(), 2 * 193);
    // What the layer held is kept, and reads as it did.
    let edition = PathBuf::from(report["outcome"]["kept"].as_str().unwrap());
    assert_eq!(stage.votes(&edition), votes);
    let exported = stdout(&[
        "evidence",
        "export",
        "roll_calls",
        "--evidence",
        edition.to_str().unwrap(),
        "--without-embedded",
    ]);
    assert_eq!(exported.lines().count(), 2, "{exported}");
    assert!(!stage.layer().join(".trial").exists());
}

#[test]
fn a_failure_is_told_and_changes_nothing() {
    let stage = Stage::new();
    let body = lines(&[embargo(4)]);
    stage.publishes("81.json", &body, "\"one\"");
    assert_eq!(stage.update(&[]).0, 0);
    let before = stage.files();
    let next = lines(&[embargo(4), embargo(5)]);
    let page = "<!DOCTYPE html><title>One moment</title>";
    let at = |path: &str| stage.publisher.at(path);
    let of_the_listing = [
        (Reply::Status(404, "no"), "status 404"),
        (Reply::Status(500, ""), "status 500"),
        (Reply::Status(202, "wait"), "status 202"),
        // Nobody asked whether something is unchanged.
        (Reply::Status(200, ""), "the body is empty"),
        (Reply::Status(200, page), "an HTML page"),
        (
            Reply::Status(200, "{\"message\": \"rate limit\"}"),
            "the listing cannot be understood",
        ),
        (
            Reply::Redirect(at("/list")),
            "sends on to other addresses more than 3 times",
        ),
        // It stays with the publisher, who has no such thing.
        (
            Reply::Redirect("file:///etc/passwd".to_owned()),
            "status 404",
        ),
        (Reply::Slow, "no whole answer within 5 seconds"),
        (Reply::Endless, "more than 1,048,576 bytes"),
        (
            Reply::Truncated(listing("81.json", &next)),
            "the connection fails",
        ),
    ];
    for (reply, problem) in of_the_listing {
        let shown = format!("{reply:?}");
        stage.publisher.says("/list", reply);
        let (code, found, beside) = stage.check();
        assert_eq!(code, 1, "{shown}: {found}");
        assert!(
            found.contains("unreachable") && folded(&found).contains(problem),
            "{shown}: {found}"
        );
        assert!(
            beside.contains("could not be asked: assembly"),
            "{shown}: {beside}"
        );
        let (code, report, beside) = stage.update(&[]);
        assert_eq!((code, report.as_str()), (1, ""), "{shown}");
        assert!(
            beside.contains(problem) && beside.contains("Nothing was changed"),
            "{shown}: {beside}"
        );
        assert_eq!(stage.files(), before, "{shown}");
    }
    let of_the_file = [
        (Reply::Status(404, "no"), "status 404"),
        (Reply::Status(200, page), "an HTML page"),
        (Reply::Status(304, ""), "status 304"),
        (Reply::Truncated(next.clone()), "the connection fails"),
        (
            Reply::TooLong(next.clone()),
            "not the version that the publisher's listing names",
        ),
        (
            Reply::Body(body.clone(), "\"old\""),
            "not the version that the publisher's listing names",
        ),
        (Reply::Slow, "no whole answer within 5 seconds"),
        (Reply::Endless, "more than 1,048,576 bytes"),
    ];
    for (reply, problem) in of_the_file {
        let shown = format!("{reply:?}").chars().take(60).collect::<String>();
        stage
            .publisher
            .says("/list", Reply::Body(listing("81.json", &next), "\"two\""));
        stage.publisher.says("/raw/81.json", reply);
        let (code, report, beside) = stage.update(&[]);
        assert_eq!((code, report.as_str()), (1, ""), "{shown}");
        assert!(
            beside.contains(problem) && beside.contains("/raw/81.json"),
            "{shown}: {beside}"
        );
        assert_eq!(stage.files(), before, "{shown}");
    }
    // Once the publisher is well, so is the update.
    stage
        .publisher
        .says("/raw/81.json", Reply::Body(next, "\"two\""));
    assert_eq!(stage.update(&[]).0, 0);
    assert_eq!(stage.votes(&stage.layer()).len(), 2 * 193);
}

#[test]
fn what_speaks_against_a_file_is_told_and_can_be_accepted() {
    let stage = Stage::new();
    stage.publishes("81.json", &lines(&[embargo(4), embargo(5)]), "\"one\"");
    assert_eq!(stage.update(&[]).0, 0);
    let before = stage.files();
    let mut untrusted = embargo(5);
    untrusted["MS_in_favour_count"] = "100".into();
    let refused = [
        (
            vec![embargo(4)],
            "it has 1 resolutions, and 2 are on record; not in it: A/RES/81/5",
        ),
        (
            vec![embargo(4), turned(embargo(5))],
            "votes on A/RES/81/5 (2026-10-28) read otherwise: ",
        ),
        (
            vec![embargo(4), untrusted],
            "the votes on A/RES/81/5 are on record, and the file gives none that can be trusted",
        ),
        (
            (4..30).map(embargo).collect(),
            "it brings 24 new records; more than 20 in one file",
        ),
    ];
    let marks = ["\"a\"", "\"b\"", "\"c\"", "\"d\""];
    for ((body, problem), mark) in refused.iter().zip(marks) {
        stage.publishes("81.json", &lines(body), mark);
        let (code, report, beside) = stage.update(&[]);
        assert_eq!(code, 1, "{problem}: {report}");
        assert!(folded(&report).contains(problem), "{problem}: {report}");
        assert!(
            report.contains("was not changed") && beside.contains("--accept"),
            "{report} {beside}"
        );
        assert_eq!(stage.files(), before, "{problem}");
    }
    // What was fetched and refused is still newer, and the same is said of it.
    let (code, report, _) = stage.update(&["--format", "json"]);
    assert_eq!(code, 1);
    let report: Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["refusals"][0]["fault"], "too-many");
    assert_eq!(report["refusals"].as_array().unwrap().len(), 1, "{report}");
    assert_eq!(report["outcome"], Value::Null);
    // A state that there is none of ends the import.
    let mut unknown = embargo(5);
    unknown["MS_in_favour"][0] = "RURITANIA".into();
    stage.publishes("81.json", &lines(&[embargo(4), unknown]), "\"three\"");
    let (code, report, beside) = stage.update(&[]);
    assert_eq!((code, report.as_str()), (1, ""));
    for part in [
        "/raw/81.json: 81.json:2: column `MS_in_favour`",
        "RURITANIA",
        "Nothing was changed",
    ] {
        assert!(beside.contains(part), "{part}: {beside}");
    }
    assert_eq!(stage.files(), before);

    // What somebody has looked at is taken: the layer has the votes that the publisher has now.
    let was = stage.votes(&stage.layer());
    stage.publishes(
        "81.json",
        &lines(&[embargo(4), turned(embargo(5))]),
        "\"four\"",
    );
    let (code, report, beside) = stage.update(&["--accept", "81/5"]);
    assert_eq!(code, 0, "{report} {beside}");
    let is = stage.votes(&stage.layer());
    let changed: Vec<_> = was
        .iter()
        .filter(|(key, vote)| is[*key] != **vote)
        .collect();
    assert_eq!(
        (changed.len(), *changed[0].1, is[changed[0].0]),
        (1, 3, 1),
        "{changed:?}"
    );
    assert_eq!(changed[0].0.0, "A/RES/81/5");
    stage.publishes("81.json", &lines(&[embargo(4)]), "\"five\"");
    let (code, report, _) = stage.update(&["--accept", "A/RES/81/5"]);
    assert_eq!(code, 0, "{report}");
    // What the publisher has no more is kept.
    assert_eq!(stage.votes(&stage.layer()), is);
}

#[test]
fn the_embedded_record_is_known_too() {
    let stage = Stage::new();
    let known = line("unxml/assembly.jsonl", "A/RES/80/4");
    stage.publishes("80.json", &lines(&[turned(known)]), "\"one\"");
    let (code, report, _) = stage.update(&[]);
    assert_eq!(code, 1, "{report}");
    let report = folded(&report);
    for part in [
        "it has 1 resolutions, and 263 are on record",
        "votes on A/RES/80/4 (2025-10-29) read otherwise: ",
    ] {
        assert!(report.contains(part), "{part}: {report}");
    }
    assert!(!stage.layer().join("sources.toml").exists());
    // The Security Council's votes are held to the record as the Assembly's are.
    let mut council = fixture("unxml/council.jsonl")
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .find(|line| {
            line["MS_against"]
                .as_array()
                .is_some_and(|list| list.is_empty())
                && line["MS_abstaining"]
                    .as_array()
                    .is_some_and(|list| !list.is_empty())
        })
        .unwrap();
    let state = council["MS_abstaining"].as_array_mut().unwrap().remove(0);
    council["MS_in_favour"].as_array_mut().unwrap().push(state);
    for count in ["MS_in_favour_count", "MS_abstaining_count"] {
        let list = count.trim_end_matches("_count");
        council[count] = council[list].as_array().unwrap().len().to_string().into();
    }
    stage.publishes("council.json", &lines(&[council.clone()]), "\"two\"");
    let (code, report, _) = stage.update(&[]);
    let symbol = council["symbol"].as_str().unwrap();
    assert_eq!(code, 1, "{report}");
    assert!(
        folded(&report).contains("abstain on record, yes in the file"),
        "{symbol}: {report}"
    );
}

#[test]
fn nobody_is_asked_where_that_is_forbidden() {
    let stage = Stage::new();
    stage.publishes("81.json", &lines(&[embargo(4)]), "\"one\"");
    let layer = stage.layer();
    let update = [
        "--offline",
        "evidence",
        "update",
        "--into",
        layer.to_str().unwrap(),
    ];
    for args in [&["evidence", "check", "--offline"][..], &update] {
        let (code, result, beside) = stage.run(args);
        assert_eq!((code, result.as_str()), (2, ""));
        assert!(
            beside.contains("--offline: this command asks publishers"),
            "{beside}"
        );
    }
    assert!(stage.publisher.asked().is_empty() && !layer.exists());
    // Commands that ask nobody take the option.
    let status = stdout(&["evidence", "status", "--offline", "--on", "2026-11-29"]);
    assert!(status.contains("votes"), "{status}");
    assert!(stage.publisher.asked().is_empty());
}

#[test]
fn a_list_of_publishers_is_read_as_what_people_write() {
    let stage = Stage::new();
    for (rest, problem) in [
        (
            "kind = \"file\"\naddress = \"ftp://a.org/b\"\n",
            "line 12, column 11: “ftp://a.org/b” may not be asked",
        ),
        (
            "kind = \"by-hand\"\nformat = \"unxlm\"\n",
            "line 12, column 10: “unxlm” is no format",
        ),
        ("kind = \"by-hand\"\nrythm = \"x\"\n", "line 12, column 1"),
    ] {
        stage.lists(rest);
        let (code, result, beside) = stage.check();
        assert_eq!((code, result.as_str()), (2, ""), "{beside}");
        assert!(
            beside.contains("publishers.toml") && beside.contains(problem),
            "{beside}"
        );
    }
    stage.lists("kind = \"by-hand\"\nnote = \"It comes by post.\"\n");
    let (code, found, beside) = stage.check();
    assert_eq!((code, beside.as_str()), (0, ""));
    assert!(
        found.contains("not checkable") && found.contains("It comes by post."),
        "{found}"
    );
    let (code, _, beside) = stage.run(&["evidence", "check", "--only", "asembly"]);
    assert_eq!(code, 2);
    assert!(beside.contains("did you mean assembly?"), "{beside}");
    let (code, csv, _) = stage.run(&["evidence", "check", "--format", "csv"]);
    assert_eq!(code, 0);
    assert!(
        csv.starts_with(
            "name,state,files,table,last,rhythm,news,title,note\nassembly,not-checkable,,votes,"
        ),
        "{csv}"
    );
}

#[test]
fn one_file_and_a_data_set_are_asked_for_by_their_own_rules() {
    let stage = Stage::new();
    let at = |path: &str| stage.publisher.at(path);
    stage.lists(&format!(
        "kind = \"file\"\nformat = \"dataverse-unvotes\"\naddress = \"{}\"\n",
        at("/files/UNVotes.csv?download")
    ));
    let body = fixture("unga/dataverse.csv").into_bytes();
    stage.publisher.says(
        "/files/UNVotes.csv?download",
        Reply::Body(body.clone(), "\"v1\""),
    );
    assert!(stage.check().1.contains("UNVotes.csv new"));
    let (code, report, beside) = stage.update(&["--accept", "UNVotes.csv"]);
    // Votes of the fixture that differ from the record are told, each with its roll call.
    if code == 1 {
        assert!(report.contains("read otherwise"), "{report} {beside}");
        let named: Vec<String> = serde_json::from_str::<Value>(
            &stage.update(&["--format", "json"]).1,
        )
        .unwrap()["refusals"]
            .as_array()
            .unwrap()
            .iter()
            .map(|r| r["symbol"].as_str().unwrap().to_owned())
            .collect();
        let accept: Vec<&str> = named
            .iter()
            .flat_map(|s| ["--accept", s.as_str()])
            .collect();
        let (code, report, beside) = stage.update(&accept);
        assert_eq!(code, 0, "{report} {beside}");
    }
    stage.publisher.asked();
    let (code, found, _) = stage.check();
    assert!(code == 0 && found.contains("unchanged"), "{found}");
    assert_eq!(stage.publisher.asked()[0].fields["if-none-match"], "\"v1\"");

    // The same bytes as a file of a data set are in the layer already: nothing is taken twice.
    stage.lists(&format!(
        "kind = \"dataverse\"\nformat = \"dataverse-unvotes\"\nlisting = \"{}\"\naddress = \"{}\"\nending = \".csv\"\n",
        at("/versions"),
        at("/files/{id}")
    ));
    let listing = "{\"status\": \"OK\", \"data\": [{\"label\": \"UNVotes.csv\", \"dataFile\": {\"id\": 7, \
                   \"md5\": \"0123456789abcdef0123456789abcdef\"}}]}";
    stage.publisher.says(
        "/versions",
        Reply::Body(listing.as_bytes().to_vec(), "\"l\""),
    );
    stage.publisher.says("/files/7", Reply::Body(body, "\"b\""));
    let (code, report, beside) = stage.update(&[]);
    assert!(
        code == 0 && report.contains("was not changed"),
        "{report} {beside}"
    );
    let (code, found, _) = stage.check();
    assert!(code == 0 && found.contains("unchanged"), "{found}");
}

/// Kills an update some times, spread over its run, and looks each time at what is there.
fn killed(rounds: u32) {
    let stage = Stage::new();
    stage.publishes("81.json", &lines(&[embargo(4)]), "\"one\"");
    let began = Instant::now();
    assert_eq!(stage.update(&[]).0, 0);
    let whole = began.elapsed();
    let layer = stage.layer();
    let mut calls = 1;
    let mut changed = 0;
    for round in 0..rounds {
        let body: Vec<Value> = (4..=4 + calls as u32).map(embargo).collect();
        stage.publishes("81.json", &lines(&body), "\"next\"");
        let args = ["evidence", "update", "--into", layer.to_str().unwrap()];
        let mut child = stage
            .command(&args)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let share = f64::from(round * 37 % rounds) / f64::from(rounds);
        std::thread::sleep(whole.mul_f64(share * 1.1) + Duration::from_millis(5));
        child.kill().unwrap();
        child.wait().unwrap();
        let found = stage.votes(&layer).len();
        assert!(
            found == 193 * calls || found == 193 * (calls + 1),
            "round {round}: {found}"
        );
        changed += usize::from(found != 193 * calls);
        calls = found / 193;
    }
    println!("{changed} of {rounds} changed the layer; a run takes {whole:?}");
    let body: Vec<Value> = (4..=4 + calls as u32).map(embargo).collect();
    stage.publishes("81.json", &lines(&body), "\"last\"");
    let (code, report, beside) = stage.update(&[]);
    assert_eq!(code, 0, "{report} {beside}");
    assert_eq!(stage.votes(&layer).len(), 193 * (calls + 1));
    let left: Vec<PathBuf> = stage
        .files()
        .into_keys()
        .filter(|p| p.to_string_lossy().contains("trial"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn an_update_that_is_killed_leaves_the_old_layer_or_the_new_one() {
    killed(4);
}

#[test]
#[ignore = "runs the program sixty times, for some minutes"]
fn sixty_updates_are_killed_at_any_moment() {
    killed(60);
}
