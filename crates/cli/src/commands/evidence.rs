//! `entente evidence`

mod build;
mod check;
mod import;
mod issues;
mod kinds;
mod publishers;
mod status;
mod update;
mod works;

use std::io::IsTerminal;
use std::path::Path;

use entente_doors::text::shown_on_a_line;
use entente_evidence::{
    AsOf, Bundle, Directory, EvidenceError, ForEachTable, RawFile, Record, SoundTable, Source,
    TableId, Verified,
};
use jiff::civil::Date;

use super::codebook;
use crate::args::{EvidenceArgs, EvidenceCommand, ExportFormat, TableFormat};
use crate::failure::Failure;
use crate::input;
use crate::output::{self, Envelope};

pub fn run(command: &EvidenceCommand, evidence: &EvidenceArgs) -> Result<(), Failure> {
    match command {
        EvidenceCommand::List {
            format,
            bibtex,
            output,
        } => list(evidence, *format, *bibtex, output.as_deref()),
        EvidenceCommand::Status { on, format, output } => {
            status::run(evidence, *on, *format, output.as_deref())
        }
        EvidenceCommand::Check(options) => check::run(options, evidence),
        EvidenceCommand::Update(options) => update::run(options, evidence),
        EvidenceCommand::Verify => verify(evidence),
        EvidenceCommand::Import {
            file,
            kind,
            into,
            skip_faulty,
            left_out,
            conflicts,
            by_session,
        } => {
            let to = import::Reports {
                left_out: skip_faulty
                    .then(|| import::list_of_left_out(file, into, left_out.as_deref())),
                conflicts: conflicts.as_deref(),
                by_session: by_session.as_deref(),
            };
            import::run(file, *kind, into, &to)
        }
        EvidenceCommand::Kinds { format, output } => {
            kinds::run(evidence, *format, output.as_deref())
        }
        EvidenceCommand::Export {
            table,
            format,
            as_of,
            output,
        } => export(evidence, *table, *format, *as_of, output.as_deref()),
        EvidenceCommand::Build {
            from,
            into,
            without,
        } => build::run(from, into, without),
        EvidenceCommand::Codebook { into } => codebook::run(into.as_deref()),
    }
}

fn bundles(evidence: &EvidenceArgs) -> Result<Vec<Bundle>, EvidenceError> {
    let mut bundles = Vec::new();
    if !evidence.without_embedded {
        bundles.push(Bundle::Embedded);
    }
    if let Some(path) = evidence.directory() {
        let directory = Directory::open(path)?;
        // A directory that holds no evidence is refused here as everywhere.
        if directory.is_empty() {
            return Err(EvidenceError::Empty {
                path: path.to_owned(),
            });
        }
        bundles.push(Bundle::Directory(directory));
    }
    Ok(bundles)
}

fn list(
    evidence: &EvidenceArgs,
    format: TableFormat,
    bibtex: bool,
    to: Option<&Path>,
) -> Result<(), Failure> {
    if bibtex {
        let text = works::bibtex(&evidence.open()?)?;
        return output::write(to, &output::page(text));
    }
    let mut sources: Vec<Source> = Vec::new();
    for bundle in bundles(evidence)? {
        sources.extend(bundle.sources()?.tables);
    }
    let written = match format {
        TableFormat::Json => output::json(&Envelope::default(), "tables", &sources)?,
        TableFormat::Csv => {
            let flat: Vec<FlatSource<'_>> = sources.iter().map(FlatSource::of).collect();
            output::csv(&flat)?
        }
        TableFormat::Table => output::page(sources.iter().map(card).collect::<String>()),
    };
    output::write(to, &written)
}

/// A source without its list of files, which has no place in a row.
#[derive(serde::Serialize)]
struct FlatSource<'a> {
    name: &'a str,
    title: &'a str,
    rows: usize,
    period: &'a str,
    publisher: &'a str,
    licence: &'a str,
    version: &'a str,
    citation: &'a str,
    sha256: &'a str,
}

impl<'a> FlatSource<'a> {
    fn of(source: &'a Source) -> Self {
        FlatSource {
            name: &source.name,
            title: &source.title,
            rows: source.rows,
            period: &source.period,
            publisher: &source.publisher,
            licence: &source.licence,
            version: &source.version,
            citation: &source.citation,
            sha256: &source.sha256,
        }
    }
}

