//! Tables in columns.

use super::wrap::{fill, pad, width};
use crate::document::{Cell, Column, Table};

const GAP: usize = 2;
/// A column of words is not made narrower than this: rather the table is split.
const LEAST: usize = 12;

/// The lines of a table without its caption: header lines, a rule, rows.
pub(crate) struct Lines {
    pub header: Vec<String>,
    pub rows: Vec<String>,
}

/// Lays a table out; one that does not fit is split by columns, each part with the first column.
pub(crate) fn lay_out(table: &Table, most: usize) -> Vec<Lines> {
    parts(table, most)
        .iter()
        .map(|columns| part(table, columns, most))
        .collect()
}

/// Columns that stand together.
fn parts(table: &Table, most: usize) -> Vec<Vec<usize>> {
    let mut parts: Vec<Vec<usize>> = vec![vec![0]];
    let mut column = 1;
    while column < table.columns.len() {
        // Columns under one heading stay together.
        let group = &table.columns[column].group;
        let end = (column + 1..table.columns.len())
            .find(|c| group.is_none() || table.columns[*c].group != *group)
            .unwrap_or(table.columns.len());
        if let Some(part) = parts.last_mut() {
            let wider: Vec<usize> = part.iter().copied().chain(column..end).collect();
            if part.len() == 1 || fits(table, &wider, most) {
                *part = wider;
            } else {
                parts.push(std::iter::once(0).chain(column..end).collect());
            }
        }
        column = end;
    }
    parts
}

fn fits(table: &Table, columns: &[usize], most: usize) -> bool {
    let least: usize = columns
        .iter()
        .map(|c| natural(table, *c).min(least(table, *c)))
        .sum();
    least + GAP * (columns.len() - 1) <= most
}

fn least(table: &Table, column: usize) -> usize {
    if table.columns[column].number {
        usize::MAX
    } else {
        LEAST
    }
}

fn natural(table: &Table, column: usize) -> usize {
    let cells = table
        .rows
        .iter()
        .filter_map(|row| row.get(column))
        .map(|cell| width(&cell.text));
    cells
        .chain([width(&table.columns[column].head)])
        .max()
        .unwrap_or(0)
}

fn part(table: &Table, columns: &[usize], most: usize) -> Lines {
    let mut widths: Vec<usize> = columns.iter().map(|c| natural(table, *c)).collect();
    narrow(table, columns, &mut widths, most);
    let picked: Vec<&Column> = columns.iter().map(|c| &table.columns[*c]).collect();
    let mut header = Vec::new();
    if picked.iter().any(|c| c.group.is_some()) {
        header.extend(group_lines(&picked, &widths));
    }
    let heads: Vec<Cell> = picked.iter().map(|c| Cell::new(&c.head)).collect();
    header.extend(row_lines(
        &heads.iter().collect::<Vec<_>>(),
        &picked,
        &widths,
    ));
    let total = widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1);
    header.push("─".repeat(total));
    let rows = table
        .rows
        .iter()
        .flat_map(|row| {
            let cells: Vec<&Cell> = columns.iter().filter_map(|c| row.get(*c)).collect();
            row_lines(&cells, &picked, &widths)
        })
        .collect();
    Lines { header, rows }
}

/// Runs of columns under one heading, as (first, last, heading).
fn groups<'c>(columns: &[&'c Column]) -> Vec<(usize, usize, Option<&'c str>)> {
    let mut groups: Vec<(usize, usize, Option<&str>)> = Vec::new();
    for (i, column) in columns.iter().enumerate() {
        match groups.last_mut() {
            Some((_, last, heading))
                if heading.is_some() && *heading == column.group.as_deref() =>
            {
                *last = i
            }
            _ => groups.push((i, i, column.group.as_deref())),
        }
    }
    groups
}

fn span(widths: &[usize], first: usize, last: usize) -> usize {
    widths[first..=last].iter().sum::<usize>() + GAP * (last - first)
}

/// Takes room from the widest column of words until the table fits.
fn narrow(table: &Table, columns: &[usize], widths: &mut [usize], most: usize) {
    let gaps = GAP * widths.len().saturating_sub(1);
    while widths.iter().sum::<usize>() + gaps > most {
        let widest = (0..widths.len())
            .filter(|i| !table.columns[columns[*i]].number && widths[*i] > 1)
            .max_by_key(|i| widths[*i]);
        match widest {
            Some(i) => widths[i] -= 1,
            None => break,
        }
    }
}

/// Headings over several columns, filled into the room of those.
fn group_lines(columns: &[&Column], widths: &[usize]) -> Vec<String> {
    let filled: Vec<(usize, Vec<String>)> = groups(columns)
        .into_iter()
        .map(|(first, last, heading)| {
            let room = span(widths, first, last);
            (room, fill(heading.unwrap_or(""), room))
        })
        .collect();
    let height = filled
        .iter()
        .map(|(_, lines)| lines.len())
        .max()
        .unwrap_or(0);
    (0..height)
        .map(|i| {
            let pieces: Vec<String> = filled
                .iter()
                .map(|(room, lines)| {
                    // Short headings stand at the bottom, next to their columns.
                    let line = (i + lines.len())
                        .checked_sub(height)
                        .and_then(|at| lines.get(at));
                    pad(line.map_or("", String::as_str), *room, true)
                })
                .collect();
            pieces.join(&" ".repeat(GAP)).trim_end().to_owned()
        })
        .collect()
}

fn row_lines(cells: &[&Cell], columns: &[&Column], widths: &[usize]) -> Vec<String> {
    let filled: Vec<Vec<String>> = cells
        .iter()
        .zip(widths)
        .map(|(cell, most)| fill(&cell.text, *most))
        .collect();
    let height = filled.iter().map(Vec::len).max().unwrap_or(0);
    (0..height)
        .map(|i| {
            let pieces: Vec<String> = filled
                .iter()
                .zip(columns.iter().zip(widths))
                .map(|(lines, (column, to))| {
                    pad(lines.get(i).map_or("", String::as_str), *to, column.number)
                })
                .collect();
            pieces.join(&" ".repeat(GAP)).trim_end().to_owned()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(columns: usize) -> Table {
        let mut heads = vec![Column::words("Origin")];
        heads.extend(
            (1..columns)
                .map(|c| Column::number("hosted").under(format!("party {}", c.div_ceil(2)))),
        );
        let row = (0..columns).map(|c| {
            Cell::new(if c == 0 {
                "Somewhere".to_owned()
            } else {
                "1,000,000".to_owned()
            })
        });
        Table {
            columns: heads,
            rows: vec![row.collect()],
            ..Table::default()
        }
    }

    #[test]
    fn aligned() {
        let laid = lay_out(&table(3), 40);
        assert_eq!(laid.len(), 1);
        assert_eq!(
            [laid[0].header.clone(), laid[0].rows.clone()].concat(),
            [
                "                        party 1",
                "Origin        hosted     hosted",
                "───────────────────────────────",
                "Somewhere  1,000,000  1,000,000",
            ]
        );
    }

    #[test]
    fn split_when_too_wide() {
        let laid = lay_out(&table(13), 60);
        assert!(laid.len() > 1);
        for lines in laid {
            assert!(
                lines
                    .header
                    .iter()
                    .chain(&lines.rows)
                    .all(|l| width(l) <= 60)
            );
            assert!(lines.rows[0].starts_with("Somewhere"));
        }
    }
}
