//! How a history is chained. Each part of the ledger has its own.
//!
//! The hash of a revision is SHA-256, in lower-case hexadecimal, over the UTF-8 bytes of one JSON
//! array without blanks:
//!
//! ```text
//! ["entente-ledger-revision-2",delegation,seq,kind,id,version,previous,author,joint,time,content,prev_hash]
//! ```
//!
//! `delegation` is a COW number in what is a delegation's own and `null` in what is everybody's; `seq` is
//! counted within the part, from 1. `previous` is the `seq` of the version that it was made from, or
//! `null`. `author` is `null` in a delegation's own, where it stands in the body; `joint` is the number of
//! everybody's revisions that there were when it was written, and `null` in what is everybody's, which
//! knows of nobody's own. `time` is UTC to the microsecond; `prev_hash` is the hash of the revision before
//! in the same part, 64 zeros for the first.
//!
//! `content` is SHA-256 of the body, which is JSON without blanks and with sorted keys. Of a
//! delegation's own it is SHA-256 of 32 random bytes followed by the body, so that nobody can guess
//! the body from it, and the chain is whole for those who do not see it.

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::part::Part;

/// What stands before the first revision.
pub(crate) const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// What of a revision is chained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) part: Part,
    pub(crate) seq: i64,
    pub(crate) kind: String,
    pub(crate) id: String,
    pub(crate) version: i64,
    pub(crate) previous: Option<i64>,
    pub(crate) author: Option<String>,
    pub(crate) joint: Option<i64>,
    pub(crate) time: String,
    pub(crate) content: String,
    pub(crate) prev_hash: String,
}

impl Link {
    /// Where the row stands among those of all parts: after everybody's that it knows of.
    pub(crate) fn place(&self) -> (i64, Part, i64) {
        (self.joint.unwrap_or(self.seq), self.part, self.seq)
    }

    /// Its hash.
    pub(crate) fn hash(&self) -> String {
        let array = json!([
            "entente-ledger-revision-2",
            self.part.delegation().map(|delegation| delegation.0),
            self.seq,
            self.kind,
            self.id,
            self.version,
            self.previous,
            self.author,
            self.joint,
            self.time,
            self.content,
            self.prev_hash,
        ]);
        sha256(array.to_string().as_bytes())
    }
}

/// The content hash of a body that everybody sees.
pub(crate) fn public_content(body: &str) -> String {
    sha256(body.as_bytes())
}

/// The content hash of a delegation's own body; the salt is text in hexadecimal of 32 bytes, and
/// `None` is returned if it is not.
pub(crate) fn private_content(salt: &str, body: &str) -> Option<String> {
    let mut hasher = Sha256::new();
    hasher.update(unhex(salt)?);
    hasher.update(body.as_bytes());
    Some(hex(&hasher.finalize()))
}

/// SHA-256, in lower-case hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (i, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * i..2 * i + 2], 16).ok()?;
    }
    Some(bytes)
}

/// JSON without blanks and with the keys of every object sorted.
pub(crate) fn canonical(value: &Value) -> String {
    sorted(value).to_string()
}

fn sorted(value: &Value) -> Value {
    match value {
        Value::Object(map) => {
            let mut keys: Vec<&String> = map.keys().collect();
            keys.sort();
            let pairs = keys.into_iter().map(|key| (key.clone(), sorted(&map[key])));
            Value::Object(pairs.collect::<Map<_, _>>())
        }
        Value::Array(list) => Value::Array(list.iter().map(sorted).collect()),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sorted_at_every_depth() {
        let value: Value =
            serde_json::from_str(r#"{ "b": [ {"z": 1, "a": "é\n"} ], "a": null }"#).unwrap();
        assert_eq!(canonical(&value), r#"{"a":null,"b":[{"a":"é\n","z":1}]}"#);
    }

    /// Worked with `printf '%s' … | sha256sum`.
    #[test]
    fn a_hash_that_anybody_can_compute() {
        let mut link = Link {
            part: Part::JOINT,
            seq: 1,
            kind: "act".to_owned(),
            id: "a".to_owned(),
            version: 1,
            previous: None,
            author: Some("Ana".to_owned()),
            joint: None,
            time: "2026-11-25T00:00:00.000000Z".to_owned(),
            content: public_content("{}"),
            prev_hash: GENESIS.to_owned(),
        };
        assert_eq!(
            link.content,
            "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
        );
        let hash = link.hash();
        assert_eq!(
            hash,
            "31fb3f98bb48a782f304cc9bbd37f43eced11e6020bcd11096a5fd9d2bd91d2f"
        );
        link.version = 2;
        assert_ne!(link.hash(), hash);
    }

    /// Worked with `{ head -c 32 /dev/zero; printf '{}'; } | sha256sum`.
    #[test]
    fn salt_goes_before_the_body() {
        assert_eq!(
            private_content(GENESIS, "{}").unwrap(),
            "fb1634c4e6cd4b1f1afe3ce2d6ef080f7ac5d1f357d723ad4dfca782733b62db"
        );
        assert_eq!(private_content("00", "{}"), None);
        assert_eq!(private_content(&"é".repeat(32), "{}"), None);
    }
}
