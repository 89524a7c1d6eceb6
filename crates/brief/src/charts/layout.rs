//! Where things stand in the timeline, in pixels.

use jiff::civil::Date;

use super::scale::Scale;

pub(super) const WIDTH: i32 = 1200;
/// Where the years begin and end.
pub(super) const LEFT: i32 = 200;
pub(super) const RIGHT: i32 = 1080;
pub(super) const BAND_TOP: i32 = 64;
pub(super) const BAND_HEIGHT: i32 = 30;
pub(super) const BARS_HEIGHT: i32 = 90;
pub(super) const ROW_HEIGHT: i32 = 34;
/// Years shown, the last ones.
pub(super) const YEARS: i16 = 50;

/// Where things stand.
pub(super) struct Layout {
    pub(super) scale: Scale,
    /// Base of the bars of leaders.
    pub(super) leaders: i32,
    /// Base of the bars of ministers.
    pub(super) ministers: i32,
    /// Top of the first row of marks.
    pub(super) rows: i32,
    pub(super) bottom: i32,
    pub(super) height: i32,
}

impl Layout {
    pub(super) fn of(date: Date, rows: usize) -> Self {
        let leaders = BAND_TOP + 2 * (BAND_HEIGHT + 4) + 16 + BARS_HEIGHT;
        let ministers = leaders + 24 + BARS_HEIGHT;
        let top = ministers + 24;
        let bottom = top + ROW_HEIGHT * i32::try_from(rows).unwrap_or(0) + 6;
        Layout {
            scale: Scale::of(date.year() - YEARS + 1, date.year(), LEFT, RIGHT),
            leaders,
            ministers,
            rows: top,
            bottom,
            height: bottom + 64,
        }
    }
}
