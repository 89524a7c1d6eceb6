//! Tables, which scroll sideways by themselves where the screen is narrow.

use maud::{Markup, html};

use super::refs::Refs;
use crate::document::{Cell, Column, Table, runs};

/// Tables with more columns than this scroll on a narrow screen rather than being squeezed.
const MANY: usize = 4;

pub(crate) fn markup(table: &Table, refs: &Refs) -> Markup {
    let caption = html! { caption { span { (table.caption) "." (refs.marks(&table.notes)) } } };
    with(table, &table.caption, &caption)
}

/// A table whose caption stands elsewhere.
pub(crate) fn of(table: &Table, label: &str) -> Markup {
    with(table, label, &html! {})
}

fn with(table: &Table, label: &str, caption: &Markup) -> Markup {
    html! {
        div.wide tabindex="0" role="region" aria-label=(label) {
            table.many[table.columns.len() > MANY] {
                (caption)
                (head(&table.columns))
                tbody {
                    @for row in &table.rows {
                        tr {
                            @for (i, cell) in row.iter().enumerate() {
                                @let number = table.columns.get(i).is_some_and(|c| c.number);
                                @if i == 0 {
                                    th scope="row" { (cell.text) }
                                } @else {
                                    td.n[number].short[short(cell)].none[cell.missing] { (cell.text) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Dates and the like are kept on one line.
fn short(cell: &Cell) -> bool {
    cell.text.chars().count() <= 18
}

fn head(columns: &[Column]) -> Markup {
    let grouped = columns.iter().any(|c| c.group.is_some());
    html! {
        thead {
            @if grouped {
                tr {
                    @for (column, span) in runs(columns) {
                        @if let Some(group) = &column.group {
                            th.group scope="colgroup" colspan=(span) { (group) }
                        } @else {
                            th.n[column.number] scope="col" rowspan="2" { (column.head) }
                        }
                    }
                }
            }
            tr {
                @for column in columns.iter().filter(|c| !grouped || c.group.is_some()) {
                    th.n[column.number] scope="col" { (column.head) }
                }
            }
        }
    }
}
