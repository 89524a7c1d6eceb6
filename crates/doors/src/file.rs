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
    /// Empty for a stream, which takes what is written at once.
    part_name: PathBuf,
    name: PathBuf,
}

/// How the name of a part ends, after the digits that make it unique.
const PART: &str = ".part";

impl NewFile {
    /// Begins a file as [`beside`](NewFile::beside) does; or opens what cannot be replaced, and takes what is
    /// written as it comes: a device, a pipe, and what another program has opened for this one, such as
    /// `/dev/stdout`.
    ///
    /// # Errors
    /// As [`beside`](NewFile::beside), or if the stream cannot be opened.
    pub fn towards(name: &Path, access: Access) -> io::Result<NewFile> {
        if !is_stream(name) {
            return NewFile::beside(name, access);
        }
        // A standard output that is a file is written where it ends, as by any other program.
        let stream = OpenOptions::new().append(true).open(name)?;
        Ok(NewFile {
            part: Some(BufWriter::new(stream)),
            part_name: PathBuf::new(),
            name: name.to_owned(),
        })
    }

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
            part_name.push(format!(".{:016x}{PART}", random()?));
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

    /// Where it is while it is not finished: for a program that writes files by their names. Its mode is set.
    pub fn part_name(&self) -> &Path {
        &self.part_name
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
        if self.part_name.as_os_str().is_empty() {
            return self.part().flush();
        }
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

/// Whether a name leads to something that takes what is written to it and is not replaced.
fn is_stream(name: &Path) -> bool {
    let opened_for_us = [Path::new("/dev/fd"), Path::new("/proc/self/fd")]
        .iter()
        .any(|folder| name.starts_with(folder))
        || [Path::new("/dev/stdout"), Path::new("/dev/stderr")].contains(&name);
    opened_for_us || fs::metadata(name).is_ok_and(|there| !there.is_file() && !there.is_dir())
}

/// Writes a whole file; to a device or a pipe, what is to be written.
///
/// # Errors
/// As [`NewFile`]. Then what was there before is there still.
pub fn write(name: &Path, bytes: &[u8], access: Access) -> io::Result<()> {
    let mut file = NewFile::towards(name, access)?;
    file.write_all(bytes)?;
    file.finish()
}

/// Gives a whole file another name in its folder, in the place of what has that name.
///
/// # Errors
/// If the name cannot be taken. Then both files are as they were.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)?;
    sync_folder(to)
}

/// Removes a file that nobody needs; that it is not there is no error.
///
/// # Errors
/// If it is there and cannot be removed.
pub fn remove(name: &Path) -> io::Result<()> {
    match fs::remove_file(name) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Removes a folder with all that is in it; that it is not there is no error.
///
/// # Errors
/// If it is there and cannot be removed.
pub fn remove_folder(name: &Path) -> io::Result<()> {
    match std::fs::remove_dir_all(name) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Gives a file that nobody changes in place a second name, or copies it where a disk has no second names.
///
/// # Errors
/// If the file is not there, or the name cannot be taken.
pub fn link_or_copy(from: &Path, to: &Path) -> io::Result<()> {
    match std::fs::hard_link(from, to) {
        Ok(()) => Ok(()),
        Err(_) => std::fs::copy(from, to).map(drop),
    }
}

/// Removes the parts that a writer who was killed has left in a folder, of files whose name is `ours`. Whoever
/// calls this has made sure, by a [`Lock`](crate::lock::Lock), that nobody is writing them.
///
/// # Errors
/// If the folder cannot be read, or a part cannot be removed.
pub fn remove_parts(folder: &Path, ours: impl Fn(&str) -> bool) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let of = path.file_name().and_then(|n| n.to_str()).and_then(part_of);
        if of.is_some_and(&ours) {
            remove(&path)?;
        }
    }
    Ok(())
}

/// The name of the file of which this is the name of a part.
fn part_of(name: &str) -> Option<&str> {
    let (of, digits) = name
        .strip_prefix('.')?
        .strip_suffix(PART)?
        .rsplit_once('.')?;
    (digits.len() == 16 && digits.bytes().all(|b| b.is_ascii_hexdigit())).then_some(of)
}

/// Makes a folder and those above it that are missing, and puts them on the disk.
///
/// # Errors
/// If it cannot be made, or a file is in the way.
pub fn folder(name: &Path, access: Access) -> io::Result<()> {
    let missing: Vec<&Path> = name
        .ancestors()
        .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
        .collect();
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    if access == Access::Private {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    let _ = access;
    builder.create(name)?;
    missing.iter().try_for_each(|folder| sync_folder(folder))
}

/// Makes an empty file; one that is there stays as it is.
///
/// # Errors
/// If the folder is not there or cannot be written.
pub fn make_empty(name: &Path, access: Access) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    private(&mut options, access);
    match options.open(name) {
        // Somebody else has just made it.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        made => made.map(drop),
    }
}

/// Takes away from others the right to read a file, and from the group too unless that may write it, as
/// where colleagues share one. Where the file is somebody else's, nothing is changed.
///
/// # Errors
/// If the file is not there.
pub fn close_to_others(name: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(name)?.permissions().mode();
        let shared = mode & 0o020 != 0;
        let closed = mode & if shared { !0o007 } else { !0o077 };
        if closed != mode {
            match fs::set_permissions(name, fs::Permissions::from_mode(closed)) {
                Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {}
                Err(error) if error.kind() == io::ErrorKind::ReadOnlyFilesystem => {}
                set => set?,
            }
        }
    }
    #[cfg(not(unix))]
    fs::metadata(name)?;
    Ok(())
}

