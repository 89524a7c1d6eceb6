//! What a person types for a state resolves or gets suggestions, and never panics.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = entente_states::system().resolve(text);
});
