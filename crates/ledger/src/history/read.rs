//! Reading the history.

use super::chain::Link;
use super::private::{ROWS, body_of};
use super::revision::Stored;
use super::{Head, LogFilter, stamped};
use crate::part::Part;
use crate::seal::Keys;
use crate::store::{Row, Tx, Value, maybe_text};
use crate::viewer::Sight;
use crate::{EntityRef, Kind, LedgerError};

/// Rows read at once.
const PAGE: i64 = 1_000;

/// Rows of the latest revisions only, where entries are asked for and not the history.
const LATEST: &str = "JOIN latest l ON l.part = r.part AND l.seq = r.seq";

/// The last row of a part, and its time; the time is empty if there is no row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tip {
    pub(crate) head: Head,
    pub(crate) time: String,
}

impl Tip {
    /// Of a part in which nothing has been written.
    pub(crate) fn none() -> Tip {
        Tip {
            head: Head::genesis(),
            time: String::new(),
        }
    }
}

impl Stored {
    fn of(row: &Row, keys: &Keys) -> Result<Stored, LedgerError> {
        let (part, seq) = (Part::numbered(row.int(0)?)?, row.int(1)?);
        let (secret, sealed) = body_of(row, (part, seq), keys)?;
        Ok(Stored {
            link: Link {
                part,
                seq,
                kind: row.text(2)?,
                id: row.text(3)?,
                version: row.int(4)?,
                previous: row.maybe_int(5)?,
                author: row.maybe_text(6)?,
                joint: row.maybe_int(7)?,
                time: row.text(8)?,
                content: row.text(9)?,
                prev_hash: row.text(10)?,
            },
            hash: row.text(11)?,
            body: row.maybe_text(12)?,
            secret,
            sealed,
        })
    }
}

/// Which rows a statement asks for: those of one part, which is `$1`, or those that a sight reaches.
enum Of {
    Part,
    Sight(Sight),
}

impl Of {
    fn condition(&self) -> String {
        match self {
            Of::Part => "r.part = $1".to_owned(),
            Of::Sight(sight) => sight.condition("r.part"),
        }
    }
}

async fn stored(
    tx: &mut Tx,
    of: Of,
    join: &str,
    tail: &str,
    values: &[Value],
) -> Result<Vec<Stored>, LedgerError> {
    let sql = ROWS
        .replace("{previous}", "NULL")
        .replace("{join}", join)
        .replace("{part}", &of.condition());
    let rows = tx.rows(&format!("{sql} {tail}"), values).await?;
    let keys = tx.keys();
    rows.iter().map(|row| Stored::of(row, keys)).collect()
}

/// The next rows of a part after one, in order, none at the end; each with the number of the version before
/// it as the history has it.
pub(crate) async fn page(
    tx: &mut Tx,
    part: Part,
    after: i64,
) -> Result<Vec<(Stored, Option<i64>)>, LedgerError> {
    let values = [part.number().into(), after.into(), PAGE.into()];
    let before = "LEFT JOIN revision q ON q.part = r.part AND q.kind = r.kind AND q.id = r.id
        AND q.version = r.version - 1";
    let sql = ROWS
        .replace("{previous}", "q.seq")
        .replace("{join}", before)
        .replace("{part}", &Of::Part.condition());
    let tail = "AND r.seq > $2 ORDER BY r.seq LIMIT $3";
    let rows = tx.rows(&format!("{sql} {tail}"), &values).await?;
    let keys = tx.keys();
    rows.iter()
        .map(|row| Ok((Stored::of(row, keys)?, row.maybe_int(15)?)))
        .collect()
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
    // A delegation's own comes first: an entry of everybody's never stands in its place.
    let tail = "AND l.kind = $2 AND l.id = $3 ORDER BY r.part DESC";
    let found = stored(tx, Of::Sight(sight), LATEST, tail, &values).await?;
    Ok(found.into_iter().next())
}

