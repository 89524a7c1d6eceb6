//! Tables, with header rows that repeat on each page.

use unicode_width::UnicodeWidthStr;

use super::body::{Body, paragraph, run};
use super::xml::Element;
use crate::document::{Cell, Column, Table, runs};

/// The width of the text: 170 mm in twentieths of a point.
const ACROSS: usize = 9638;
/// A letter of a table's text, about, and what stands around a cell.
const LETTER: usize = 112;
const AROUND: usize = 170;
/// Columns of words are not made narrower than this to give others room.
const LEAST: usize = 1300;

impl Body<'_> {
    /// A table under its caption.
    pub(super) fn table(&mut self, table: &Table) {
        self.caption(&table.caption, &table.notes);
        self.rows(table);
    }

    /// A table whose caption stands elsewhere.
    pub(super) fn rows(&mut self, table: &Table) {
        let mut made = begin(&widths(table));
        for head in heads(&table.columns) {
            made = made.child(head);
        }
        for row in &table.rows {
            let cells = row.iter().enumerate().map(|(i, cell)| {
                let number = table.columns.get(i).is_some_and(|c| c.number);
                of_cell(cell, number)
            });
            made = made.child(
                Element::new("w:tr")
                    .child(Element::new("w:trPr").child(Element::new("w:cantSplit")))
                    .children(cells),
            );
        }
        self.push(made);
        self.push(paragraph("TableEnd"));
    }
}

/// A table of two columns: labels, and drawings.
pub(super) fn of_drawings(head: &[String; 2], rows: Vec<(&str, Element)>) -> Element {
    let heads = head.iter().map(|h| tc(None, text("TableHead", h, false)));
    let mut made = begin(&[2600, ACROSS - 2600])
        .child(Element::new("w:tr").child(header_row()).children(heads));
    for (label, drawing) in rows {
        made = made.child(
            Element::new("w:tr")
                .child(Element::new("w:trPr").child(Element::new("w:cantSplit")))
                .child(tc(None, text("TableText", label, false)))
                .child(tc(None, paragraph("TableText").child(drawing))),
        );
    }
    made
}

fn begin(widths: &[usize]) -> Element {
    let columns = widths
        .iter()
        .map(|w| Element::new("w:gridCol").with("w:w", w));
    Element::new("w:tbl")
        .child(
            Element::new("w:tblPr")
                .child(Element::val("w:tblStyle", "EntenteTable"))
                .child(
                    Element::new("w:tblW")
                        .with("w:w", widths.iter().sum::<usize>())
                        .with("w:type", "dxa"),
                )
                .child(
                    Element::new("w:tblLook")
                        .with("w:val", "0420")
                        .with("w:firstRow", 1)
                        .with("w:lastRow", 0)
                        .with("w:firstColumn", 0)
                        .with("w:lastColumn", 0)
                        .with("w:noHBand", 0)
                        .with("w:noVBand", 1),
                ),
        )
        .child(Element::new("w:tblGrid").children(columns))
}

fn header_row() -> Element {
    Element::new("w:trPr")
        .child(Element::new("w:cantSplit"))
        .child(Element::new("w:tblHeader"))
}

/// One row of heads, or two where columns stand under headings.
fn heads(columns: &[Column]) -> Vec<Element> {
    let head = |c: &Column| tc(None, text("TableHead", &c.head, c.number));
    let own = Element::new("w:tr")
        .child(header_row())
        .children(columns.iter().map(head));
    if columns.iter().all(|c| c.group.is_none()) {
        return vec![own];
    }
    let groups = runs(columns).into_iter().map(|(column, span)| {
        tc(
            Some(span),
            text("TableHead", column.group.as_deref().unwrap_or(""), true),
        )
    });
    let above = Element::new("w:tr").child(header_row()).children(groups);
    vec![above, own]
}

fn of_cell(cell: &Cell, number: bool) -> Element {
    tc(None, text("TableText", &cell.text, number))
}

fn text(style: &str, words: &str, right: bool) -> Element {
    if !right {
        return paragraph(style).child(run(words));
    }
    let properties = Element::new("w:pPr")
        .child(Element::val("w:pStyle", style))
        .child(Element::val("w:jc", "right"));
    Element::new("w:p").child(properties).child(run(words))
}

fn tc(span: Option<usize>, content: Element) -> Element {
    let properties = Element::new("w:tcPr").children(span.map(|s| Element::val("w:gridSpan", s)));
    Element::new("w:tc").child(properties).child(content)
}

/// Columns as wide as what is in them; where that is too wide, those of words give way.
fn widths(table: &Table) -> Vec<usize> {
    let mut widths: Vec<usize> = (0..table.columns.len())
        .map(|i| natural(table, i))
        .collect();
    while widths.iter().sum::<usize>() > ACROSS {
        let widest = (0..widths.len())
            .filter(|i| !table.columns[*i].number && widths[*i] > LEAST)
            .max_by_key(|i| widths[*i]);
        match widest {
            Some(i) => widths[i] -= 20,
            None => {
                let total: usize = widths.iter().sum();
                return widths.iter().map(|w| w * ACROSS / total).collect();
            }
        }
    }
    widths
}

fn natural(table: &Table, column: usize) -> usize {
    let longest = |text: &str| text.split(' ').map(UnicodeWidthStr::width).max();
    let cells = table.rows.iter().filter_map(|row| row.get(column));
    // Heads are broken between words.
    let letters = cells.map(|cell| cell.text.width()).max().unwrap_or(1);
    // Heads are bold.
    let head = longest(&table.columns[column].head).unwrap_or(1) + 1;
    letters.max(head).max(3) * LETTER + AROUND
}
