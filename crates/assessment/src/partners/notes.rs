//! Where the criteria come from.

use entente_evidence::TableId;

use crate::note::{Note, Notes};

/// The notes that go with [`super::Partners`].
pub fn partners_notes() -> Vec<Note> {
    let mut notes = Notes::default();
    notes.add(
        &[TableId::Vote, TableId::RollCall],
        "all roll calls known on the date",
        "coincidence: the forecast of the next session with its interval; gap: distance of the ideal points in the last session in which both stand",
        "recorded votes of the General Assembly only.",
    );
    notes.add(
        &[TableId::Contact],
        "meetings of leaders and ministers in the last four years of the record",
        "their rate a year, Gamma(n + ½, years)",
        "the record is of the United States only: between two other states the criterion is missing.",
    );
    notes.add(
        &[
            TableId::JointIgo,
            TableId::Distance,
            TableId::AsylumApplication,
            TableId::Capability,
        ],
        "the last year on record of each",
        "joint memberships; least distance; new applications of the candidate's people in the state; the candidate's CINC",
        "these tables end years before the date: they tell of structure, not of the day. A figure is taken as certain however old it is.",
    );
    notes.add(
        &[
            TableId::Leader,
            TableId::OfficeHolder,
            TableId::Election,
            TableId::ElectionNotice,
        ],
        "terms and seats known on the date, bodies in force on it",
        "shares of the twelve months from the date",
        "a term by rule may begin otherwise than the rule has it.",
    );
    notes.add(
        &[],
        "",
        "SMAA-2 over criteria and weights: no weights are assumed, and each is as likely as any other unless an order or bounds are given",
        "partial utilities run from the worst to the best of these candidates: a candidate more or less moves them. What is missing may be anything between the two. Criteria are drawn independently of each other.",
    );
    notes.finish()
}
