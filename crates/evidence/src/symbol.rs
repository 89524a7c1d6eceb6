//! The symbols of resolutions, in one form however they are written.
//!
//! The record writes `R/73/195`, the United Nations `A/RES/73/195`, a planner `73/195`; before
//! session 31 resolutions were numbered through and carried their session in Roman numerals,
//! `3379 (XXX)`, which the record writes `R/30/3379`. [`Symbol`] is what these have in common.
//!
//! Not offered: documents that are no resolutions (drafts such as `A/73/L.66`, reports such as
//! `A/73/195`), and other organs. In the earliest sessions the record's number is not the
//! resolution's but, it seems, a page of the official record: there a symbol finds what the record
//! calls by it, not the resolution of that number.

use std::fmt;

/// The last regular session, special session and emergency special session whose resolutions were
/// numbered through, with the session in Roman numerals: 3541 (XXX) is followed by 31/1,
/// 3362 (S-VII) by S-8/1, 2252 (ES-V) by ES-6/1.
const LAST_ROMAN: [(Kind, u16); 3] = [
    (Kind::Regular, 30),
    (Kind::Special, 7),
    (Kind::Emergency, 5),
];

/// A resolution's symbol in normal form.
///
/// ```
/// use entente_evidence::Symbol;
///
/// let typed = Symbol::parse("73/195");
/// assert_eq!(typed, Symbol::parse("R/73/195"));
/// assert_eq!(typed.map(|s| s.to_string()).as_deref(), Some("A/RES/73/195"));
/// assert_eq!(Symbol::parse("3379 (XXX)"), Symbol::parse("R/30/3379"));
/// assert_eq!(Symbol::parse("A/73/L.66"), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Symbol {
    kind: Kind,
    session: u16,
    /// Missing only where the record gives the session alone (`SS/5`).
    number: Option<u32>,
    /// The letters of a part: `A` in `70 A`.
    part: String,
    /// The section of a resolution that was voted on by itself: 12 in `R/34/233/XII`.
    section: Option<u16>,
}

/// What the session is one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Kind {
    Regular,
    Special,
    Emergency,
}

impl Symbol {
    /// Reads a symbol as the record, the United Nations or a person writes it; `None` if the text
    /// is not a resolution's symbol.
    ///
    /// Case, spaces and square brackets do not matter.
    pub fn parse(text: &str) -> Option<Self> {
        let tidy = tidied(text);
        let (kind, rest) = unprefixed(&tidy);
        match rest.split_once('(') {
            Some((before, after)) => numbered_through(before, after),
            None => numbered_by_session(kind, rest),
        }
    }

    /// The regular, special or emergency special session in the symbol.
    pub fn session(&self) -> u16 {
        self.session
    }

    /// The session and the number of the resolution without its part; `None` outside regular sessions.
    pub(crate) fn number_in_session(&self) -> Option<(u16, u32)> {
        let number = self.number?;
        self.is_of_a_regular_session()
            .then_some((self.session, number))
    }

    /// Whether the session is a regular one.
    pub fn is_of_a_regular_session(&self) -> bool {
        self.kind == Kind::Regular
    }

    /// A number for the roll call on this resolution, where its publisher has none: a digit for the
    /// kind of session (1 regular, 2 special, 3 emergency special), three for the session, four for
    /// the resolution, two for the part (A is 01, A and B together 32). `A/RES/80/236B` gives
    /// 1080023602. `None` where the symbol does not fit that: sections, parts of several letters.
    ///
    /// ```
    /// let symbol = entente_evidence::Symbol::parse("A/RES/80/236 B");
    /// assert_eq!(symbol.and_then(|s| s.roll_call_number()), Some(1_080_023_602));
    /// ```
    pub fn roll_call_number(&self) -> Option<u32> {
        let kind = match self.kind {
            Kind::Regular => 1,
            Kind::Special => 2,
            Kind::Emergency => 3,
        };
        let place = |letter: u8| u32::from(letter - b'A') + 1;
        let part = match self.part.as_bytes() {
            [] => 0,
            [letter] => place(*letter),
            [b'A', b'-', last] => 30 + place(*last),
            _ => return None,
        };
        let number = self.number.filter(|n| *n < 10_000)?;
        let fits = self.section.is_none() && self.session < 1_000;
        fits.then(|| {
            kind * 1_000_000_000 + u32::from(self.session) * 1_000_000 + number * 100 + part
        })
    }