/// The latest revision of an entry in one part.
pub(crate) async fn latest_in(
    tx: &mut Tx,
    part: Part,
    entry: &EntityRef,
) -> Result<Option<Stored>, LedgerError> {
    let values = [
        part.number().into(),
        entry.kind.as_str().into(),
        entry.id.as_str().into(),
    ];
    let tail = "AND l.kind = $2 AND l.id = $3";
    let found = stored(tx, Of::Part, LATEST, tail, &values).await?;
    Ok(found.into_iter().next())
}

/// The next latest revisions of a part after a row, in order, as the history itself has them.
pub(crate) async fn last_versions(
    tx: &mut Tx,
    part: Part,
    after: i64,
) -> Result<Vec<Stored>, LedgerError> {
    let values = [part.number().into(), after.into(), PAGE.into()];
    let tail = "AND r.seq > $2 AND NOT EXISTS (
            SELECT 1 FROM revision n WHERE n.part = r.part AND n.kind = r.kind AND n.id = r.id
                AND n.version = r.version + 1)
        ORDER BY r.seq LIMIT $3";
    stored(tx, Of::Part, "", tail, &values).await
}

/// The next commitments after an id, by id.
pub(crate) async fn commitments(tx: &mut Tx, after: &str) -> Result<Vec<Stored>, LedgerError> {
    let values = [Part::JOINT.number().into(), after.into(), PAGE.into()];
    let tail = "AND l.kind = 'commitment' AND l.id > $2 ORDER BY l.id LIMIT $3";
    stored(tx, Of::Part, LATEST, tail, &values).await
}

/// The scores of commitments from one id up to another, in the order of the history.
pub(crate) async fn scores_between(
    tx: &mut Tx,
    after: &str,
    last: &str,
) -> Result<Vec<Stored>, LedgerError> {
    let values = [Part::JOINT.number().into(), after.into(), last.into()];
    let tail = "AND l.kind = 'score' AND l.parent > $2 AND l.parent <= $3 ORDER BY r.seq";
    stored(tx, Of::Part, LATEST, tail, &values).await
}

/// The latest revisions of all entries of a kind, by day and id; of one parent if one is given.
pub(crate) async fn all_latest(
    tx: &mut Tx,
    sight: Sight,
    kind: Kind,
    parent: Option<&str>,
) -> Result<Vec<Stored>, LedgerError> {
    let mut values = vec![sight.as_number().into(), kind.as_str().into()];
    let mut tail = "AND l.kind = $2".to_owned();
    if let Some(parent) = parent {
        tail.push_str(" AND l.parent = $3");
        values.push(parent.into());
    }
    tail.push_str(" ORDER BY coalesce(l.day, ''), l.id");
    stored(tx, Of::Sight(sight), LATEST, &tail, &values).await
}

/// The first revisions of all entries of a kind.
pub(crate) async fn first_versions(
    tx: &mut Tx,
    sight: Sight,
    kind: Kind,
) -> Result<Vec<Stored>, LedgerError> {
    let values = [sight.as_number().into(), kind.as_str().into()];
    let tail = "AND r.kind = $2 AND r.version = 1 ORDER BY r.part, r.seq";
    stored(tx, Of::Sight(sight), "", tail, &values).await
}

/// One version of an entry.
pub(crate) async fn version(
    tx: &mut Tx,
    part: Part,
    entry: &EntityRef,
    version: i64,
) -> Result<Option<Stored>, LedgerError> {
    let values = [
        part.number().into(),
        entry.kind.as_str().into(),
        entry.id.as_str().into(),
        version.into(),
    ];
    let tail = "AND r.kind = $2 AND r.id = $3 AND r.version = $4";
    Ok(stored(tx, Of::Part, "", tail, &values)
        .await?
        .into_iter()
        .next())
}

