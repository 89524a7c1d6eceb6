//! Which publishers are asked, and that they may be.

use std::path::Path;

use entente_publishers::{ListError, Publication, Publishers};

use crate::args::EvidenceArgs;
use crate::failure::Failure;
use crate::input;

/// Refuses to use the network where the person has forbidden it.
pub fn may_be_asked(evidence: &EvidenceArgs) -> Result<(), Failure> {
    match evidence.offline {
        false => Ok(()),
        true => Err(
            Failure::usage("--offline: this command asks publishers, and may not")
                .help("`entente evidence status` tells the age of each table, and asks nobody"),
        ),
    }
}

/// The list of publishers: that of a file, otherwise the one in the program.
pub fn list(file: Option<&Path>) -> Result<Publishers, Failure> {
    let Some(path) = file else {
        return Publishers::shipped().map_err(|error| Failure::failed(error.to_string()));
    };
    let text = input::text(path)
        .map_err(|e| Failure::usage(format!("cannot read {}: {e}", path.display())))?;
    Publishers::read(&text).map_err(
        |ListError {
             message,
             span,
             hint,
         }| Failure::in_text(path, text, span, message, hint),
    )
}

/// What bears some names.
pub fn named<'p>(
    publishers: &'p Publishers,
    names: &[String],
) -> Result<Vec<&'p Publication>, Failure> {
    publishers.named(names).map_err(|name| {
        let known: Vec<&str> = publishers
            .publications
            .iter()
            .map(|p| p.name.as_str())
            .collect();
        let near = (known.iter()).max_by(|a, b| {
            let [a, b] = [a, b].map(|known| strsim::jaro_winkler(known, &name));
            a.total_cmp(&b)
        });
        let near = near.map_or_else(String::new, |near| format!("did you mean {near}? "));
        Failure::usage(format!("--only {name}: the list has nothing of that name"))
            .help(format!("{near}There are: {}", known.join(", ")))
    })
}
