//! The world by voting coincidence with one state, on an equal-area map.

mod cut;
mod legend;
mod projection;
mod shapes;

use std::collections::BTreeMap;
use std::f64::consts::PI;

use entente_states::Ccode;
use plotters::prelude::*;

use super::canvas::{Canvas, Drawn, WIDTH, dot, fine_spot, line, sheet, weight};
use super::hatch::hatch;
use super::palette::{CLASSES, GRID, PALE, PAPER, SOFT, VERMILION};
use super::{ChartError, Told};
use cut::{cut, from_middle};
use legend::Legend;
use projection::equal_earth;
use shapes::{Shape, World, world};

/// A map of the world: each state in the shade of its value.
#[derive(Clone, Debug, PartialEq)]
pub struct WorldMap {
    /// For readers who do not see it.
    pub told: Told,
    /// The state with which the others are compared: outlined.
    pub focus: Ccode,
    /// Where its capital lies, longitude and latitude in degrees; only used if it has no outline.
    pub focus_position: Option<(f64, f64)>,
    /// The others.
    pub values: Vec<MapValue>,
    /// From the lowest, six at the most: more have the shade of the sixth.
    pub classes: Vec<MapClass>,
    /// What the legend says.
    pub words: MapWords,
}

/// A state and its value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapValue {
    /// The state.
    pub ccode: Ccode,
    /// Its value; not a number is no data.
    pub value: f64,
    /// Where its capital lies, longitude and latitude in degrees: states without an outline at this scale
    /// are drawn there as dots, and not at all without it.
    pub position: Option<(f64, f64)>,
}

/// A class of values.
#[derive(Clone, Debug, PartialEq)]
pub struct MapClass {
    /// Values below this, and not below the class before. The last class holds all that are left.
    pub below: f64,
    /// As the reader's language writes it: "0.2-0.3".
    pub words: String,
}

/// What a map's legend says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MapWords {
    /// What is shown: "Voting coincidence with Mexico".
    pub title: String,
    /// The state compared with: "Mexico".
    pub focus: String,
    /// "no vote on record".
    pub none: String,
    /// "state too small for an outline".
    pub small: String,
}

/// Whether a state has an outline at this scale; otherwise it needs a position to be drawn.
///
/// # Errors
/// If the embedded outlines cannot be read.
pub fn has_outline(ccode: Ccode) -> Result<bool, ChartError> {
    Ok(world().map_err(ChartError)?.has(ccode))
}

/// The northern and the southern edge, in degrees: no state of the United Nations lies beyond.
const NORTH: f64 = 84.0;
const SOUTH: f64 = -57.0;
const EDGE: f64 = 8.0;

/// Draws it in the Equal Earth projection: six shades from light to dark, states without a value hatched,
/// the chosen state outlined, small states as dots.
///
/// # Errors
/// If the embedded outlines cannot be read, or the drawing library refuses; neither happens.
pub fn world_map(map: &WorldMap) -> Result<String, ChartError> {
    let world = world().map_err(ChartError)?;
    let page = Page::new();
    let legend = Legend::of(map, world, page.bottom + 16.0);
    sheet(&map.told, legend.bottom, |canvas| {
        graticule(canvas, &page)?;
        outlines(canvas, map, world, &page)?;
        dots(canvas, map, world, &page)?;
        legend.draw(canvas)
    })
}

/// From the globe to the page.
struct Page {
    scale: f64,
    top: f64,
    bottom: f64,
}

impl Page {
    fn new() -> Self {
        let scale = (WIDTH - 2.0 * EDGE) / (2.0 * equal_earth(PI, 0.0).0);
        let across = |latitude: f64| equal_earth(0.0, latitude.to_radians()).1;
        Page {
            scale,
            top: across(NORTH),
            bottom: EDGE + scale * (across(NORTH) - across(SOUTH)),
        }
    }

    /// A place whose longitude is from the middle of the map.
    fn at(&self, (longitude, latitude): (f64, f64)) -> (f64, f64) {
        let (x, y) = equal_earth(longitude.to_radians(), latitude.to_radians());
        (
            WIDTH / 2.0 + self.scale * x,
            EDGE + self.scale * (self.top - y),
        )
    }

    /// The rings of a shape.
    fn rings(&self, shape: &Shape) -> Vec<Vec<(f64, f64)>> {
        let pieces = shape.rings.iter().flat_map(|ring| cut(ring));
        pieces
            .map(|ring| ring.into_iter().map(|p| self.at(p)).collect())
            .collect()
    }
}

