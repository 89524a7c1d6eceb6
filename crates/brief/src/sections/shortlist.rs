//! The shortlist: what could move now, and why.

use entente_assessment::{AgendaSection, Basis, ItemCriterion, ItemRow, Shortlist};

use crate::brief::Brief;
use crate::document::{Block, Cell, Column, Table};
use crate::figures;
use crate::sentence::{Sentence, capital};
use crate::words::{Words, say};

/// Items on the first pages.
const FIRST: usize = 5;

/// The shortlist, if there is a dossier with items on the date.
pub(super) fn of<'a>(brief: &Brief<'a>) -> Option<(&'a AgendaSection, &'a Shortlist)> {
    let agenda = brief.assessment.agenda.as_ref()?;
    Some((agenda, agenda.shortlist.as_ref()?))
}

/// The first of it, with what to do.
pub(crate) fn first(brief: &Brief<'_>) -> Vec<Block> {
    let words = brief.words;
    let Some((agenda, found)) = of(brief) else {
        return Vec::new();
    };
    let lead = say!(
        words,
        "shortlist-lead",
        items = found.rows.len(),
        until = words.date(found.until)
    );
    let items = found.rows.iter().take(FIRST);
    vec![
        Block::Paragraph(vec![Sentence::new(lead, &agenda.shortlist_notes)]),
        Block::Numbered(
            items
                .map(|row| Sentence::about(&row.name, item(row, words), &[]))
                .collect(),
        ),
    ]
}

/// Its name, place, reasons and carrier, and what to do first.
pub(super) fn item(row: &ItemRow, words: &Words) -> String {
    let mut sentences = vec![say!(
        words,
        "shortlist-item",
        name = &row.name,
        rank = words.number(row.expected_rank, 1),
        low = row.rank_q05.to_string(),
        high = row.rank_q95.to_string(),
        first = words.chance(row.top_three)
    )];
    sentences.push(reasons(row, words));
    if let Some(carrier) = row.by(ItemCriterion::Carrier) {
        sentences.push(say!(
            words,
            "shortlist-carrier",
            carrier = words.told(&carrier.message)
        ));
    }
    if let Some(step) = &row.next_step {
        sentences.push(say!(
            words,
            "shortlist-step",
            step = step.trim_end_matches('.')
        ));
    }
    sentences.join(" ")
}

fn reasons(row: &ItemRow, words: &Words) -> String {
    match (row.strongest, row.weakest) {
        (None, None) => say!(words, "shortlist-reasons-none"),
        (Some(strongest), None) => say!(
            words,
            "shortlist-reasons-for",
            strongest = words.strength(strongest)
        ),
        (None, Some(weakest)) => say!(
            words,
            "shortlist-reasons-against",
            weakest = words.weakness(weakest)
        ),
        (Some(strongest), Some(weakest)) => say!(
            words,
            "shortlist-reasons",
            strongest = words.strength(strongest),
            weakest = words.weakness(weakest)
        ),
    }
}

/// All of it, and what the first of it rest on.
pub(crate) fn whole(brief: &Brief<'_>) -> Vec<Block> {
    let words = brief.words;
    let Some((agenda, found)) = of(brief) else {
        return Vec::new();
    };
    let data = table(agenda, found, words);
    let mut blocks = vec![figures::ranks(found, data, brief)];
    let lead = say!(words, "shortlist-why");
    blocks.push(Block::Paragraph(vec![Sentence::new(
        lead,
        &agenda.shortlist_notes,
    )]));
    for row in found.rows.iter().take(FIRST) {
        blocks.push(Block::Subheading(say!(
            words,
            "shortlist-place",
            place = row.place.to_string(),
            name = &row.name
        )));
        blocks.push(Block::List(criteria(row, words)));
        if !row.sources.is_empty() {
            let sources = say!(
                words,
                "declared-sources",
                sources = brief.cite(&row.sources)
            );
            blocks.push(Block::Paragraph(vec![Sentence::new(sources, &[])]));
        }
    }
    blocks
}

/// What an item has by each criterion, and what that rests on.
pub(super) fn criteria(row: &ItemRow, words: &Words) -> Vec<Sentence> {
    let told = row.criteria.iter().map(|value| {
        let text = say!(
            words,
            "shortlist-criterion",
            criterion = capital(&words.criterion(value.criterion)),
            value = words.share(value.value),
            low = words.share(value.low),
            high = words.share(value.high),
            words = words.told(&value.message)
        );
        Sentence::new(text, &[])
    });
    told.collect()
}

fn table(agenda: &AgendaSection, found: &Shortlist, words: &Words) -> Table {
    let rank = say!(words, "shortlist-rank");
    let criteria = say!(words, "shortlist-criteria");
    let mut columns = vec![
        Column::words(say!(words, "shortlist-item-head")),
        Column::number(say!(words, "shortlist-expected")).under(&rank),
        Column::number(say!(words, "shortlist-interval")).under(&rank),
        Column::number(say!(words, "shortlist-top")).under(&rank),
    ];
    for criterion in ItemCriterion::ALL {
        columns.push(Column::number(words.criterion_head(criterion)).under(&criteria));
    }
    let row = |row: &ItemRow| {
        let mut cells = vec![
            Cell::new(say!(
                words,
                "shortlist-place",
                place = row.place.to_string(),
                name = &row.name
            )),
            Cell::new(words.number(row.expected_rank, 1)),
            Cell::new(words.span(row.rank_q05, row.rank_q95)),
            Cell::new(words.chance(row.top_three)),
        ];
        cells.extend(row.criteria.iter().map(|c| match c.basis {
            Basis::Nothing => Cell::missing("?"),
            _ => Cell::new(words.share(c.value)),
        }));
        cells
    };
    Table {
        caption: say!(words, "shortlist-caption"),
        notes: agenda.shortlist_notes.clone(),
        columns,
        rows: found.rows.iter().map(row).collect(),
    }
}
