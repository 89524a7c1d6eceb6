//! Which state of the state system a vote belongs to, where a seat passed from one to another.
//!
//! The state system gives a seat that went on another number when states united: the Federal
//! Republic of Germany (260) becomes Germany (255), the Yemen Arab Republic (678) becomes Yemen
//! (679). Publishers write the votes of the months after under the old name (unvotes: until the end of
//! session 45), or those before under the new one (the Digital Library). The vote belongs to the state
//! that held the seat on the day of the roll call, whatever the file.
//!
//! States whose seat ended with a union (the German Democratic Republic, Democratic Yemen, Zanzibar,
//! and Syria from 1958 to 1961) are not here: no seat went on, and nobody votes for them after.
//! Tanganyika and Tanzania, the United Arab Republic and Egypt, Viet Nam before and after 1976 are one
//! number each.

use std::any::Any;
use std::collections::{HashMap, HashSet};

use entente_states::Ccode;
use jiff::civil::{Date, date};

use crate::tables::{RollCall, Vote, VoteCast};

/// A seat that passed from one state to another.
struct Seat {
    before: Ccode,
    after: Ccode,
    /// The last day on which the first of them voted.
    until: Date,
}

/// Germany and Yemen united on the day after; General Assembly resolution 2758 (XXVI), on China's seat,
/// was the last vote of its day.
const SEATS: [Seat; 3] = [
    Seat {
        before: Ccode(260),
        after: Ccode(255),
        until: date(1990, 10, 2),
    },
    Seat {
        before: Ccode(678),
        after: Ccode(679),
        until: date(1990, 5, 21),
    },
    Seat {
        before: Ccode(713),
        after: Ccode(710),
        until: date(1971, 10, 25),
    },
];

/// When a roll call was taken: on a day, or in a month of which the day is not known.
#[derive(Clone, Copy)]
struct Taken {
    first: Date,
    last: Date,
}

impl Taken {
    fn of(roll_call: &RollCall) -> Self {
        let date = roll_call.date;
        if roll_call.day_known {
            return Taken {
                first: date,
                last: date,
            };
        }
        Taken {
            first: date.first_of_month(),
            last: date.last_of_month(),
        }
    }
}

/// The state that held the seat of a state on a day; the state itself, if its seat did not pass to
/// another.
pub(crate) fn holder(state: Ccode, day: Date) -> Ccode {
    let taken = Taken {
        first: day,
        last: day,
    };
    held(state, taken)
}

/// In the month in which a seat passed, a vote of which the day is not known stays with the state that
/// the publisher names.
fn held(state: Ccode, taken: Taken) -> Ccode {
    let seat = SEATS.iter().find(|s| s.before == state || s.after == state);
    match seat {
        Some(seat) if taken.last <= seat.until => seat.before,
        Some(seat) if taken.first > seat.until => seat.after,
        _ => state,
    }
}

/// Puts every vote to the state that held the seat, if the rows are a `Vec<Vote>`; rows of other tables
/// stay.
///
/// `roll_calls` is asked only if one of the votes can be concerned. A vote on a roll call that is not
/// among them stays as it is: nothing says when it was cast. Where a file has both numbers on one roll
/// call, the vote that was cast stands, and of two of a kind the one under the number of the holder.
///
/// # Errors
/// What `roll_calls` fails with.
pub(crate) fn settle<'r, E>(
    rows: &mut dyn Any,
    roll_calls: impl FnOnce() -> Result<&'r [RollCall], E>,
) -> Result<(), E> {
    let Some(votes) = rows.downcast_mut::<Vec<Vote>>() else {
        return Ok(());
    };
    let of_a_seat = |vote: &Vote| is_of_a_seat(vote.ccode);
    if !votes.iter().any(of_a_seat) {
        return Ok(());
    }
    let taken: HashMap<u32, Taken> = roll_calls()?
        .iter()
        .map(|r| (r.rcid, Taken::of(r)))
        .collect();
    let mut moved = Vec::new();
    votes.retain(|vote| {
        let holder = match taken.get(&vote.rcid) {
            Some(taken) if of_a_seat(vote) => held(vote.ccode, *taken),
            _ => vote.ccode,
        };
        if holder != vote.ccode {
            moved.push(Vote {
                ccode: holder,
                ..vote.clone()
            });
        }
        holder == vote.ccode
    });
    place(votes, moved);
    Ok(())
}

