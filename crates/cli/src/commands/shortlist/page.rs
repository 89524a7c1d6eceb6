//! The shortlist for reading: the ranking, then why the first of it stand where they do.

use entente_assessment::{Basis, ItemCriterion, ItemRow, Message, Shortlist, Value};
use entente_brief::Words;

use super::rows::words as told;
use crate::commands::dossier::Chosen;
use crate::output;

/// Items whose reasons are told one by one.
const TOLD: usize = 5;
/// Signs of a name in the table.
const NAME: usize = 29;

pub fn page(chosen: &Chosen, found: &Shortlist, words: &Words) -> String {
    let title = Message::new("page-shortlist-title")
        .with_word("title", &chosen.dossier.title)
        .with_word("date", found.as_of)
        .with_word("until", found.until);
    let mut page = format!("{}\n", output::wrapped(&words.told(&title)));
    page.push_str(&table(found, words));
    page.push('\n');
    page.push_str(&output::wrapped(&season(found, words)));
    let rank = Message::new("page-shortlist-rank").with(
        "draws",
        Value::Count(u32::try_from(found.draws).unwrap_or(u32::MAX)),
    );
    page.push_str(&output::wrapped(&words.told(&rank)));
    for row in found.rows.iter().take(TOLD) {
        page.push('\n');
        page.push_str(&reasons(row, words));
    }
    page
}

fn table(found: &Shortlist, words: &Words) -> String {
    let cells = found.rows.iter().map(|row| {
        let mut cells = vec![
            row.place.to_string(),
            output::shortened(&row.name, NAME),
            words.number(row.expected_rank, 1),
            words.span(row.rank_q05, row.rank_q95),
            top_three(row, words),
        ];
        cells.extend(row.criteria.iter().map(|c| match c.basis {
            Basis::Nothing => "(?)".to_owned(),
            _ => words.number(c.value, 2),
        }));
        cells
    });
    let head = |id| words.told(&Message::new(id));
    let mut header = vec![
        String::new(),
        head("shortlist-item-head"),
        head("shortlist-rank"),
        head("shortlist-interval"),
        head("page-shortlist-top"),
    ];
    header.extend(ItemCriterion::ALL.map(|c| words.criterion_head(c)));
    let header: Vec<&str> = header.iter().map(String::as_str).collect();
    output::table(&header, &[0, 2, 3, 4, 5, 6, 7, 8, 9], cells.collect())
}

/// In whole per cents, so that the column is narrow.
fn top_three(row: &ItemRow, words: &Words) -> String {
    match row.top_three {
        share if share > 0.0 && share < 0.005 => format!("< {}", words.chance(0.01)),
        share => words.chance(share),
    }
}

fn season(found: &Shortlist, words: &Words) -> String {
    let why = found.opportunity_message.as_ref();
    let told = Message::new("page-shortlist-season")
        .with("open", Value::Chance(found.open))
        .with_word("because", if why.is_some() { "yes" } else { "no" })
        .with_word("why", why.map(|w| words.told(w)).unwrap_or_default())
        .with("closed", Value::Chance(found.closed));
    words.told(&told)
}

fn reasons(row: &ItemRow, words: &Words) -> String {
    let reason = |criterion: Option<_>| match criterion {
        Some(criterion) => words.criterion(criterion),
        None => words.told(&Message::new("page-shortlist-no-reason")),
    };
    let head = Message::new("page-shortlist-reasons")
        .with_word("place", row.place)
        .with_word("name", &row.name)
        .with_word("strongest", reason(row.strongest))
        .with_word("weakest", reason(row.weakest));
    let mut text = output::wrapped(&words.told(&head));
    for value in &row.criteria {
        let line = Message::new("shortlist-criterion")
            .with_word("criterion", words.criterion(value.criterion))
            .with("value", Value::Number(value.value, 2))
            .with("low", Value::Number(value.low, 2))
            .with("high", Value::Number(value.high, 2))
            .with_word("words", told(value, words));
        text.push_str(&output::wrapped(&format!("- {}", words.told(&line))));
    }
    if let Some(step) = &row.next_step {
        let next = Message::new("shortlist-step").with_word("step", step.trim_end_matches('.'));
        text.push_str(&output::wrapped(&format!("- {}", words.told(&next))));
    }
    text
}
