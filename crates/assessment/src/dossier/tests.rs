use proptest::prelude::*;

use super::*;

const HEAD: &str = "title = \"T\"\nparties = [\"USA\", \"MEX\"]\n[[source]]\nid = \"s\"\ncitation = \"S\"\npublished = \"2005\"\n";

const OCCASIONS: &str = "occasions = [{ words = [\"Summit\"] }]\n";

fn mechanism(rest: &str) -> String {
    format!(
        "{HEAD}[[mechanism]]\nid = \"x\"\nname = \"X\"\nparties = [\"USA\", \"MEX\"]\nlevel = \"leader\"\ncadence = \"P1Y\"\nfounded = 2005-03-23\nsources = [\"s\"]\n{rest}"
    )
}

#[test]
fn the_shipped_ones_are_read() {
    for (name, text) in shipped::TEXTS {
        let dossier = Dossier::read(text).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert!(
            Dossier::shipped()
                .iter()
                .any(|(n, d)| *n == name && *d == dossier)
        );
        for mechanism in &dossier.mechanisms {
            assert!(!mechanism.sources.is_empty(), "{}", mechanism.id);
        }
    }
}

#[test]
fn a_text_holds_what_may_be_seen() {
    let with = |name: &str, mandate: &str| {
        let text = mechanism(&format!("mandate = [\"{mandate}\"]\n{OCCASIONS}"));
        text.replace("\"X\"", &format!("\"{name}\""))
    };
    assert!(Dossier::read(&with("Comisión", "Two\\nlines\\tand a tab")).is_ok());
    for (name, mandate, pointed, said) in [
        (
            "X\\u001B[31m",
            "",
            "\\u001B",
            "`name`: it holds U+001B (escape)",
        ),
        ("X\\u0000", "", "\\u0000", "`name`: it holds U+0000 (NUL)"),
        ("X\u{9B}2J", "", "\u{9B}", "it holds U+009B"),
        ("X", "\\uFFFE", "\\uFFFE", "`mandate`: it holds U+FFFE"),
        ("X", "\u{2028}", "\u{2028}", "it holds U+2028"),
        (
            "X\\nY",
            "",
            "\\n",
            "`name` is of one line, and holds a line end",
        ),
    ] {
        let text = with(name, mandate);
        let fault = Dossier::read(&text).unwrap_err();
        assert!(fault.message.starts_with(said), "{fault}");
        assert_eq!(&text[fault.span], pointed);
        assert!(fault.hint.is_some());
    }
}

/// Notepad writes a mark at the front and Windows line ends; the dossier is the same.
#[test]
fn a_file_from_windows_is_the_same_dossier() {
    for (name, text) in shipped::TEXTS {
        let windows = format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
        assert_eq!(Dossier::read(&windows), Dossier::read(text), "{name}");
    }
    let wrong = mechanism("mandate = [\"a\", 3]\n").replace('\n', "\r\n");
    let fault = Dossier::read(&wrong).unwrap_err();
    assert_eq!(&wrong[fault.span], "3");
    let long = mechanism(&format!("mandate = [\"\"\"a\r\nb\"\"\"]\n{OCCASIONS}"));
    let dossier = Dossier::read(&long).unwrap();
    assert_eq!(dossier.mechanisms[0].mandate, ["a\nb"]);
}

