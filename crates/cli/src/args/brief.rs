//! Arguments of `entente brief`.

use std::path::PathBuf;

use clap::ValueEnum;
use entente_brief::Lang;
use jiff::civil::Date;

/// How a brief is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum BriefFormat {
    /// For the terminal
    Text,
    /// One self-contained page
    Html,
    /// One JSON object
    Json,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente brief USA MEX --as-of 2021-02-01\n  entente brief Mexico Brasil \"Reino Unido\" --as-of 2019-09-01 --format html -o brief.html"
)]
pub struct BriefArgs {
    /// Two or more states: name, ISO code or COW number
    #[arg(required = true, num_args = 1.., value_name = "STATE")]
    pub states: Vec<String>,
    /// The date of reading: nothing later is used [default: the last day of votes and contacts on record]
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
    /// How to write it
    #[arg(long, value_enum, default_value = "text")]
    pub format: BriefFormat,
    /// The language
    #[arg(long, value_name = "LANG", default_value = "en", value_parser = language)]
    pub lang: Lang,
    /// Write to a file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

fn language(code: &str) -> Result<Lang, String> {
    Lang::of(code).ok_or_else(|| {
        let codes: Vec<&str> = Lang::all().map(Lang::code).collect();
        format!("there are briefs in {}", codes.join(" and "))
    })
}
