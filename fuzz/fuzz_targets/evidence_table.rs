//! Any bytes as the file of each table of evidence: rows or an error.
#![no_main]

use std::convert::Infallible;
use std::sync::Once;

use entente_evidence::{ForEachTable, Record, panic_is_an_error, parquet_rows};
use libfuzzer_sys::fuzz_target;

struct Read {
    bytes: Vec<u8>,
}

impl ForEachTable for Read {
    type Error = Infallible;
    fn table<R: Record>(&mut self) -> Result<(), Infallible> {
        let _ = parquet_rows::<R>("fuzz", self.bytes.clone().into());
        Ok(())
    }
}

/// Panics of the Parquet crate become errors of ours: the fuzzer, which ends at any panic, is not told of them.
fn quiet() {
    static QUIET: Once = Once::new();
    QUIET.call_once(|| {
        let report = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if !panic_is_an_error() {
                report(panic);
            }
        }));
    });
}

fuzz_target!(|bytes: &[u8]| {
    quiet();
    let mut read = Read {
        bytes: bytes.to_vec(),
    };
    let Ok(()) = read.every();
});