/// Rows that meet a filter, in the order in which they were written; of one delegation's own and
/// everybody's, each after what it knows of.
pub(crate) async fn log(
    tx: &mut Tx,
    sight: Sight,
    filter: &LogFilter,
) -> Result<Vec<Stored>, LedgerError> {
    let mut values = vec![sight.as_number().into()];
    let mut tail = String::new();
    let mut given = |test: &str, value: Value| {
        if value != Value::Text(None) && value != Value::Int(None) {
            values.push(value);
            tail.push_str(&format!(" AND {test} ${}", values.len()));
        }
    };
    given("r.kind =", maybe_text(filter.kind));
    given("r.id =", filter.id.clone().into());
    given("r.time >=", filter.since.map(stamped).into());
    given("r.time <=", filter.until.map(stamped).into());
    // A row of somebody's own that knows of as many of everybody's was written after the last of these.
    given("coalesce(r.joint + 1, r.seq) >", filter.after.into());
    tail.push_str(" ORDER BY coalesce(r.joint, r.seq) DESC, r.part DESC, r.seq DESC");
    if let Some(last) = filter.last {
        values.push(i64::from(last).into());
        tail.push_str(&format!(" LIMIT ${}", values.len()));
    }
    let mut rows = stored(tx, Of::Sight(sight), "", &tail, &values).await?;
    rows.reverse();
    Ok(rows)
}

/// The parts in which something has been written, everybody's first.
pub(crate) async fn parts(tx: &mut Tx, sight: Sight) -> Result<Vec<Part>, LedgerError> {
    let condition = sight.condition("part");
    let sql = format!(
        "SELECT part FROM head WHERE {condition}
         UNION SELECT part FROM revision WHERE {condition} ORDER BY part"
    );
    let rows = tx.rows(&sql, &[sight.as_number().into()]).await?;
    rows.iter().map(|row| Part::numbered(row.int(0)?)).collect()
}

/// The numbers and hashes of the next rows of a part after one, in order; none at the end.
pub(crate) async fn hashes(
    tx: &mut Tx,
    part: Part,
    after: i64,
) -> Result<Vec<(i64, String)>, LedgerError> {
    let sql = "SELECT seq, hash FROM revision WHERE part = $1 AND seq > $2 ORDER BY seq LIMIT $3";
    let values = [part.number().into(), after.into(), PAGE.into()];
    let rows = tx.rows(sql, &values).await?;
    rows.iter()
        .map(|row| Ok((row.int(0)?, row.text(1)?)))
        .collect()
}

/// How many rows a part has.
pub(crate) async fn count(tx: &mut Tx, part: Part) -> Result<i64, LedgerError> {
    let sql = "SELECT count(*) FROM revision WHERE part = $1";
    let row = tx.row(sql, &[part.number().into()]).await?;
    row.map_or(Ok(0), |row| row.int(0))
}

/// The last row of a part.
pub(crate) async fn tip(tx: &mut Tx, part: Part) -> Result<Tip, LedgerError> {
    tip_of(tx, part, "").await
}

/// The last row of a part, for who will write the next: nobody else can until the transaction ends. Who
/// writes what is a delegation's own takes everybody's first.
pub(crate) async fn tip_to_write(tx: &mut Tx, part: Part) -> Result<Tip, LedgerError> {
    let lock = tx.dialect().lock();
    tip_of(tx, part, lock).await
}

async fn tip_of(tx: &mut Tx, part: Part, lock: &str) -> Result<Tip, LedgerError> {
    let sql = format!("SELECT seq, hash, time FROM head WHERE part = $1{lock}");
    let Some(row) = tx.row(&sql, &[part.number().into()]).await? else {
        return match part.is_joint() {
            true => Err(LedgerError::Unreadable {
                what: "the head of the history".to_owned(),
                why: "it is missing".to_owned(),
            }),
            false => Ok(Tip::none()),
        };
    };
    let head = Head {
        seq: row.int(0)?,
        hash: row.text(1)?,
    };
    let time = row.text(2)?;
    Ok(Tip { head, time })
}

/// Moves the head of a part to its last row.
pub(crate) async fn set_tip(tx: &mut Tx, part: Part, tip: &Tip) -> Result<(), LedgerError> {
    let sql = "INSERT INTO head (part, seq, hash, time) VALUES ($1, $2, $3, $4)
         ON CONFLICT (part) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, time = excluded.time";
    let values = [
        part.number().into(),
        tip.head.seq.into(),
        tip.head.hash.as_str().into(),
        tip.time.as_str().into(),
    ];
    tx.run(sql, &values).await
}
