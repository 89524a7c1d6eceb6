//! What not to raise, and what is likely to arise all the same.

use entente_assessment::{Arising, ArisingReason, AvoidReason, Avoided, Likelihood, SideSection};
use entente_states::Ccode;

use super::{actor, constraint, name, of, yes_if};
use crate::brief::Brief;
use crate::document::Block;
use crate::sentence::Sentence;
use crate::words::{Named, say};

pub(crate) fn avoided(brief: &Brief<'_>) -> Vec<Block> {
    let Some((side, agenda)) = of(brief) else {
        return Vec::new();
    };
    let words = brief.words;
    let notes = &side.limit_notes;
    let mut blocks = Vec::new();
    if side.avoided.is_empty() {
        let none = Sentence::new(say!(words, "side-avoid-none"), notes);
        blocks.push(Block::Paragraph(vec![none]));
    } else {
        let told = side.avoided.iter();
        let told = told.map(|a| Sentence::about(name(brief, &a.item), item(a, brief), notes));
        blocks.push(Block::List(told.collect()));
    }
    let acts = agenda.map_or(&[][..], |a| &a.acts);
    let acts: Vec<Sentence> = (side.own_acts.iter())
        .filter_map(|place| acts.get(*place))
        .map(|act| {
            let text = say!(
                words,
                "side-act",
                day = words.date(act.date),
                text = act.text.trim_end_matches('.'),
                sources = brief.cite(&act.sources)
            );
            Sentence::new(text, &[])
        })
        .collect();
    if !acts.is_empty() {
        let lead = Sentence::new(say!(words, "side-acts-lead"), notes);
        blocks.push(Block::Paragraph(vec![lead]));
        blocks.push(Block::List(acts));
    }
    blocks
}

fn item(told: &Avoided, brief: &Brief<'_>) -> String {
    let words = brief.words;
    let no_room = told.reasons.iter().find_map(|r| match r {
        AvoidReason::NoRoom { constraints, .. } => Some(constraints),
        _ => None,
    });
    // A veto player that leaves no room is told there.
    let told_once = |r: &&AvoidReason| match r {
        AvoidReason::OwnVeto { constraint } => no_room.is_none_or(|c| !c.contains(constraint)),
        _ => true,
    };
    let reasons = told.reasons.iter().filter(told_once);
    let reasons: Vec<String> = reasons.map(|r| reason(r, brief)).collect();
    say!(
        words,
        "side-avoid",
        name = name(brief, &told.item),
        reasons = words.clauses(&reasons),
        raised = yes_if(!told.raised_by.is_empty()),
        parties = names(&told.raised_by, brief)
    )
}

fn reason(reason: &AvoidReason, brief: &Brief<'_>) -> String {
    let words = brief.words;
    let actors = |ids: &[String]| {
        let told = ids.iter().filter_map(|id| constraint(brief, id));
        let told: Vec<String> = told.map(|c| actor(c, brief)).collect();
        words.clauses(&told)
    };
    match reason {
        AvoidReason::NoRoom {
            room,
            against,
            constraints,
        } => say!(
            words,
            "side-avoid-room",
            room = words.share(*room),
            declared = yes_if(!against.is_empty()),
            parties = names(against, brief),
            opposed = yes_if(!constraints.is_empty()),
            actors = actors(constraints)
        ),
        AvoidReason::OwnVeto { constraint } => say!(
            words,
            "side-avoid-veto",
            actor = actors(std::slice::from_ref(constraint))
        ),
        AvoidReason::VotesOpposed { coincidence } => {
            say!(words, "side-avoid-votes", share = words.share(*coincidence))
        }
    }
}

fn names(parties: &[Ccode], brief: &Brief<'_>) -> Named {
    let named: Vec<Named> = parties.iter().map(|p| brief.state(*p)).collect();
    brief.words.names(&named)
}

pub(crate) fn arising(brief: &Brief<'_>) -> Vec<Block> {
    let Some((side, _)) = of(brief) else {
        return Vec::new();
    };
    let words = brief.words;
    let told = match side.arising.is_empty() {
        true => of_questions(side, brief),
        false => of_items(side, brief),
    };
    let notes = &side.arising_notes;
    if told.is_empty() {
        let none = Sentence::new(say!(words, "side-arising-none"), notes);
        return vec![Block::Paragraph(vec![none])];
    }
    let told = told.into_iter().map(|t| Sentence::new(t, notes));
    vec![Block::List(told.collect())]
}

/// A line for each likelihood and reason.
fn of_items(side: &SideSection, brief: &Brief<'_>) -> Vec<String> {
    let words = brief.words;
    let mut sorted: Vec<&Arising> = side.arising.iter().collect();
    sorted.sort_by_key(|a| (a.likelihood, order(a.because.as_ref())));
    let line = |group: &[&Arising]| {
        let first = group[0];
        let named = group.iter().map(|a| marked(a, side, brief));
        let named: Vec<String> = named.collect();
        let (why, parties): (&str, &[Ccode]) = match &first.because {
            Some(ArisingReason::BothHigh) => ("both", &[]),
            Some(ArisingReason::Dated { .. }) => ("dated", &[]),
            Some(ArisingReason::High { parties }) => ("high", parties),
            Some(ArisingReason::CouldMove) => ("could-move", &[]),
            None => ("none", &[]),
        };
        say!(
            words,
            "side-arising",
            likelihood = likelihood(first.likelihood),
            why = why,
            parties = names(parties, brief),
            items = words.clauses(&named)
        )
    };
    let alike = |a: &&Arising, b: &&Arising| {
        a.likelihood == b.likelihood && order(a.because.as_ref()) == order(b.because.as_ref())
    };
    sorted.chunk_by(alike).map(line).collect()
}

/// Where a reason stands among those of its likelihood; reasons at one place are told in one line.
fn order(because: Option<&ArisingReason>) -> (u8, &[Ccode]) {
    match because {
        Some(ArisingReason::BothHigh) => (0, &[]),
        Some(ArisingReason::Dated { .. }) => (1, &[]),
        Some(ArisingReason::High { parties }) => (2, parties),
        Some(ArisingReason::CouldMove) => (3, &[]),
        None => (4, &[]),
    }
}

/// An item's name, with its day if one brings it up, and a mark if it is not for us to raise.
fn marked(told: &Arising, side: &SideSection, brief: &Brief<'_>) -> String {
    let day = match &told.because {
        Some(ArisingReason::Dated { day }) => brief.words.date(*day),
        _ => String::new(),
    };
    say!(
        brief.words,
        "side-arising-item",
        name = name(brief, &told.item),
        dated = yes_if(!day.is_empty()),
        day = day,
        avoid = yes_if(side.avoided.iter().any(|a| a.item == told.item))
    )
}

fn of_questions(side: &SideSection, brief: &Brief<'_>) -> Vec<String> {
    let words = brief.words;
    let of = |wanted| {
        let symbols: Vec<&str> = (side.questions.iter())
            .filter(|q| q.likelihood == wanted)
            .filter_map(|q| q.symbol.as_deref())
            .collect();
        (!symbols.is_empty()).then(|| {
            say!(
                words,
                "side-arising-questions",
                likelihood = likelihood(wanted),
                symbols = words.clauses(&symbols)
            )
        })
    };
    [Likelihood::Sure, Likelihood::Possible]
        .into_iter()
        .filter_map(of)
        .collect()
}

fn likelihood(likelihood: Likelihood) -> &'static str {
    match likelihood {
        Likelihood::Sure => "sure",
        Likelihood::Possible => "possible",
        Likelihood::Unlikely => "unlikely",
    }
}
