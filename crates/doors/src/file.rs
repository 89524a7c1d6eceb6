//! How a file is written: under another name beside its own, whole and on the disk, and only then under its
//! own. What was there before stays until that moment, whatever happens.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Who may read what is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Whoever the user's own settings allow; a file that is there already keeps its mode.
    Usual,
    /// The user alone: mode 0600, and 0700 for folders.
    Private,
}

/// A file on its way: nobody finds it under its name before [`finish`](NewFile::finish), and it is gone if
/// that is never called.
#[derive(Debug)]
pub struct NewFile {
    part: Option<BufWriter<File>>,
    part_name: PathBuf,
    name: PathBuf,
}

impl NewFile {
    /// Begins a file, in the folder in which it will stand.
    ///
    /// # Errors
    /// If the folder is not there or cannot be written, or the name is a folder's.
    pub fn beside(name: &Path, access: Access) -> io::Result<NewFile> {
        let last = name.file_name().ok_or_else(|| {
            io::Error::new(io::ErrorKind::InvalidInput, "it is not the name of a file")
        })?;
        // A link keeps its name and its target is replaced; what is no plain file cannot be.
        let name = match fs::canonicalize(name) {
            Ok(real) if real.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
            Ok(real) => real,
            Err(_) => name.to_owned(),
        };
        for _ in 0..16 {
            let mut part_name = std::ffi::OsString::from(".");
            part_name.push(last);
            part_name.push(format!(".{:016x}.part", random()?));
            let part_name = name.with_file_name(part_name);
            let mut options = OpenOptions::new();
            options.write(true).create_new(true);
            private(&mut options, access);
            match options.open(&part_name) {
                Ok(file) => {
                    let new = NewFile {
                        part: Some(BufWriter::new(file)),
                        part_name,
                        name,
                    };
                    new.keep_mode(access)?;
                    return Ok(new);
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// A file that is there keeps the mode that its owner gave it.
    fn keep_mode(&self, access: Access) -> io::Result<()> {
        match fs::metadata(&self.name) {
            Ok(old) if access == Access::Usual => {
                fs::set_permissions(&self.part_name, old.permissions())
            }
            _ => Ok(()),
        }
    }

    /// Puts the file on the disk, and under its name.
    ///
    /// # Errors
    /// If there is no room, or the name cannot be taken. Then what was there before is there still.
    pub fn finish(mut self) -> io::Result<()> {
        self.sync()?;
        fs::rename(&self.part_name, &self.name)?;
        self.part_name = PathBuf::new();
        sync_folder(&self.name)
    }

    /// The same, but never in the place of another file.
    ///
    /// # Errors
    /// [`AlreadyExists`](io::ErrorKind::AlreadyExists) if there is one.
    pub fn finish_new(mut self) -> io::Result<()> {
        self.sync()?;
        fs::hard_link(&self.part_name, &self.name)?;
        sync_folder(&self.name)
    }

    fn sync(&mut self) -> io::Result<()> {
        match self.part.take() {
            Some(part) => part.into_inner().map_err(|e| e.into_error())?.sync_all(),
            None => Ok(()),
        }
    }

    fn part(&mut self) -> &mut BufWriter<File> {
        self.part
            .as_mut()
            .expect("a file that is not finished has its part")
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        if !self.part_name.as_os_str().is_empty() {
            let _ = fs::remove_file(&self.part_name);
        }
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.part().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.part().flush()
    }
}

/// Writes a whole file.
///
/// # Errors
/// As [`NewFile`]. Then what was there before is there still.
pub fn write(name: &Path, bytes: &[u8], access: Access) -> io::Result<()> {
    // A device or a pipe takes what is written to it; it is not replaced.
    if fs::metadata(name).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
        let mut there = OpenOptions::new().write(true).open(name)?;
        return there.write_all(bytes);
    }
    let mut file = NewFile::beside(name, access)?;
    file.write_all(bytes)?;
    file.finish()
}

/// Makes a folder and those above it that are missing.
///
/// # Errors
/// If it cannot be made, or a file is in the way.
pub fn folder(name: &Path, access: Access) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    if access == Access::Private {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    let _ = access;
    builder.create(name)
}

/// Makes sure that a new name in a folder is on the disk.
fn sync_folder(name: &Path) -> io::Result<()> {
    let folder = match name.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

fn private(options: &mut OpenOptions, access: Access) {
    #[cfg(unix)]
    if access == Access::Private {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let _ = (options, access);
}

fn random() -> io::Result<u64> {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(u64::from_le_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_there_stays_until_the_new_file_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let name = folder.path().join("brief.html");
        fs::write(&name, "old").unwrap();
        let mut file = NewFile::beside(&name, Access::Usual).unwrap();
        file.write_all(b"new").unwrap();
        assert_eq!(fs::read_to_string(&name).unwrap(), "old");
        drop(file);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        write(&name, b"new", Access::Usual).unwrap();
        assert_eq!(fs::read_to_string(&name).unwrap(), "new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_in_the_way_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let name = folder.path().join("copy");
        fs::write(&name, "old").unwrap();
        let mut file = NewFile::beside(&name, Access::Private).unwrap();
        file.write_all(b"new").unwrap();
        let error = file.finish_new().unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read_to_string(&name).unwrap(), "old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        let other = folder.path().join("other");
        let mut file = NewFile::beside(&other, Access::Private).unwrap();
        file.write_all(b"new").unwrap();
        file.finish_new().unwrap();
        assert_eq!(fs::read_to_string(&other).unwrap(), "new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[cfg(unix)]
    #[test]
    fn modes() {
        use std::os::unix::fs::PermissionsExt;
        let mode = |name: &Path| fs::metadata(name).unwrap().permissions().mode() & 0o777;
        let base = tempfile::tempdir().unwrap();
        let inner = base.path().join("a/b");
        folder(&inner, Access::Private).unwrap();
        assert_eq!(mode(&inner), 0o700);
        let secret = inner.join("secret");
        write(&secret, b"", Access::Private).unwrap();
        assert_eq!(mode(&secret), 0o600);
        let open = inner.join("open");
        write(&open, b"1", Access::Usual).unwrap();
        fs::set_permissions(&open, fs::Permissions::from_mode(0o640)).unwrap();
        write(&open, b"2", Access::Usual).unwrap();
        assert_eq!(mode(&open), 0o640);
        // What was open to others is not, once it holds a secret.
        write(&open, b"3", Access::Private).unwrap();
        assert_eq!(mode(&open), 0o600);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real"), folder.path().join("link"));
        fs::write(&real, "old").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        write(&link, b"new", Access::Usual).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&real).unwrap(), "new");
    }
}
