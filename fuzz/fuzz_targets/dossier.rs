//! A dossier is read without a panic, and a fault points into its text.

#![no_main]

use entente_assessment::Dossier;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Err(fault) = Dossier::read(text) {
        assert!(text.get(fault.span).is_some());
    }
});
