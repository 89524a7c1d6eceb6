//! Writing a ledger's history into another one.

use jiff::Timestamp;

use super::{Hand, Intake, Stop};
use crate::exchange::fault::ImportError;
use crate::history::walk::Walk;
use crate::history::{read, stamped};
use crate::part::Part;
use crate::store::Tx;
use crate::viewer::Sight;
use crate::{Ledger, LedgerError, documents, seal};

/// Writes a history, as far as a hand reaches and up to a time, into an empty ledger.
pub(crate) async fn restore(
    from: &Ledger,
    hand: Hand,
    until: Timestamp,
    into: &Ledger,
) -> Result<(), LedgerError> {
    let mut source = from.pool.read().await?;
    let mut target = into.pool.write().await?;
    for part in read::parts(&mut target, Sight::CUSTODIAN).await? {
        if read::tip(&mut target, part).await?.head.seq > 0 {
            return Err(LedgerError::NotEmpty);
        }
    }
    into.pool.keys().share(from.pool.keys());
    for part in read::parts(&mut source, hand.sight()).await? {
        if let Some(envelope) = seal::envelope(&mut source, part).await? {
            seal::adopt(&mut target, part, &envelope, None).await?;
        }
    }
    let mut intake = Intake::new(&mut target, hand, None).await?;
    let taken = take(&mut source, &mut intake, hand.sight(), &stamped(until)).await;
    let taken = match taken {
        Ok(()) => intake.finish().await.map(drop),
        Err(stop) => Err(stop),
    };
    taken.map_err(|stop| match stop {
        Stop::Ledger(error) => error,
        Stop::Fault(fault) => LedgerError::from(ImportError {
            file: String::new(),
            line: 0,
            column: None,
            fault,
        }),
    })?;
    target.commit().await
}

async fn take(
    source: &mut Tx,
    intake: &mut Intake<'_>,
    sight: Sight,
    until: &str,
) -> Result<(), Stop> {
    let mut walk = Walk::new(source, sight).await?;
    while let Some((stored, _)) = walk.next(source).await? {
        if stored.link.time.as_str() <= until {
            intake.row(stored).await?;
        }
    }
    let absent = documents::absent(source).await?;
    let named: Vec<(Part, String)> = intake.documents.keys().cloned().collect();
    for (part, digest) in named {
        match documents::load(source, part, &digest).await? {
            Some(content) => intake.content(part, digest, content).await?,
            None if part.is_joint() && absent.contains(&digest) => intake.absent(digest).await?,
            None => {}
        }
    }
    // What is locked goes as it is, to who keeps the ledger.
    for (part, name) in documents::names(source, sight).await? {
        let locked =
            source.keys().get(part).is_none() && seal::envelope(source, part).await?.is_some();
        if locked && let Some(sealed) = documents::load_stored(source, part, &name).await? {
            intake.locked_content(part, &name, sealed).await?;
        }
    }
    Ok(())
}
