//! A dossier whose texts no door has seen: the brief made with it is sound in every format.

use std::io::{Cursor, Read};
use std::sync::LazyLock;

use entente_assessment::{Assessment, Dossier, Fits, Question, Workings};
use entente_brief::{Explanation, Lang, Style, docx, html, json, markdown, text};
use entente_doors::text::allowed;
use entente_evidence::Evidence;
use jiff::civil::date;
use serde_json::Value;

static EVIDENCE: LazyLock<Evidence> = LazyLock::new(|| Evidence::embedded().unwrap());

const HOSTILE: &str = "# Heading\u{1B}[2J\u{9B}1A\u{202E}\0 <script>alert(1)</script> ]]> \u{FFFE}\r\n\r\n- item | cell\u{2028}![a](javascript:b) &lt;b&gt;\u{E0041}\u{FEFF}\n```\n<!-- \"' -->";

/// The shipped dossier with a text before every text in it that a reader sees.
fn past_the_door(words: &str) -> Dossier {
    let (_, dossier) = &Dossier::shipped()[0];
    let mut dossier = dossier.clone();
    let before = |text: &mut String| *text = format!("{words} {text}");
    before(&mut dossier.title);
    for source in &mut dossier.sources {
        before(&mut source.citation);
    }
    for mechanism in &mut dossier.mechanisms {
        before(&mut mechanism.name);
        mechanism.mandate.iter_mut().for_each(before);
        mechanism.note.iter_mut().for_each(before);
    }
    for item in &mut dossier.items {
        before(&mut item.name);
        before(&mut item.description);
        item.next_step.iter_mut().for_each(before);
        item.priorities
            .iter_mut()
            .for_each(|p| before(&mut p.words));
        item.positions.iter_mut().for_each(|p| before(&mut p.words));
    }
    for constraint in &mut dossier.constraints {
        before(&mut constraint.actor);
        before(&mut constraint.instrument);
        constraint.note.iter_mut().for_each(before);
    }
    dossier
        .circumstances
        .iter_mut()
        .for_each(|c| before(&mut c.text));
    dossier.acts.iter_mut().for_each(|a| before(&mut a.text));
    dossier.claims.iter_mut().for_each(|c| before(&mut c.text));
    dossier
}

fn assert_calm(what: &str, text: &str) {
    let bad = text.char_indices().find(|(_, c)| !allowed(*c));
    assert!(bad.is_none(), "{what}: {bad:?}");
}

#[test]
fn a_brief_of_any_dossier_is_sound() {
    let states = ["USA", "MEX"].map(str::to_owned);
    let as_of = EVIDENCE.as_of(date(2021, 2, 1));
    let dossier = past_the_door(HOSTILE);
    let question = Question {
        side: Some("MEX"),
        ..Question::about(&states).with(HOSTILE, &dossier)
    };
    let assessment = Assessment::of(&question, &Fits::nowhere(), &as_of).unwrap();
    for lang in Lang::all() {
        assert_calm("text", &text(&assessment, &Style::default(), lang));
        assert_calm("Markdown", &markdown(&assessment, lang));
    }
    let lang = Lang::default();
    let page = html(&assessment, lang);
    assert_calm("HTML", &page);
    assert!(!page.contains("<script") && !page.contains("<!--"));
    for (name, part) in parts(&docx(&assessment, lang).unwrap()) {
        assert_calm(&name, &part);
        roxmltree::Document::parse(&part).unwrap_or_else(|e| panic!("{name}: {e}"));
    }

    let read = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    let written = json(&assessment).unwrap();
    assert_calm("JSON", &written);
    assert!(read(&written) == read(&serde_json::to_string(&assessment).unwrap()));

    let note = assessment.notes.last().unwrap().number;
    let fits = Fits::nowhere();
    let workings = Workings::of(note, &assessment, Some(&dossier), &fits, &as_of).unwrap();
    let explanation = Explanation::of(&workings, &assessment, lang);
    assert_calm("explanation", &explanation.text(&Style::default()));
    assert_calm("explanation", &explanation.markdown());
    assert_calm("explanation", &explanation.json().unwrap());
    read(&explanation.json().unwrap());
}

/// The parts of a Word file that are text.
fn parts(file: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut parts = Vec::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        if !name.ends_with(".png") {
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            parts.push((name, text));
        }
    }
    parts
}
