//! A symbol is read without a panic, and its normal form is read back as the same symbol.

#![no_main]

use entente_evidence::Symbol;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Some(symbol) = Symbol::parse(text) {
        assert_eq!(Symbol::parse(&symbol.to_string()).as_ref(), Some(&symbol));
    }
});
