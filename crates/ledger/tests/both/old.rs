//! Ledgers as version 2 of the tables and format 1 of exports had them: one history for everybody and every
//! delegation together.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use entente_ledger::{Database, Ledger, Viewer};
use serde_json::{Value, json};

use crate::deeds::sha256;
use crate::place::sql;

/// A row of the history, and the private body where it is a delegation's own.
struct Row {
    /// All that was chained, and the hash.
    outside: Value,
    body: Option<String>,
    private: Option<(String, String)>,
}

/// A whole ledger.
pub struct Old {
    rows: Vec<Row>,
    /// By checksum, in base 64.
    contents: BTreeMap<String, String>,
}

impl Old {
    /// What a ledger of today would have been.
    pub async fn of(ledger: &Ledger) -> Old {
        let mut bytes = Vec::new();
        // Who keeps the ledger has all of it in a copy; here it is put together from what each sees.
        let mut seen = BTreeSet::new();
        let mut lines: Vec<Value> = Vec::new();
        for viewer in crate::deeds::VIEWERS {
            bytes.clear();
            ledger.as_seen_by(viewer).export(&mut bytes).await.unwrap();
            for line in String::from_utf8(bytes.clone()).unwrap().lines() {
                if seen.insert(line.to_owned()) {
                    lines.push(serde_json::from_str(line).unwrap());
                }
            }
        }
        Old::from_lines(lines)
    }

    fn from_lines(lines: Vec<Value>) -> Old {
        let mut revisions: Vec<Value> = Vec::new();
        let mut old = Old {
            rows: Vec::new(),
            contents: BTreeMap::new(),
        };
        for mut line in lines {
            if let Some(document) = line.get("document") {
                let text = |key: &str| document[key].as_str().unwrap().to_owned();
                old.contents.insert(text("sha256"), text("bytes"));
            } else if line.get("revision").is_some() {
                revisions.push(line["revision"].take());
            }
        }
        // In the order in which they were written: what is a delegation's own after what it knows of.
        revisions.sort_by_key(|it| {
            let own = it["delegation"].as_i64();
            let seq = it["seq"].as_i64().unwrap();
            (it["joint"].as_i64().unwrap_or(seq), own, seq)
        });
        let mut numbers: BTreeMap<(Option<i64>, i64), i64> = BTreeMap::new();
        let mut ids: BTreeMap<(Option<i64>, String), String> = BTreeMap::new();
        let (mut last, mut time) = ("0".repeat(64), String::new());
        for (at, it) in revisions.into_iter().enumerate() {
            let seq = at as i64 + 1;
            let own = it["delegation"].as_i64();
            numbers.insert((own, it["seq"].as_i64().unwrap()), seq);
            let (kind, id) = (it["kind"].as_str().unwrap(), it["id"].as_str().unwrap());
            let assigned = id.strip_prefix(kind).is_some_and(|rest| {
                let rest = rest.strip_prefix("-own").unwrap_or(rest);
                rest.strip_prefix('-')
                    .is_some_and(|n| n.parse::<i64>().is_ok())
            });
            let id = match (assigned, ids.get(&(own, id.to_owned()))) {
                (_, Some(known)) => known.clone(),
                (false, None) => id.to_owned(),
                (true, None) => {
                    let new = format!("{kind}-{seq}");
                    ids.insert((own, id.to_owned()), new.clone());
                    new
                }
            };
            let previous = it["previous"].as_i64().map(|seq| numbers[&(own, seq)]);
            // One history did not go back in time.
            time = time.max(it["time"].as_str().unwrap().to_owned());
            let mut body = it.get("body").cloned();
            let mut private = it.get("private").cloned();
            for entity in body.iter_mut().chain(private.iter_mut()) {
                rename(entity, own, &ids);
            }
            let body = body.map(|body| body.to_string());
            let private = private.map(|p| {
                let salt = p["salt"].as_str().unwrap().to_owned();
                (salt, p["body"].to_string())
            });
            let content = match (&body, &private) {
                (Some(body), _) => sha256(body.as_bytes()),
                (None, Some((salt, body))) => {
                    let salt = (0..32).map(|i| u8::from_str_radix(&salt[2 * i..2 * i + 2], 16));
                    let mut bytes: Vec<u8> = salt.map(Result::unwrap).collect();
                    bytes.extend(body.as_bytes());
                    sha256(&bytes)
                }
                (None, None) => panic!("{it}"),
            };
            let author = it["author"].as_str();
            let version = &it["version"];
            let link = json!([
                "entente-ledger-revision-1",
                seq,
                kind,
                id,
                version,
                previous,
                author,
                own,
                time,
                content,
                last
            ]);
            let hash = sha256(link.to_string().as_bytes());
            let outside = json!({
                "seq": seq, "kind": kind, "id": id, "version": version, "previous": previous,
                "author": author, "delegation": own, "time": time, "content": content,
                "prev_hash": last, "hash": hash,
            });
            last = hash;
            old.rows.push(Row {
                outside,
                body,
                private,
            });
        }
        old
    }

