//! Rules of terms are read without a panic, a fault names a line of the text, and a rule that was read
//! lays out days in order.

#![no_main]

use entente_measures::cycles::{days, terms};
use entente_states::terms::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| match read(text) {
    Err(fault) => assert!(fault.line <= text.matches('\n').count() + 1),
    Ok(rules) => {
        let until = jiff::civil::date(2200, 1, 1);
        for rule in &rules {
            let _ = days(rule, until);
        }
        for pair in terms(&rules, until).windows(2) {
            assert!(pair[0].start < pair[1].start);
        }
    }
});
