//! Arguments of `entente ledger pack`.

use std::path::PathBuf;

use clap::ValueEnum as _;
use clap::builder::PossibleValuesParser;
use clap::builder::TypedValueParser as _;
use entente_brief::Lang;
use jiff::civil::Date;

use crate::args::BriefFormat;
use crate::args::brief::language;
use crate::args::day;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente ledger pack hled-2027 -o pack.docx\n  entente ledger pack hled-2027 --as MEX --lang es -o carpeta.docx"
)]
pub struct PackArgs {
    /// The consultation, by its id
    #[arg(value_name = "CONSULTATION")]
    pub consultation: String,
    /// The date of reading [default: today, or the eve of a consultation that is past]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
    /// The dossier: one that ships, a file, or none [default: that of the agenda's items, or the shipped one about the parties]
    #[arg(long, value_name = "DOSSIER")]
    pub dossier: Option<String>,
    /// How to write it [default: as the file's name ends, otherwise text]
    #[arg(long, value_parser = formats())]
    pub format: Option<BriefFormat>,
    /// The language
    #[arg(long, value_name = "LANG", default_value = "en", value_parser = language)]
    pub lang: Lang,
    /// Write to a file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// A brief's formats, but for CSV: a pack has no rows.
fn formats() -> impl clap::builder::TypedValueParser<Value = BriefFormat> {
    PossibleValuesParser::new(["text", "md", "html", "docx", "json"])
        .try_map(|name| BriefFormat::from_str(&name, false))
}

impl PackArgs {
    /// The format that was asked for, by itself or by the name of the file.
    pub fn format(&self) -> BriefFormat {
        let by_name = || BriefFormat::by_name(self.output.as_deref()?);
        self.format.or_else(by_name).unwrap_or(BriefFormat::Text)
    }
}
