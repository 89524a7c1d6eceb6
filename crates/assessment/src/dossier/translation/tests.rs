use std::collections::BTreeSet;

use entente_doors::text::shown_on_a_line;
use proptest::prelude::*;

use super::super::*;

const DOSSIER: &str = r#"title = "Two states"
parties = ["USA", "MEX"]
[[source]]
id = "treaty"
citation = "The treaty"
published = 1944-02-03
note = "Not opened."
[[mechanism]]
id = "commission"
name = "Commission"
parties = ["USA", "MEX"]
level = "minister"
cadence = "P1Y"
founded = 1944-02-03
mandate = ["water", "borders"]
sources = ["treaty: article 2"]
occasions = [{ words = ["Water Commission"] }]
meeting = [{ start = 1945-01-01, place = "Mexico City", source = "treaty: annex" }]
[[item]]
id = "rivers"
name = "Rivers"
description = "The rivers of both."
level = "bilateral"
from = 1944-02-03
carriers = ["commission"]
indicators = [{ votes = { titles = ["rivers"] } }]
priority = [{ party = "USA", level = 2, words = "agreed to it", from = 1944-02-03, sources = ["treaty: article 2"] }]
position = [{ party = "MEX", stance = 1, words = "agreed to it", from = 1944-02-03, sources = ["treaty"] }]
next_step = "A meeting."
sources = ["treaty: article 2"]
[[constraint]]
id = "senate"
party = "USA"
actor = "Senate"
instrument = "consent"
stance = 1
veto = true
note = "Two thirds."
from = 1944-02-03
sources = ["treaty"]
[[circumstance]]
id = "drought"
kind = "risk"
text = "A drought."
from = 1944-02-03
sources = ["treaty"]
[[act]]
date = 1944-02-03
party = "MEX"
weight = 1
text = "Signed."
sources = ["treaty"]
[[claim]]
id = "first"
text = "It is the first in its region."
source = "treaty: preamble"
tests = [
  { untestable = { why = "No table of rivers" } },
  { rank = { state = "MEX", to = "USA", among = ["Latin America"], years = [2000, 2001], by = "coincidence", at_most = 1 } },
]
"#;

const SPANISH: &str = r#"language = "es"

[[text]]
en = "Rivers"
es = "Ríos"

[[text]]
en = "agreed to it"
es = "lo acordó"
"#;

fn dossier() -> Dossier {
    Dossier::read(DOSSIER).unwrap()
}

/// Every text once and in order; of what is not read, nothing.
#[test]
fn the_texts_of_a_dossier() {
    assert_eq!(
        dossier().texts(),
        [
            "Two states",
            "Not opened.",
            "Commission",
            "water",
            "borders",
            "article 2",
            "Mexico City",
            "annex",
            "Rivers",
            "The rivers of both.",
            "agreed to it",
            "A meeting.",
            "Senate",
            "consent",
            "Two thirds.",
            "A drought.",
            "Signed.",
            "It is the first in its region.",
            "preamble",
            "No table of rivers",
            "Latin America",
        ]
    );
}

#[test]
fn what_is_translated_is_replaced_wherever_it_stands() {
    let translation = Translation::read(SPANISH).unwrap();
    let spanish = dossier().translated(&translation).unwrap();
    assert_eq!(translation.language(), "es");
    assert_eq!(spanish.items[0].name, "Ríos");
    assert_eq!(spanish.items[0].priorities[0].words, "lo acordó");
    assert_eq!(spanish.items[0].positions[0].words, "lo acordó");
    assert_eq!(spanish.items[0].description, "The rivers of both.");
    let missing = dossier().untranslated(&translation);
    assert_eq!(missing.len(), dossier().texts().len() - 2);
    assert!(!missing.contains(&"Rivers".to_owned()));
}

