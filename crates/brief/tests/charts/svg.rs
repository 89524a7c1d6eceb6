//! What a chart looks like to a program: its words with the room they take, and whether it is sound XML.

use std::sync::{Arc, LazyLock};

use quick_xml::Reader;
use quick_xml::events::Event;
use resvg::tiny_skia::{Color, Pixmap, Rect, Transform};
use resvg::usvg::{Group, Node, Options, Tree, fontdb::Database};

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_font_data(notosans::REGULAR_TTF.to_vec());
    fonts.load_font_data(notosans::BOLD_TTF.to_vec());
    fonts.set_sans_serif_family("Noto Sans");
    Arc::new(fonts)
});

/// Words of a chart and the box of their ink.
#[derive(Clone, Debug)]
pub struct Words {
    pub said: String,
    pub ink: Rect,
}

pub fn tree(svg: &str) -> Tree {
    let options = Options {
        fontdb: FONTS.clone(),
        font_family: "Noto Sans".to_owned(),
        ..Options::default()
    };
    Tree::from_str(svg, &options).unwrap()
}

/// All words, as resvg sets them.
pub fn words(tree: &Tree) -> Vec<Words> {
    let mut found = Vec::new();
    gather(tree.root(), &mut found);
    found
}

fn gather(group: &Group, found: &mut Vec<Words>) {
    for node in group.children() {
        match node {
            Node::Group(inner) => gather(inner, found),
            Node::Text(text) => {
                let said: String = text.chunks().iter().map(|c| c.text()).collect();
                found.push(Words {
                    said,
                    ink: text.flattened().abs_bounding_box(),
                });
            }
            _ => {}
        }
    }
}

/// Panics unless every word is whole on the sheet and none lies on another.
pub fn assert_readable(svg: &str) {
    assert_sound(svg);
    let tree = tree(svg);
    let size = tree.size();
    let words = words(&tree);
    for one in &words {
        let ink = one.ink;
        assert!(
            ink.left() >= 0.0 && ink.top() >= 0.0,
            "{one:?} leaves the sheet"
        );
        assert!(
            ink.right() <= size.width() && ink.bottom() <= size.height(),
            "{one:?} leaves the sheet of {size:?}"
        );
    }
    for (i, a) in words.iter().enumerate() {
        for b in &words[i + 1..] {
            let across = a.ink.right().min(b.ink.right()) - a.ink.left().max(b.ink.left());
            let down = a.ink.bottom().min(b.ink.bottom()) - a.ink.top().max(b.ink.top());
            assert!(across <= 0.5 || down <= 0.5, "{a:?} lies on {b:?}");
        }
    }
}

/// Panics unless it is well-formed, and every number in it is one.
pub fn assert_sound(svg: &str) {
    let mut reader = Reader::from_str(svg);
    reader.config_mut().check_end_names = true;
    let mut depth = 0;
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                assert!(start.attributes().all(|a| a.is_ok()));
                depth += 1;
            }
            Event::Empty(one) => {
                for attribute in one.attributes() {
                    let value = attribute.unwrap().value.into_owned();
                    assert!(!value.contains("NaN") && !value.contains("inf"), "{value}");
                    assert!(!value.contains("21474836"), "{value}");
                }
            }
            Event::End(_) => depth -= 1,
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
}

/// The chart as PNG, twice as large, to be looked at.
pub fn png(svg: &str) -> Vec<u8> {
    let tree = tree(svg);
    let size = tree.size();
    let mut canvas =
        Pixmap::new((2.0 * size.width()) as u32, (2.0 * size.height()) as u32).unwrap();
    canvas.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(2.0, 2.0), &mut canvas.as_mut());
    canvas.encode_png().unwrap()
}
