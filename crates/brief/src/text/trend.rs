//! Series as rows of blocks.

use entente_assessment::CoincidencePoint;

use super::wrap::{pad, width};
use crate::document::Trend;
use crate::sections::THIN;
use crate::words::{Words, say};

const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const GAP: &str = "  ";

/// One line per series, and one with the years below.
pub(crate) fn lines(trend: &Trend, most: usize, words: &Words) -> Vec<String> {
    let Some((first, last)) = trend.sessions() else {
        return Vec::new();
    };
    let labels = trend
        .rows
        .iter()
        .map(|(label, _)| width(label))
        .max()
        .unwrap_or(0);
    let room = most.saturating_sub(labels + GAP.len()).max(1);
    let span = usize::from(last - first) + 1;
    // Sessions that share a block are pooled.
    let each = span.div_ceil(room).max(1);
    let mut lines: Vec<String> = trend
        .rows
        .iter()
        .map(|(label, points)| {
            format!(
                "{}{GAP}{}",
                pad(label, labels, false),
                blocks(points, first, span, each)
            )
        })
        .collect();
    let (from, to) = (first + 1945, last + 1945);
    let drawn = span.div_ceil(each);
    let axis = if drawn >= 11 {
        format!("{from}{}", pad(&to.to_string(), drawn - 4, true))
    } else {
        say!(words, "trend-years", from = from, to = to)
    };
    let pooled = if each > 1 {
        format!(" {}", say!(words, "trend-pooled", sessions = each))
    } else {
        String::new()
    };
    let axis = format!("{}{GAP}{axis}{pooled}", " ".repeat(labels));
    if width(&axis) <= most {
        lines.push(axis);
    }
    lines
}

/// One series as a row of blocks, from the first session of its fellows to the last.
pub(crate) fn sparkline(trend: &Trend, points: &[CoincidencePoint]) -> String {
    let Some((first, last)) = trend.sessions() else {
        return String::new();
    };
    blocks(points, first, usize::from(last - first) + 1, 1)
}

fn blocks(points: &[CoincidencePoint], first: u16, span: usize, each: usize) -> String {
    (0..span.div_ceil(each))
        .map(|block| {
            let sessions = block * each..(block + 1) * each;
            points
                .iter()
                .filter(|p| sessions.contains(&usize::from(p.session - first)))
                .map(|p| p.coincidence.tally)
                .reduce(|a, b| a + b)
                .filter(|tally| tally.joint() >= THIN)
                .and_then(|tally| tally.coincidence())
                .map_or('·', level)
        })
        .collect()
}

/// An eighth of the scale from 0 to 1 each.
fn level(share: f64) -> char {
    let eighth = (share * 8.0).floor().clamp(0.0, 7.0) as usize;
    BLOCKS.get(eighth).copied().unwrap_or('█')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels() {
        let drawn: String = [0.0, 0.12, 0.13, 0.5, 0.99, 1.0]
            .map(level)
            .iter()
            .collect();
        assert_eq!(drawn, "▁▁▂▅██");
    }
}
