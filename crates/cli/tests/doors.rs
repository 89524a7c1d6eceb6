//! What people bring and what they take away: faulty files, texts that do harm, codes of a later file, CSV for a
//! spreadsheet.

mod common;

use std::io::Read;
use std::path::Path;

use common::{entente, json, refusal, stdout};

fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../evidence/tests/fixtures");
    std::fs::read_to_string(folder.join(name)).unwrap()
}

fn written(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

/// The Library's votes of one day, with another title.
fn titled(title: &str) -> String {
    let quoted = title.replace('"', "\"\"");
    let usual = "Status of Jerusalem : resolution / adopted by the General Assembly";
    let text = fixture("unga/undl_2026.csv");
    assert!(text.contains(usual));
    text.replace(usual, &format!("\"{quoted}\""))
}

fn import(file: &str, kind: &str, into: &str, more: &[&str]) -> String {
    let args = ["evidence", "import", file, "--as", kind, "--into", into];
    stdout(&[&args, more].concat())
}

#[test]
fn one_fault_refuses_a_file_and_skip_faulty_lists_it() {
    let dir = tempfile::tempdir().unwrap();
    let text = fixture("unga/undl.csv");
    let (header, rows) = text.split_once('\n').unwrap();
    let first = rows.lines().next().unwrap();
    let number = first.split(',').next().unwrap();
    let doubled = format!("{header}\n{first}\n{rows}");
    let file = written(dir.path(), "votes.csv", &doubled);
    let into = dir.path().join("mine");
    let into = into.to_str().unwrap();
    let (code, said) = refusal(&[
        "evidence",
        "import",
        &file,
        "--as",
        "undl-votes",
        "--into",
        into,
    ]);
    assert_eq!(code, 1);
    assert!(
        said.contains("votes.csv:3: the vote of AFGHANISTAN"),
        "{said}"
    );
    assert!(!Path::new(into).exists() || std::fs::read_dir(into).unwrap().next().is_none());

    let said = import(&file, "undl-votes", into, &["--skip-faulty"]);
    let list = Path::new(into).join("left-out-votes.csv");
    assert!(
        said.contains("1 faulty row or roll call was left out"),
        "{said}"
    );
    assert!(said.contains(list.to_str().unwrap()), "{said}");
    let listed = std::fs::read_to_string(&list).unwrap();
    let reason = format!(
        "the vote of AFGHANISTAN on roll call {number} stands a second time; the first is on line 2"
    );
    assert_eq!(
        listed,
        format!("file,line,column,value,reason\n{file},3,,,{reason}\n")
    );
    let rows_of = |table: &str, dir: &str| {
        let args = [
            "evidence",
            "export",
            table,
            "--evidence",
            dir,
            "--without-embedded",
        ];
        stdout(&args)
    };
    let whole = dir.path().join("whole");
    let whole = whole.to_str().unwrap();
    let sound = written(dir.path(), "sound.csv", &text);
    import(&sound, "undl-votes", whole, &[]);
    assert_eq!(rows_of("votes", into), rows_of("votes", whole));

    // The list goes when the file is sound, and stands where it is asked for.
    let mended = written(dir.path(), "votes.csv", &text);
    let said = import(&mended, "undl-votes", into, &["--skip-faulty"]);
    assert!(said.contains("nothing was left out"), "{said}");
    assert!(!list.exists());
    let asked = dir.path().join("faults.csv");
    let file = written(dir.path(), "votes.csv", &doubled);
    let elsewhere = ["--skip-faulty", "--left-out", asked.to_str().unwrap()];
    import(&file, "undl-votes", into, &elsewhere);
    assert!(asked.exists() && !list.exists());
    let (code, _) = refusal(&[
        "evidence",
        "import",
        &file,
        "--as",
        "undl-votes",
        "--into",
        into,
        "--left-out",
        "x.csv",
    ]);
    assert_eq!(code, 2);
}

/// Control characters, noncharacters, directions of text that are not ended, and markup.
const HOSTILE: &str = "Form\u{c}feed \u{b}tab \u{fffe} \u{202e}evil \u{2067} </w:t><script>alert(1)</script> ]]> \
                       **b** [x](http://x) | \"q\" & =1+1";

/// Nothing that a reader's program acts on.
fn calm(text: &str, what: &str) {
    let bad = text.chars().find(|c| !entente_doors::text::allowed(*c));
    assert!(bad.is_none(), "{what}: {bad:?}");
}

#[test]
fn a_hostile_title_does_no_harm_in_any_format() {
    let dir = tempfile::tempdir().unwrap();
    let file = written(dir.path(), "votes.csv", &titled(HOSTILE));
    let into = dir.path().join("mine");
    let into = into.to_str().unwrap();
    let said = import(&file, "undl-votes", into, &[]);
    assert!(said.contains("1 text holds characters"), "{said}");
    let own = ["--evidence", into, "--without-embedded"];
    for format in ["csv", "json"] {
        let page = stdout(
            &[
                &["evidence", "export", "roll_calls", "--format", format],
                &own[..],
            ]
            .concat(),
        );
        calm(&page, format);
        assert!(
            page.contains("<script>alert(1)</script>"),
            "{format} keeps the rest"
        );
    }
    let brief = ["brief", "USA", "MEX", "--as-of", "2018-03-01"];
    for format in ["text", "md", "html", "json", "csv", "docx"] {
        let page = dir.path().join(format!("page.{format}"));
        let page_name = page.to_str().unwrap();
        let mut args = [&brief[..], &own, &["--format", format, "-o", page_name]].concat();
        // CSV and, since the figures of a brief tell no title, the others too: the rows behind a note.
        if format != "docx" && format != "html" {
            args.extend(["--explain", "1"]);
        }
        let output = entente(&args);
        assert!(
            output.status.success(),
            "{format}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        let bytes = std::fs::read(&page).unwrap();
        match format {
            "docx" => {
                let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
                for part in 0..archive.len() {
                    let mut file = archive.by_index(part).unwrap();
                    let mut text = Vec::new();
                    file.read_to_end(&mut text).unwrap();
                    if let Ok(text) = String::from_utf8(text) {
                        calm(&text.replace('\r', ""), &format!("part {part}"));
                    }
                }
            }
            _ => {
                let text = String::from_utf8(bytes).unwrap();
                calm(&text, format);
                assert!(
                    format != "html" || !text.contains("<script>alert"),
                    "{format}"
                );
            }
        }
    }
}

/// A file of the Library, and after it the Dataverse's with the issues of the same roll call.
#[test]
fn issues_of_a_later_file_join_the_roll_call_that_is_there() {
    let dir = tempfile::tempdir().unwrap();
    let into = dir.path().join("mine");
    let into = into.to_str().unwrap();
    let library = written(dir.path(), "library.csv", &fixture("unga/undl_2026.csv"));
    let own = ["--evidence", into, "--without-embedded"];
    let issues = || {
        let args = ["evidence", "export", "roll_call_issues", "--format", "json"];
        let rows = json(&[&args, &own[..]].concat())["rows"].clone();
        let rows = rows.as_array().unwrap().iter();
        let text = |row: &serde_json::Value, name: &str| row[name].as_str().unwrap().to_owned();
        rows.map(|row| (text(row, "issue"), text(row, "basis")))
            .collect::<Vec<_>>()
    };
    let calls = || {
        let args = ["evidence", "export", "roll_calls", "--format", "json"];
        json(&[&args, &own[..]].concat())["rows"].clone()
    };
    import(&library, "undl-votes", into, &[]);
    assert_eq!(calls().as_array().unwrap().len(), 1);
    assert_ne!(calls()[0]["coded"], "published");
    // The record's own row of the same vote, in the Dataverse's form.
    let later = "rcid,ccode,session,vote,date,unres,me,nu,di,hr,co,ec\n\
                 999001,2,72,3,2017-12-21,A/RES/ES-10/19,1,0,0,1,0,0\n\
                 999001,70,72,2,2017-12-21,A/RES/ES-10/19,1,0,0,1,0,0\n";
    let later = written(dir.path(), "UNVotes.csv", later);
    let said = import(&later, "dataverse-unvotes", into, &[]);
    let published = |issue: &str| (issue.to_owned(), "published".to_owned());
    assert_eq!(calls().as_array().unwrap().len(), 1, "{said}");
    assert_eq!(calls()[0]["coded"], "published", "{said}");
    assert_eq!(issues(), [published("me"), published("hr")], "{said}");
}

#[test]
fn csv_for_a_spreadsheet_calculates_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let own = |title: &str| {
        let into = tempfile::tempdir().unwrap();
        let file = written(dir.path(), "votes.csv", &titled(title));
        let path = into.path().join("mine");
        import(&file, "undl-votes", path.to_str().unwrap(), &[]);
        let export = |more: &[&str]| {
            let args = ["evidence", "export", "roll_calls", "--without-embedded"];
            let evidence = ["--evidence", path.to_str().unwrap()];
            stdout(&[&args, &evidence[..], more].concat())
        };
        (export(&[]), export(&["--for-spreadsheet"]))
    };
    for formula in [
        "=HYPERLINK(\"http://x\",\"click\")",
        "-1+1",
        "+1+1",
        "@SUM(A1)",
    ] {
        let cell = |text: &str| match text.contains(['"', ',']) {
            true => format!(",\"{}\",", text.replace('"', "\"\"")),
            false => format!(",{text},"),
        };
        let (plain, sheet) = own(formula);
        assert!(plain.contains(&cell(formula)), "{plain}");
        assert!(!plain.starts_with('\u{feff}'));
        assert!(sheet.starts_with('\u{feff}'));
        assert!(sheet.contains(&cell(&format!("'{formula}"))), "{sheet}");
    }
    let (_, number) = own("-0.5");
    assert!(number.contains(",-0.5,"), "{number}");

    // Tables of numbers, and those that are written piece by piece, have a mark and are the same else.
    for args in [
        &[
            "coincidence",
            "USA",
            "MEX",
            "--session",
            "73",
            "--format",
            "csv",
        ][..],
        &["coincidence", "--all", "--session", "73", "--format", "csv"],
        &["states", "--format", "csv"],
        &["evidence", "list", "--format", "csv"],
    ] {
        let sheet = stdout(&[args, &["--for-spreadsheet"]].concat());
        assert_eq!(
            sheet.strip_prefix('\u{feff}').unwrap(),
            stdout(args),
            "{args:?}"
        );
    }
    let output = entente(&["states", "--for-spreadsheet"]);
    assert!(output.status.success());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("add --format csv"), "{said}");
}
