//! Who held the office that governs a state, by the World Factbook's wordings.
//!
//! The list is not made to be counted: deputies stand among the names, one person has a row for each spelling,
//! and nobody has a day of leaving. What is read out of it, and by which rule, stands here.

use std::collections::BTreeSet;

use entente_evidence::{AsOf, EvidenceError, Office, OfficeHolder};
use entente_states::Ccode;
use entente_states::offices::{self, Executive};
use jiff::civil::Date;

/// A person in the office, as known on the date of reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Holder {
    /// Name, without a plain title.
    pub name: String,
    /// Day of entry.
    pub from: Date,
    /// Whether the person held the office before it became the one that governs, on the day of entry.
    pub held_it_before: bool,
    /// The first snapshot that names the person.
    first_seen: Date,
    /// The last snapshot that names the person, on the date of reading.
    pub last_seen: Date,
}

/// Those who held the governing office of a state, by day of entry.
pub(super) fn holders(state: Ccode, as_of: &AsOf<'_>) -> Result<Vec<Holder>, EvidenceError> {
    let date = as_of.date();
    let mut found = Vec::new();
    let governing = offices::governing(state);
    for (place, segment) in governing.iter().enumerate() {
        if segment.from.is_some_and(|from| from > date) {
            continue;
        }
        let office = match segment.office {
            Executive::ChiefOfState => Office::ChiefOfState,
            Executive::HeadOfGovernment => Office::HeadOfGovernment,
        };
        let mut listed = Vec::new();
        for row in as_of.select::<OfficeHolder>(|h| h.ccode == Some(state) && h.office == office)? {
            listed.extend(Listed::of(&row, as_of));
        }
        let mut of_office = persons(main_rows(listed));
        if let Some(from) = segment.from {
            // Before this day another office governed: whoever held this one then enters on it.
            let entered = of_office.iter().any(|h| h.from == from);
            of_office.retain(|h| h.last_seen >= from && (h.from >= from || !entered));
            for holder in of_office.iter_mut().filter(|h| h.from < from) {
                holder.from = from;
                holder.held_it_before = true;
            }
        }
        let next = governing.get(place + 1).and_then(|next| next.from);
        of_office.retain(|h| next.is_none_or(|next| h.from < next || next > date));
        found.extend(of_office);
    }
    Ok(found)
}

/// Whether two names of a list are of one person: all words of the shorter are in the longer, and two of them
/// are where it has two.
fn one_person(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    !short.is_empty() && short.is_subset(&long)
}

/// Whether two names share a word of three letters or more.
pub(super) fn share_a_word(a: &str, b: &str) -> bool {
    words(a).intersection(&words(b)).any(|w| w.len() >= 3)
}

/// The words of a name, in small letters without accents.
fn words(name: &str) -> BTreeSet<String> {
    let words = entente_states::spelling::words(name).into_iter();
    words.filter(|w| w.len() > 1).collect()
}

/// A row that can speak of the holder of the office.
struct Listed {
    name: String,
    rank: Rank,
    from: Date,
    first_seen: Date,
    last_seen: Date,
}

/// How plainly a row speaks of the office itself.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// A title of the office.
    Titled,
    /// A prime minister among chiefs of state.
    Minister,
    /// No title: a deputy's name cut from a list, or the only name that there is.
    Untitled,
}

/// Titles that say no more than the office does, the longest first.
const PLAIN_TITLES: [&str; 4] = ["Prime Minister ", "President ", "Chancellor ", "Premier "];

/// What makes a title.
const TITLES: [&str; 24] = [
    "president",
    "minister",
    "chancellor",
    "premier",
    "king",
    "queen",
    "emperor",
    "prince",
    "amir",
    "emir",
    "sultan",
    "chair",
    "governor",
    "leader",
    "head",
    "captain",
    "regent",
    "pope",
    "taoiseach",
    "ruler",
    "general",
    "acting",
    "interim",
    "chief",
];

/// What makes a deputy, or one who has not entered yet.
const NOT_THE_HOLDER: [&str; 5] = ["vice", "deputy", "elect", "ceo", "designate"];

