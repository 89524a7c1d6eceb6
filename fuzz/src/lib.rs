//! What the fuzz targets share.

#[doc(hidden)]
pub use entente_evidence::import::{Kind, import_sound, read};
#[doc(hidden)]
pub use libfuzzer_sys::fuzz_target;

/// A target that gives whatever bytes come to the importer of one format. Tables or an error: both
/// are answers, only a panic is not. What can be read whole is what is sound in it, and nothing is left out.
#[macro_export]
macro_rules! importer {
    ($kind:ident) => {
        $crate::fuzz_target!(|bytes: &[u8]| {
            let whole = $crate::read($crate::Kind::$kind, "fuzz", bytes);
            let sound = $crate::import_sound($crate::Kind::$kind, "fuzz", bytes);
            if let (Ok(_), Ok(sound)) = (whole, sound) {
                assert!(sound.left_out.is_empty());
            }
        });
    };
}
