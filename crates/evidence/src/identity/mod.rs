//! One vote, one roll call: which roll calls of one record are roll calls of another.
//!
//! Publishers number the same votes differently, and in the first sessions the field's record writes a page of
//! the official record where the United Nations write the resolution's number. So a roll call is found, in
//! this order,
//!
//! 1. by its number, where both records use the same;
//! 2. by its symbol, in the same month or else in the same session, where those who voted in both records
//!    voted alike on at least nine votes of ten;
//! 3. by its month and its votes: the lists are the same but for slips (at most two votes of a hundred,
//!    or two where thirty states voted), and no other fits better. Roll calls of one month whose lists are the same are told apart
//!    by the words of their titles, and matched one to one. Exactly the same list and a word in common count
//!    within the session too, because months are misprinted;
//! 4. as 3, where the known record flags a paragraph or an amendment and the new one has the vote on the
//!    whole: the flag is wrong, and [`Identity::whole`] says so;
//! 5. by its number without the part, and exactly its votes: one vote on several parts of a resolution;
//! 6. by its symbol, in the same month, where at least half of the votes are the same. What differs then is
//!    a conflict, and is listed.

mod ballots;
mod words;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use entente_states::Ccode;
use jiff::civil::Date;

use crate::symbol::Symbol;
use crate::tables::{RollCall, Vote};

use ballots::{Ballots, Compared};

/// The share of equal votes from which a symbol in the same month settles the matter.
const ALIKE: f64 = 0.98;
/// The share of equal votes from which a symbol counts though the votes differ.
const HALF: f64 = 0.5;
/// The share of different votes up to which two lists are one list with slips.
const SLIPS: f64 = 0.02;
/// The fewest states that must have voted in both records for their votes to tell a roll call.
const FEWEST: usize = 10;

/// States that voted in both records from which two votes may be slips, and exactly the same list is no chance.
const MANY: usize = 30;

/// How a roll call was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum MatchedBy {
    /// Both records have its number.
    Number,
    /// Its symbol, in the same month.
    Symbol,
    /// Its month and its votes.
    Votes,
}

/// One vote that two records give differently.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Conflict {
    /// The roll call in the record that is kept.
    pub rcid: u32,
    /// Its symbol there.
    pub symbol: Option<String>,
    /// Its date there.
    pub date: Date,
    /// The state.
    pub ccode: Ccode,
    /// The vote that is kept: 1 yes, 2 abstain, 3 no, 8 none on record.
    pub kept: u8,
    /// The other record's vote.
    pub other: u8,
}

/// Which roll calls of a new record are known, and where the two differ.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Identity {
    /// By the new record's number: the known number, and how it was found.
    pub same: BTreeMap<u32, (u32, MatchedBy)>,
    /// Roll calls of the new record that nobody knew.
    pub new: BTreeSet<u32>,
    /// Known roll calls that are flagged as on a part, and are on the whole.
    pub whole: BTreeSet<u32>,
    /// Votes that the two records give differently.
    pub conflicts: Vec<Conflict>,
    /// How far the two records agree, by the new record's regular sessions.
    pub by_session: BTreeMap<u16, SessionAgreement>,
}

/// How far two records agree on a session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct SessionAgreement {
    /// Roll calls known by number.
    pub by_number: u32,
    /// Roll calls known by symbol.
    pub by_symbol: u32,
    /// Roll calls known by date and votes.
    pub by_votes: u32,
    /// Roll calls not known.
    pub new: u32,
    /// Votes of states that voted in both records, on roll calls that both have.
    pub compared: u32,
    /// Those of them that differ.
    pub different: u32,
    /// Votes that one of the two has, and the other has not.
    pub in_one_only: u32,
}

impl Identity {
    /// How many roll calls were found in a way.
    pub fn matched(&self, by: MatchedBy) -> usize {
        self.same.values().filter(|(_, how)| *how == by).count()
    }
}

/// Roll calls and the votes on them.
#[derive(Clone, Copy, Debug)]
pub struct RecordOf<'r> {
    /// The roll calls.
    pub roll_calls: &'r [RollCall],
    /// The votes.
    pub votes: &'r [Vote],
}

/// Finds the roll calls of a new record in a known one.
pub fn identify(known: RecordOf<'_>, new: RecordOf<'_>) -> Identity {
    let search = Search::new(known, new);
    let mut found: Vec<Option<(usize, MatchedBy)>> = vec![None; new.roll_calls.len()];
    let mut taken = vec![false; known.roll_calls.len()];
    search.by_number(&mut found, &mut taken);
    search.by_symbol(Within::Month, ALIKE, &mut found, &mut taken);
    search.by_symbol(Within::Session, ALIKE, &mut found, &mut taken);
    search.by_votes(Within::Month, same_part, &mut found, &mut taken);
    search.by_votes(Within::Month, part_of_whole, &mut found, &mut taken);
    search.by_votes(Within::Session, same_part, &mut found, &mut taken);
    search.by_number_and_votes(&mut found);
    search.by_symbol(Within::Month, HALF, &mut found, &mut taken);
    search.identity(&found)
}

