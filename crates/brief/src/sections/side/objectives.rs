//! What to obtain.

use entente_assessment::{Aim, ItemCriterion, Objective, SideSection, VoteQuestion, Wish};

use super::{name, of, position, priority, row, yes_if};
use crate::brief::Brief;
use crate::document::Block;
use crate::sections::questions::vote;
use crate::sentence::Sentence;
use crate::words::say;

pub(crate) fn blocks(brief: &Brief<'_>) -> Vec<Block> {
    let Some((side, agenda)) = of(brief) else {
        return Vec::new();
    };
    let words = brief.words;
    let state = brief.state(side.party.ccode);
    let shortlist = agenda.and_then(|a| a.shortlist.as_ref());
    let Some(found) = shortlist else {
        return questions(side, brief);
    };
    let lead = match side.objectives.is_empty() {
        true => say!(words, "side-objectives-none", state = state),
        false => say!(
            words,
            "side-objectives-lead",
            state = state,
            until = words.date(found.until)
        ),
    };
    let lead = Sentence::new(lead, &side.objective_notes);
    let told = side.objectives.iter();
    let told: Vec<Sentence> = told
        .map(|o| {
            let text = objective(o, found.rows.len(), brief);
            Sentence::about(name(brief, &o.item), text, &[])
        })
        .collect();
    let mut blocks = vec![Block::Paragraph(vec![lead])];
    if !told.is_empty() {
        blocks.push(Block::Numbered(told));
    }
    blocks
}

fn objective(told: &Objective, of: usize, brief: &Brief<'_>) -> String {
    let words = brief.words;
    let row = row(brief, &told.item);
    let step = row.and_then(|r| r.next_step.as_deref()).unwrap_or_default();
    let carrier = row.and_then(|r| r.by(ItemCriterion::Carrier));
    let said: Vec<String> = (told.priority.iter().map(|p| priority(p, brief)))
        .chain(told.position.iter().map(|p| position(p, brief)))
        .collect();
    say!(
        words,
        "side-objective",
        name = name(brief, &told.item),
        aim = match told.aim {
            Aim::Obtain => "obtain",
            Aim::Prepare => "prepare",
        },
        stepped = yes_if(!step.is_empty()),
        step = step.trim_end_matches('.'),
        carried = yes_if(carrier.is_some()),
        carrier = carrier.map(|c| words.told(&c.message)).unwrap_or_default(),
        said = yes_if(!said.is_empty()),
        words = words.clauses(&said),
        place = told.place.to_string(),
        of = of,
        low = told.rank_q05.to_string(),
        high = told.rank_q95.to_string(),
        chance = words.chance(told.top_three)
    )
}

/// Without agenda items: what to ask for in votes, and what to build on.
fn questions(side: &SideSection, brief: &Brief<'_>) -> Vec<Block> {
    let words = brief.words;
    let mut blocks = Vec::new();
    for (wish, some, none) in [
        (
            Wish::Them,
            "side-questions-them",
            "side-questions-them-none",
        ),
        (
            Wish::Nobody,
            "side-questions-both",
            "side-questions-both-none",
        ),
    ] {
        let told = listed(side, wish, brief);
        let lead = if told.is_empty() { none } else { some };
        blocks.push(Block::Paragraph(vec![Sentence::new(
            say!(words, lead),
            &side.objective_notes,
        )]));
        if !told.is_empty() {
            blocks.push(Block::List(told));
        }
    }
    blocks
}

/// The questions of one kind.
pub(super) fn listed(side: &SideSection, wish: Wish, brief: &Brief<'_>) -> Vec<Sentence> {
    let of_kind = side.questions.iter().filter(|q| q.wish == wish);
    of_kind
        .map(|q| Sentence::new(question(q, brief), &[]))
        .collect()
}

fn question(told: &VoteQuestion, brief: &Brief<'_>) -> String {
    let words = brief.words;
    say!(
        words,
        "side-question",
        symbol = told.symbol.as_deref().unwrap_or("–"),
        title = &told.title,
        state = brief.name(told.party),
        theirs = vote(told.theirs, words),
        ours = vote(told.ours, words),
        returns = words.chance(told.returns)
    )
}
