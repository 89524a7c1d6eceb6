//! Every figure in every rendering is one of the JSON's, written in the house's formats.
//!
//! A rendering is cut into its sections. Each figure of a section must follow from the part of the JSON
//! that the section shows: a number rounded, as a share, a percentage or in another unit; a day or a
//! number inside a text; a sum, a difference or a count that `derived.rs` lists one by one. What remains
//! is listed here: numbers that stand in the words of the messages themselves, marks of notes (taken out
//! with the markup), numbers of sources, and the ordinals of lists.

mod allowed;
mod derived;
mod page;
mod promised;
mod tokens;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use entente_assessment::{Assessment, Dossier, Fits, Question};
use entente_brief::{Lang, Style};
use entente_evidence::Evidence;
use jiff::civil::{Date, date};
use serde_json::Value;

use allowed::Figures;
use page::{Sections, cut, docx_lines, html_lines, markdown_lines, text_lines, titles};
use tokens::{Numerals, of_the_words, tokens};

static EVIDENCE: LazyLock<Evidence> = LazyLock::new(|| Evidence::embedded().unwrap());

static BRIEFS: LazyLock<Vec<Assessment>> = LazyLock::new(|| {
    let (name, dossier) = &Dossier::shipped()[0];
    let assess = |states: &[&str], day: Date, declared: bool| {
        let states: Vec<String> = states.iter().map(|s| (*s).to_owned()).collect();
        let question = Question::about(&states);
        let question = match declared {
            true => question.with(name, dossier),
            false => question,
        };
        Assessment::of(&question, &Fits::nowhere(), &EVIDENCE.as_of(day)).unwrap()
    };
    vec![
        assess(&["USA", "MEX"], date(2021, 2, 1), true),
        assess(&["MEX", "BRA"], date(2019, 1, 1), false),
        assess(&["USA", "MEX", "CAN"], date(2021, 2, 1), false),
        packed(name, dossier),
    ]
});

/// The pack of a consultation, with what is owed.
fn packed(name: &str, dossier: &Dossier) -> Assessment {
    let states = ["USA", "MEX"].map(str::to_owned);
    let (commitments, pack) = (promised::commitments(), promised::pack());
    let question = Question {
        commitments: Some(&commitments),
        pack: Some(&pack),
        ..Question::about(&states).with(name, dossier)
    };
    let as_of = EVIDENCE.as_of(date(2026, 1, 15));
    Assessment::of(&question, &Fits::nowhere(), &as_of).unwrap()
}

