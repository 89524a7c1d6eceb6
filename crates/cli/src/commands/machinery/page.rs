//! The page for the terminal, 80 columns wide.

use entente_assessment::{Machinery, MechanismRow, Meeting, Message, Party, SeriesKind, Value};
use entente_brief::Words;
use entente_doors::text::shown_on_a_line;
use jiff::civil::Date;

use super::sentences::{fraying, name, others, span, summary};
use crate::output;

/// Columns of the page.
const WIDTH: usize = 80;
/// Columns of a name in the table, and of a name and a status together.
const NAME: usize = 24;
const NAME_AND_STATUS: usize = 34;
/// Meetings of a series that are listed, the last ones.
const LISTED: usize = 12;

pub fn page(parties: [&Party; 2], date: Date, machinery: &Machinery, words: &Words) -> String {
    let title = Message::new("page-machinery-title")
        .with_word(
            "parties",
            words.listed(&parties.map(|p| words.with_code(p))),
        )
        .with_word("date", date);
    let mut page = format!("{}\n\n", words.told(&title));
    let told = summary(machinery, date, words).into_iter();
    for sentence in told.chain(others(machinery, words)) {
        page.push_str(&item(&sentence));
    }
    let rows: Vec<&MechanismRow> = machinery
        .mechanisms
        .iter()
        .filter(|r| r.covered_to.is_some() || r.series == SeriesKind::Mechanism)
        .collect();
    if rows.is_empty() {
        return page;
    }
    page.push('\n');
    page.push_str(&standing(&rows, words));
    let key = words.told(&Message::new("page-machinery-key"));
    page.push_str(&format!("\n{key}\n"));
    for row in rows {
        page.push('\n');
        page.push_str(&series(row, date, words));
    }
    page
}

fn standing(rows: &[&MechanismRow], words: &Words) -> String {
    let head = |id| words.told(&Message::new(id));
    let status = |row: &MechanismRow| match row.not_known_since {
        Some(_) => head("page-machinery-unknown"),
        None => row.status.map_or("-".to_owned(), |s| words.status(s)),
    };
    let widest = rows.iter().map(|row| status(row).chars().count()).max();
    let room = NAME_AND_STATUS
        .saturating_sub(widest.unwrap_or(0))
        .min(NAME);
    let line = |row: &&MechanismRow| {
        let rate = |r: Option<f64>| r.map_or("-".to_owned(), |r| words.number(r, 1));
        let cadence = row.cadence.clone();
        vec![
            short(&name(row, words), room),
            cadence.unwrap_or_else(|| head("page-machinery-own")),
            status(row),
            row.last.map_or("-".to_owned(), |d| d.to_string()),
            row.gap_days
                .filter(|_| row.not_known_since.is_none())
                .map_or("-".to_owned(), |d| {
                    words.number(d as f64 / entente_measures::contact::YEAR_DAYS, 1)
                }),
            format!("{}/{}", rate(row.recent_rate), rate(row.history_rate)),
            row.fraying
                .as_ref()
                .filter(|c| c.meetings > 0)
                .map_or("-".to_owned(), |c| {
                    words.number(c.probability_of_decline, 2)
                }),
        ]
    };
    let heads = [
        "page-machinery-cadence",
        "machinery-status",
        "page-machinery-last",
        "page-machinery-years",
        "machinery-rates",
        "page-machinery-p",
    ];
    let heads: Vec<String> = heads.into_iter().map(head).collect();
    let heads: Vec<&str> = std::iter::once("")
        .chain(heads.iter().map(String::as_str))
        .collect();
    output::table(&heads, &[4, 5, 6], rows.iter().map(line).collect())
}

fn series(row: &MechanismRow, date: Date, words: &Words) -> String {
    let mut text = format!("{}\n", shown_on_a_line(&name(row, words)));
    let facts: Vec<String> = facts(row, date, words)
        .iter()
        .map(|f| words.told(f))
        .collect();
    if !facts.is_empty() {
        text.push_str(&item(&format!("{}.", facts.join("; "))));
    }
    if let Some(change) = row.fraying.as_ref().filter(|c| c.meetings > 0) {
        let told = Message::new("page-machinery-series")
            .with_word("from", change.from)
            .with_word("to", change.to)
            .with_word("change", fraying(change, words));
        text.push_str(&item(&words.told(&told)));
    }
    if let Some(note) = &row.note {
        text.push_str(&item(note));
    }
    let more = row.meetings.len().saturating_sub(LISTED);
    if more > 0 {
        let more = Value::Count(u32::try_from(more).unwrap_or(u32::MAX));
        let earlier = Message::new("page-machinery-earlier").with("more", more);
        text.push_str(&format!("  {}\n", words.told(&earlier)));
    }
    for meeting in &row.meetings[more..] {
        text.push_str(&line(meeting, words));
    }
    if row.meetings.is_empty() {
        let none = words.told(&Message::new("page-machinery-no-meeting"));
        text.push_str(&format!("  {none}\n"));
    }
    text
}

/// Since when a series is, its cadence, and when the next meeting is or was due.
fn facts(row: &MechanismRow, date: Date, words: &Words) -> Vec<Message> {
    let mut facts = Vec::new();
    facts.extend(row.founded.map(|founded| {
        Message::new("page-machinery-founded")
            .with_word("parties", row.parties.join(", "))
            .with_word("founded", founded)
    }));
    let on = |id, day: Date| Message::new(id).with_word("day", day);
    facts.extend(row.ended.map(|day| on("page-machinery-ended", day)));
    if row.cadence.is_none() {
        facts.extend(row.cadence_days.map(|days| {
            Message::new("page-machinery-own-cadence")
                .with_word("span", span(days.round() as i64, words))
        }));
    }
    facts.extend(
        row.not_known_since
            .map(|day| on("page-machinery-since", day)),
    );
    facts.extend(row.due.map(|day| match day < date {
        true => on("page-machinery-was-due", day),
        false => on("page-machinery-due", day),
    }));
    let known = row.not_known_since.is_none();
    let expected = row
        .expected_next
        .filter(|day| known && row.due != Some(*day));
    facts.extend(expected.map(|day| on("page-machinery-expected", day)));
    facts
}

fn line(meeting: &Meeting, words: &Words) -> String {
    let what = match meeting.occasions.first() {
        Some(occasion) => occasion.clone(),
        None => words.told(
            &Message::new("page-machinery-entered")
                .with_word("sources", meeting.sources.join("; ")),
        ),
    };
    let text = format!("  {}  {}: {what}", meeting.start, meeting.place);
    format!("{}\n", short(&text, WIDTH))
}

/// A text on one line, or its beginning if it is too long.
fn short(text: &str, width: usize) -> String {
    let text = shown_on_a_line(text);
    if text.chars().count() <= width {
        return text.into_owned();
    }
    let kept: String = text.chars().take(width - 1).collect();
    format!("{}…", kept.trim_end())
}

/// A paragraph under a mark, filled to the width of the page.
fn item(text: &str) -> String {
    let mut out = String::from("-");
    let mut used = 1;
    for word in text.split_whitespace() {
        let wide = word.chars().count();
        if used > 2 && used + 1 + wide > WIDTH {
            out.push_str("\n ");
            used = 1;
        }
        out.push(' ');
        out.push_str(word);
        used += 1 + wide;
    }
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stay_within_the_page() {
        let text = "consultation ".repeat(40);
        assert!(item(&text).lines().all(|l| l.chars().count() <= WIDTH));
        assert_eq!(short(&text, 20), "consultation consul…");
    }
}
