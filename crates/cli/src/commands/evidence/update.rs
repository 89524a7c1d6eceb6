//! `entente evidence update`

use std::collections::BTreeMap;
use std::path::PathBuf;

use entente_assessment::{Assessment, MovedFigure, Party, Question, figures_that_moved};
use entente_evidence::TableId;
use entente_publishers::{
    Checked, Client, Difference, Outcome, Refusal, State, Taken, Update, Wanted, update,
};
use jiff::civil::Date;
use serde::Serialize;

use super::{check, cleaned_texts, issues, publishers, waiting};
use crate::args::{EvidenceArgs, UpdateArgs, UpdateFormat};
use crate::failure::Failure;
use crate::output::{self, Envelope};
use crate::{clock, fits};

/// Lines of one kind that are printed; JSON has all.
const PRINTED: usize = 10;

/// Asks publishers for what is newer, tries it, and puts it in the place of the layer.
pub fn run(options: &UpdateArgs, evidence: &EvidenceArgs) -> Result<(), Failure> {
    publishers::may_be_asked(evidence)?;
    let list = publishers::list(options.publishers.as_deref())?;
    let publications = publishers::named(&list, &options.only)?;
    let today = clock::today();
    let date = options.as_of.unwrap_or(today);
    if !options.brief.is_empty() {
        Party::resolve(&options.brief, date)?;
    }
    let into = options.into.as_path();
    let wait = || waiting(into);
    let wanted = Wanted {
        into,
        publications: &publications,
        accepted: &options.accept,
        today,
        limits: list.limits,
    };
    let client = Client::new(list.limits);
    let mut update = update(&client, &wanted, &issues::code_import, &wait)?;
    let figures = match options.brief.is_empty() {
        true => None,
        false => Some(moved(options, date, &update)?),
    };
    let kept = match options.dry_run {
        true => None,
        false => update.complete(today, &wait)?,
    };
    let report = Report {
        into: into.to_owned(),
        publications: &update.checked,
        taken: &update.taken,
        refusals: &update.refusals,
        difference: &update.difference,
        brief: figures,
        outcome: kept,
    };
    write(&report, options)?;
    outcome(&update)
}

/// The figures of the chosen brief that are others with what was taken.
fn moved(options: &UpdateArgs, date: Date, update: &Update) -> Result<Brief, Failure> {
    let mut brief = Brief {
        states: options.brief.clone(),
        as_of: date,
        figures: Vec::new(),
    };
    if let Some(both) = update.before_and_after(&options.into)? {
        let assessed = |evidence: &entente_evidence::Evidence| {
            let question = Question::about(&options.brief);
            Assessment::of(&question, &fits::kept(), &evidence.as_of(date))
        };
        let [before, after] = &both;
        brief.figures = figures_that_moved(&assessed(before)?, &assessed(after)?)?;
    }
    Ok(brief)
}

/// Everything that an update has to tell.
#[derive(Serialize)]
struct Report<'r> {
    into: PathBuf,
    publications: &'r [Checked],
    taken: &'r [Taken],
    refusals: &'r [Refusal],
    difference: &'r Difference,
    brief: Option<Brief>,
    /// Empty if nothing was changed.
    outcome: Option<Outcome>,
}

/// The brief whose figures were compared.
#[derive(Serialize)]
struct Brief {
    states: Vec<String>,
    as_of: Date,
    figures: Vec<MovedFigure>,
}

fn write(report: &Report<'_>, options: &UpdateArgs) -> Result<(), Failure> {
    let written = match options.format {
        UpdateFormat::Json => output::json_object(&Envelope::default(), report)?,
        UpdateFormat::Text => output::page(report.page()),
    };
    output::write(options.output.as_deref(), &written)
}

impl Report<'_> {
    fn page(&self) -> String {
        let mut text = String::new();
        for checked in self.publications {
            text += &found(checked);
        }
        for taken in self.taken {
            text += &format!("\n{}", read(taken));
        }
        if !self.taken.is_empty() {
            text += &format!("\n{}", different(self.difference));
        }
        if let Some(brief) = &self.brief {
            text += &format!("\n{}", brief.page());
        }
        for refusal in self.refusals {
            text += &output::wrapped(&format!("- {refusal}"));
        }
        text + "\n" + &self.end()
    }

    fn end(&self) -> String {
        let into = self.into.display();
        output::wrapped(&match &self.outcome {
            Some(Outcome { kept: Some(kept) }) => format!(
                "{into} holds this now; `--evidence {into}` reads it. What it held before is in {}.",
                kept.display()
            ),
            Some(Outcome { kept: None }) => {
                format!("{into} holds this now; `--evidence {into}` reads it.")
            }
            None => format!("{into} was not changed."),
        })
    }
}

