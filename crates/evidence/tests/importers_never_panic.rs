//! Whatever bytes an importer is given, it returns: with tables, or with an error.
//!
//! The fuzz targets in `fuzz/` look for the same with a coverage-guided search; this test runs with every
//! `cargo test`, on mutations of the fixtures and on bytes that are nothing.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use entente_evidence::import::{Kind, read};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

/// Every fixture that is not there to be refused. Each is tried with every importer, for a user can name the
/// wrong one.
fn fixtures() -> &'static [(String, Vec<u8>)] {
    static FIXTURES: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
    FIXTURES.get_or_init(|| {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
        let mut files = Vec::new();
        collect(&root, &mut files);
        files.sort();
        files
    })
}

fn collect(folder: &Path, files: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.contains("broken") {
            continue;
        }
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push((name, std::fs::read(&path).unwrap()));
        }
    }
}

/// One change to a file. Places are chosen before the length is known.
#[derive(Clone, Debug)]
enum Change {
    Flip(Index, u8),
    Delete(Index, usize),
    Insert(Index, Vec<u8>),
    Duplicate(Index, usize),
    Truncate(Index),
    /// Another digit for a digit: the row still parses, and says something else.
    Digit(Index, u8),
}

impl Change {
    fn apply(&self, bytes: &mut Vec<u8>) {
        if bytes.is_empty() {
            return;
        }
        match self {
            Change::Flip(at, bits) => {
                let at = at.index(bytes.len());
                bytes[at] ^= bits;
            }
            Change::Delete(at, length) => {
                let at = at.index(bytes.len());
                bytes.drain(at..(at + length).min(bytes.len()));
            }
            Change::Insert(at, new) => {
                let at = at.index(bytes.len());
                bytes.splice(at..at, new.iter().copied());
            }
            Change::Duplicate(at, length) => {
                let at = at.index(bytes.len());
                let part = bytes[at..(at + length).min(bytes.len())].to_vec();
                bytes.splice(at..at, part);
            }
            Change::Digit(at, digit) => {
                let at = at.index(bytes.len());
                if let Some(byte) = bytes[at..].iter_mut().find(|b| b.is_ascii_digit()) {
                    *byte = b'0' + digit;
                }
            }
            Change::Truncate(at) => bytes.truncate(at.index(bytes.len())),
        }
    }
}

/// What formats are made of, and what their readers stumble over.
fn morsel() -> impl Strategy<Value = Vec<u8>> {
    let known: Vec<&[u8]> = vec![
        b",",
        b"\t",
        b"\"",
        b"\n",
        b"\r\n",
        b"-",
        b"-9",
        b"NA",
        b"<",
        b">",
        b"&",
        b"&#0;",
        b"]]>",
        b"<!--",
        b"\xff",
        b"\x00",
        b"\xef\xbb\xbf",
        b"\x1f\x8b",
        "é".as_bytes(),
        b"9999-12-31",
        b"0000-00-00",
        b"4294967296",
        b"65535",
        b"1e308",
        b"NaN",
        b"inf",
        b"-0",
    ];
    prop_oneof![
        proptest::sample::select(known).prop_map(<[u8]>::to_vec),
        vec(any::<u8>(), 0..8),
    ]
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        1 => (any::<Index>(), 1u8..).prop_map(|(at, bits)| Change::Flip(at, bits)),
        1 => (any::<Index>(), 1usize..64).prop_map(|(at, length)| Change::Delete(at, length)),
        1 => (any::<Index>(), morsel()).prop_map(|(at, new)| Change::Insert(at, new)),
        1 => (any::<Index>(), 1usize..256).prop_map(|(at, length)| Change::Duplicate(at, length)),
        1 => any::<Index>().prop_map(Change::Truncate),
        // The most likely to get past the first checks, so the most frequent.
        4 => (any::<Index>(), 0u8..10).prop_map(|(at, digit)| Change::Digit(at, digit)),
    ]
}

fn read_with_every_importer(name: &str, bytes: &[u8]) {
    for kind in Kind::ALL {
        let _ = read(*kind, name, bytes);
    }
}

/// Without this, a folder or a format could drop out and the test would pass by doing nothing.
#[test]
fn every_importer_accepts_a_fixture() {
    for kind in Kind::ALL {
        let accepted = fixtures()
            .iter()
            .any(|(name, bytes)| read(*kind, name, bytes).is_ok());
        assert!(accepted, "no fixture is in the format {}", kind.as_str());
    }
}

proptest! {
    // Every case runs every importer, so a few cases are many reads.
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn mutated_fixtures(which in any::<Index>(), changes in vec(change(), 1..6)) {
        let (name, bytes) = which.get(fixtures());
        let mut bytes = bytes.clone();
        for change in &changes {
            change.apply(&mut bytes);
        }
        read_with_every_importer(name, &bytes);
    }

    #[test]
    fn arbitrary_bytes(bytes in vec(any::<u8>(), 0..512)) {
        read_with_every_importer("noise", &bytes);
    }

    #[test]
    fn a_header_with_nonsense_under_it(which in any::<Index>(), rows in vec(vec(morsel(), 0..40), 0..6)) {
        let (name, bytes) = which.get(fixtures());
        let header = bytes.iter().position(|&b| b == b'\n').map_or(bytes.len(), |end| end + 1);
        let mut file = bytes[..header].to_vec();
        for row in rows {
            file.extend(row.join(&b','));
            file.push(b'\n');
        }
        read_with_every_importer(name, &file);
    }
}