/// Puts votes beside those of the holders, one for each roll call.
fn place(votes: &mut Vec<Vote>, mut moved: Vec<Vote>) {
    if moved.is_empty() {
        return;
    }
    let cast = |vote: &Vote| vote.vote != VoteCast::Absent as u8;
    let by_key: HashMap<(u32, Ccode), bool> = votes
        .iter()
        .filter(|v| is_of_a_seat(v.ccode))
        .map(|v| ((v.rcid, v.ccode), cast(v)))
        .collect();
    moved.retain(|vote| match by_key.get(&(vote.rcid, vote.ccode)) {
        Some(holder_cast) => cast(vote) && !holder_cast,
        None => true,
    });
    let instead: HashSet<(u32, Ccode)> = moved.iter().map(|v| (v.rcid, v.ccode)).collect();
    votes.retain(|vote| !is_of_a_seat(vote.ccode) || !instead.contains(&(vote.rcid, vote.ccode)));
    votes.extend(moved);
    // Readers count on a state's votes lying together.
    votes.sort_by_key(|vote| (vote.ccode, vote.rcid));
}

fn is_of_a_seat(state: Ccode) -> bool {
    SEATS.iter().any(|s| s.before == state || s.after == state)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roll_call(rcid: u32, date: Date, day_known: bool) -> RollCall {
        RollCall {
            day_known,
            ..RollCall::plain(rcid, 45, date)
        }
    }

    fn vote(ccode: u16, rcid: u32, vote: u8) -> Vote {
        Vote {
            ccode: Ccode(ccode),
            rcid,
            vote,
        }
    }

    fn settled(mut votes: Vec<Vote>, roll_calls: &[RollCall]) -> Vec<(u16, u32, u8)> {
        let Ok(()) = settle(&mut votes, || Ok::<_, std::convert::Infallible>(roll_calls));
        votes.iter().map(|v| (v.ccode.0, v.rcid, v.vote)).collect()
    }

    #[test]
    fn a_seat_passes_on_the_day_of_the_union() {
        for (state, day, expected) in [
            (260, date(1990, 10, 2), 260),
            (260, date(1990, 10, 3), 255),
            (255, date(1990, 10, 2), 260),
            (255, date(2020, 1, 1), 255),
            (678, date(1990, 5, 21), 678),
            (678, date(1990, 5, 22), 679),
            (679, date(1985, 1, 1), 678),
            (713, date(1971, 10, 25), 713),
            (710, date(1971, 10, 25), 713),
            (710, date(1971, 10, 26), 710),
            (265, date(1990, 11, 1), 265),
            (680, date(1990, 11, 1), 680),
            (70, date(1990, 11, 1), 70),
        ] {
            assert_eq!(holder(Ccode(state), day), Ccode(expected), "{state} {day}");
        }
    }

    #[test]
    fn where_the_day_is_not_known_the_month_decides_and_in_the_month_itself_the_publisher() {
        let roll_calls = [
            roll_call(1, date(1990, 9, 1), false),
            roll_call(2, date(1990, 10, 7), false),
            roll_call(3, date(1990, 11, 1), false),
            roll_call(4, date(1990, 10, 7), true),
        ];
        let votes = (1..=4).map(|rcid| vote(260, rcid, 1)).collect();
        assert_eq!(
            settled(votes, &roll_calls),
            [(255, 3, 1), (255, 4, 1), (260, 1, 1), (260, 2, 1)]
        );
        let votes = (1..=4).map(|rcid| vote(255, rcid, 1)).collect();
        assert_eq!(
            settled(votes, &roll_calls),
            [(255, 2, 1), (255, 3, 1), (255, 4, 1), (260, 1, 1)]
        );
    }

    #[test]
    fn of_two_votes_of_one_seat_the_one_that_was_cast_stands() {
        let roll_calls: Vec<RollCall> = (1..=4)
            .map(|rcid| roll_call(rcid, date(1990, 12, 1), true))
            .collect();
        let votes = vec![
            vote(255, 1, 8),
            vote(255, 2, 3),
            vote(255, 3, 3),
            vote(260, 1, 2),
            vote(260, 2, 8),
            vote(260, 3, 1),
            vote(260, 4, 8),
        ];
        assert_eq!(
            settled(votes, &roll_calls),
            [(255, 1, 2), (255, 2, 3), (255, 3, 3), (255, 4, 8)]
        );
    }

    #[test]
    fn a_vote_on_a_roll_call_that_nobody_describes_stays() {
        let votes = vec![vote(260, 9, 1), vote(2, 9, 3)];
        assert_eq!(settled(votes, &[]), [(260, 9, 1), (2, 9, 3)]);
    }

    /// What is settled is settled.
    #[test]
    fn settling_twice_changes_nothing_more() {
        let roll_calls = [roll_call(3, date(1990, 11, 1), false)];
        let once = settled(vec![vote(260, 3, 1), vote(678, 3, 2)], &roll_calls);
        assert_eq!(once, [(255, 3, 1), (679, 3, 2)]);
        let again = once.iter().map(|&(c, r, v)| vote(c, r, v)).collect();
        assert_eq!(settled(again, &roll_calls), once);
    }
}
