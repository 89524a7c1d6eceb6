//! One writer at a time: a lock on a file, which the system gives back when its holder ends, however it ends.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;

/// The right to write what a file of this name guards. It ends with the value.
#[derive(Debug)]
pub struct Lock {
    _held: File,
}

impl Lock {
    /// Takes the lock, once nobody else holds it. `waiting` is called if somebody does.
    ///
    /// The file is made if it is not there, and stays: were it removed, two could hold a lock of one name.
    ///
    /// # Errors
    /// If the file cannot be made, or the file system knows no locks.
    pub fn take(name: &Path, waiting: impl FnOnce()) -> io::Result<Lock> {
        let mut options = OpenOptions::new();
        let file = options.read(true).append(true).create(true).open(name)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                waiting();
                file.lock()?;
            }
            Err(TryLockError::Error(error)) => return Err(error),
        }
        Ok(Lock { _held: file })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;
    use std::time::Duration;

    #[test]
    fn the_second_waits_for_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let name = folder.path().join(".lock");
        let first = Lock::take(&name, || panic!("nobody holds it")).unwrap();
        let (said, heard) = mpsc::channel();
        let second = std::thread::spawn(move || {
            let waits = said.clone();
            let lock = Lock::take(&name, || waits.send("waits").unwrap()).unwrap();
            said.send("has it").unwrap();
            lock
        });
        let long = Duration::from_secs(20);
        assert_eq!(heard.recv_timeout(long), Ok("waits"));
        assert!(heard.recv_timeout(Duration::from_millis(50)).is_err());
        drop(first);
        assert_eq!(heard.recv_timeout(long), Ok("has it"));
        drop(second.join().unwrap());
    }
}