fn found(checked: &Checked) -> String {
    let files = check::names(&checked.files);
    let files = if files.is_empty() {
        files
    } else {
        format!(" ({files})")
    };
    let note = match (checked.state, &checked.note) {
        (State::Newer, Some(note)) => format!(" {note}"),
        _ => String::new(),
    };
    output::wrapped(&format!(
        "{}: {}{files}{note}",
        checked.name,
        checked.state.as_str()
    ))
}

fn read(taken: &Taken) -> String {
    let rows = (taken.rows.iter())
        .map(|(table, rows): &(TableId, usize)| format!("{rows} {table}"))
        .collect::<Vec<_>>()
        .join(", ");
    let mut text = format!("{}: {rows} read\n", taken.file);
    if taken.cleaned > 0 {
        text += &format!("{}.\n", cleaned_texts(taken.cleaned));
    }
    let lines = taken
        .repairs
        .iter()
        .map(|r| format!("line {}, {}: {}", r.line, r.symbol, r.what));
    text + &listed(
        &format!("{} repairs of the publisher's slips:", taken.repairs.len()),
        lines.collect(),
    )
}

fn different(difference: &Difference) -> String {
    if difference.is_empty() {
        return "No row of any table is different.\n".to_owned();
    }
    let rows = difference.tables.iter().map(|change| {
        let mut row = vec![change.table.to_string()];
        row.extend([change.added, change.changed, change.vanished].map(|n| n.to_string()));
        row
    });
    let header = ["table", "added", "changed", "vanished"];
    let calls = difference.roll_calls.iter().map(|call| {
        let symbol = call.symbol.as_deref().unwrap_or("no symbol");
        let title = call.title.as_deref().unwrap_or_default();
        output::shortened(&format!("{symbol} ({}) {title}", call.date), 96)
    });
    let changed = difference.changed_resolutions.clone();
    [
        output::table(&header, &[1, 2, 3], rows.collect()),
        listed(
            &format!("{} roll calls are new:", difference.roll_calls.len()),
            calls.collect(),
        ),
        listed(
            &format!("{} resolutions read otherwise:", changed.len()),
            changed,
        ),
    ]
    .concat()
}

impl Brief {
    fn page(&self) -> String {
        let about = format!(
            "the brief on {} as of {}",
            self.states.join(", "),
            self.as_of
        );
        let number = |n: Option<f64>| {
            n.map_or_else(
                || "none".to_owned(),
                |n| {
                    let digits = format!("{n:.4}");
                    digits
                        .trim_end_matches('0')
                        .trim_end_matches('.')
                        .to_owned()
                },
            )
        };
        let lines: Vec<String> = (self.figures.iter())
            .map(|f| {
                format!(
                    "{}: {} before, {} after",
                    f.place,
                    number(f.before),
                    number(f.after)
                )
            })
            .collect();
        let mut sections: BTreeMap<&str, usize> = BTreeMap::new();
        for figure in &self.figures {
            let section = figure.place.split(['.', '[']).next().unwrap_or_default();
            *sections.entry(section).or_default() += 1;
        }
        let counts: Vec<String> = (sections.iter())
            .map(|(section, number)| format!("{number} in {section}"))
            .collect();
        match lines.is_empty() {
            true => format!("No figure of {about} moves.\n"),
            false => {
                let heading = format!(
                    "{} figures of {about} move, {}:",
                    lines.len(),
                    counts.join(", ")
                );
                listed(output::wrapped(&heading).trim_end(), lines)
            }
        }
    }
}

/// Lines under a heading; nothing without lines.
fn listed(heading: &str, lines: Vec<String>) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let more = lines.len().saturating_sub(PRINTED);
    let mut text = format!("{heading}\n");
    for line in lines.iter().take(PRINTED) {
        text += &format!("  {line}\n");
    }
    if more > 0 {
        text += &format!("  and {more} more (--format json has all)\n");
    }
    text
}

/// Fails if something speaks against what came.
fn outcome(update: &Update) -> Result<(), Failure> {
    let number = update.refusals.len();
    if number == 0 {
        return Ok(());
    }
    let things = if number == 1 {
        "one thing speaks"
    } else {
        "several things speak"
    };
    Err(
        Failure::failed(format!("{things} against what was fetched; nothing was changed")).help(
            "Look at what the publisher changed. `--accept A/RES/81/4` takes a resolution as the file has it, \
             `--accept 81.json` a file that is smaller or larger than it should be, `--only NAME` leaves the \
             others out.",
        ),
    )
}
