//! Lists the languages: one file each in `locales/`, so that adding a language is adding a file.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=locales");
    let home = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let mut files: Vec<_> = fs::read_dir(Path::new(&home).join("locales"))?
        .map(|entry| entry.map(|e| e.path()))
        .collect::<Result<_, _>>()?;
    files.retain(|path| path.extension().is_some_and(|e| e == "ftl"));
    files.sort();
    let mut list = String::from("&[\n");
    for path in &files {
        let code = path.file_stem().unwrap_or_default().to_string_lossy();
        let _ = writeln!(list, "({code:?}, include_str!({path:?})),");
    }
    list.push(']');
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("locales.rs"), list)
}
