//! `entente ledger plan`

use entente_assessment::{
    Mechanism, Note, Party, SeriesError, Slot, SlotSeries, windows_evidence, windows_notes,
};
use entente_evidence::TableUse;
use entente_ledger::{Change, Consultation, ConsultationStatus, Days, Source};
use entente_states::system;
use jiff::civil::Date;
use serde::Serialize;

use super::add::level_of;
use super::{Room, names};
use crate::args::{EvidenceArgs, PlanArgs, RoomArgs, TableFormat};
use crate::clock::today;
use crate::commands::windows::filled;
use crate::failure::Failure;
use crate::output;

/// A consultation that is laid out, and why in that week.
#[derive(Serialize)]
struct Row {
    #[serde(flatten)]
    slot: Slot,
    consultation: Consultation,
}

#[derive(Serialize)]
struct FlatRow<'r> {
    id: &'r str,
    start: Date,
    end: Date,
    wanted: Date,
    moved: i64,
    poor: bool,
    why: Vec<&'r str>,
}

#[derive(Serialize)]
struct Head {
    as_of: Date,
    evidence: Vec<TableUse>,
    notes: Vec<Note>,
    dry_run: bool,
}

pub fn run(options: &PlanArgs, room: &RoomArgs, evidence: &EvidenceArgs) -> Result<(), Failure> {
    let (_, mechanism) = names::declared(&options.mechanism, options.dossier.as_deref())?;
    let cadence = options.cadence.as_ref().unwrap_or(&mechanism.cadence.text);
    let series = SlotSeries::of(options.from, cadence, options.until, options.times)?;
    let date = options.as_of.unwrap_or_else(today);
    let evidence = evidence.open()?;
    let as_of = evidence.as_of(date);
    let slots = series.slots(&parties(&mechanism, date), &as_of)?;
    let rows: Vec<Row> = slots
        .into_iter()
        .map(|slot| row(slot, &mechanism))
        .collect();
    if !options.dry_run {
        write(&rows, room)?;
    }
    let bytes = match options.written.format {
        TableFormat::Json => {
            let head = Head {
                as_of: date,
                evidence: windows_evidence(&as_of)?,
                notes: windows_notes(),
                dry_run: options.dry_run,
            };
            output::json(&head, "consultations", &rows)?
        }
        TableFormat::Csv => output::csv(&rows.iter().map(flat).collect::<Vec<_>>())?,
        TableFormat::Table => output::page(page(&mechanism, &rows, options.dry_run)),
    };
    output::write_private(options.written.output.as_deref(), &bytes)
}

impl From<SeriesError> for Failure {
    fn from(error: SeriesError) -> Self {
        Failure::usage(error.to_string())
    }
}

fn parties(mechanism: &Mechanism, date: Date) -> Vec<Party> {
    let states = mechanism.parties.iter().filter_map(|p| system().get(*p));
    states.map(|state| Party::on(state, date)).collect()
}

fn write(rows: &[Row], room: &RoomArgs) -> Result<(), Failure> {
    let room = Room::to_write(room)?;
    let new = rows
        .iter()
        .map(|row| Change::New(row.consultation.clone().into()));
    room.changes(new.collect())?;
    Ok(())
}

fn row(slot: Slot, mechanism: &Mechanism) -> Row {
    let why = slot.why.iter().flat_map(|window| &window.sources);
    let mut sources: Vec<Source> = Vec::new();
    for citation in why {
        if !sources.iter().any(|s| s.citation == *citation) {
            sources.push(Source {
                citation: citation.clone(),
                ..Source::default()
            });
        }
    }
    Row {
        consultation: Consultation {
            id: format!("{}-{}", mechanism.id, slot.start),
            mechanism: mechanism.id.clone(),
            title: mechanism.name.clone(),
            parties: mechanism.parties.clone(),
            level: level_of(mechanism),
            planned: Some(Days {
                start: slot.start,
                end: slot.end,
            }),
            actual: None,
            place: None,
            participants: Vec::new(),
            status: ConsultationStatus::Planned,
            reason: None,
            note: said(&slot),
            sources,
        },
        slot,
    }
}

/// Why a slot is not in the week that was wanted, or is there although it is poor.
fn said(slot: &Slot) -> Option<String> {
    let windows: Vec<String> = slot
        .why
        .iter()
        .map(|window| match window.end {
            Some(end) if end != window.start => {
                format!("{} ({} to {end})", window.title, window.start)
            }
            _ => format!("{} ({})", window.title, window.start),
        })
        .collect();
    let why = windows.join("; ");
    let weeks = match slot.moved.abs() {
        1 => "one week".to_owned(),
        number => format!("{number} weeks"),
    };
    match (slot.poor, slot.moved) {
        (true, _) => Some(format!("A poor week, and no better one is near: {why}.")),
        (false, 0) => None,
        (false, 1..) => Some(format!("{weeks} later than {}: {why}.", slot.wanted)),
        (false, _) => Some(format!("{weeks} earlier than {}: {why}.", slot.wanted)),
    }
}

fn flat(row: &Row) -> FlatRow<'_> {
    FlatRow {
        id: &row.consultation.id,
        start: row.slot.start,
        end: row.slot.end,
        wanted: row.slot.wanted,
        moved: row.slot.moved,
        poor: row.slot.poor,
        why: row.slot.why.iter().map(|w| w.title.as_str()).collect(),
    }
}

fn page(mechanism: &Mechanism, rows: &[Row], dry_run: bool) -> String {
    let mut text = format!(
        "{}, {}\n\n",
        mechanism.name,
        names::codes(&mechanism.parties).join(" ")
    );
    for row in rows {
        let slot = &row.slot;
        text.push_str(&format!(
            "{} to {}  {}\n",
            slot.start, slot.end, row.consultation.id
        ));
        if let Some(note) = &row.consultation.note {
            text.push_str(&filled(&" ".repeat(12), note));
        }
    }
    text.push('\n');
    text.push_str(match dry_run {
        true => "Nothing was written (--dry-run).\n",
        false => "Written to the ledger as planned.\n",
    });
    text
}