/// Where a symbol is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Month,
    Session,
}

struct Search<'r> {
    known: RecordOf<'r>,
    new: RecordOf<'r>,
    known_ballots: Ballots,
    new_ballots: Ballots,
    /// Places of known roll calls by month.
    months: HashMap<(i16, i8), Vec<usize>>,
    /// Places of known roll calls by session.
    sessions: HashMap<u16, Vec<usize>>,
    by_symbol: HashMap<Symbol, Vec<usize>>,
    known_symbols: Vec<Option<Symbol>>,
    new_symbols: Vec<Option<Symbol>>,
}

/// What the passes fill in: for each new roll call, the known one and how it was found.
type Found = [Option<(usize, MatchedBy)>];

impl<'r> Search<'r> {
    fn new(known: RecordOf<'r>, new: RecordOf<'r>) -> Self {
        let mut months: HashMap<(i16, i8), Vec<usize>> = HashMap::new();
        let mut sessions: HashMap<u16, Vec<usize>> = HashMap::new();
        for (place, call) in known.roll_calls.iter().enumerate() {
            let month = (call.date.year(), call.date.month());
            months.entry(month).or_default().push(place);
            sessions.entry(call.session).or_default().push(place);
        }
        let symbols = |calls: &[RollCall]| {
            let parsed = calls
                .iter()
                .map(|call| call.symbol.as_deref().and_then(Symbol::parse));
            parsed.collect::<Vec<_>>()
        };
        let states = ballots::states(known.votes, new.votes);
        let known_symbols = symbols(known.roll_calls);
        let mut by_symbol: HashMap<Symbol, Vec<usize>> = HashMap::new();
        for (place, symbol) in known_symbols.iter().enumerate() {
            if let Some(symbol) = symbol {
                by_symbol.entry(symbol.clone()).or_default().push(place);
            }
        }
        Search {
            by_symbol,
            sessions,
            known,
            new,
            known_ballots: Ballots::new(known, &states),
            new_ballots: Ballots::new(new, &states),
            months,
            known_symbols,
            new_symbols: symbols(new.roll_calls),
        }
    }

    fn by_number(&self, found: &mut Found, taken: &mut [bool]) {
        let numbers: HashMap<u32, usize> = self
            .known
            .roll_calls
            .iter()
            .enumerate()
            .map(|(place, call)| (call.rcid, place))
            .collect();
        for (place, call) in self.new.roll_calls.iter().enumerate() {
            if let Some(&there) = numbers.get(&call.rcid) {
                found[place] = Some((there, MatchedBy::Number));
                taken[there] = true;
            }
        }
    }

    /// Known roll calls of a new one's month, or of its session.
    fn around(&self, new: usize, within: Within) -> &[usize] {
        let call = &self.new.roll_calls[new];
        let month = (call.date.year(), call.date.month());
        let places = match within {
            Within::Month => self.months.get(&month),
            Within::Session => self.sessions.get(&call.session),
        };
        places.map_or(&[], Vec::as_slice)
    }

    fn by_symbol(&self, within: Within, least: f64, found: &mut Found, taken: &mut [bool]) {
        for (new, slot) in found.iter_mut().enumerate() {
            let Some(symbol) = &self.new_symbols[new] else {
                continue;
            };
            if slot.is_some() {
                continue;
            }
            let all = self.by_symbol.get(symbol).map_or(&[][..], Vec::as_slice);
            let best = all
                .iter()
                .copied()
                .filter(|known| !taken[*known] && self.fits(*known, new, within))
                .map(|known| (self.compared(known, new), known))
                .filter(|(compared, _)| within == Within::Month || compared.joint >= FEWEST)
                .map(|(compared, known)| (compared.share().unwrap_or(1.0), known))
                .filter(|(share, _)| *share >= least)
                .max_by(|a, b| a.0.total_cmp(&b.0));
            if let Some((_, known)) = best {
                *slot = Some((known, MatchedBy::Symbol));
                taken[known] = true;
            }
        }
    }

    /// Whether a known roll call may bear the new one's symbol: whole or part as it is, and of its month or
    /// session.
    fn fits(&self, known: usize, new: usize, within: Within) -> bool {
        let (ours, theirs) = (&self.known.roll_calls[known], &self.new.roll_calls[new]);
        same_part(ours, theirs)
            && match within {
                Within::Month => {
                    let month = |call: &RollCall| (call.date.year(), call.date.month());
                    month(ours) == month(theirs) && self.days_fit(known, new)
                }
                Within::Session => ours.session == theirs.session,
            }
    }

    /// Finds the other parts of a resolution that were put to one vote: the known record has it once.
    fn by_number_and_votes(&self, found: &mut Found) {
        let mut numbers: HashMap<(u16, u32), Vec<usize>> = HashMap::new();
        for (known, symbol) in self.known_symbols.iter().enumerate() {
            if let Some(number) = symbol.as_ref().and_then(Symbol::number_in_session) {
                numbers.entry(number).or_default().push(known);
            }
        }
        for (new, slot) in found.iter_mut().enumerate() {
            let number = self.number_of(new);
            let (None, Some(number)) = (*slot, number) else {
                continue;
            };
            let same = numbers
                .get(&number)
                .into_iter()
                .flatten()
                .copied()
                .find(|known| {
                    let compared = self.compared(*known, new);
                    compared.joint >= FEWEST && compared.apart() == 0
                });
            *slot = same.map(|known| (known, MatchedBy::Votes));
        }
    }

