//! A ledger takes a file over whole, and gives the same file back, or leaves all as it was.

#![no_main]

use entente_ledger::{Blocking, Database, LedgerError, Viewer};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let ledger = Blocking::open(&Database::Memory, &Default::default()).unwrap();
    let joint = ledger.as_seen_by(Viewer::Joint);
    match ledger.wait(joint.import("fuzz", &mut &bytes[..], jiff::Timestamp::MAX)) {
        Ok(imported) => {
            assert_eq!(imported.head, Some(ledger.wait(ledger.head()).unwrap()));
            let verification = ledger.wait(ledger.custodian().verify(&[])).unwrap();
            assert_eq!(verification.findings, []);
        }
        Err(LedgerError::Import(error)) => {
            assert_eq!(ledger.wait(ledger.head()).unwrap().seq, 0);
            let lines = bytes.split_inclusive(|byte| *byte == b'\n').count();
            assert_eq!(error.file, "fuzz");
            assert!((1..=lines.max(1)).contains(&error.line) || bytes.is_empty());
        }
        Err(other) => panic!("{other}"),
    }
});
