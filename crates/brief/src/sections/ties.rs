//! What binds the parties.

use entente_assessment::{Assessment, Obligations, PairTies};

use super::note;
use crate::document::Block;
use crate::names::Names;
use crate::numbers::{counted, ordinal, whole};
use crate::sentence::{Sentence, capital, listed};

pub(crate) fn blocks(assessment: &Assessment, names: &Names<'_>) -> Vec<Block> {
    let section = &assessment.ties;
    let mut blocks = Vec::new();
    for pair in &section.pairs {
        if names.several_pairs() {
            blocks.push(Block::Subheading(names.pair(&pair.pair)));
        }
        let mut lines = vec![organisations(pair, names, note(&section.notes, 0))];
        lines.extend(pacts(pair, names, note(&section.notes, 1)));
        lines.push(place(pair, note(&section.notes, 2)));
        blocks.push(Block::List(lines));
    }
    let bodies: Vec<String> = section
        .bodies
        .iter()
        .map(|b| format!("{} ({})", b.name, b.id))
        .collect();
    let words = match bodies.as_slice() {
        [] => "No body of which all parties are members is on the list.".to_owned(),
        bodies => format!(
            "Bodies of which all parties are members on the date: {}.",
            bodies.join(", ")
        ),
    };
    blocks.push(Block::Paragraph(vec![Sentence::new(
        words,
        note(&section.notes, 3),
    )]));
    blocks
}

fn organisations(pair: &PairTies, names: &Names<'_>, notes: &[usize]) -> Sentence {
    let words = match (pair.igo_year, pair.joint_igos) {
        (Some(year), Some(count)) => {
            let rank = |rank: Option<u32>, of, partner| {
                rank.map(|r| {
                    format!(
                        "{} is {} among the partners of {}",
                        names.the(partner),
                        ordinal(r),
                        names.the(of)
                    )
                })
            };
            let (a, b) = (pair.pair.ccode1, pair.pair.ccode2);
            let ranks: Vec<String> = [rank(pair.rank_for_1, a, b), rank(pair.rank_for_2, b, a)]
                .into_iter()
                .flatten()
                .collect();
            let ranks = if ranks.is_empty() {
                String::new()
            } else {
                format!("; {}", listed(&ranks))
            };
            let count = counted(count.into(), "intergovernmental organisation");
            format!("Joint members of {count} in {year}{ranks}.")
        }
        _ => "Joint memberships of intergovernmental organisations: no record by the date."
            .to_owned(),
    };
    Sentence::new(words, notes)
}

fn pacts(pair: &PairTies, names: &Names<'_>, notes: &[usize]) -> Vec<Sentence> {
    let Some(year) = pair.alliance_year else {
        return vec![Sentence::new(
            "Alliance obligations: no record by the date.",
            notes,
        )];
    };
    if pair.alliances.is_empty() {
        return vec![Sentence::new(
            format!("Alliance obligations between the two: none in force in {year}."),
            notes,
        )];
    }
    let (mutual, single): (Vec<&Obligations>, Vec<&Obligations>) =
        pair.alliances.iter().partition(|o| {
            pair.alliances
                .iter()
                .any(|p| (p.from, p.to, p.since) == (o.to, o.from, o.since) && p.kinds == o.kinds)
        });
    let terms = |o: &Obligations| {
        format!(
            "{} (in force in {year}, terms since {})",
            listed(&o.kinds),
            o.since
        )
    };
    let mut lines: Vec<String> = mutual
        .iter()
        .filter(|o| o.from == pair.pair.ccode1)
        .map(|o| format!("each bound to the other: {}", terms(o)))
        .collect();
    lines.extend(single.iter().map(|o| {
        format!(
            "{} bound to {}: {}",
            names.the(o.from),
            names.the(o.to),
            terms(o)
        )
    }));
    lines
        .into_iter()
        .map(|words| Sentence::new(format!("Alliance obligations, {words}."), notes))
        .collect()
}

fn place(pair: &PairTies, notes: &[usize]) -> Sentence {
    let miles = |n| format!("contiguous across up to {n} miles of water");
    let contiguity = match pair.contiguity {
        Some(1) => "contiguous by land or river".to_owned(),
        Some(2) => miles(12),
        Some(3) => miles(24),
        Some(4) => miles(150),
        Some(_) => miles(400),
        None => "no contiguity on record, by land or across up to 400 miles of water".to_owned(),
    };
    let distance = match (pair.distance_km, pair.distance_year) {
        (Some(km), Some(year)) if km <= 0.0 => format!("borders touching ({year})"),
        (Some(km), Some(year)) => format!("{} km at the nearest ({year})", whole(km)),
        _ => "distance: no record".to_owned(),
    };
    Sentence::new(format!("{}; {distance}.", capital(&contiguity)), notes)
}
