//! `entente claims`

mod page;
mod rows;

use entente_assessment::{ClaimRow, claims, claims_evidence, claims_need_ideal_points};
use serde_json::json;

use crate::args::{ClaimsArgs, EvidenceArgs, TableFormat};
use crate::commands::dossier;
use crate::failure::Failure;
use crate::fits;
use crate::output::{self, Head};
use crate::reading::Reading;

pub fn run(options: &ClaimsArgs, evidence: &EvidenceArgs) -> Result<(), Failure> {
    let chosen = dossier::by_name(&options.dossier, options.lang)?;
    let evidence = evidence.open()?;
    let reading = Reading::of(options.as_of, &evidence)?;
    let date = reading.date;
    let as_of = evidence.as_of(date);
    let estimates = match claims_need_ideal_points(&chosen.dossier) {
        true => fits::kept().of_the_whole_record(&as_of, &())?,
        false => None,
    };
    let found: Vec<ClaimRow> = claims(&chosen.dossier, estimates.as_ref(), &as_of)?;
    let words = options.lang.words();
    let head = Head::of(reading, claims_evidence(&found, &as_of)?, &as_of, words)?;
    let written = match options.format {
        TableFormat::Json => {
            let envelope = head.envelope(Vec::new());
            let mut object = output::object(&envelope, "rows", &rows::full(&found, options.lang))?;
            object.insert("dossier".to_owned(), json!(chosen.name));
            output::pretty(object)?
        }
        TableFormat::Csv => {
            head.beside();
            output::csv(&rows::flat(&found, options.lang))?
        }
        TableFormat::Table => head.page(page::page(&chosen, &found, date, options.lang)),
    };
    output::write(options.output.as_deref(), &written)
}
