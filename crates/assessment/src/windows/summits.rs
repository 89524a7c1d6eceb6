//! Summits of leaders in which at least two of the parties take part.

use entente_states::summits::Summit;

use super::calendar::Calendar;
use super::window::{Certainty, Window, WindowKind};
use super::words::slug;
use crate::note::{Message, Value};
use crate::parties::Party;

pub(super) fn windows(calendar: &Calendar<'_>) -> Vec<Window> {
    let mut found = Vec::new();
    for known in &calendar.summits {
        let summit = &known.summit;
        // Who will be a member later is not known: membership is read as of the date at the latest.
        let day = summit.start.min(calendar.date);
        let parties: Vec<&Party> = calendar
            .parties
            .iter()
            .filter(|p| summit.takes_part(p.ccode, day))
            .collect();
        if parties.len() < 2 {
            continue;
        }
        let certainty = match summit.end < calendar.date {
            true => Certainty::OnRecord,
            false => Certainty::Announced,
        };
        let title = match known.days_known {
            true => format!("{}, {}", summit.name, summit.city),
            false => format!("{}, in the year {}", summit.name, summit.year),
        };
        let note = match known.days_known {
            true => summit.note.clone(),
            false => {
                "host and year are announced, the days are not: the year stands for them".to_owned()
            }
        };
        let window = Window::of(
            WindowKind::Summit,
            &parties,
            format!(
                "summit-{}-{}",
                summit.series.to_lowercase(),
                slug(&summit.name)
            ),
            (summit.start, Some(summit.end)),
            (title, told(summit, known.days_known)),
            certainty,
        );
        let window = window.note(note);
        found.push(
            known
                .sources
                .iter()
                .fold(window, |w, source| w.source(source.clone())),
        );
    }
    found
}

/// The title as a message: the series, its number where it counts them, the year, and the city once it
/// is known.
fn told(summit: &Summit, days_known: bool) -> Message {
    let figures: String = summit
        .name
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    // A series that does not count its summits has no words for a number.
    let number = figures.parse().unwrap_or(0);
    Message::new("window-summit")
        .with_word("series", &summit.series)
        .with("number", Value::Count(number))
        .with_word("year", summit.year)
        .with_word("placed", if days_known { "yes" } else { "no" })
        .with(
            "city",
            Value::Messages(vec![
                Message::new("city")
                    .with_word("city", &summit.city)
                    .with_word("key", slug(&summit.city)),
            ]),
        )
}
