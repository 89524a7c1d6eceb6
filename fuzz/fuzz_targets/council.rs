//! Whatever bytes come, to the importers of the Security Council's gathered record and of the Library's.
#![no_main]

use std::collections::HashMap;

use entente_evidence::import::issue_codes::PublishedCodes;
use entente_evidence::import::library;
use entente_fuzz::{Kind, fuzz_target, read};

fuzz_target!(|bytes: &[u8]| {
    for kind in [
        Kind::CouncilResolutions,
        Kind::CouncilVotes,
        Kind::CouncilNotAdopted,
        Kind::CouncilVetoes,
    ] {
        let _ = read(kind, "fuzz", bytes);
    }
    let _ = PublishedCodes::read("fuzz", bytes);
    let calls = library::resolutions("fuzz", bytes);
    let days: HashMap<_, _> = calls
        .map(|t| t.roll_calls.iter().map(|r| (r.rcid, r.date)).collect())
        .unwrap_or_default();
    let _ = library::votes("fuzz", bytes, &days);
});
