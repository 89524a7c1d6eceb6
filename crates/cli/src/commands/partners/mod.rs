//! `entente partners`

mod page;
mod words;

use entente_assessment::{
    CandidatesError, Fits, Forecasts, Partners, Party, candidates, gather, partners_evidence,
    partners_notes, session_forecast,
};
use entente_brief::Lang;
use entente_evidence::{AsOf, EvidenceError};
use entente_measures::{IssueFilter, Selector};
use serde_json::json;

use crate::args::{EvidenceArgs, PartnersArgs, TableFormat};
use crate::failure::Failure;
use crate::fits;
use crate::output::{self, Head};
use crate::reading::Reading;

pub fn run(options: &PartnersArgs, evidence: &EvidenceArgs) -> Result<(), Failure> {
    let evidence = evidence.open()?;
    let reading = Reading::of(options.as_of, &evidence)?;
    let date = reading.date;
    let as_of = evidence.as_of(date);
    let state = Party::named(&options.state, date)?;
    let among = candidates(&options.among, &state, date).map_err(refusal)?;
    let fits = fits::kept();
    let (forecasts, estimates) = rayon::join(
        || forecasts(&as_of, &fits),
        || fits.of_the_whole_record(&as_of, &()),
    );
    let gathered = gather(
        &state,
        among,
        forecasts?.as_ref(),
        estimates?.as_ref(),
        &as_of,
    )?;
    let partners =
        Partners::rank(gathered, &options.weights).map_err(|e| Failure::usage(e.to_string()))?;
    let words = Lang::default().words();
    let head = Head::of(reading, partners_evidence(&as_of)?, &as_of, words)?;
    let written = match options.format {
        TableFormat::Json => {
            let envelope = head.envelope(partners_notes());
            let mut object = output::object(&envelope, "rows", &partners.rows)?;
            object.insert("state".to_owned(), json!(partners.state.iso3));
            object.insert("among".to_owned(), json!(options.among));
            object.insert("weights".to_owned(), json!(options.weights));
            object.insert("draws".to_owned(), json!(partners.draws));
            object.insert("criteria".to_owned(), json!(partners.criteria));
            object.insert("left_out".to_owned(), json!(partners.left_out));
            object.insert(
                "explanation".to_owned(),
                json!(words::explanations(&partners)),
            );
            output::pretty(object)?
        }
        TableFormat::Csv => {
            head.beside();
            output::csv(&partners.rows)?
        }
        TableFormat::Table => head.page(page::page(&partners, &options.among, date)),
    };
    output::write(options.output.as_deref(), &written)
}

fn refusal(error: CandidatesError) -> Failure {
    match error {
        CandidatesError::Unresolved(error) => Failure::from(error).help(
            "--among takes a region (Latin America, Africa, Asia, Eastern Europe, Western Europe), a body (OAS, G20), or states with commas",
        ),
        CandidatesError::TooFew(_) => Failure::usage(error.to_string()),
    }
}

/// Of the next session, all roll calls; `None` before the first on record.
fn forecasts<'e>(as_of: &AsOf<'e>, fits: &Fits) -> Result<Option<Forecasts<'e>>, EvidenceError> {
    let Some(session) = session_forecast(as_of)? else {
        return Ok(None);
    };
    let all = vec![Selector::of_issue(IssueFilter::All)];
    Forecasts::of(session, as_of, &all, fits).map(Some)
}
