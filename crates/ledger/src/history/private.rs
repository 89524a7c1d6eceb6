//! Bodies that are a delegation's own: the only place that reads or writes them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::Stored;
use super::revision::{SealedBody, Secret};
use crate::LedgerError;
use crate::part::Part;
use crate::seal::{Key, Keys};
use crate::store::{Row, Tx, Value};

/// Rows of the history, each with its private body, and, where that is asked for, the number of the version
/// before it as the history has it. What stands in braces is filled in by [`read`](super::read), always with a
/// condition on the part; others can follow it, after `AND`.
pub(super) const ROWS: &str = "
    SELECT r.part, r.seq, r.kind, r.id, r.version, r.previous, r.author, r.joint, r.time, r.content,
           r.prev_hash, r.hash, r.body, p.salt, p.body, {previous}, p.sealed
    FROM revision r
    LEFT JOIN private_body p ON p.part = r.part AND p.seq = r.seq
    {join}
    WHERE {part}";

/// The private body of a row, opened if it is sealed and there is a key.
pub(super) fn body_of(
    row: &Row,
    place: (Part, i64),
    keys: &Keys,
) -> Result<(Option<Secret>, Option<SealedBody>), LedgerError> {
    let (salt, body, sealed) = (row.maybe_text(13)?, row.maybe_text(14)?, row.maybe_int(16)?);
    let (Some(salt), Some(text)) = (salt, body) else {
        return Ok((None, None));
    };
    let (part, seq) = place;
    let key = keys.get(part);
    if sealed == Some(0) && key.is_none() {
        return Ok((Some(Secret { salt, body: text }), None));
    }
    // In a part that is sealed, what is not was put there by somebody without the key: it does not open.
    let locked = key.is_none();
    let secret = key
        .filter(|_| sealed == Some(1))
        .and_then(|key| opened(&key, part, seq, &text));
    Ok((secret, Some(SealedBody { text, locked })))
}

/// What a body is sealed to.
fn place_of(part: Part, seq: i64) -> String {
    format!("entente-ledger-body-1|{}|{seq}", part.number())
}

/// A private body, sealed, in base 64.
pub(crate) fn sealed(
    key: &Key,
    part: Part,
    seq: i64,
    secret: &Secret,
) -> Result<String, LedgerError> {
    let plain = serde_json::json!([secret.salt, secret.body]).to_string();
    let sealed = key.seal(plain.as_bytes(), &place_of(part, seq))?;
    Ok(STANDARD.encode(sealed))
}

/// A private body that was sealed; `None` if it was by another key, or altered.
pub(crate) fn opened(key: &Key, part: Part, seq: i64, text: &str) -> Option<Secret> {
    let sealed = STANDARD.decode(text).ok()?;
    let plain = key.open(&sealed, &place_of(part, seq))?;
    let (salt, body) = serde_json::from_slice(&plain).ok()?;
    Some(Secret { salt, body })
}

/// Writes the private bodies of rows that were written; sealed where the part is.
pub(crate) async fn keep(tx: &mut Tx, rows: &[Stored]) -> Result<(), LedgerError> {
    let mut bodies: Vec<Vec<Value>> = Vec::new();
    for row in rows {
        let (part, seq) = (row.link.part, row.link.seq);
        let (salt, body, is_sealed) = match (&row.secret, &row.sealed, tx.keys().get(part)) {
            (Some(secret), _, Some(key)) => (String::new(), sealed(&key, part, seq, secret)?, 1),
            (Some(secret), _, None) => (secret.salt.clone(), secret.body.clone(), 0),
            (None, Some(sealed), _) => (String::new(), sealed.text.clone(), 1),
            (None, None, _) => continue,
        };
        let numbers = [part.number(), seq].map(Value::from);
        let [part, seq] = numbers;
        bodies.push(vec![
            part,
            seq,
            salt.into(),
            body.into(),
            i64::from(is_sealed).into(),
        ]);
    }
    let columns = ["part", "seq", "salt", "body", "sealed"];
    tx.insert("private_body", &columns, &bodies).await
}

/// Whether any body of a part is kept sealed.
pub(crate) async fn any_sealed(tx: &mut Tx, part: Part) -> Result<bool, LedgerError> {
    let sql = "SELECT 1 FROM private_body WHERE part = $1 AND sealed = 1 LIMIT 1";
    Ok(tx.row(sql, &[part.number().into()]).await?.is_some())
}

/// Seals all bodies of a part; how many there are.
pub(crate) async fn seal_all(tx: &mut Tx, part: Part, key: &Key) -> Result<i64, LedgerError> {
    let (mut number, mut after) = (0, 0);
    loop {
        let page = super::read::page(tx, part, after).await?;
        let Some((last, _)) = page.last() else {
            return Ok(number);
        };
        after = last.link.seq;
        for (stored, _) in page {
            let Some(secret) = &stored.secret else {
                return Err(stored.unreadable("its body is missing"));
            };
            let seq = stored.link.seq;
            let text = sealed(key, part, seq, secret)?;
            let sql = "UPDATE private_body SET salt = '', body = $1, sealed = 1
                WHERE part = $2 AND seq = $3";
            tx.run(sql, &[text.into(), part.number().into(), seq.into()])
                .await?;
            number += 1;
        }
    }
}

/// 32 bytes that nobody can guess, in hexadecimal.
pub(crate) fn salt() -> Result<String, LedgerError> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|error| LedgerError::NoEntropy(error.to_string()))?;
    Ok(super::chain::hex(&bytes))
}
