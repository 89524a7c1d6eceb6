//! Bodies of entries in a chain that is whole: they obey the rules, or are refused.
//!
//! Each line is `kind`, a blank, and a body. Ids, versions and hashes are put right, as somebody would
//! who writes a ledger's export by other means.

#![no_main]

use std::collections::HashMap;

use entente_ledger::{Blocking, Database, LedgerError, Viewer};
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// JSON with sorted keys, as the ledger writes bodies.
fn sorted(value: &Value) -> String {
    match value {
        Value::Object(map) => {
            let mut keys: Vec<&String> = map.keys().collect();
            keys.sort();
            let pairs = keys.iter().map(|key| format!("{}:{}", json!(key), sorted(&map[*key])));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(","))
        }
        Value::Array(list) => {
            format!("[{}]", list.iter().map(sorted).collect::<Vec<_>>().join(","))
        }
        other => other.to_string(),
    }
}

/// The lines of an export whose bodies these are; `None` if one is not JSON with an id.
fn export(text: &str) -> Option<String> {
    let time = "2026-11-25T12:00:00.000000Z";
    let mut revisions = String::new();
    let mut before: HashMap<(&str, String), (i64, i64)> = HashMap::new();
    let (mut seq, mut head) = (0, "0".repeat(64));
    for line in text.lines().take(20) {
        let (kind, body) = line.split_once(' ')?;
        let value: Value = serde_json::from_str(body).ok()?;
        let body = sorted(&value);
        let id = value.get("id")?.as_str()?;
        seq += 1;
        let latest = before.insert((kind, id.to_owned()), (0, 0));
        let (version, previous) = latest.map_or((1, None), |(version, seq)| (version + 1, Some(seq)));
        before.insert((kind, id.to_owned()), (version, seq));
        let content = sha256(body.as_bytes());
        let link = json!([
            "entente-ledger-revision-2", null, seq, kind, id, version, previous, "Ana", null, time, content, head
        ]);
        let hash = sha256(link.to_string().as_bytes());
        revisions += &format!(
            "{{\"revision\":{{\"delegation\":null,\"seq\":{seq},\"kind\":{},\"id\":{},\"version\":{version},\"previous\":{},\
             \"author\":\"Ana\",\"time\":\"{time}\",\"content\":\"{content}\",\
             \"prev_hash\":\"{head}\",\"hash\":\"{hash}\",\"body\":{body}}}}}\n",
            json!(kind),
            json!(id),
            json!(previous)
        );
        head = hash;
    }
    let header = json!({"ledger": {
        "format": 2, "viewer": "joint", "documents": 0,
        "parts": [{"delegation": null, "head": {"seq": seq, "hash": head}}],
    }});
    let lines = format!("{header}\n{revisions}");
    let end = json!({"end": {"lines": seq + 1, "sha256": sha256(lines.as_bytes())}});
    Some(format!("{lines}{end}\n"))
}

fuzz_target!(|text: &str| {
    let Some(export) = export(text) else { return };
    let ledger = Blocking::open(&Database::Memory, &Default::default()).unwrap();
    let joint = ledger.as_seen_by(Viewer::Joint);
    match ledger.wait(joint.import("fuzz", &mut export.as_bytes(), jiff::Timestamp::MAX)) {
        Ok(_) => {
            let verification = ledger.wait(ledger.custodian().verify(&[])).unwrap();
            assert_eq!(verification.findings, []);
            let mut again = Vec::new();
            ledger.wait(joint.export(&mut again)).unwrap();
            // The same rows; the header has its keys in the ledger's own order.
            let rows = |text: &str| -> Vec<String> {
                let rows = text.lines().filter(|line| line.starts_with("{\"revision\""));
                rows.map(str::to_owned).collect()
            };
            assert_eq!(rows(&String::from_utf8(again).unwrap()), rows(&export));
            ledger.wait(joint.scorecard(&Default::default())).unwrap();
            ledger
                .wait(joint.due("2026-11-25".parse().unwrap(), &Default::default()))
                .unwrap();
        }
        Err(LedgerError::Import(_)) => assert_eq!(ledger.wait(ledger.head()).unwrap().seq, 0),
        Err(other) => panic!("{other}"),
    }
});
