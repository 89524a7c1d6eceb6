//! `entente ledger attach`

use std::path::Path;

use entente_ledger::{Document, LARGEST_DOCUMENT};

use super::kinds::find;
use super::{Room, receipt};
use crate::args::{AttachArgs, RoomArgs};
use crate::failure::Failure;
use crate::input;

/// Media types by the ending of a file's name.
const TYPES: [(&str, &str); 12] = [
    ("pdf", "application/pdf"),
    (
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    (
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("txt", "text/plain"),
    ("md", "text/markdown"),
    ("html", "text/html"),
    ("csv", "text/csv"),
    ("json", "application/json"),
    ("eml", "message/rfc822"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
];

pub fn run(options: &AttachArgs, room: &RoomArgs) -> Result<(), Failure> {
    let file = &options.file;
    let content = input::bytes(file, LARGEST_DOCUMENT as u64)
        .map_err(|error| Failure::usage(format!("cannot read {}: {error}", file.display())))?;
    let room = Room::to_write(room)?;
    let delegation = match options.own {
        true => Some(room.delegation("what is attached with --own")?),
        false => None,
    };
    let to = options.to.iter().map(|entry| find(&room, entry));
    let document = Document {
        id: String::new(),
        name: match &options.name {
            Some(name) => name.clone(),
            None => named(file)?,
        },
        media_type: match &options.media_type {
            Some(media_type) => media_type.clone(),
            None => media_type(file),
        },
        sha256: String::new(),
        size: 0,
        attached_to: to.collect::<Result<_, _>>()?,
        delegation,
        withdrawn: None,
    };
    let stamp = room.stamp()?;
    let recorded = room
        .ledger
        .wait(room.view().attach(document, &content, &stamp))?;
    receipt::give(&room, &[recorded], &options.written)
}

fn named(file: &Path) -> Result<String, Failure> {
    let name = file.file_name().and_then(|name| name.to_str());
    name.map(str::to_owned).ok_or_else(|| {
        Failure::usage(format!("{} has no name in UTF-8", file.display()))
            .help("--name says what the document is called")
    })
}

fn media_type(file: &Path) -> String {
    let ending = file
        .extension()
        .and_then(|e| e.to_str())
        .map(str::to_lowercase);
    TYPES
        .iter()
        .find(|(of, _)| ending.as_deref() == Some(*of))
        .map_or("application/octet-stream", |(_, media_type)| media_type)
        .to_owned()
}
