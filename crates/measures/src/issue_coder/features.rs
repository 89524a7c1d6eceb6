//! What the regression sees of a roll call: which words and subjects it has.

use std::collections::{BTreeMap, BTreeSet};

use super::record::Described;
use super::title::telling_words;
use crate::selection::words;

/// The features of a roll call, each once, in order.
///
/// Words of the title as they are; words of the agenda item, the committee and subjects apart from them, because a
/// word says less in an agenda item of fifty resolutions than in a title. `HUMAN RIGHTS--UKRAINE` is two subjects, `human rights`
/// and `ukraine`.
pub(super) fn features(roll_call: &Described<'_>) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    if let Some(name) = roll_call.name() {
        all.extend(telling_words(name));
    }
    if let Some(agenda) = roll_call.agenda {
        let of_agenda = telling_words(agenda);
        all.extend(of_agenda.into_iter().map(|w| format!("agenda:{w}")));
    }
    let committee = words(roll_call.committee.unwrap_or(""));
    if !committee.is_empty() {
        all.insert(format!("committee:{}", committee.join(" ")));
    }
    for subject in roll_call.subjects.unwrap_or("").split('|') {
        all.extend(headings(subject));
    }
    all
}

/// A subject's heading and its subdivisions, without years.
fn headings(subject: &str) -> impl Iterator<Item = String> + '_ {
    subject.split("--").filter_map(|heading| {
        let without_years = heading.split('(').next().unwrap_or(heading);
        let words = words(without_years);
        (!words.is_empty()).then(|| format!("subject:{}", words.join(" ")))
    })
}

/// The features that some roll calls have, numbered in order.
pub(super) struct Vocabulary<'a> {
    numbers: BTreeMap<&'a str, usize>,
}

impl<'a> Vocabulary<'a> {
    /// Of the roll calls that are learned from, and of no other.
    pub(super) fn of(learned_from: impl Iterator<Item = &'a BTreeSet<String>>) -> Self {
        let all: BTreeSet<&str> = learned_from.flatten().map(String::as_str).collect();
        Vocabulary {
            numbers: all.into_iter().zip(0..).collect(),
        }
    }

    /// How many features it has.
    pub(super) fn len(&self) -> usize {
        self.numbers.len()
    }

    /// The numbers of those features of a roll call that are in the vocabulary.
    pub(super) fn numbers(&self, features: &BTreeSet<String>) -> Vec<usize> {
        let known = features.iter().map(String::as_str);
        known.filter_map(|f| self.numbers.get(f).copied()).collect()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::testing::roll_call;
    use super::*;

    #[test]
    fn words_and_subjects_each_once() {
        let title = "The right to food, the right to water";
        let mut call = roll_call(1, date(2019, 12, 18), 74, title, None);
        call.subjects = Some("HUMAN RIGHTS--UKRAINE (2014)|Food");
        call.agenda = Some("Promotion of human rights");
        call.committee = Some("Third Committee");
        let found: Vec<String> = features(&call).into_iter().collect();
        assert_eq!(
            found,
            [
                "agenda:human",
                "agenda:promotion",
                "agenda:rights",
                "committee:third committee",
                "food",
                "right",
                "subject:food",
                "subject:human rights",
                "subject:ukraine",
                "water",
            ]
        );
    }

    #[test]
    fn what_was_not_learned_has_no_number() {
        let set = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect();
        let learned: [BTreeSet<String>; 2] = [set(&["b", "d"]), set(&["a", "d"])];
        let vocabulary = Vocabulary::of(learned.iter());
        assert_eq!(vocabulary.len(), 3);
        assert_eq!(vocabulary.numbers(&set(&["c", "d", "a"])), [0, 2]);
    }
}
