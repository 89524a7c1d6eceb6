//! What can be said in public: nothing but public facts.

use entente_evidence::ContactLevel;

use super::{name, of};
use crate::brief::Brief;
use crate::document::Block;
use crate::sentence::Sentence;
use crate::words::say;

pub(crate) fn blocks(brief: &Brief<'_>) -> Vec<Block> {
    let Some((side, _)) = of(brief) else {
        return Vec::new();
    };
    let words = brief.words;
    let press = &side.press;
    let mut told = Vec::new();
    let shared: Vec<&str> = press.shared.iter().map(|item| name(brief, item)).collect();
    if !shared.is_empty() {
        told.push(say!(
            words,
            "side-press-shared",
            parties = brief.all(),
            items = words.clauses(&shared)
        ));
    }
    if let Some(day) = press.last_meeting {
        told.push(say!(
            words,
            "side-press-last",
            level = match press.last_level {
                Some(ContactLevel::Leader) => "leaders",
                _ => "ministers",
            },
            day = words.date(day)
        ));
    }
    if let Some(next) = &press.next {
        told.push(say!(
            words,
            "side-press-next",
            what = words.told(&next.message),
            day = words.date(next.day)
        ));
    }
    if told.is_empty() {
        told.push(say!(words, "side-press-nothing"));
    }
    let told = told.into_iter();
    let told = told.map(|t| Sentence::new(t, &side.press_notes));
    vec![Block::Paragraph(told.collect())]
}
