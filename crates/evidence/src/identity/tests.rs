use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::tables::RollCallKind;

/// Roll calls of December 1960, each with the votes of states 1, 2, 3 … in a text such as `yyna-`.
fn record(first: u32, rows: &[(&str, &str, &str)]) -> (Vec<RollCall>, Vec<Vote>) {
    let mut votes = Vec::new();
    let mut calls = Vec::new();
    for (place, (symbol, title, list)) in rows.iter().enumerate() {
        let rcid = first + place as u32;
        calls.push(RollCall {
            day_known: false,
            symbol: Some((*symbol).to_owned()),
            title: Some((*title).to_owned()),
            ..RollCall::plain(rcid, 15, date(1960, 12, 1))
        });
        for (state, cast) in list.chars().enumerate() {
            let vote = match cast {
                'y' => 1,
                'a' => 2,
                'n' => 3,
                _ => continue,
            };
            votes.push(Vote {
                ccode: Ccode(state as u16 + 1),
                rcid,
                vote,
            });
        }
    }
    (calls, votes)
}

fn found(
    known: &(Vec<RollCall>, Vec<Vote>),
    new: &(Vec<RollCall>, Vec<Vote>),
) -> (Vec<(u32, u32, MatchedBy)>, Identity) {
    let of =
        |(roll_calls, votes): &'_ (Vec<RollCall>, Vec<Vote>)| (roll_calls.clone(), votes.clone());
    let (known, new) = (of(known), of(new));
    let identity = identify(
        RecordOf {
            roll_calls: &known.0,
            votes: &known.1,
        },
        RecordOf {
            roll_calls: &new.0,
            votes: &new.1,
        },
    );
    let same = identity
        .same
        .iter()
        .map(|(new, (known, by))| (*new, *known, *by));
    (same.collect(), identity)
}

const LIST: &str = "yyyyyynnnnaaaa";
const OTHER: &str = "nnnnnnyyyyaaaa";

#[test]
fn a_page_for_a_symbol_does_not_hide_a_roll_call() {
    // The record's R/15/1514 is a page of another vote; the vote on 1514 (XV) stands under a page too.
    let known = record(
        1,
        &[
            ("R/15/1514", "Budget", OTHER),
            ("R/15/948", "Colonial countries", LIST),
        ],
    );
    let new = record(
        600_000,
        &[("A/RES/1514(XV)", "Independence to colonial countries", LIST)],
    );
    assert_eq!(found(&known, &new).0, [(600_000, 2, MatchedBy::Votes)]);
}

#[test]
fn one_slip_is_a_conflict_and_not_a_new_vote() {
    let slip = "yyyyyynnnnaaay";
    let known = record(1, &[("R/15/9", "Budget", LIST)]);
    let new = record(600_000, &[("A/RES/1514(XV)", "Budget", slip)]);
    let (same, identity) = found(&known, &new);
    assert_eq!(same, [(600_000, 1, MatchedBy::Votes)]);
    let conflict = &identity.conflicts[0];
    assert_eq!(
        (conflict.ccode, conflict.kept, conflict.other),
        (Ccode(14), 2, 1)
    );
    assert_eq!(identity.conflicts.len(), 1);
}

#[test]
fn equal_lists_are_told_apart_by_their_titles_and_never_used_twice() {
    let known = record(
        1,
        &[
            ("R/15/9", "Nuclear tests", LIST),
            ("R/15/10", "Budget of 1961", LIST),
        ],
    );
    let new = record(
        600_000,
        &[
            ("A/RES/1601(XV)", "Budget for 1961", LIST),
            ("A/RES/1602(XV)", "Cessation of nuclear tests", LIST),
            ("A/RES/1603(XV)", "Third question", LIST),
        ],
    );
    let (same, identity) = found(&known, &new);
    assert_eq!(
        same,
        [
            (600_000, 2, MatchedBy::Votes),
            (600_001, 1, MatchedBy::Votes)
        ]
    );
    assert_eq!(identity.new, BTreeSet::from([600_002]));
}

#[test]
fn a_flag_that_the_whole_contradicts_is_wrong() {
    let mut known = record(1, &[("A/RES/1514(XV)", "Colonies", LIST)]);
    known.0[0].kind = RollCallKind::Paragraph;
    let whole = record(600_000, &[("A/RES/1514(XV)", "Colonies", LIST)]);
    let (same, identity) = found(&known, &whole);
    assert_eq!(same, [(600_000, 1, MatchedBy::Votes)]);
    assert_eq!(identity.whole, BTreeSet::from([1]));
    // Other votes: the paragraph is one, and the whole another roll call.
    let whole = record(600_000, &[("A/RES/1514(XV)", "Colonies", OTHER)]);
    assert!(found(&known, &whole).0.is_empty());
}

#[test]
fn parts_put_to_one_vote_are_one_roll_call() {
    let known = record(1, &[("A/RES/1514B(XV)", "Colonies", LIST)]);
    let parts = [
        ("1514 A (XV)", "Colonies", LIST),
        ("1514 B (XV)", "Colonies", LIST),
    ];
    let (same, identity) = found(&known, &record(600_000, &parts));
    assert_eq!(
        same,
        [
            (600_000, 1, MatchedBy::Votes),
            (600_001, 1, MatchedBy::Symbol)
        ]
    );
    assert!(identity.new.is_empty());
}

#[test]
fn a_wrong_month_does_not_make_a_vote_twice() {
    let known = record(1, &[("A/RES/1514(XV)", "Colonies", LIST)]);
    let mut new = record(600_000, &[("A/RES/1514(XV)", "Colonies", LIST)]);
    new.0[0].date = date(1960, 10, 3);
    assert_eq!(found(&known, &new).0, [(600_000, 1, MatchedBy::Symbol)]);
}

#[test]
fn a_symbol_with_half_of_the_votes_is_the_roll_call_and_conflicts_are_listed() {
    let worse = "yyyyyynnnynnyy";
    let known = record(1, &[("A/RES/1514(XV)", "Budget", LIST)]);
    let new = record(600_000, &[("1514 (XV)", "Budget", worse)]);
    let (same, identity) = found(&known, &new);
    assert_eq!(same, [(600_000, 1, MatchedBy::Symbol)]);
    assert_eq!(identity.conflicts.len(), 5);
    let new = record(600_000, &[("1514 (XV)", "Budget", "nnnnnnyyyyaayy")]);
    assert!(found(&known, &new).0.is_empty());
}

proptest! {
    /// A record found in itself, under other numbers and symbols, is all there and adds nothing.
    #[test]
    fn a_record_is_found_in_itself(lists in proptest::collection::vec("[yna]{12}", 1..12)) {
        let rows: Vec<(&str, &str, &str)> = lists.iter().map(|l| ("", "", l.as_str())).collect();
        let known = record(1, &rows);
        let new = record(600_000, &rows);
        let (same, identity) = found(&known, &new);
        prop_assert_eq!(same.len(), rows.len());
        prop_assert!(identity.new.is_empty());
        // Lists that are the same to a vote may change places, but no vote is lost.
        let kept: BTreeSet<u32> = same.iter().map(|s| s.1).collect();
        prop_assert_eq!(kept.len(), rows.len());
    }
}
