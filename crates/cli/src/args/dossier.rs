//! Arguments of `entente dossier`.

use std::path::PathBuf;

use clap::Subcommand;
use entente_assessment::Translation;
use jiff::civil::Date;

use crate::args::day;

#[derive(Debug, Subcommand)]
pub enum DossierCommand {
    /// Write a dossier to start from: issues on which the states vote, mechanisms that their contacts suggest
    #[command(
        after_help = "Examples:\n  entente dossier new FRA DEU -o france-germany.toml\n  entente dossier new USA MEX CAN --as-of 2021-02-01"
    )]
    New {
        /// Two or more states: name, ISO code or COW number
        #[arg(required = true, num_args = 2.., value_name = "STATE")]
        states: Vec<String>,
        /// The date of reading: nothing later is used [default: the last day of votes and contacts on record]
        #[arg(long, value_name = "DATE", value_parser = day)]
        as_of: Option<Date>,
        /// Write to a file that is not there yet, instead of the terminal
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Check a dossier: every key, name, day and reference, and the translations beside it
    #[command(
        after_help = "Examples:\n  entente dossier check usa-mexico\n  entente dossier check my.toml"
    )]
    Check {
        /// One that comes with the program, or a file
        #[arg(value_name = "NAME|FILE")]
        dossier: String,
    },
    /// Print a dossier that comes with the program, to start from or to read
    #[command(after_help = "Example:\n  entente dossier show usa-mexico > my.toml")]
    Show {
        /// Its name
        #[arg(value_name = "NAME")]
        dossier: String,
    },
    /// Print a dossier's texts as a translation to start from, or to go on with: what is translated already, and as comments what is not
    #[command(
        after_help = "Examples:\n  entente dossier texts my.toml --lang es -o my.es.toml\n  entente dossier texts usa-mexico --lang fr"
    )]
    Texts {
        /// One that comes with the program, or a file
        #[arg(value_name = "NAME|FILE")]
        dossier: String,
        /// The code of the language: es, fr, pt-BR
        #[arg(long, value_name = "LANG", value_parser = language)]
        lang: String,
        /// Write to a file that is not there yet, instead of the terminal
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Print the JSON Schema of dossiers, by which editors complete them
    #[command(after_help = "Example:\n  entente dossier schema > dossier.schema.json")]
    Schema,
}

/// A language other than the dossiers' own.
fn language(code: &str) -> Result<String, String> {
    match code {
        "en" => Err("a dossier is in English by itself".to_owned()),
        code if Translation::is_code(code) => Ok(code.to_owned()),
        _ => Err(
            "a code of two or three small letters, as es, or with a region, as pt-BR".to_owned(),
        ),
    }
}
