//! Running the binary.

#![allow(
    dead_code,
    reason = "each test file is a crate of its own and uses some of these"
)]

use assert_cmd::Command;
use serde_json::Value;

/// Runs it with a cache of its own, so that no test finds what another left.
pub fn entente(args: &[&str]) -> std::process::Output {
    let cache = tempfile::tempdir().unwrap();
    entente_with_cache(args, cache.path())
}

pub fn entente_with_cache(args: &[&str], cache: &std::path::Path) -> std::process::Output {
    Command::cargo_bin("entente")
        .unwrap()
        .args(args)
        .env("NO_COLOR", "1")
        .env("XDG_CACHE_HOME", cache)
        .output()
        .unwrap()
}

pub fn stdout(args: &[&str]) -> String {
    let output = entente(args);
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{args:?}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

pub fn json(args: &[&str]) -> Value {
    serde_json::from_str(&stdout(args)).unwrap()
}

/// Exit code and what was said, with line breaks and frame signs folded to blanks.
pub fn refusal(args: &[&str]) -> (i32, String) {
    let output = entente(args);
    assert!(output.stdout.is_empty(), "{args:?} printed a result");
    let said = String::from_utf8(output.stderr).unwrap();
    let said = said.replace(['│', '×', '╰', '─', '▶', '·'], " ");
    (
        output.status.code().unwrap(),
        said.split_whitespace().collect::<Vec<_>>().join(" "),
    )
}
