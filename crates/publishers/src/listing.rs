//! Listings: which files a publication has now, and which digest its publisher gives each.

use serde::Deserialize;

use crate::digest::Digest;

/// A file in a listing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its name.
    pub file: String,
    /// What stands for it in an address.
    pub id: String,
    /// Its digest.
    pub digest: Digest,
}

/// Reads the listing of a folder, as the API of GitHub gives it.
///
/// # Errors
/// If it is not of that form.
pub fn github(bytes: &[u8]) -> Result<Vec<Listed>, String> {
    #[derive(Deserialize)]
    struct Entry {
        name: String,
        #[serde(rename = "type")]
        kind: String,
        sha: String,
    }
    let entries: Vec<Entry> = serde_json::from_slice(bytes).map_err(|e| e.to_string())?;
    (entries.into_iter())
        .filter(|entry| entry.kind == "file")
        .map(|entry| listed(entry.name.clone(), entry.name, Digest::Blob(entry.sha)))
        .collect()
}

/// Reads the listing of the files of a version of a data set, as a Dataverse gives it.
///
/// # Errors
/// If it is not of that form.
pub fn dataverse(bytes: &[u8]) -> Result<Vec<Listed>, String> {
    #[derive(Deserialize)]
    struct Answer {
        data: Vec<Entry>,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Entry {
        label: String,
        data_file: DataFile,
    }
    #[derive(Deserialize)]
    struct DataFile {
        id: u64,
        md5: String,
    }
    let answer: Answer = serde_json::from_slice(bytes).map_err(|e| e.to_string())?;
    (answer.data.into_iter())
        .map(|Entry { label, data_file }| {
            listed(
                label,
                data_file.id.to_string(),
                Digest::Opaque(data_file.md5),
            )
        })
        .collect()
}

/// A file, if its name is one that may stand in an address and on a disk, and its digest is one.
fn listed(file: String, id: String, digest: Digest) -> Result<Listed, String> {
    let in_name = |b: u8| b.is_ascii_alphanumeric() || b"-_.".contains(&b);
    if file.is_empty() || file.starts_with('.') || !file.bytes().all(in_name) {
        return Err(format!("“{file}” is no name of a file that is asked for"));
    }
    let digits = digest.as_str();
    if digits.len() < 32 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(format!("“{digits}” is no digest of {file}"));
    }
    Ok(Listed { file, id, digest })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const BLOB: &str = "48d7232064d1b30a7fb8956494fe198c04774eb6";

    #[test]
    fn a_folder_has_files_and_folders() {
        let text = format!(
            "[{{\"type\": \"file\", \"size\": 765886, \"name\": \"80.json\", \"path\": \"data_extract/80.json\", \
             \"sha\": \"{BLOB}\", \"download_url\": \"https://a.org\"}}, \
             {{\"type\": \"dir\", \"name\": \"old texts\", \"sha\": \"{BLOB}\"}}]"
        );
        let files = github(text.as_bytes()).unwrap();
        assert_eq!(files.len(), 1);
        assert_eq!(
            (files[0].file.as_str(), files[0].digest.as_str()),
            ("80.json", BLOB)
        );
        // What GitHub says to somebody who has asked too often.
        let limited = b"{\"message\": \"API rate limit exceeded\"}";
        assert!(github(limited).is_err());
    }

    #[test]
    fn a_data_set_has_files_with_numbers() {
        let text = "{\"status\": \"OK\", \"data\": [{\"label\": \"UNVotes.csv\", \"restricted\": false, \
                    \"dataFile\": {\"id\": 7, \"md5\": \"0123456789abcdef0123456789abcdef\"}}]}";
        let files = dataverse(text.as_bytes()).unwrap();
        assert_eq!(
            (files[0].file.as_str(), files[0].id.as_str()),
            ("UNVotes.csv", "7")
        );
    }

    #[test]
    fn a_name_leads_nowhere_else() {
        for name in [
            "../sources.toml",
            "a/b",
            "",
            ".lock",
            "a?b",
            "80 .json",
            "a%2fb",
        ] {
            let digest = Digest::Blob(BLOB.to_owned());
            assert!(
                listed(name.to_owned(), String::new(), digest).is_err(),
                "{name}"
            );
        }
        for digest in ["", "0123", "zz..............................xx"] {
            let digest = Digest::Opaque(digest.to_owned());
            assert!(listed("80.json".to_owned(), String::new(), digest).is_err());
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_a_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = github(&bytes);
            let _ = dataverse(&bytes);
        }
    }
}