    fn is_roman(&self) -> bool {
        self.number.is_some()
            && LAST_ROMAN
                .iter()
                .any(|&(k, last)| k == self.kind && self.session <= last)
    }
}

/// Capitals, without spaces and brackets. A space between two digits stands for a slash: the
/// record has `R/10 65`.
fn tidied(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.trim().chars() {
        if c.is_whitespace() {
            gap = true;
            continue;
        }
        if gap && c.is_ascii_digit() && out.ends_with(|p: char| p.is_ascii_digit()) {
            out.push('/');
        }
        gap = false;
        if !matches!(c, '[' | ']') {
            out.push(c.to_ascii_uppercase());
        }
    }
    out
}

/// Takes off what only says "resolution of the General Assembly".
///
/// `GOAR/1/1288B` stands in the record between `R/1/1288A` and `R/1/1288C`: it is of their series.
fn unprefixed(tidy: &str) -> (Option<Kind>, &str) {
    for (prefix, kind) in [("ESS/", Kind::Emergency), ("SS/", Kind::Special)] {
        if let Some(rest) = tidy.strip_prefix(prefix) {
            return (Some(kind), rest);
        }
    }
    for prefix in ["R/", "GOAR/"] {
        if let Some(rest) = tidy.strip_prefix(prefix) {
            return (Some(Kind::Regular), rest);
        }
    }
    let rest = ["GA/RES/", "A/RES/", "RES/", "RESOLUTION", "RES.", "RES"]
        .iter()
        .find_map(|prefix| tidy.strip_prefix(prefix))
        .unwrap_or(tidy);
    (None, rest)
}

/// Reads `3379`, `XXX)`; `2252`, `ES-V)`; `2775G`, `XXVI)`; `217`, `III)A`.
fn numbered_through(before: &str, after: &str) -> Option<Symbol> {
    let (session, tail) = after.split_once(')')?;
    let (kind, session) = session_kind(session);
    let (part, section) = match tail.split_once('/') {
        Some((part, section)) => (part, Some(section_number(section)?)),
        None => (tail, None),
    };
    let (number, letters) = number_and_part(before)?;
    if !is_letters(part) || !(part.is_empty() || letters.is_empty()) {
        return None;
    }
    Some(Symbol {
        kind,
        session: from_roman(session)?,
        number: Some(number),
        part: format!("{letters}{part}"),
        section,
    })
}

/// Reads `73/195`, `ES-10/19`, `42/70/A`, `33/116B/VII`, and `5` after `SS/`.
fn numbered_by_session(prefix: Option<Kind>, text: &str) -> Option<Symbol> {
    let (kind, text) = match prefix {
        Some(kind) => (kind, text),
        None => session_kind(text),
    };
    let mut pieces: Vec<&str> = text.split('/').collect();
    // The record's R/16/2/1069B names the volume of the official record before its page; pages
    // run on through the volumes.
    if prefix == Some(Kind::Regular) && pieces.len() == 3 && number_and_part(pieces[2]).is_some() {
        number(pieces[1])?;
        pieces.remove(1);
    }
    let session = u16::try_from(number(pieces[0])?).ok()?;
    if pieces.len() == 1 {
        return (kind != Kind::Regular).then(|| Symbol {
            kind,
            session,
            number: None,
            part: String::new(),
            section: None,
        });
    }
    let (number, letters) = number_and_part(pieces[1])?;
    let (mut part, mut section) = (letters, None);
    for piece in &pieces[2..] {
        match section_number(piece) {
            Some(n) if section.is_none() => section = Some(n),
            None if part.is_empty()
                && section.is_none()
                && !piece.is_empty()
                && is_letters(piece) =>
            {
                part = piece
            }
            _ => return None,
        }
    }
    Some(Symbol {
        kind,
        session,
        number: Some(number),
        part: part.to_owned(),
        section,
    })
}

fn session_kind(text: &str) -> (Kind, &str) {
    if let Some(rest) = text.strip_prefix("ES-") {
        return (Kind::Emergency, rest);
    }
    if let Some(rest) = text.strip_prefix("S-") {
        return (Kind::Special, rest);
    }
    (Kind::Regular, text)
}

