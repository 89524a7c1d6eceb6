//! What each party has, and how unequal they are.

use entente_assessment::{PairPower, StatePower};

use crate::brief::Brief;
use crate::document::{Block, Cell, Column, Table};
use crate::sentence::Sentence;
use crate::words::say;

pub(crate) fn blocks(brief: &Brief<'_>) -> Vec<Block> {
    let section = &brief.assessment.power;
    let notes = &section.notes;
    if section.states.iter().all(|s| s.year.is_none()) {
        let text = say!(brief.words, "power-none", date = brief.as_of());
        return vec![Block::Paragraph(vec![Sentence::new(text, notes)])];
    }
    let ratios = section
        .pairs
        .iter()
        .map(|p| Sentence::new(asymmetry(p, brief), notes))
        .collect();
    vec![Block::List(ratios), Block::Table(table(brief))]
}

fn asymmetry(pair: &PairPower, brief: &Brief<'_>) -> String {
    let words = brief.words;
    let (Some(year), Some(stronger), Some(now)) = (pair.year, pair.stronger, pair.ratio) else {
        return say!(words, "power-no-ratio", pair = brief.heading(&pair.pair));
    };
    let weaker = if stronger == pair.pair.ccode1 {
        pair.pair.ccode2
    } else {
        pair.pair.ccode1
    };
    let (stronger, weaker) = (brief.name(stronger), brief.name(weaker));
    let now = words.ratio(now);
    match pair.ratio_ten_years_before {
        Some(before) => say!(
            words,
            "power-ratio",
            stronger = stronger,
            weaker = weaker,
            ratio = now,
            year = year,
            before = words.ratio(before)
        ),
        None => say!(
            words,
            "power-ratio-now",
            stronger = stronger,
            weaker = weaker,
            ratio = now,
            year = year
        ),
    }
}

fn table(brief: &Brief<'_>) -> Table {
    let words = brief.words;
    let section = &brief.assessment.power;
    let row = |s: &StatePower| {
        let or_missing =
            |figure: Option<String>| Cell::or_missing(figure, say!(words, "no-record"));
        vec![
            Cell::new(brief.name(s.ccode)),
            or_missing(s.year.map(|y| y.to_string())),
            or_missing(s.cinc.map(|c| words.percent(c))),
            or_missing(s.cinc_ten_years_before.map(|c| words.percent(c))),
            or_missing(s.military_expenditure.map(|d| words.dollars(d))),
            or_missing(s.military_personnel.map(|p| words.persons(p))),
            or_missing(s.population.map(|p| words.persons(p))),
        ]
    };
    let military = say!(words, "power-military");
    let columns = vec![
        Column::words(say!(words, "column-state")),
        Column::number(say!(words, "column-year")),
        Column::number(say!(words, "power-share")).under("CINC"),
        Column::number(say!(words, "power-earlier")).under("CINC"),
        Column::number(say!(words, "power-budget")).under(&military),
        Column::number(say!(words, "power-personnel")).under(&military),
        Column::number(say!(words, "power-people")),
    ];
    Table {
        caption: say!(words, "power-caption"),
        notes: section.notes.clone(),
        columns,
        rows: section.states.iter().map(row).collect(),
    }
}
