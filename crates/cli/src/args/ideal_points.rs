//! Arguments of `entente ideal-points`.

use std::path::PathBuf;

use clap::ValueEnum;
use jiff::civil::Date;

use super::FrameFormat;
use crate::args::day;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  entente ideal-points --states USA,MEX,CAN,BRA\n  entente ideal-points --issue hr --as-of 2019-09-01 --format csv -o hr.csv\n  entente ideal-points --method gibbs --draws draws.parquet"
)]
pub struct IdealPointsArgs {
    /// States to show, with commas: names, ISO codes or COW numbers [default: all]
    #[arg(long, value_name = "STATES", value_delimiter = ',')]
    pub states: Vec<String>,
    #[command(flatten)]
    pub selection: super::SelectionArgs,
    /// Estimate from votes of this session on
    #[arg(long, value_name = "SESSION")]
    pub from: Option<u16>,
    /// Estimate from votes up to this session
    #[arg(long, value_name = "SESSION")]
    pub to: Option<u16>,
    /// Keep what Bailey, Strezhnev and Voeten leave out: amendments and paragraphs after 1989, session 19, early sessions of an issue
    #[arg(long)]
    pub every_roll_call: bool,
    /// The date of reading: nothing later is used [default: the last day of votes and contacts on record]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Date>,
    /// The estimator
    #[arg(long, value_enum, default_value = "em")]
    pub method: Method,
    /// Variance of a state's random walk from one session to the next
    #[arg(long, value_name = "VARIANCE", default_value_t = 0.35, value_parser = positive)]
    pub drift: f64,
    #[command(flatten)]
    pub sampler: SamplerArgs,
    /// Compare with the published estimates instead: correlation by session, coverage
    #[arg(long)]
    pub compare: bool,
    /// Compute anew, and keep nothing
    #[arg(long)]
    pub no_cache: bool,
    /// How to write it
    #[arg(long, value_enum, default_value = "table")]
    pub format: FrameFormat,
    /// Write to a file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// How the Gibbs sampler runs.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Gibbs sampler")]
pub struct SamplerArgs {
    /// Chains
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u16).range(1..=64))]
    pub chains: u16,
    /// Sweeps of each chain that are thrown away
    #[arg(long, value_name = "N", default_value_t = 500)]
    pub warmup: u32,
    /// Sweeps of each chain after these
    #[arg(long, value_name = "N", default_value_t = 2_000, value_parser = clap::value_parser!(u32).range(8..))]
    pub sweeps: u32,
    /// Keep one draw in so many sweeps
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u32).range(1..))]
    pub thin: u32,
    /// Seed of the random numbers
    #[arg(long, value_name = "SEED", default_value_t = 1945)]
    pub seed: u64,
    /// Write every draw of the states shown to a Parquet file
    #[arg(long, value_name = "FILE")]
    pub draws: Option<PathBuf>,
}

/// Which estimator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Method {
    /// Expectation-maximisation: a second
    Em,
    /// The full posterior by a Gibbs sampler: minutes
    Gibbs,
}

fn positive(word: &str) -> Result<f64, String> {
    match word.parse::<f64>() {
        Ok(x) if x > 0.0 && x.is_finite() => Ok(x),
        _ => Err("it must be a number above 0".to_owned()),
    }
}
