//! What a roll call must be to be chosen.

use std::ops::RangeInclusive;

use entente_evidence::{Issue, RollCallView, Symbol};

use super::words::{Phrase, words};

/// What a roll call must be. Every kind of criterion that is given must hold; where a kind lists
/// several, one of them is enough. Nothing given admits every roll call.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Criteria {
    /// Coded issues.
    pub issues: Vec<Issue>,
    /// Resolution symbols.
    pub symbols: Vec<Symbol>,
    /// Phrases in the title or description.
    pub phrases: Vec<Phrase>,
    /// `Some(true)`: listed as important by the Department of State. Where nobody said, a roll call
    /// is not listed. `Some(false)`: not listed.
    pub important: Option<bool>,
    /// Final votes only, which drops amendments and paragraphs. Where nobody said, a roll call is
    /// taken for final.
    pub adopted: bool,
    /// Regular sessions.
    pub sessions: Option<RangeInclusive<u16>>,
}

impl Criteria {
    /// Whether nothing is given.
    pub fn is_empty(&self) -> bool {
        *self == Criteria::default()
    }

    /// Whether a roll call meets all of them.
    pub fn admits(&self, view: &RollCallView<'_>) -> bool {
        let call = view.roll_call;
        let part = call.amendment == Some(true) || call.paragraph == Some(true);
        self.sessions
            .as_ref()
            .is_none_or(|s| s.contains(&call.session))
            && !(self.adopted && part)
            && self
                .important
                .is_none_or(|wanted| wanted == (call.important == Some(true)))
            && one_of(&self.issues, |issue| view.has(*issue))
            && self.admits_symbol(call.symbol.as_deref())
            && self.admits_text(call.title.as_deref(), call.description.as_deref())
    }

    fn admits_symbol(&self, symbol: Option<&str>) -> bool {
        if self.symbols.is_empty() {
            return true;
        }
        let symbol = symbol.and_then(Symbol::parse);
        symbol.is_some_and(|own| self.symbols.contains(&own))
    }

    fn admits_text(&self, title: Option<&str>, description: Option<&str>) -> bool {
        if self.phrases.is_empty() {
            return true;
        }
        [title, description].into_iter().flatten().any(|text| {
            let words = words(text);
            self.phrases.iter().any(|p| p.occurs_in(&words))
        })
    }

    /// In a few words, as `important,adopted,symbol=A/RES/73/195`; empty if nothing is given.
    pub fn describe(&self) -> String {
        let mut parts: Vec<String> = Vec::new();
        parts.extend(self.issues.iter().map(|i| i.as_str().to_owned()));
        parts.extend(self.symbols.iter().map(|s| format!("symbol={s}")));
        parts.extend(self.phrases.iter().map(|p| format!("title={}", p.as_str())));
        parts.extend(self.important.map(|wanted| match wanted {
            true => "important".to_owned(),
            false => "not important".to_owned(),
        }));
        parts.extend(self.adopted.then(|| "adopted".to_owned()));
        parts.extend(
            self.sessions
                .as_ref()
                .map(|s| format!("sessions {}-{}", s.start(), s.end())),
        );
        parts.join(",")
    }
}

fn one_of<T>(wanted: &[T], holds: impl Fn(&T) -> bool) -> bool {
    wanted.is_empty() || wanted.iter().any(holds)
}
