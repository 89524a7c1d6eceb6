//! The meeting itself, the one before, and the time until the next.

use entente_assessment::{ConsultationRecord, OutcomeRecord};

use super::{of, office};
use crate::brief::Brief;
use crate::document::Block;
use crate::sections::windows;
use crate::sentence::Sentence;
use crate::words::say;

/// Commitments of the last meeting that are told one by one.
const MADE: usize = 8;
/// Windows that are told one by one.
const MOST: usize = 12;

/// When, where and who.
pub(crate) fn of_meeting(brief: &Brief<'_>) -> Vec<Block> {
    let Some(pack) = of(brief) else {
        return Vec::new();
    };
    let words = brief.words;
    let meeting = &pack.consultation;
    let when = say!(
        words,
        "pack-when",
        status = if meeting.held { "held" } else { "planned" },
        title = &meeting.title,
        when = days(meeting, brief),
        placed = if meeting.place.is_some() { "yes" } else { "no" },
        place = meeting.place.as_deref().unwrap_or_default()
    );
    let mut told = vec![Sentence::new(when, &pack.notes)];
    if let Some(note) = &meeting.note {
        let note = say!(words, "stopped", words = note.trim_end_matches('.'));
        told.push(Sentence::new(note, &[]));
    }
    let mut blocks = vec![Block::Paragraph(told)];
    if !meeting.participants.is_empty() {
        let who = meeting.participants.iter();
        blocks.push(Block::List(
            who.map(|it| Sentence::new(office(it, brief), &[]))
                .collect(),
        ));
    }
    blocks
}

/// The days of a meeting; words where they are not known.
fn days(meeting: &ConsultationRecord, brief: &Brief<'_>) -> String {
    match (meeting.start, meeting.end) {
        (Some(start), end) => brief.words.range(start, end.unwrap_or(start)),
        (None, _) => say!(brief.words, "pack-no-day"),
    }
}

/// What came out of the last one.
pub(crate) fn last(brief: &Brief<'_>) -> Vec<Block> {
    let Some((pack, last)) = of(brief).and_then(|pack| Some((pack, pack.last.as_ref()?))) else {
        return Vec::new();
    };
    let words = brief.words;
    let lead = say!(
        words,
        "pack-last",
        title = &last.consultation.title,
        when = days(&last.consultation, brief),
        outcomes = last.outcomes.len()
    );
    let mut blocks = vec![Block::Paragraph(vec![Sentence::new(lead, &pack.notes)])];
    if !last.outcomes.is_empty() {
        let told = last.outcomes.iter().map(|it| outcome(it, brief));
        blocks.push(Block::List(told.collect()));
    }
    let made = &last.commitments;
    if !made.is_empty() {
        let lead = say!(
            words,
            "pack-made",
            made = made.len(),
            more = if made.len() > MADE { "yes" } else { "no" },
            told = MADE
        );
        blocks.push(Block::Paragraph(vec![Sentence::new(lead, &pack.notes)]));
        let told = made.iter().take(MADE).map(|it| outcome(it, brief));
        blocks.push(Block::List(told.collect()));
    }
    blocks
}

fn outcome(it: &OutcomeRecord, brief: &Brief<'_>) -> Sentence {
    let text = match &it.source {
        Some(source) => say!(
            brief.words,
            "pack-outcome",
            text = it.text.trim_end_matches('.'),
            source = source.trim_end_matches('.')
        ),
        None => say!(
            brief.words,
            "stopped",
            words = it.text.trim_end_matches('.')
        ),
    };
    Sentence::new(text, &[])
}

/// The windows until the next meeting.
pub(crate) fn next(brief: &Brief<'_>) -> Vec<Block> {
    let Some(pack) = of(brief) else {
        return Vec::new();
    };
    let words = brief.words;
    let lead = say!(
        words,
        "pack-next",
        planned = if pack.next.is_some() { "yes" } else { "no" },
        until = words.date(pack.until)
    );
    let notes = [&pack.notes[..], &brief.assessment.windows.notes].concat();
    let (told, _) = windows::foremost(&pack.windows, MOST, brief);
    let told = told.into_iter().map(|text| Sentence::new(text, &[]));
    vec![
        Block::Paragraph(vec![Sentence::new(lead, &notes)]),
        Block::List(told.collect()),
    ]
}
