//! The file of a SQLite database: who may read it, and whether it can be written.

use std::io;
use std::path::{Path, PathBuf};

use entente_doors::file::{self, Access};

/// Makes the file if it is not there, readable by the user alone. SQLite gives its log the mode of the file.
pub(super) fn prepare(name: &Path) -> io::Result<()> {
    if !name.try_exists()? {
        return file::make_empty(name, Access::Private);
    }
    // One that is empty becomes a ledger: it is closed before anything is written.
    if name.metadata()?.len() == 0 {
        file::close_to_others(name)?;
        if file::is_open_to_others(name)? {
            return Err(io::Error::new(
                io::ErrorKind::PermissionDenied,
                "it is somebody else's, who lets others read it: a ledger is not begun there",
            ));
        }
    }
    Ok(())
}

/// Closes to others a ledger that they may read, and the log beside it.
pub(crate) fn close_to_others(name: &Path) -> io::Result<()> {
    for ending in ["", "-wal", "-shm"] {
        match file::close_to_others(&beside(name, ending)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            closed => closed?,
        }
    }
    Ok(())
}

/// A file that SQLite puts beside another.
fn beside(name: &Path, ending: &str) -> PathBuf {
    let mut beside = name.as_os_str().to_owned();
    beside.push(ending);
    PathBuf::from(beside)
}

/// Whether the file, or the folder in which its log would stand, cannot be written.
pub(super) fn unwritable(name: &Path) -> bool {
    let folder = match name.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    file::can_be_written(name).is_err() || file::can_make_files(folder).is_err()
}

/// Whether there is a log beside the file, in which the last changes may be.
pub(super) fn has_log(name: &Path) -> bool {
    let log = beside(name, "-wal").metadata();
    log.is_ok_and(|log| log.len() > 0)
}
