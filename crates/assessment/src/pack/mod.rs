//! The agenda pack of a consultation: what is taken up, by whom, with what the assessment says of it;
//! what is left from the last one; and when something can be moved until the next.

mod record;
mod section;

pub use record::{ConsultationRecord, Office, OutcomeRecord, PackEntry, PackPosition, PackRecord};
pub use section::{PackItem, PackLeft, PackMeeting, PackSection};
