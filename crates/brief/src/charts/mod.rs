//! Charts, as SVG.

mod scale;
mod timeline;

pub use timeline::{ChartError, timeline};