/// The parts of the JSON that each section shows; a part of a list is that of each of its entries.
const SHOWN: [(&str, &[&str]); 35] = [
    (
        "bottom-line",
        &[
            "agenda.shortlist.until",
            "agenda.shortlist.rows.name",
            "agenda.shortlist.rows.top_three",
            "coincidence.pairs.issues.session",
            "coincidence.pairs.issues.latest.coincidence",
            "coincidence.pairs.issues.recent.coincidence",
            "coincidence.pairs.issues.before.coincidence",
            "contacts",
            "machinery.pairs.mechanisms.last",
            "machinery.pairs.mechanisms.not_known_since",
            "windows.windows.start",
            "windows.windows.end",
            "windows.windows.title",
            "windows.windows.message",
            "council",
            "power",
            "displacement",
            "commitments",
        ],
    ),
    (
        "title-shortlist",
        &[
            "agenda.shortlist.until",
            "agenda.shortlist.rows.name",
            "agenda.shortlist.rows.expected_rank",
            "agenda.shortlist.rows.rank_q05",
            "agenda.shortlist.rows.rank_q95",
            "agenda.shortlist.rows.top_three",
            "agenda.shortlist.rows.carrier",
            "agenda.shortlist.rows.next_step",
            "agenda.shortlist.rows.criteria.message",
        ],
    ),
    (
        "title-outlook",
        &[
            "outlook.session",
            "outlook.opens",
            "reach.votes",
            "outlook.pairs.forecasts",
            "outlook.pairs.last",
        ],
    ),
    ("title-questions", &["outlook.pairs.questions"]),
    (
        "title-machinery",
        &[
            "machinery.pairs.mechanisms.name",
            "machinery.pairs.mechanisms.last",
            "machinery.pairs.mechanisms.not_known_since",
        ],
    ),
    (
        "title-windows",
        &[
            "windows.windows.start",
            "windows.windows.end",
            "windows.windows.title",
            "windows.windows.message",
        ],
    ),
    ("title-agenda", &["agenda.shortlist", "agenda.sources"]),
    ("title-coincidence", &["coincidence"]),
    (
        "title-forecast",
        &[
            "outlook.session",
            "outlook.opens",
            "reach.votes",
            "outlook.pairs.forecasts",
            "outlook.pairs.last",
        ],
    ),
    ("title-returning", &["outlook.pairs.questions"]),
    (
        "title-movement",
        &["movement", "outlook.pairs.questions.gap"],
    ),
    ("title-world", &["world"]),
    ("title-traction", &["machinery"]),
    ("title-contacts", &["contacts"]),
    ("title-calendar", &["windows"]),
    ("title-council", &["council"]),
    ("title-governments", &["governments"]),
    ("title-ties", &["ties"]),
    ("title-power", &["power"]),
    ("title-displacement", &["displacement"]),
    (
        "title-constraints",
        &[
            "agenda.constraints",
            "agenda.circumstances",
            "agenda.sources",
        ],
    ),
    (
        "title-precedents",
        &["agenda.circumstances", "agenda.sources"],
    ),
    ("title-weather", &["agenda.acts", "agenda.sources"]),
    ("title-claims", &["agenda.claims"]),
    ("title-commitments", &["commitments", "agenda.shortlist"]),
    ("title-owed", &["commitments"]),
    ("title-pack-meeting", &["pack"]),
    (
        "title-pack-agenda",
        &["pack", "agenda.shortlist", "commitments"],
    ),
    ("title-pack-left", &["pack"]),
    ("title-pack-last", &["pack"]),
    ("title-pack-next", &["pack"]),
    ("title-horizon", &["evidence"]),
    ("notes", &["notes"]),
    ("sources", &["evidence", "agenda.sources"]),
    ("annex", &[]),
];

fn parts_at<'j>(json: &'j Value, path: &str) -> Vec<&'j Value> {
    path.split('.').fold(vec![json], |at, key| {
        let entries = at.into_iter().flat_map(|value| match value {
            Value::Array(entries) => entries.iter().collect(),
            value => vec![value],
        });
        entries.map(|value| &value[key]).collect()
    })
}

/// What a section may say, and what it says.
struct Checked {
    lang: Lang,
    figures: BTreeMap<&'static str, Figures>,
    /// The figures of each agenda item by its name: a line of the shortlist that names one shows its own.
    items: Vec<(String, Figures)>,
}

/// Sections with a line for each agenda item.
const OF_ITEMS: [&str; 2] = ["title-shortlist", "title-agenda"];

impl Checked {
    fn of(assessment: &Assessment, lang: Lang) -> Self {
        let json: Value = serde_json::from_str(&entente_brief::json(assessment).unwrap()).unwrap();
        let own = of_the_words(lang);
        let figures = SHOWN.map(|(section, parts)| {
            let mut figures = Figures::of(&own);
            for path in parts {
                let name = path.rsplit('.').next().unwrap();
                for part in parts_at(&json, path) {
                    figures.part(name, part);
                }
            }
            figures.text(json["as_of"].as_str().unwrap());
            derived::add(section, &json, &mut figures);
            (section, figures)
        });
        let rows = json["agenda"]["shortlist"]["rows"].as_array();
        let items = rows.into_iter().flatten().map(|row| {
            let mut figures = Figures::of(&own);
            figures.part("", row);
            (row["name"].as_str().unwrap().to_owned(), figures)
        });
        Checked {
            lang,
            items: items.collect(),
            figures: figures.into_iter().collect(),
        }
    }

