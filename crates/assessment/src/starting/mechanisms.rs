//! Standing arrangements that the remarks of the contact record name again and again.

use std::collections::{BTreeMap, BTreeSet};

use entente_evidence::{AsOf, EvidenceError};
use jiff::civil::Date;

use crate::contacts::UNITED_STATES;
use crate::dossier::Level;
use crate::machinery::named_mechanisms;
use crate::occasions::Remark;
use crate::parties::Party;

/// What standing arrangements are called.
const NOUNS: [&str; 10] = [
    "commission",
    "committee",
    "consultations",
    "council",
    "dialogue",
    "forum",
    "group",
    "mechanism",
    "ministerial",
    "summit",
];
/// A name in so many years is an arrangement, not an event.
const YEARS: usize = 2;

/// An arrangement that the record suggests.
pub(super) struct Suggested {
    /// As most remarks name it.
    pub name: String,
    /// The words by which its meetings are found.
    pub words: String,
    /// Who meets.
    pub level: Level,
    /// Its first meeting on record.
    pub first: Date,
    /// Its last.
    pub last: Date,
    /// How many.
    pub meetings: usize,
    /// Years from one to the next, rounded, 1 at the least.
    pub cadence_years: i64,
}

/// Of the United States with all of the other parties; other states' contacts are not on record.
pub(super) fn of(parties: &[Party], as_of: &AsOf<'_>) -> Result<Vec<Suggested>, EvidenceError> {
    if parties.iter().all(|p| p.ccode != UNITED_STATES) {
        return Ok(Vec::new());
    }
    let mut common: Option<BTreeMap<String, Naming>> = None;
    for other in parties.iter().filter(|p| p.ccode != UNITED_STATES) {
        let own = named_by(other, as_of)?;
        common = Some(match common {
            None => own,
            Some(before) => before
                .into_iter()
                .filter(|(key, _)| own.contains_key(key))
                .collect(),
        });
    }
    let named = common.unwrap_or_default();
    Ok(named
        .into_iter()
        .filter_map(|(words, naming)| naming.suggested(words))
        .collect())
}

/// Under what names, at what level and on what days something met.
struct Naming {
    names: BTreeMap<String, usize>,
    level: Level,
    days: BTreeSet<Date>,
}

impl Naming {
    fn suggested(self, words: String) -> Option<Suggested> {
        let years: BTreeSet<i16> = self.days.iter().map(|day| day.year()).collect();
        let (first, last) = (*self.days.first()?, *self.days.last()?);
        let (name, _) = self
            .names
            .into_iter()
            .max_by_key(|(name, count)| (*count, name.len()))?;
        let span = f64::from((last - first).get_days()) / 365.25;
        let between = span / (years.len().max(2) - 1) as f64;
        (years.len() >= YEARS).then(|| Suggested {
            name,
            words,
            level: self.level,
            first,
            last,
            meetings: self.days.len(),
            cadence_years: (between.round() as i64).max(1),
        })
    }
}

fn named_by(other: &Party, as_of: &AsOf<'_>) -> Result<BTreeMap<String, Naming>, EvidenceError> {
    let mut found: BTreeMap<String, Naming> = BTreeMap::new();
    for meeting in named_mechanisms(other.ccode, as_of)? {
        for remark in &meeting.occasions {
            for (words, name) in names_in(remark) {
                let naming = found.entry(words).or_insert_with(|| Naming {
                    names: BTreeMap::new(),
                    level: meeting.level,
                    days: BTreeSet::new(),
                });
                *naming.names.entry(name).or_default() += 1;
                naming.level = naming.level.min(meeting.level);
                naming.days.insert(meeting.start);
            }
        }
    }
    Ok(found)
}

/// The names of arrangements in a remark: the two last words by which it is found, and all of it that is
/// in capitals.
fn names_in(remark: &str) -> Vec<(String, String)> {
    let words: Vec<&str> = remark.split_whitespace().collect();
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let is_noun = |word: &str| NOUNS.contains(&bare(word).to_lowercase().as_str());
    let mut found = Vec::new();
    for (at, _) in words
        .iter()
        .enumerate()
        .filter(|(_, w)| capital(w) && is_noun(w))
    {
        let ends = |word: &&str| !word.ends_with(['.', ';', ',', ':']);
        let start = (0..at)
            .rev()
            .take_while(|i| capital(words[*i]) && ends(&words[*i]))
            .last();
        // The first word of a remark is a verb: "Attended", "Met".
        let start = start
            .map(|s| if s == 0 { 1 } else { s })
            .filter(|s| *s < at);
        let Some(start) = start else { continue };
        let name: Vec<String> = words[start..=at].iter().map(|w| bare(w)).collect();
        let key = Remark::of(&name[name.len() - 2..].join(" "));
        found.push((key.as_str().trim().to_owned(), name.join(" ")));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_with_what_arrangements_are_called() {
        let one = |remark: &str| names_in(remark).into_iter().next();
        let named = |words: &str, name: &str| Some((words.to_owned(), name.to_owned()));
        assert_eq!(
            one("Attended the North American Leaders' Summit."),
            named("leaders summit", "North American Leaders Summit")
        );
        assert_eq!(
            one("Attended the U.S.-Mexico Binational Commission meeting."),
            named("binational commission", "U.S.-Mexico Binational Commission")
        );
        assert_eq!(one("Met with President Fox at the summit."), None);
    }
}
