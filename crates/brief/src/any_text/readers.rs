//! Readers of the formats, stricter than a person's program is.

use std::io::{Cursor, Read as _};

use entente_doors::text::allowed;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};
use scraper::{ElementRef, Html, Node};

type Outcome<T> = Result<T, TestCaseError>;

/// What a reader finds.
pub(super) struct Read {
    /// Elements in their order, with what the program itself writes in them.
    pub skeleton: Vec<String>,
    /// The words, in the same order.
    pub words: String,
}

fn all_allowed(text: &str) -> Outcome<()> {
    let bad = text.chars().find(|c| !allowed(*c));
    prop_assert!(bad.is_none(), "{bad:?}");
    Ok(())
}

/// Runs a page through a terminal: it prints, ends lines, and takes on attributes where these are wanted.
pub(super) fn terminal(page: &str, colour: bool) -> Outcome<()> {
    struct Screen {
        colour: bool,
        acted: Vec<String>,
    }
    impl vte::Perform for Screen {
        fn print(&mut self, c: char) {
            if !allowed(c) {
                self.acted.push(format!("printed {c:?}"));
            }
        }
        fn execute(&mut self, byte: u8) {
            if byte != b'\n' {
                self.acted.push(format!("executed {byte:02x}"));
            }
        }
        fn csi_dispatch(&mut self, _: &vte::Params, _: &[u8], _: bool, action: char) {
            if action != 'm' || !self.colour {
                self.acted.push(format!("CSI {action}"));
            }
        }
        fn esc_dispatch(&mut self, _: &[u8], _: bool, byte: u8) {
            self.acted.push(format!("ESC {byte:02x}"));
        }
        fn osc_dispatch(&mut self, _: &[&[u8]], _: bool) {
            self.acted.push("OSC".to_owned());
        }
        fn hook(&mut self, _: &vte::Params, _: &[u8], _: bool, action: char) {
            self.acted.push(format!("DCS {action}"));
        }
    }
    let mut screen = Screen {
        colour,
        acted: Vec::new(),
    };
    vte::Parser::new().advance(&mut screen, page.as_bytes());
    prop_assert!(screen.acted.is_empty(), "{:?}", screen.acted);
    Ok(())
}

/// Bold is left out: a name with blanks around it is not set off.
pub(super) fn markdown(page: &str) -> Outcome<Read> {
    all_allowed(page)?;
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM;
    let (mut skeleton, mut words) = (Vec::new(), String::new());
    for event in Parser::new_ext(page, options) {
        match event {
            Event::Text(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            Event::Start(Tag::Strong) | Event::End(pulldown_cmark::TagEnd::Strong) => {}
            other => skeleton.push(format!("{other:?}")),
        }
    }
    Ok(Read { skeleton, words })
}

/// Elements with the names of their attributes; the values of those that hold words are words, others stay.
pub(super) fn html(page: &str, text: &str) -> Outcome<Read> {
    all_allowed(page)?;
    let parsed = Html::parse_document(page);
    prop_assert!(parsed.errors.is_empty(), "{:?}", parsed.errors);
    let (mut skeleton, mut words) = (Vec::new(), String::new());
    for node in parsed.root_element().descendants() {
        match node.value() {
            Node::Text(text) => {
                words.push_str(text);
                words.push('\n');
            }
            Node::Element(_) => {
                let Some(element) = ElementRef::wrap(node) else {
                    continue;
                };
                skeleton.push(element.value().name().to_owned());
                let mut attributes: Vec<_> = element.value().attrs().collect();
                attributes.sort_unstable();
                for (name, value) in attributes {
                    prop_assert!(!name.starts_with("on"), "{}", name);
                    match name {
                        "aria-label" => words.push_str(value),
                        // How long a text is decides whether its cell is kept on one line.
                        "class" => {
                            let classes = value.split(' ').filter(|class| *class != "short");
                            skeleton.extend(classes.map(str::to_owned));
                        }
                        "href" => prop_assert!(value.starts_with('#'), "{value}"),
                        _ => skeleton.push(format!("{name}={value}")),
                    }
                }
            }
            other => prop_assert!(false, "{other:?} of {text:?}"),
        }
    }
    Ok(Read { skeleton, words })
}

/// XML 1.0, production 2.
fn in_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

fn xml(text: &str) -> Outcome<Read> {
    prop_assert!(text.chars().all(in_xml));
    all_allowed(text)?;
    let parsed = roxmltree::Document::parse(text);
    let parsed = parsed.map_err(|error| TestCaseError::fail(format!("{error}: {text}")))?;
    let (mut skeleton, mut words) = (Vec::new(), String::new());
    for node in parsed.descendants() {
        if let Some(text) = node.text().filter(|_| node.is_text()) {
            words.push_str(text);
            words.push('\n');
        }
        if node.is_element() {
            skeleton.push(node.tag_name().name().to_owned());
        }
        for attribute in node.attributes() {
            let linked = matches!(attribute.name(), "href" | "TargetMode");
            prop_assert!(!linked && !attribute.name().starts_with("on"));
            match attribute.name() {
                "descr" => words.push_str(attribute.value()),
                name => skeleton.push(name.to_owned()),
            }
        }
    }
    Ok(Read { skeleton, words })
}

/// Every part of the file; numbers in the names of drawings are the program's.
pub(super) fn docx(file: &[u8]) -> Outcome<Read> {
    let mut whole = Read {
        skeleton: Vec::new(),
        words: String::new(),
    };
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        if name.ends_with(".png") {
            continue;
        }
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        let read = match name.ends_with(".svg") {
            true => svg(&text)?,
            false => xml(&text)?,
        };
        whole.skeleton.push(name);
        whole.skeleton.extend(read.skeleton);
        whole.words.push_str(&read.words);
    }
    Ok(whole)
}

/// Nothing but the marks of a drawing.
pub(super) fn svg(text: &str) -> Outcome<Read> {
    const MARKS: [&str; 9] = [
        "svg", "title", "desc", "text", "rect", "path", "circle", "line", "polyline",
    ];
    let read = xml(text)?;
    let parsed = roxmltree::Document::parse(text).unwrap();
    let mut elements = parsed.descendants().filter(roxmltree::Node::is_element);
    prop_assert!(elements.all(|e| MARKS.contains(&e.tag_name().name())));
    Ok(read)
}
