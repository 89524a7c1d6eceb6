//! Names as documents of the United Nations print them.

use crate::code::Ccode;
use crate::resolve::{Reason, Unresolved};
use crate::state::State;
use crate::system::StateSystem;

/// The Republic of the Congo, which the United Nations calls `Congo`; the other is always the
/// Democratic Republic of the Congo there.
const CONGO: Ccode = Ccode(484);

/// Where a remark begins that tells for whom a member speaks.
const REMARKS: [&str; 4] = [
    " (ON BEHALF OF ",
    ", ON BEHALF OF ",
    " (OF BEHALF OF ",
    " (IN ITS CAPACITY ",
];

impl StateSystem {
    /// The state that a name in a document of the United Nations means: a vote, a sponsor.
    ///
    /// As [`StateSystem::resolve`], but `Congo` is the Republic of the Congo, as the Organization
    /// calls it, and what tells for whom a member speaks is passed over (`EGYPT (ON BEHALF OF …)`).
    /// Misprints of the documents that can mean one state only are known. Lists of several states,
    /// pieces of names (`ISLANDS`) and other text (`SUBMITTED BY THE CHAIR`) are no state's.
    ///
    /// # Errors
    /// [`Unresolved`], if the text is no state's name.
    pub fn resolve_in_document(&self, text: &str) -> Result<&State, Unresolved> {
        let name = without_remark(text);
        let resolved = self.resolve(name);
        match (&resolved, self.get(CONGO)) {
            (Err(error), Some(congo)) if error.reason == Reason::Ambiguous => {
                if self.may_be(name, congo) {
                    Ok(congo)
                } else {
                    resolved
                }
            }
            _ => resolved,
        }
    }
}

/// The text without what tells for whom a member speaks; the whole if more follows on that.
fn without_remark(text: &str) -> &str {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == ',' || c == '.');
    // Letters keep their places only in ASCII, in which the remarks are.
    let upper = text.to_ascii_uppercase();
    let Some(at) = REMARKS.iter().filter_map(|remark| upper.find(remark)).min() else {
        return text;
    };
    let (name, remark) = text.split_at(at);
    match remark.find(')') {
        Some(close) if close + 1 < remark.len() => text,
        _ => name,
    }
}
