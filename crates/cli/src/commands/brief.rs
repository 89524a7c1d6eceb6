//! `entente brief`

use std::io::IsTerminal;

use entente_assessment::Assessment;

use crate::args::{BriefArgs, BriefFormat, EvidenceArgs};
use crate::failure::Failure;
use crate::output;

/// Wider than this and lines of prose are hard to read.
const WIDTH: usize = 80;

pub fn run(options: &BriefArgs, evidence: &EvidenceArgs) -> Result<(), Failure> {
    let evidence = evidence.open()?;
    let date = match options.as_of {
        Some(date) => date,
        None => evidence.latest()?,
    };
    let assessment = Assessment::of(&options.states, &evidence.as_of(date))?;
    let rendered = match options.format {
        BriefFormat::Text => entente_brief::text(&assessment, &style(options), options.lang),
        BriefFormat::Html => entente_brief::html(&assessment, options.lang),
        BriefFormat::Json => entente_brief::json(&assessment)?,
    };
    output::write(options.output.as_deref(), rendered.as_bytes())
}

fn style(options: &BriefArgs) -> entente_brief::Style {
    let no_colour = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
    entente_brief::Style {
        colour: options.output.is_none() && std::io::stdout().is_terminal() && !no_colour,
        width: WIDTH,
    }
}
