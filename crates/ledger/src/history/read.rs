//! Reading the history.

use super::chain::Link;
use super::private::ROWS;
use super::revision::{Secret, Stored};
use super::{Head, LogFilter, stamped};
use crate::store::{Row, Tx, Value, maybe_text};
use crate::viewer::Sight;
use crate::{EntityRef, Kind, LedgerError};

/// Rows read at once.
const PAGE: i64 = 2_000;

impl Stored {
    fn of(row: &Row) -> Result<Stored, LedgerError> {
        let secret = match (row.maybe_text(12)?, row.maybe_text(13)?) {
            (Some(salt), Some(body)) => Some(Secret { salt, body }),
            _ => None,
        };
        Ok(Stored {
            link: Link {
                seq: row.int(0)?,
                kind: row.text(1)?,
                id: row.text(2)?,
                version: row.int(3)?,
                previous: row.maybe_int(4)?,
                author: row.maybe_text(5)?,
                delegation: row.maybe_int(6)?,
                time: row.text(7)?,
                content: row.text(8)?,
                prev_hash: row.text(9)?,
            },
            hash: row.text(10)?,
            body: row.maybe_text(11)?,
            secret,
        })
    }
}

async fn stored(tx: &mut Tx, tail: &str, values: &[Value]) -> Result<Vec<Stored>, LedgerError> {
    let rows = tx.rows(&format!("{ROWS} {tail}"), values).await?;
    rows.iter().map(Stored::of).collect()
}

/// The next rows after one, in order; none at the end.
pub(crate) async fn page(
    tx: &mut Tx,
    sight: Sight,
    after: i64,
) -> Result<Vec<Stored>, LedgerError> {
    let values = [sight.as_number().into(), after.into(), PAGE.into()];
    stored(tx, "WHERE r.seq > $2 ORDER BY r.seq LIMIT $3", &values).await
}

/// The latest revision of an entry.
pub(crate) async fn latest(
    tx: &mut Tx,
    sight: Sight,
    entry: &EntityRef,
) -> Result<Option<Stored>, LedgerError> {
    let values = [
        sight.as_number().into(),
        entry.kind.as_str().into(),
        entry.id.as_str().into(),
    ];
    let tail = "JOIN latest l ON l.seq = r.seq WHERE l.kind = $2 AND l.id = $3";
    Ok(stored(tx, tail, &values).await?.into_iter().next())
}

/// The latest revisions of all entries of a kind, by day and id; of one parent if one is given.
pub(crate) async fn all_latest(
    tx: &mut Tx,
    sight: Sight,
    kind: Kind,
    parent: Option<&str>,
) -> Result<Vec<Stored>, LedgerError> {
    let mut values = vec![sight.as_number().into(), kind.as_str().into()];
    let mut tail = "JOIN latest l ON l.seq = r.seq WHERE l.kind = $2".to_owned();
    if let Some(parent) = parent {
        tail.push_str(" AND l.parent = $3");
        values.push(parent.into());
    }
    tail.push_str(" ORDER BY coalesce(l.day, ''), l.id");
    stored(tx, &tail, &values).await
}

/// One version of an entry.
pub(crate) async fn version(
    tx: &mut Tx,
    sight: Sight,
    entry: &EntityRef,
    version: i64,
) -> Result<Option<Stored>, LedgerError> {
    let values = [
        sight.as_number().into(),
        entry.kind.as_str().into(),
        entry.id.as_str().into(),
        version.into(),
    ];
    let tail = "WHERE r.kind = $2 AND r.id = $3 AND r.version = $4";
    Ok(stored(tx, tail, &values).await?.into_iter().next())
}

/// Rows that meet a filter, in order.
pub(crate) async fn log(
    tx: &mut Tx,
    sight: Sight,
    filter: &LogFilter,
) -> Result<Vec<Stored>, LedgerError> {
    let mut values = vec![sight.as_number().into()];
    let mut wheres = Vec::new();
    let mut given = |test: &str, value: Value| {
        if value != Value::Text(None) && value != Value::Int(None) {
            values.push(value);
            wheres.push(format!("{test} ${}", values.len()));
        }
    };
    given("r.kind =", maybe_text(filter.kind));
    given("r.id =", filter.id.clone().into());
    given("r.time >=", filter.since.map(stamped).into());
    given("r.time <=", filter.until.map(stamped).into());
    given("r.seq >", filter.after.into());
    let mut tail = match wheres.as_slice() {
        [] => String::new(),
        some => format!("WHERE {}", some.join(" AND ")),
    };
    tail.push_str(" ORDER BY r.seq DESC");
    if let Some(last) = filter.last {
        values.push(i64::from(last).into());
        tail.push_str(&format!(" LIMIT ${}", values.len()));
    }
    let mut rows = stored(tx, &tail, &values).await?;
    rows.reverse();
    Ok(rows)
}

/// The last row, and its time; the time is empty if there is no row.
pub(crate) async fn head(tx: &mut Tx) -> Result<(Head, String), LedgerError> {
    at_head(tx, "").await
}

/// The last row, for who will write the next: nobody else can until the transaction ends.
pub(crate) async fn head_to_write(tx: &mut Tx) -> Result<(Head, String), LedgerError> {
    let lock = tx.dialect().lock();
    at_head(tx, lock).await
}

async fn at_head(tx: &mut Tx, lock: &str) -> Result<(Head, String), LedgerError> {
    let sql = format!("SELECT seq, hash, time FROM head WHERE one = 1{lock}");
    let row = tx
        .row(&sql, &[])
        .await?
        .ok_or_else(|| LedgerError::Unreadable {
            what: "the head of the history".to_owned(),
            why: "it is missing".to_owned(),
        })?;
    let head = Head {
        seq: row.int(0)?,
        hash: row.text(1)?,
    };
    Ok((head, row.text(2)?))
}
