//! What was fetched, kept beside a layer under the checksum of its bytes, so that the next request can be
//! conditional and nothing is fetched twice.
//!
//! The folder is a memory and no more: what of it is in the layer, the layer's `sources.toml` says.

use std::io;
use std::path::{Path, PathBuf};

use entente_doors::file::{self, Access};
use entente_doors::read;
use entente_evidence::sha256;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::client::Marks;

/// The folder, beside the tables.
const FOLDER: &str = "downloads";
/// The list of what is in it.
const LIST: &str = "list.toml";

/// What was fetched for a layer.
#[derive(Debug)]
pub struct Downloads {
    folder: PathBuf,
    list: List,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    /// The earlier ones first.
    #[serde(default, rename = "download")]
    downloads: Vec<Download>,
}

/// A body that was fetched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Download {
    /// Where it was.
    pub address: String,
    /// The SHA-256 of its bytes, which is its name.
    pub sha256: String,
    /// The digest that its publisher gave it.
    pub digest: String,
    /// Its `ETag`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// Its `Last-Modified`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
    /// The day on which it was fetched.
    pub day: Date,
}

/// What was fetched cannot be read or kept.
#[derive(Debug, thiserror::Error)]
#[error("{}: {source}", path.display())]
pub struct DownloadsError {
    /// The file.
    pub path: PathBuf,
    /// The system's reason.
    pub source: io::Error,
}

impl Download {
    /// What its server said of its version.
    pub fn marks(&self) -> Marks {
        Marks {
            etag: self.etag.clone(),
            last_modified: self.last_modified.clone(),
        }
    }
}

impl Downloads {
    /// What was fetched for the layer of a directory; nothing, if that is not there.
    ///
    /// # Errors
    /// If the list is there and cannot be read.
    pub fn of(layer: &Path) -> Result<Self, DownloadsError> {
        let folder = layer.join(FOLDER);
        let path = folder.join(LIST);
        let list = match read::plain_text(&path) {
            Ok(text) => toml::from_str(&text).map_err(|error| {
                let problem = format!(
                    "{}; without this file everything is fetched anew",
                    error.message()
                );
                io::Error::new(io::ErrorKind::InvalidData, problem)
            }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(List::default()),
            Err(error) => Err(error),
        };
        match list {
            Ok(list) => Ok(Downloads { folder, list }),
            Err(source) => Err(DownloadsError { path, source }),
        }
    }

    /// The bodies that were fetched from an address, the earlier ones first.
    pub fn all<'d>(&'d self, address: &'d str) -> impl DoubleEndedIterator<Item = &'d Download> {
        self.list
            .downloads
            .iter()
            .filter(move |d| d.address == address)
    }

    /// The last body that was fetched from an address.
    pub fn last(&self, address: &str) -> Option<&Download> {
        (self.list.downloads.iter()).rfind(|d| d.address == address)
    }

    /// The body of an address that has a digest.
    pub fn with_digest(&self, address: &str, digest: &str) -> Option<&Download> {
        let mut downloads = self.list.downloads.iter();
        downloads.rfind(|d| d.address == address && d.digest == digest)
    }

    /// The bytes of a body, if they are there and whole.
    pub fn bytes(&self, download: &Download, most: u64) -> Option<Vec<u8>> {
        let name = self.folder.join(&download.sha256);
        let file = read::open_plain(&name).ok()?;
        let bytes = read::opened_bytes(&file, most).ok()?;
        (sha256(&bytes) == download.sha256).then_some(bytes)
    }

    /// Keeps a body.
    ///
    /// # Errors
    /// If it cannot be written. Then what is kept is what was kept before.
    pub fn keep(&mut self, bytes: &[u8], download: Download) -> Result<(), DownloadsError> {
        let failed = |path: &Path| {
            let path = path.to_owned();
            move |source| DownloadsError { path, source }
        };
        file::folder(&self.folder, Access::Usual).map_err(failed(&self.folder))?;
        let name = self.folder.join(&download.sha256);
        file::write(&name, bytes, Access::Usual).map_err(failed(&name))?;
        let mut list = self.list.clone();
        // A body that comes back is the last one again, with the marks that it has now.
        (list.downloads).retain(|d| d.address != download.address || d.sha256 != download.sha256);
        list.downloads.push(download);
        let path = self.folder.join(LIST);
        let text = toml::to_string_pretty(&list)
            .map_err(io::Error::other)
            .map_err(failed(&path))?;
        file::write(&path, text.as_bytes(), Access::Usual).map_err(failed(&path))?;
        self.list = list;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn download(bytes: &[u8], etag: &str) -> Download {
        Download {
            address: "https://a.org/80.json".to_owned(),
            sha256: sha256(bytes),
            digest: sha256(bytes),
            etag: Some(etag.to_owned()),
            last_modified: None,
            day: date(2026, 11, 29),
        }
    }

    #[test]
    fn a_body_is_found_again_whole_or_not_at_all() {
        let layer = tempfile::tempdir().unwrap();
        let mut downloads = Downloads::of(layer.path()).unwrap();
        downloads.keep(b"one", download(b"one", "\"1\"")).unwrap();
        downloads.keep(b"two", download(b"two", "\"2\"")).unwrap();
        let mut again = Downloads::of(layer.path()).unwrap();
        let address = "https://a.org/80.json";
        let last = again.last(address).unwrap().clone();
        assert_eq!(last, download(b"two", "\"2\""));
        assert_eq!(again.bytes(&last, 10).as_deref(), Some(&b"two"[..]));
        assert_eq!(again.bytes(&last, 2), None);
        let first = again.with_digest(address, &sha256(b"one")).unwrap().clone();
        assert_eq!(again.bytes(&first, 10).as_deref(), Some(&b"one"[..]));
        std::fs::write(layer.path().join("downloads").join(&first.sha256), "oné").unwrap();
        assert_eq!(again.bytes(&first, 10), None);
        // What the publisher takes back is the last one again.
        again.keep(b"one", download(b"one", "\"3\"")).unwrap();
        assert_eq!(again.last(address).unwrap().etag.as_deref(), Some("\"3\""));
        assert_eq!(again.list.downloads.len(), 2);
    }

    #[test]
    fn a_damaged_list_is_named() {
        let layer = tempfile::tempdir().unwrap();
        std::fs::create_dir(layer.path().join("downloads")).unwrap();
        std::fs::write(layer.path().join("downloads/list.toml"), "download = 1").unwrap();
        let said = Downloads::of(layer.path()).unwrap_err().to_string();
        assert!(
            said.contains("list.toml") && said.contains("fetched anew"),
            "{said}"
        );
    }
}
