//! Briefs made from the embedded evidence.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use entente_assessment::{Assessment, Dossier, Fits, Question};
use entente_brief::{Lang, Sentence, Style, json};
use entente_evidence::Evidence;
use jiff::civil::date;
use unicode_width::UnicodeWidthStr;

const PLAIN: Style = Style {
    colour: false,
    width: 80,
};

/// The renderings in English.
fn text(assessment: &Assessment, style: &Style) -> String {
    entente_brief::text(assessment, style, Lang::default())
}

fn html(assessment: &Assessment) -> String {
    entente_brief::html(assessment, Lang::default())
}

fn bottom_line(assessment: &Assessment) -> Vec<Sentence> {
    entente_brief::bottom_line(assessment, Lang::default())
}

static EVIDENCE: LazyLock<Evidence> = LazyLock::new(|| Evidence::embedded().unwrap());

fn assess(states: &[&str], year: i16, month: i8, day: i8) -> Assessment {
    let states: Vec<String> = states.iter().map(|s| (*s).to_owned()).collect();
    let question = Question::about(&states);
    let as_of = EVIDENCE.as_of(date(year, month, day));
    Assessment::of(&question, &Fits::nowhere(), &as_of).unwrap()
}

/// With the dossier that ships, in a language.
fn assess_usa_mexico(lang: &str) -> Assessment {
    let states = ["USA".to_owned(), "MEX".to_owned()];
    let (name, dossier) = &Dossier::shipped_in(lang)[0];
    let question = Question::about(&states).with(name, dossier);
    let as_of = EVIDENCE.as_of(date(2021, 2, 1));
    Assessment::of(&question, &Fits::nowhere(), &as_of).unwrap()
}

static USA_MEX: LazyLock<Assessment> = LazyLock::new(|| assess_usa_mexico("en"));
static EEUU_MEX: LazyLock<Assessment> = LazyLock::new(|| assess_usa_mexico("es"));
static MEX_BRA: LazyLock<Assessment> = LazyLock::new(|| assess(&["MEX", "BRA"], 2019, 1, 1));
static NORTH_AMERICA: LazyLock<Assessment> =
    LazyLock::new(|| assess(&["USA", "MEX", "CAN"], 2021, 2, 1));
static COLD_WAR: LazyLock<Assessment> = LazyLock::new(|| assess(&["USA", "RUS"], 1950, 6, 25));

fn every() -> [&'static Assessment; 4] {
    [&USA_MEX, &MEX_BRA, &NORTH_AMERICA, &COLD_WAR]
}

#[test]
fn united_states_and_mexico() {
    insta::assert_snapshot!(text(&USA_MEX, &PLAIN));
}

#[test]
fn mexico_and_brazil() {
    insta::assert_snapshot!(text(&MEX_BRA, &PLAIN));
}

#[test]
fn three_states() {
    insta::assert_snapshot!(text(&NORTH_AMERICA, &PLAIN));
}

#[test]
fn long_ago() {
    insta::assert_snapshot!(text(&COLD_WAR, &PLAIN));
}

#[test]
fn long_ago_as_a_page() {
    insta::assert_snapshot!(html(&COLD_WAR));
}

#[test]
fn no_line_is_wider_than_asked() {
    for assessment in every() {
        for width in [60, 80, 100] {
            let brief = text(
                assessment,
                &Style {
                    colour: false,
                    width,
                },
            );
            let wide: Vec<&str> = brief.lines().filter(|l| l.width() > width).collect();
            assert!(wide.is_empty(), "{width}: {wide:#?}");
            assert!(brief.lines().all(|l| l == l.trim_end()));
        }
    }
}

#[test]
fn nothing_depends_on_colour() {
    let coloured = text(
        &USA_MEX,
        &Style {
            colour: true,
            ..PLAIN
        },
    );
    assert!(coloured.contains("\u{1b}["));
    let stripped: String = coloured
        .split('\u{1b}')
        .enumerate()
        .map(|(i, part)| {
            if i == 0 {
                part
            } else {
                part.split_once('m').unwrap().1
            }
        })
        .collect();
    assert_eq!(stripped, text(&USA_MEX, &PLAIN));
}

/// The numbers in square brackets.
fn marks(text: &str) -> BTreeSet<usize> {
    text.split('[')
        .skip(1)
        .filter_map(|rest| rest.split_once(']')?.0.parse().ok())
        .collect()
}

