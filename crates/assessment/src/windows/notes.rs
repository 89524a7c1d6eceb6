//! Where windows come from.

use entente_evidence::{
    AsOf, Election, ElectionNotice, EvidenceError, Leader, OfficeHolder, TableId, TableUse,
};

use super::opportunities::described;
use crate::note::{Message, Note, Notes};
use crate::tenures::without_unread;

/// The tables behind the windows.
///
/// # Errors
/// If a table cannot be read.
pub fn windows_evidence(as_of: &AsOf<'_>) -> Result<Vec<TableUse>, EvidenceError> {
    Ok(without_unread(vec![
        as_of.table_use::<Leader>()?,
        as_of.table_use::<OfficeHolder>()?,
        as_of.table_use::<Election>()?,
        as_of.table_use::<ElectionNotice>()?,
    ]))
}

/// The notes that go with [`super::windows`].
pub fn windows_notes() -> Vec<Note> {
    let mut notes = Notes::default();
    add(&mut notes);
    notes.finish()
}

/// Adds them to others, and returns their numbers.
pub(super) fn add(notes: &mut Notes) -> Vec<usize> {
    let lists = notes.add(
        &[TableId::Leader, TableId::OfficeHolder, TableId::Election, TableId::ElectionNotice],
        "leaders and elections of the parties, as the lists read on the date; referendums left out",
        "",
        "a leader still in office has no end: none is guessed. Where the list of leaders ends before the date, who is in office since is not known. The day of leaving is the day before the next leader enters.",
    );
    notes.last_is(Message::new("note-window-lists"));
    let rules = notes.add(
        &[],
        "rules of terms and elections in force on the date (data/states/terms.toml), each known from its publication",
        "a term begins on the rule's day every so many years from the first, and ends on the day before the next begins",
        "a rule does not say who governs, nor that a term is served to its end. Elections whose years count from the last can be called earlier.",
    );
    notes.last_is(Message::new("note-window-rules"));
    let bodies = notes.add(
        &[],
        "terms on the Security Council, known from the election; regular sessions of the General Assembly from the 58th",
        "sessions ahead by the rule of procedure in force on the date",
        "",
    );
    notes.last_is(Message::new("note-window-bodies"));
    let summits = notes.add(
        &[],
        "summits of G20, APEC, the Americas, G7, BRICS, NATO, the Ibero-American Conference, the European Union with CELAC, the African Union, ASEAN and the Commonwealth in which two parties or more take part (data/states/summits.csv)",
        "known from their announcement: first host and year, then the days; until then told by the year, and no opportunity. A summit that was moved is told by the days that were announced on the date",
        "where the day of an announcement is not at hand the summit is known from its first day; so a summit that is missing ahead may have been announced.",
    );
    notes.last_is(Message::new("note-window-summits"));
    let opportunities = notes.add(
        &[],
        "all windows of the parties",
        format!(
            "an opportunity is a time in which the same conditions hold: {}",
            described()
        ),
        "the conditions say when something could be moved, not that it will be.",
    );
    notes.last_is(Message::new("note-window-opportunities"));
    vec![lists, rules, bodies, summits, opportunities]
}
