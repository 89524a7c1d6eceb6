//! How much is read: a file up to a size, whatever it says of itself.

use std::fs::{File, Metadata};
use std::io::{self, IsTerminal, Read};
use std::path::Path;

/// The most that is read of a text that a person writes by hand: 16 MiB.
pub const MOST_TEXT: u64 = 16 << 20;

/// A file, or what it unpacks to, is larger than what is read of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it has {}, and at most {} bytes are read", bytes_of(*.size), grouped(*.most))]
pub struct TooLarge {
    /// Its bytes, where they are known.
    pub size: Option<u64>,
    /// The limit.
    pub most: u64,
}

impl From<TooLarge> for io::Error {
    fn from(error: TooLarge) -> Self {
        io::Error::new(io::ErrorKind::FileTooLarge, error)
    }
}

fn bytes_of(size: Option<u64>) -> String {
    size.map_or("more bytes".to_owned(), |n| format!("{} bytes", grouped(n)))
}

/// A number with its thousands set off.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The bytes of a file or a pipe, `most` of them at most.
///
/// # Errors
/// If it is not there, is a folder or a device, or is longer.
pub fn bytes(name: &Path, most: u64) -> io::Result<Vec<u8>> {
    opened_bytes(&File::open(name)?, most)
}

/// The bytes of a file that is open, from where it stands.
///
/// # Errors
/// As [`bytes`].
pub fn opened_bytes(file: &File, most: u64) -> io::Result<Vec<u8>> {
    let about = file.metadata()?;
    if is_device(&about) && !file.is_terminal() {
        let device = "it is a device, which has no end";
        return Err(io::Error::new(io::ErrorKind::InvalidInput, device));
    }
    let known = about.is_file().then_some(about.len());
    if known.is_some_and(|size| size > most) {
        return Err(TooLarge { size: known, most }.into());
    }
    let mut bytes = Vec::new();
    bytes
        .try_reserve(usize::try_from(known.unwrap_or(0)).unwrap_or(usize::MAX))
        .map_err(|_| io::Error::from(io::ErrorKind::OutOfMemory))?;
    if file.take(most.saturating_add(1)).read_to_end(&mut bytes)? as u64 > most {
        return Err(TooLarge { size: None, most }.into());
    }
    Ok(bytes)
}

/// Opens a file of a folder that somebody else may have filled. A pipe there could make a reader wait without
/// end, so that nothing but a plain file, or a link to one, is opened.
///
/// # Errors
/// If it is not there, is a folder, a pipe, a socket or a device, or cannot be opened.
pub fn open_plain(name: &Path) -> io::Result<File> {
    // To open a pipe is to wait for its writer: it is looked at first, and again what was opened.
    plain(&name.metadata()?)?;
    let file = File::open(name)?;
    plain(&file.metadata()?)?;
    Ok(file)
}

fn plain(about: &Metadata) -> io::Result<()> {
    match about.is_file() {
        true => Ok(()),
        false => {
            let what = match about.is_dir() {
                true => "it is a folder",
                false => "it is a pipe, a socket or a device",
            };
            let said = format!("{what}, and only a plain file is read here");
            Err(io::Error::new(io::ErrorKind::InvalidInput, said))
        }
    }
}

/// The text of a file that a person has written, of [`MOST_TEXT`] bytes at most.
///
/// # Errors
/// As [`bytes`], or if it is not UTF-8.
pub fn text(name: &Path) -> io::Result<String> {
    utf8(bytes(name, MOST_TEXT)?)
}

/// The text of a plain file, of [`MOST_TEXT`] bytes at most.
///
/// # Errors
/// As [`open_plain`] and [`text`].
pub fn plain_text(name: &Path) -> io::Result<String> {
    utf8(opened_bytes(&open_plain(name)?, MOST_TEXT)?)
}

fn utf8(bytes: Vec<u8>) -> io::Result<String> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let before = error.as_bytes().get(..at).unwrap_or_default();
        let line = 1 + before.iter().filter(|b| **b == b'\n').count();
        let reason = format!("line {line} is not UTF-8 text");
        io::Error::new(io::ErrorKind::InvalidData, reason)
    })
}

#[cfg(unix)]
fn is_device(about: &Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;
    about.file_type().is_char_device() || about.file_type().is_block_device()
}

#[cfg(not(unix))]
fn is_device(_: &Metadata) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_up_to_its_size() {
        let folder = tempfile::tempdir().unwrap();
        let name = folder.path().join("text");
        std::fs::write(&name, "1234").unwrap();
        assert_eq!(bytes(&name, 4).unwrap(), b"1234");
        let error = bytes(&name, 3).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::FileTooLarge);
        let said = "it has 4 bytes, and at most 3 bytes are read";
        assert_eq!(error.to_string(), said);
    }

    #[test]
    fn a_text_says_which_line_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let name = folder.path().join("text");
        std::fs::write(&name, b"a\nb\xff").unwrap();
        assert_eq!(
            text(&name).unwrap_err().to_string(),
            "line 2 is not UTF-8 text"
        );
        std::fs::write(&name, "México").unwrap();
        assert_eq!(text(&name).unwrap(), "México");
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_refused() {
        let said = bytes(Path::new("/dev/zero"), 1 << 40).unwrap_err();
        assert_eq!(said.to_string(), "it is a device, which has no end");
    }

    #[cfg(unix)]
    #[test]
    fn only_a_plain_file_is_opened_where_others_write() {
        let folder = tempfile::tempdir().unwrap();
        let name = folder.path().join("text");
        std::fs::write(&name, "1234").unwrap();
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(&name, &link).unwrap();
        assert_eq!(plain_text(&link).unwrap(), "1234");
        let pipe = folder.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        let other = "it is a pipe, a socket or a device, and only a plain file is read here";
        for (name, said) in [
            (pipe.as_path(), other),
            (Path::new("/dev/zero"), other),
            (
                folder.path(),
                "it is a folder, and only a plain file is read here",
            ),
        ] {
            assert_eq!(plain_text(name).unwrap_err().to_string(), said);
        }
    }

    #[test]
    fn thousands() {
        for (number, written) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (21_000_000, "21,000,000"),
        ] {
            assert_eq!(grouped(number), written);
        }
    }
}
