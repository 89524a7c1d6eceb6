//! Entries are read as they are written, or a line of the text is named.

#![no_main]

use entente_ledger::read_entries;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| match read_entries("fuzz", text) {
    Ok(entries) => {
        let lines: Vec<String> = entries
            .iter()
            .map(|entry| serde_json::to_string(entry).unwrap())
            .collect();
        assert_eq!(read_entries("fuzz", &lines.join("\n")).unwrap(), entries);
    }
    Err(error) => assert!((1..=text.lines().count()).contains(&error.line)),
});
