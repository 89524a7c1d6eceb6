//! `entente evidence status`

use std::path::Path;

use entente_assessment::{News, TableStatus, evidence_status};
use entente_evidence::Rhythm;
use jiff::civil::Date;
use serde::Serialize;

use crate::args::{EvidenceArgs, TableFormat};
use crate::clock;
use crate::failure::Failure;
use crate::output::{self, Envelope};

/// How old each table is on a date, today if none is given. No network is asked: whether news is to be
/// expected follows from each publisher's rhythm.
pub fn run(
    evidence: &EvidenceArgs,
    on: Option<Date>,
    format: TableFormat,
    to: Option<&Path>,
) -> Result<(), Failure> {
    let date = on.unwrap_or_else(clock::today);
    let evidence = evidence.open()?;
    let found = evidence_status(&evidence.as_of(date))?;
    let written = match format {
        TableFormat::Json => {
            let envelope = Envelope {
                as_of: Some(date),
                ..Envelope::default()
            };
            output::json(&envelope, "tables", &found)?
        }
        TableFormat::Csv => output::csv(&found.iter().map(FlatStatus::of).collect::<Vec<_>>())?,
        TableFormat::Table => output::page(page(&found, date)),
    };
    output::write(to, &written)
}

/// A table's age on a line; the keys first.
#[derive(Serialize)]
struct FlatStatus<'s> {
    table: &'s str,
    title: &'s str,
    publisher: &'s str,
    last: Option<Date>,
    age_days: Option<i32>,
    rhythm: Option<Rhythm>,
    news: News,
}

impl<'s> FlatStatus<'s> {
    fn of(status: &'s TableStatus) -> Self {
        FlatStatus {
            table: status.table.as_str(),
            title: &status.title,
            publisher: &status.publisher,
            last: status.last,
            age_days: status.age_days,
            rhythm: status.rhythm,
            news: status.news,
        }
    }
}

fn page(found: &[TableStatus], date: Date) -> String {
    let missing = || "-".to_owned();
    let lines = found.iter().map(|status| {
        vec![
            status.table.to_string(),
            status.last.map_or_else(missing, |day| day.to_string()),
            status
                .age_days
                .map_or_else(missing, |days| days.to_string()),
            status
                .rhythm
                .map_or_else(missing, |rhythm| rhythm.to_string()),
            status.news.as_str().to_owned(),
        ]
    });
    let header = ["table", "last record", "days", "rhythm", "news"];
    let table = output::table(&header, &[2], lines.collect());
    let expected = found.iter().filter(|s| s.news == News::Expected).count();
    let count = match expected {
        0 => "No table".to_owned(),
        1 => "One table".to_owned(),
        n => format!("{n} tables"),
    };
    let said = output::wrapped(&format!(
        "{count} should have news by the rhythm of the publisher: more should be out than is on record here. Nothing was asked of the publishers. `entente evidence import` reads what they bring out."
    ));
    format!("The evidence as known on {date}\n\n{table}\n{said}")
}
