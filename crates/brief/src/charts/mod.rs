//! Charts as SVG: direct labels, readable in grey, no colour that a colour-blind reader would confuse.

mod backtest;
mod bars;
mod canvas;
mod labels;
mod layout;
mod scale;
mod timeline;

pub use backtest::backtest;
pub use timeline::timeline;

use plotters::style::RGBColor;

/// Blue and vermilion of Okabe and Ito's palette, and greys.
const BLUE: RGBColor = RGBColor(0, 114, 178);
const VERMILION: RGBColor = RGBColor(213, 94, 0);
const GREY: RGBColor = RGBColor(120, 120, 120);
const PALE: RGBColor = RGBColor(205, 205, 205);
const INK: RGBColor = RGBColor(40, 40, 40);

/// A chart that could not be drawn.
#[derive(Debug, thiserror::Error)]
#[error("the chart cannot be drawn: {0}")]
pub struct ChartError(String);

impl<E: std::error::Error + Send + Sync> From<plotters::drawing::DrawingAreaErrorKind<E>>
    for ChartError
{
    fn from(error: plotters::drawing::DrawingAreaErrorKind<E>) -> Self {
        ChartError(error.to_string())
    }
}

/// Puts what a chart shows in words before its drawing, for readers who do not see it.
fn described(svg: &str, title: &str, description: &str) -> String {
    let escaped = |text: &str| {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
    };
    let head = format!(
        "<title>{}</title>\n<desc>{}</desc>\n",
        escaped(title),
        escaped(description)
    );
    match svg
        .find("<svg")
        .and_then(|at| Some((at, at + svg[at..].find('>')?)))
    {
        Some((start, end)) => format!(
            "{}<svg role=\"img\"{}\n{head}{}",
            &svg[..start],
            &svg[start + 4..=end],
            svg[end + 1..].trim_start()
        ),
        None => svg.to_owned(),
    }
}
