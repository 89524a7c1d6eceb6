//! What a reader must know of the rows.

use entente_evidence::{AsOf, ContactLevel, TableId};

use super::record::ContactRecord;
use super::row::{MechanismRow, SeriesKind};
use super::series::partner;
use crate::dossier::Dossier;
use crate::note::{Note, Notes};
use crate::parties::Pair;

pub(super) fn of(
    pair: &Pair,
    rows: &[MechanismRow],
    record: &ContactRecord,
    dossier: Option<&Dossier>,
    as_of: &AsOf<'_>,
) -> Vec<Note> {
    let mut notes = Notes::default();
    let whose = match partner(pair) {
        Some(_) => {
            "the record is the United States' own, and holds neither vice presidents nor other ministers; of foreign ministers it has the secretary of state's journeys only, not the visits of the other side."
        }
        None => {
            "the record is the United States' own: of a pair without it there is no series, which is not a record of no contact. Two leaders at one gathering in the United States are the only trace."
        }
    };
    notes.add(
        &[TableId::Contact],
        "visits and stops that had ended by the date; records that repeat another are left out",
        "records whose days overlap or touch are one meeting; what for is read from the remark, and bilateral and mechanism meetings count",
        format!("{whose}{}", ends(record, as_of)),
    );
    notes.add(
        &[TableId::Contact],
        "meetings on the ground of a third state",
        "found where the remark of a stop elsewhere names the other's leader or minister",
        "the record of these is thin: it has them only where a remark names them. They are listed apart and count in no rate.",
    );
    notes.add(
        &[TableId::Contact],
        "the days of meetings over the covered time",
        "status from the meetings missed in a row, floor(gap / cadence - 1/2): none is on cadence, one late, two or three lapsed, more dormant; contact without a declared cadence keeps its own, the mean of its last ten intervals and at least half a year; recent rate with a half-life of two cadences",
        "a gap is counted to the end of the record, where that lies before the date.",
    );
    notes.add(
        &[TableId::Contact],
        "meetings by year over the last 25 covered years; years without any count as zero",
        "exact posterior of one change in a Poisson rate, with Gamma priors and even odds of no change (Raftery and Akman 1986)",
        "one change at most is looked for; a record that is thinner in one time than in another looks like a change.",
    );
    notes.add(
        &[TableId::Leader],
        "who led either state",
        "",
        "the list of leaders (REIGN) ends in March 2021; later ones are not shown.",
    );
    if let Some(dossier) = dossier {
        let entered = rows
            .iter()
            .filter(|r| r.series == SeriesKind::Mechanism)
            .flat_map(|r| &r.meetings)
            .filter(|m| m.entered)
            .count();
        notes.add(
            &[],
            format!("mechanisms of the dossier {:?} founded by the date", dossier.title),
            "meetings found by the words of their remarks, and meetings entered with their source",
            format!("{entered} of the meetings shown were entered by hand. A mechanism that the dossier does not name is not here, so that the web is what was declared."),
        );
    }
    notes.finish()
}

/// Which lists end before the date.
fn ends(record: &ContactRecord, as_of: &AsOf<'_>) -> String {
    let ends: Vec<String> = [
        (ContactLevel::Leader, "leaders"),
        (ContactLevel::Minister, "secretaries of state"),
    ]
    .into_iter()
    .filter_map(|(level, who)| {
        let to = record.covered(level)?.to;
        (to < as_of.date()).then(|| format!("that of {who} on {to}"))
    })
    .collect();
    match ends.is_empty() {
        true => String::new(),
        false => format!(" The record ends before the date: {}.", ends.join(", ")),
    }
}
