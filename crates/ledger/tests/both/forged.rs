//! Exports that somebody wrote by other means than the ledger: every hash is right, whatever they say.

use serde_json::{Value, json};

use crate::deeds::sha256;

/// An export of format 2, to be altered.
#[derive(Clone, Debug)]
pub struct Forged {
    header: Value,
    pub revisions: Vec<Value>,
    pub documents: Vec<Value>,
}

impl Forged {
    /// A true export.
    pub fn from(text: &str) -> Forged {
        let lines = text.lines().map(|line| serde_json::from_str(line).unwrap());
        let mut forged = Forged {
            header: Value::Null,
            revisions: Vec::new(),
            documents: Vec::new(),
        };
        for mut line in lines.collect::<Vec<Value>>() {
            let line = line.as_object_mut().unwrap();
            for (kind, value) in std::mem::take(line) {
                match kind.as_str() {
                    "ledger" => forged.header = value,
                    "revision" => forged.revisions.push(value),
                    "document" => forged.documents.push(value),
                    _ => {}
                }
            }
        }
        forged
    }

    /// Adds a row at the end of what is everybody's.
    pub fn add(&mut self, kind: &str, author: &str, body: &Value) {
        let time = self
            .revisions
            .last()
            .map_or(json!("2026-11-25T12:00:00.000000Z"), |last| {
                last["time"].clone()
            });
        let seq = 1 + self
            .revisions
            .iter()
            .filter(|it| it["delegation"].is_null())
            .count();
        self.revisions.push(json!({
            "delegation": null, "seq": seq, "kind": kind, "id": body["id"], "version": 1,
            "previous": null, "author": author, "time": time, "body": body,
        }));
    }

    /// Adds a row at the end of what is a delegation's own.
    pub fn add_own(&mut self, party: u16, kind: &str, author: &str, entity: &Value) {
        let (time, joint) =
            self.revisions
                .last()
                .map_or((json!("2026-11-25T12:00:00.000000Z"), 0), |last| {
                    let joint = self
                        .revisions
                        .iter()
                        .filter(|it| it["delegation"].is_null());
                    (last["time"].clone(), joint.count())
                });
        let own = self
            .revisions
            .iter()
            .filter(|it| it["delegation"] == json!(party));
        let seq = own.count() + 1;
        self.revisions.push(json!({
            "delegation": party, "seq": seq, "kind": kind, "id": entity["id"], "version": 1,
            "previous": null, "joint": joint, "time": time,
            "private": {"salt": "0".repeat(64), "body": {"author": author, "entity": entity}},
        }));
    }

    /// The file, with the hashes, the heads and the last line that belong to it. A hash that was altered on
    /// purpose is made right too.
    pub fn text(&self) -> String {
        let mut lines: Vec<String> = Vec::new();
        let mut heads: Vec<(Value, i64, String)> = Vec::new();
        for revision in &self.revisions {
            let mut it = revision.clone();
            let own = it["delegation"].clone();
            let last = heads.iter().position(|(part, _, _)| *part == own);
            let prev = last.map_or("0".repeat(64), |at| heads[at].2.clone());
            it["prev_hash"] = json!(prev);
            if let Some(body) = it.get("body") {
                it["content"] = json!(sha256(sorted(body).as_bytes()));
            } else if let Some(private) = it.get("private") {
                let salt = private["salt"].as_str().unwrap_or_default();
                let byte =
                    |i: usize| u8::from_str_radix(salt.get(2 * i..2 * i + 2).unwrap_or("0"), 16);
                let mut bytes: Vec<u8> = (0..32).map(|i| byte(i).unwrap_or_default()).collect();
                bytes.extend(sorted(&private["body"]).as_bytes());
                it["content"] = json!(sha256(&bytes));
            }
            let field = |key: &str| it.get(key).cloned().unwrap_or(Value::Null);
            let link = json!([
                "entente-ledger-revision-2",
                own,
                field("seq"),
                field("kind"),
                field("id"),
                field("version"),
                field("previous"),
                field("author"),
                field("joint"),
                field("time"),
                field("content"),
                field("prev_hash")
            ]);
            let hash = sha256(link.to_string().as_bytes());
            it["hash"] = json!(hash);
            let seq = it["seq"].as_i64().unwrap_or(0);
            match last {
                Some(at) => heads[at] = (own, seq, hash),
                None => heads.push((own, seq, hash)),
            }
            lines.push(format!("{{\"revision\":{}}}\n", unsorted(&it)));
        }
        for document in &self.documents {
            lines.push(format!("{{\"document\":{document}}}\n"));
        }
        let mut header = self.header.clone();
        let part = |(own, seq, hash): &(Value, i64, String)| json!({"delegation": own, "head": {"seq": seq, "hash": hash}});
        header["parts"] = heads.iter().map(part).collect();
        header["documents"] = json!(self.documents.len());
        lines.insert(0, format!("{{\"ledger\":{header}}}\n"));
        let all = lines.concat();
        let end = json!({"end": {"lines": lines.len(), "sha256": sha256(all.as_bytes())}});
        format!("{all}{end}\n")
    }
}

/// JSON with sorted keys, as the ledger writes bodies.
fn sorted(value: &Value) -> String {
    match value {
        Value::Object(map) => {
            let mut keys: Vec<&String> = map.keys().collect();
            keys.sort();
            let pairs = keys
                .iter()
                .map(|key| format!("{}:{}", json!(key), sorted(&map[*key])));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(","))
        }
        Value::Array(list) => {
            format!(
                "[{}]",
                list.iter().map(sorted).collect::<Vec<_>>().join(",")
            )
        }
        other => other.to_string(),
    }
}

/// A row with its keys in their order, and its body with sorted ones.
fn unsorted(row: &Value) -> String {
    let fields = row.as_object().unwrap().iter().map(|(key, value)| {
        let text = match key.as_str() {
            "body" | "private" => sorted(value),
            _ => value.to_string(),
        };
        format!("{}:{text}", json!(key))
    });
    format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
}
