//! The General Debate of the United Nations: who spoke, and which states were named.

use entente_states::Ccode;

use crate::import::located::{Cell, ImportError};
use crate::import::readers::{number, optional_count, optional_text, text, year};
use crate::import::state_codes::{delegation, state_in};
use crate::known::end_of_year;
use crate::record::table;

/// A text on one line; empty where there is none.
fn on_a_line(cell: &Cell<'_>) -> Result<Option<String>, ImportError> {
    let words: Vec<&str> = cell.text.split_whitespace().collect();
    Ok((!words.is_empty()).then(|| words.join(" ")))
}

/// A number of a session, or empty.
fn session(cell: &Cell<'_>) -> Result<Option<u16>, ImportError> {
    cell.optional_number("a number of a session")
}

table! {
    /// Who spoke for a state in the General Debate of a year (UN General Debate Corpus).
    ///
    /// Names as the record has them, not made alike. Before 1994 posts are given at times only.
    pub struct DebateSpeaker in debate_speakers {
        /// Year.
        year: u16 = "year" as year,
        /// Session; empty where the list has a text and no speaker.
        session: Option<u16> = "session" as session,
        /// The publisher's code: ISO 3166 alpha-3 with slips, `EU`; empty of the League of Arab States.
        code: Option<String> = "iso3" as optional_text,
        /// The state that spoke; empty of observers. Before 1971 Taiwan for `CHN`.
        ccode: Option<Ccode> = "iso3" as delegation(year),
        /// Its name, as written.
        country: Option<String> = "country" as on_a_line,
        /// Who spoke.
        speaker: Option<String> = "speaker" as on_a_line,
        /// In which post.
        post: Option<String> = "post" as on_a_line,
        /// Length of the text, characters; empty where there is none.
        characters: Option<u32> = "chars" as optional_count,
    }
    import {
        word: "ungd-speakers",
        about: "Speakers in the General Debate (UN General Debate Corpus, gathered)",
        raw: "statements/ungd_speakers.csv.gz",
        repeats: once,
    }
    key(s) -> (u16, Option<String>, Option<String>, Option<u32>) {
        (s.year, s.code.clone(), s.speaker.clone(), s.characters)
    }
    known(s) { end_of_year(s.year) }
}

table! {
    /// How often a state named another in its speech in the General Debate of a year (counted in the UN General
    /// Debate Corpus).
    ///
    /// Names of states only, no adjectives and no capitals; `the Congo` alone is not counted, nor are Yugoslavia, the
    /// German Democratic Republic and Czechoslovakia. Attention, not praise or blame. No row is no mention.
    pub struct DebateMention in debate_mentions {
        /// Year.
        year: u16 = "year" as year,
        /// The code of who spoke: ISO 3166 alpha-3, `EU`.
        speaker: String = "speaker_iso3" as text,
        /// The state that spoke; empty of observers.
        speaker_ccode: Option<Ccode> = "speaker_iso3" as delegation(year),
        /// The code of who was named.
        mentioned: String = "mentioned_iso3" as text,
        /// The state that was named; empty of observers and territories.
        mentioned_ccode: Option<Ccode> = "mentioned_iso3" as state_in(year),
        /// How often.
        mentions: u16 = "mentions" as number("a count"),
    }
    import {
        word: "ungd-mentions",
        about: "States named in the General Debate (counted in the UN General Debate Corpus)",
        raw: "statements/ungd_mentions_pair_year.csv.gz",
    }
    key(m) -> (u16, String, String) { (m.year, m.speaker.clone(), m.mentioned.clone()) }
    known(m) { end_of_year(m.year) }
}
