//! Where a long result goes, piece by piece.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// A file, which appears under its name when it is finished, or standard output.
pub enum Target {
    File {
        part: BufWriter<Unfinished>,
        path: PathBuf,
    },
    Out(BufWriter<std::io::Stdout>),
}

impl Target {
    /// A file beside the one named, or standard output.
    pub fn new(to: Option<&Path>) -> Result<Self, Failure> {
        Ok(match to {
            None => Target::Out(BufWriter::new(std::io::stdout())),
            Some(path) => Target::File {
                part: BufWriter::new(Unfinished::beside(path).map_err(|e| cannot(path, &e))?),
                path: path.to_owned(),
            },
        })
    }

    /// Writes out what is left, and gives the file its name.
    pub fn finish(self) -> Result<(), Failure> {
        match self {
            Target::File { part, path } => {
                let part = part.into_inner().map_err(|e| cannot(&path, &e))?;
                part.finish(&path).map_err(|e| cannot(&path, &e))
            }
            Target::Out(mut out) => Ok(out.flush()?),
        }
    }
}

fn cannot(path: &Path, error: &impl std::fmt::Display) -> Failure {
    Failure::failed(format!("cannot write {}: {error}", path.display()))
}

/// A file under another name beside the one that it will have; it goes away unless it is finished.
pub struct Unfinished {
    file: File,
    part: PathBuf,
}

impl Unfinished {
    fn beside(path: &Path) -> std::io::Result<Self> {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(".part");
        let part = path.with_file_name(name);
        Ok(Unfinished {
            file: File::create(&part)?,
            part,
        })
    }

    fn finish(self, path: &Path) -> std::io::Result<()> {
        std::fs::rename(&self.part, path)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // Nothing is there any more once it has been finished.
        let _ = std::fs::remove_file(&self.part);
    }
}

impl Write for Unfinished {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
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
