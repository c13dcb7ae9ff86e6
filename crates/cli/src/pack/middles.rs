//! The middle of every district of the country, from a coarse published TopoJSON.
//!
//! Lines of journeys end there; nothing else is drawn from it.

use std::collections::BTreeMap;
use std::path::Path;

use super::topojson::{self, Geometry, Shapes};
use crate::problem::Problem;

/// Degrees east and north of each area's middle, by code.
///
/// # Errors
/// As [`topojson::read`].
pub fn read(file: &Path) -> Result<BTreeMap<String, [f64; 2]>, Problem> {
    let shapes = topojson::read(file)?;
    let middle = |area: &Geometry| Some((area.code().to_owned(), middle_deg(&shapes, area)?));
    Ok(shapes.areas().filter_map(middle).collect())
}

/// The centre of gravity of the largest part.
fn middle_deg(shapes: &Shapes, area: &Geometry) -> Option<[f64; 2]> {
    let parts = area.parts().into_iter();
    let centres = parts.filter_map(|rings| {
        let ring = shapes.ring(rings.first()?);
        let points: Vec<[f64; 2]> = ring.into_iter().map(|at| at.map(|at| at as f64)).collect();
        centre(&points)
    });
    let (_, [x, y]) = centres.max_by(|a, b| a.0.total_cmp(&b.0))?;
    let (scale, translate) = (shapes.transform.scale, shapes.transform.translate);
    let round = |degrees: f64| (degrees * 1e3).round() / 1e3;
    Some([
        round(x * scale[0] + translate[0]),
        round(y * scale[1] + translate[1]),
    ])
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
        let middles: Vec<_> = shapes
            .areas()
            .map(|area| middle_deg(&shapes, area))
            .collect();
        assert_eq!(middles, [Some([0.0, 51.0]), None]);
    }
}
