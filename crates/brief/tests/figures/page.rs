//! Renderings as lines of words, cut into sections.

use std::collections::BTreeMap;
use std::io::Read;

use entente_brief::Lang;

/// Lines by the message of the title above them.
pub type Sections = BTreeMap<String, Vec<String>>;

/// The titles of a language, by their messages.
pub fn titles(lang: Lang) -> BTreeMap<String, String> {
    let lines = lang.messages().lines();
    let messages = lines.filter_map(|line| line.split_once(" = "));
    let is_title = |id: &str| {
        id.starts_with("title-") || ["bottom-line", "notes", "sources", "annex"].contains(&id)
    };
    messages
        .filter(|(id, _)| is_title(id))
        .map(|(id, title)| (title.trim().to_owned(), id.to_owned()))
        .collect()
}

/// Cuts lines at titles; what stands before the first is left out, for it is the title of the whole.
pub fn cut(lines: &[String], titles: &BTreeMap<String, String>) -> Sections {
    let mut sections = Sections::new();
    let mut current: Option<&String> = None;
    for line in lines {
        if let Some(id) = titles.get(line.trim()) {
            current = Some(id);
        } else if let Some(id) = current {
            sections.entry(id.clone()).or_default().push(line.clone());
        }
    }
    sections
}

/// Lines of a text, without marks of notes.
pub fn text_lines(text: &str) -> Vec<String> {
    text.lines().map(|line| without(line, "[", "]")).collect()
}

/// Lines of Markdown, without marks of notes and other markup.
pub fn markdown_lines(text: &str) -> Vec<String> {
    let plain = |line: &str| {
        let line = without(line, "[^", "]");
        let line = line.trim_start_matches(['#', ' ']).to_owned();
        line.replace('\\', "").replace('|', " ¦ ")
    };
    text.lines().map(plain).collect()
}

/// Without what stands between two signs, where that is a number.
fn without(line: &str, open: &str, close: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once(open) {
        out.push_str(before);
        match after.split_once(close) {
            Some((mark, more)) if mark.chars().all(|c| c.is_ascii_digit()) => rest = more,
            _ => {
                out.push_str(open);
                rest = after;
            }
        }
    }
    out + rest
}

/// Text of a page: what stands in one block is a line. Marks of notes and the ways back from them are
/// links, and left out; so are drawings and the figures folded away behind them: series in full, or tables that
/// the other renderings show.
pub fn html_lines(page: &str) -> Vec<String> {
    let body = page.split_once("<body>").unwrap().1;
    let mut lines = vec![String::new()];
    let mut silent: Option<&str> = None;
    for piece in body.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap();
        let name: &str = tag.split([' ', '/']).find(|n| !n.is_empty()).unwrap_or("");
        let closes = tag.starts_with('/');
        match silent {
            Some(open) if closes && open == name => silent = None,
            Some(_) => {}
            None if !closes && ["nav", "sup", "style", "text", "details"].contains(&name) => {
                silent = Some(name);
            }
            None if !closes && tag.starts_with("span class=\"back\"") => silent = Some("span"),
            None => {}
        }
        let inline = ["a", "b", "sup", "span", "i", "em", "strong"].contains(&name);
        if !inline {
            lines.push(String::new());
        }
        if silent.is_none() {
            lines.last_mut().unwrap().push_str(text);
        }
    }
    lines.iter().map(|line| unescaped(line)).collect()
}

/// Text of a Word file: what stands in one paragraph is a line. Marks of notes are left out.
pub fn docx_lines(file: &[u8]) -> Vec<String> {
    let mut parts = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    let mut text = String::new();
    let document = parts.by_name("word/document.xml");
    document.unwrap().read_to_string(&mut text).unwrap();
    let mut lines = vec![String::new()];
    let (mut told, mut mark) = (false, false);
    for piece in text.split('<').skip(1) {
        let (tag, words) = piece.split_once('>').unwrap();
        match tag.split([' ', '/']).find(|n| !n.is_empty()).unwrap_or("") {
            "w:p" => lines.push(String::new()),
            // A run is a mark of a note if its style says so, which comes before its text.
            "w:r" => mark = false,
            "w:rStyle" if tag.contains("FootnoteReference") => mark = true,
            "w:t" => told = !tag.starts_with('/') && !mark,
            "w:tab" | "w:br" => lines.last_mut().unwrap().push(' '),
            _ => {}
        }
        if told {
            lines.last_mut().unwrap().push_str(words);
        }
    }
    lines.iter().map(|line| unescaped(line)).collect()
}

fn unescaped(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">");
    let text = text.replace("&quot;", "\"").replace("&apos;", "'");
    text.replace("&amp;", "&").replace('\u{2060}', "")
}
