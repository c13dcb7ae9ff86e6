//! The middle of every district of the country, from a coarse published TopoJSON.
//!
//! Lines of journeys end there; nothing else is drawn from it.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use crate::problem::{Fault, Problem};

#[derive(Deserialize)]
struct Shapes {
    transform: Transform,
    arcs: Vec<Vec<[i64; 2]>>,
    objects: BTreeMap<String, Collection>,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    properties: Properties,
    #[serde(flatten)]
    shape: Shape,
}

#[derive(Deserialize)]
struct Properties {
    code: String,
}

/// Rings of arc numbers, `!n` for arc `n` backwards.
#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Shape {
    Polygon(Vec<Vec<i64>>),
    MultiPolygon(Vec<Vec<Vec<i64>>>),
}

/// Degrees east and north of each area's middle, by code.
///
/// # Errors
/// [`Problem::CannotRead`], or a [`Fault`] when it is no TopoJSON of polygons.
pub fn read(file: &Path) -> Result<BTreeMap<String, [f64; 2]>, Problem> {
    let text = std::fs::read_to_string(file).map_err(|error| Problem::CannotRead {
        path: file.to_owned(),
        why: error.to_string(),
    })?;
    let shapes: Shapes = serde_json::from_str(&text).map_err(|error| Fault {
        file: file.to_owned(),
        place: String::new(),
        field: String::new(),
        reason: format!("this is no TopoJSON of areas: {error}"),
        advice: "Fetch the file again".to_owned(),
    })?;
    let geometries = shapes.objects.values().flat_map(|all| &all.geometries);
    let middle = |geometry: &Geometry| {
        let middle = shapes.middle_deg(&geometry.shape)?;
        Some((geometry.properties.code.clone(), middle))
    };
    Ok(geometries.filter_map(middle).collect())
}

impl Shapes {
    /// The centre of gravity of the largest part.
    fn middle_deg(&self, shape: &Shape) -> Option<[f64; 2]> {
        let parts: Vec<&Vec<Vec<i64>>> = match shape {
            Shape::Polygon(rings) => vec![rings],
            Shape::MultiPolygon(parts) => parts.iter().collect(),
        };
        let centres = parts
            .iter()
            .filter_map(|rings| centre(&self.ring(rings.first()?)));
        let (_, [x, y]) = centres.max_by(|a, b| a.0.total_cmp(&b.0))?;
        let Transform { scale, translate } = &self.transform;
        let round = |degrees: f64| (degrees * 1e3).round() / 1e3;
        Some([
            round(x * scale[0] + translate[0]),
            round(y * scale[1] + translate[1]),
        ])
    }

    fn ring(&self, arcs: &[i64]) -> Vec<[f64; 2]> {
        let mut ring = Vec::new();
        for &arc in arcs {
            let mut points = usize::try_from(if arc < 0 { !arc } else { arc })
                .ok()
                .and_then(|index| self.arcs.get(index))
                .map(|steps| absolute(steps))
                .unwrap_or_default();
            if arc < 0 {
                points.reverse();
            }
            ring.extend(points);
        }
        ring
    }
}

/// Points from a first point and steps from each to the next.
fn absolute(steps: &[[i64; 2]]) -> Vec<[f64; 2]> {
    let mut at = [0_i64; 2];
    steps
        .iter()
        .map(|[dx, dy]| {
            at = [at[0].saturating_add(*dx), at[1].saturating_add(*dy)];
            at.map(|steps| steps as f64)
        })
        .collect()
}

/// Twice the size of a ring, and its centre of gravity.
fn centre(ring: &[[f64; 2]]) -> Option<(f64, [f64; 2])> {
    let (mut twice, mut x, mut y) = (0.0, 0.0, 0.0);
    for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
        let cross = a[0] * b[1] - b[0] * a[1];
        twice += cross;
        x += (a[0] + b[0]) * cross;
        y += (a[1] + b[1]) * cross;
    }
    (twice != 0.0).then(|| (twice.abs(), [x / (3.0 * twice), y / (3.0 * twice)]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_the_largest_part_is_told() {
        let text = r#"{"transform":{"scale":[0.5,1],"translate":[-1,50]},
            "arcs":[[[0,0],[4,0],[0,2],[-4,0],[0,-2]],[[9,9],[0,1],[1,0],[-1,-1]]],
            "objects":{"all":{"geometries":[
                {"type":"MultiPolygon","arcs":[[[1]],[[-1]]],"properties":{"code":"A"}},
                {"type":"Polygon","arcs":[[5]],"properties":{"code":"B"}}]}}}"#;
        let shapes: Shapes = serde_json::from_str(text).unwrap();
        let all = &shapes.objects["all"].geometries;
        assert_eq!(shapes.middle_deg(&all[0].shape), Some([0.0, 51.0]));
        assert_eq!(shapes.middle_deg(&all[1].shape), None);
    }
}
