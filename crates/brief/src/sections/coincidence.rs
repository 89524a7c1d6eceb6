//! How the parties voted, overall and by issue.

use entente_assessment::{IssueCoincidence, PairCoincidence};

use crate::brief::Brief;
use crate::document::{Block, Cell, Column, Table, Trend};
use crate::figures;
use crate::sentence::Sentence;
use crate::words::{Words, change, points, say};

/// Fewer joint votes than this are thin evidence.
pub(crate) const THIN: u32 = 5;

pub(crate) fn blocks(brief: &Brief<'_>) -> Vec<Block> {
    let words = brief.words;
    let notes = &brief.assessment.coincidence.notes;
    let mut blocks = Vec::new();
    for pair in &brief.assessment.coincidence.pairs {
        if brief.several_pairs() {
            blocks.push(Block::Subheading(brief.heading(&pair.pair)));
        }
        let voted: Vec<&IssueCoincidence> =
            pair.issues.iter().filter(|i| i.session.is_some()).collect();
        if voted.is_empty() {
            let none = say!(
                words,
                "coincidence-none",
                pair = brief.both(&pair.pair),
                date = brief.as_of()
            );
            blocks.push(Block::Paragraph(vec![Sentence::new(none, notes)]));
            continue;
        }
        blocks.push(Block::Table(table(&voted, notes, words)));
        let remarks = remarks(pair, notes, words);
        if !remarks.is_empty() {
            blocks.push(Block::Paragraph(remarks));
        }
        blocks.push(Block::Trend(trend(pair, &voted, brief)));
    }
    blocks
}

/// The word for an issue: `all`, or the code's own subject, short enough for a column.
pub(crate) fn issue_name(code: &str, words: &Words) -> String {
    match code {
        "me" => say!(words, "issue-me"),
        "nu" => say!(words, "issue-nu"),
        "di" => say!(words, "issue-di"),
        "hr" => say!(words, "issue-hr"),
        "co" => say!(words, "issue-co"),
        "ec" => say!(words, "issue-ec"),
        _ => say!(words, "issue-all"),
    }
}

/// The same inside a sentence, after "on".
pub(crate) fn issue_in_prose(code: &str, words: &Words) -> String {
    match code {
        "me" => say!(words, "issue-me-prose"),
        "nu" => say!(words, "issue-nu-prose"),
        "di" => say!(words, "issue-di-prose"),
        "hr" => say!(words, "issue-hr-prose"),
        "co" => say!(words, "issue-co-prose"),
        "ec" => say!(words, "issue-ec-prose"),
        _ => say!(words, "issue-all-prose"),
    }
}

/// The issue of some rates inside a sentence.
pub(crate) fn in_prose(issue: &IssueCoincidence, words: &Words) -> String {
    issue_in_prose(issue.issue.as_str(), words)
}

fn table(issues: &[&IssueCoincidence], notes: &[usize], words: &Words) -> Table {
    let share = || Column::number(say!(words, "column-share"));
    let calls = || Column::number(say!(words, "column-calls"));
    let mut columns = vec![Column::words(say!(words, "column-issue"))];
    let latest = say!(words, "coincidence-latest");
    columns.extend(
        [
            Column::number(say!(words, "column-session-number")),
            share(),
            calls(),
        ]
        .map(|c| c.under(&latest)),
    );
    for group in [
        say!(words, "coincidence-recent"),
        say!(words, "coincidence-before"),
    ] {
        columns.extend([share(), calls()].map(|c| c.under(&group)));
    }
    columns.push(Column::number(say!(words, "column-change")));
    Table {
        caption: say!(words, "coincidence-caption"),
        notes: notes.to_vec(),
        columns,
        rows: issues.iter().map(|issue| row(issue, words)).collect(),
    }
}