/// Whether others than the user and those who share it may read a file.
///
/// # Errors
/// If the file is not there.
pub fn is_open_to_others(name: &Path) -> io::Result<bool> {
    let about = fs::metadata(name)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = about.permissions().mode();
        let shared = mode & 0o020 != 0;
        Ok(mode & if shared { 0o007 } else { 0o077 } != 0)
    }
    #[cfg(not(unix))]
    {
        let _ = about;
        Ok(false)
    }
}

/// Whether a file that is there can be written.
///
/// # Errors
/// If it cannot, or is not there.
pub fn can_be_written(name: &Path) -> io::Result<()> {
    OpenOptions::new().append(true).open(name).map(drop)
}

/// Whether files can be made in a folder: makes one, and takes it away.
///
/// # Errors
/// If none can be.
pub fn can_make_files(folder: &Path) -> io::Result<()> {
    let name = folder.join(format!(".{:016x}.part", random()?));
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&name)?;
    fs::remove_file(name)
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

    #[test]
    fn only_parts_of_our_own_are_removed() {
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str| fs::write(folder.path().join(name), "").unwrap();
        let kept = [
            "votes.parquet",
            ".votes.parquet.part",
            ".votes.parquet.0123.part",
            ".theirs.0123456789abcdef.part",
        ];
        for name in kept {
            put(name);
        }
        put(".votes.parquet.0123456789abcdef.part");
        remove_parts(folder.path(), |name| name == "votes.parquet").unwrap();
        let mut left: Vec<String> = fs::read_dir(folder.path())
            .unwrap()
            .map(|e| e.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        let mut kept = kept.map(str::to_owned);
        kept.sort();
        assert_eq!(left, kept);
    }

    #[test]
    fn what_cannot_be_written_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("no/such/file");
        let error = write(&missing, b"x", Access::Usual).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::NotFound);
        let error = write(folder.path(), b"x", Access::Usual).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::IsADirectory);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_device_is_written_to_and_stays_what_it_is() {
        use std::os::unix::fs::FileTypeExt;
        write(Path::new("/dev/null"), b"x", Access::Usual).unwrap();
        let full = write(Path::new("/dev/full"), b"x", Access::Usual).unwrap_err();
        assert_eq!(full.kind(), io::ErrorKind::StorageFull);
        for device in ["/dev/null", "/dev/full"] {
            assert!(fs::metadata(device).unwrap().file_type().is_char_device());
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_others_could_read_is_closed_to_them() {
        use std::os::unix::fs::PermissionsExt;
        let base = tempfile::tempdir().unwrap();
        let name = base.path().join("ledger");
        make_empty(&name, Access::Private).unwrap();
        for (before, after) in [
            (0o644, 0o600),
            (0o600, 0o600),
            (0o664, 0o660),
            (0o400, 0o400),
        ] {
            fs::set_permissions(&name, fs::Permissions::from_mode(before)).unwrap();
            close_to_others(&name).unwrap();
            let mode = fs::metadata(&name).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode, after, "{before:o}");
        }
        can_make_files(base.path()).unwrap();
        assert_eq!(fs::read_dir(base.path()).unwrap().count(), 1);
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
