//! Capabilities and their components.

use std::collections::{BTreeMap, BTreeSet};

use entente_evidence::{Capability, EvidenceError};
use entente_states::Ccode;

use super::{Asked, Cell, Formula, Parts, Worked, WorkedTable, code};
use crate::note::{Message, Value};
use crate::parties::Pair;
use crate::power::{PairPower, capabilities};

/// Singer, Bremer and Stuckey (1972).
const CINC: Formula = Formula {
    id: "formula-cinc",
    text: "(milex + milper + irst + pec + tpop + upop) / 6",
};

const RATIO: Formula = Formula {
    id: "formula-ratio",
    text: "x / y",
};

type Component = (&'static str, fn(&Capability) -> Option<f64>);

const COMPONENTS: [Component; 6] = [
    ("milex", |c| c.milex),
    ("milper", |c| c.milper),
    ("irst", |c| c.irst),
    ("pec", |c| c.pec),
    ("tpop", |c| c.tpop),
    ("upop", |c| c.upop),
];

/// Every component of the years that the figures are of, with its share of the world's.
pub(super) fn of(asked: &Asked<'_, '_>) -> Result<Parts, EvidenceError> {
    let section = &asked.assessment.power;
    let rows = capabilities(&asked.assessment.parties, asked.as_of)?;
    let mut years: BTreeSet<(Ccode, u16)> = BTreeSet::new();
    for state in &section.states {
        years.extend(state.year.map(|y| (state.ccode, y)));
    }
    for pair in &section.pairs {
        for state in [pair.pair.ccode1, pair.pair.ccode2] {
            years.extend(pair.year.map(|y| (state, y)));
        }
    }
    let before: Vec<(Ccode, u16)> = years
        .iter()
        .map(|(s, y)| (*s, y.saturating_sub(10)))
        .collect();
    years.extend(before);
    let wanted = |c: &&Capability| years.contains(&(c.ccode, c.year));
    let used: Vec<&Capability> = rows.iter().filter(wanted).collect();
    let mut totals: BTreeMap<u16, [f64; 6]> = BTreeMap::new();
    let of_years: BTreeSet<u16> = used.iter().map(|c| c.year).collect();
    for row in asked
        .as_of
        .select::<Capability>(|c| of_years.contains(&c.year))?
    {
        let sums = totals.entry(row.year).or_default();
        for (sum, (_, component)) in sums.iter_mut().zip(COMPONENTS) {
            *sum += component(&row).unwrap_or(0.0);
        }
    }
    let mut parts = Parts::default();
    for pair in &section.pairs {
        parts.formulas.extend(ratios(pair, &rows));
    }
    let mut components = Vec::new();
    let mut published = Vec::new();
    for row in used {
        let world = totals.get(&row.year).copied().unwrap_or_default();
        parts.formulas.extend(mean_share(row, &world));
        let own = COMPONENTS.iter().zip(world);
        components.extend(own.map(|((name, component), total)| {
            let value = component(row);
            vec![
                Cell::text(code(row.ccode)),
                Cell::Whole(row.year.into()),
                Cell::Term(name),
                Cell::maybe(value, |v| Cell::Number(v, 0)),
                Cell::Number(total, 0),
                Cell::maybe(value.filter(|_| total > 0.0), |v| {
                    Cell::Number(v / total, 4)
                }),
            ]
        }));
        published.push(vec![
            Cell::text(code(row.ccode)),
            Cell::Whole(row.year.into()),
            Cell::maybe(row.cinc, |c| Cell::Number(c, 6)),
        ]);
    }
    let title = Message::new("rows-components");
    let columns = ["iso3", "year", "component", "value", "world", "share"];
    parts
        .tables
        .push(WorkedTable::new("components", title, &columns).rows(components));
    let title = Message::new("rows-cinc");
    let columns = ["iso3", "year", "cinc"];
    parts
        .tables
        .push(WorkedTable::new("cinc", title, &columns).rows(published));
    Ok(parts)
}

/// The mean of the shares, where all six are on record.
fn mean_share(row: &Capability, world: &[f64; 6]) -> Option<Worked> {
    let shares = COMPONENTS
        .iter()
        .zip(world)
        .map(|((name, component), total)| {
            let share = component(row).filter(|_| *total > 0.0)? / total;
            Some((*name, share))
        });
    let terms: Vec<(&'static str, f64)> = shares.collect::<Option<_>>()?;
    Some(Worked {
        what: Message::new("worked-state-year")
            .with("state", Value::State(row.ccode))
            .with_word("year", row.year),
        formula: CINC,
        result: terms.iter().map(|(_, share)| share).sum::<f64>() / 6.0,
        terms,
    })
}

/// The ratio of the last year in which both are on record, and of ten years before.
fn ratios(pair: &PairPower, rows: &[Capability]) -> Vec<Worked> {
    let cinc = |state: Ccode, year: u16| {
        let row = rows.iter().find(|c| c.ccode == state && c.year == year);
        row.and_then(|c| c.cinc)
    };
    let (Some(year), Some(stronger)) = (pair.year, pair.stronger) else {
        return Vec::new();
    };
    let weaker = other(&pair.pair, stronger);
    let figures = [
        (year, pair.ratio),
        (year.saturating_sub(10), pair.ratio_ten_years_before),
    ];
    let worked = figures.into_iter().filter_map(|(year, ratio)| {
        Some(Worked {
            what: Message::new("worked-pair-year")
                .with("pair", Value::States(vec![stronger, weaker]))
                .with_word("year", year),
            formula: RATIO,
            terms: vec![("x", cinc(stronger, year)?), ("y", cinc(weaker, year)?)],
            result: ratio?,
        })
    });
    worked.collect()
}

fn other(pair: &Pair, state: Ccode) -> Ccode {
    match state == pair.ccode1 {
        true => pair.ccode2,
        false => pair.ccode1,
    }
}
