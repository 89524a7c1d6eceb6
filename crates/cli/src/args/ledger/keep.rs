//! Arguments of the commands that keep the ledger as a whole.

use std::path::PathBuf;
use std::str::FromStr;

use entente_ledger::Head;
use jiff::Timestamp;
use jiff::civil::{Date, date};

use super::Written;
use crate::args::day;

/// A day, or a time in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    Day(Date),
    Time(Timestamp),
}

impl FromStr for Moment {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.contains('T') {
            true => text
                .parse::<Timestamp>()
                .map(Moment::Time)
                .map_err(|_| "this is no time; write it as 2026-11-25T17:30:00Z".to_owned()),
            false => day(text)
                .map(Moment::Day)
                .map_err(|said| format!("{said}; or a time, as 2026-11-25T17:30:00Z")),
        }
    }
}

impl Moment {
    /// The first instant that it can mean.
    pub fn begins(self) -> Timestamp {
        match self {
            Moment::Time(time) => time,
            Moment::Day(day) => midnight(day),
        }
    }

    /// The last instant that it can mean.
    pub fn ends(self) -> Timestamp {
        match self {
            Moment::Time(time) => time,
            Moment::Day(day) => {
                let next = midnight(day.tomorrow().unwrap_or(day));
                next.checked_sub(jiff::SignedDuration::from_nanos(1))
                    .unwrap_or(next)
            }
        }
    }
}

fn midnight(day: Date) -> Timestamp {
    let days = (day - date(1970, 1, 1)).get_days();
    Timestamp::from_second(i64::from(days) * 86_400).unwrap_or(Timestamp::MAX)
}

fn head(text: &str) -> Result<Head, String> {
    let hex = |hash: &str| hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_hexdigit());
    let read = text.split_once(':').and_then(|(seq, hash)| {
        let seq: i64 = seq.parse().ok().filter(|seq| *seq > 0)?;
        hex(hash).then(|| Head {
            seq,
            hash: hash.to_ascii_lowercase(),
        })
    });
    read.ok_or_else(|| {
        "write NUMBER:HASH, as `entente ledger verify` and `export` tell it".to_owned()
    })
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  entente ledger verify\nA head kept elsewhere shows whether the end was cut off or everything rewritten:\n  entente ledger verify --head 120:9f2c…"
)]
pub struct VerifyArgs {
    /// A revision known from elsewhere, as NUMBER:HASH; again for each
    #[arg(long = "head", value_name = "NUMBER:HASH", value_parser = head)]
    pub heads: Vec<Head>,
    /// Count and name what is in every delegation's own, for who keeps the ledger
    #[arg(long)]
    pub whole: bool,
    #[command(flatten)]
    pub written: Written,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  entente ledger restore --as-of 2026-11-24 --into before.sqlite"
)]
pub struct RestoreArgs {
    /// The end of a day, or a time, in UTC
    #[arg(long, value_name = "TIME")]
    pub as_of: Moment,
    /// An empty database, or a file that is not there yet
    #[arg(long, value_name = "FILE|ADDRESS")]
    pub into: String,
    /// With every delegation's own, for who keeps the ledger; otherwise what --as sees
    #[arg(long)]
    pub whole: bool,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente ledger export joint.jsonl\n  entente ledger export ours.jsonl --as MEX"
)]
pub struct ExportArgs {
    /// The file [default: the terminal]
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente ledger import joint.jsonl --database postgres://planning@db/ledger\n  entente ledger import ours.jsonl --as MEX"
)]
pub struct ImportArgs {
    /// An export
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// A backup with every delegation's own, into an empty ledger
    #[arg(long)]
    pub whole: bool,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  entente ledger backup 2026-11-25.sqlite")]
pub struct BackupArgs {
    /// A file that is not there yet: SQLite of SQLite, JSON Lines of PostgreSQL
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente ledger seal --as MEX\n  entente ledger seal --as MEX --passphrase-file old.txt --new-passphrase-file new.txt\nA lost passphrase cannot be recovered: what it sealed is lost, and nothing else."
)]
pub struct SealArgs {
    /// A file with the new passphrase [default: the terminal asks]
    #[arg(long, value_name = "FILE")]
    pub new_passphrase_file: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  entente ledger roles --of MEX --of USA --database postgres://owner@db/ledger"
)]
pub struct RolesArgs {
    /// A delegation that gets a role; again for each
    #[arg(long = "of", value_name = "STATE", required = true)]
    pub of: Vec<String>,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  entente ledger fetch document-12 -o statement.pdf")]
pub struct FetchArgs {
    /// The document
    pub id: String,
    /// Write to this file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments() {
        let day: Moment = "2026-11-25".parse().unwrap();
        assert_eq!(day.begins().to_string(), "2026-11-25T00:00:00Z");
        assert_eq!(day.ends().to_string(), "2026-11-25T23:59:59.999999999Z");
        let time: Moment = "2026-11-25T17:30:00Z".parse().unwrap();
        assert_eq!(time.begins(), time.ends());
        assert!("25 November".parse::<Moment>().is_err());
    }

    #[test]
    fn heads() {
        assert!(head(&format!("3:{}", "a".repeat(64))).is_ok());
        for text in ["3", "0:", "x:y", &format!("0:{}", "a".repeat(64))] {
            assert!(head(text).is_err(), "{text}");
        }
    }
}
