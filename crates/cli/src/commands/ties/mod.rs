//! `entente ties`

mod page;
mod sentences;
mod words;
mod years;

use entente_assessment::{Pair, Party, TiesRow, pairs, ties_evidence, ties_notes, ties_rows};
use entente_brief::Lang;

use crate::args::{EvidenceArgs, TableFormat, TiesArgs};
use crate::failure::Failure;
use crate::output::{self, Head};
use crate::reading::Reading;

pub fn run(options: &TiesArgs, evidence: &EvidenceArgs) -> Result<(), Failure> {
    if let (Some(from), Some(to)) = (options.from, options.to)
        && from > to
    {
        return Err(Failure::usage(format!(
            "--from {from} lies after --to {to}"
        )));
    }
    let evidence = evidence.open()?;
    let reading = Reading::of(options.as_of, &evidence)?;
    let date = reading.date;
    let as_of = evidence.as_of(date);
    let parties = parties(&options.states, date)?;
    let mut found: Vec<(Pair, Vec<TiesRow>)> = Vec::new();
    for pair in pairs(&parties) {
        let rows = ties_rows(&pair, &as_of, options.from, options.to)?;
        found.push((pair, rows));
    }
    if found.iter().all(|(_, rows)| rows.is_empty()) {
        return Err(
            Failure::failed(format!("{} as of {date}", nothing(options))).help(
                "a year has a row when it is over by the date, and both states existed in it; `entente evidence list` shows what the record covers",
            ),
        );
    }
    let words = Lang::default().words();
    let head = Head::of(reading, ties_evidence(&as_of)?, &as_of, words)?;
    let written = match options.format {
        TableFormat::Json => output::json(&head.envelope(ties_notes()), "rows", &flat(found))?,
        TableFormat::Csv => {
            head.beside();
            output::csv(&flat(found))?
        }
        TableFormat::Table => {
            let by_year = options.from.is_some() || options.to.is_some();
            let pages: Vec<String> = found
                .iter()
                .map(|(pair, rows)| {
                    let title = title(pair, &parties, date);
                    match by_year {
                        true => years::page(&title, pair, rows),
                        false => page::page(&title, pair, rows),
                    }
                })
                .collect();
            head.page(pages.join("\n"))
        }
    };
    output::write(options.output.as_deref(), &written)
}

fn nothing(options: &TiesArgs) -> String {
    match (options.from, options.to) {
        (None, None) => "no year on record of these states".to_owned(),
        (Some(from), None) => format!("no year on record of these states from {from}"),
        (None, Some(to)) => format!("no year on record of these states to {to}"),
        (Some(from), Some(to)) => format!("no year on record of these states in {from} to {to}"),
    }
}

fn flat(found: Vec<(Pair, Vec<TiesRow>)>) -> Vec<TiesRow> {
    found.into_iter().flat_map(|(_, rows)| rows).collect()
}

fn title(pair: &Pair, parties: &[Party], date: jiff::civil::Date) -> String {
    let name = |code| {
        let party = parties.iter().find(|p| p.ccode == code);
        party.map_or("", |p| p.name.as_str())
    };
    format!(
        "{} ({}) and {} ({}), as of {date}",
        name(pair.ccode1),
        pair.iso3_1,
        name(pair.ccode2),
        pair.iso3_2
    )
}

/// Rows reach back over the whole record, so the states need not exist on the date.
fn parties(names: &[String], date: jiff::civil::Date) -> Result<Vec<Party>, Failure> {
    let mut parties: Vec<Party> = Vec::new();
    for name in names {
        let party = Party::on(entente_states::system().resolve_on(name, date)?, date);
        if parties.iter().any(|p| p.ccode == party.ccode) {
            return Err(Failure::usage(format!("{} is given twice", party.name)));
        }
        parties.push(party);
    }
    if parties.len() < 2 {
        return Err(Failure::usage(
            "ties are between two or more states; one given",
        ));
    }
    Ok(parties)
}
