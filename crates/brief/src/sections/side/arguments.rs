//! Arguments to use, each with what it rests on and where it is weak.

use entente_assessment::{
    Argument, ArgumentWeakness, Case, CaseWeakness, PartyFigures, Reason, VoteOnItem, Window,
};

use super::{circumstance, constraint, numbered, of, yes_if};
use crate::brief::Brief;
use crate::document::Block;
use crate::sections::coincidence::issue_in_prose;
use crate::sections::questions::vote;
use crate::sentence::{Sentence, capital};
use crate::words::say;

pub(crate) fn blocks(brief: &Brief<'_>) -> Vec<Block> {
    let Some((side, _)) = of(brief) else {
        return Vec::new();
    };
    let words = brief.words;
    let lead = say!(words, "side-arguments-lead");
    let lead = Sentence::new(lead, &side.argument_notes);
    let mut blocks = vec![Block::Paragraph(vec![lead])];
    for case in &side.cases {
        let told = case_told(case, brief);
        if !told.is_empty() {
            blocks.push(Block::Subheading(match &case.item {
                Some(item) => numbered(brief, side, item),
                None => say!(words, "side-arguments-general"),
            }));
            blocks.push(Block::List(told));
        }
    }
    blocks
}

fn case_told(case: &Case, brief: &Brief<'_>) -> Vec<Sentence> {
    let words = brief.words;
    let mut told: Vec<String> = (case.arguments.iter())
        .map(|argument| argument_told(argument, brief))
        .collect();
    let weak: Vec<String> = (case.weaknesses.iter())
        .map(|weakness| case_weakness(weakness, brief))
        .collect();
    if !weak.is_empty() {
        told.push(say!(
            words,
            "side-case-weak",
            count = weak.len(),
            points = words.clauses(&weak)
        ));
    }
    told.into_iter().map(|t| Sentence::new(t, &[])).collect()
}

fn argument_told(argument: &Argument, brief: &Brief<'_>) -> String {
    let weakness = argument.weakness.as_ref().map(|w| weakness(w, brief));
    say!(
        brief.words,
        "side-argument",
        words = reason(&argument.reason, brief),
        weak = yes_if(weakness.is_some()),
        weakness = weakness.unwrap_or_default()
    )
}

fn reason(reason: &Reason, brief: &Brief<'_>) -> String {
    let words = brief.words;
    match reason {
        Reason::TheirPosition(told) => say!(
            words,
            "side-argument-position",
            state = brief.state(told.party),
            day = words.date(told.from),
            words = told.words.trim_end_matches('.'),
            sources = brief.cite(&told.sources)
        ),
        Reason::TheirPriority(told) => say!(
            words,
            "side-argument-priority",
            state = brief.state(told.party),
            level = told.level.to_string(),
            day = words.date(told.from),
            words = told.words.trim_end_matches('.'),
            sources = brief.cite(&told.sources)
        ),
        Reason::TheirVote(told) => say!(
            words,
            "side-argument-vote",
            state = brief.state(told.party),
            vote = vote(told.theirs, words),
            symbol = symbol(told),
            title = &told.title,
            day = words.date(told.day)
        ),
        Reason::Precedent { circumstance: id } => {
            let told = circumstance(brief, id);
            say!(
                words,
                "side-argument-precedent",
                text = told.map_or("", |c| c.text.trim_end_matches('.')),
                sources = told.map(|c| brief.cite(&c.sources)).unwrap_or_default()
            )
        }
        Reason::Stakes { parties } => {
            let told: Vec<String> = parties.iter().map(|p| figures(p, brief)).collect();
            say!(words, "side-argument-stakes", figures = told.join(". "))
        }
        Reason::Window {
            window,
            from,
            until,
        } => say!(
            words,
            "side-argument-window",
            when = words.range(*from, *until),
            what = window_told(window, brief)
        ),
        Reason::Election { window, day } => say!(
            words,
            "side-argument-election",
            day = words.date(*day),
            what = window_told(window, brief)
        ),
        Reason::VotesAlike {
            party,
            issue,
            share,
            calls,
        } => say!(
            words,
            "side-argument-alike",
            state = brief.state(*party),
            issue = issue_in_prose(issue, words),
            share = words.share(*share),
            calls = *calls
        ),
        Reason::Contact { party, day, .. } => say!(
            words,
            "side-argument-contact",
            state = brief.state(*party),
            day = words.date(*day)
        ),
    }
}

fn figures(told: &PartyFigures, brief: &Brief<'_>) -> String {
    let words = brief.words;
    let figures: Vec<String> = told.figures.iter().map(|m| words.told(m)).collect();
    say!(
        words,
        "side-figures",
        state = brief.name(told.party),
        figures = words.clauses(&figures)
    )
}

fn symbol(told: &VoteOnItem) -> &str {
    told.symbol.as_deref().unwrap_or("–")
}

/// What a window of the assessment is.
fn window_told(id: &str, brief: &Brief<'_>) -> String {
    let window: Option<&Window> = (brief.assessment.windows.windows.iter()).find(|w| w.id == id);
    window.map_or_else(String::new, |w| brief.words.told(&w.message))
}

fn weakness(weakness: &ArgumentWeakness, brief: &Brief<'_>) -> String {
    let words = brief.words;
    match weakness {
        ArgumentWeakness::EarlierGovernment { since } => {
            say!(words, "side-weak-earlier", day = words.date(*since))
        }
        ArgumentWeakness::Ended { day } => {
            say!(words, "side-weak-ended", day = words.date(*day))
        }
        ArgumentWeakness::OldFigures { year } => say!(words, "side-weak-old", year = *year),
    }
}

fn case_weakness(weakness: &CaseWeakness, brief: &Brief<'_>) -> String {
    let words = brief.words;
    match weakness {
        CaseWeakness::Criterion { criterion, value } => say!(
            words,
            "side-weak-criterion",
            criterion = words.weakness(*criterion),
            value = words.share(*value)
        ),
        CaseWeakness::Untold { criterion } => say!(
            words,
            "side-weak-untold",
            criterion = words.criterion(*criterion)
        ),
        CaseWeakness::AtHome { constraint: id } => {
            let told = constraint(brief, id);
            say!(
                words,
                "side-weak-home",
                actor = told.map_or("", |c| c.actor.as_str()),
                instrument = told.map_or("", |c| c.instrument.as_str())
            )
        }
        CaseWeakness::VotedApart(told) => say!(
            words,
            "side-weak-vote",
            state = brief.state(told.party),
            theirs = vote(told.theirs, words),
            ours = vote(told.ours, words),
            symbol = symbol(told),
            title = &told.title,
            day = words.date(told.day)
        ),
        CaseWeakness::VotesApart {
            party,
            issue,
            share,
            calls,
        } => say!(
            words,
            "side-weak-issue",
            state = brief.state(*party),
            issue = issue_in_prose(issue, words),
            share = words.share(*share),
            calls = *calls
        ),
        CaseWeakness::NoContact { party, on_record } => say!(
            words,
            "side-weak-contact",
            state = capital(&brief.state(*party).the),
            recorded = yes_if(*on_record)
        ),
    }
}
