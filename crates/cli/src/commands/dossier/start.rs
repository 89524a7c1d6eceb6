//! `entente dossier new`

use std::path::Path;

use entente_assessment::{Party, starting_dossier};
use jiff::civil::Date;

use crate::args::EvidenceArgs;
use crate::failure::Failure;
use crate::output;
use crate::reading::Reading;

pub fn run(
    states: &[String],
    as_of: Option<Date>,
    to: Option<&Path>,
    evidence: &EvidenceArgs,
) -> Result<(), Failure> {
    super::not_written_over(to)?;
    let evidence = evidence.open()?;
    let date = Reading::of(as_of, &evidence)?.date;
    let parties = Party::resolve(states, date)?;
    let text = starting_dossier(&parties, &evidence.as_of(date))?;
    output::write(to, &output::page(text))?;
    if let Some(path) = to {
        output::tell(format!(
            "The dossier is in {}; entente dossier check tells what is wrong in it",
            path.display()
        ));
    }
    Ok(())
}
