//! A declaration of baskets is read without a panic, and a fault points into its text.

#![no_main]

use entente_measures::Basket;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Err(fault) = Basket::read(text) {
        assert!(text.get(fault.span).is_some());
    }
});
