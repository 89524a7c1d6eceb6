//! What the others will want, and how far it coincides with what we want.

use entente_assessment::{Common, SideSection, TheirObjective, Theirs, Wish};

use super::objectives::listed;
use super::{name, of, yes_if};
use crate::brief::Brief;
use crate::document::Block;
use crate::sentence::Sentence;
use crate::words::say;

/// From what is shared to what is not known.
pub(super) const KINDS: [Common; 4] = [
    Common::Shared,
    Common::Compatible,
    Common::AtOdds,
    Common::Unknown,
];

pub(crate) fn blocks(brief: &Brief<'_>) -> Vec<Block> {
    let Some((side, _)) = of(brief) else {
        return Vec::new();
    };
    let words = brief.words;
    if side.arising.is_empty() {
        let told = listed(side, Wish::Us, brief);
        let lead = match told.is_empty() {
            true => say!(words, "side-questions-us-none"),
            false => say!(words, "side-questions-us"),
        };
        let lead = Sentence::new(lead, &side.objective_notes);
        let lead = Block::Paragraph(vec![lead]);
        return match told.is_empty() {
            true => vec![lead],
            false => vec![lead, Block::List(told)],
        };
    }
    let mut blocks = Vec::new();
    for theirs in &side.theirs {
        let lead = Sentence::new(tally(theirs, brief), &side.objective_notes);
        blocks.push(Block::Paragraph(vec![lead]));
        for kind in KINDS {
            let of_kind = theirs.objectives.iter().filter(|o| o.common == kind);
            let told = of_kind.map(|o| {
                let text = objective(o, side, brief);
                Sentence::about(name(brief, &o.item), text, &[])
            });
            let told: Vec<Sentence> = told.collect();
            if !told.is_empty() {
                let head = say!(brief.words, "side-theirs-kind", common = common(kind));
                blocks.push(Block::Subheading(head));
                blocks.push(Block::List(told));
            }
        }
    }
    blocks
}

/// "Of 14 items that the United States put high, 6 are shared…".
pub(super) fn tally(theirs: &Theirs, brief: &Brief<'_>) -> String {
    let words = brief.words;
    let counts = KINDS.into_iter().filter_map(|kind| {
        let of_kind = theirs.objectives.iter().filter(|o| o.common == kind);
        let count = of_kind.count();
        (count > 0).then(|| {
            say!(
                words,
                "side-theirs-count",
                count = count,
                common = common(kind)
            )
        })
    });
    let counts: Vec<String> = counts.collect();
    say!(
        words,
        "side-theirs-tally",
        state = brief.state(theirs.party),
        all = theirs.objectives.len(),
        counts = words.listed(&counts)
    )
}

fn objective(told: &TheirObjective, side: &SideSection, brief: &Brief<'_>) -> String {
    let priority = told.priority.as_ref();
    say!(
        brief.words,
        "side-their-objective",
        name = name(brief, &told.item),
        level = priority.map_or_else(String::new, |p| p.level.to_string()),
        words = priority.map_or("", |p| p.words.trim_end_matches('.')),
        sources = priority.map(|p| brief.cite(&p.sources)).unwrap_or_default(),
        avoid = yes_if(side.avoided.iter().any(|a| a.item == told.item))
    )
}

fn common(common: Common) -> &'static str {
    match common {
        Common::Shared => "shared",
        Common::Compatible => "compatible",
        Common::AtOdds => "at-odds",
        Common::Unknown => "unknown",
    }
}
