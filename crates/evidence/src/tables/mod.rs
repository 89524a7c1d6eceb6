//! The tables of evidence, one file per subject.

mod aid;
mod border;
mod capabilities;
mod contacts;
mod dated;
mod diplomacy;
mod displacement;
mod disputes;
mod economy;
mod election_kind;
mod events;
mod geography;
mod ideology;
mod institutions;
mod leaders;
mod migration;
mod participation;
mod resolutions;
mod statements;
mod trade;
mod treaties;
mod trips;
mod unga;

pub use aid::{AidFlow, AidStep, ChineseFinance, UsAid};
pub use border::{BorderEncounter, BorderPatrolMonth, PortCrossing};
pub use capabilities::{Capability, Trade};
pub use contacts::{Contact, ContactLevel, ContactSource, Direction};
pub use diplomacy::{ChiefOfMission, Mission};
pub use displacement::{AsylumApplication, AsylumDecision, Flow, Population, Solution};
pub use disputes::{Dispute, MilitarizedEvent};
pub use economy::{Gdp, GdpIndicator};
pub use election_kind::ElectionKind;
pub use events::{Event, EventCount, EventPanel, PairScore, PublishedIdealPoint};
pub use geography::{Capital, Contiguity, Distance};
pub use ideology::{Ideology, LeaderIdeology};
pub use institutions::{Alliance, JointIgo};
pub use leaders::{Election, ElectionNotice, Leader, LeaderSpell, Office, OfficeHolder};
pub use migration::{MigrantStock, Remittance};
pub use participation::{EnvironmentAgreement, InformalMembership, Participation, PartyStatus};
pub use resolutions::{Adoption, CouncilVote, Organ, RecordSource, Resolution, Sponsor, Veto};
pub use statements::{DebateMention, DebateSpeaker};
pub use trade::{
    DestaParty, PairTrade, TradeAgreement, TradeAgreementParty, TradeFlow, TradePartner,
    TradeShare, TradeTotal,
};
pub use treaties::{EnvironmentTreatyParty, Treaty, TreatyParty};
pub use trips::{LeaderTravel, LeaderTrips};
pub use unga::{CodeBasis, Issue, Repeat, RollCall, RollCallIssue, RollCallKind, Vote, VoteCast};
