//! The first lines of the bottom line of a side's brief.

use entente_assessment::{Aim, Likelihood, SideSection, Wish};

use super::theirs::tally;
use super::{name, of, yes_if};
use crate::brief::Brief;
use crate::sentence::Sentence;
use crate::words::say;

/// Points that are named of each kind.
const NAMED: usize = 3;

/// What to obtain, how far the others want the same, and what to leave; nothing in a joint brief.
pub(crate) fn sentences(brief: &Brief<'_>) -> Option<Vec<Sentence>> {
    let (side, _) = of(brief)?;
    if side.arising.is_empty() {
        return Some(vec![questions(side, brief)]);
    }
    let mut told = vec![objectives(side, brief)];
    let theirs: Vec<String> = side.theirs.iter().map(|t| tally(t, brief)).collect();
    told.push(Sentence::new(theirs.join(" "), &side.objective_notes));
    told.push(limits(side, brief));
    Some(told)
}

fn objectives(side: &SideSection, brief: &Brief<'_>) -> Sentence {
    let words = brief.words;
    let of = |aim| {
        let of_kind = side.objectives.iter().filter(move |o| o.aim == aim);
        let names: Vec<&str> = of_kind.take(NAMED).map(|o| name(brief, &o.item)).collect();
        names
    };
    let (obtain, prepare) = (of(Aim::Obtain), of(Aim::Prepare));
    let text = match obtain.is_empty() && prepare.is_empty() {
        true => say!(
            words,
            "side-objectives-none",
            state = brief.state(side.party.ccode)
        ),
        false => say!(
            words,
            "side-bottom-objectives",
            state = brief.state(side.party.ccode),
            some = yes_if(!obtain.is_empty()),
            obtain = words.clauses(&obtain),
            more = yes_if(!prepare.is_empty()),
            prepare = words.clauses(&prepare)
        ),
    };
    Sentence::new(text, &side.objective_notes)
}

fn questions(side: &SideSection, brief: &Brief<'_>) -> Sentence {
    let count = |wish| side.questions.iter().filter(|q| q.wish == wish).count();
    let text = say!(
        brief.words,
        "side-bottom-questions",
        state = brief.state(side.party.ccode),
        them = count(Wish::Them),
        both = count(Wish::Nobody),
        us = count(Wish::Us)
    );
    Sentence::new(text, &side.objective_notes)
}

/// What not to raise, and what of it is sure to arise.
fn limits(side: &SideSection, brief: &Brief<'_>) -> Sentence {
    let words = brief.words;
    let sure = |item: &str| {
        let mut arising = side.arising.iter();
        arising.any(|a| a.item == item && a.likelihood == Likelihood::Sure)
    };
    let (coming, quiet): (Vec<&str>, Vec<&str>) = (side.avoided.iter())
        .map(|a| a.item.as_str())
        .partition(|item| sure(item));
    let named = |items: &[&str]| {
        let names: Vec<&str> = items.iter().map(|item| name(brief, item)).collect();
        words.clauses(&names)
    };
    let mut notes = side.limit_notes.clone();
    notes.extend(&side.arising_notes);
    let text = match (coming.is_empty(), quiet.is_empty()) {
        (true, true) => say!(words, "side-avoid-none"),
        _ => say!(
            words,
            "side-bottom-limits",
            some = yes_if(!quiet.is_empty()),
            quiet = named(&quiet),
            more = yes_if(!coming.is_empty()),
            coming = named(&coming)
        ),
    };
    Sentence::new(text, &notes)
}
