//! Whom a remark names besides the host.

use std::collections::HashMap;
use std::sync::LazyLock;

use entente_evidence::{AsOf, Contact, EvidenceError};
use entente_states::{Ccode, Lang, system};
use jiff::civil::Date;

use super::text::{Phrases, Remark};
use crate::tenures::Tenures;

/// Offices that stand before a name or after an adjective.
const OFFICES: &[&str] = &[
    "president",
    "prime minister",
    "premier",
    "chancellor",
    "king",
    "queen",
    "emperor",
    "shah",
    "amir",
    "emir",
    "crown prince",
    "chairman",
    "general secretary",
    "foreign minister",
    "foreign secretary",
    "leader",
];

/// What stands before the states of leaders or ministers: `presidents of `, `president of `.
static OFFICES_OF: LazyLock<Phrases<String>> = LazyLock::new(|| {
    let gathered = ["heads of state", "heads of state and government"];
    let offices = OFFICES.iter().copied().chain(gathered);
    Phrases::of(offices.flat_map(|office| [format!("{office}s of "), format!("{office} of ")]))
});

/// What stands before a surname: `president `.
static TITLES: LazyLock<Phrases<String>> =
    LazyLock::new(|| Phrases::of(OFFICES.iter().map(|office| format!("{office} "))));

/// The state whose adjective a text begins with: `russian president putin`.
pub(super) fn adjective_of(text: &str) -> Option<Ccode> {
    let mut words = text.split_whitespace().filter(|w| *w != "the");
    let (first, second) = (words.next()?, words.next().unwrap_or_default());
    let two = format!("{first} {second}");
    ADJECTIVES
        .get(two.as_str())
        .or_else(|| ADJECTIVES.get(first))
        .copied()
}

static ADJECTIVES: LazyLock<HashMap<&'static str, Ccode>> = LazyLock::new(|| {
    include_str!("adjectives.csv")
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once(','))
        .filter_map(|(adjective, iso3)| Some((adjective, system().by_iso3(iso3)?.ccode)))
        .collect()
});

/// How a remark can name the leader or minister of one state.
#[derive(Debug)]
pub(crate) struct Named {
    state: Ccode,
    /// `mexican president`, `mexican foreign minister`.
    adjectives: Phrases<String>,
    /// `president of mexico`, and `mexico` in a list of states whose leaders were met.
    name: String,
    /// Those in office by time: surname and spell.
    leaders: Vec<(String, Date, Date)>,
}

impl Named {
    /// How a state's people are named, as of a date.
    pub(crate) fn of(state: Ccode, as_of: &AsOf<'_>) -> Result<Self, EvidenceError> {
        let adjectives = ADJECTIVES
            .iter()
            .filter(|(_, code)| **code == state)
            .flat_map(|(adjective, _)| {
                OFFICES
                    .iter()
                    .map(move |office| format!("{adjective} {office} "))
            });
        let name = system()
            .get(state)
            .map_or("", |s| s.name_on(Lang::En, as_of.date()));
        let leaders = Tenures::of(state, as_of)?
            .list
            .iter()
            .map(|t| {
                (
                    surname(t.family_name()),
                    t.from,
                    t.until.unwrap_or(as_of.date()),
                )
            })
            .filter(|(surname, ..)| !surname.trim().is_empty())
            .collect();
        Ok(Named {
            state,
            adjectives: Phrases::of(adjectives),
            name: Remark::of(name).as_str().to_owned(),
            leaders,
        })
    }

    /// Whether the remark of a stop elsewhere names the state's leader or foreign minister.
    pub(crate) fn in_remark(&self, contact: &Contact, remark: &Remark) -> bool {
        if contact.ccode == Some(self.state) {
            return false;
        }
        let remark = &remark.without_those_out_of_office();
        remark.has_any(&self.adjectives)
            || self.in_a_list(remark)
            || self.by_surname(contact.start, remark)
    }

    /// `the foreign ministers of Canada, France and Mexico`, `the President of Mexico`.
    fn in_a_list(&self, remark: &Remark) -> bool {
        remark.after_any(&OFFICES_OF).any(|after| {
            let end = after.find(" . ").unwrap_or(after.len());
            format!(" {} ", &after[..end]).contains(&self.name)
        })
    }

    fn by_surname(&self, day: Date, remark: &Remark) -> bool {
        let in_office = |from: &Date, until: &Date| (*from..=*until).contains(&day);
        remark.after_any(&TITLES).any(|after| {
            let name: Vec<&str> = after.split(' ').take(4).collect();
            let name = format!(" {} ", name.join(" "));
            (self.leaders.iter())
                .filter(|(_, from, until)| in_office(from, until))
                .any(|(surname, ..)| name.contains(surname.as_str()))
        })
    }
}

/// The last word of a name, between blanks; a short one (`Ali`, `Kim`) is shared by too many.
fn surname(name: &str) -> String {
    let remark = Remark::of(name);
    match remark.as_str().split_whitespace().last() {
        Some(last) if last.len() > 3 => format!(" {last} "),
        _ => String::new(),
    }
}

/// The gathering that a remark names, as words, from `attended` to the next stop.
pub(crate) fn event_of(remark: &Remark) -> Vec<String> {
    let text = remark.as_str();
    let from = ["attended ", "participated in ", "while attending "]
        .iter()
        .filter_map(|verb| text.find(verb).map(|at| at + verb.len()))
        .min()
        .unwrap_or(0);
    let rest = &text[from..];
    let end = rest.find(" . ").unwrap_or(rest.len());
    rest[..end]
        .split_whitespace()
        .take_while(|word| !matches!(*word, "in" | "at" | "with"))
        .filter(|word| !matches!(*word, "the" | "a" | "meeting" | "of" | "and"))
        .map(str::to_owned)
        .collect()
}

/// Whether two remarks name one gathering: half of all their words are in both.
pub(crate) fn same_event(a: &[String], b: &[String]) -> bool {
    let common = a.iter().filter(|word| b.contains(word)).count();
    let all = a.len() + b.len() - common;
    common > 0 && 2 * common >= all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adjectives_are_of_states() {
        let lines = include_str!("adjectives.csv").lines().skip(1).count();
        // Yugoslavia has no ISO code of its own today.
        assert!(
            ADJECTIVES.len() >= lines - 1,
            "{} of {lines}",
            ADJECTIVES.len()
        );
        assert_eq!(
            adjective_of("south korean president park"),
            Some(Ccode(732))
        );
        assert_eq!(adjective_of("the mexican president"), Some(Ccode(70)));
        assert_eq!(adjective_of("president fox and canadian"), None);
    }

    #[test]
    fn one_gathering_however_it_is_written() {
        let event = |text| event_of(&Remark::of(text));
        let a = event("Attended the U.S.-Africa Leaders Summit.");
        assert!(same_event(
            &a,
            &event("Attended the U.S.-Africa Leaders' Summit in Washington, D.C.")
        ));
        assert!(!same_event(
            &a,
            &event("Attended the Nuclear Security Summit.")
        ));
        assert!(!same_event(&a, &event("")));
    }
}
