//! `entente evidence kinds`

use std::collections::BTreeMap;
use std::path::Path;

use entente_evidence::RollCallKind;
use jiff::civil::Date;

use crate::args::{EvidenceArgs, TableFormat};
use crate::failure::Failure;
use crate::output::{self, Envelope};

/// What the roll calls of a session were on.
#[derive(Clone, Copy, Debug, Default, serde::Serialize)]
struct Row {
    session: u16,
    /// Texts as a whole that were adopted.
    #[serde(rename = "final")]
    whole: u32,
    paragraph: u32,
    amendment: u32,
    failed: u32,
}

pub fn run(evidence: &EvidenceArgs, format: TableFormat, to: Option<&Path>) -> Result<(), Failure> {
    let evidence = evidence.open()?;
    let as_of = evidence.as_of(Date::MAX);
    let mut sessions: BTreeMap<u16, Row> = BTreeMap::new();
    for view in as_of.roll_calls()? {
        let session = view.roll_call.session;
        let row = sessions.entry(session).or_insert(Row {
            session,
            ..Row::default()
        });
        *match view.roll_call.kind {
            RollCallKind::Final => &mut row.whole,
            RollCallKind::Paragraph => &mut row.paragraph,
            RollCallKind::Amendment => &mut row.amendment,
            RollCallKind::Failed => &mut row.failed,
        } += 1;
    }
    let rows: Vec<Row> = sessions.into_values().collect();
    let written = match format {
        TableFormat::Json => output::json(&Envelope::default(), "rows", &rows)?,
        TableFormat::Csv => output::csv(&rows)?,
        TableFormat::Table => output::page(table(&rows)),
    };
    output::write(to, &written)
}

fn table(rows: &[Row]) -> String {
    let mut text = String::from("session  final  paragraph  amendment  failed\n");
    for row in rows {
        text += &format!(
            "{:>7} {:>6} {:>10} {:>10} {:>7}\n",
            row.session, row.whole, row.paragraph, row.amendment, row.failed
        );
    }
    text
}