    /// Changes rows, and chains them anew: as somebody would who writes a file by other means.
    pub fn forged(&mut self, change: impl Fn(i64, &mut Value, &mut Option<String>)) {
        let mut last = "0".repeat(64);
        for row in &mut self.rows {
            let seq = row.outside["seq"].as_i64().unwrap();
            change(seq, &mut row.outside, &mut row.body);
            if let Some(body) = &row.body {
                row.outside["content"] = json!(sha256(body.as_bytes()));
            }
            row.outside["prev_hash"] = json!(last);
            let it = &row.outside;
            let link = json!([
                "entente-ledger-revision-1",
                it["seq"],
                it["kind"],
                it["id"],
                it["version"],
                it["previous"],
                it["author"],
                it["delegation"],
                it["time"],
                it["content"],
                it["prev_hash"]
            ]);
            last = sha256(link.to_string().as_bytes());
            row.outside["hash"] = json!(last);
        }
    }

    /// Adds a row of everybody's at the end.
    pub fn add(&mut self, kind: &str, id: &str, author: &str, body: &Value) {
        let seq = self.rows.len() as i64 + 1;
        let time = self
            .rows
            .last()
            .map_or(json!("2026-11-25T12:00:00.000000Z"), |row| {
                row.outside["time"].clone()
            });
        let outside = json!({
            "seq": seq, "kind": kind, "id": id, "version": 1, "previous": null, "author": author,
            "delegation": null, "time": time, "content": null, "prev_hash": null, "hash": null,
        });
        self.rows.push(Row {
            outside,
            body: Some(body.to_string()),
            private: None,
        });
        self.forged(|_, _, _| {});
    }

    /// Takes the content of a document out.
    pub fn without_contents(mut self) -> Old {
        self.contents.clear();
        self
    }

    /// The export of format 1, as somebody saw it; with everybody's own without a viewer.
    pub fn text(&self, viewer: Option<Viewer>) -> String {
        let own = viewer.map(|viewer| viewer.delegation().map(|party| i64::from(party.0)));
        let sees = |delegation: &Value| match own {
            None => true,
            Some(own) => delegation.is_null() || delegation.as_i64() == own,
        };
        let mut named = BTreeSet::new();
        let mut lines = Vec::new();
        for row in &self.rows {
            let mut fields: Vec<String> = Vec::new();
            for (key, value) in row.outside.as_object().unwrap() {
                fields.push(format!("{key:?}:{value}"));
            }
            let seen = sees(&row.outside["delegation"]);
            if let Some(body) = &row.body {
                fields.push(format!("\"body\":{body}"));
            }
            if let (Some((salt, body)), true) = (&row.private, seen) {
                fields.push(format!(
                    "\"private\":{{\"salt\":\"{salt}\",\"body\":{body}}}"
                ));
            }
            let body = row
                .private
                .as_ref()
                .map(|(_, body)| body)
                .or(row.body.as_ref());
            if row.outside["kind"] == "document" && seen {
                let body: Value = serde_json::from_str(body.unwrap()).unwrap();
                let entity = body.get("entity").unwrap_or(&body);
                named.insert(entity["sha256"].as_str().unwrap().to_owned());
            }
            lines.push(format!("{{\"revision\":{{{}}}}}\n", fields.join(",")));
        }
        for (digest, bytes) in &self.contents {
            if named.contains(digest) {
                lines.push(format!(
                    "{{\"document\":{{\"sha256\":\"{digest}\",\"bytes\":\"{bytes}\"}}}}\n"
                ));
            }
        }
        let documents = self
            .contents
            .keys()
            .filter(|digest| named.contains(*digest));
        let head = self.rows.last().map_or("0".repeat(64), |row| {
            row.outside["hash"].as_str().unwrap().to_owned()
        });
        let viewer = viewer.map_or("custodian".to_owned(), |viewer| viewer.to_string());
        let header = json!({"ledger": {
            "format": 1, "viewer": viewer, "revisions": self.rows.len(),
            "documents": documents.count(), "head": {"seq": self.rows.len(), "hash": head},
        }});
        lines.insert(0, format!("{header}\n"));
        let all = lines.concat();
        let end = json!({"end": {"lines": lines.len(), "sha256": sha256(all.as_bytes())}});
        format!("{all}{end}\n")
    }