#[test]
fn faults_point_at_their_place() {
    let place = |text: &str| {
        let fault = Dossier::read(text).unwrap_err();
        (text[fault.span.clone()].to_owned(), fault.message)
    };
    let whole = mechanism(OCCASIONS);
    assert!(Dossier::read(&whole).is_ok());
    for (wrong, at, said) in [
        (
            whole.replace("\"P1Y\"", "\"yearly\""),
            "\"yearly\"",
            "no cadence",
        ),
        (
            whole.replace("\"leader\"", "\"lead\""),
            "\"lead\"",
            "no level",
        ),
        (
            whole.replace("2005-03-23", "2005-03-23T10:00:00"),
            "2005-03-23T10:00:00",
            "no day",
        ),
        (whole.replace("words", "wrds"), "wrds", "unknown field"),
        (whole.replace("\"Summit\"", "\"-\""), "\"-\"", "no words"),
        (whole.replace("[\"Summit\"]", "[]"), "[]", "no words"),
        (
            whole.replace("\"leader\"", "\"official\""),
            "[\"Summit\"]",
            "not in the contact record",
        ),
        (mechanism(""), "\"x\"", "nothing says how"),
        (
            mechanism("complete_to = 2004-01-01\n"),
            "2004-01-01",
            "lies before",
        ),
        (
            mechanism(
                "complete_to = 2024-01-01\nmeeting = [{ start = 2001-01-01, place = \"P\", source = \"S\" }]\n",
            ),
            "2001-01-01",
            "lies before",
        ),
        (
            mechanism(
                "complete_to = 2024-01-01\nmeeting = [{ start = 2006-01-01, place = \"\", source = \"s\" }]\n",
            ),
            "\"\"",
            "left empty",
        ),
        (whole.replace("[\"s\"]", "[\"t\"]"), "\"t\"", "no source"),
        (whole.replace("[\"s\"]", "[]"), "[]", "no source"),
        (
            HEAD.replace("\"2005\"", "\"May 2005\""),
            "\"May 2005\"",
            "no day, month or year",
        ),
        (
            HEAD.replace("\"MEX\"", "\"Mexcio\""),
            "\"Mexcio\"",
            "Mexcio",
        ),
        (HEAD.replace(", \"MEX\"", ""), "[\"USA\"]", "two states"),
        (HEAD.replace("\"MEX\"", "\"US\""), "\"US\"", "given twice"),
    ] {
        let (found, message) = place(&wrong);
        assert!(
            found.contains(at) && message.contains(said),
            "{found} {message}\n{wrong}"
        );
    }
    let twice = format!("{whole}{}", &whole[HEAD.len()..]);
    assert_eq!(place(&twice).1, "the id \"x\" is taken");
}

proptest! {
    /// A slip of the pen is an answer, and points into the text.
    #[test]
    fn one_sign_more_or_less_never_panics(at in 0usize..20_000, sign in any::<char>(), more in any::<bool>()) {
        let mut signs: Vec<char> = shipped::TEXTS[0].1.chars().collect();
        let at = at % signs.len();
        if more {
            signs.insert(at, sign);
        } else {
            signs.remove(at);
        }
        let text: String = signs.into_iter().collect();
        if let Err(fault) = Dossier::read(&text) {
            prop_assert!(text.get(fault.span.clone()).is_some(), "{:?}", fault);
        }
    }
}

const ITEM: &str = r#"
[[source]]
id = "later"
citation = "L"
published = "2021-01"
[[mechanism]]
id = "x"
name = "X"
parties = ["USA", "MEX"]
level = "leader"
cadence = "P1Y"
founded = 2005-03-23
sources = ["s"]
occasions = [{ words = ["Summit"] }]
[[item]]
id = "compact"
name = "Compact"
description = "A compact."
level = "global"
from = 2016-09-19
fora = ["UN"]
carriers = ["x", "UNGA", "G20"]
indicators = [{ votes = { issues = ["hr"], symbols = ["A/RES/73/195"] } }, { applications = { origins = ["GTM"] } }]
sources = ["s: article 3", "later"]
priority = [{ party = "USA", level = 3, words = "high", from = 2021-01-20, sources = ["later"] }]
position = [
  { party = "USA", stance = -2, words = "left it", from = 2017-12-02, until = 2021-01-19, sources = ["s"] },
  { party = "MEX", stance = 2, words = "led it", from = 2017-02-01, sources = ["s"] },
]
[[constraint]]
id = "senate"
party = "USA"
actor = "Senate"
instrument = "advice and consent"
stance = -1.5
veto = true
items = ["compact"]
from = 1789-03-04
sources = ["s"]
[[circumstance]]
id = "reset"
kind = "opportunity"
text = "A new government."
from = 2021-01-20
sources = ["later"]
[[act]]
date = 2020-12-14
party = "MEX"
weight = -0.5
text = "Congratulations came late."
sources = ["later"]
[[claim]]
id = "votes"
text = "One voted against."
source = "later: page 3"
tests = [{ vote = { resolution = "A/RES/73/195", state = "USA", cast = "no" } }]
"#;

