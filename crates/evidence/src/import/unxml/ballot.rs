//! The lists of a roll call, held to its totals and to the membership on the day.

use entente_states::{Ccode, Lang, system};

use super::super::ImportError;
use super::line::{At, Line, Repair};
use super::names::{Named, named};
use crate::tables::VoteCast;

/// The fields of the three lists, in the order yes, no, abstention.
const FIELDS: [(&str, VoteCast); 3] = [
    ("MS_in_favour", VoteCast::Yes),
    ("MS_against", VoteCast::No),
    ("MS_abstaining", VoteCast::Abstain),
];

/// Who stands in the lists, in the order yes, no, abstention.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Ballot {
    pub lists: [Vec<Ccode>; 3],
}

impl Ballot {
    /// Reads the names of the lists; a state that stands twice in one list is counted once.
    ///
    /// # Errors
    /// A name that is no state's.
    pub fn read(at: At<'_>, line: &Line, repairs: &mut Vec<Repair>) -> Result<Self, ImportError> {
        let mut ballot = Ballot::default();
        for (((field, _), names), list) in FIELDS.iter().zip(line.lists()).zip(&mut ballot.lists) {
            let mut twice = Vec::new();
            for name in names {
                match named(name) {
                    Named::State(ccode) if list.contains(&ccode) => twice.push(name.as_str()),
                    Named::State(ccode) => list.push(ccode),
                    Named::Fragment => repairs.push(at.repair(
                        &line.symbol,
                        format!(
                            "{name:?} in {field} is a part of the name beside it; it is left out"
                        ),
                    )),
                    Named::Unknown => return Err(unknown(at, field, name)),
                }
            }
            if !twice.is_empty() {
                let names = twice.join(", ");
                let what = format!("stand twice in {field}, and are counted once: {names}");
                repairs.push(at.repair(&line.symbol, what));
            }
        }
        Ok(ballot)
    }

    /// How many stand in each list.
    pub fn counts(&self) -> [u16; 3] {
        [0, 1, 2].map(|i| u16::try_from(self.lists[i].len()).unwrap_or(u16::MAX))
    }

    /// Every state in a list.
    pub fn states(&self) -> impl Iterator<Item = Ccode> + '_ {
        self.lists.iter().flatten().copied()
    }

    /// What makes the lists impossible: a state in two of them, or one that had no seat.
    pub fn fault(&self, members: &[Ccode]) -> Option<String> {
        let name = |c: Ccode| {
            system()
                .get(c)
                .map_or(c.0.to_string(), |s| s.name(Lang::En).to_owned())
        };
        let mut seen = Vec::new();
        for ccode in self.states() {
            if seen.contains(&ccode) {
                return Some(format!("{} stands in two lists", name(ccode)));
            }
            if !members.contains(&ccode) {
                return Some(format!("{} had no seat on that day", name(ccode)));
            }
            seen.push(ccode);
        }
        None
    }

    /// The members in no list.
    pub fn unlisted(&self, members: &[Ccode]) -> Vec<Ccode> {
        let listed: Vec<Ccode> = self.states().collect();
        members
            .iter()
            .copied()
            .filter(|m| !listed.contains(m))
            .collect()
    }

    /// Each member's vote; those in no list did not vote.
    pub fn votes(&self, members: &[Ccode]) -> Vec<(Ccode, u8)> {
        let cast = self
            .lists
            .iter()
            .zip(FIELDS)
            .flat_map(|(list, (_, vote))| list.iter().map(move |ccode| (*ccode, vote as u8)));
        let absent = self
            .unlisted(members)
            .into_iter()
            .map(|c| (c, VoteCast::Absent as u8));
        cast.chain(absent).collect()
    }
}

/// The totals that the line states; `None` where it states none.
///
/// # Errors
/// A total that is no number.
pub(super) fn stated(at: At<'_>, line: &Line) -> Result<[Option<u16>; 3], ImportError> {
    let mut totals = [None; 3];
    let raw = [
        ("MS_in_favour_count", &line.in_favour_count),
        ("MS_against_count", &line.against_count),
        ("MS_abstaining_count", &line.abstaining_count),
    ];
    for (total, (field, raw)) in totals.iter_mut().zip(raw) {
        *total = match raw.trim() {
            "" | "N.A." => None,
            digits => Some(
                digits
                    .parse()
                    .map_err(|_| at.error(field, raw, "is not a count of members"))?,
            ),
        };
    }
    Ok(totals)
}

fn unknown(at: At<'_>, field: &str, name: &str) -> ImportError {
    let error = at.error(field, name, "is no state's name");
    match system().resolve_in_document(name.trim()) {
        Err(unresolved) if !unresolved.suggestions.is_empty() => {
            let near: Vec<String> = unresolved
                .suggestions
                .iter()
                .map(|s| format!("`{s}`"))
                .collect();
            error.hint(format!("is {} meant?", near.join(" or ")))
        }
        _ => error,
    }
}
