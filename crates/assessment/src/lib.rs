//! What the evidence says about two or more states on a date.
//!
//! [`Assessment::of`] makes the one value that every rendering shows. It holds no wording beyond its
//! notes and no layout; each section says by note number where its figures come from.

mod assessment;
mod coincidence;
mod contacts;
mod displacement;
mod fits;
mod governments;
mod ideal_points;
mod note;
mod parties;
mod power;
mod ties;

pub use assessment::{Assessment, AssessmentError};
pub use coincidence::{
    CoincidencePoint, CoincidenceRow, CoincidenceSection, IssueCoincidence, PairCoincidence,
    coincidence_rows,
};
pub use contacts::{ContactEntry, ContactSection, ContactYear, PairContacts};
pub use displacement::{Applied, AppliedYear, DisplacementSection, Exchange, HostedCount, Origin};
pub use fits::{Estimator, Fits, Watch};
pub use governments::{CouncilSeat, CouncilSection, ElectionEntry, Government, GovernmentSection};
pub use ideal_points::{
    Comparison, IdealPointRow, Scope, SessionComparison, compare_with_published, ideal_point_rows,
};
pub use note::{Note, Notes};
pub use parties::{Pair, Party, PartyError, pairs};
pub use power::{PairPower, PowerSection, StatePower};
pub use ties::{BodyInCommon, Obligations, PairTies, TiesSection};