#[test]
fn every_reference_in_text_has_its_note_and_every_note_a_reference() {
    for assessment in every() {
        let brief = text(assessment, &PLAIN);
        let (body, rest) = brief.split_once("\nNotes\n").unwrap();
        let notes: BTreeSet<usize> = rest
            .lines()
            .filter_map(|l| l.strip_prefix('[')?.split_once(']')?.0.parse().ok())
            .collect();
        assert_eq!(marks(body), notes);
    }
}

fn values<'h>(page: &'h str, attribute: &str) -> Vec<&'h str> {
    page.split(&format!(" {attribute}=\""))
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('"')?.0))
        .collect()
}

#[test]
fn every_link_in_the_page_leads_somewhere() {
    for assessment in every() {
        let page = html(assessment);
        let ids = values(&page, "id");
        let distinct: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), distinct.len(), "an id stands twice");
        for link in values(&page, "href") {
            assert!(distinct.contains(link.strip_prefix('#').unwrap()), "{link}");
        }
        for note in &assessment.notes {
            assert!(distinct.contains(format!("note-{}", note.number).as_str()));
            assert!(distinct.contains(format!("ref-{}-1", note.number).as_str()));
        }
    }
}

#[test]
fn the_page_stands_alone() {
    for assessment in every() {
        let page = html(assessment);
        assert!(page.len() < 1_500_000, "{} bytes", page.len());
        for foreign in ["<script", "<link", "src=", "@import", "url("] {
            assert!(!page.contains(foreign), "{foreign}");
        }
    }
}

#[test]
fn what_the_evidence_says_is_escaped() {
    let mut assessment = MEX_BRA.clone();
    assessment.parties[0].name = "<b>\"Mexico\" & co</b>".to_owned();
    let page = html(&assessment);
    assert!(!page.contains("<b>\"Mexico"));
    assert!(page.contains("&lt;b&gt;&quot;Mexico&quot; &amp; co&lt;/b&gt;"));
}

#[test]
fn three_to_five_sentences() {
    for assessment in every() {
        let sentences = bottom_line(assessment);
        assert!((3..=5).contains(&sentences.len()));
        for sentence in sentences {
            assert!(
                sentence.text.ends_with('.') && !sentence.notes.is_empty(),
                "{sentence:?}"
            );
        }
    }
}

#[test]
fn a_silent_record_is_no_record_of_no_contact() {
    let brief = text(&MEX_BRA, &PLAIN)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert!(brief.contains("silent on Mexico and Brazil"));
    assert!(brief.contains("this is not a record of no contact"));
}

#[test]
fn thin_and_absent_evidence_is_said_in_words() {
    let mut assessment = USA_MEX.clone();
    let issues = &mut assessment.coincidence.pairs[0].issues;
    let tally = &mut issues[0].latest.tally;
    (tally.same, tally.partial, tally.opposite) = (1, 1, 1);
    issues[0].latest.coincidence = issues[0].latest.tally.coincidence();
    let says = |assessment: &Assessment, words: &str| {
        let line = bottom_line(assessment);
        line.iter().any(|sentence| sentence.text.contains(words))
    };
    assert!(says(&assessment, "0.50 (thin: 3 roll calls)"));
    assert!(
        text(&assessment, &PLAIN)
            .contains("Thin: 3 roll calls on all roll calls in the latest session.")
    );

    for issue in &mut assessment.coincidence.pairs[0].issues {
        issue.session = None;
        issue.series.clear();
        for period in [&mut issue.latest, &mut issue.recent, &mut issue.before] {
            period.tally = Default::default();
            period.coincidence = None;
        }
    }
    let absent = "on which both the United States and Mexico voted is on record";
    assert!(says(&assessment, absent));
    let brief = text(&assessment, &PLAIN)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert!(brief.contains(absent));
}

#[test]
fn no_table_of_blanks_before_the_record_begins() {
    let brief = text(&COLD_WAR, &PLAIN);
    let (_, rest) = brief
        .split_once("\nDisplacement between and through\n")
        .unwrap();
    let (section, _) = rest.split_once("\nHow far the evidence reaches\n").unwrap();
    assert!(section.contains("No record of persons hosted reaches 25 June 1950"));
    assert!(!section.contains('→'), "{section}");
}

