//! Missions, trade, organisations and speeches between the parties.

use entente_assessment::{Mission, Naming, OrganisationsToday, PairBetween, PartnerShare};
use entente_evidence::TradeFlow;

use crate::brief::Brief;
use crate::document::Block;
use crate::sentence::Sentence;
use crate::words::say;

pub(crate) fn blocks(brief: &Brief<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for pair in &brief.assessment.between.pairs {
        let lines = of_pair(pair, brief);
        if lines.is_empty() {
            continue;
        }
        if brief.several_pairs() {
            blocks.push(Block::Subheading(brief.heading(&pair.pair)));
        }
        blocks.push(Block::List(lines));
    }
    blocks
}

fn of_pair(pair: &PairBetween, brief: &Brief<'_>) -> Vec<Sentence> {
    let notes = &brief.assessment.between.notes;
    let mut lines: Vec<Sentence> = Vec::new();
    let mut tell = |text: String, note: Option<usize>| {
        lines.push(Sentence::new(text, note.as_slice()));
    };
    for mission in &pair.missions {
        tell(of_mission(mission, brief), notes.missions);
    }
    for share in &pair.trade {
        tell(of_share(share, brief), notes.trade);
    }
    if let Some(organisations) = &pair.organisations {
        tell(of_organisations(organisations, brief), notes.organisations);
    }
    for naming in &pair.namings {
        tell(of_naming(naming, brief), notes.speeches);
    }
    lines
}

fn of_mission(mission: &Mission, brief: &Brief<'_>) -> String {
    let words = brief.words;
    let day = mission.since.and_then(|since| since.day());
    say!(
        words,
        "between-mission",
        of = brief.state(mission.of),
        in_state = brief.state(mission.in_state),
        chief = &mission.chief,
        since = match day {
            Some(_) => "known",
            None => "unknown",
        },
        day = day.map(|d| words.date(d)).unwrap_or_default(),
        told = match mission.record_ends {
            Some(_) => "ended",
            None => "now",
        },
        ends = mission
            .record_ends
            .map(|d| words.date(d))
            .unwrap_or_default()
    )
}

fn of_share(share: &PartnerShare, brief: &Brief<'_>) -> String {
    let words = brief.words;
    say!(
        words,
        "between-share",
        of = brief.state(share.of),
        partner = brief.state(share.partner),
        flow = match share.flow {
            TradeFlow::Export => "exports",
            TradeFlow::Import => "imports",
        },
        named = match share.share {
            Some(_) => "yes",
            None => "no",
        },
        // Whole per cents since 2021, tenths before.
        share = match share.share {
            Some(whole) if whole.fract() == 0.0 => words.chance(whole / 100.0),
            Some(tenths) => words.percent(tenths / 100.0),
            None => String::new(),
        },
        dated = match share.year {
            Some(_) => "yes",
            None => "no",
        },
        year = share.year.map(|y| y.to_string()).unwrap_or_default()
    )
}

fn of_organisations(organisations: &OrganisationsToday, brief: &Brief<'_>) -> String {
    let words = brief.words;
    say!(
        words,
        "between-organisations",
        count = organisations.both.len(),
        day = words.date(organisations.read)
    )
}

fn of_naming(naming: &Naming, brief: &Brief<'_>) -> String {
    let words = brief.words;
    let [first, last] = naming.years;
    say!(
        words,
        "between-naming",
        by = brief.state(naming.by),
        named = brief.state(naming.named),
        years = words.span(first, last),
        times = naming.times,
        spoke = naming.spoke,
        ranked = match naming.rank {
            Some(_) => "yes",
            None => "no",
        },
        rank = naming.rank.unwrap_or(0)
    )
}
