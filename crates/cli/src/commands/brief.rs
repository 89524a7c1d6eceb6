//! `entente brief`

use std::io::IsTerminal;
use std::path::PathBuf;

use entente_assessment::{Assessment, Party, Question, Workings};
use entente_brief::{Explanation, Lang};

use crate::args::{BriefArgs, BriefFormat, EvidenceArgs};
use crate::commands::{dossier, ledger};
use crate::failure::Failure;
use crate::reading::Reading;
use crate::{fits, output};

/// Wider than this and lines of prose are hard to read.
const WIDTH: usize = 80;

pub fn run(options: &BriefArgs, evidence: &EvidenceArgs) -> Result<(), Failure> {
    check(options)?;
    if options.output.is_none() && !options.open {
        refuse_in_terminal(options.format())?;
    }
    let evidence = evidence.open()?;
    let reading = Reading::of(options.as_of, &evidence)?;
    let date = reading.date;
    let parties = Party::resolve(&options.states, date)?;
    let dossier = dossier::find(options.dossier.as_deref(), &parties, options.lang)?;
    let database = options.database.as_deref();
    let dossier = dossier
        .map(|found| ledger::with_ledger(found, database))
        .transpose()?;
    let commitments = ledger::promised(database)?;
    let question = Question {
        commitments: commitments.as_deref(),
        dossier: dossier.as_ref().map(|d| (d.name.as_str(), &d.dossier)),
        focus: options.map_of.as_deref(),
        side: options.side.as_deref(),
        reading: reading.came_about,
        ..Question::about(&options.states)
    };
    let (fits, as_of) = (fits::kept(), evidence.as_of(date));
    let assessment = Assessment::of(&question, &fits, &as_of)?;
    let lang = options.lang;
    if let Some(number) = options.explain {
        let dossier = dossier.as_ref().map(|d| &d.dossier);
        let workings = Workings::of(number, &assessment, dossier, &fits, &as_of)?;
        let written = explained(&Explanation::of(&workings, &assessment, lang), options)?;
        return deliver(&written, "explanation", &assessment, options);
    }
    let rendered = rendered(&assessment, options.format(), lang, &style(options))?;
    deliver(&rendered, "brief", &assessment, options)
}

/// Writes to the terminal or a file, says which, and opens it where that is asked for.
fn deliver(
    rendered: &[u8],
    what: &str,
    assessment: &Assessment,
    options: &BriefArgs,
) -> Result<(), Failure> {
    let file = options.output.clone().or_else(|| {
        options
            .open
            .then(|| PathBuf::from(file_name(assessment, options)))
    });
    output::write(file.as_deref(), rendered)?;
    if let Some(file) = &file {
        let place = std::path::absolute(file).unwrap_or_else(|_| file.clone());
        output::tell(format!("The {what} is in {}", place.display()));
        if options.open && open::that_detached(&place).is_err() {
            output::tell("Nothing here shows such a file by itself: open it from there.");
        }
    }
    Ok(())
}

/// An assessment in a format and a language.
pub fn rendered(
    assessment: &Assessment,
    format: BriefFormat,
    lang: Lang,
    style: &entente_brief::Style,
) -> Result<Vec<u8>, Failure> {
    Ok(match format {
        BriefFormat::Text => entente_brief::text(assessment, style, lang).into_bytes(),
        BriefFormat::Md => entente_brief::markdown(assessment, lang).into_bytes(),
        BriefFormat::Html => entente_brief::html(assessment, lang).into_bytes(),
        BriefFormat::Docx => entente_brief::docx(assessment, lang)?,
        BriefFormat::Json => entente_brief::json(assessment)?.into_bytes(),
        BriefFormat::Csv => return Err(rows_of_what()),
    })
}

/// A Word file for a terminal is refused before anything is computed.
pub fn refuse_in_terminal(format: BriefFormat) -> Result<(), Failure> {
    match format == BriefFormat::Docx && std::io::stdout().is_terminal() {
        true => Err(Failure::usage("a Word file cannot be shown in a terminal")
            .help("-o brief.docx writes it to a file")),
        false => Ok(()),
    }
}

/// `usa-mex-2021-02-01.html`, `usa-mex-2021-02-01-note-1.txt`.
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
        BriefFormat::Csv => "csv",
    };
    let note = options.explain.map(|number| format!("-note-{number}"));
    let note = note.unwrap_or_default();
    format!("{}-{}{note}.{ending}", codes.join("-"), assessment.as_of)
}

/// Refuses formats that there are not, before anything is computed.
fn check(options: &BriefArgs) -> Result<(), Failure> {
    match (options.explain, options.format()) {
        (None, BriefFormat::Csv) => Err(rows_of_what()),
        (Some(_), BriefFormat::Html | BriefFormat::Docx) => Err(Failure::usage(
            "--explain writes text, md, json or csv, not a page or a Word file",
        )
        .help("--format md can be opened in a word processor; --format csv in a spreadsheet")),
        _ => Ok(()),
    }
}

fn rows_of_what() -> Failure {
    Failure::usage("a brief has no rows to write as CSV")
        .help("--explain N --format csv writes the rows behind note N")
}

/// How one note was computed.
fn explained(explanation: &Explanation<'_>, options: &BriefArgs) -> Result<Vec<u8>, Failure> {
    Ok(match options.format() {
        BriefFormat::Md => explanation.markdown().into_bytes(),
        BriefFormat::Json => explanation.json()?.into_bytes(),
        BriefFormat::Csv => {
            let main = explanation.main_rows();
            output::csv_under(&main.columns, &main.rows)?
        }
        BriefFormat::Text | BriefFormat::Html | BriefFormat::Docx => {
            explanation.text(&style(options)).into_bytes()
        }
    })
}

fn style(options: &BriefArgs) -> entente_brief::Style {
    style_of(options.output.is_some() || options.open)
}

/// How text is set, in a file or for whoever reads the output.
pub fn style_of(to_file: bool) -> entente_brief::Style {
    let no_colour = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
    entente_brief::Style {
        colour: !to_file && std::io::stdout().is_terminal() && !no_colour,
        width: WIDTH,
    }
}
