//! `entente man`

use std::path::Path;

use clap::CommandFactory;

use crate::args::Args;
use crate::failure::Failure;
use crate::output;

pub fn run(directory: Option<&Path>) -> Result<(), Failure> {
    match directory {
        Some(directory) => {
            std::fs::create_dir_all(directory)?;
            Ok(clap_mangen::generate_to(Args::command(), directory)?)
        }
        None => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Args::command()).render(&mut page)?;
            output::write(None, &page)
        }
    }
}
