//! Meetings of mechanisms: those held, and the next where one is to be expected.

use std::collections::BTreeSet;

use entente_evidence::{AsOf, EvidenceError};
use entente_measures::contact::Status;
use jiff::ToSpan;

use super::window::{Certainty, Window, WindowKind};
use crate::dossier::Dossier;
use crate::machinery::{MechanismRow, SeriesKind, mechanisms_of};
use crate::note::Message;
use crate::parties::{Party, pairs};

/// Windows of the meetings of a dossier's mechanisms in which at least two of the parties take part.
///
/// The next meeting of a mechanism that is on cadence or late stands for a quarter of its cadence
/// before and after the day on which it is expected. Of one that has lapsed none is expected.
///
/// # Errors
/// If a table cannot be read.
pub fn meetings(
    parties: &[Party],
    dossier: &Dossier,
    as_of: &AsOf<'_>,
) -> Result<Vec<Window>, EvidenceError> {
    let mut found = Vec::new();
    let mut told: BTreeSet<String> = BTreeSet::new();
    for pair in pairs(parties) {
        let declared = mechanisms_of(&pair, dossier, as_of)?.into_iter();
        for mechanism in declared.filter(|m| m.series == SeriesKind::Mechanism) {
            if told.insert(mechanism.id.clone()) {
                found.extend(of(&mechanism, parties));
            }
        }
    }
    Ok(found)
}

fn of(mechanism: &MechanismRow, parties: &[Party]) -> Vec<Window> {
    let own: Vec<&Party> = parties
        .iter()
        .filter(|p| mechanism.parties.contains(&p.iso3))
        .collect();
    let mut windows: Vec<Window> = mechanism
        .meetings
        .iter()
        .map(|meeting| {
            let title = match meeting.place.as_str() {
                "" => mechanism.name.clone(),
                place => format!("{}, {place}", mechanism.name),
            };
            let window = Window::of(
                WindowKind::Meeting,
                &own,
                format!("meeting-{}-{}", mechanism.id, meeting.start),
                (meeting.start, Some(meeting.end)),
                (title, told(mechanism, &meeting.place, "held")),
                Certainty::OnRecord,
            );
            (meeting.sources.iter()).fold(window, |window, source| window.source(source.clone()))
        })
        .collect();
    windows.extend(expected(mechanism, &own));
    windows
}

/// The title as a message; `which` is `held` or `next`.
fn told(mechanism: &MechanismRow, place: &str, which: &str) -> Message {
    Message::new("window-meeting")
        .with_word("mechanism", &mechanism.name)
        .with_word("which", which)
        .with_word("placed", if place.is_empty() { "no" } else { "yes" })
        .with_word("place", place)
}

fn expected(mechanism: &MechanismRow, parties: &[&Party]) -> Option<Window> {
    let alive = matches!(mechanism.status, Some(Status::OnCadence | Status::Late));
    let day = mechanism
        .expected_next
        .filter(|_| alive && mechanism.ended.is_none())?;
    let quarter = (mechanism.cadence_days? / 4.0).round() as i64;
    let window = Window::of(
        WindowKind::Meeting,
        parties,
        format!("meeting-{}-next", mechanism.id),
        (
            day.saturating_sub(quarter.days()),
            Some(day.saturating_add(quarter.days())),
        ),
        (
            format!("{}, the next by its cadence", mechanism.name),
            told(mechanism, "", "next"),
        ),
        Certainty::Expected,
    );
    let last = mechanism
        .last
        .map_or(String::new(), |day| format!("the last ended on {day}; "));
    let window = window.note(format!("{last}expected about {day}, not announced"));
    Some((mechanism.sources.iter()).fold(window, |window, source| window.source(source.clone())))
}
