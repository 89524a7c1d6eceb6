//! Any text in every place of a brief, in every format, read by a reader of that format: what it finds is the
//! brief that a plain word in the same places makes, with the text where the word was.

mod readers;

use entente_assessment::CoincidencePoint;
use entente_doors::strategies::any_text;
use entente_doors::text::shown;
use entente_measures::Tally;
use jiff::civil::date;
use proptest::prelude::*;

use crate::charts::{Axis, Balance, BalanceRow, Told, balance};
use crate::document::{Block, Cell, Column, Document, Figure, Part, Section, Shown, Table, Trend};
use crate::notes::NoteText;
use crate::reach::Head;
use crate::sentence::Sentence;
use crate::text::Style;
use crate::words::Lang;
use crate::{docx, html, markdown, text};
use readers::{Read, terminal};

/// The plain word.
const WORD: &str = "Qqq";

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// A text that is not blank to a reader.
fn visible() -> impl Strategy<Value = String> {
    any_text().prop_filter("blank", |text| !shown(text).trim().is_empty())
}

/// A brief with a text wherever somebody's words can stand.
fn document(text: &str, figure: Option<Figure>) -> Document {
    let sentences = || {
        vec![
            Sentence::new(text, &[1]),
            Sentence::about(text, format!("{text}: {text}"), &[1, 2]),
            Sentence::about(text, text.to_owned(), &[]),
        ]
    };
    let mut blocks = vec![
        Block::Subheading(text.to_owned()),
        Block::Paragraph(sentences()),
        Block::List(sentences()),
        Block::Numbered(sentences()),
        Block::Table(table(text)),
        Block::Trend(trend(text)),
    ];
    blocks.extend(figure.map(Block::Figure));
    blocks.push(Block::Paragraph(vec![Sentence::new("Words.", &[])]));
    let note = |number| NoteText {
        number,
        parts: vec![
            ("Selection".to_owned(), text.to_owned()),
            ("Caveat".to_owned(), format!("{text} {text}")),
        ],
    };
    Document {
        lang: Lang::default(),
        title: text.to_owned(),
        as_of: format!("as of {text}"),
        date: date(2021, 2, 1),
        head: Head {
            reading: Some(text.to_owned()),
            line: text.to_owned(),
            warning: Some(text.to_owned()),
            title: text.to_owned(),
        },
        bottom_line: sentences(),
        sections: [Part::Essentials, Part::Annex]
            .into_iter()
            .zip(["first", "second"])
            .map(|(part, id)| Section {
                id,
                title: text.to_owned(),
                part,
                blocks: std::mem::take(&mut blocks),
            })
            .collect(),
        notes: vec![note(1), note(2)],
        sources: vec![text.to_owned(), format!("{text}, p. 3")],
    }
}

fn table(text: &str) -> Table {
    Table {
        caption: text.to_owned(),
        notes: vec![1],
        columns: vec![
            Column::words(text),
            Column::words(text).under(text),
            Column::number("calls").under(text),
        ],
        rows: vec![
            vec![Cell::new(text), Cell::new("x"), Cell::new("12")],
            vec![Cell::new("y"), Cell::new(text), Cell::missing(text)],
        ],
    }
}

fn trend(text: &str) -> Trend {
    let point = |session| CoincidencePoint {
        session,
        year: session + 1945,
        coincidence: Tally {
            same: 30,
            partial: 10,
            opposite: 20,
            absent: 0,
        }
        .rated(),
    };
    Trend {
        caption: text.to_owned(),
        notes: vec![2],
        rows: vec![(text.to_owned(), (60..=73).map(point).collect())],
        figure: None,
    }
}

fn chart(text: &str) -> String {
    balance(&Balance {
        told: Told {
            title: text.to_owned(),
            description: text.to_owned(),
        },
        axis: Axis::of(0.1, 0.9, 1, |v| format!("{v} {text}")).between(text, text),
        rows: vec![BalanceRow {
            label: text.to_owned(),
            ratio: 2.0,
            figures: text.to_owned(),
        }],
    })
    .unwrap()
}

