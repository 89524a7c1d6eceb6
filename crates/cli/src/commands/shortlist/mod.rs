//! `entente shortlist`

mod page;
mod rows;

use entente_assessment::{Shortlist, shortlist_evidence, shortlist_forecasts};
use serde_json::json;

use crate::args::{EvidenceArgs, ShortlistArgs, TableFormat};
use crate::commands::{dossier, ledger};
use crate::failure::Failure;
use crate::fits;
use crate::output::{self, Envelope};

pub fn run(options: &ShortlistArgs, evidence: &EvidenceArgs) -> Result<(), Failure> {
    let chosen = dossier::by_name(&options.dossier, options.lang)?;
    let chosen = ledger::with_ledger(chosen, options.database.as_deref())?;
    let evidence = evidence.open()?;
    let date = match options.as_of {
        Some(date) => date,
        None => evidence.latest()?,
    };
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
    let written = match options.format {
        TableFormat::Json => {
            let envelope = Envelope {
                as_of: Some(date),
                evidence: shortlist_evidence(&as_of)?,
                notes: Vec::new(),
            };
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
        TableFormat::Csv => output::csv(&rows::flat(&found, options.lang))?,
        TableFormat::Table => output::page(page::page(&chosen, &found, options.lang.words())),
    };
    output::write(options.output.as_deref(), &written)
}
