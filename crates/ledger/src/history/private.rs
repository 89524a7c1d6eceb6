//! Bodies that are a delegation's own: the only place that reads or writes them.

use super::Stored;
use crate::LedgerError;
use crate::store::{Tx, Value};

/// The rows of the history, each with its private body if `$1` may see it.
///
/// `$1` is [`Sight::as_number`](crate::viewer::Sight::as_number). Both the row and the body must be
/// the viewer's.
pub(super) const ROWS: &str = "
    SELECT r.seq, r.kind, r.id, r.version, r.previous, r.author, r.delegation, r.time, r.content,
           r.prev_hash, r.hash, r.body, p.salt, p.body
    FROM revision r
    LEFT JOIN private_body p ON p.seq = r.seq
        AND ($1 = -1 OR (p.delegation = $1 AND r.delegation = $1))";

/// Writes the private bodies of rows that were written.
pub(crate) async fn keep(tx: &mut Tx, rows: &[Stored]) -> Result<(), LedgerError> {
    let bodies: Vec<Vec<Value>> = rows
        .iter()
        .filter_map(|row| {
            let secret = row.secret.as_ref()?;
            Some(vec![
                row.link.seq.into(),
                row.link.delegation.into(),
                secret.salt.as_str().into(),
                secret.body.as_str().into(),
            ])
        })
        .collect();
    tx.insert(
        "private_body",
        &["seq", "delegation", "salt", "body"],
        &bodies,
    )
    .await
}

/// 32 bytes that nobody can guess, in hexadecimal.
pub(crate) fn salt() -> Result<String, LedgerError> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|error| LedgerError::NoEntropy(error.to_string()))?;
    Ok(super::chain::hex(&bytes))
}