    /// The session and number of a new roll call's resolution; what follows in square brackets names a part.
    fn number_of(&self, new: usize) -> Option<(u16, u32)> {
        let text = self.new.roll_calls[new].symbol.as_deref()?;
        let whole = text.split('[').next().unwrap_or(text);
        Symbol::parse(whole)?.number_in_session()
    }

    /// Pairs each new roll call with the known one whose list is nearest, the surest pairs first.
    fn by_votes(
        &self,
        within: Within,
        may_be: fn(&RollCall, &RollCall) -> bool,
        found: &mut Found,
        taken: &mut [bool],
    ) {
        let mut pairs: Vec<Pair> = Vec::new();
        for new in (0..found.len()).filter(|new| found[*new].is_none()) {
            for &known in self
                .around(new, within)
                .iter()
                .filter(|known| !taken[**known])
            {
                let compared = self.compared(known, new);
                let (ours, theirs) = (&self.known.roll_calls[known], &self.new.roll_calls[new]);
                let unlike = words::unlike(ours, theirs);
                let one = match within {
                    Within::Month => self.days_fit(known, new) && one_list(compared),
                    Within::Session => {
                        compared.joint >= MANY && compared.apart() == 0 && unlike < 1000
                    }
                };
                if may_be(ours, theirs) && one {
                    pairs.push(Pair {
                        apart: compared.apart(),
                        unlike,
                        known,
                        new,
                    });
                }
            }
        }
        pairs.sort_unstable();
        for pair in pairs {
            if found[pair.new].is_none() && !taken[pair.known] {
                found[pair.new] = Some((pair.known, MatchedBy::Votes));
                taken[pair.known] = true;
            }
        }
    }

    fn compared(&self, known: usize, new: usize) -> Compared {
        self.known_ballots
            .of(known)
            .compare(self.new_ballots.of(new))
    }

    /// Whether two days, where both are known, are the same or follow each other: a vote after midnight
    /// stands under either.
    fn days_fit(&self, known: usize, new: usize) -> bool {
        let (known, new) = (&self.known.roll_calls[known], &self.new.roll_calls[new]);
        let apart = (known.date - new.date).get_days().abs();
        !(known.day_known && new.day_known) || apart <= 1
    }

    fn identity(&self, found: &Found) -> Identity {
        let mut identity = Identity::default();
        for (new, found) in found.iter().enumerate() {
            let call = &self.new.roll_calls[new];
            let rcid = call.rcid;
            let session = identity.by_session.entry(call.session).or_default();
            let Some((known, by)) = found else {
                identity.new.insert(rcid);
                session.new += 1;
                continue;
            };
            session.add(*by, self.compared(*known, new));
            let kept = &self.known.roll_calls[*known];
            identity.same.insert(rcid, (kept.rcid, *by));
            if part_of_whole(kept, call) {
                identity.whole.insert(kept.rcid);
            }
            let (ours, theirs) = (self.known_ballots.of(*known), self.new_ballots.of(new));
            for (ccode, ours, theirs) in ours.differences(theirs, self.known_ballots.states()) {
                identity.conflicts.push(Conflict {
                    rcid: kept.rcid,
                    symbol: kept.symbol.clone(),
                    date: kept.date,
                    ccode,
                    kept: ours,
                    other: theirs,
                });
            }
        }
        identity
    }
}

impl SessionAgreement {
    fn add(&mut self, by: MatchedBy, compared: Compared) {
        match by {
            MatchedBy::Number => self.by_number += 1,
            MatchedBy::Symbol => self.by_symbol += 1,
            MatchedBy::Votes => self.by_votes += 1,
        }
        let votes = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        self.compared += votes(compared.joint);
        self.different += votes(compared.different);
        self.in_one_only += votes(compared.alone);
    }
}

/// A new and a known roll call that may be one, the surest first: fewest votes apart, then titles most alike,
/// then the order of the records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Pair {
    apart: usize,
    unlike: u32,
    known: usize,
    new: usize,
}

/// Whether two lists are one list but for slips.
fn one_list(compared: Compared) -> bool {
    let joint = compared.joint as f64;
    let slips = (SLIPS * joint).max(if compared.joint >= MANY { 2.0 } else { 1.0 });
    // A list of a few names may sit in another by chance; so who voted must be nearly the same too.
    let alone = compared.alone as f64;
    compared.joint >= FEWEST
        && compared.different as f64 <= slips
        && alone <= (0.1 * joint).max(2.0)
}

fn same_part(known: &RollCall, new: &RollCall) -> bool {
    known.is_on_a_part() == new.is_on_a_part()
}

fn part_of_whole(known: &RollCall, new: &RollCall) -> bool {
    known.is_on_a_part() && !new.is_on_a_part()
}

#[cfg(test)]
mod tests;
