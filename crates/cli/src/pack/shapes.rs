//! Published shapes (GeoJSON): codes, names and parents, and a point inside each.

use std::fs;
use std::path::Path;

use roadmap_core::math;
use serde::Deserialize;

use crate::problem::{Fault, Problem};

/// An outer ring and then holes, as longitudes and latitudes.
pub type Part = Vec<Vec<[f64; 2]>>;

/// An area as published.
#[derive(Clone, Debug)]
pub struct Feature {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What people call it, where the publisher gives that too.
    pub label: Option<String>,
    /// The code of the small area around it.
    pub msoa: Option<String>,
    /// The code of its district.
    pub district: Option<String>,
    /// Its parts, each an outer ring and then holes, in degrees east and north.
    pub parts_deg: Vec<Part>,
}

/// Reads a file of shapes, in order of code.
///
/// # Errors
/// [`Problem::CannotRead`] or a [`Fault`] when it is not GeoJSON of polygons.
pub fn read(file: &Path) -> Result<Vec<Feature>, Problem> {
    let text = fs::read_to_string(file).map_err(|error| Problem::CannotRead {
        path: file.to_owned(),
        why: error.to_string(),
    })?;
    parse(file, &text)
}

fn parse(file: &Path, text: &str) -> Result<Vec<Feature>, Problem> {
    let collection: Collection = serde_json::from_str(text).map_err(|error| Fault {
        file: file.to_owned(),
        place: format!("line {}", error.line()),
        field: String::new(),
        reason: format!("these are not the shapes expected: {error}"),
        advice: "Fetch the file again; each feature needs a code, a name and polygons".to_owned(),
    })?;
    let mut features: Vec<Feature> = collection.features.into_iter().map(feature).collect();
    features.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(features)
}

fn feature(raw: RawFeature) -> Feature {
    let parts_deg = match raw.geometry {
        Geometry::Polygon(part) => vec![part],
        Geometry::MultiPolygon(parts) => parts,
    };
    Feature {
        code: raw.properties.code,
        name: raw.properties.name,
        label: raw.properties.label,
        msoa: raw.properties.msoa,
        district: raw.properties.lad,
        parts_deg,
    }
}

/// A point well inside, in degrees; none for a shape without an inside.
///
/// Level lines are laid through the shape, and of the middles of the stretches
/// inside it the one farthest from any edge is taken.
pub fn point_inside_deg(parts: &[Part]) -> Option<[f64; 2]> {
    const LINES: i32 = 24;
    let latitudes = || points(parts).map(|[_, lat]| lat);
    let (south, north) = (
        latitudes().fold(f64::INFINITY, f64::min),
        latitudes().fold(f64::NEG_INFINITY, f64::max),
    );
    let mut best: Option<(f64, [f64; 2])> = None;
    for line in 0..LINES {
        let y = south + (north - south) * (f64::from(line) + 0.5) / f64::from(LINES);
        for stretch in crossings(parts, y).chunks_exact(2) {
            let &[from, to] = stretch else { continue };
            let point = [f64::midpoint(from, to), y];
            let clear = clearance(parts, point);
            if best.is_none_or(|(most, _)| clear > most) {
                best = Some((clear, point));
            }
        }
    }
    best.map(|(_, point)| point)
}

/// West, south, east and north of shapes, in degrees.
pub fn extent_deg(features: &[Feature]) -> [f64; 4] {
    const NOWHERE: [f64; 4] = [
        f64::INFINITY,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NEG_INFINITY,
    ];
    features
        .iter()
        .flat_map(|feature| points(&feature.parts_deg))
        .fold(NOWHERE, |[west, south, east, north], [lon, lat]| {
            [west.min(lon), south.min(lat), east.max(lon), north.max(lat)]
        })
}

/// The size of a shape on a sphere as large as the Earth.
pub fn area_sq_km(feature: &Feature) -> f64 {
    let ring = |ring: &Vec<[f64; 2]>| ring_area_sq_km(ring).abs();
    let part = |part: &Part| {
        let all: f64 = part.iter().map(ring).sum();
        let outer = part.first().map_or(0.0, ring);
        outer - (all - outer)
    };
    feature.parts_deg.iter().map(part).sum()
}

fn ring_area_sq_km(ring: &[[f64; 2]]) -> f64 {
    const EARTH_RADIUS_KM: f64 = 6_371.0;
    let strips = ring.iter().zip(ring.iter().skip(1)).map(|(a, b)| {
        let heights = math::sin(a[1].to_radians()) + math::sin(b[1].to_radians());
        (b[0] - a[0]).to_radians() * heights / 2.0
    });
    strips.sum::<f64>() * EARTH_RADIUS_KM * EARTH_RADIUS_KM
}

