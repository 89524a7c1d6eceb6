//! What a reader must know of the rows.

use std::collections::BTreeSet;

use entente_evidence::{AsOf, ContactLevel, TableId};
use jiff::civil::Date;

use super::record::ContactRecord;
use super::row::{MechanismRow, SeriesKind};
use crate::contacts::partner;
use crate::dossier::Dossier;
use crate::note::{Message, Notes, Value};
use crate::parties::Pair;

/// Adds what holds for the rows of some pairs, and returns the notes' numbers.
pub(super) fn add(
    found: &[(&Pair, &[MechanismRow])],
    record: &ContactRecord,
    dossier: Option<&Dossier>,
    as_of: &AsOf<'_>,
    notes: &mut Notes,
) -> Vec<usize> {
    let own = found.iter().any(|(pair, _)| partner(pair).is_some());
    let whose = match own {
        true => {
            "the record is the United States' own, and holds neither vice presidents nor other ministers; of foreign ministers it has the secretary of state's journeys only, not the visits of the other side."
        }
        false => {
            "the record is the United States' own: of a pair without it there is no series, which is not a record of no contact. Two leaders at one gathering in the United States are the only trace."
        }
    };
    let ends = ends(record, as_of);
    let mut numbers = vec![notes.add(
        &[TableId::Contact],
        "visits and stops that had ended by the date; records that repeat another are left out",
        "records whose days overlap or touch are one meeting; what for is read from the remark, and bilateral and mechanism meetings count",
        format!("{whose}{}", in_english(&ends)),
    )];
    notes.last_is(
        Message::new("note-meetings")
            .with_word("own", if own { "yes" } else { "no" })
            .with_word("ended", if ends.is_empty() { "no" } else { "yes" })
            .with("ends", Value::Messages(ends.iter().map(end).collect())),
    );
    numbers.push(notes.add(
        &[TableId::Contact],
        "meetings on the ground of a third state",
        "found where the remark of a stop elsewhere names the other's leader or minister",
        "the record of these is thin: it has them only where a remark names them. They are listed apart and count in no rate.",
    ));
    notes.last_is(Message::new("note-third-places"));
    numbers.push(notes.add(
        &[TableId::Contact],
        "the days of meetings over the covered time",
        "status from the meetings missed in a row, floor(gap / cadence - 1/2): none is on cadence, one late, two or three lapsed, more dormant; contact without a declared cadence keeps its own, the mean of its last ten intervals and at least half a year; recent rate with a half-life of two cadences",
        "a gap is counted to the end of the record, where that lies before the date. Where more than one cadence lies between the two, how the series stands is not known.",
    ));
    notes.last_is(Message::new("note-status"));
    numbers.push(notes.add(
        &[TableId::Contact],
        "meetings by year over the last 25 covered years; years without any count as zero",
        "exact posterior of one change in a Poisson rate, with Gamma priors and even odds of no change (Raftery and Akman 1986)",
        "one change at most is looked for; a record that is thinner in one time than in another looks like a change.",
    ));
    notes.last_is(Message::new("note-change"));
    numbers.push(notes.add(
        &[TableId::Leader, TableId::OfficeHolder],
        "who led either state",
        "",
        "where the list of leaders ends before the date, later ones are not shown.",
    ));
    notes.last_is(Message::new("note-administrations"));
    if let Some(dossier) = dossier {
        let entered = entered(found);
        numbers.push(notes.add(
            &[],
            format!("mechanisms of the dossier “{}” founded by the date", dossier.title),
            "meetings found by the words of their remarks, and meetings entered with their source",
            format!("{entered} of the meetings shown were entered by hand. A mechanism that the dossier does not name is not here, so that the web is what was declared."),
        ));
        notes.last_is(
            Message::new("note-declared-mechanisms")
                .with_word("title", &dossier.title)
                .with("entered", Value::Count(entered)),
        );
    }
    numbers
}

/// Meetings of mechanisms that were entered by hand; one that two pairs share counts once.
fn entered(found: &[(&Pair, &[MechanismRow])]) -> u32 {
    let mut told = BTreeSet::new();
    for row in found.iter().flat_map(|(_, rows)| rows.iter()) {
        let entered = row.meetings.iter().filter(|m| m.entered);
        if row.series == SeriesKind::Mechanism {
            told.extend(entered.map(|m| (&row.id, m.start)));
        }
    }
    u32::try_from(told.len()).unwrap_or(u32::MAX)
}

/// The lists that end before the date, each with its last day.
fn ends(record: &ContactRecord, as_of: &AsOf<'_>) -> Vec<(ContactLevel, Date)> {
    [ContactLevel::Leader, ContactLevel::Minister]
        .into_iter()
        .filter_map(|level| Some((level, record.covered(level)?.to)))
        .filter(|(_, to)| *to < as_of.date())
        .collect()
}

fn end((level, to): &(ContactLevel, Date)) -> Message {
    let who = match level {
        ContactLevel::Leader => "leaders",
        ContactLevel::Minister | ContactLevel::Other => "secretaries",
    };
    Message::new("note-record-end")
        .with_word("who", who)
        .with("day", Value::Day(*to))
}

fn in_english(ends: &[(ContactLevel, Date)]) -> String {
    let each = ends.iter().map(|(level, to)| {
        let who = match level {
            ContactLevel::Leader => "leaders",
            ContactLevel::Minister | ContactLevel::Other => "secretaries of state",
        };
        format!("that of {who} on {}", to.strftime("%-d %B %Y"))
    });
    match each.collect::<Vec<_>>() {
        each if each.is_empty() => String::new(),
        each => format!(" The record ends before the date: {}.", each.join("; ")),
    }
}
