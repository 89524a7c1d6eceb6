//! Where a long result goes, piece by piece.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use entente_doors::file::{Access, NewFile};

use crate::failure::Failure;
use crate::input;

/// A file, which appears under its name when it is finished, or standard output.
pub enum Target {
    File { part: NewFile, path: PathBuf },
    Out(BufWriter<std::io::Stdout>),
}

impl Target {
    /// A file beside the one named, or standard output.
    pub fn new(to: Option<&Path>) -> Result<Self, Failure> {
        Target::with(to, Access::Usual)
    }

    /// The same, of a ledger: a file that is the user's alone.
    pub fn private(to: Option<&Path>) -> Result<Self, Failure> {
        Target::with(to, Access::Private)
    }

    fn with(to: Option<&Path>, access: Access) -> Result<Self, Failure> {
        let Some(path) = to else {
            return Ok(Target::Out(BufWriter::new(std::io::stdout())));
        };
        not_an_input(path)?;
        Ok(Target::File {
            part: NewFile::towards(path, access).map_err(|e| cannot(path, &e))?,
            path: path.to_owned(),
        })
    }

    /// Writes out what is left, and gives the file its name.
    pub fn finish(self) -> Result<(), Failure> {
        match self {
            Target::File { part, path } => part.finish().map_err(|e| cannot(&path, &e)),
            Target::Out(mut out) => Ok(out.flush()?),
        }
    }
}

/// Refuses to put a result in the place of what it was made from.
pub fn not_an_input(path: &Path) -> Result<(), Failure> {
    match input::is_read(path) {
        false => Ok(()),
        true => Err(Failure::usage(format!(
            "{} is a file that this command reads: what it holds would be lost",
            path.display()
        ))
        .help("name another file to write; nothing was written")),
    }
}

/// A file could not be written; what was there before is there still.
pub fn cannot(path: &Path, error: &io::Error) -> Failure {
    // A reader that left a pipe has seen enough.
    if error.kind() == io::ErrorKind::BrokenPipe {
        return io::Error::from(error.kind()).into();
    }
    let failure = Failure::failed(format!("cannot write {}: {error}", path.display()));
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    match folder.filter(|folder| !folder.exists()) {
        Some(folder) => failure.help(format!("there is no folder {}", folder.display())),
        None => failure,
    }
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        match self {
            Target::File { part, .. } => part.write(bytes),
            Target::Out(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        match self {
            Target::File { part, .. } => part.flush(),
            Target::Out(out) => out.flush(),
        }
    }
}
