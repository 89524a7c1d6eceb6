//! Interdependence and asymmetry of a pair, year by year, with what is missing said.

mod asylum;
mod coverage;
mod events;
mod hosted;
mod latest;
mod notes;
mod organisations;
mod pacts;
mod place;
mod power;
mod record;
mod row;

pub use asylum::AsylumTie;
pub use events::EventTie;
pub use hosted::HostedTie;
pub use latest::{Latest, latest};
pub use notes::ties_notes;
pub use organisations::OrganisationTie;
pub use pacts::PactTie;
pub use place::PlaceTie;
pub use power::PowerTie;
pub use record::{ties_evidence, ties_rows};
pub use row::TiesRow;

pub(crate) use organisations::Organisations;
