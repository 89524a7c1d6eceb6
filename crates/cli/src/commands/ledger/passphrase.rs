//! Passphrases: from a file, or asked for on a terminal. Never from the environment, which other programs of
//! the user can read.

use std::io::IsTerminal;
use std::path::Path;

use entente_ledger::{Blocking, Passphrase, Viewer};

use crate::args::RoomArgs;
use crate::failure::Failure;
use crate::input;

/// Longest file of a passphrase, in bytes.
const LONGEST: u64 = 4096;

/// Opens what is the viewer's own, if it is sealed; takes a passphrase that was given for files that are.
pub fn unlock(ledger: &Blocking, viewer: Viewer, args: &RoomArgs) -> Result<(), Failure> {
    let given = match &args.passphrase_file {
        Some(file) => Some(from_file(file)?),
        None if ledger.wait(ledger.is_locked(viewer))? => asked("Passphrase: ")?,
        None => None,
    };
    // Without one, who asks for what is sealed is told that it is.
    match given {
        Some(passphrase) => Ok(ledger.wait(ledger.unlock(viewer, passphrase))?),
        None => Ok(()),
    }
}

/// The passphrase in a file.
pub fn from_file(file: &Path) -> Result<Passphrase, Failure> {
    let cannot = |why: String| {
        Failure::usage(format!(
            "cannot read the passphrase in {}: {why}",
            file.display()
        ))
    };
    let bytes = input::bytes(file, LONGEST).map_err(|error| cannot(error.to_string()))?;
    let text =
        String::from_utf8(bytes).map_err(|_| cannot("it is not text in UTF-8".to_owned()))?;
    Ok(Passphrase::new(text))
}

/// Asks for one; none without a terminal.
pub fn asked(prompt: &str) -> Result<Option<Passphrase>, Failure> {
    if !std::io::stdin().is_terminal() {
        return Ok(None);
    }
    let typed = rpassword::prompt_password(prompt)
        .map_err(|error| Failure::failed(format!("cannot read the passphrase: {error}")))?;
    Ok(Some(Passphrase::new(typed)))
}
