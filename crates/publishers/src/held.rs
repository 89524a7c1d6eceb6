//! What the evidence at hand has of what is published: what is embedded, and what a layer was made from.

use std::collections::BTreeSet;
use std::path::Path;

use entente_evidence::{Directory, EvidenceError};

use crate::digest::Digest;
use crate::downloads::Downloads;
use crate::list::Publication;

/// What the evidence at hand has.
#[derive(Debug)]
pub struct Held {
    /// Whether the embedded tables are part of it.
    embedded: bool,
    /// Names and checksums of the files from which the layer was made.
    raw: BTreeSet<(String, String)>,
    /// What was fetched for the layer.
    pub downloads: Option<Downloads>,
}

impl Held {
    /// What a layer has, on top of the embedded tables or alone.
    ///
    /// # Errors
    /// If the directory's `sources.toml` cannot be read.
    pub fn of(
        layer: Option<&Path>,
        downloads: Option<Downloads>,
        embedded: bool,
    ) -> Result<Self, EvidenceError> {
        let mut raw = BTreeSet::new();
        if let Some(layer) = layer.filter(|path| path.is_dir()) {
            for source in &Directory::open(layer)?.sources().tables {
                let files = source
                    .raw
                    .iter()
                    .map(|f| (f.file.clone(), f.sha256.clone()));
                raw.extend(files);
            }
        }
        Ok(Held {
            embedded,
            raw,
            downloads,
        })
    }

    /// Whether it has a version of a file.
    pub fn has(
        &self,
        publication: &Publication,
        file: &str,
        address: &str,
        digest: &Digest,
    ) -> bool {
        let digest = digest.as_str();
        if self.embedded && publication.is_embedded(file, digest) {
            return true;
        }
        let fetched = self
            .downloads
            .as_ref()
            .and_then(|d| d.with_digest(address, digest));
        fetched.is_some_and(|d| self.has_bytes(file, &d.sha256))
    }

    /// Whether the layer was made from these bytes.
    pub fn has_bytes(&self, file: &str, sha256: &str) -> bool {
        self.raw.contains(&(file.to_owned(), sha256.to_owned()))
    }

    /// Whether it has any version of a file.
    pub fn has_any(&self, publication: &Publication, file: &str) -> bool {
        let embedded = self.embedded && publication.embedded.iter().any(|e| e.file == file);
        embedded || self.raw.iter().any(|(name, _)| name == file)
    }
}