    /// Writes it into an empty database, in the tables of version 2; or of version 1, which had the history
    /// without the state.
    pub async fn write(&self, database: &Database, version: u32) {
        let postgres = matches!(database, Database::Postgres(_));
        let types = |script: &str| match postgres {
            true => script
                .replace("{text}", "TEXT COLLATE \"C\"")
                .replace("{bytes}", "BYTEA"),
            false => script.replace("{text}", "TEXT").replace("{bytes}", "BLOB"),
        };
        let mut script = types(include_str!("../../src/migrations/0001_history.sql"));
        script.push_str(match postgres {
            true => include_str!("../../src/migrations/0001_history.postgres.sql"),
            false => include_str!("../../src/migrations/0001_history.sqlite.sql"),
        });
        script.push_str(
            "CREATE TABLE ledger_schema (version BIGINT PRIMARY KEY);
             INSERT INTO ledger_schema (version) VALUES (1);",
        );
        if version > 1 {
            script.push_str(&types(include_str!("../../src/migrations/0002_state.sql")));
            script.push_str("INSERT INTO ledger_schema (version) VALUES (2);");
        }
        let quoted = |text: &str| format!("'{}'", text.replace('\'', "''"));
        let value = |value: &Value| match value {
            Value::Null => "NULL".to_owned(),
            Value::String(text) => quoted(text),
            other => other.to_string(),
        };
        for row in &self.rows {
            let it = row.outside.as_object().unwrap();
            let keys: Vec<&str> = it.keys().map(String::as_str).collect();
            let values: Vec<String> = it.values().map(value).collect();
            let body = row
                .body
                .as_ref()
                .map_or("NULL".to_owned(), |body| quoted(body));
            script.push_str(&format!(
                "INSERT INTO revision ({},body) VALUES ({},{body});",
                keys.join(","),
                values.join(",")
            ));
            if let Some((salt, body)) = &row.private {
                script.push_str(&format!(
                    "INSERT INTO private_body (seq,delegation,salt,body) VALUES ({},{},'{salt}',{});",
                    it["seq"],
                    it["delegation"],
                    quoted(body)
                ));
            }
        }
        for (digest, bytes) in &self.contents {
            let bytes = STANDARD.decode(bytes).unwrap();
            let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            let literal = match postgres {
                true => format!("'\\x{hex}'"),
                false => format!("x'{hex}'"),
            };
            script.push_str(&format!(
                "INSERT INTO blob (sha256,bytes) VALUES ('{digest}',{literal});"
            ));
        }
        if let Some(last) = self.rows.last() {
            script.push_str(&format!(
                "UPDATE head SET seq = {}, hash = {}, time = {};",
                last.outside["seq"],
                value(&last.outside["hash"]),
                value(&last.outside["time"])
            ));
        }
        sql(database, &script).await.unwrap();
    }
}

/// Puts the ids that version 1 assigned in the place of today's.
fn rename(value: &mut Value, own: Option<i64>, ids: &BTreeMap<(Option<i64>, String), String>) {
    match value {
        Value::String(text) => {
            let new = ids
                .get(&(own, text.clone()))
                .or_else(|| ids.get(&(None, text.clone())));
            if let Some(new) = new {
                text.clone_from(new);
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|it| rename(it, own, ids)),
        Value::Object(map) => map.values_mut().for_each(|it| rename(it, own, ids)),
        _ => {}
    }
}
