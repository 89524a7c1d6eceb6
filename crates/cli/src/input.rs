//! Files that a command reads. No output takes the place of one of them.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use entente_doors::read;

/// What this run of the program reads.
static READ: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// The text of a file that a person has written.
///
/// # Errors
/// If it cannot be read, is no text, or is longer than a person writes.
pub fn text(path: &Path) -> io::Result<String> {
    let text = read::text(path)?;
    note(path);
    Ok(text)
}

/// The bytes of a file, `most` of them at most.
///
/// # Errors
/// If it cannot be read, or is longer.
pub fn bytes(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let bytes = read::bytes(path, most)?;
    note(path);
    Ok(bytes)
}

/// Remembers that a file is read, or that files of this name are.
pub fn note(path: &Path) {
    noted().push(whole(path));
}

/// Whether a file is one that this command reads.
pub fn is_read(path: &Path) -> bool {
    noted().contains(&whole(path))
}

fn noted() -> MutexGuard<'static, Vec<PathBuf>> {
    READ.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The one path of a file, also of one that is not there yet.
fn whole(path: &Path) -> PathBuf {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    path.canonicalize()
        .or_else(|_| {
            Ok::<_, io::Error>(
                folder
                    .canonicalize()?
                    .join(path.file_name().unwrap_or_default()),
            )
        })
        .unwrap_or_else(|_| path.to_owned())
}
