//! States as the publisher writes them.

use entente_states::{Ccode, system};

use super::line::text;

/// A name that the publisher tore in two: its first half stands for the state, the second for nothing.
const TORN: (&str, &str) = ("C\u{d4}TE", "D'IVOIRE");

/// What a name in a list means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// A state.
    State(Ccode),
    /// A part of a name that stands beside.
    Fragment,
    /// No state that is known.
    Unknown,
}

/// Reads a name, as documents of the United Nations print it.
pub(super) fn named(raw: &str) -> Named {
    let Some(name) = text(raw) else {
        return Named::Fragment;
    };
    let name = name.trim_end_matches([',', '.', ';']);
    if name.replace('\u{2019}', "'") == TORN.1 {
        return Named::Fragment;
    }
    let whole = match name == TORN.0 {
        true => format!("{} {}", TORN.0, TORN.1),
        false => name.to_owned(),
    };
    match system().resolve_in_document(&whole) {
        Ok(state) => Named::State(state.ccode),
        Err(_) => Named::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_the_publisher() {
        let state = |name: &str| match named(name) {
            Named::State(ccode) => Some(ccode.0),
            _ => None,
        };
        for (name, ccode) in [
            ("T\u{dc}RK\u{dd}YE", 640),
            ("T\u{dc}RKIYE", 640),
            ("TURKEY", 640),
            (" MADAGASCAR", 580),
            ("COLOMBIA\u{a0}", 100),
            ("THE GAMBIA", 420),
            ("BAHAMAS (THE)", 31),
            ("LAO PEOPLE\u{2019}S DEMOCRATIC  REPUBLIC", 812),
            ("C\u{d4}TE D\u{2019}IVOIRE", 437),
            ("C\u{d4}TE.", 437),
            ("THE CONGO", 484),
            ("NAMBIA", 565),
            ("CONGO", 484),
            ("DEMOCRATIC REPUBLIC OF THE CONGO", 490),
        ] {
            assert_eq!(state(name), Some(ccode), "{name:?}");
        }
        assert_eq!(named("D'IVOIRE"), Named::Fragment);
        assert_eq!(named("SUBMITTED BY THE CHAIR"), Named::Unknown);
    }
}
