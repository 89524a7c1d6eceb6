//! Reading an export of format 1.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::fault::ImportFault;
use super::import::{Counted, Taken, decoded, second_header};
use super::intake::{Hand, Intake, Stop};
use super::line::End;
use crate::Entity;
use crate::legacy::{Contents, OldDocument, OldFault, OldHeader, OldRevision, Rechain};
use crate::part::Part;

/// Any line.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum OldLine {
    Ledger(OldHeader),
    Revision(Box<OldRevision>),
    Document(OldDocument),
    End(End),
}

/// A file that is being read.
pub(super) struct OldReading {
    header: OldHeader,
    rechain: Rechain,
    contents: Contents,
    named: BTreeSet<(Part, String)>,
}

impl OldReading {
    /// Takes the header.
    pub(super) fn begin(line: OldLine) -> Result<OldReading, ImportFault> {
        match line {
            OldLine::Ledger(header) => Ok(OldReading {
                header,
                rechain: Rechain::of_a_file(),
                contents: Contents::default(),
                named: BTreeSet::new(),
            }),
            _ => Err(ImportFault::NoHeader),
        }
    }

    /// Takes a line.
    pub(super) async fn take(
        &mut self,
        line: OldLine,
        hand: Hand,
        intake: &mut Intake<'_>,
    ) -> Result<Taken, Stop> {
        match line {
            OldLine::Ledger(_) => Err(second_header()),
            OldLine::Revision(it) => {
                let row = it.row();
                let seq = row.seq;
                // What is another's own comes sealed, and is left out; or it is refused.
                if row.secret.is_some()
                    && let Some(number) = row.delegation
                {
                    let part = Part::numbered(number).map_err(|_| not_as_written(seq))?;
                    hand.brings(part)?;
                }
                let taken = self.rechain.row(row).map_err(|fault| of_old(seq, fault))?;
                if let Some((stored, entity)) = taken {
                    self.contents.names(&entity);
                    if let Entity::Document(document) = &entity {
                        let part = Part::of(document.delegation);
                        self.named.insert((part, document.sha256.clone()));
                    }
                    intake.row(stored).await?;
                }
                Ok(Taken::Row)
            }
            OldLine::Document(it) => {
                let content = decoded(&it.bytes)?;
                let parts = self.contents.of(&it.sha256);
                if parts.is_empty() {
                    return Err(ImportFault::DocumentStray(it.sha256).into());
                }
                for part in parts {
                    intake
                        .content(part, it.sha256.clone(), content.clone())
                        .await?;
                }
                Ok(Taken::Content)
            }
            OldLine::End(it) => Ok(Taken::End(it)),
        }
    }

    /// Ends a file that is what its first and last lines announce. The contents that everybody's documents name
    /// and that stay with the delegation whose own they are, are absent.
    pub(super) async fn end(
        &self,
        end: &End,
        counted: &Counted,
        intake: &mut Intake<'_>,
    ) -> Result<(), Stop> {
        self.whole(end, counted)?;
        intake.cleaned(self.rechain.cleaned);
        for (part, digest) in &self.named {
            if part.is_joint() && !self.contents.of(digest).contains(part) {
                intake.absent(digest.clone()).await?;
            }
        }
        Ok(())
    }

    /// Whether the file is what its first and last lines announce.
    fn whole(&self, end: &End, counted: &Counted) -> Result<(), ImportFault> {
        let last = self.rechain.last();
        if last.seq != self.header.revisions {
            return Err(ImportFault::Count {
                what: "revisions",
                found: last.seq as u64,
                expected: self.header.revisions as u64,
            });
        }
        if *last != self.header.head {
            return Err(ImportFault::Head);
        }
        counted.whole(end, self.header.documents)
    }
}

fn not_as_written(seq: i64) -> ImportFault {
    ImportFault::Line(format!("revision {seq} is not as the ledger writes it"))
}

fn of_old(seq: i64, fault: OldFault) -> ImportFault {
    match fault {
        OldFault::Gap { found, expected } => ImportFault::Gap { found, expected },
        OldFault::Unlinked => ImportFault::Unlinked(seq),
        OldFault::Altered => ImportFault::Altered(seq),
        OldFault::Content => ImportFault::Content(seq),
        OldFault::OutOfOrder => ImportFault::OutOfOrder {
            seq,
            field: "version",
            why: "is not the next version of its entry",
        },
        OldFault::Number => ImportFault::OutOfOrder {
            seq,
            field: "id",
            why: "has the number of another revision",
        },
        OldFault::Unreadable => not_as_written(seq),
    }
}
