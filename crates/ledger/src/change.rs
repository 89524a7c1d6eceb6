//! What a writer asks for.

use jiff::civil::Date;

use crate::{Commitment, CommitmentStatus, Entity, Extension};

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// A new entry.
    New(Entity),
    /// A new version of an entry.
    Revision {
        /// The version that it was made from, which must be the latest.
        from: i64,
        /// The entry as it is to be, in full.
        entity: Entity,
    },
}

/// The commitments that take the place of one, and that one closed.
pub(crate) fn replaced(
    mut old: Commitment,
    from: i64,
    by: Vec<Commitment>,
    status: CommitmentStatus,
    on: Date,
    reason: Option<String>,
) -> Vec<Change> {
    let id = old.id.clone();
    old.status = status;
    old.closed = Some(on);
    old.reason = reason.or(old.reason);
    let entity = old.into();
    let mut changes = vec![Change::Revision { from, entity }];
    for mut part in by {
        if !part.from.contains(&id) {
            part.from.push(id.clone());
        }
        changes.push(Change::New(part.into()));
    }
    changes
}

/// A commitment that is due on a later day.
pub(crate) fn extended(
    mut old: Commitment,
    from: i64,
    to: Date,
    decided: Date,
    reason: String,
) -> Change {
    let extension = Extension {
        decided,
        from: old.due,
        to,
        reason,
    };
    old.extensions.push(extension);
    old.due = Some(to);
    let entity = old.into();
    Change::Revision { from, entity }
}