impl Listed {
    fn of(row: &OfficeHolder, as_of: &AsOf<'_>) -> Option<Self> {
        let from = row.since.filter(|since| *since <= as_of.date())?;
        // The title stands before the family name, which is in capitals.
        let title: Vec<String> = row
            .holder
            .split_whitespace()
            .take_while(|word| !in_capitals(word))
            .map(str::to_lowercase)
            .collect();
        let has = |list: &[&str]| {
            let parts = title
                .iter()
                .flat_map(|w| w.split(|c: char| !c.is_alphabetic()));
            let mut parts = parts.filter(|p| !p.is_empty());
            parts.any(|part| list.iter().any(|l| part == *l || part == format!("{l}s")))
        };
        if has(&NOT_THE_HOLDER) {
            return None;
        }
        let titled = has(&TITLES) || has(&["chairman", "chairperson", "chairwoman"]);
        let named = row.holder.split_whitespace().any(in_capitals);
        let rank = match (titled, row.office, has(&["minister"])) {
            (false, ..) if !named => return None,
            (false, ..) => Rank::Untitled,
            (true, Office::ChiefOfState, true) => Rank::Minister,
            (true, ..) => Rank::Titled,
        };
        let name = PLAIN_TITLES
            .iter()
            .find_map(|title| row.holder.strip_prefix(title))
            .filter(|name| !name.starts_with("of "))
            .unwrap_or(&row.holder);
        // A party or a rank in brackets: "Rishi SUNAK (Conservative)".
        let name = match name.split_once(" (") {
            Some((before, _)) if name.ends_with(')') => before,
            _ => name,
        };
        Some(Listed {
            name: name.trim().to_owned(),
            rank,
            from,
            first_seen: row.first_seen,
            last_seen: row.last_seen.or_else(|| as_of.snapshot())?,
        })
    }

    /// Whether the row stood at some time beside another.
    fn beside(&self, other: &Listed) -> bool {
        self.first_seen <= other.last_seen && other.first_seen <= self.last_seen
    }
}

/// A word of two letters or more, all of them capitals.
pub(super) fn in_capitals(word: &str) -> bool {
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    letters.len() > 1 && letters.iter().all(|c| c.is_uppercase())
}

/// The rows beside which none spoke more plainly of the office, in the order in which they appeared.
fn main_rows(rows: Vec<Listed>) -> Vec<Listed> {
    let keep: Vec<bool> = rows
        .iter()
        .map(|row| {
            !rows
                .iter()
                .any(|other| other.rank < row.rank && other.beside(row))
        })
        .collect();
    let mut main: Vec<Listed> = rows
        .into_iter()
        .zip(keep)
        .filter_map(|(row, keep)| keep.then_some(row))
        .collect();
    main.sort_by(|a, b| (a.first_seen, a.from, &a.name).cmp(&(b.first_seen, b.from, &b.name)));
    main
}

/// The wordings of one person as one, by day of entry.
///
/// A later wording with another day of entry puts the first right, unless the person had been seen in office
/// before that day: then it is a new term, and the person entered when the first wording says.
fn persons(rows: Vec<Listed>) -> Vec<Holder> {
    let mut found: Vec<Holder> = Vec::new();
    for row in rows {
        let another_between = |holder: &Holder| {
            let (low, high) = (holder.from.min(row.from), holder.from.max(row.from));
            found.iter().any(|h| {
                h != holder && low < h.from && h.from < high && !one_person(&h.name, &row.name)
            })
        };
        let same = found.iter().position(|holder| {
            holder.from == row.from
                || (one_person(&holder.name, &row.name) && !another_between(holder))
        });
        match same.and_then(|i| found.get_mut(i)) {
            Some(holder) => {
                if row.from < holder.from || row.from <= holder.first_seen {
                    holder.from = row.from;
                }
                holder.last_seen = holder.last_seen.max(row.last_seen);
                if !row.name.starts_with("also spelled") {
                    holder.name = row.name;
                }
            }
            None => found.push(Holder {
                name: row.name,
                from: row.from,
                held_it_before: false,
                first_seen: row.first_seen,
                last_seen: row.last_seen,
            }),
        }
    }
    found.sort_by_key(|h| h.from);
    // Who is named again after another, and had not left, was away for a time.
    let stayed = |other: &Holder| {
        found
            .iter()
            .any(|h| h.from <= other.from && h.last_seen > other.last_seen)
    };
    let left: Vec<Holder> = found.iter().filter(|h| !stayed(h)).cloned().collect();
    left
}
