//! The Word file opens in LibreOffice, and its pages say what the brief says.

use std::process::Command;
use std::sync::LazyLock;

use entente_assessment::{Assessment, Dossier, Fits, Question};
use entente_brief::{Lang, docx, markdown};
use entente_evidence::Evidence;
use jiff::civil::date;

static EVIDENCE: LazyLock<Evidence> = LazyLock::new(|| Evidence::embedded().unwrap());

/// Words of more than three letters, in lower case: what is left when layout is taken away.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphabetic())
        .filter(|w| w.chars().count() > 3)
        .map(str::to_lowercase)
        .collect()
}

/// Needs `soffice` and `pdftotext`; `.ci/run` installs both and runs this.
#[test]
#[ignore = "needs LibreOffice and poppler"]
fn libreoffice_shows_every_word() {
    let states = ["USA".to_owned(), "MEX".to_owned()];
    let (name, dossier) = &Dossier::shipped()[0];
    let question = Question::about(&states).with(name, dossier);
    let as_of = EVIDENCE.as_of(date(2021, 2, 1));
    let assessment = Assessment::of(&question, &Fits::nowhere(), &as_of).unwrap();
    for lang in Lang::all() {
        let folder = std::env::temp_dir().join(format!("entente-{}", lang.code()));
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join("brief.docx");
        std::fs::write(&file, docx(&assessment, lang).unwrap()).unwrap();
        let converted = Command::new("soffice")
            .args(["--headless", "--convert-to", "pdf", "--outdir"])
            .args([&folder, &file])
            .output()
            .unwrap();
        assert!(converted.status.success(), "{converted:?}");
        let shown = Command::new("pdftotext")
            .args([folder.join("brief.pdf").as_os_str(), "-".as_ref()])
            .output()
            .unwrap();
        let pages: std::collections::BTreeSet<String> =
            words(&String::from_utf8(shown.stdout).unwrap())
                .into_iter()
                .collect();
        let missing: Vec<String> = words(&markdown(&assessment, lang))
            .into_iter()
            .filter(|w| !pages.contains(w))
            .collect();
        // A word at the end of a line can be broken in two.
        assert!(missing.len() < 5, "{}: {missing:?}", lang.code());
    }
}
