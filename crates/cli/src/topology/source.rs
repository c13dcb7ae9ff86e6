//! Published shapes, read from GeoJSON as whole numbers.

use serde_json::Value;

use super::BuildError;

/// Quanta in one degree: the published shapes have five decimals.
pub(super) const QUANTA_PER_DEGREE: f64 = 100_000.0;

/// A corner, in quanta of longitude and latitude.
pub(super) type Corner = [i32; 2];

/// All shapes that go into one topology.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// Lower layer areas of 2021: everything of today is dissolved from them.
    pub lsoa_2021: Vec<SourceArea>,
    /// Middle layer areas of 2021.
    pub msoa_2021: Vec<SourceArea>,
    /// Lower layer areas of 2011.
    pub lsoa_2011: Vec<SourceArea>,
    /// Middle layer areas of 2011.
    pub msoa_2011: Vec<SourceArea>,
    /// The districts.
    pub districts: Vec<SourceArea>,
    /// What lies around; areas that are among the districts are passed over.
    pub neighbours: Vec<SourceArea>,
}

/// One published area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceArea {
    /// Its code.
    pub code: String,
    /// The code of its middle layer area, where the file gives one.
    pub msoa: Option<String>,
    /// The code of its district, where the file gives one.
    pub district: Option<String>,
    /// Polygons, each an outer ring and then holes, in quanta of 1e-5 degree; no
    /// ring repeats its first corner.
    pub polygons: Vec<Vec<Vec<[i32; 2]>>>,
}

/// Reads the areas of a GeoJSON feature collection, in order of code. The
/// properties `code`, `msoa` and `lad` are used.
///
/// # Errors
/// [`BuildError::NotGeoJson`], [`BuildError::NoCode`] or [`BuildError::BadShape`],
/// with the file's name as given.
pub fn read_geojson(file: &str, text: &str) -> Result<Vec<SourceArea>, BuildError> {
    let root: Value = serde_json::from_str(text).map_err(|error| BuildError::NotGeoJson {
        file: file.to_owned(),
        reason: error.to_string(),
    })?;
    let features = root.get("features").and_then(Value::as_array);
    let features = features.ok_or_else(|| BuildError::NotGeoJson {
        file: file.to_owned(),
        reason: "it has no list of features".to_owned(),
    })?;
    let mut areas = Vec::with_capacity(features.len());
    for (feature, number) in features.iter().zip(1..) {
        let property = |key: &str| {
            let value = feature.get("properties").and_then(|all| all.get(key));
            value.and_then(Value::as_str).map(str::to_owned)
        };
        let code = property("code").ok_or_else(|| BuildError::NoCode {
            file: file.to_owned(),
            feature: number,
        })?;
        let polygons =
            feature
                .get("geometry")
                .and_then(polygons)
                .ok_or_else(|| BuildError::BadShape {
                    file: file.to_owned(),
                    code: code.clone(),
                })?;
        areas.push(SourceArea {
            code,
            msoa: property("msoa"),
            district: property("lad"),
            polygons,
        });
    }
    areas.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(areas)
}

fn polygons(geometry: &Value) -> Option<Vec<Vec<Vec<Corner>>>> {
    let coordinates = geometry.get("coordinates")?;
    let polygons = match geometry.get("type")?.as_str()? {
        "Polygon" => vec![polygon(coordinates)?],
        "MultiPolygon" => {
            let parts = coordinates.as_array()?.iter();
            parts.map(polygon).collect::<Option<_>>()?
        }
        _ => return None,
    };
    (!polygons.is_empty()).then_some(polygons)
}

fn polygon(rings: &Value) -> Option<Vec<Vec<Corner>>> {
    let rings: Vec<_> = rings.as_array()?.iter().map(ring).collect::<Option<_>>()?;
    (!rings.is_empty()).then_some(rings)
}

fn ring(points: &Value) -> Option<Vec<Corner>> {
    let points = points.as_array()?.iter().map(corner);
    let mut ring = points.collect::<Option<Vec<_>>>()?;
    ring.dedup();
    if ring.first() == ring.last() {
        ring.pop();
    }
    (ring.len() >= 3).then_some(ring)
}

fn corner(point: &Value) -> Option<Corner> {
    let degrees = |index: usize, limit: f64| {
        let degrees = point.get(index)?.as_f64()?;
        (degrees.abs() <= limit).then(|| (degrees * QUANTA_PER_DEGREE).round() as i32)
    };
    Some([degrees(0, 180.0)?, degrees(1, 90.0)?])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(geometry: &str) -> Result<Vec<SourceArea>, BuildError> {
        let text = format!(
            r#"{{"features":[{{"properties":{{"code":"X1","lad":"Y1"}},"geometry":{geometry}}}]}}"#
        );
        read_geojson("shapes.geojson", &text)
    }

    #[test]
    fn decimals_become_whole_numbers() {
        let areas = read(
            r#"{"type":"Polygon","coordinates":[[[-0.1,51.00003],[0.00001,51],[0,52],[-0.1,51.00003]]]}"#,
        )
        .unwrap();
        assert_eq!(
            areas[0].polygons,
            [[[[-10_000, 5_100_003], [1, 5_100_000], [0, 5_200_000]]]]
        );
        assert_eq!(areas[0].district.as_deref(), Some("Y1"));
        assert_eq!(areas[0].msoa, None);
    }

    #[test]
    fn what_is_no_shape_is_named() {
        for geometry in [
            "null",
            r#"{"type":"Point","coordinates":[0,0]}"#,
            r#"{"type":"Polygon","coordinates":[]}"#,
            r#"{"type":"Polygon","coordinates":[[[0,0],[1,1],[0,0]]]}"#,
            r#"{"type":"Polygon","coordinates":[[[0,0],[1,"1"],[2,2]]]}"#,
            r#"{"type":"Polygon","coordinates":[[[0,0],[999,1],[2,2]]]}"#,
        ] {
            let found = read(geometry);
            assert!(
                matches!(found, Err(BuildError::BadShape { .. })),
                "{geometry}"
            );
        }
        let no_list = read_geojson("shapes.geojson", "{}");
        assert!(matches!(no_list, Err(BuildError::NotGeoJson { .. })));
    }
}
