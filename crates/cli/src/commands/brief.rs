//! `entente brief`

use std::io::IsTerminal;
use std::path::PathBuf;

use entente_assessment::{Assessment, Party, Question};

use crate::args::{BriefArgs, BriefFormat, EvidenceArgs};
use crate::commands::dossier;
use crate::failure::Failure;
use crate::{fits, output};

/// Wider than this and lines of prose are hard to read.
const WIDTH: usize = 80;

pub fn run(options: &BriefArgs, evidence: &EvidenceArgs) -> Result<(), Failure> {
    let to_terminal = options.output.is_none() && !options.open && std::io::stdout().is_terminal();
    if to_terminal && options.format() == BriefFormat::Docx {
        return Err(Failure::usage("a Word file cannot be shown in a terminal")
            .help("-o brief.docx writes it to a file"));
    }
    let evidence = evidence.open()?;
    let date = match options.as_of {
        Some(date) => date,
        None => evidence.latest()?,
    };
    let parties = Party::resolve(&options.states, date)?;
    let dossier = dossier::find(options.dossier.as_deref(), &parties, options.lang)?;
    let question = Question {
        dossier: dossier.as_ref().map(|d| (d.name.as_str(), &d.dossier)),
        focus: options.map_of.as_deref(),
        side: options.side.as_deref(),
        ..Question::about(&options.states)
    };
    let assessment = Assessment::of(&question, &fits::kept(), &evidence.as_of(date))?;
    let lang = options.lang;
    let rendered = match options.format() {
        BriefFormat::Text => entente_brief::text(&assessment, &style(options), lang).into_bytes(),
        BriefFormat::Md => entente_brief::markdown(&assessment, lang).into_bytes(),
        BriefFormat::Html => entente_brief::html(&assessment, lang).into_bytes(),
        BriefFormat::Docx => entente_brief::docx(&assessment, lang)?,
        BriefFormat::Json => entente_brief::json(&assessment)?.into_bytes(),
    };
    let file = options.output.clone().or_else(|| {
        options
            .open
            .then(|| PathBuf::from(file_name(&assessment, options)))
    });
    output::write(file.as_deref(), &rendered)?;
    if let Some(file) = &file {
        let place = std::path::absolute(file).unwrap_or_else(|_| file.clone());
        eprintln!("The brief is in {}", place.display());
        if options.open && open::that_detached(&place).is_err() {
            eprintln!("Nothing here shows such a file by itself: open it from there.");
        }
    }
    Ok(())
}

/// `usa-mex-2021-02-01.html`.
fn file_name(assessment: &Assessment, options: &BriefArgs) -> String {
    let codes: Vec<String> = (assessment.parties.iter())
        .map(|p| p.iso3.to_lowercase())
        .collect();
    let ending = match options.format() {
        BriefFormat::Text => "txt",
        BriefFormat::Md => "md",
        BriefFormat::Html => "html",
        BriefFormat::Docx => "docx",
        BriefFormat::Json => "json",
    };
    format!("{}-{}.{ending}", codes.join("-"), assessment.as_of)
}

fn style(options: &BriefArgs) -> entente_brief::Style {
    let no_colour = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
    entente_brief::Style {
        colour: options.output.is_none()
            && !options.open
            && std::io::stdout().is_terminal()
            && !no_colour,
        width: WIDTH,
    }
}
