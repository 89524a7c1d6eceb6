//! The record of the General Assembly out of its three sources: the field's own record first, then what the
//! United Nations' resolutions add, then what only the Library has.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;

use crate::identity::{Identity, MatchedBy, RecordOf, identify};
use crate::record::{Record, Tables};
use crate::symbol::Symbol;
use crate::tables::{RollCall, RollCallKind, VoteCast};

/// The last session of which the field's record writes pages of the official record where others write the
/// numbers of resolutions.
const LAST_PAGES: u16 = 30;

/// How two sources were joined.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Joined {
    /// The United Nations' resolutions, found in the field's record.
    pub unxml: Identity,
    /// The Library's record, found in both.
    pub library: Identity,
    /// Roll calls that come from the Library alone.
    pub from_library: Vec<String>,
    /// Roll calls of the first sessions that got the United Nations' number.
    pub renamed: usize,
}

/// Joins the sources into the first: `tables` has the field's record, `unxml` the United Nations' resolutions,
/// `library` the Library's record of recorded votes.
///
/// The Library gives roll calls from the first day of the United Nations' resolutions on that these lack, and
/// the numbers of resolutions of the first sessions, and it shows which roll calls that are flagged as on a
/// paragraph or an amendment were on the whole.
pub fn join_assembly(tables: &mut Tables, unxml: Tables, library: Tables) -> Joined {
    let starts = unxml.roll_calls.iter().map(|r| r.date).min();
    let unxml_identity = identify(of(tables), of(&unxml));
    add_new(tables, unxml, &unxml_identity);
    let library_identity = identify(of(tables), of(&library));
    let renamed = name_by_the_library(tables, &library, &library_identity);
    for call in &mut tables.roll_calls {
        if library_identity.whole.contains(&call.rcid) {
            call.kind = RollCallKind::Final;
        }
    }
    let from_library = match starts {
        Some(starts) => add_missing(tables, library, &library_identity, starts),
        None => Vec::new(),
    };
    settle_kinds(tables);
    Joined {
        unxml: unxml_identity,
        library: library_identity,
        from_library,
        renamed,
    }
}

fn of(tables: &Tables) -> RecordOf<'_> {
    RecordOf {
        roll_calls: &tables.roll_calls,
        votes: &tables.votes,
    }
}

/// Adds what nobody knew; what was found keeps the number that it has.
fn add_new(tables: &mut Tables, mut fresh: Tables, identity: &Identity) {
    fresh.renumber(|rcid| identity.same.get(&rcid).map_or(rcid, |(known, _)| *known));
    fresh.roll_calls.retain(|r| identity.new.contains(&r.rcid));
    fresh.votes.retain(|v| identity.new.contains(&v.rcid));
    tables.append(fresh);
}

/// Gives roll calls of the first sessions the number of their resolution, where the Library's list of votes
/// shows which it is. Returns how many got another symbol than they had.
fn name_by_the_library(tables: &mut Tables, library: &Tables, identity: &Identity) -> usize {
    let symbols: BTreeMap<u32, &RollCall> =
        library.roll_calls.iter().map(|r| (r.rcid, r)).collect();
    let names: BTreeMap<u32, String> = identity
        .same
        .iter()
        .filter(|(_, (_, by))| *by != MatchedBy::Number)
        .filter_map(|(theirs, (ours, _))| Some((*ours, symbols.get(theirs)?.symbol.clone()?)))
        .collect();
    let mut renamed = 0;
    for call in tables
        .roll_calls
        .iter_mut()
        .filter(|r| r.session <= LAST_PAGES)
    {
        let Some(named) = names.get(&call.rcid).and_then(|text| Symbol::parse(text)) else {
            continue;
        };
        if call.symbol.as_deref().and_then(Symbol::parse) != Some(named.clone()) {
            call.symbol = Some(named.to_string());
            renamed += 1;
        }
    }
    renamed
}

/// Adds the Library's roll calls from a day on that nobody else has; returns their symbols.
fn add_missing(
    tables: &mut Tables,
    library: Tables,
    identity: &Identity,
    starts: Date,
) -> Vec<String> {
    let missing: HashSet<u32> = library
        .roll_calls
        .iter()
        .filter(|r| r.date >= starts && identity.new.contains(&r.rcid))
        .map(|r| r.rcid)
        .collect();
    let mut symbols = Vec::new();
    for call in library
        .roll_calls
        .into_iter()
        .filter(|r| missing.contains(&r.rcid))
    {
        let symbol = call.symbol.clone().unwrap_or_default();
        for resolution in tables.resolutions.iter_mut().filter(|r| r.rcid.is_none()) {
            if Symbol::parse(&resolution.symbol).is_some_and(|s| Some(s) == Symbol::parse(&symbol))
            {
                resolution.rcid = Some(call.rcid);
            }
        }
        symbols.push(symbol);
        tables.roll_calls.push(call);
    }
    let votes = library
        .votes
        .into_iter()
        .filter(|v| missing.contains(&v.rcid));
    tables.votes.extend(votes);
    symbols
}

