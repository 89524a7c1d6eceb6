//! What the parties promised each other, and what is still owed, from records that are brought to an
//! assessment: a ledger's, or anybody's.

mod record;
mod section;

pub use record::{ClosedAs, CommitmentRecord, DueDayMoved, ScoreRecord};
pub use section::{
    CommitmentPair, CommitmentsSection, OpenCommitment, PartyCompliance, StandingScore,
};
