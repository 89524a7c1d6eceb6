//! How much is read: a file up to a size, whatever it says of itself.

use std::fs::File;
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

/// The text of a file that a person has written, of [`MOST_TEXT`] bytes at most.
///
/// # Errors
/// As [`bytes`], or if it is not UTF-8.
pub fn text(name: &Path) -> io::Result<String> {
    String::from_utf8(bytes(name, MOST_TEXT)?).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let before = error.as_bytes().get(..at).unwrap_or_default();
        let line = 1 + before.iter().filter(|b| **b == b'\n').count();
        let reason = format!("line {line} is not UTF-8 text");
        io::Error::new(io::ErrorKind::InvalidData, reason)
    })
}

#[cfg(unix)]
fn is_device(about: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;
    about.file_type().is_char_device() || about.file_type().is_block_device()
}

#[cfg(not(unix))]
fn is_device(_: &std::fs::Metadata) -> bool {
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
