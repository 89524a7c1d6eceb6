//! Tables, which scroll sideways by themselves where the screen is narrow.

use maud::{Markup, html};

use super::refs::Refs;
use crate::document::{Cell, Column, Table};

/// Tables with more columns than this scroll on a narrow screen rather than being squeezed.
const MANY: usize = 4;

pub(crate) fn markup(table: &Table, refs: &Refs) -> Markup {
    html! {
        div.wide tabindex="0" role="region" aria-label=(table.caption) {
            table.many[table.columns.len() > MANY] {
                caption { span { (table.caption) "." (refs.marks(&table.notes)) } }
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

/// Runs of columns under one heading; a column without one is a run of its own.
fn runs(columns: &[Column]) -> Vec<(&Column, usize)> {
    let mut runs: Vec<(&Column, usize)> = Vec::new();
    for column in columns {
        match runs.last_mut() {
            Some((first, span)) if first.group.is_some() && first.group == column.group => {
                *span += 1
            }
            _ => runs.push((column, 1)),
        }
    }
    runs
}
