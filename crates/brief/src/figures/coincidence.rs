//! Voting coincidence session by session, issue by issue.

use entente_assessment::{IssueCoincidence, PairCoincidence};

use super::{figure, shares};
use crate::brief::Brief;
use crate::charts::{MultipleLine, MultiplePanel, MultiplePoint, Multiples, Told, multiples};
use crate::document::{Cell, Column, Figure, Shown, Table};
use crate::sections::{THIN, issue_name};
use crate::words::{Words, say};

/// One panel for each issue of a pair; the sessions as a table to fold away.
pub(crate) fn coincidence(pair: &PairCoincidence, brief: &Brief<'_>) -> Option<Figure> {
    let words = brief.words;
    let data = table(pair, &brief.assessment.coincidence.notes, words);
    let years = pair.issues.iter().flat_map(|i| &i.series);
    let years = years.filter_map(|p| i16::try_from(p.year).ok());
    let (first, last) = (years.clone().min()?, years.max()?);
    let told = Told {
        title: data.caption.clone(),
        description: say!(
            words,
            "figure-multiples",
            pair = brief.both(&pair.pair),
            first = first,
            last = last
        ),
    };
    let chart = Multiples {
        told: told.clone(),
        years: (first, last.max(first + 1)),
        axis: shares(0.5, 2, words),
        panels: (pair.issues.iter().filter(|i| i.session.is_some()))
            .map(|issue| MultiplePanel {
                title: issue_name(issue.issue.as_str(), words),
                lines: vec![line(issue, words)],
            })
            .collect(),
        thin: say!(words, "mark-thin", least = THIN),
    };
    figure(|| multiples(&chart), told, data, Shown::Folded, brief)
}

fn line(issue: &IssueCoincidence, words: &Words) -> MultipleLine {
    let points = issue.series.iter().filter_map(|p| {
        Some(MultiplePoint {
            year: i16::try_from(p.year).ok()?,
            value: p.coincidence.coincidence?,
            thin: p.coincidence.tally.joint() < THIN,
        })
    });
    let points: Vec<MultiplePoint> = points.collect();
    MultipleLine {
        label: points
            .last()
            .map(|p| words.share(p.value))
            .unwrap_or_default(),
        points,
    }
}

fn table(pair: &PairCoincidence, notes: &[usize], words: &Words) -> Table {
    let voted: Vec<&IssueCoincidence> =
        pair.issues.iter().filter(|i| i.session.is_some()).collect();
    let mut sessions: Vec<u16> = (voted.iter().flat_map(|i| &i.series))
        .map(|p| p.session)
        .collect();
    sessions.sort_unstable();
    sessions.dedup();
    let row = |session: &u16| {
        let of = |issue: &&IssueCoincidence| {
            let point = issue.series.iter().find(|p| p.session == *session);
            let share = point.and_then(|p| p.coincidence.coincidence);
            Cell::or_missing(share.map(|s| words.share(s)), "–")
        };
        std::iter::once(Cell::new(say!(
            words,
            "movement-session",
            session = *session,
            year = session + 1945
        )))
        .chain(voted.iter().map(of))
        .collect()
    };
    Table {
        caption: say!(words, "coincidence-trend", least = THIN),
        notes: notes.to_vec(),
        columns: std::iter::once(Column::words(say!(words, "movement-sessions")))
            .chain((voted.iter()).map(|i| Column::number(issue_name(i.issue.as_str(), words))))
            .collect(),
        rows: sessions.iter().map(row).collect(),
    }
}