#[test]
fn faults_in_a_translation_point_at_their_place() {
    for (right, wrong, at, said) in [
        ("\"es\"\n\n", "\"en\"\n\n", "\"en\"", "in English by itself"),
        (
            "\"es\"\n\n",
            "\"Spanish\"\n\n",
            "\"Spanish\"",
            "no code of a language",
        ),
        ("language", "lang", "lang", "unknown field"),
        ("\"Ríos\"", "\" \"", "\" \"", "left empty"),
        ("\"Rivers\"", "\"\"", "\"\"", "left empty"),
        (
            "es = \"Ríos\"",
            "fr = \"Fleuves\"",
            "fr",
            "no key of a text",
        ),
        (
            "\"agreed to it\"",
            "\"Rivers\"",
            "\"Rivers\"",
            "a translation above",
        ),
        ("\"Ríos\"", "3", "3", "invalid type"),
    ] {
        let text = SPANISH.replacen(right, wrong, 1);
        assert_ne!(text, SPANISH, "{right}");
        let fault = Translation::read(&text).unwrap_err();
        assert!(fault.message.contains(said), "{wrong}: {}", fault.message);
        assert_eq!(&text[fault.span], at, "{wrong}");
    }
    let lines = |text: &str| {
        let fault = Translation::read(text).unwrap_err();
        (
            text[..fault.span.start].matches('\n').count() + 1,
            fault.message,
        )
    };
    let without = SPANISH.replacen("es = \"Ríos\"\n", "", 1);
    assert_eq!(lines(&without), (3, "a text without `es`".to_owned()));
    let without = SPANISH.replacen("en = \"Rivers\"\n", "", 1);
    assert_eq!(lines(&without), (3, "a text without `en`".to_owned()));
}

/// An original that has changed since is noticed, and what it may have become is named.
#[test]
fn a_stale_translation_is_a_fault() {
    let text = SPANISH.replace("\"agreed to it\"", "\"agreed with it\"");
    let translation = Translation::read(&text).unwrap();
    let fault = dossier().translated(&translation).unwrap_err();
    assert_eq!(&text[fault.span], "\"agreed with it\"");
    assert_eq!(
        fault.hint.unwrap(),
        "the nearest there is: \"agreed to it\""
    );
    let text = SPANISH.replace("\"Rivers\"", "\"Something else entirely\"");
    let fault = dossier()
        .translated(&Translation::read(&text).unwrap())
        .unwrap_err();
    assert!(fault.hint.unwrap().contains("taken out"));
}

#[test]
fn the_language_is_that_of_the_file_s_name() {
    assert!(Translation::read_in(SPANISH, "es").is_ok());
    let fault = Translation::read_in(SPANISH, "fr").unwrap_err();
    assert_eq!(&SPANISH[fault.span], "\"es\"");
    for (word, is) in [
        ("es", true),
        ("pt-BR", true),
        ("yua", true),
        ("ES", false),
        ("", false),
        ("español", false),
        ("pt-br", false),
    ] {
        assert_eq!(Translation::is_code(word), is, "{word}");
    }
}

/// What is printed to start from reads back as what there was; filled in, as everything.
#[test]
fn a_translation_to_start_from() {
    let (dossier, held) = (dossier(), Translation::read(SPANISH).unwrap());
    let pairs = |t: &Translation| -> Vec<(String, String)> {
        let texts = t.texts();
        texts.map(|(a, b)| (a.to_owned(), b.to_owned())).collect()
    };
    let begun = dossier.translation_text("es", Some(&held));
    assert_eq!(pairs(&Translation::read(&begun).unwrap()), pairs(&held));
    assert!(begun.contains("\n# item rivers\n[[text]]\nen = \"Rivers\"\nes = \"Ríos\"\n"));
    let filled = dossier
        .translation_text("fr", None)
        .replace("fr = \"\"", "fr = \"mot\"")
        .replace("# [[", "[[")
        .replace("# en", "en")
        .replace("# fr", "fr");
    let filled = Translation::read(&filled).unwrap();
    assert!(dossier.untranslated(&filled).is_empty());
    assert!(dossier.translated(&filled).is_ok());
    let mut shorter = dossier.clone();
    shorter.items[0].name = "Waters".to_owned();
    let rest = shorter.translation_text("es", Some(&held));
    let end = "\n# No longer in the dossier:\n# [[text]]\n# en = \"Rivers\"\n# es = \"Ríos\"\n";
    assert!(rest.ends_with(end), "{rest}");
}

fn shipped_translations() -> Vec<(&'static str, Dossier, Translation)> {
    let read = |&(name, language, text): &(&'static str, &str, &str)| {
        let translation = Translation::read(text).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!(translation.language(), language, "{name}");
        let dossier = Dossier::read(shipped::text(name).unwrap()).unwrap();
        (name, dossier, translation)
    };
    shipped::TRANSLATIONS.iter().map(read).collect()
}

#[test]
fn every_text_of_the_shipped_ones_is_translated_and_none_is_stale() {
    let translated: BTreeSet<&str> = shipped_translations().iter().map(|(n, ..)| *n).collect();
    for (name, _) in shipped::TEXTS {
        assert!(translated.contains(name), "{name} has no Spanish");
    }
    for (name, dossier, translation) in shipped_translations() {
        let spanish = dossier.translated(&translation);
        let spanish = spanish.unwrap_or_else(|e| panic!("{name}: {e}: {:?}", e.hint));
        let missing = dossier.untranslated(&translation);
        assert!(
            missing.is_empty(),
            "{name}: {} as {missing:?}",
            missing.len()
        );
        let shipped = Dossier::shipped_in("es");
        assert!(shipped.iter().any(|(n, d)| *n == name && *d == spanish));
    }
}

