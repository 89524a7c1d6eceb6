//! Series as small drawn lines.

use maud::{Markup, html};

use super::refs::Refs;
use crate::document::Trend;
use crate::spark::drawing;
use crate::words::say;

pub(crate) fn markup(trend: &Trend, refs: &Refs) -> Markup {
    let Some((first, last)) = trend.sessions() else {
        return html! {};
    };
    let year = |session: u16| session + 1945;
    html! {
        div.wide {
            table.trend {
                caption { span { (trend.caption) "." (refs.marks(&trend.notes)) } }
                thead {
                    tr {
                        th scope="col" { (say!(refs.words, "column-issue")) }
                        th.years scope="col" { span { (year(first)) } span { (year(last)) } }
                    }
                }
                tbody {
                    @for (label, points) in &trend.rows {
                        tr {
                            th scope="row" { (label) }
                            td { (drawing(label, points, first, last, refs.words)) }
                        }
                    }
                }
            }
        }
    }
}
