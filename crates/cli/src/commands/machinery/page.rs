//! The page for the terminal, 80 columns wide.

use entente_assessment::{Machinery, MechanismRow, Meeting, Party, SeriesKind};
use jiff::civil::Date;

use super::sentences::{fraying, others, span, summary};
use crate::output;

/// Columns of the page.
const WIDTH: usize = 80;
/// Meetings of a series that are listed, the last ones.
const LISTED: usize = 12;

pub fn page(first: &Party, second: &Party, date: Date, machinery: &Machinery) -> String {
    let mut page = format!(
        "{} ({}) and {} ({}), as of {date}\n\n",
        first.name, first.iso3, second.name, second.iso3
    );
    for sentence in summary(machinery, date).iter().chain(&others(machinery)) {
        page.push_str(&item(sentence));
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
    page.push_str(&standing(&rows));
    page.push_str("\na year: recent rate / over the covered time; p: probability of a decline\n");
    for row in rows {
        page.push('\n');
        page.push_str(&series(row));
    }
    page
}

fn standing(rows: &[&MechanismRow]) -> String {
    let line = |row: &&MechanismRow| {
        let rate = |r: Option<f64>| r.map_or("-".to_owned(), |r| format!("{r:.1}"));
        vec![
            short(&row.name, 24),
            row.cadence.clone().unwrap_or_else(|| "own".to_owned()),
            row.status.map_or("-", |s| s.as_str()).to_owned(),
            row.last.map_or("-".to_owned(), |d| d.to_string()),
            row.gap_days.map_or("-".to_owned(), |d| {
                format!("{:.1}", d as f64 / entente_measures::contact::YEAR_DAYS)
            }),
            format!("{}/{}", rate(row.recent_rate), rate(row.history_rate)),
            row.fraying
                .as_ref()
                .filter(|c| c.meetings > 0)
                .map_or("-".to_owned(), |c| {
                    format!("{:.2}", c.probability_of_decline)
                }),
        ]
    };
    output::table(
        &["", "cadence", "status", "last", "years", "a year", "p"],
        &[4, 5, 6],
        rows.iter().map(line).collect(),
    )
}

fn series(row: &MechanismRow) -> String {
    let mut text = format!("{}\n", row.name);
    let mut facts = Vec::new();
    if let Some(founded) = row.founded {
        facts.push(format!("{}, founded {founded}", row.parties.join(", ")));
    }
    facts.extend(row.ended.map(|day| format!("given up or replaced {day}")));
    if row.cadence.is_none() {
        facts.extend(
            row.cadence_days
                .map(|days| format!("own cadence {}", span(days.round() as i64))),
        );
    }
    facts.extend(row.due.map(|day| match row.covered_to {
        Some(to) if day < to => format!("was due {day}"),
        _ => format!("due {day}"),
    }));
    facts.extend(
        row.expected_next
            .filter(|day| row.due != Some(*day))
            .map(|day| format!("at the recent rate about {day}")),
    );
    if !facts.is_empty() {
        text.push_str(&item(&format!("{}.", facts.join("; "))));
    }
    if let Some(change) = row.fraying.as_ref().filter(|c| c.meetings > 0) {
        text.push_str(&item(&format!(
            "{} to {}: {}",
            change.from,
            change.to,
            fraying(change)
        )));
    }
    if let Some(note) = &row.note {
        text.push_str(&item(note));
    }
    let more = row.meetings.len().saturating_sub(LISTED);
    if more > 0 {
        text.push_str(&format!("  ({more} earlier)\n"));
    }
    for meeting in &row.meetings[more..] {
        text.push_str(&line(meeting));
    }
    if row.meetings.is_empty() {
        text.push_str("  no meeting on record\n");
    }
    text
}

fn line(meeting: &Meeting) -> String {
    let what = match (meeting.occasions.first(), meeting.entered) {
        (Some(occasion), _) => occasion.clone(),
        (None, _) => format!("entered: {}", meeting.sources.join("; ")),
    };
    let text = format!("  {}  {}: {what}", meeting.start, meeting.place);
    format!("{}\n", short(&text, WIDTH))
}

/// The beginning of a text, if it is too long.
fn short(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
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
