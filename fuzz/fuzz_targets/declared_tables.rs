//! Whatever bytes come, to the importer of every table whose declaration says how its columns are read.
#![no_main]

use entente_fuzz::{Kind, fuzz_target, import_sound, read};

fuzz_target!(|bytes: &[u8]| {
    for kind in Kind::ALL {
        if kind.declared().is_some() {
            let _ = read(*kind, "fuzz", bytes);
            let _ = import_sound(*kind, "fuzz", bytes);
        }
    }
});
