//! What binds the parties.

use entente_assessment::{Obligations, PairTies};

use super::note;
use crate::brief::Brief;
use crate::document::Block;
use crate::sentence::Sentence;
use crate::words::{Words, say};

pub(crate) fn blocks(brief: &Brief<'_>) -> Vec<Block> {
    let words = brief.words;
    let section = &brief.assessment.ties;
    let mut blocks = Vec::new();
    for pair in &section.pairs {
        if brief.several_pairs() {
            blocks.push(Block::Subheading(brief.heading(&pair.pair)));
        }
        let mut lines = vec![Sentence::new(
            organisations(pair, brief),
            note(&section.notes, 0),
        )];
        lines.extend(
            pacts(pair, brief)
                .into_iter()
                .map(|text| Sentence::new(text, note(&section.notes, 1))),
        );
        lines.push(Sentence::new(place(pair, words), note(&section.notes, 2)));
        blocks.push(Block::List(lines));
    }
    let bodies: Vec<String> = section
        .bodies
        .iter()
        .map(|b| {
            let name = words.pick(&b.name, &b.name_es, &b.name_fr);
            format!("{name} ({})", b.id)
        })
        .collect();
    let text = match bodies.as_slice() {
        [] => say!(words, "ties-no-bodies"),
        bodies => say!(words, "ties-bodies", bodies = bodies.join(", ")),
    };
    blocks.push(Block::Paragraph(vec![Sentence::new(
        text,
        note(&section.notes, 3),
    )]));
    blocks
}

fn organisations(pair: &PairTies, brief: &Brief<'_>) -> String {
    let words = brief.words;
    let (Some(year), Some(count)) = (pair.igo_year, pair.joint_igos) else {
        return say!(words, "ties-igos-none");
    };
    let (first, second) = (pair.pair.ccode1, pair.pair.ccode2);
    let rank = |rank: Option<u32>, of, partner| {
        rank.map(|rank| {
            say!(
                words,
                "ties-igos-rank",
                partner = brief.state(partner),
                rank = rank,
                of = brief.state(of)
            )
        })
    };
    let ranks: Vec<String> = [
        rank(pair.rank_for_1, first, second),
        rank(pair.rank_for_2, second, first),
    ]
    .into_iter()
    .flatten()
    .collect();
    let count = u32::from(count);
    if ranks.is_empty() {
        say!(words, "ties-igos", count = count, year = year)
    } else {
        say!(
            words,
            "ties-igos-ranks",
            count = count,
            year = year,
            ranks = words.listed(&ranks)
        )
    }
}

fn pacts(pair: &PairTies, brief: &Brief<'_>) -> Vec<String> {
    let words = brief.words;
    let Some(year) = pair.alliance_year else {
        return vec![say!(words, "ties-pacts-never")];
    };
    if pair.alliances.is_empty() {
        return vec![say!(words, "ties-pacts-none", year = year)];
    }
    let (mutual, single): (Vec<&Obligations>, Vec<&Obligations>) =
        pair.alliances.iter().partition(|o| {
            pair.alliances
                .iter()
                .any(|p| (p.from, p.to, p.since) == (o.to, o.from, o.since) && p.kinds == o.kinds)
        });
    let kinds = |o: &Obligations| {
        let kinds: Vec<String> = o.kinds.iter().map(|k| obligation(k, words)).collect();
        words.listed(&kinds)
    };
    let mut lines: Vec<String> = mutual
        .iter()
        .filter(|o| o.from == pair.pair.ccode1)
        .map(|o| {
            say!(
                words,
                "ties-pacts-mutual",
                kinds = kinds(o),
                year = year,
                since = o.since
            )
        })
        .collect();
    lines.extend(single.iter().map(|o| {
        say!(
            words,
            "ties-pacts-single",
            from = brief.state(o.from),
            to = brief.state(o.to),
            kinds = kinds(o),
            year = year,
            since = o.since
        )
    }));
    lines
}

/// A kind of obligation in the language.
fn obligation(kind: &str, words: &Words) -> String {
    match kind {
        "defence" => say!(words, "pact-defence"),
        "offence" => say!(words, "pact-offence"),
        "neutrality" => say!(words, "pact-neutrality"),
        "nonaggression" => say!(words, "pact-nonaggression"),
        "consultation" => say!(words, "pact-consultation"),
        other => other.to_owned(),
    }
}

fn place(pair: &PairTies, words: &Words) -> String {
    let contiguity = match pair.contiguity {
        Some(1) => say!(words, "contiguous-land"),
        Some(code) => say!(
            words,
            "contiguous-water",
            miles = match code {
                2 => "12",
                3 => "24",
                4 => "150",
                _ => "400",
            }
        ),
        None => say!(words, "contiguous-not"),
    };
    let distance = match (pair.distance_km, pair.distance_year) {
        (Some(km), Some(year)) if km <= 0.0 => say!(words, "distance-touching", year = year),
        (Some(km), Some(year)) => {
            say!(words, "distance-km", km = words.whole(km), year = year)
        }
        _ => say!(words, "distance-none"),
    };
    say!(
        words,
        "ties-place",
        contiguity = contiguity,
        distance = distance
    )
}
