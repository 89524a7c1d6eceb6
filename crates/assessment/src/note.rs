//! Notes: where a figure comes from, and what a reader must know before trusting it.

use entente_evidence::TableId;
use entente_states::Ccode;
use jiff::civil::Date;
use serde::{Serialize, Serializer};

/// A numbered note.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Note {
    /// Its number, from 1, by which sections refer to it.
    pub number: usize,
    /// The tables behind the figures.
    pub tables: Vec<TableId>,
    /// Which rows of them.
    pub selection: String,
    /// How the figure is computed from the rows; empty for a plain reading.
    pub method: String,
    /// What the reader must know: where the record is silent, thin, or ends early.
    pub caveat: String,
    /// What kind of note it is, with what its words are filled in with: from this, a rendering can say
    /// the same in another language, or show how the figures were computed.
    #[serde(skip)]
    pub message: Option<Message>,
}

/// Something to be told: the kind of message, and the values in its words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Message {
    /// The kind, under which each language has its words: `note-coincidence`.
    pub id: &'static str,
    /// The values by name.
    #[serde(serialize_with = "by_name")]
    pub args: Vec<(&'static str, Value)>,
}

/// A value in the words of a message.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// A name, a year, a code: written as it is.
    Word(String),
    /// A count, which can ask for a plural and is written with separators.
    Count(u32),
    /// A day.
    Day(Date),
    /// A number with so many decimals.
    #[serde(serialize_with = "number")]
    Number(f64, usize),
    /// A share from 0 to 1, told in per cent as finely as it needs.
    Share(f64),
    /// A probability, or another share of which only whole per cents mean anything.
    Chance(f64),
    /// A state.
    State(Ccode),
    /// Several states.
    States(Vec<Ccode>),
    /// A body, by its id.
    Body(String),
    /// Messages of their own, one after the other.
    Messages(Vec<Message>),
}

impl Message {
    /// A kind of note without values.
    pub fn new(id: &'static str) -> Self {
        Message {
            id,
            args: Vec::new(),
        }
    }

    /// The same with one more value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: Value) -> Self {
        self.args.push((name, value));
        self
    }

    /// The same with a word.
    #[must_use]
    pub fn with_word(self, name: &'static str, word: impl ToString) -> Self {
        self.with(name, Value::Word(word.to_string()))
    }

    /// The same with a year, or with the word `none`.
    #[must_use]
    pub fn with_year(self, name: &'static str, year: Option<u16>) -> Self {
        let year = year.map_or_else(|| "none".to_owned(), |y| y.to_string());
        self.with(name, Value::Word(year))
    }
}

fn number<S: Serializer>(value: &f64, _: &usize, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_f64(*value)
}

fn by_name<S: Serializer>(args: &[(&str, Value)], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(args.iter().map(|(name, value)| (name, value)))
}

/// Notes as they are collected.
#[derive(Clone, Debug, Default)]
pub struct Notes(Vec<Note>);

impl Notes {
    /// Adds a note and returns its number.
    pub fn add(
        &mut self,
        tables: &[TableId],
        selection: impl Into<String>,
        method: impl Into<String>,
        caveat: impl Into<String>,
    ) -> usize {
        let number = self.0.len() + 1;
        self.0.push(Note {
            number,
            tables: tables.to_vec(),
            selection: selection.into(),
            method: method.into(),
            caveat: caveat.into(),
            message: None,
        });
        number
    }

    /// Says what kind of note the last one is.
    pub fn last_is(&mut self, message: Message) {
        if let Some(note) = self.0.last_mut() {
            note.message = Some(message);
        }
    }

    /// The notes in order.
    pub fn finish(self) -> Vec<Note> {
        self.0
    }
}
