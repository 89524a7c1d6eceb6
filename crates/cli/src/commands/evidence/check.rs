//! `entente evidence check`

use std::collections::BTreeMap;
use std::path::Path;

use entente_assessment::{News, TableStatus, evidence_status};
use entente_evidence::{Rhythm, TableId};
use entente_publishers::{
    Checked, CheckedFile, Client, Downloads, Held, Publication, State, check,
};
use jiff::civil::Date;
use serde::Serialize;

use super::publishers;
use crate::args::{CheckArgs, EvidenceArgs, TableFormat};
use crate::clock;
use crate::failure::Failure;
use crate::output::{self, Envelope};

/// Asks publishers what they have that the evidence has not. Nothing is changed.
pub fn run(options: &CheckArgs, evidence: &EvidenceArgs) -> Result<(), Failure> {
    publishers::may_be_asked(evidence)?;
    let list = publishers::list(options.publishers.as_deref())?;
    let publications = publishers::named(&list, &options.only)?;
    let today = clock::today();
    let opened = evidence.open()?;
    let ages: BTreeMap<TableId, TableStatus> = (evidence_status(&opened.as_of(today))?.into_iter())
        .map(|status| (status.table, status))
        .collect();
    let layer = evidence.directory();
    let downloads = layer.map(Downloads::of).transpose()?;
    let held = Held::of(layer, downloads, !evidence.without_embedded)?;
    let found = check(
        &Client::new(list.limits),
        &publications,
        &held,
        &list.limits,
    );
    let rows: Vec<Row> = (publications.iter().zip(found))
        .map(|(publication, checked)| Row::of(publication, checked, &ages))
        .collect();
    write(&rows, today, options.format, options.output.as_deref())?;
    outcome(&rows)
}

/// What was found of a publication, beside the age of its first table.
#[derive(Serialize)]
struct Row {
    #[serde(flatten)]
    checked: Checked,
    table: TableId,
    last: Option<Date>,
    rhythm: Option<Rhythm>,
    news: News,
}

impl Row {
    fn of(
        publication: &Publication,
        checked: Checked,
        ages: &BTreeMap<TableId, TableStatus>,
    ) -> Self {
        let table = publication.tables[0];
        let age = ages.get(&table);
        Row {
            checked,
            table,
            last: age.and_then(|age| age.last),
            rhythm: age.and_then(|age| age.rhythm),
            news: age.map_or(News::NotKnown, |age| age.news),
        }
    }

    fn told(&self) -> String {
        let files = names(&self.checked.files);
        let note = self.checked.note.clone().unwrap_or_default();
        match (files.is_empty(), self.checked.state) {
            (false, _) => files,
            (true, State::Unchanged) => String::new(),
            (true, _) => note,
        }
    }
}

/// The same on one line of CSV; the keys first.
#[derive(Serialize)]
struct FlatRow<'r> {
    name: &'r str,
    state: State,
    files: String,
    table: TableId,
    last: Option<Date>,
    rhythm: Option<Rhythm>,
    news: News,
    title: &'r str,
    note: Option<&'r str>,
}

fn write(rows: &[Row], today: Date, format: TableFormat, to: Option<&Path>) -> Result<(), Failure> {
    let flat = |row: &'_ Row| -> Result<serde_json::Value, Failure> {
        Ok(serde_json::to_value(FlatRow {
            name: &row.checked.name,
            state: row.checked.state,
            files: names(&row.checked.files),
            table: row.table,
            last: row.last,
            rhythm: row.rhythm,
            news: row.news,
            title: &row.checked.title,
            note: row.checked.note.as_deref(),
        })?)
    };
    let written = match format {
        TableFormat::Json => {
            let envelope = Envelope {
                as_of: Some(today),
                ..Envelope::default()
            };
            output::json(&envelope, "publications", rows)?
        }
        TableFormat::Csv => output::csv(&rows.iter().map(flat).collect::<Result<Vec<_>, _>>()?)?,
        TableFormat::Table => output::page(page(rows, today)),
    };
    output::write(to, &written)
}

fn page(rows: &[Row], today: Date) -> String {
    let missing = || "-".to_owned();
    let lines = rows.iter().map(|row| {
        vec![
            row.checked.name.clone(),
            row.checked.state.as_str().to_owned(),
            row.last.map_or_else(missing, |day| day.to_string()),
            row.news.as_str().to_owned(),
        ]
    });
    let table = output::table(
        &["source", "state", "last record", "news"],
        &[],
        lines.collect(),
    );
    let told: String = (rows.iter())
        .map(|row| (&row.checked.name, row.told()))
        .filter(|(_, told)| !told.is_empty())
        .map(|(name, told)| output::wrapped(&format!("- {name}: {told}")))
        .collect();
    format!("What publishers have, against the evidence here ({today})\n\n{table}\n{told}")
}

/// Files with what became of them.
pub fn names(files: &[CheckedFile]) -> String {
    let name = |file: &CheckedFile| format!("{} {}", file.file, file.state.as_str());
    files.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// Succeeds if everybody could be asked and nobody has more.
fn outcome(rows: &[Row]) -> Result<(), Failure> {
    let of = |state| {
        let names = rows.iter().filter(|row| row.checked.state == state);
        names
            .map(|row| row.checked.name.as_str())
            .collect::<Vec<_>>()
    };
    let (newer, unreachable) = (of(State::Newer), of(State::Unreachable));
    let mut said = Vec::new();
    if !newer.is_empty() {
        said.push(format!(
            "publishers have more than the evidence here: {}",
            newer.join(", ")
        ));
    }
    if !unreachable.is_empty() {
        said.push(format!("could not be asked: {}", unreachable.join(", ")));
    }
    if said.is_empty() {
        return Ok(());
    }
    let failure = Failure::failed(said.join("; "));
    Err(match newer.is_empty() {
        true => failure.help("Nothing was changed."),
        false => {
            failure.help("Nothing was changed. `entente evidence update --into DIR` takes it in.")
        }
    })
}
