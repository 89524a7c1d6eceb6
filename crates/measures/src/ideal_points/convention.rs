//! Which votes Bailey, Strezhnev and Voeten estimate from, as their published code selects them
//! (UN_DataProcessing.R, edition of April 2020).

use entente_evidence::{Issue, RollCallView};
use entente_states::Ccode;

/// In session 19 the Assembly avoided voting; it has one roll call on record.
const SESSION_WITHOUT_VOTES: u16 = 19;
/// Zanzibar cast two votes.
const ZANZIBAR: Ccode = Ccode(511);
/// South Africa cast one vote in session 48, the first after nineteen years of exclusion.
const SOUTH_AFRICA_ALONE: (Ccode, u16) = (Ccode(560), 48);
/// Votes on amendments and paragraphs are dropped after this year.
const LAST_YEAR_WITH_PARAGRAPHS: i16 = 1989;

/// Whether they keep a roll call: no amendments and paragraphs after 1989, no session 19.
///
/// A roll call of which nobody said whether it was on an amendment or a paragraph is kept.
pub fn keeps(view: &RollCallView<'_>) -> bool {
    let part = view.roll_call.is_on_a_part();
    let late = view.roll_call.date.year() > LAST_YEAR_WITH_PARAGRAPHS;
    view.roll_call.session != SESSION_WITHOUT_VOTES && !(part && late)
}

/// Whether they drop a state's votes in a session: too few to place it.
pub fn leaves_out(state: Ccode, session: u16) -> bool {
    state == ZANZIBAR || (state, session) == SOUTH_AFRICA_ALONE
}

/// The session from which they estimate an issue; earlier ones hold too few roll calls on it.
pub fn first_session(issue: Issue) -> u16 {
    match issue {
        Issue::MiddleEast | Issue::Disarmament => 29,
        Issue::Nuclear => 33,
        Issue::HumanRights => 25,
        Issue::Colonialism => 14,
        Issue::Economic => 26,
    }
}

/// The state that they leave out of an issue, having one session of it: Taiwan in human rights,
/// South Sudan in nuclear questions.
pub fn left_out_of(issue: Issue) -> Option<Ccode> {
    match issue {
        Issue::HumanRights => Some(Ccode(713)),
        Issue::Nuclear => Some(Ccode(626)),
        _ => None,
    }
}
