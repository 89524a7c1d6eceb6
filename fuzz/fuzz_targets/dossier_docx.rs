//! Whatever a dossier's text holds, the brief made with it is a Word file of sound XML, in its texts and its
//! drawings. A dossier is read as a person's file is, and then with each of its short texts put past the door.

#![no_main]

use std::io::{Cursor, Read};
use std::sync::LazyLock;

use entente_assessment::{Assessment, Dossier, Fits, Question};
use entente_brief::Lang;
use entente_evidence::Evidence;
use entente_states::system;
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

static EVIDENCE: LazyLock<Evidence> =
    LazyLock::new(|| Evidence::embedded().expect("the evidence is embedded"));

/// XML 1.0, production 2.
fn in_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// A small dossier with one text in many places, as if no door had seen it.
fn past_the_door(text: &str) -> Dossier {
    const SMALL: &str = "title = \"T\"\nparties = [\"USA\", \"MEX\"]\n[[source]]\nid = \"s\"\ncitation = \"C\"\npublished = 2001-01-01\n[[item]]\nid = \"i\"\nname = \"N\"\ndescription = \"D\"\nlevel = \"bilateral\"\nfrom = 2001-01-01\nnext_step = \"S\"\nsources = [\"s\"]\n[[act]]\ndate = 2001-02-03\nparty = \"MEX\"\nweight = 1.0\ntext = \"A\"\nsources = [\"s: p\"]\n";
    let mut dossier = Dossier::read(SMALL).expect("it is a dossier");
    dossier.title = text.to_owned();
    dossier.sources[0].citation = text.to_owned();
    let item = &mut dossier.items[0];
    item.name = text.to_owned();
    item.description = text.to_owned();
    item.next_step = Some(text.to_owned());
    dossier.acts[0].text = text.to_owned();
    dossier.acts[0].sources[0].place = Some(text.to_owned());
    dossier
}

fn check(dossier: &Dossier) {
    let codes: Vec<String> = (dossier.parties.iter().take(2))
        .filter_map(|party| Some(system().get(*party)?.key3().to_owned()))
        .collect();
    let question = Question::about(&codes).with("own", dossier);
    let as_of = EVIDENCE.as_of(date(2021, 2, 1));
    // States that did not exist on the day are an answer.
    let Ok(assessment) = Assessment::of(&question, &Fits::nowhere(), &as_of) else {
        return;
    };
    let file = entente_brief::docx(&assessment, Lang::default()).expect("a brief is a Word file");
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).expect("a Word file is a ZIP archive");
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).expect("its parts can be read");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("its parts can be read");
        let Ok(text) = String::from_utf8(bytes) else {
            continue;
        };
        assert!(text.chars().all(in_xml));
        if let Err(error) = roxmltree::Document::parse(&text) {
            panic!("{error}");
        }
    }
}

fuzz_target!(|text: &str| {
    if let Ok(dossier) = Dossier::read(text) {
        check(&dossier);
    }
    if text.len() < 400 {
        check(&past_the_door(text));
    }
});
