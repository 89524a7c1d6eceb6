//! Background as short facts with their dates.

use entente_assessment::{Government, SideSection};
use jiff::civil::Date;

use super::of;
use crate::brief::Brief;
use crate::document::Block;
use crate::sections::{contacts, council, machinery, note};
use crate::sentence::Sentence;
use crate::words::say;

/// Acts that are told, the latest ones.
const ACTS: usize = 4;

pub(crate) fn blocks(brief: &Brief<'_>) -> Vec<Block> {
    let Some((side, _)) = of(brief) else {
        return Vec::new();
    };
    let mut told = meetings(side, brief);
    told.extend(governments(brief));
    let assessment = brief.assessment;
    let seats = assessment.council.now_and_ahead.iter();
    told.extend(seats.map(|s| Sentence::new(council::tenure(s, brief), &assessment.council.notes)));
    told.extend(mechanisms(side, brief));
    told.extend(votes(side, brief));
    told.extend(acts(brief));
    match told.is_empty() {
        true => Vec::new(),
        false => vec![Block::List(told)],
    }
}

/// The last meeting of leaders and of ministers with each other party.
fn meetings(side: &SideSection, brief: &Brief<'_>) -> Vec<Sentence> {
    let pairs = brief.assessment.contacts.pairs.iter();
    pairs
        .filter(|p| p.pair.holds(side.party.ccode))
        .flat_map(|p| contacts::last_of_each(p, brief))
        .collect()
}

fn governments(brief: &Brief<'_>) -> Vec<Sentence> {
    let section = &brief.assessment.governments;
    let told = |g: &Government| {
        let text = say!(
            brief.words,
            "side-background-government",
            state = brief.name(g.ccode),
            leader = g.leader.as_ref()?,
            since = brief.words.date(g.since?),
            known = if g.record_ends.is_none() { "yes" } else { "no" },
            end = g
                .record_ends
                .map(|d| brief.words.date(d))
                .unwrap_or_default()
        );
        Some(Sentence::new(text, &section.notes))
    };
    section.states.iter().filter_map(told).collect()
}

/// When each declared mechanism last met, the latest first.
fn mechanisms(side: &SideSection, brief: &Brief<'_>) -> Vec<Sentence> {
    let words = brief.words;
    let section = &brief.assessment.machinery;
    let pairs = section
        .pairs
        .iter()
        .filter(|p| p.pair.holds(side.party.ccode));
    let mut met: Vec<(Date, String)> = pairs
        .flat_map(machinery::declared)
        .filter_map(|row| {
            let (last, status) = row.last.zip(words.standing(row))?;
            let text = say!(
                words,
                "side-background-mechanism",
                day = words.date(last),
                name = &row.name,
                status = status
            );
            Some((last, text))
        })
        .collect();
    met.sort_by(|a, b| b.cmp(a));
    met.dedup();
    met.into_iter()
        .map(|(_, text)| Sentence::new(text, note(&section.notes, 0)))
        .collect()
}

/// Voting coincidence with each other party in the latest session on record.
fn votes(side: &SideSection, brief: &Brief<'_>) -> Vec<Sentence> {
    let words = brief.words;
    let section = &brief.assessment.coincidence;
    let pairs = section
        .pairs
        .iter()
        .filter(|p| p.pair.holds(side.party.ccode));
    pairs
        .filter_map(|pair| {
            let all = pair.issues.iter().find(|i| i.issue.as_str() == "all")?;
            let text = say!(
                words,
                "side-background-votes",
                pair = brief.both(&pair.pair),
                session = all.session?,
                share = words.share(all.latest.coincidence?),
                calls = all.latest.tally.joint()
            );
            Some(Sentence::new(text, &section.notes))
        })
        .collect()
}

fn acts(brief: &Brief<'_>) -> Vec<Sentence> {
    let Some(agenda) = &brief.assessment.agenda else {
        return Vec::new();
    };
    let words = brief.words;
    let told = agenda.acts.iter().take(ACTS).map(|act| {
        let text = say!(
            words,
            "side-background-act",
            day = words.date(act.date),
            state = brief.name(act.party),
            text = act.text.trim_end_matches('.'),
            sources = brief.cite(&act.sources)
        );
        Sentence::new(text, &agenda.declared_notes)
    });
    told.collect()
}
