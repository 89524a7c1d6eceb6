//! A series as a small drawn line.

use entente_assessment::CoincidencePoint;
use maud::{Markup, html};

use crate::sections::THIN;
use crate::words::{Words, say};

/// The drawing's own units; it is scaled to its cell.
pub(crate) const WIDTH: f64 = 360.0;
pub(crate) const HEIGHT: f64 = 36.0;
/// Room for the thickness of the line at the edges.
const MARGIN: f64 = 2.0;

/// One series from the first to the last session of its fellows, on a scale from 0 to 1.
///
/// Colours and widths stand in it for readers without the page's style sheet.
pub(crate) fn drawing(
    label: &str,
    points: &[CoincidencePoint],
    first: u16,
    last: u16,
    words: &Words,
) -> Markup {
    let firm: Vec<(&CoincidencePoint, f64)> = points
        .iter()
        .filter(|p| p.coincidence.tally.joint() >= THIN)
        .filter_map(|p| Some((p, p.coincidence.coincidence?)))
        .collect();
    let described = match (firm.first(), firm.last()) {
        (Some(from), Some(to)) => say!(
            words,
            "trend-described",
            first = words.share(from.1),
            from = from.0.session,
            from_year = from.0.year,
            last = words.share(to.1),
            to = to.0.session,
            to_year = to.0.year
        ),
        _ => say!(words, "trend-too-few"),
    };
    let middle = place_of(0.5);
    html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img" preserveAspectRatio="none" {
            title { (label) }
            desc { (described) }
            line.grid stroke="#bbbbbb" x1="0" x2=(WIDTH) y1=(middle) y2=(middle) {}
            @for run in unbroken(&firm) {
                @if let [(point, value)] = run {
                    // A line of no length with round ends is a dot.
                    @let (x, y) = (along(point.session, first, last), place_of(*value));
                    line.series stroke="#0b4f8a" stroke-width="1.75" stroke-linecap="round" x1=(x) x2=(x) y1=(y) y2=(y) {}
                } @else {
                    polyline.series fill="none" stroke="#0b4f8a" stroke-width="1.75" points=(path(run, first, last)) {}
                }
            }
        }
    }
}

/// Runs of sessions without a gap: a line across a gap would tell of votes that are not there.
fn unbroken<'p, 'r>(
    points: &'r [(&'p CoincidencePoint, f64)],
) -> impl Iterator<Item = &'r [(&'p CoincidencePoint, f64)]> {
    points.chunk_by(|a, b| b.0.session == a.0.session + 1)
}

fn path(run: &[(&CoincidencePoint, f64)], first: u16, last: u16) -> String {
    let places: Vec<String> = run
        .iter()
        .map(|(p, value)| format!("{},{}", along(p.session, first, last), place_of(*value)))
        .collect();
    places.join(" ")
}

fn along(session: u16, first: u16, last: u16) -> String {
    let span = f64::from((last - first).max(1));
    let x = MARGIN + f64::from(session - first) / span * (WIDTH - 2.0 * MARGIN);
    format!("{x:.1}")
}

fn place_of(value: f64) -> String {
    let y = MARGIN + (1.0 - value.clamp(0.0, 1.0)) * (HEIGHT - 2.0 * MARGIN);
    format!("{y:.1}")
}
