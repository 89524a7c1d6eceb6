//! Charts, as SVG.

mod bars;
mod canvas;
mod labels;
mod layout;
mod scale;
mod timeline;

pub use canvas::ChartError;
pub use timeline::timeline;
