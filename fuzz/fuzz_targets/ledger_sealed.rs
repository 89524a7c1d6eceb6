//! A sealed export, altered anywhere, over the ledger from which it came: it is taken or refused whole, and nothing
//! of what is sealed shows.
//!
//! Every four bytes are an alteration: a line, a place on it, and a byte.

#![no_main]

use std::sync::LazyLock;

use entente_ledger::{
    Blocking, Change, Database, Entity, LedgerError, Passphrase, Stamp, Viewer,
};
use entente_states::Ccode;
use libfuzzer_sys::fuzz_target;
use sha2::{Digest, Sha256};

const MEXICAN: Viewer = Viewer::Delegation(Ccode(70));
const CANARY: &str = "CANARY-7c1e";

/// A ledger with what is sealed, and a later export of it.
static SEALED: LazyLock<(Blocking, Vec<String>)> = LazyLock::new(|| {
    let ledger = Blocking::open(&Database::Memory, &Default::default()).unwrap();
    let stamp = Stamp {
        author: CANARY.to_owned(),
        time: "2026-11-25T12:00:00Z".parse().unwrap(),
    };
    let (joint, mexico) = (ledger.as_seen_by(Viewer::Joint), ledger.as_seen_by(MEXICAN));
    let entry = |json: &str| Change::New(serde_json::from_str::<Entity>(json).unwrap());
    for json in [
        r#"{"consultation": {"id": "talks", "mechanism": "hled", "title": "T", "parties": [2, 70],
            "level": "minister", "status": "planned",
            "planned": {"start": "2027-03-08", "end": "2027-03-09"}}}"#,
        r#"{"agenda-entry": {"id": "one", "consultation": "talks", "order": 1, "title": "One"}}"#,
        r#"{"agenda-entry": {"id": "two", "consultation": "talks", "order": 2, "title": "Two"}}"#,
    ] {
        let stamp = Stamp {
            author: "Planning".to_owned(),
            ..stamp.clone()
        };
        ledger.wait(joint.record(entry(json), &stamp)).unwrap();
    }
    let note = |on: &str| {
        entry(&format!(
            r#"{{"position": {{"party": 70, "entry": "{on}", "aim": "{CANARY}"}}}}"#
        ))
    };
    ledger.wait(mexico.record(note("one"), &stamp)).unwrap();
    let passphrase = Passphrase::new("eagle cactus lake stone".to_owned());
    ledger.wait(mexico.seal(&passphrase)).unwrap();
    let later = ledger.wait(ledger.custodian().restore(jiff::Timestamp::MAX, &Database::Memory));
    let later = later.unwrap();
    let mexico = later.as_seen_by(MEXICAN);
    ledger.wait(mexico.record(note("two"), &stamp)).unwrap();
    let document = serde_json::from_str(
        r#"{"name": "N", "media_type": "text/plain", "delegation": 70}"#,
    );
    let attached = mexico.attach(document.unwrap(), CANARY.as_bytes(), &stamp);
    ledger.wait(attached).unwrap();
    let mut bytes = Vec::new();
    ledger.wait(mexico.export(&mut bytes)).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    (ledger, text.lines().map(str::to_owned).collect())
});

/// The export with alterations, and the last line that belongs to it.
fn altered(edits: &[u8]) -> Vec<u8> {
    let mut lines: Vec<Vec<u8>> = SEALED.1.iter().map(|line| line.clone().into_bytes()).collect();
    lines.pop();
    for edit in edits.chunks_exact(4).take(8) {
        let line = usize::from(edit[0]) % lines.len();
        let line = &mut lines[line];
        let at = usize::from(u16::from_le_bytes([edit[1], edit[2]])) % line.len();
        line[at] = edit[3];
    }
    let number = lines.len();
    let mut all: Vec<u8> = lines.into_iter().flat_map(|line| [line, b"\n".to_vec()].concat()).collect();
    let sum: String = Sha256::digest(&all).iter().map(|byte| format!("{byte:02x}")).collect();
    all.extend(format!("{{\"end\":{{\"lines\":{number},\"sha256\":\"{sum}\"}}}}\n").into_bytes());
    all
}

fuzz_target!(|edits: &[u8]| {
    let (ledger, _) = &*SEALED;
    let custodian = ledger.custodian();
    let there = custodian.restore(jiff::Timestamp::MAX, &Database::Memory);
    let there = ledger.wait(there).unwrap();
    let export = altered(edits);
    for viewer in [Viewer::Joint, Viewer::Delegation(Ccode(2)), MEXICAN] {
        let view = there.as_seen_by(viewer);
        match ledger.wait(view.import("fuzz", &mut &export[..], jiff::Timestamp::MAX)) {
            Ok(_) => assert!(viewer == MEXICAN),
            Err(LedgerError::Import(error)) => assert!(!error.to_string().contains(CANARY)),
            Err(other) => panic!("{other}"),
        }
    }
    let mexico = there.as_seen_by(MEXICAN);
    assert_eq!(ledger.wait(mexico.verify(&[])).unwrap().findings, []);
    for viewer in [Viewer::Joint, MEXICAN] {
        let mut bytes = Vec::new();
        ledger.wait(there.as_seen_by(viewer).export(&mut bytes)).unwrap();
        assert!(!bytes.windows(CANARY.len()).any(|window| window == CANARY.as_bytes()));
    }
});
