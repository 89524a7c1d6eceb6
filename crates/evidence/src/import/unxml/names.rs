//! States as the publisher writes them.

use std::borrow::Cow;

use entente_states::{Ccode, system};

use super::line::text;

/// Names that mean a state in lists of the United Nations only, and misprints of the publisher, in capitals;
/// `None` for the second half of a name that was torn in two.
const OWN_NAMES: [(&str, Option<&str>); 10] = [
    // The other state of that name is always the Democratic Republic of the Congo here.
    ("CONGO", Some("COG")),
    ("CHILES", Some("CHL")),
    ("COTE", Some("CIV")),
    ("D'IVOIRE", None),
    ("LAO PEOPLE'S DEMOCRATIC", Some("LAO")),
    ("LIBYA ARAB JAMAHIRIYA", Some("LBY")),
    ("LICHTENSTEIN", Some("LIE")),
    ("MALTAS", Some("MLT")),
    ("NAMBIA", Some("NAM")),
    ("TURKYYE", Some("TUR")),
];

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

/// Reads a name.
pub(super) fn named(raw: &str) -> Named {
    let Some(name) = text(raw).map(|name| name.replace('\u{2019}', "'")) else {
        return Named::Fragment;
    };
    let name = without_article(name.trim_end_matches([',', '.', ';']));
    let capitals = plain(&name);
    if let Some((_, iso3)) = OWN_NAMES.iter().find(|(own, _)| *own == capitals) {
        return match iso3.and_then(|code| system().by_iso3(code)) {
            Some(state) => Named::State(state.ccode),
            None => Named::Fragment,
        };
    }
    match system().resolve(&name) {
        Ok(state) => Named::State(state.ccode),
        Err(_) => Named::Unknown,
    }
}

/// `THE GAMBIA` and `BAHAMAS (THE)` are filed under their names; `KINGDOM OF THE` keeps its own.
fn without_article(name: &str) -> Cow<'_, str> {
    let upper = name.to_uppercase();
    let after = upper.starts_with("THE ").then(|| name.get(4..)).flatten();
    let before = upper
        .ends_with(" (THE)")
        .then(|| name.get(..name.len() - 6))
        .flatten();
    after.or(before).map_or(Cow::Borrowed(name), Cow::Borrowed)
}

/// In capitals, with the letters of the misprints' accents made plain.
fn plain(name: &str) -> String {
    name.to_uppercase()
        .chars()
        .map(|c| match c {
            '\u{d4}' => 'O',
            '\u{dc}' => 'U',
            '\u{dd}' => 'Y',
            c => c,
        })
        .collect()
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
