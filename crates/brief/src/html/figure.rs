//! Drawings, with their data folded away below.
//!
//! A drawing is put in as it is. `charts::css` in the page's style gives its colours their values on light
//! and dark screens.

use maud::{Markup, PreEscaped, html};

use super::refs::Refs;
use super::table;
use crate::document::{Figure, Shown};
use crate::words::say;

pub(crate) fn markup(figure: &Figure, refs: &Refs) -> Markup {
    html! {
        figure.chart.apart[figure.shown == Shown::Apart] {
            // Drawn by this program: nothing in it was written by anyone else without being escaped.
            // On a narrow screen it moves sideways, which must be possible from the keyboard.
            div.drawing tabindex="0" role="group" aria-label=(figure.caption) { (PreEscaped(&figure.svg)) }
            figcaption { (figure.caption) "." (refs.marks(&figure.notes)) span.alternative { " " (figure.alternative) } }
            // Paper cannot unfold: there the figures are told with the drawing where they are few.
            details.beside[figure.shown == Shown::Beside] {
                summary { (say!(refs.words, "figure-data")) }
                (table::of(&figure.data, &figure.caption))
            }
        }
    }
}
