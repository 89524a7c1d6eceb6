//! The tables of evidence, one file per subject.

mod capabilities;
mod contacts;
mod displacement;
mod election_kind;
mod events;
mod geography;
mod institutions;
mod leaders;
mod resolutions;
mod unga;

pub use capabilities::{Capability, Trade};
pub use contacts::{Contact, ContactLevel, ContactSource, Direction};
pub use displacement::{AsylumApplication, AsylumDecision, Flow, Population, Solution};
pub use election_kind::ElectionKind;
pub use events::{Event, EventCount, EventPanel, PublishedIdealPoint};
pub use geography::{Capital, Contiguity, Distance};
pub use institutions::{Alliance, JointIgo};
pub use leaders::{Election, ElectionNotice, Leader, LeaderSpell, Office, OfficeHolder};
pub use resolutions::{Adoption, CouncilVote, Organ, RecordSource, Resolution, Sponsor, Veto};
pub use unga::{CodeBasis, Issue, Repeat, RollCall, RollCallIssue, RollCallKind, Vote, VoteCast};