/// Every thirtieth parallel and meridian, and the edges of the map.
fn graticule(canvas: &Canvas<'_>, page: &Page) -> Drawn {
    let upright = |longitude: f64| -> Vec<(i32, i32)> {
        let steps = 40;
        (0..=steps)
            .map(|i| SOUTH + (NORTH - SOUTH) * f64::from(i) / f64::from(steps))
            .map(|latitude| fine_spot(page.at((longitude, latitude))))
            .collect()
    };
    let style = GRID.stroke_width(weight(0.6));
    for meridian in (-150..=180).step_by(30) {
        canvas.draw(&PathElement::new(
            upright(from_middle(f64::from(meridian))),
            style,
        ))?;
    }
    for parallel in [-30.0, 0.0, 30.0, 60.0] {
        line(
            canvas,
            page.at((-180.0, parallel)),
            page.at((180.0, parallel)),
            GRID,
            0.6,
        )?;
    }
    for edge in [-180.0, 180.0] {
        canvas.draw(&PathElement::new(upright(edge), style))?;
    }
    for edge in [NORTH, SOUTH] {
        line(
            canvas,
            page.at((-180.0, edge)),
            page.at((180.0, edge)),
            GRID,
            0.6,
        )?;
    }
    Ok(())
}

fn outlines(canvas: &Canvas<'_>, map: &WorldMap, world: &World, page: &Page) -> Drawn {
    let values = values(map);
    let mut rims: Vec<(Vec<(i32, i32)>, ShapeStyle)> = Vec::new();
    let mut hatched = Vec::new();
    for shape in &world.shapes {
        let rings = page.rings(shape);
        let chosen = shape.ccode == Some(map.focus);
        let value = shape
            .ccode
            .filter(|_| !chosen)
            .and_then(|code| values.get(&code));
        let fill = value.map_or(PAPER, |v| colour(map, *v));
        let rim = match (chosen, value) {
            (true, _) => Some(VERMILION.stroke_width(weight(1.6))),
            (false, None) => Some(PALE.stroke_width(weight(0.5))),
            _ => None,
        };
        for ring in &rings {
            let points: Vec<(i32, i32)> = ring.iter().map(|p| fine_spot(*p)).collect();
            canvas.draw(&Polygon::new(points.clone(), fill.filled()))?;
            rims.extend(rim.map(|style| (closed(points), style)));
        }
        if value.is_none() && !chosen {
            hatched.extend(hatch(&rings, 4.0));
        }
    }
    borders(canvas, world, page)?;
    for [from, to] in hatched {
        line(canvas, from, to, PALE, 0.6)?;
    }
    // The chosen state's above the borders of its neighbours.
    rims.sort_by_key(|(_, style)| style.stroke_width);
    for (points, style) in rims {
        canvas.draw(&PathElement::new(points, style))?;
    }
    Ok(())
}

fn borders(canvas: &Canvas<'_>, world: &World, page: &Page) -> Drawn {
    for border in &world.borders {
        let places: Vec<_> = border.iter().map(|(x, y)| (from_middle(*x), *y)).collect();
        for piece in places.chunk_by(|a, b| (a.0 - b.0).abs() < 180.0) {
            let points: Vec<(i32, i32)> = piece.iter().map(|p| fine_spot(page.at(*p))).collect();
            canvas.draw(&PathElement::new(points, PAPER.stroke_width(weight(0.5))))?;
        }
    }
    Ok(())
}

/// States without an outline.
fn dots(canvas: &Canvas<'_>, map: &WorldMap, world: &World, page: &Page) -> Drawn {
    let at = |(x, y): (f64, f64)| page.at((from_middle(x), y.clamp(SOUTH, NORTH)));
    let on_globe = |p: &(f64, f64)| p.0.is_finite() && p.1.is_finite();
    for one in map
        .values
        .iter()
        .filter(|v| !world.has(v.ccode) && v.ccode != map.focus)
    {
        if let (Some(place), true) = (one.position.filter(on_globe), one.value.is_finite()) {
            small(canvas, at(place), colour(map, one.value))?;
        }
    }
    match map.focus_position.filter(on_globe) {
        Some(place) if !world.has(map.focus) => dot(canvas, at(place), 4.5, VERMILION, true),
        _ => Ok(()),
    }
}

/// A dot for a state, with a rim that holds it apart from land of its own shade.
fn small(canvas: &Canvas<'_>, at: (f64, f64), colour: RGBColor) -> Drawn {
    dot(canvas, at, 3.1, colour, false)?;
    canvas.draw(&Circle::new(
        fine_spot(at),
        weight(3.1),
        SOFT.stroke_width(weight(0.7)),
    ))?;
    Ok(())
}

fn closed(mut points: Vec<(i32, i32)>) -> Vec<(i32, i32)> {
    points.extend(points.first().copied());
    points
}

fn values(map: &WorldMap) -> BTreeMap<Ccode, f64> {
    let numbers = map.values.iter().filter(|v| v.value.is_finite());
    numbers.map(|v| (v.ccode, v.value)).collect()
}

/// The shade of a value.
fn colour(map: &WorldMap, value: f64) -> RGBColor {
    let class = map.classes.iter().position(|c| value < c.below);
    shade(
        class.unwrap_or(map.classes.len().saturating_sub(1)),
        map.classes.len(),
    )
}

/// The shade of a class of so many: the lightest and the darkest are always taken.
fn shade(class: usize, classes: usize) -> RGBColor {
    let last = CLASSES.len() - 1;
    let place = match classes {
        0 | 1 => last / 2,
        n if n > CLASSES.len() => class.min(last),
        n => (class * last + (n - 1) / 2) / (n - 1),
    };
    CLASSES[place.min(last)]
}