    /// What a line of a section may show; nothing is known of a section that is not listed.
    fn of_line(&self, section: &str, line: &str) -> Option<&Figures> {
        let named = self.items.iter().filter(|(name, _)| line.contains(name));
        let longest = named.max_by_key(|(name, _)| name.len());
        match longest.filter(|_| OF_ITEMS.contains(&section)) {
            Some((_, figures)) => Some(figures),
            None => self.figures.get(section),
        }
    }

    /// The figures of a rendering that follow from nothing, with their lines.
    fn foreign(&self, sections: &Sections) -> Vec<String> {
        let numerals = Numerals::of(self.lang);
        let mut foreign = Vec::new();
        for (section, lines) in sections {
            for line in lines {
                let Some(figures) = self.of_line(section, line) else {
                    continue;
                };
                let tokens = tokens(line, &numerals).into_iter();
                for token in tokens.filter(|t| !figures.hold(t)) {
                    foreign.push(format!("{section}: {token:?} in “{line}”"));
                }
            }
        }
        foreign
    }
}

fn plain(assessment: &Assessment, lang: Lang) -> String {
    let style = Style {
        colour: false,
        // Wide, so that no number is broken off its line.
        width: 400,
    };
    entente_brief::text(assessment, &style, lang)
}

#[test]
fn every_figure_is_one_of_the_jsons() {
    for assessment in BRIEFS.iter() {
        for lang in Lang::all() {
            let checked = Checked::of(assessment, lang);
            let titles = titles(lang);
            let word = entente_brief::docx(assessment, lang).unwrap();
            for (format, lines) in [
                ("text", text_lines(&plain(assessment, lang))),
                (
                    "md",
                    markdown_lines(&entente_brief::markdown(assessment, lang)),
                ),
                ("html", html_lines(&entente_brief::html(assessment, lang))),
                ("docx", docx_lines(&word)),
            ] {
                let sections = cut(&lines, &titles);
                assert!(sections.len() > 12, "{format}: {:?}", sections.keys());
                let foreign = checked.foreign(&sections);
                assert!(
                    foreign.is_empty(),
                    "{format} in {}: {} figures\n{}",
                    lang.code(),
                    foreign.len(),
                    foreign.join("\n")
                );
            }
        }
    }
}

/// The same line with one figure altered is found.
#[test]
fn one_altered_figure_is_found() {
    let lang = Lang::default();
    let checked = Checked::of(&BRIEFS[0], lang);
    let page = plain(&BRIEFS[0], lang);
    let titles = titles(lang);
    for (from, to) in [
        ("whole texts was 0.28 over", "whole texts was 0.281 over"),
        (
            "and 0.31 over 455 roll calls",
            "and 0.31 over 456 roll calls",
        ),
        ("10.7 times the share", "10.8 times the share"),
        ("(12.4% and 1.2%", "(12.5% and 1.2%"),
        ("Joint members of 60", "Joint members of 61"),
        ("seat from 1 January 2021", "seat from 3 January 2021"),
    ] {
        assert!(page.contains(from), "{from}");
        let altered = page.replacen(from, to, 1);
        let sections = cut(&text_lines(&altered), &titles);
        assert_eq!(checked.foreign(&sections).len(), 1, "{to}");
    }
}

/// Every figure in turn is altered in its last digit: more than two in five of these are found by themselves. A
/// section that shows hundreds of shares has nearly every one of two decimals.
#[test]
fn many_altered_figures_are_found() {
    let lang = Lang::default();
    let checked = Checked::of(&BRIEFS[0], lang);
    let sections = cut(&text_lines(&plain(&BRIEFS[0], lang)), &titles(lang));
    let numerals = Numerals::of(lang);
    let (mut all, mut found) = (0, 0);
    for (section, lines) in &sections {
        for line in lines {
            let Some(figures) = checked.of_line(section, line) else {
                continue;
            };
            for token in tokens(line, &numerals) {
                all += 1;
                found += usize::from(!figures.hold(&token.altered()));
            }
        }
    }
    assert!(all > 1000, "{all}");
    assert!(found * 5 > all * 2, "{found} of {all}");
}
