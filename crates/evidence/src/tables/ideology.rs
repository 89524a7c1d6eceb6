//! Where those who govern stand.

use entente_states::Ccode;

use crate::cell::words;
use crate::import::located::{Cell, ImportError};
use crate::import::readers::{number, optional_text, text, year};
use crate::import::state_codes::numbered;
use crate::known::end_of_year;
use crate::record::table;

words! {
    /// Where somebody stands on the economy.
    pub enum Ideology {
        /// On the left.
        Left = "leftist",
        /// In the centre.
        Centre = "centrist",
        /// On the right.
        Right = "rightist",
        /// No ideology on the economy.
        None = "none",
        /// The publisher found nothing on it.
        NoInformation = "no information",
        /// There was nobody.
        NotApplicable = "not applicable",
    }
}

/// The publisher's word.
fn ideology(cell: &Cell<'_>) -> Result<Ideology, ImportError> {
    Ideology::from_word(cell.required()?).ok_or_else(|| {
        let words: Vec<&str> = Ideology::ALL.iter().map(|i| i.as_str()).collect();
        cell.error(format!("is none of {}", words.join(", ")))
    })
}

table! {
    /// The ideology of a state's head of government and of its leader on 31 December of a year (Herre, Identifying
    /// Ideologues).
    ///
    /// On the economy only: left, centre, right.
    pub struct LeaderIdeology in leader_ideology {
        /// The publisher's number of the state; Tibet's is no COW number.
        number: u16 = "country_code_cow" as number("a COW state number"),
        /// The same, if it is a state.
        ccode: Option<Ccode> = "country_code_cow" as numbered,
        /// Year.
        year: u16 = "year" as year,
        /// Head of government.
        head: Option<String> = "hog" as optional_text,
        /// The head's title.
        head_title: Option<String> = "hog_title" as optional_text,
        /// Where the head stands.
        head_ideology: Ideology = "hog_ideology" as ideology,
        /// The head's party, in English.
        head_party: Option<String> = "hog_party_eng" as optional_text,
        /// Its short name.
        head_party_short: Option<String> = "hog_party_abbr" as optional_text,
        /// Its number in PartyFacts.
        head_party_id: Option<u32> = "hog_party_id" as party_number,
        /// Leader: who holds the power.
        leader: Option<String> = "leader" as optional_text,
        /// The leader's post.
        leader_position: Option<String> = "leader_position" as optional_text,
        /// Where the leader stands.
        leader_ideology: Ideology = "leader_ideology" as ideology,
        /// The leader's party, in English.
        leader_party: Option<String> = "leader_party_eng" as optional_text,
        /// Its short name.
        leader_party_short: Option<String> = "leader_party_abbr" as optional_text,
        /// Whether the two are one person: `yes`, `no` or `n/a`.
        same: String = "match_hog_leader" as text,
    }
    import {
        word: "leader-ideology",
        about: "Ideology of heads of government and leaders (Herre, Identifying Ideologues)",
    }
    key(l) -> (u16, u16) { (l.number, l.year) }
    known(l) { end_of_year(l.year) }
}

/// A number, or empty.
fn party_number(cell: &Cell<'_>) -> Result<Option<u32>, ImportError> {
    cell.optional_number("a number")
}
