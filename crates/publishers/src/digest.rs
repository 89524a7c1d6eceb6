//! The digests by which publishers tell one version of a file from another.

use entente_evidence::sha256;
use sha1::{Digest as _, Sha1};

/// The digest of a file in a repository: what git calls its blob.
pub fn git_blob(bytes: &[u8]) -> String {
    let mut digest = Sha1::new();
    digest.update(format!("blob {}\0", bytes.len()));
    digest.update(bytes);
    let digits = |b: &u8| format!("{b:02x}");
    digest.finalize().iter().map(digits).collect()
}

/// Which digest a listing gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Digest {
    /// Git's.
    Blob(String),
    /// One that tells versions apart and is not held against the bytes: a data set's may be of the form in
    /// which its author sent the file, and another form is what is fetched.
    Opaque(String),
}

impl Digest {
    /// As it is written.
    pub fn as_str(&self) -> &str {
        match self {
            Digest::Blob(text) | Digest::Opaque(text) => text,
        }
    }

    /// Whether bytes may be those of which it is the digest.
    pub fn fits(&self, bytes: &[u8]) -> bool {
        match self {
            Digest::Blob(blob) => git_blob(bytes) == *blob,
            Digest::Opaque(_) => true,
        }
    }
}

/// The digest of a body whose publisher gives none.
pub fn own(bytes: &[u8]) -> Digest {
    Digest::Opaque(sha256(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `git hash-object` of an empty file, and of "what is up, doc?" (Pro Git, 10.2).
    #[test]
    fn a_blob_is_what_git_says() {
        assert_eq!(git_blob(b""), "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
        let known = "bd9dbf5aae1a3862dd1526723246b20206e5fc37";
        assert_eq!(git_blob(b"what is up, doc?"), known);
        assert!(Digest::Blob(known.to_owned()).fits(b"what is up, doc?"));
        assert!(!Digest::Blob(known.to_owned()).fits(b"what is up?"));
    }
}