/// Adds the Security Council's record as gathered since 1946 to what its resolutions give: of a resolution
/// that both have, the votes of the first stand, or that they cannot be trusted.
pub fn join_council(tables: &mut Tables, mut gathered: Tables) {
    let known: HashSet<String> = tables
        .resolutions
        .iter()
        .map(|r| r.symbol.clone())
        .collect();
    gathered.resolutions.retain(|r| !known.contains(&r.symbol));
    gathered
        .council_votes
        .retain(|v| !known.contains(&v.symbol));
    tables.append(gathered);
}

impl Tables {
    /// Gives roll calls, and all that is about them, other numbers. Where two get one number (parts put to
    /// one vote), the first stands.
    pub(crate) fn renumber(&mut self, number: impl Fn(u32) -> u32) {
        for call in &mut self.roll_calls {
            call.rcid = number(call.rcid);
        }
        for vote in &mut self.votes {
            vote.rcid = number(vote.rcid);
        }
        for coded in &mut self.roll_call_issues {
            coded.rcid = number(coded.rcid);
        }
        for repeat in &mut self.repeats {
            repeat.rcid1 = number(repeat.rcid1);
            repeat.rcid2 = number(repeat.rcid2);
        }
        for resolution in &mut self.resolutions {
            resolution.rcid = resolution.rcid.map(&number);
        }
        first_of_each(&mut self.roll_calls);
        first_of_each(&mut self.votes);
        first_of_each(&mut self.roll_call_issues);
        first_of_each(&mut self.repeats);
    }
}

/// Of rows with one key keeps the first.
fn first_of_each<R: Record>(rows: &mut Vec<R>) {
    let mut seen = HashSet::with_capacity(rows.len());
    rows.retain(|row| seen.insert(row.key()));
}

/// Marks proposals that failed: as many against as in favour, or more (rule 85 of the rules of procedure:
/// a majority of the members present and voting; rule 95: an equally divided vote rejects; those who abstain
/// are not voting, rule 86).
pub(crate) fn settle_kinds(tables: &mut Tables) {
    let mut counts: BTreeMap<u32, [u32; 2]> = BTreeMap::new();
    for vote in &tables.votes {
        let count = counts.entry(vote.rcid).or_default();
        count[0] += u32::from(vote.vote == VoteCast::Yes as u8);
        count[1] += u32::from(vote.vote == VoteCast::No as u8);
    }
    for call in tables
        .roll_calls
        .iter_mut()
        .filter(|r| r.kind == RollCallKind::Final)
    {
        if let Some([yes, no]) = counts.get(&call.rcid)
            && yes <= no
            && yes + no > 0
        {
            call.kind = RollCallKind::Failed;
        }
    }
}

#[cfg(test)]
mod tests {
    use entente_states::Ccode;
    use jiff::civil::date;

    use super::*;
    use crate::tables::Vote;

    #[test]
    fn a_proposal_without_a_majority_failed() {
        let call = |rcid| RollCall::plain(rcid, 60, date(2005, 12, 1));
        let mut paragraph = call(4);
        paragraph.kind = RollCallKind::Paragraph;
        let vote = |rcid, state, vote| Vote {
            ccode: Ccode(state),
            rcid,
            vote,
        };
        let mut tables = Tables {
            roll_calls: vec![call(1), call(2), call(3), paragraph, call(5)],
            votes: vec![
                vote(1, 2, 1),
                vote(1, 20, 3),
                vote(2, 2, 1),
                vote(2, 20, 2),
                vote(3, 2, 3),
                vote(4, 2, 3),
                vote(5, 2, 2),
            ],
            ..Tables::default()
        };
        settle_kinds(&mut tables);
        let kinds: Vec<&str> = tables.roll_calls.iter().map(|r| r.kind.as_str()).collect();
        assert_eq!(kinds, ["failed", "final", "failed", "paragraph", "final"]);
    }
}
