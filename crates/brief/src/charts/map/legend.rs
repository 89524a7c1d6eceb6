//! What the shades of a map mean.

use plotters::style::text_anchor::HPos;

use super::super::canvas::{
    Canvas, Drawn, HEAD, SMALL, WIDTH, filled, line, outlined, say, say_lines,
};
use super::super::hatch::hatch;
use super::super::labels::wrapped;
use super::super::palette::{PALE, VERMILION};
use super::shapes::World;
use super::{WorldMap, colour, shade, small};

const EDGE: f64 = 8.0;
const SWATCH: (f64, f64) = (58.0, 11.0);

/// The legend below the map.
pub(super) struct Legend<'m> {
    map: &'m WorldMap,
    title: Vec<String>,
    top: f64,
    /// The top of the swatches.
    swatches: f64,
    across: f64,
    /// Marks beside or below the swatches, with their places.
    marks: Vec<(Mark, (f64, f64))>,
    /// Where the chart ends.
    pub bottom: f64,
}

#[derive(Clone, Copy)]
enum Mark {
    Focus,
    None,
    Small,
}

impl<'m> Legend<'m> {
    pub(super) fn of(map: &'m WorldMap, world: &World, top: f64) -> Self {
        let title = wrapped(&map.words.title, HEAD, WIDTH - 2.0 * EDGE);
        let swatches = top + HEAD.leading() * title.len() as f64;
        let widest = map
            .classes
            .iter()
            .map(|c| SMALL.width(&c.words) + 8.0)
            .fold(SWATCH.0, f64::max);
        let across = widest.min((WIDTH - 2.0 * EDGE) / map.classes.len().max(1) as f64);
        let mut legend = Legend {
            map,
            title,
            top,
            swatches,
            across,
            marks: Vec::new(),
            bottom: 0.0,
        };
        let mut x = EDGE + across * map.classes.len() as f64 + 26.0;
        let mut y = swatches + SWATCH.1 / 2.0;
        for mark in [Mark::Focus, Mark::None, Mark::Small] {
            if !legend.shown(mark, world) {
                continue;
            }
            let room = 28.0 + SMALL.width(legend.words(mark)) + 20.0;
            if x > EDGE && x + room > WIDTH {
                x = EDGE;
                y = if y < swatches + 30.0 {
                    swatches + 42.0
                } else {
                    y + 18.0
                };
            }
            legend.marks.push((mark, (x, y)));
            x += room;
        }
        legend.bottom = y.max(swatches + 22.0) + 12.0;
        legend
    }

    /// Whether a mark is on the map at all.
    fn shown(&self, mark: Mark, world: &World) -> bool {
        let small = || {
            let mut dots = self.map.values.iter().filter(|v| v.position.is_some());
            dots.any(|v| !world.has(v.ccode) && v.ccode != self.map.focus)
        };
        !self.words(mark).is_empty() && (!matches!(mark, Mark::Small) || small())
    }

    fn words(&self, mark: Mark) -> &'m str {
        match mark {
            Mark::Focus => &self.map.words.focus,
            Mark::None => &self.map.words.none,
            Mark::Small => &self.map.words.small,
        }
    }

    pub(super) fn draw(&self, canvas: &Canvas<'_>) -> Drawn {
        for (i, words) in self.title.iter().enumerate() {
            let at = (EDGE, self.top + HEAD.leading() * i as f64);
            say(canvas, words, at, HEAD, HPos::Left)?;
        }
        let classes = self.map.classes.len();
        for (i, class) in self.map.classes.iter().enumerate() {
            let left = EDGE + self.across * i as f64;
            let corner = (left + self.across - 1.0, self.swatches + SWATCH.1);
            filled(canvas, (left, self.swatches), corner, shade(i, classes))?;
            let words = wrapped(&class.words, SMALL, self.across - 2.0);
            let at = (left + self.across / 2.0, self.swatches + SWATCH.1 + 11.0);
            say_lines(canvas, &words, at, SMALL, HPos::Center)?;
        }
        for (mark, (x, y)) in &self.marks {
            self.mark(canvas, *mark, (*x, *y))?;
            say(canvas, self.words(*mark), (x + 28.0, *y), SMALL, HPos::Left)?;
        }
        Ok(())
    }

    fn mark(&self, canvas: &Canvas<'_>, mark: Mark, (x, y): (f64, f64)) -> Drawn {
        let (from, to) = ((x, y - 6.0), (x + 22.0, y + 6.0));
        match mark {
            Mark::Focus => {
                let corners = [from, (to.0, from.1), to, (from.0, to.1), from];
                corners
                    .windows(2)
                    .try_for_each(|w| line(canvas, w[0], w[1], VERMILION, 1.6))
            }
            Mark::None => {
                let corners = vec![from, (to.0, from.1), to, (from.0, to.1)];
                outlined(canvas, from, to, PALE)?;
                let lines = hatch(&[corners], 4.0);
                lines
                    .into_iter()
                    .try_for_each(|[a, b]| line(canvas, a, b, PALE, 0.6))
            }
            Mark::Small => {
                let middle = self.map.classes.get(self.map.classes.len() / 2);
                let value = middle.map_or(0.0, |c| c.below - f64::EPSILON);
                small(canvas, (x + 11.0, y), colour(self.map, value))
            }
        }
    }
}
