//! Panics of code that is not ours, on bytes that anybody may have written.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// What a computation gives, or nothing if it panics. It must own what it changes.
pub(crate) fn caught<T>(compute: impl FnOnce() -> T) -> Option<T> {
    let before = GUARDED.replace(true);
    let result = catch_unwind(AssertUnwindSafe(compute));
    GUARDED.set(before);
    result.ok()
}

/// Whether a panic of this thread is caught and becomes an error, so that a program need not tell of it.
pub fn panic_is_an_error() -> bool {
    GUARDED.get()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_nothing() {
        assert_eq!(caught(|| u8::from(panic_is_an_error())), Some(1));
        let none: [u8; 0] = [];
        assert_eq!(caught(|| none[std::hint::black_box(1)]), None);
        assert!(!panic_is_an_error());
    }
}
