//! Bodies that are a delegation's own: the only place that reads or writes them.

use super::Stored;
use super::revision::Secret;
use crate::LedgerError;
use crate::store::{Tx, Value};

/// The rows of the history that `$1` may see, each with its private body and the number of the version
/// before it as the history has it. A condition can follow, after `AND`.
///
/// `$1` is [`Sight::as_number`](crate::viewer::Sight::as_number).
pub(super) const ROWS: &str = "
    SELECT r.part, r.seq, r.kind, r.id, r.version, r.previous, r.author, r.joint, r.time, r.content,
           r.prev_hash, r.hash, r.body, p.salt, p.body, q.seq
    FROM revision r
    LEFT JOIN private_body p ON p.part = r.part AND p.seq = r.seq
    LEFT JOIN revision q ON q.part = r.part AND q.kind = r.kind AND q.id = r.id
        AND q.version = r.version - 1
    {join}
    WHERE (r.part = 0 OR r.part = $1 OR $1 = -1)";

/// The private body of a row.
pub(super) fn secret(salt: Option<String>, body: Option<String>) -> Option<Secret> {
    match (salt, body) {
        (Some(salt), Some(body)) => Some(Secret { salt, body }),
        _ => None,
    }
}

/// Writes the private bodies of rows that were written.
pub(crate) async fn keep(tx: &mut Tx, rows: &[Stored]) -> Result<(), LedgerError> {
    let bodies: Vec<Vec<Value>> = rows
        .iter()
        .filter_map(|row| {
            let secret = row.secret.as_ref()?;
            Some(vec![
                row.link.part.number().into(),
                row.link.seq.into(),
                secret.salt.as_str().into(),
                secret.body.as_str().into(),
            ])
        })
        .collect();
    let columns = ["part", "seq", "salt", "body"];
    tx.insert("private_body", &columns, &bodies).await
}

/// 32 bytes that nobody can guess, in hexadecimal.
pub(crate) fn salt() -> Result<String, LedgerError> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|error| LedgerError::NoEntropy(error.to_string()))?;
    Ok(super::chain::hex(&bytes))
}
