//! Which published codes are codes of their issue.

use entente_evidence::{Issue, Symbol};
use jiff::civil::{Date, date};

use super::record::Described;

/// From this day on the publisher's file has one column three times: `co` and `ec` have the same roll calls as `di`,
/// on each of the 438 that are coded (editions of April 2020 and June 2024).
const COPIES_SINCE: Date = date(2019, 1, 1);

/// In this session already `co` is on none of the resolutions on decolonisation that had it in every session before
/// (73/103 to 73/105, 73/123), so that its last codes are those of session 72.
const COLONIALISM_LOST: u16 = 73;

/// How the symbols of the tenth emergency special session begin, on illegal Israeli actions in occupied East
/// Jerusalem and the rest of the Occupied Palestinian Territory.
const EMERGENCY_ON_THE_MIDDLE_EAST: &str = "A/RES/ES-10/";

/// The issues on which the published codes of a roll call are believed, as the bits of [`Issue::bit`]; 0 if nobody
/// has coded it.
///
/// Not believed are `co` from session 73 on, `ec` from 2019 on, and `me` for the tenth emergency special session
/// from 2019 on, which is not coded `me` there although it is on nothing else.
pub fn believed(roll_call: &Described<'_>) -> u8 {
    if roll_call.published.is_none() {
        return 0;
    }
    let all = Issue::ALL.iter().fold(0, |bits, issue| bits | issue.bit());
    let copied = roll_call.date >= COPIES_SINCE;
    let refused = [
        (
            Issue::Colonialism,
            copied || roll_call.session >= COLONIALISM_LOST,
        ),
        (Issue::Economic, copied),
        (
            Issue::MiddleEast,
            copied && is_emergency_on_the_middle_east(roll_call),
        ),
    ];
    let refused = refused.iter().filter(|(_, refuse)| *refuse);
    refused.fold(all, |bits, (issue, _)| bits & !issue.bit())
}

/// The published codes of a roll call that are believed; `None` if nobody has coded it.
pub fn published_issues(roll_call: &Described<'_>) -> Option<u8> {
    let published = roll_call.published?;
    Some(published & believed(roll_call))
}

/// Whether a published code, or its absence, says whether a roll call is on an issue.
pub(super) fn is_coded(roll_call: &Described<'_>, issue: Issue) -> bool {
    believed(roll_call) & issue.bit() != 0
}

/// Whether the code of an issue stands on a roll call.
pub(super) fn has(roll_call: &Described<'_>, issue: Issue) -> bool {
    published_issues(roll_call).is_some_and(|bits| bits & issue.bit() != 0)
}

/// Whether a roll call is of the tenth emergency special session.
pub(super) fn is_emergency_on_the_middle_east(roll_call: &Described<'_>) -> bool {
    let symbol = roll_call.symbol.and_then(Symbol::parse);
    symbol.is_some_and(|s| s.to_string().starts_with(EMERGENCY_ON_THE_MIDDLE_EAST))
}

#[cfg(test)]
mod tests {
    use super::super::testing::roll_call;
    use super::*;

    const ALL: u8 = 0b11_1111;

    #[test]
    fn what_nobody_coded_is_not_believed() {
        let uncoded = roll_call(1, date(1990, 12, 4), 45, "Nuclear disarmament", None);
        assert_eq!(believed(&uncoded), 0);
        assert_eq!(published_issues(&uncoded), None);
    }

    #[test]
    fn columns_that_are_copies_are_not_believed() {
        let co_and_ec = Issue::Colonialism.bit() | Issue::Economic.bit();
        let title = "The Arms Trade Treaty";
        let of = |day, session| roll_call(1, day, session, title, Some(ALL));
        assert_eq!(believed(&of(date(2017, 12, 4), 72)), ALL);
        let without_co = ALL & !Issue::Colonialism.bit();
        assert_eq!(believed(&of(date(2018, 12, 5), 73)), without_co);
        assert_eq!(believed(&of(date(2019, 12, 12), 74)), ALL & !co_and_ec);
        assert_eq!(
            published_issues(&of(date(2019, 12, 12), 74)),
            Some(ALL & !co_and_ec)
        );
    }

    #[test]
    fn the_tenth_emergency_session_is_known_by_its_symbol() {
        for (symbol, of_it) in [
            ("A/RES/ES-10/21", true),
            ("ES-10/21", true),
            ("A/RES/ES-11/1", false),
            ("A/RES/10/21", false),
        ] {
            let mut call = roll_call(1, date(2023, 10, 27), 78, "Protection of civilians", None);
            call.symbol = Some(symbol);
            assert_eq!(is_emergency_on_the_middle_east(&call), of_it, "{symbol}");
            call.published = Some(0);
            let me = believed(&call) & Issue::MiddleEast.bit();
            assert_eq!(me == 0, of_it, "{symbol}");
        }
    }
}
