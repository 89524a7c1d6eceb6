//! Who sponsored a draft.
//!
//! The publisher lists states, and among them sentences: `submitted by the Chair of the Committee`,
//! `Cuba (on behalf of the States Members of the United Nations that are members of the Group of 77 and
//! China)`. A state that acts for a group is a sponsor, and the group stands beside it; the group's members
//! are not taken for sponsors.

use std::collections::BTreeMap;

use entente_states::Ccode;
use jiff::civil::Date;

use super::line::{At, Line, Repair, text};
use super::names::{Named, named};
use crate::tables::Sponsor;

/// How texts begin that name no sponsoring state.
const NO_STATE: [&str; 9] = [
    "submitted",
    "introduced",
    "the representative",
    "on the basis",
    "on the recommendation",
    "by the secretary-general",
    "report of",
    "recommended",
    "committee",
];

/// The sponsors of a resolution, those of the draft first; a state once.
pub(super) fn of(
    at: At<'_>,
    line: &Line,
    symbol: &str,
    date: Date,
    unread: &mut Unread,
) -> Vec<Sponsor> {
    let mut sponsors: Vec<Sponsor> = Vec::new();
    let both = [(&line.sponsors, false), (&line.additional_sponsors, true)];
    for (raw, additional) in both
        .into_iter()
        .flat_map(|(l, a)| l.iter().map(move |r| (r, a)))
    {
        let Some(entry) = text(raw) else { continue };
        match read(&entry) {
            Read::States(states) => {
                for (ccode, on_behalf_of) in states {
                    if sponsors.iter().all(|s| s.ccode != ccode) {
                        sponsors.push(Sponsor {
                            symbol: symbol.to_owned(),
                            ccode,
                            date,
                            additional,
                            on_behalf_of,
                        });
                    }
                }
            }
            Read::NoState => {}
            Read::Unknown => {
                let first = || (at.line, symbol.to_owned(), 0);
                unread.0.entry(entry).or_insert_with(first).2 += 1;
            }
        }
    }
    sponsors
}

/// Sponsors that are no states of the state system, observers among them: the line and symbol where each
/// stands first, and how many resolutions it sponsors.
#[derive(Debug, Default)]
pub(super) struct Unread(BTreeMap<String, (u64, String, usize)>);

impl Unread {
    /// What is to be told of them.
    pub fn repairs(self, file: &str) -> impl Iterator<Item = Repair> {
        self.0.into_iter().map(move |(entry, (line, symbol, times))| {
            let what = format!(
                "sponsor {entry:?} is no state of the state system; it is left out, here and in {} more",
                times - 1
            );
            At { file, line }.repair(&symbol, what)
        })
    }
}

enum Read {
    States(Vec<(Ccode, Option<String>)>),
    NoState,
    Unknown,
}

fn read(entry: &str) -> Read {
    let lower = entry.to_lowercase();
    let lower = lower.strip_prefix("was ").unwrap_or(&lower);
    if NO_STATE.iter().any(|start| lower.starts_with(start))
        || lower.contains("informal consultations")
    {
        return Read::NoState;
    }
    let mut sponsors = Vec::new();
    for part in parts(entry) {
        let (heads, group) = acting_for(part);
        for head in heads {
            match several(head) {
                Some(found) => sponsors.extend(found.into_iter().map(|c| (c, group.clone()))),
                None => return Read::Unknown,
            }
        }
    }
    match sponsors.is_empty() {
        true => Read::NoState,
        false => Read::States(sponsors),
    }
}

/// The parts of a text that the publisher ran together, between commas that stand outside brackets. A group
/// without brackets runs to the end, commas and all.
fn parts(entry: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut depth) = (0, 0);
    for (at, c) in entry.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth == 0 => {
                let rest = entry[at + 1..].trim_start().to_lowercase();
                if rest.starts_with("on behalf of ") {
                    break;
                }
                parts.push(&entry[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&entry[start..]);
    parts
        .into_iter()
        .map(str::trim)
        .filter(|p| !p.is_empty())
        .collect()
}

/// The states before and after what stands of a group or an office, and the group.
fn acting_for(part: &str) -> (Vec<&str>, Option<String>) {
    let lower = part.to_ascii_lowercase();
    let words = ["on behalf of ", "of behalf of ", "in its capacity "];
    let Some((at, word)) = words.iter().find_map(|w| Some((lower.find(w)?, *w))) else {
        return (vec![part], None);
    };
    let rest = &part[at + word.len()..];
    let (group, after) = match part[..at].trim_end().ends_with('(') {
        true => rest.rsplit_once(')').unwrap_or((rest, "")),
        false => (rest, ""),
    };
    let members = ["THAT ARE MEMBERS OF ", "that are members of "];
    let group = members
        .iter()
        .find_map(|m| group.split_once(m))
        .map_or(group, |(_, name)| name);
    let acts = word != "in its capacity ";
    let mut heads = vec![part[..at].trim_end_matches(['(', ',', ' '])];
    let after = after.trim_start();
    heads.extend(after.strip_prefix("AND ").or(after.strip_prefix("and ")));
    (heads, acts.then(|| group.trim().to_owned()))
}

/// The states in a text: one, or two with `and` between them.
fn several(text: &str) -> Option<Vec<Ccode>> {
    match named(text) {
        Named::State(ccode) => return Some(vec![ccode]),
        Named::Fragment => return Some(Vec::new()),
        Named::Unknown => {}
    }
    let lower = text.to_ascii_lowercase();
    // A name may hold the word itself: the split that leaves two states is the right one.
    lower.match_indices(" and ").find_map(|(at, and)| {
        match (named(&text[..at]), named(&text[at + and.len()..])) {
            (Named::State(first), Named::State(second)) => Some(vec![first, second]),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sponsors(entry: &str) -> Option<Vec<(u16, Option<String>)>> {
        match read(entry) {
            Read::States(states) => Some(states.into_iter().map(|(c, g)| (c.0, g)).collect()),
            Read::NoState => Some(Vec::new()),
            Read::Unknown => None,
        }
    }

    #[test]
    fn states_groups_and_sentences() {
        let group = |name: &str| Some(name.to_owned());
        let of = "on behalf of the States Members of the United Nations that are members of";
        for (entry, expected) in [
            (
                format!("Cuba ({of} the Group of 77 and China)"),
                vec![(40, group("the Group of 77 and China"))],
            ),
            (
                format!("Guinea, {of} the Group of 77 and China"),
                vec![(438, group("the Group of 77 and China"))],
            ),
            (
                format!("NIGERIA ({of} the Group of African States) AND PORTUGAL"),
                vec![
                    (475, group("the Group of African States")),
                    (235, group("the Group of African States")),
                ],
            ),
            (
                format!(
                    "Austria, Bosnia and Herzegovina, Uganda ({of} the Group of 77 and China), Mexico and Peru"
                ),
                vec![
                    (305, None),
                    (346, None),
                    (500, group("the Group of 77 and China")),
                    (70, None),
                    (135, None),
                ],
            ),
            (
                "CHILE,DOMINICAN REPUBLIC".to_owned(),
                vec![(155, None), (42, None)],
            ),
            (
                "UNITED STATES AND VIET NAM".to_owned(),
                vec![(2, None), (816, None)],
            ),
            ("TRINIDAD AND TOBAGO".to_owned(), vec![(52, None)]),
            ("submitted by the Chair of the Committee".to_owned(), vec![]),
        ] {
            assert_eq!(sponsors(&entry), Some(expected), "{entry}");
        }
        assert_eq!(sponsors("NORTHERN ATLANTIS"), None);
    }
}
