//! The shapes of the world's states at 1 to 110 million, from Natural Earth by way of TopoJSON.
//!
//! TopoJSON keeps each border once, as an arc of whole numbers: the first point, then steps. A ring names
//! its arcs by number; a number below zero, `!n`, is arc n the other way round. Bostock and Metcalf,
//! The TopoJSON Format Specification 1.0, sections 2.1.2 and 2.1.4.

use std::sync::LazyLock;

use entente_states::{Ccode, system};
use serde::Deserialize;

const FILE: &str = include_str!("../../../../../data/maps/countries-110m.json");
/// Antarctica is no state, and an equal-area map would give it a tenth of its room.
const ANTARCTICA: u16 = 10;
/// No land but Antarctica's lies farther south, in degrees.
const SOUTHERNMOST: f64 = -60.0;

/// Longitude and latitude in degrees.
pub(super) type Place = (f64, f64);

/// A state or territory and its outline.
#[derive(Debug)]
pub(super) struct Shape {
    /// Its state; a territory that is none, such as Greenland, and what ISO has no number for, have none.
    pub ccode: Option<Ccode>,
    /// As Natural Earth writes it.
    #[cfg_attr(
        not(test),
        allow(dead_code, reason = "names are for the tests' messages")
    )]
    pub name: String,
    /// Closed rings, the last point not repeated; outlines and holes alike.
    pub rings: Vec<Vec<Place>>,
    /// Whether there is a hole, in which another state lies.
    pub hollow: bool,
}

/// All there is to draw.
#[derive(Debug)]
pub(super) struct World {
    /// All shapes but Antarctica's; those with holes first, so that what lies in these is drawn upon them.
    pub shapes: Vec<Shape>,
    /// Every border and coast once.
    pub borders: Vec<Vec<Place>>,
}

static WORLD: LazyLock<Result<World, String>> = LazyLock::new(|| read(FILE));

/// The world.
///
/// # Errors
/// If the embedded file cannot be read, which a test rules out.
pub(super) fn world() -> Result<&'static World, String> {
    match &*WORLD {
        Ok(world) => Ok(world),
        Err(why) => Err(why.clone()),
    }
}

impl World {
    /// Whether a state has a shape.
    pub(super) fn has(&self, ccode: Ccode) -> bool {
        self.shapes.iter().any(|s| s.ccode == Some(ccode))
    }
}

#[derive(Deserialize)]
struct Topology {
    objects: Objects,
    arcs: Vec<Vec<(i64, i64)>>,
    transform: Transform,
}

