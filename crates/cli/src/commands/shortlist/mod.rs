//! `entente shortlist`

mod page;
mod rows;

use entente_assessment::{Shortlist, shortlist_evidence, shortlist_forecasts};
use serde_json::json;

use crate::args::{EvidenceArgs, ShortlistArgs, TableFormat};
use crate::commands::{dossier, ledger};
use crate::failure::Failure;
use crate::fits;
use crate::output::{self, Head};
use crate::reading::Reading;

pub fn run(options: &ShortlistArgs, evidence: &EvidenceArgs) -> Result<(), Failure> {
    let chosen = dossier::by_name(&options.dossier, options.lang)?;
    let chosen = ledger::with_ledger(chosen, options.database.as_deref())?;
    let evidence = evidence.open()?;
    let reading = Reading::of(options.as_of, &evidence)?;
    let date = reading.date;
    let horizon = options.horizon.from(date).ok_or_else(|| {
        Failure::usage("the horizon is a day at the least and five years at the most")
    })?;
    let as_of = evidence.as_of(date);
    let forecasts = shortlist_forecasts(&as_of, &fits::kept())?;
    let found = Shortlist::of(
        &chosen.dossier,
        horizon,
        &options.weights,
        forecasts.as_ref(),
        &as_of,
    )?;
    let words = options.lang.words();
    let head = Head::of(reading, shortlist_evidence(&as_of)?, &as_of, words)?;
    let written = match options.format {
        TableFormat::Json => {
            let envelope = head.envelope(Vec::new());
            let mut object = output::object(&envelope, "rows", &rows::full(&found, options.lang))?;
            for (key, value) in [
                ("dossier", json!(chosen.name)),
                ("until", json!(found.until)),
                ("weights", json!(found.weights)),
                ("draws", json!(found.draws)),
                ("open", json!(found.open)),
                ("closed", json!(found.closed)),
                ("opportunity", json!(found.opportunity)),
            ] {
                object.insert(key.to_owned(), value);
            }
            output::pretty(object)?
        }
        TableFormat::Csv => {
            head.beside();
            output::csv(&rows::flat(&found, options.lang))?
        }
        TableFormat::Table => head.page(page::page(&chosen, &found, words)),
    };
    output::write(options.output.as_deref(), &written)
}
