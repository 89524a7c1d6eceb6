//! Briefs made from the embedded evidence.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use entente_assessment::{Assessment, CaseWeakness, Dossier, Fits, Question, Reason};
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

/// For the delegation of one of them.
fn assess_side(side: &str, lang: &str) -> Assessment {
    let states = ["USA".to_owned(), "MEX".to_owned()];
    let (name, dossier) = &Dossier::shipped_in(lang)[0];
    let question = Question {
        side: Some(side),
        ..Question::about(&states).with(name, dossier)
    };
    let as_of = EVIDENCE.as_of(date(2021, 2, 1));
    Assessment::of(&question, &Fits::nowhere(), &as_of).unwrap()
}

static FOR_MEXICO: LazyLock<Assessment> = LazyLock::new(|| assess_side("MEX", "en"));
static PARA_MEXICO: LazyLock<Assessment> = LazyLock::new(|| assess_side("MEX", "es"));
/// Without a dossier, and in a pair of which no contact is on record.
static FOR_BRAZIL: LazyLock<Assessment> = LazyLock::new(|| {
    let states = ["MEX".to_owned(), "BRA".to_owned()];
    let question = Question {
        side: Some("BRA"),
        ..Question::about(&states)
    };
    let as_of = EVIDENCE.as_of(date(2019, 1, 1));
    Assessment::of(&question, &Fits::nowhere(), &as_of).unwrap()
});

static USA_MEX: LazyLock<Assessment> = LazyLock::new(|| assess_usa_mexico("en"));
static EEUU_MEX: LazyLock<Assessment> = LazyLock::new(|| assess_usa_mexico("es"));
static MEX_BRA: LazyLock<Assessment> = LazyLock::new(|| assess(&["MEX", "BRA"], 2019, 1, 1));
static NORTH_AMERICA: LazyLock<Assessment> =
    LazyLock::new(|| assess(&["USA", "MEX", "CAN"], 2021, 2, 1));
static COLD_WAR: LazyLock<Assessment> = LazyLock::new(|| assess(&["USA", "RUS"], 1950, 6, 25));

fn every() -> [&'static Assessment; 6] {
    [
        &USA_MEX,
        &MEX_BRA,
        &NORTH_AMERICA,
        &COLD_WAR,
        &FOR_MEXICO,
        &FOR_BRAZIL,
    ]
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
    for assessment in [
        &*EEUU_MEX,
        &MEX_BRA,
        &NORTH_AMERICA,
        &COLD_WAR,
        &PARA_MEXICO,
        &FOR_BRAZIL,
    ] {
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
        if let Some(side) = &assessment.side {
            let weak = side.cases.iter().flat_map(|c| &c.weaknesses);
            quoted.extend(weak.filter_map(|w| match w {
                CaseWeakness::VotedApart(vote) => Some(&vote.title),
                _ => None,
            }));
            let arguments = side.cases.iter().flat_map(|c| &c.arguments);
            quoted.extend(arguments.filter_map(|a| match &a.reason {
                Reason::TheirVote(vote) => Some(&vote.title),
                _ => None,
            }));
        }
        // Chiefs of mission stand in the list's words, and tables bear their names.
        let missions = assessment.between.pairs.iter().flat_map(|p| &p.missions);
        quoted.extend(missions.map(|m| &m.chief));
        let tables: Vec<String> = (assessment.evidence.iter())
            .map(|t| t.table.as_str().to_owned())
            .collect();
        quoted.extend(&tables);
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

/// A part of a text under its heading.
fn section<'t>(brief: &'t str, title: &str, next: &str) -> &'t str {
    let (_, rest) = brief.split_once(&format!("\n{title}\n")).unwrap();
    rest.split_once(&format!("\n{next}\n")).unwrap().0
}

#[test]
fn for_one_delegation() {
    let brief = text(&FOR_MEXICO, &PLAIN);
    let (essentials, _) = brief.split_once("\nAnnex\n").unwrap();
    insta::assert_snapshot!(essentials);
}

#[test]
fn for_one_delegation_in_spanish() {
    let brief = spanish(&PARA_MEXICO);
    let (essentials, _) = brief.split_once("\nAnexo\n").unwrap();
    insta::assert_snapshot!(essentials);
}

