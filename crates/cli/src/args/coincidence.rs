//! Arguments of `entente coincidence`.

use std::path::PathBuf;

use entente_evidence::Issue;
use jiff::civil::Date;

use super::TableFormat;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente coincidence USA MEX --session 73\n  entente coincidence USA MEX --from 2009 --to 2012 --issue hr --format csv"
)]
pub struct CoincidenceArgs {
    /// Two or more states: name, ISO code or COW number
    #[arg(required = true, num_args = 1.., value_name = "STATE")]
    pub states: Vec<String>,
    /// One regular session
    #[arg(long, value_name = "N", conflicts_with_all = ["year", "from", "to"])]
    pub session: Option<u16>,
    /// One calendar year
    #[arg(long, value_name = "YEAR", conflicts_with_all = ["from", "to"])]
    pub year: Option<u16>,
    /// From this session, or this year (1946 and above is a year)
    #[arg(long, value_name = "A")]
    pub from: Option<u16>,
    /// To this session or year
    #[arg(long, value_name = "B")]
    pub to: Option<u16>,
    /// Coded issues (me, nu, di, hr, co, ec) or `all`; several with commas [default: all of these]
    #[arg(long, value_name = "ISSUE", value_delimiter = ',', value_parser = parse_issue)]
    pub issue: Vec<IssueWord>,
    /// The date of reading: nothing later is used [default: the last day of votes and contacts on record]
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
    /// How to write it
    #[arg(long, value_enum, default_value = "table")]
    pub format: TableFormat,
    /// Write to a file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// `all`, or a coded issue.
#[derive(Debug, Clone, Copy)]
pub struct IssueWord(pub entente_measures::IssueFilter);

fn parse_issue(word: &str) -> Result<IssueWord, String> {
    use entente_measures::IssueFilter;
    if word == "all" {
        return Ok(IssueWord(IssueFilter::All));
    }
    Issue::from_word(word)
        .map(|i| IssueWord(IssueFilter::Only(i)))
        .ok_or_else(|| {
            let listed: Vec<String> = Issue::ALL
                .iter()
                .map(|i| format!("{} ({})", i.as_str(), i.title()))
                .collect();
            format!("no such issue; there are: all, {}", listed.join(", "))
        })
}
