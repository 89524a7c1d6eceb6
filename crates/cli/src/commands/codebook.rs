//! `entente evidence codebook`

use std::path::Path;

use entente_doors::{file, read};
use entente_evidence::{Codebook, CodebookError, Page};

use crate::failure::Failure;
use crate::output;

/// Prints what the codebook says of every table, or writes it into the pages of a directory.
pub fn run(into: Option<&Path>) -> Result<(), Failure> {
    let codebook = Codebook::of_program()?;
    match into {
        None => output::write(None, &output::page(codebook.text())),
        Some(dir) => rewrite(&codebook, dir),
    }
}

fn rewrite(codebook: &Codebook, dir: &Path) -> Result<(), Failure> {
    let present = pages_of(dir)?;
    let written = codebook.pages(&present).map_err(|e| {
        let file = dir.join(&e.file).display().to_string();
        Failure::failed(CodebookError { file, ..e }.to_string())
    })?;
    let mut text = String::new();
    for page in written.iter().filter(|page| !present.contains(page)) {
        let path = dir.join(&page.file);
        file::write(&path, page.text.as_bytes(), file::Access::Usual)
            .map_err(|e| Failure::failed(format!("cannot write {}: {e}", path.display())))?;
        let new = match present.iter().any(|p| p.file == page.file) {
            true => "",
            false => " (new: list it in SUMMARY.md)",
        };
        text += &format!("written  {}{new}\n", page.file);
    }
    if text.is_empty() {
        text += "Every page is as the program writes it.\n";
    }
    output::write(None, &output::page(text))
}

/// The pages of a directory, in the order of their names.
fn pages_of(dir: &Path) -> Result<Vec<Page>, Failure> {
    let cannot = |path: &Path, e: &dyn std::fmt::Display| {
        Failure::failed(format!("cannot read {}: {e}", path.display()))
    };
    let mut pages = Vec::new();
    for entry in std::fs::read_dir(dir).map_err(|e| cannot(dir, &e))? {
        let path = entry.map_err(|e| cannot(dir, &e))?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let Some(name) = name.filter(|name| name.ends_with(".md")) else {
            continue;
        };
        pages.push(Page {
            file: name.to_owned(),
            text: read::text(&path).map_err(|e| cannot(&path, &e))?,
        });
    }
    pages.sort_by(|a, b| a.file.cmp(&b.file));
    Ok(pages)
}
