//! What holds of every table whose declaration says how its columns are read, on the fixture in its format.

use std::path::{Path, PathBuf};

use entente_evidence::import::{Kind, read};

/// The fixtures, at whatever depth, that are not there to be refused.
fn fixtures(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("broken") {
            fixtures(&path, files);
        } else if path.extension().is_some_and(|e| e == "csv") {
            files.push(path);
        }
    }
}

/// Each declared format with the text of a fixture in it.
fn declared() -> Vec<(Kind, String)> {
    let mut files = Vec::new();
    fixtures(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures"),
        &mut files,
    );
    let texts: Vec<String> = files
        .iter()
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .collect();
    let of = |kind: Kind| {
        let text = texts
            .iter()
            .find(|text| read(kind, "f", text.as_bytes()).is_ok());
        text.unwrap_or_else(|| panic!("no fixture is in the format {}", kind.as_str()))
            .clone()
    };
    Kind::ALL
        .iter()
        .copied()
        .filter(|kind| kind.declared().is_some())
        .map(|kind| (kind, of(kind)))
        .collect()
}

#[test]
fn a_file_fills_the_table_that_declares_its_format() {
    for (kind, text) in declared() {
        let (table, format) = kind.declared().unwrap();
        assert_eq!(Kind::from_word(format.word), Some(kind));
        let mut tables = read(kind, "f", text.as_bytes()).unwrap();
        assert_eq!(
            entente_evidence::Tables::default().append(std::mem::take(&mut tables)),
            [table]
        );
    }
}

#[test]
fn a_row_that_stands_twice_is_refused_with_both_lines_unless_the_format_repeats_rows() {
    for (kind, text) in declared() {
        let rows = text.lines().count();
        let last = text.lines().last().unwrap();
        let twice = format!("{}\n{last}\n", text.trim_end());
        let (_, format) = kind.declared().unwrap();
        if format.repeats_once {
            let once = read(kind, "f", text.as_bytes());
            assert_eq!(read(kind, "f", twice.as_bytes()), once, "{}", kind.as_str());
            continue;
        }
        let said = read(kind, "f", twice.as_bytes()).unwrap_err().to_string();
        let expected = format!("f:{}: repeats line {rows}: the same `", rows + 1);
        assert!(said.starts_with(&expected), "{}: {said}", kind.as_str());
    }
}

#[test]
fn the_order_of_the_rows_does_not_matter() {
    for (kind, text) in declared() {
        let (header, rows) = text.trim_end().split_once('\n').unwrap();
        let mut rows: Vec<&str> = rows.lines().collect();
        rows.reverse();
        let turned = format!("{header}\n{}\n", rows.join("\n"));
        assert_eq!(
            read(kind, "f", turned.as_bytes()),
            read(kind, "f", text.as_bytes()),
            "{}",
            kind.as_str()
        );
    }
}

#[test]
fn each_column_that_is_read_must_be_there() {
    for (kind, text) in declared() {
        let (header, rows) = text.split_once('\n').unwrap();
        let mut missed = 0;
        for (i, column) in header.split(',').enumerate() {
            let mut columns: Vec<&str> = header.split(',').collect();
            columns[i] = "another_name";
            let renamed = format!("{}\n{rows}", columns.join(","));
            if let Err(error) = read(kind, "f", renamed.as_bytes()) {
                let column = column.trim().trim_matches('"');
                let expected = format!("f:1: column `{column}`: is missing from the header");
                assert!(error.to_string().starts_with(&expected), "{error}");
                missed += 1;
            }
        }
        assert!(missed > 1, "{} reads no column", kind.as_str());
    }
}