fn figure(text: &str) -> Figure {
    Figure {
        svg: chart(text),
        caption: text.to_owned(),
        alternative: text.to_owned(),
        notes: vec![1],
        data: table(text),
        shown: Shown::Beside,
    }
}

/// What is read is what is read of a plain word, with the text in its place.
fn assert_same(of_text: &Read, of_word: &Read, text: &str) -> Result<(), TestCaseError> {
    prop_assert_eq!(&of_text.skeleton, &of_word.skeleton);
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    let wanted = of_word.words.replace(WORD, &shown(text));
    prop_assert_eq!(bare(&of_text.words), bare(&wanted));
    Ok(())
}

/// What has done harm somewhere, by name: the rest is left to chance below.
#[test]
fn texts_that_do_harm_are_shown_in_every_format() {
    for text in [
        "a\u{b}vertical tab\u{c}form feed",
        "NUL\0 bell\u{7} escape\u{1b}[31m C1\u{9b}2J delete\u{7f}",
        "noncharacters \u{fffe}\u{ffff}\u{fdd0}\u{1ffff}",
        "\u{202e}gnp.exe \u{2067}not ended",
        "ends\u{202c} what\u{2069} did not begin",
        "line\u{2028}paragraph\u{2029}",
        "</w:t></w:r><w:p/><script>alert(1)</script><!-- ]]> &amp; &#0; \"'",
        "# *a* _b_ `c` [d](javascript:e) | f | ~~g~~ <h>",
        "=HYPERLINK(\"http://x\")",
    ] {
        let style = Style {
            colour: false,
            width: 80,
        };
        terminal(
            &text::render(&document(text, Some(figure("f"))), &style),
            false,
        )
        .unwrap();
        let of = |text: &str| document(text, Some(figure("f")));
        let md = |text: &str| readers::markdown(&markdown::render(&of(text))).unwrap();
        assert_same(&md(text), &md(WORD), text).unwrap();
        let page = |text: &str| readers::html(&html::render(&of(text)), text).unwrap();
        assert_same(&page(text), &page(WORD), text).unwrap();
        let word =
            |text: &str| readers::docx(&docx::render(&document(text, None)).unwrap()).unwrap();
        assert_same(&word(text), &word(WORD), text).unwrap();
        readers::svg(&chart(text)).unwrap();
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_terminal_prints_it(text in any_text(), colour in any::<bool>(), width in 40usize..100) {
        let style = Style { colour, width };
        let page = text::render(&document(&text, Some(figure("f"))), &style);
        terminal(&page, colour)?;
    }

    #[test]
    fn markdown_shows_it(text in visible()) {
        let read = |text: &str| readers::markdown(&markdown::render(&document(text, Some(figure("f")))));
        assert_same(&read(&text)?, &read(WORD)?, &text)?;
    }

    #[test]
    fn a_page_shows_it(text in visible()) {
        let read = |text: &str| readers::html(&html::render(&document(text, Some(figure("f")))), text);
        assert_same(&read(&text)?, &read(WORD)?, &text)?;
    }

    #[test]
    fn a_word_file_holds_it(text in visible()) {
        let read = |text: &str| readers::docx(&docx::render(&document(text, None)).unwrap());
        assert_same(&read(&text)?, &read(WORD)?, &text)?;
    }

    #[test]
    fn a_drawing_holds_it(text in any_text()) {
        readers::svg(&chart(&text))?;
    }
}

proptest! {
    // Each drawing is set in pixels too, which takes longer than all else.
    #![proptest_config(cases(16))]

    #[test]
    fn a_word_file_holds_drawings_of_it(text in visible()) {
        readers::docx(&docx::render(&document(&text, Some(figure(&text)))).unwrap())?;
        readers::html(&html::render(&document(&text, Some(figure(&text)))), &text)?;
    }
}
