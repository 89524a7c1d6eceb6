//! When governments begin: leaders entering on record, and terms by rule.

use entente_measures::cycles::terms;
use jiff::civil::Date;

use super::calendar::Calendar;
use super::window::Certainty;
use crate::parties::Party;

/// How far the day of entry on record may lie from the first day of a term and still be its beginning.
pub(super) const SAME_BEGINNING_DAYS: i32 = 7;

/// The beginning of a government, or of a new term of the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Beginning {
    pub start: Date,
    pub certainty: Certainty,
}

/// The beginnings of a party's governments no later than `until`, in order.
pub(super) fn of(calendar: &Calendar<'_>, party: &Party, until: Date) -> Vec<Beginning> {
    let entries = calendar.leaders_of(party.ccode).iter().map(|l| l.from);
    let mut found: Vec<Beginning> = entries
        .map(|start| Beginning {
            start,
            certainty: Certainty::OnRecord,
        })
        .collect();
    let on_record = found.clone();
    for term in terms(calendar.rules_of(party.ccode), until) {
        let entered = on_record
            .iter()
            .any(|b| (b.start - term.start).get_days().abs() <= SAME_BEGINNING_DAYS);
        if !entered {
            found.push(Beginning {
                start: term.start,
                certainty: Certainty::ByRule,
            });
        }
    }
    found.sort_by_key(|b| b.start);
    found
}
