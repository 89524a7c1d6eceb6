//! References to notes, and the way back.

use std::cell::RefCell;
use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::words::{Words, say};

/// Keeps a reference on one line with what it refers from.
const JOINER: &str = "\u{2060}";

/// Counts the references, so that each has an anchor of its own.
pub(crate) struct Refs {
    counts: RefCell<BTreeMap<usize, usize>>,
    pub words: &'static Words,
}

impl Refs {
    /// None so far.
    pub(crate) fn new(words: &'static Words) -> Self {
        Refs {
            counts: RefCell::default(),
            words,
        }
    }

    /// Links to some notes, as superscripts.
    pub(crate) fn marks(&self, notes: &[usize]) -> Markup {
        html! {
            @for note in notes {
                @let place = self.next(*note);
                (JOINER)
                sup { a.ref id=(format!("ref-{note}-{place}")) href=(format!("#note-{note}")) { "[" (note) "]" } }
            }
        }
    }

    fn next(&self, note: usize) -> usize {
        let mut counts = self.counts.borrow_mut();
        let count = counts.entry(note).or_default();
        *count += 1;
        *count
    }

    /// Links from a note back to what refers to it.
    pub(crate) fn back(&self, note: usize) -> Markup {
        let count = self.counts.borrow().get(&note).copied().unwrap_or(0);
        html! {
            @if count > 0 {
                span.back {
                    @for place in 1..=count {
                        a href=(format!("#ref-{note}-{place}"))
                            aria-label=(say!(self.words, "note-back", place = place, note = note)) {
                            "↩" @if count > 1 { (place) }
                        }
                        " "
                    }
                }
            }
        }
    }
}
