//! Every file that the program writes goes through `entente_doors::file`: no other code calls the system.

use std::path::{Path, PathBuf};

/// What writes, moves or removes files.
const CALLS: [&str; 16] = [
    "fs::write",
    "fs::rename",
    "fs::copy",
    "fs::hard_link",
    "fs::remove_file",
    "fs::remove_dir",
    "fs::create_dir",
    "fs::set_permissions",
    "fs::DirBuilder",
    "DirBuilder::new",
    "File::create",
    "File::options",
    "OpenOptions",
    "tempfile::",
    "generate_to",
    "symlink",
];

/// Files that still write by themselves.
const EXCEPT: [&str; 0] = [];

#[test]
fn nothing_but_the_one_writer_writes_files() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut files = Vec::new();
    for entry in std::fs::read_dir(crates).unwrap() {
        let path = entry.unwrap().path();
        if path.file_name().unwrap() != "doors" {
            collect(&path.join("src"), &mut files);
        }
    }
    assert!(files.len() > 100, "the sources are not where they were");
    let mut found = Vec::new();
    for file in files {
        let place = file.strip_prefix(crates).unwrap().display().to_string();
        if EXCEPT.contains(&&*place) {
            continue;
        }
        let text = std::fs::read_to_string(&file).unwrap();
        for (number, line) in outside_tests(&text) {
            found.extend(
                CALLS
                    .iter()
                    .filter(|call| line.contains(**call))
                    .map(|call| {
                        format!("{place}:{number}: {call}: use entente_doors::file instead")
                    }),
            );
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
}

/// The lines of a file with their numbers, up to its tests, which stand at its end.
fn outside_tests(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines: Vec<&str> = text.lines().collect();
    let tests = lines
        .windows(2)
        .position(|pair| pair[0] == "#[cfg(test)]" && pair[1].starts_with("mod tests {"))
        .unwrap_or(lines.len());
    lines
        .into_iter()
        .take(tests)
        .enumerate()
        .map(|(i, line)| (i + 1, line))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

#[test]
fn a_writer_is_found_and_a_test_is_none() {
    let text = "fn f() {\n    std::fs::write(a, b);\n}\n#[cfg(test)]\nmod tests {\n    fs::write(a, b);\n}\n";
    let lines: Vec<(usize, &str)> = outside_tests(text)
        .filter(|(_, line)| line.contains("fs::write"))
        .collect();
    assert_eq!(lines, [(2, "    std::fs::write(a, b);")]);
}