#[test]
fn json_is_the_assessment() {
    let written = json(&USA_MEX).unwrap();
    assert!(written.ends_with("}\n"));
    let value: serde_json::Value = serde_json::from_str(&written).unwrap();
    assert_eq!(value["as_of"], "2021-02-01");
    assert_eq!(value["parties"][1]["iso3"], "MEX");
    assert_eq!(
        value["notes"].as_array().unwrap().len(),
        USA_MEX.notes.len()
    );
}

fn spanish(assessment: &Assessment) -> String {
    entente_brief::text(assessment, &PLAIN, Lang::of("es").unwrap())
}

#[test]
fn united_states_and_mexico_in_spanish() {
    insta::assert_snapshot!(spanish(&EEUU_MEX));
}

#[test]
fn no_message_is_missing_in_any_language() {
    for assessment in every() {
        for lang in Lang::all() {
            let brief = entente_brief::text(assessment, &PLAIN, lang);
            let page = entente_brief::html(assessment, lang);
            assert!(!brief.contains('⟦') && !page.contains('⟦'));
        }
    }
}

/// Words that stand in any English sentence and in no Spanish one.
const ENGLISH: [&str; 19] = [
    "the", "of", "and", "with", "from", "that", "which", "between", "on", "in", "by", "is", "are",
    "was", "were", "had", "at", "for", "year",
];

/// What a page says, without its markup.
fn words_of(page: &str) -> String {
    let (_, body) = page.split_once("<body>").unwrap();
    let told: Vec<&str> = body
        .split('<')
        .map(|piece| piece.split_once('>').map_or(piece, |(_, after)| after))
        .collect();
    let told = told.join(" ").replace("&amp;", "&").replace("&quot;", "\"");
    told.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn no_english_is_left_in_spanish() {
    for assessment in [&*EEUU_MEX, &MEX_BRA, &NORTH_AMERICA, &COLD_WAR] {
        let page = words_of(&entente_brief::html(assessment, Lang::of("es").unwrap()));
        // Works are cited as they are titled, at the end.
        let (body, _) = page.rsplit_once("Fuentes").unwrap();
        let mut own = body.to_owned();
        // What publishers wrote, and their names, stand as they are.
        let mut quoted: Vec<&String> = assessment.evidence.iter().map(|t| &t.publisher).collect();
        for pair in &assessment.contacts.pairs {
            let entries = pair
                .recent
                .iter()
                .chain(&pair.last_leader)
                .chain(&pair.last_minister);
            for entry in entries {
                quoted.push(&entry.person);
                quoted.extend(entry.occasion.iter().chain(&entry.locale));
            }
        }
        for pair in &assessment.outlook.pairs {
            let questions = pair.questions.apart.iter().chain(&pair.questions.alike);
            quoted.extend(questions.map(|q| &q.title));
        }
        if let Some(agenda) = &assessment.agenda {
            quoted.extend(agenda.sources.iter().map(|s| &s.citation));
            quoted.extend(agenda.claims.iter().map(|c| &c.source));
        }
        // A place can be named in an occasion: the longest first.
        quoted.sort_by_key(|words| std::cmp::Reverse(words.len()));
        for words in quoted {
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            own = own.replace(words.trim_end_matches('.'), "");
        }
        let left: Vec<&str> = own
            .split(|c: char| !c.is_alphanumeric() && c != '\'')
            .filter(|w| ENGLISH.contains(w))
            .collect();
        assert!(left.is_empty(), "{left:?} in\n{own}");
    }
}

#[test]
fn english_notes_are_those_of_the_assessment() {
    for assessment in every() {
        let page = html(assessment);
        for note in &assessment.notes {
            for part in [&note.selection, &note.method, &note.caveat] {
                let escaped = part.replace('&', "&amp;").replace('"', "&quot;");
                let after_first: String = escaped.chars().skip(1).collect();
                assert!(page.contains(&after_first), "{part}");
            }
            assert!(note.message.is_some(), "{note:?}");
        }
    }
}

#[test]
fn united_states_and_mexico_in_markdown() {
    insta::assert_snapshot!(entente_brief::markdown(&USA_MEX, Lang::default()));
}

#[test]
fn the_same_brief_is_the_same_bytes() {
    let first = entente_brief::docx(&USA_MEX, Lang::default()).unwrap();
    let again = entente_brief::docx(&USA_MEX, Lang::default()).unwrap();
    assert!(first.starts_with(b"PK"));
    assert!(first == again);
}