/// Numbers, days and ids are those of the original: with all texts taken out, nothing differs.
#[test]
fn translating_changes_texts_only() {
    let blanked = |dossier: &Dossier| {
        let mut dossier = dossier.clone();
        for text in dossier.texts_mut() {
            text.words.clear();
        }
        dossier
    };
    for (name, dossier, translation) in shipped_translations() {
        let spanish = dossier.translated(&translation).unwrap();
        assert_ne!(spanish, dossier, "{name}");
        assert_eq!(blanked(&spanish), blanked(&dossier), "{name}");
    }
    let mut every = dossier();
    for text in every.texts_mut() {
        text.words.push('!');
    }
    assert!(every.texts().iter().all(|text| text.ends_with('!')));
    assert_eq!(blanked(&every), blanked(&dossier()));
}

/// A figure of an original stands in its translation too: years, days of the month, sums, articles.
#[test]
fn figures_are_kept() {
    let figures = |text: &str| -> BTreeSet<String> {
        let runs = text.split(|c: char| !c.is_ascii_digit());
        runs.filter(|run| !run.is_empty())
            .map(str::to_owned)
            .collect()
    };
    for (name, _, translation) in shipped_translations() {
        for (original, words) in translation.texts() {
            assert_eq!(figures(original), figures(words), "{name}: {original}");
        }
    }
}

#[test]
fn a_translation_holds_what_a_text_may_hold() {
    let file = |original: &str, words: &str| {
        format!("language = \"es\"\n[[text]]\nen = \"{original}\"\nes = \"{words}\"\n")
    };
    for (words, pointed) in [
        ("Agua\\u001B[2J", "\\u001B"),
        ("Agua\u{202E}", "\u{202E}"),
        ("Agua\\ny sal", "\"Agua\\ny sal\""),
    ] {
        let text = file("Water", words);
        let fault = Translation::read(&text).unwrap_err();
        assert_eq!(&text[fault.span], pointed);
    }
    let lines = file("Water\\nand salt", "Agua\\ny sal");
    assert!(Translation::read(&lines).is_ok());
    // A fault that is found later stands in the file as it is, Windows line ends and all.
    let windows = file("Wine", "Vino").replace('\n', "\r\n");
    let fault = dossier()
        .translated(&Translation::read(&windows).unwrap())
        .unwrap_err();
    assert_eq!(&windows[fault.span], "\"Wine\"");
}

proptest! {
    /// A slip of the pen is an answer, and points into the text.
    #[test]
    fn a_slip_in_a_translation_never_panics(at in 0usize..200, sign in any::<char>(), more in any::<bool>()) {
        let mut signs: Vec<char> = SPANISH.chars().collect();
        let at = at % signs.len();
        if more {
            signs.insert(at, sign);
        } else {
            signs.remove(at);
        }
        let text: String = signs.into_iter().collect();
        let fault = match Translation::read(&text) {
            Ok(translation) => dossier().translated(&translation).err(),
            Err(fault) => Some(fault),
        };
        if let Some(fault) = fault {
            prop_assert!(text.get(fault.span.clone()).is_some(), "{:?}", fault);
        }
    }

    /// Whatever the signs of the texts, if they may be kept, what is printed reads back as the same
    /// translation.
    #[test]
    fn any_text_is_printed_so_that_it_reads_back(original in any::<String>(), words in any::<String>()) {
        let [original, words] = [original, words].map(|text| shown_on_a_line(&text).into_owned());
        prop_assume!(!original.trim().is_empty() && !words.trim().is_empty());
        let mut dossier = dossier();
        dossier.items[0].name.clone_from(&original);
        let outline = dossier.translation_text("es", None);
        prop_assert!(Translation::read(&outline).is_ok(), "{}", outline);
        let pair = format!(
            "language = \"es\"\n[[text]]\nen = {}\nes = {}\n",
            toml::Value::String(original.clone()),
            toml::Value::String(words.clone()),
        );
        let held = Translation::read(&pair).unwrap();
        prop_assert_eq!(held.of(&original), Some(words.as_str()));
        let printed = Translation::read(&dossier.translation_text("es", Some(&held))).unwrap();
        prop_assert_eq!(printed.of(&original), Some(words.as_str()));
    }
}
