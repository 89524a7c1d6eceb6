//! The Word file opens in LibreOffice, and its pages say what the brief says.

use std::process::Command;
use std::sync::LazyLock;

use entente_assessment::{Assessment, Dossier, Fits, Question};
use entente_brief::{Lang, docx, markdown};
use entente_evidence::Evidence;
use jiff::civil::{Date, date};

static EVIDENCE: LazyLock<Evidence> = LazyLock::new(|| Evidence::embedded().unwrap());

const THEN: Date = date(2021, 2, 1);

/// Words of more than three letters, in lower case: what is left when layout is taken away.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphabetic())
        .filter(|w| w.chars().count() > 3)
        .map(str::to_lowercase)
        .collect()
}

fn assess(states: &[&str], dossier: Option<usize>) -> Assessment {
    let states: Vec<String> = states.iter().map(|s| (*s).to_owned()).collect();
    let question = Question::about(&states);
    let question = match dossier.map(|place| &Dossier::shipped()[place]) {
        Some((name, dossier)) => question.with(name, dossier),
        None => question,
    };
    let as_of = EVIDENCE.as_of(THEN);
    Assessment::of(&question, &Fits::nowhere(), &as_of).unwrap()
}

/// The text of each page, as LibreOffice lays it out.
fn pages(assessment: &Assessment, lang: Lang, name: &str) -> Vec<String> {
    let folder = std::env::temp_dir().join(format!("entente-{name}-{}", lang.code()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("brief.docx");
    std::fs::write(&file, docx(assessment, lang).unwrap()).unwrap();
    // A profile of its own: another LibreOffice may be running.
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let converted = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .args([&folder, &file])
        .output()
        .unwrap();
    assert!(converted.status.success(), "{converted:?}");
    let shown = Command::new("pdftotext")
        .args([folder.join("brief.pdf").as_os_str(), "-".as_ref()])
        .output()
        .unwrap();
    let text = String::from_utf8(shown.stdout).unwrap();
    text.split('\u{c}').map(str::to_owned).collect()
}

/// The essentials are one sheet: the contents, which begin a page, are on the third. In Carlito, which is
/// as wide as the Calibri that Word has.
#[test]
#[ignore = "needs LibreOffice, poppler and Carlito"]
fn the_essentials_take_two_pages() {
    let briefs = [
        ("two", assess(&["USA", "MEX"], Some(0))),
        ("three", assess(&["USA", "MEX", "CAN"], None)),
    ];
    for (name, assessment) in &briefs {
        for lang in Lang::all() {
            let pages = pages(assessment, lang, name);
            let messages = || lang.messages().lines();
            let contents = messages()
                .find_map(|m| m.strip_prefix("contents = "))
                .unwrap();
            let at = pages.iter().position(|p| p.lines().any(|l| l == contents));
            assert_eq!(at, Some(2), "{name} {}", lang.code());
        }
    }
}

/// Needs `soffice` and `pdftotext`; `.ci/run` installs both and runs this.
#[test]
#[ignore = "needs LibreOffice and poppler"]
fn libreoffice_shows_every_word() {
    let assessment = assess(&["USA", "MEX"], Some(0));
    for lang in Lang::all() {
        // A word at the end of a line can be broken in two: its letters stand in a row all the same.
        let letters = |text: &String| {
            text.to_lowercase()
                .replace(|c: char| !c.is_alphabetic(), "")
        };
        let pages: String = pages(&assessment, lang, "words")
            .iter()
            .map(letters)
            .collect();
        let missing: Vec<String> = words(&markdown(&assessment, lang))
            .into_iter()
            .filter(|w| !pages.contains(w.as_str()))
            .collect();
        // In a narrow column the rest of a broken word can stand behind the next column's.
        assert!(missing.len() < 5, "{}: {missing:?}", lang.code());
    }
}
