//! A list of publishers, and the listings that they send, are read without a panic, and a fault points into its text.

#![no_main]

use entente_publishers::{Publishers, listing};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for read in [listing::github, listing::dataverse] {
        for listed in read(bytes).into_iter().flatten() {
            assert!(!listed.file.contains('/') && !listed.file.starts_with('.'));
        }
    }
    if let Ok(text) = std::str::from_utf8(bytes)
        && let Err(fault) = Publishers::read(text)
    {
        assert!(text.get(fault.span).is_some());
    }
});