/// Whether a point is inside, by the even-odd rule: holes are outside.
#[cfg(test)]
pub fn contains(parts: &[Part], point: [f64; 2]) -> bool {
    crossings(parts, point[1])
        .into_iter()
        .filter(|&x| x > point[0])
        .count()
        % 2
        == 1
}

/// Where a level line crosses the rings, from west to east.
fn crossings(parts: &[Part], y: f64) -> Vec<f64> {
    let mut xs: Vec<f64> = edges(parts)
        .filter(|(a, b)| (a[1] > y) != (b[1] > y))
        .map(|(a, b)| a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]))
        .collect();
    xs.sort_by(f64::total_cmp);
    xs
}

fn edges(parts: &[Part]) -> impl Iterator<Item = ([f64; 2], [f64; 2])> {
    parts
        .iter()
        .flatten()
        .flat_map(|ring| ring.iter().copied().zip(ring.iter().copied().skip(1)))
}

fn points(parts: &[Part]) -> impl Iterator<Item = [f64; 2]> {
    parts.iter().flatten().flatten().copied()
}

/// The square of the distance to the nearest edge, in degrees of latitude.
fn clearance(parts: &[Part], point: [f64; 2]) -> f64 {
    // A degree of longitude is shorter than one of latitude away from the equator.
    let shrink = math::cos(point[1].to_radians());
    let flat = |p: [f64; 2]| [(p[0] - point[0]) * shrink, p[1] - point[1]];
    edges(parts)
        .map(|(a, b)| {
            let (a, b) = (flat(a), flat(b));
            let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
            let length = dx * dx + dy * dy;
            let along = if length > 0.0 {
                (-(a[0] * dx + a[1] * dy) / length).clamp(0.0, 1.0)
            } else {
                0.0
            };
            let (x, y) = (a[0] + along * dx, a[1] + along * dy);
            x * x + y * y
        })
        .fold(f64::INFINITY, f64::min)
}

#[derive(Deserialize)]
struct Collection {
    features: Vec<RawFeature>,
}

#[derive(Deserialize)]
struct RawFeature {
    properties: Properties,
    geometry: Geometry,
}

#[derive(Deserialize)]
struct Properties {
    code: String,
    name: String,
    label: Option<String>,
    msoa: Option<String>,
    lad: Option<String>,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    Polygon(Part),
    MultiPolygon(Vec<Part>),
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_point_is_inside_a_horseshoe_and_outside_a_hole() {
        let horseshoe = vec![vec![vec![
            [0.0, 0.0],
            [9.0, 0.0],
            [9.0, 9.0],
            [6.0, 9.0],
            [6.0, 1.0],
            [3.0, 1.0],
            [3.0, 9.0],
            [0.0, 9.0],
            [0.0, 0.0],
        ]]];
        let point = point_inside_deg(&horseshoe).unwrap();
        assert!(contains(&horseshoe, point), "{point:?}");
        assert!(!contains(&horseshoe, [4.5, 5.0]));
        assert!(point_inside_deg(&[]).is_none());
    }

    proptest! {
        /// Stars with arms of any length, about any place.
        #[test]
        fn a_point_inside_is_inside(
            arms in proptest::collection::vec(0.05..1.0_f64, 3..40),
            east in -170.0..170.0_f64,
            north in -80.0..80.0_f64,
        ) {
            let count = f64::from(u32::try_from(arms.len()).unwrap());
            let corner = |(length, step): (&f64, u32)| {
                let angle = f64::from(step) * std::f64::consts::TAU / count;
                [east + length * math::cos(angle), north + length * math::sin(angle)]
            };
            let mut ring: Vec<[f64; 2]> = arms.iter().zip(0..).map(corner).collect();
            ring.push(ring[0]);
            let star = [vec![ring]];
            let point = point_inside_deg(&star).unwrap();
            prop_assert!(contains(&star, point), "{point:?}");
        }
    }

    #[test]
    fn shapes_of_both_kinds_are_read_in_order_of_code() {
        let text = r#"{"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"code":"B","name":"b","lad":"D"},
             "geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[2,2],[3,2],[3,3],[2,2]]]]}},
            {"type":"Feature","properties":{"code":"A","name":"a"},
             "geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]}"#;
        let features = parse(Path::new("shapes.geojson"), text).unwrap();
        let codes: Vec<&str> = features.iter().map(|f| f.code.as_str()).collect();
        assert_eq!(codes, ["A", "B"]);
        assert_eq!(features[1].parts_deg.len(), 2);
        assert_eq!(features[1].district.as_deref(), Some("D"));
        let told = parse(Path::new("shapes.geojson"), "{}")
            .err()
            .unwrap()
            .to_string();
        assert!(
            told.starts_with("shapes.geojson, line 1: these are not the shapes"),
            "{told}"
        );
    }
}
