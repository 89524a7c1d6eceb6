use proptest::prelude::*;

use super::*;

const HEAD: &str = "title = \"T\"\nparties = [\"USA\", \"MEX\"]\n[[source]]\nid = \"s\"\ncitation = \"S\"\npublished = \"2005\"\n";

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
fn faults_point_at_their_place() {
    let place = |text: &str| {
        let fault = Dossier::read(text).unwrap_err();
        (text[fault.span.clone()].to_owned(), fault.message)
    };
    let words = "occasions = [{ words = [\"Summit\"] }]\n";
    let whole = mechanism(words);
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
