//! What the fuzz targets share.

#[doc(hidden)]
pub use entente_evidence::import::{Kind, read};
#[doc(hidden)]
pub use libfuzzer_sys::fuzz_target;

/// A target that gives whatever bytes come to the importer of one format. Tables or an error: both
/// are answers, only a panic is not.
#[macro_export]
macro_rules! importer {
    ($kind:ident) => {
        $crate::fuzz_target!(|bytes: &[u8]| {
            let _ = $crate::read($crate::Kind::$kind, "fuzz", bytes);
        });
    };
}
