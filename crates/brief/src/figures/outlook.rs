//! The forecast with its intervals against the record, issue by issue.

use entente_assessment::{ForecastRow, LastOnRecord};

use super::{drawn, shares};
use crate::brief::Brief;
use crate::charts::{
    IntervalMark, IntervalPanel, IntervalRow, IntervalWords, Intervals, Told, intervals,
};
use crate::document::{Block, Shown, Table};
use crate::sections::issue_name;
use crate::words::{Words, say};

/// One panel for each pair; its table with it, or apart.
pub(crate) fn outlook(brief: &Brief<'_>, session: u16, data: Table, shown: Shown) -> Block {
    let words = brief.words;
    let section = &brief.assessment.outlook;
    let rows = section.pairs.first().map_or(&[][..], |p| &p.forecasts);
    let told = Told {
        title: data.caption.clone(),
        description: say!(
            words,
            "figure-outlook",
            session = session,
            pairs = section.pairs.len(),
            table = match shown {
                Shown::Apart => "apart",
                Shown::Beside | Shown::Folded => "beside",
            }
        ),
    };
    let chart = Intervals {
        told: told.clone(),
        axis: shares(0.25, 4, words),
        words: IntervalWords {
            expected: say!(words, "mark-expected"),
            wide: say!(words, "mark-nine-in-ten"),
            narrow: say!(words, "mark-one-in-two"),
            record: say!(words, "mark-record"),
            nothing: say!(words, "no-record"),
        },
        rows: rows
            .iter()
            .filter(|row| row.expects_votes())
            .map(|row| IntervalRow {
                label: issue_name(&row.issue, words),
                strong: row.issue == "all",
            })
            .collect(),
        panels: (section.pairs.iter())
            .map(|pair| IntervalPanel {
                title: match section.pairs.len() {
                    1 => String::new(),
                    _ => brief.heading(&pair.pair),
                },
                marks: (pair.forecasts.iter().zip(&pair.last))
                    .filter(|(row, _)| row.expects_votes())
                    .map(|(row, last)| mark(row, last.as_ref(), words))
                    .collect(),
            })
            .collect(),
    };
    drawn(|| intervals(&chart), told, data, shown, brief)
}

fn mark(row: &ForecastRow, last: Option<&LastOnRecord>, words: &Words) -> IntervalMark {
    let wide = row.q05.zip(row.q95);
    let figures = row.expected.zip(wide).map(|(expected, (low, high))| {
        say!(
            words,
            "movement-position",
            point = words.share(expected),
            low = words.share(low),
            high = words.share(high)
        )
    });
    IntervalMark {
        expected: row.expected,
        wide,
        narrow: row.q25.zip(row.q75),
        record: last.map(|l| l.coincidence),
        figures: figures.unwrap_or_default(),
    }
}
