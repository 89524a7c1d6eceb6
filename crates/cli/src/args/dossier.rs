//! Arguments of `entente dossier`.

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub enum DossierCommand {
    /// Check a dossier: every key, name, day and reference
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
    /// Print the JSON Schema of dossiers, by which editors complete them
    #[command(after_help = "Example:\n  entente dossier schema > dossier.schema.json")]
    Schema,
}
