//! `entente machinery`

mod page;
mod rows;
mod sentences;

use entente_assessment::{Machinery, Pair, Party};
use serde::Serialize;

use crate::args::{EvidenceArgs, MachineryArgs, MachineryFormat};
use crate::commands::{dossier, ledger};
use crate::failure::Failure;
use crate::output::{self, Head};
use crate::reading::Reading;

pub fn run(options: &MachineryArgs, evidence: &EvidenceArgs) -> Result<(), Failure> {
    let evidence = evidence.open()?;
    let reading = Reading::of(options.as_of, &evidence)?;
    let date = reading.date;
    let parties = Party::resolve(&options.states, date)?;
    let [a, b] = &parties[..] else {
        return Err(Failure::usage(format!(
            "machinery is between two states; {} given",
            parties.len()
        )));
    };
    let pair = Pair::of(a, b);
    let found = dossier::find(options.dossier.as_deref(), &parties, options.lang)?;
    let dossier = ledger::fed(found, options.database.as_deref())?;
    let as_of = evidence.as_of(date);
    let machinery = Machinery::of(&pair, dossier.as_ref().map(|d| &d.dossier), &as_of)?;
    let (first, second) = match a.ccode == pair.ccode1 {
        true => (a, b),
        false => (b, a),
    };
    let words = options.lang.words();
    let head = Head::of(reading, machinery.evidence.clone(), &as_of, words)?;
    if matches!(options.format, MachineryFormat::Csv | MachineryFormat::Svg) {
        head.beside();
    }
    let written = match options.format {
        MachineryFormat::Json => {
            let envelope = head.envelope(machinery.notes.clone());
            let answer = Answer {
                pair: &pair,
                dossier: dossier.as_ref().map(|d| d.name.as_str()),
                machinery: &machinery,
            };
            output::json_object(&envelope, &answer)?
        }
        MachineryFormat::Csv => {
            let rows: Vec<rows::FlatRow> = machinery.mechanisms.iter().map(rows::flat).collect();
            output::csv(&rows)?
        }
        MachineryFormat::Table => head.page(page::page([first, second], date, &machinery, words)),
        MachineryFormat::Svg => entente_brief::charts::timeline(first, second, date, &machinery)
            .map_err(|e| Failure::failed(format!("the chart cannot be drawn: {e}")))?
            .into_bytes(),
    };
    output::write(options.output.as_deref(), &written)
}

#[derive(Serialize)]
struct Answer<'a> {
    #[serde(flatten)]
    pair: &'a Pair,
    dossier: Option<&'a str>,
    #[serde(flatten)]
    machinery: &'a Machinery,
}
