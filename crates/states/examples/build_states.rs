//! Rebuilds `data/states` from the publishers' files:
//! `cargo run -p entente-states --example build_states -- RAW data/states`, where `RAW/states` holds
//! `cow_states.csv`, `codelist.csv.gz` and `country_data.tsv`.

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(raw), Some(out)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: build_states RAW OUT");
        return ExitCode::from(2);
    };
    match entente_states::import::build(Path::new(&raw), Path::new(&out)) {
        Ok(report) => {
            println!(
                "{} states, {} spells, {} names and codes",
                report.states, report.spells, report.names
            );
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
