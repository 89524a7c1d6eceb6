//! Arguments of `entente brief`.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use entente_brief::Lang;
use jiff::civil::Date;

use crate::args::day;

/// How a brief is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum BriefFormat {
    /// For the terminal
    Text,
    /// Markdown
    Md,
    /// One self-contained page
    Html,
    /// A Word file
    Docx,
    /// One JSON object
    Json,
    /// The rows behind a note, with --explain
    Csv,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente brief USA MEX --as-of 2021-02-01\n  entente brief USA MEX --as-of 2021-02-01 --open\n  entente brief Mexico Brasil \"Reino Unido\" --as-of 2019-09-01 -o brief.html\n  entente brief USA MEX --as-of 2021-02-01 --lang es -o informe.docx\n  entente brief USA MEX --as-of 2021-02-01 --for MEX -o for-mexico.docx\n  entente brief USA MEX --as-of 2021-02-01 --explain 1"
)]
pub struct BriefArgs {
    /// Two or more states: name, ISO code or COW number
    #[arg(required = true, num_args = 1.., value_name = "STATE")]
    pub states: Vec<String>,
    /// The date of reading: nothing later is used [default: the last day of votes and contacts on record]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
    /// The dossier: one that ships, a file, or none [default: the shipped one about just these states]
    #[arg(long, value_name = "DOSSIER")]
    pub dossier: Option<String>,
    /// The state whose delegation the brief is for: its objectives, arguments, what to expect and what
    /// not to raise [default: a joint brief]
    #[arg(long = "for", value_name = "STATE")]
    pub side: Option<String>,
    /// The state whose voting coincidence with the world the map shows [default: the first]
    #[arg(long, value_name = "STATE")]
    pub map_of: Option<String>,
    /// A ledger: its held consultations count as meetings, its acts as acts, and what is owed is told
    #[arg(long, value_name = "FILE|ADDRESS")]
    pub database: Option<String>,
    /// Show instead how note N was computed: its rows and its formulas with the figures put in
    #[arg(long, value_name = "N")]
    pub explain: Option<usize>,
    /// How to write it [default: as the file's name ends, otherwise text]
    #[arg(long, value_enum)]
    pub format: Option<BriefFormat>,
    /// The language
    #[arg(long, value_name = "LANG", default_value = "en", value_parser = language)]
    pub lang: Lang,
    /// Write to a file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Open the file in the program that shows such files; without -o, a page beside you, or a text with --explain
    #[arg(long)]
    pub open: bool,
}

impl BriefArgs {
    /// The format that was asked for, by itself or by the name of the file.
    pub fn format(&self) -> BriefFormat {
        let otherwise = match self.open && self.explain.is_none() {
            true => BriefFormat::Html,
            false => BriefFormat::Text,
        };
        let by_name = || BriefFormat::by_name(self.output.as_deref()?);
        self.format.or_else(by_name).unwrap_or(otherwise)
    }
}

impl BriefFormat {
    /// The one that a file's name ends in.
    pub fn by_name(file: &Path) -> Option<Self> {
        match file.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "md" | "markdown" => Some(BriefFormat::Md),
            "html" | "htm" => Some(BriefFormat::Html),
            "docx" => Some(BriefFormat::Docx),
            "json" => Some(BriefFormat::Json),
            "csv" => Some(BriefFormat::Csv),
            _ => None,
        }
    }
}

pub(super) fn language(code: &str) -> Result<Lang, String> {
    Lang::of(code).ok_or_else(|| {
        let codes: Vec<&str> = Lang::all().map(Lang::code).collect();
        format!("there are briefs in {}", codes.join(" and "))
    })
}
