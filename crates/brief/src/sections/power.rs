//! What each party has, and how unequal they are.

use entente_assessment::{Assessment, PairPower, StatePower};

use crate::dates;
use crate::document::{Block, Cell, Column, Table};
use crate::names::Names;
use crate::numbers::{NO_RECORD, dollars, percent, persons, ratio};
use crate::sentence::Sentence;

pub(crate) fn blocks(assessment: &Assessment, names: &Names<'_>) -> Vec<Block> {
    let section = &assessment.power;
    let notes = &section.notes;
    if section.states.iter().all(|s| s.year.is_none()) {
        let words = format!(
            "No capabilities of the parties are on record by {}.",
            dates::long(assessment.as_of)
        );
        return vec![Block::Paragraph(vec![Sentence::new(words, notes)])];
    }
    let ratios = section
        .pairs
        .iter()
        .map(|p| Sentence::new(asymmetry(p, names), notes))
        .collect();
    vec![
        Block::List(ratios),
        Block::Table(table(&section.states, names, notes)),
    ]
}

fn asymmetry(pair: &PairPower, names: &Names<'_>) -> String {
    let (Some(year), Some(stronger), Some(now)) = (pair.year, pair.stronger, pair.ratio) else {
        return format!(
            "{}: no ratio, for want of a year in which both are on record.",
            names.pair(&pair.pair)
        );
    };
    let weaker = if stronger == pair.pair.ccode1 {
        pair.pair.ccode2
    } else {
        pair.pair.ccode1
    };
    let before = match pair.ratio_ten_years_before {
        Some(before) => format!("{} ten years before", ratio(before)),
        None => format!("ten years before, {NO_RECORD}"),
    };
    format!(
        "{} to {}: {} in {year} by CINC; {before}.",
        names.plain(stronger),
        names.plain(weaker),
        ratio(now)
    )
}

fn table(states: &[StatePower], names: &Names<'_>, notes: &[usize]) -> Table {
    let row = |s: &StatePower| {
        let or_missing = |figure: Option<String>| Cell::or_missing(figure, NO_RECORD);
        vec![
            Cell::new(names.plain(s.ccode)),
            or_missing(s.year.map(|y| y.to_string())),
            or_missing(s.cinc.map(percent)),
            or_missing(s.cinc_ten_years_before.map(percent)),
            or_missing(s.military_expenditure.map(dollars)),
            or_missing(s.military_personnel.map(persons)),
            or_missing(s.population.map(persons)),
        ]
    };
    let mut columns = vec![Column::words("State"), Column::number("year")];
    columns.extend(["share", "ten yrs earlier"].map(|head| Column::number(head).under("CINC")));
    columns.extend(["budget, $", "personnel"].map(|head| Column::number(head).under("military")));
    columns.push(Column::number("people"));
    Table {
        caption: "Material capabilities in the last year on record: share of the world's (CINC), military \
                  expenditure in current US dollars, military personnel, population (k thousand, m million, \
                  bn billion)"
            .to_owned(),
        notes: notes.to_vec(),
        columns,
        rows: states.iter().map(row).collect(),
    }
}