#[test]
fn for_one_delegation_without_a_dossier() {
    let brief = text(&FOR_BRAZIL, &PLAIN);
    let (essentials, _) = brief.split_once("\nAnnex\n").unwrap();
    insta::assert_snapshot!(essentials);
}

/// A side's brief says on every page whose it is; a joint one says nothing of the kind.
#[test]
fn a_side_is_marked() {
    let mark = "for the delegation of Mexico, as of 1 February 2021; not a joint paper";
    let page = html(&FOR_MEXICO);
    assert!(page.contains(&format!("<title>United States and Mexico: {mark}</title>")));
    assert!(page.contains("<h1>United States and Mexico: for the delegation of Mexico</h1>"));
    assert!(!html(&USA_MEX).contains("delegation of"));
    let spanish = spanish(&PARA_MEXICO);
    assert!(spanish.starts_with("Estados Unidos y México: para la delegación de México, al 1 de"));
}

/// What is said in public holds no reckoning: no share, probability, rank or stance.
#[test]
fn the_press_line_is_safe_to_say() {
    for (brief, title, next) in [
        (text(&FOR_MEXICO, &PLAIN), "Press line", "Background"),
        (text(&FOR_BRAZIL, &PLAIN), "Press line", "Background"),
        (spanish(&PARA_MEXICO), "Línea de prensa", "Antecedentes"),
    ] {
        let line = section(&brief, title, next).to_lowercase();
        let signs: Vec<char> = line.chars().collect();
        let decimal = |w: &[char]| {
            w[0].is_ascii_digit() && matches!(w[1], '.' | ',') && w[2].is_ascii_digit()
        };
        assert!(!signs.windows(3).any(decimal), "a decimal in {line}");
        for word in [
            "%", "probab", "rank", "place ", "lugar", "stance", "postura", "of 4", "de 4",
        ] {
            assert!(!line.contains(word), "{word} in {line}");
        }
    }
    let line = section(&text(&FOR_MEXICO, &PLAIN), "Press line", "Background").replace('\n', " ");
    assert!(
        line.contains("8 July 2020") && line.contains("21 September 2021"),
        "{line}"
    );
    // High on both sides, and opposed: nothing to say in public.
    assert!(!line.contains("Energy"), "{line}");
}

/// Both briefs are made from one record: what one side wants the other expects.
#[test]
fn both_sides_mirror_each_other() {
    let united_states = assess_side("USA", "en");
    let of = |a: &Assessment| a.side.clone().unwrap();
    let (us, mexico) = (of(&united_states), of(&FOR_MEXICO));
    assert_eq!(
        (us.party.iso3.as_str(), mexico.party.iso3.as_str()),
        ("USA", "MEX")
    );
    for (own, other) in [(&us, &mexico), (&mexico, &us)] {
        let theirs = &other.theirs[0];
        assert_eq!(theirs.party, own.party.ccode);
        for objective in own
            .objectives
            .iter()
            .filter(|o| o.priority.as_ref().is_some_and(|p| p.level >= 3))
        {
            let expected = theirs
                .objectives
                .iter()
                .find(|t| t.item == objective.item)
                .unwrap();
            assert_eq!(
                (&expected.priority, &expected.position),
                (&objective.priority, &objective.position)
            );
        }
        for expected in &theirs.objectives {
            let mirrored = own.theirs[0]
                .objectives
                .iter()
                .find(|t| t.item == expected.item);
            assert!(
                mirrored.is_none_or(|m| m.common == expected.common),
                "{expected:?}"
            );
        }
    }
    assert_eq!(us.press, mexico.press);
    let likelihoods = |side: &entente_assessment::SideSection| -> Vec<_> {
        side.arising
            .iter()
            .map(|a| (a.item.clone(), a.likelihood))
            .collect()
    };
    assert_eq!(likelihoods(&us), likelihoods(&mexico));
    // The joint part is the same for both, but for the side itself.
    let joint = Assessment {
        side: None,
        ..united_states.clone()
    };
    assert_eq!(joint.agenda, FOR_MEXICO.agenda);
    assert_eq!(joint.notes.len(), FOR_MEXICO.notes.len());
}