#[derive(Deserialize)]
struct Objects {
    countries: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Transform {
    scale: (f64, f64),
    translate: (f64, f64),
}

#[derive(Deserialize)]
struct Geometry {
    id: Option<String>,
    properties: Properties,
    #[serde(flatten)]
    arcs: Arcs,
}

#[derive(Deserialize)]
struct Properties {
    name: String,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Arcs {
    Polygon(Vec<Vec<i64>>),
    MultiPolygon(Vec<Vec<Vec<i64>>>),
}

fn read(text: &str) -> Result<World, String> {
    let topology: Topology = serde_json::from_str(text).map_err(|e| e.to_string())?;
    let arcs: Vec<Vec<Place>> = topology
        .arcs
        .iter()
        .map(|arc| thinned(&unpacked(arc, &topology.transform)))
        .collect();
    let mut shapes = Vec::new();
    for geometry in topology.objects.countries.geometries {
        let number: Option<u16> = geometry.id.as_deref().and_then(|id| id.parse().ok());
        if number == Some(ANTARCTICA) {
            continue;
        }
        let polygons = match geometry.arcs {
            Arcs::Polygon(rings) => vec![rings],
            Arcs::MultiPolygon(polygons) => polygons,
        };
        let name = geometry.properties.name;
        let rings: Option<Vec<Vec<Place>>> = polygons
            .iter()
            .flatten()
            .map(|ring| joined(ring, &arcs))
            .collect();
        shapes.push(Shape {
            ccode: number.and_then(|n| system().by_m49(n)).map(|s| s.ccode),
            rings: rings
                .ok_or_else(|| format!("the outline of {name} names an arc that is not there"))?,
            name,
            hollow: polygons.iter().any(|rings| rings.len() > 1),
        });
    }
    shapes.sort_by_key(|shape| !shape.hollow);
    // Antarctica's coast is no border here.
    let borders = arcs
        .into_iter()
        .filter(|arc| arc.iter().any(|p| p.1 > SOUTHERNMOST))
        .collect();
    Ok(World { shapes, borders })
}

/// An arc without the points that lie within a third of a degree of the one kept before them: at a width of
/// 170 mm that is 0.15 mm. Borders are thinned once for both sides, so that no gap opens. What is too small
/// to be thinned stays.
fn thinned(arc: &[Place]) -> Vec<Place> {
    let near = |a: Place, b: Place| {
        let across = (a.0 - b.0) * a.1.to_radians().cos();
        across.hypot(a.1 - b.1) < 1.0 / 3.0
    };
    let mut kept: Vec<Place> = Vec::new();
    for (i, place) in arc.iter().enumerate() {
        let end = i == 0 || i + 1 == arc.len();
        if end || kept.last().is_none_or(|last| !near(*last, *place)) {
            kept.push(*place);
        }
    }
    if kept.len() < 8 { arc.to_vec() } else { kept }
}

/// The points of an arc in degrees.
fn unpacked(arc: &[(i64, i64)], transform: &Transform) -> Vec<Place> {
    let (mut x, mut y) = (0, 0);
    arc.iter()
        .map(|step| {
            x += step.0;
            y += step.1;
            (
                x as f64 * transform.scale.0 + transform.translate.0,
                y as f64 * transform.scale.1 + transform.translate.1,
            )
        })
        .collect()
}

/// The points of a ring: each arc ends where the next begins, and the last where the first began.
fn joined(ring: &[i64], arcs: &[Vec<Place>]) -> Option<Vec<Place>> {
    let mut points = Vec::new();
    for number in ring {
        let backwards = *number < 0;
        let place = usize::try_from(if backwards { !number } else { *number }).ok()?;
        let arc = arcs.get(place)?;
        let inner = arc.len().checked_sub(1)?;
        if backwards {
            points.extend(arc.iter().rev().take(inner));
        } else {
            points.extend(arc.iter().take(inner));
        }
    }
    Some(points)
}

#[cfg(test)]
mod tests {
    use entente_states::system;

    use super::*;

    #[test]
    fn an_arc_is_steps_from_its_first_point() {
        let transform = Transform {
            scale: (0.5, 0.25),
            translate: (-180.0, -90.0),
        };
        let arc = unpacked(&[(10, 20), (2, -4), (-1, 0)], &transform);
        assert_eq!(arc, [(-175.0, -85.0), (-174.0, -86.0), (-174.5, -86.0)]);
    }

    #[test]
    fn a_ring_joins_its_arcs_either_way() {
        let arcs = [
            vec![(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)],
            vec![(0.0, 0.0), (0.0, 1.0), (1.0, 1.0)],
        ];
        let ring = joined(&[0, !1], &arcs).unwrap();
        assert_eq!(ring, [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]);
        assert!(joined(&[7], &arcs).is_none());
    }

    /// Every shape is a state's but for territories, and for those that ISO has no number for.
    #[test]
    fn shapes_are_states() {
        let shapes = &world().unwrap().shapes;
        assert_eq!(shapes.len(), 176);
        let mut without: Vec<&str> = shapes
            .iter()
            .filter(|s| s.ccode.is_none())
            .map(|s| s.name.as_str())
            .collect();
        without.sort_unstable();
        assert_eq!(
            without,
            [
                "Falkland Is.",
                "Fr. S. Antarctic Lands",
                "Greenland",
                "Kosovo",
                "N. Cyprus",
                "New Caledonia",
                "Palestine",
                "Puerto Rico",
                "Somaliland",
                "W. Sahara",
            ]
        );
        let mut states: Vec<_> = shapes.iter().filter_map(|s| s.ccode).collect();
        states.sort_unstable();
        states.dedup();
        assert_eq!(states.len(), 166);
        for (code, name) in [
            ("MEX", "Mexico"),
            ("USA", "United States of America"),
            ("YUG", "Serbia"),
        ] {
            let state = system().by_iso3(code).unwrap();
            assert!(
                shapes
                    .iter()
                    .any(|s| s.ccode == Some(state.ccode) && s.name == name)
            );
        }
    }

    #[test]
    fn outlines_lie_on_the_globe() {
        for shape in &world().unwrap().shapes {
            assert!(shape.rings.iter().all(|r| r.len() >= 3), "{}", shape.name);
            for (longitude, latitude) in shape.rings.iter().flatten() {
                assert!(
                    longitude.abs() <= 180.001 && latitude.abs() <= 90.001,
                    "{}",
                    shape.name
                );
            }
        }
    }
}
