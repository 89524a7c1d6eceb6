//! The `entente` command: where and when the interests of states coincide, with evidence.

mod args;
mod clock;
mod commands;
mod failure;
mod fits;
mod input;
mod named;
mod output;
mod reading;

use std::process::ExitCode;

use clap::Parser;
use entente_doors::text;

use crate::args::{Args, Command};
use crate::failure::Failure;

fn main() -> ExitCode {
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        // One that a damaged table has caused comes back as an error, which is reported as such.
        if !entente_evidence::panic_is_an_error() {
            report(panic);
        }
    }));
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return misunderstood(&error),
    };
    if args.for_spreadsheet {
        output::spreadsheet::ask();
    }
    match run(&args) {
        Ok(()) => {
            if output::spreadsheet::in_vain() {
                output::tell(
                    "--for-spreadsheet changes CSV only, and nothing was written as CSV: add --format csv",
                );
            }
            ExitCode::SUCCESS
        }
        Err(failure) => failure.report(),
    }
}

/// Help, or an argument that was not understood. What was typed is shown as any text is.
fn misunderstood(error: &clap::Error) -> ExitCode {
    let said = error.render().to_string();
    if text::check(&said).is_ok() {
        error.exit();
    }
    output::tell(said.trim_end());
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

fn run(args: &Args) -> Result<(), Failure> {
    match &args.command {
        Command::Brief(options) => commands::brief::run(options, &args.evidence),
        Command::Coincidence(options) => commands::coincidence::run(options, &args.evidence),
        Command::Reconcile(options) => commands::reconcile::run(options, &args.evidence),
        Command::IdealPoints(options) => commands::ideal_points::run(options, &args.evidence),
        Command::Forecast(options) => commands::forecast::run(options, &args.evidence),
        Command::Backtest(options) => commands::backtest::run(options, &args.evidence),
        Command::Ties(options) => commands::ties::run(options, &args.evidence),
        Command::Machinery(options) => commands::machinery::run(options, &args.evidence),
        Command::Windows(options) => commands::windows::run(options, &args.evidence),
        Command::Dossier(command) => commands::dossier::run(command, &args.evidence),
        Command::Shortlist(options) => commands::shortlist::run(options, &args.evidence),
        Command::Claims(options) => commands::claims::run(options, &args.evidence),
        Command::Partners(options) => commands::partners::run(options, &args.evidence),
        Command::Coalition(options) => commands::coalition::run(options),
        Command::Ledger(options) => commands::ledger::run(options, &args.evidence),
        Command::States(options) => commands::states::run(options),
        Command::Evidence(command) => commands::evidence::run(command, &args.evidence),
        Command::Completions { shell } => commands::completions::run(*shell),
        Command::Man { directory } => commands::man::run(directory.as_deref()),
    }
}