fn row(issue: &IssueCoincidence, words: &Words) -> Vec<Cell> {
    let mut cells = vec![Cell::new(issue_name(issue.issue.as_str(), words))];
    cells.push(Cell::or_missing(issue.session.map(|s| s.to_string()), "–"));
    for period in [&issue.latest, &issue.recent, &issue.before] {
        cells.push(Cell::or_missing(
            period.coincidence.map(|c| words.share(c)),
            "–",
        ));
        cells.push(Cell::new(words.thousands(period.tally.joint().into())));
    }
    cells.push(moved(issue, words));
    cells
}

/// The change, unless it would rest on thin evidence at either end.
fn moved(issue: &IssueCoincidence, words: &Words) -> Cell {
    let (Some(now), Some(then)) = (issue.recent.coincidence, issue.before.coincidence) else {
        return Cell::missing("–");
    };
    let thin = [&issue.recent, &issue.before]
        .iter()
        .any(|period| period.tally.joint() < THIN);
    if thin {
        Cell::missing(say!(words, "thin"))
    } else {
        Cell::new(change(points(now, then)))
    }
}

/// What the table cannot say with a number: thin and absent evidence, in words.
fn remarks(pair: &PairCoincidence, notes: &[usize], words: &Words) -> Vec<Sentence> {
    let mut thin = Vec::new();
    for issue in &pair.issues {
        let periods = [
            (&issue.latest, "latest"),
            (&issue.recent, "recent"),
            (&issue.before, "before"),
        ];
        for (period, when) in periods {
            let joint = period.tally.joint();
            if (1..THIN).contains(&joint) {
                thin.push(say!(
                    words,
                    "coincidence-thin-one",
                    calls = joint,
                    issue = in_prose(issue, words),
                    when = when
                ));
            }
        }
    }
    let silent = |absent: fn(&IssueCoincidence) -> bool| {
        pair.issues
            .iter()
            .filter(|i| absent(i))
            .map(|i| in_prose(i, words))
            .collect::<Vec<_>>()
    };
    let never = silent(|i| i.session.is_none());
    let not_before = silent(|i| i.session.is_some() && i.before.tally.joint() == 0);
    let mut remarks = Vec::new();
    if !thin.is_empty() {
        remarks.push(say!(
            words,
            "coincidence-thin",
            which = words.clauses(&thin)
        ));
    }
    if !not_before.is_empty() {
        let everywhere = not_before.len() + never.len() == pair.issues.len();
        remarks.push(if everywhere {
            say!(words, "coincidence-none-before")
        } else {
            say!(
                words,
                "coincidence-none-before-on",
                issues = words.listed(&not_before)
            )
        });
    }
    remarks.extend(older(pair, words));
    if !never.is_empty() {
        remarks.push(say!(
            words,
            "coincidence-never",
            issues = words.listed(&never)
        ));
    }
    remarks
        .into_iter()
        .map(|text| Sentence::new(text, notes))
        .collect()
}

/// Coded issues whose last session lies before that of all roll calls: their five sessions are others.
fn older(pair: &PairCoincidence, words: &Words) -> Vec<String> {
    let latest = pair.issues.iter().filter_map(|i| i.session).max();
    let mut sessions: Vec<u16> = pair.issues.iter().filter_map(|i| i.session).collect();
    sessions.sort_unstable();
    sessions.dedup();
    let earlier = sessions.into_iter().filter(|s| Some(*s) != latest);
    let told = earlier.map(|session| {
        let of = pair.issues.iter().filter(|i| i.session == Some(session));
        let issues: Vec<String> = of.map(|i| in_prose(i, words)).collect();
        say!(
            words,
            "coincidence-older",
            issues = words.listed(&issues),
            session = session,
            from = (session + 1).saturating_sub(5)
        )
    });
    told.collect()
}

fn trend(pair: &PairCoincidence, issues: &[&IssueCoincidence], brief: &Brief<'_>) -> Trend {
    let words = brief.words;
    Trend {
        caption: say!(words, "coincidence-trend", least = THIN),
        notes: brief.assessment.coincidence.notes.clone(),
        figure: figures::coincidence(pair, brief),
        rows: issues
            .iter()
            .map(|i| (issue_name(i.issue.as_str(), words), i.series.clone()))
            .collect(),
    }
}
