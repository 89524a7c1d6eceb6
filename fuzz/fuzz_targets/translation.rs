//! A translation of a dossier is read without a panic, a fault points into its text, and a shipped dossier
//! either takes it or says where it is stale.

#![no_main]

use entente_assessment::{Dossier, Translation};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| match Translation::read(text) {
    Err(fault) => assert!(text.get(fault.span).is_some()),
    Ok(translation) => {
        for (_, dossier) in Dossier::shipped() {
            match dossier.translated(&translation) {
                Err(fault) => assert!(text.get(fault.span).is_some()),
                Ok(translated) => assert_eq!(translated.items.len(), dossier.items.len()),
            }
            let again = dossier.translation_text(translation.language(), Some(&translation));
            assert!(Translation::read(&again).is_ok());
        }
    }
});
