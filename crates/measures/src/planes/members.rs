//! On which roll calls a state was a member of the United Nations.

use std::ops::Range;

use entente_evidence::RollCallView;
use entente_states::{Ccode, memberships::memberships_of};
use jiff::civil::Date;

/// Days of the record, with the roll calls of each.
pub(super) fn days(roll_calls: &[RollCallView<'_>]) -> Vec<(Date, Range<usize>)> {
    let mut days: Vec<(Date, Range<usize>)> = Vec::new();
    for (place, view) in roll_calls.iter().enumerate() {
        let date = view.roll_call.date;
        match days.last_mut() {
            Some((day, places)) if *day == date => places.end = place + 1,
            _ => days.push((date, place..place + 1)),
        }
    }
    days
}

/// Marks the roll calls of days on which a state was a member of the United Nations.
pub(super) fn seat(state: Ccode, days: &[(Date, Range<usize>)], member: &mut [u64]) {
    for membership in memberships_of(state).iter().filter(|m| m.body == "UN") {
        let within = |(day, _): &(Date, Range<usize>)| membership.covers(*day);
        // Days within a membership mostly follow on each other, so they are marked as one stretch.
        for stretch in days.chunk_by(|one, next| within(one) == within(next)) {
            if let [first, ..] = stretch
                && let [.., last] = stretch
                && within(first)
            {
                mark(first.1.start..last.1.end, member);
            }
        }
    }
}

/// Sets the bits of some consecutive places.
fn mark(places: Range<usize>, plane: &mut [u64]) {
    let mut place = places.start;
    while place < places.end {
        let (word, bit) = (place / 64, place % 64);
        let length = (64 - bit).min(places.end - place);
        plane[word] |= (u64::MAX >> (64 - length)) << bit;
        place += length;
    }
}
