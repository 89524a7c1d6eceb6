//! `entente man`

use std::path::Path;

use clap::CommandFactory;
use clap_mangen::Man;
use entente_doors::file::{self, Access};

use crate::args::Args;
use crate::failure::Failure;
use crate::output;

pub fn run(directory: Option<&Path>) -> Result<(), Failure> {
    let Some(directory) = directory else {
        return output::write(None, &page(&Man::new(Args::command()))?);
    };
    file::folder(directory, Access::Usual).map_err(|error| {
        Failure::failed(format!(
            "cannot make the folder {}: {error}",
            directory.display()
        ))
    })?;
    let mut command = Args::command().disable_help_subcommand(true);
    command.build();
    write_pages(&command, directory)
}

/// The page of a command, after those of its subcommands.
fn write_pages(command: &clap::Command, directory: &Path) -> Result<(), Failure> {
    for subcommand in command.get_subcommands().filter(|s| !s.is_hide_set()) {
        write_pages(subcommand, directory)?;
    }
    let man = Man::new(command.clone());
    output::write(Some(&directory.join(man.get_filename())), &page(&man)?)
}

fn page(man: &Man) -> Result<Vec<u8>, Failure> {
    let mut page = Vec::new();
    man.render(&mut page)?;
    Ok(page)
}
