//! Summits of leaders in which at least two of the parties take part.

use entente_states::summits::{KnownSummit, Summit};

use super::calendar::Calendar;
use super::window::{Certainty, Window, WindowKind};
use super::words::{roman, slug};
use crate::note::{Message, Value};
use crate::parties::Party;

pub(super) fn windows(calendar: &Calendar<'_>) -> Vec<Window> {
    let summits = calendar.summits.iter();
    summits
        .filter_map(|known| window(known, calendar))
        .collect()
}

fn window(known: &KnownSummit, calendar: &Calendar<'_>) -> Option<Window> {
    let summit = &known.summit;
    // Who will be a member later is not known: membership is read as of the date at the latest.
    let day = summit
        .days
        .map_or(calendar.date, |(first, _)| first.min(calendar.date));
    let parties: Vec<&Party> = calendar
        .parties
        .iter()
        .filter(|p| summit.takes_part(p.ccode, day))
        .collect();
    if parties.len() < 2 {
        return None;
    }
    let id = format!(
        "summit-{}-{}",
        summit.series.to_lowercase(),
        slug(&summit.name)
    );
    let of = |days, title, certainty| {
        let told = (title, told(summit));
        Window::of(WindowKind::Summit, &parties, id, days, told, certainty)
    };
    let window = match summit.days {
        Some((first, last)) => {
            let certainty = match last < calendar.date {
                true => Certainty::OnRecord,
                false => Certainty::Announced,
            };
            let title = format!("{}, {}", summit.name, summit.city);
            of((first, Some(last)), title, certainty).note(&summit.note)
        }
        None => {
            let title = format!("{}, {}, day not announced", summit.name, summit.year);
            of((calendar.date, None), title, Certainty::Announced)
                .in_year(summit.year)
                .note("host and year are announced, the days are not")
        }
    };
    let sources = known.sources.iter();
    Some(sources.fold(window, |w, source| w.source(source.clone())))
}

/// The title as a message: the series, its number where it counts them, the year, and the city once it
/// is known.
fn told(summit: &Summit) -> Message {
    let (number, second) = counted(&summit.name);
    Message::new("window-summit")
        .with_word("series", &summit.series)
        .with(
            "ordinal",
            Value::Messages(vec![
                Message::new("summit-ordinal")
                    .with_word("series", &summit.series)
                    .with("number", Value::Count(number))
                    .with("second", Value::Count(second))
                    .with_word("roman", roman(number)),
            ]),
        )
        // Two summits in a row are told as two.
        .with_word("several", if second > 0 { "yes" } else { "no" })
        // Which of them it is, where a series has summits of several kinds.
        .with_word("key", slug(&summit.name))
        .with_word("year", summit.year)
        .with_word("placed", if summit.days.is_some() { "yes" } else { "no" })
        .with(
            "city",
            Value::Messages(vec![
                Message::new("city")
                    .with_word("city", &summit.city)
                    .with_word("key", slug(&summit.city)),
            ]),
        )
}

/// The numbers that a name begins with: one, two where two summits were held in a row ("28th and 29th
/// ASEAN summits"), or none; zero stands for none.
fn counted(name: &str) -> (u32, u32) {
    let number = |word: Option<&str>| -> u32 {
        let figures = word.map(|w| w.trim_end_matches(|c: char| c.is_ascii_alphabetic()));
        figures.and_then(|f| f.parse().ok()).unwrap_or(0)
    };
    let mut words = name.split(' ');
    let first = number(words.next());
    match (first, words.next()) {
        (1.., Some("and")) => (first, number(words.next())),
        _ => (first, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_names() {
        assert_eq!(counted("28th and 29th ASEAN summits"), (28, 29));
        assert_eq!(counted("21st G20 summit"), (21, 0));
        assert_eq!(counted("G7 summit of 2026"), (0, 0));
        assert_eq!(counted("NATO summit of 2027"), (0, 0));
    }
}