/// A number from 1, in digits alone: `parse` would also take a sign.
fn number(text: &str) -> Option<u32> {
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    text.parse().ok().filter(|&n| n > 0)
}

fn number_and_part(text: &str) -> Option<(u32, &str)> {
    let letters = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = &text[..text.len() - letters.len()];
    is_letters(letters).then_some((number(digits)?, letters))
}

/// Letters, or two of them for parts that were adopted together (`A-C`).
fn is_letters(text: &str) -> bool {
    let capitals = |t: &str| t.bytes().all(|b| b.is_ascii_uppercase());
    match text.split_once('-') {
        Some((first, last)) => {
            first.len() == 1 && last.len() == 1 && capitals(first) && capitals(last) && first < last
        }
        None => capitals(text),
    }
}

/// A section after a slash. Sections run to XVI in the record, so C, D, L and M after a slash are
/// parts (`R/42/209/C`), as is I, V or X where it follows the number itself (`R/53/77V`).
fn section_number(text: &str) -> Option<u16> {
    if text.contains(['L', 'C', 'D', 'M']) {
        return None;
    }
    from_roman(text)
}

const ROMAN: [(u16, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

fn to_roman(mut n: u16) -> String {
    let mut out = String::new();
    for (value, digits) in ROMAN {
        while n >= value {
            out.push_str(digits);
            n -= value;
        }
    }
    out
}

/// A Roman numeral from 1 to 3999 in its usual spelling.
fn from_roman(text: &str) -> Option<u16> {
    let mut n: u16 = 0;
    let mut rest = text;
    for (value, digits) in ROMAN {
        while let Some(shorter) = rest.strip_prefix(digits) {
            n = n.checked_add(value).filter(|&n| n < 4000)?;
            rest = shorter;
        }
    }
    // IIII, VX and the like are read too, or in part: only the usual spelling comes back the same.
    (n > 0 && rest.is_empty() && to_roman(n) == text).then_some(n)
}

impl fmt::Display for Symbol {
    /// Writes `A/RES/73/195`, `A/RES/ES-10/19`, and for the old numbering `A/RES/3379(XXX)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let prefix = match self.kind {
            Kind::Regular => "",
            Kind::Special => "S-",
            Kind::Emergency => "ES-",
        };
        let mut text = String::from("A/RES/");
        match self.number {
            Some(n) if self.is_roman() => {
                text += &format!("{n}{}({prefix}{})", self.part, to_roman(self.session));
            }
            Some(n) => text += &format!("{prefix}{}/{n}{}", self.session, self.part),
            None => text += &format!("{prefix}{}", self.session),
        }
        if let Some(section) = self.section {
            text += &format!("/{}", to_roman(section));
        }
        f.pad(&text)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(text: &str) -> Option<String> {
        Symbol::parse(text).map(|s| s.to_string())
    }

    #[test]
    fn one_resolution_has_one_symbol_however_it_is_typed() {
        let cases: &[(&str, &[&str])] = &[
            (
                "A/RES/73/195",
                &[
                    "73/195",
                    "a/res/73/195",
                    "R/73/195",
                    "r/73/195",
                    " A/RES/73/195 ",
                    "A / RES / 73/195",
                    "resolution 73/195",
                    "Res. 73/195",
                    "GA/RES/73/195",
                    "73 195",
                ],
            ),
            (
                "A/RES/3379(XXX)",
                &[
                    "3379 (XXX)",
                    "3379(xxx)",
                    "R/30/3379",
                    "30/3379",
                    "A/RES/30/3379",
                    "A/RES/3379 (XXX)",
                ],
            ),
            (
                "A/RES/2758G(XXVI)",
                &[
                    "R/26/2758G",
                    "2758 G (XXVI)",
                    "A/RES/2758(XXVI)[G]",
                    "26/2758 g",
                ],
            ),
            (
                "A/RES/217A(III)",
                &["A/RES/217(III)[A]", "217 A (III)", "R/3/217/A"],
            ),
            ("A/RES/42/70A", &["R/42/70/A", "42/70 A", "A/RES/42/70[A]"]),
            ("A/RES/53/77V", &["R/53/77V"]),
            ("A/RES/75/254A-C", &["A/RES/75/254 A-C", "75/254[A-C]"]),
            ("A/RES/34/233/XII", &["R/34/233/XII", "34/233/xii"]),
            ("A/RES/33/116B/VII", &["R/33/116B/VII"]),
            (
                "A/RES/ES-10/19",
                &["ES-10/19", "ESS/10/19", "a/res/es-10/19"],
            ),
            ("A/RES/S-30/1", &["S-30/1", "SS/30/1"]),
            (
                "A/RES/2252(ES-V)",
                &["2252 (ES-V)", "ESS/5/2252", "ES-5/2252"],
            ),
            ("A/RES/3362(S-VII)", &["3362 (S-VII)", "SS/7/3362"]),
            ("A/RES/S-5", &["SS/5"]),
        ];
        for (canonical, ways) in cases {
            assert_eq!(shown(canonical).as_deref(), Some(*canonical));
            for way in *ways {
                assert_eq!(shown(way).as_deref(), Some(*canonical), "{way}");
            }
        }
    }

    #[test]
    fn what_is_no_resolution_is_no_symbol() {
        for text in [
            "",
            " ",
            "73",
            "195",
            "A/73/195",
            "A/73/L.66",
            "A/C.3/73/L.52",
            "S/RES/242",
            "A/RES/",
            "R/",
            "73/",
            "/195",
            "73/195/",
            "73/0",
            "0/195",
            "+73/195",
            "73/-195",
            "73/195-196",
            "73/195 A-",
            "73/195 C-A",
            "73/195 A-B-C",
            "11/6/2019",
            "3379 (IIII)",
            "3379 ()",
            "3379 (XXX",
            "(XXX)",
            "77 A (XXX) B",
            "73/195/A/B",
            "73/195/I/II",
            "99999999999/1",
            "70000/1",
            "73/99999999999",
            "R/6444A",
            "résolution",
            "７３/１９５",
        ] {
            assert_eq!(Symbol::parse(text), None, "{text:?}");
        }
    }

    /// Every shape of `unres` in the record (digits aside), with an example and its normal form.
    #[test]
    fn every_shape_in_the_record_is_covered() {
        let shapes = include_str!("../tests/fixtures/unga/symbol_shapes.csv");
        let mut count = 0;
        for line in shapes.lines().skip(1) {
            let (published, expected) = line.split_once(',').unwrap();
            let expected = Some(expected).filter(|e| !e.is_empty());
            assert_eq!(shown(published).as_deref(), expected, "{published}");
            count += 1;
        }
        assert!(count > 60, "{count} shapes");
    }

    #[test]
    fn a_symbol_gives_its_roll_call_a_number() {
        let number = |t: &str| Symbol::parse(t).and_then(|s| s.roll_call_number());
        assert_eq!(number("A/RES/74/267"), Some(1_074_026_700));
        assert_eq!(number("A/RES/ES-11/8"), Some(3_011_000_800));
        assert_eq!(number("A/RES/S-32/1"), Some(2_032_000_100));
        assert_eq!(number("A/RES/80/84 A-B"), Some(1_080_008_432));
        assert_eq!(number("R/34/233/XII"), None);
        assert_eq!(number("R/30/65AB"), None);
    }

    #[test]
    fn symbols_sort_by_session_and_number() {
        let symbol = |t| Symbol::parse(t).unwrap();
        assert!(symbol("9/1") < symbol("10/1"));
        assert!(symbol("73/19") < symbol("73/195"));
        assert!(symbol("73/195") < symbol("73/195A"));
    }

    fn symbols() -> impl Strategy<Value = Symbol> {
        let kind = prop_oneof![
            Just(Kind::Regular),
            Just(Kind::Special),
            Just(Kind::Emergency)
        ];
        (
            kind,
            1u16..200,
            1u32..5000,
            "[A-Z]{0,2}",
            proptest::option::of(1u16..40),
        )
            .prop_map(|(kind, session, number, part, section)| Symbol {
                kind,
                session,
                number: Some(number),
                part,
                section,
            })
    }

    proptest! {
        #[test]
        fn a_symbol_reads_back_as_itself(symbol in symbols()) {
            prop_assert_eq!(Symbol::parse(&symbol.to_string()), Some(symbol));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,24}|[AERS/0-9XVI() -]{0,24}") {
            if let Some(symbol) = Symbol::parse(&text) {
                prop_assert_eq!(Symbol::parse(&symbol.to_string()), Some(symbol));
            }
        }
    }
}
