//! Drawings, with their data folded away below.

use maud::{Markup, PreEscaped, html};

use super::refs::Refs;
use super::table;
use crate::document::Figure;
use crate::words::say;

pub(crate) fn markup(figure: &Figure, refs: &Refs) -> Markup {
    html! {
        figure {
            // Drawn by this program: nothing in it was written by anyone else without being escaped.
            (PreEscaped(&figure.svg))
            figcaption { (figure.caption) "." (refs.marks(&figure.notes)) " " (figure.alternative) }
            details {
                summary { (say!(refs.words, "figure-data")) }
                (table::of(&figure.data, &figure.caption))
            }
        }
    }
}