#[test]
fn every_kind_of_entry_is_read() {
    let dossier = Dossier::read(&format!("{HEAD}{ITEM}")).unwrap();
    let item = &dossier.items[0];
    assert_eq!(
        item.carriers,
        [
            Carrier::Mechanism("x".into()),
            Carrier::Assembly,
            Carrier::Summit("G20".into())
        ]
    );
    assert_eq!(dossier.cite(&item.sources[0]), "S, article 3");
    assert_eq!(dossier.constraints[0].stance, -1.5);
    assert!(matches!(
        &dossier.claims[0].tests[..],
        [Test::Vote { resolution, .. }] if resolution == "A/RES/73/195"
    ));
}

#[test]
fn faults_in_entries_point_at_their_place() {
    let whole = format!("{HEAD}{ITEM}");
    for (right, wrong, said) in [
        ("fora = [\"UN\"]", "fora = [\"UNO\"]", "no body"),
        ("\"UNGA\"", "\"nals\"", "no mechanism, summit or body"),
        ("stance = -1.5", "stance = -3", "no stance"),
        ("level = 3", "level = 2.5", "no priority"),
        (
            "items = [\"compact\"]",
            "items = [\"compct\"]",
            "no agenda item",
        ),
        (
            "party = \"MEX\", stance",
            "party = \"CAN\", stance",
            "no party",
        ),
        ("cast = \"no\"", "cast = \"nay\"", "no vote"),
        (
            "source = \"later: page 3\"",
            "source = \"later\"",
            "no place",
        ),
        ("until = 2021-01-19", "until = 2017-01-19", "lies before"),
        ("{ vote =", "{ ballot =", "unknown variant"),
        (
            "kind = \"opportunity\"",
            "kind = \"chance\"",
            "no kind of circumstance",
        ),
    ] {
        let text = whole.replacen(right, wrong, 1);
        assert_ne!(text, whole, "{right}");
        let fault = Dossier::read(&text).unwrap_err();
        let line = text[..fault.span.start].lines().count();
        let at = text.lines().position(|l| l.contains(wrong)).unwrap();
        assert!(
            fault.message.contains(said) && line.abs_diff(at + 1) <= 1,
            "{wrong}: {} at line {line}",
            fault.message
        );
    }
}

/// Facts are known from their day, judgements from the day on which they were published.
#[test]
fn entries_obey_the_date() {
    let dossier = Dossier::read(&format!("{HEAD}{ITEM}")).unwrap();
    let day = jiff::civil::date;
    let before = dossier.as_of(day(2021, 1, 15));
    assert_eq!(before.sources.len(), 1);
    assert_eq!(before.items[0].sources.len(), 1);
    assert!(before.items[0].priorities.is_empty());
    assert_eq!(before.items[0].positions.len(), 2);
    assert_eq!(before.items[0].positions[0].until, None);
    assert!(before.claims.is_empty() && before.circumstances.is_empty());
    assert_eq!(before.acts.len(), 1);
    let after = dossier.as_of(day(2021, 2, 1));
    assert_eq!(after.claims.len(), 1);
    assert_eq!(after.circumstances.len(), 1);
    assert_eq!(after.items[0].positions.len(), 1);
    let early = dossier.as_of(day(2010, 1, 1));
    assert!(early.items.is_empty() && early.constraints.is_empty());
    assert_eq!(early.mechanisms.len(), 1);
}

/// What editors complete by is what is read: the published schema is that of the types.
#[test]
fn the_published_schema_is_that_of_the_types() {
    let published = include_str!("../../../../dossiers/dossier.schema.json");
    let published: serde_json::Value = serde_json::from_str(published).unwrap();
    assert_eq!(published, Dossier::schema());
}