fn card(source: &Source) -> String {
    let lines = [
        format!("{} ({} rows)", source.name, source.rows),
        format!("  {}", source.title),
        format!("  period     {}", source.period),
        format!("  publisher  {}", source.publisher),
        format!("  licence    {}", source.licence),
        String::new(),
    ];
    let line = |line: &String| format!("{}\n", shown_on_a_line(line));
    lines.iter().map(line).collect()
}

fn verify(evidence: &EvidenceArgs) -> Result<(), Failure> {
    let mut faults = Vec::new();
    for bundle in bundles(evidence)? {
        let Verified {
            sound,
            faults: wrong,
        } = bundle.verify();
        let lines: String = sound.iter().map(sound_line).collect();
        output::write(None, &output::page(lines))?;
        faults.extend(wrong.iter().map(ToString::to_string));
    }
    if faults.is_empty() {
        return Ok(());
    }
    Err(Failure::failed(format!(
        "the evidence is not as it should be:\n  {}",
        faults.join("\n  ")
    )))
}

fn sound_line(sound: &SoundTable) -> String {
    let SoundTable {
        table,
        rows,
        cleaned,
    } = sound;
    let cleaned = match cleaned {
        0 => String::new(),
        n => format!("; {}", cleaned_texts(*n)),
    };
    format!("sound  {table:24} {rows:>9} rows{cleaned}\n")
}

/// How many texts were changed, in words.
fn cleaned_texts(number: usize) -> String {
    let (texts, hold, are) = match number {
        1 => ("text", "holds", "is"),
        _ => ("texts", "hold", "are"),
    };
    format!(
        "{number} {texts} {hold} characters that no text may hold, and {are} read without them \
         (\u{FFFD} stands in their place)"
    )
}

fn read_file(path: &Path) -> Result<Vec<u8>, Failure> {
    input::bytes(path, entente_evidence::import::MOST_OF_A_FILE).map_err(|e| {
        let failure = Failure::failed(format!("cannot read {}: {e}", path.display()));
        match e.kind() {
            std::io::ErrorKind::NotFound => failure.help("is the path right?"),
            _ => failure,
        }
    })
}

fn raw_file(path: &Path, bytes: &[u8]) -> RawFile {
    RawFile {
        file: path
            .file_name()
            .map(|n| n.to_string_lossy().into_owned())
            .unwrap_or_default(),
        sha256: entente_evidence::sha256(bytes),
    }
}

/// Somebody else is writing to the directory.
fn waiting(dir: &Path) {
    if std::io::stderr().is_terminal() {
        output::tell(format!(
            "another program is writing to {}: waiting for it",
            dir.display()
        ));
    }
}

struct Export<'a> {
    as_of: AsOf<'a>,
    format: ExportFormat,
    date: Option<Date>,
    written: Vec<u8>,
}

impl ForEachTable for Export<'_> {
    type Error = Failure;
    fn table<R: Record>(&mut self) -> Result<(), Failure> {
        let rows: Vec<R> = self
            .as_of
            .rows::<R>()?
            .map(std::borrow::Cow::into_owned)
            .collect();
        if rows.is_empty() {
            return Err(Failure::failed(format!(
                "the {} table has no rows to export",
                R::TABLE
            )));
        }
        self.written = match self.format {
            ExportFormat::Csv => output::csv(&rows)?,
            ExportFormat::Parquet => {
                entente_evidence::parquet_bytes(&rows).map_err(Failure::failed)?
            }
            ExportFormat::Json => {
                let envelope = Envelope {
                    as_of: self.date,
                    evidence: vec![self.as_of.table_use::<R>()?],
                    ..Envelope::default()
                };
                output::json(&envelope, "rows", &rows)?
            }
        };
        Ok(())
    }
}

fn export(
    evidence: &EvidenceArgs,
    table: TableId,
    format: ExportFormat,
    date: Option<Date>,
    to: Option<&Path>,
) -> Result<(), Failure> {
    let evidence = evidence.open()?;
    let mut export = Export {
        as_of: evidence.as_of(date.unwrap_or(Date::MAX)),
        format,
        date,
        written: Vec::new(),
    };
    export.only(table)?;
    output::write(to, &export.written)
}
