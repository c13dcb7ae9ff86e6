//! The values of a map, a row or a shape per area.

use roadmap_core::area::AreaCode;
use roadmap_core::geo::{MapPoint, Polygon};
use roadmap_core::stats::autocorrelation::Cluster;
use serde::Serialize;

use super::Map;
use crate::json;
use crate::problem::Problem;
use crate::rows::{self, Number};

/// One area.
#[derive(Serialize)]
struct Row<'a> {
    code: &'a str,
    name: &'a str,
    district: &'a str,
    value: Option<Number>,
    low: Option<Number>,
    high: Option<Number>,
    /// Where a number comes from, or why there is none.
    status: &'static str,
    unit: &'static str,
    period: &'a str,
    /// Its class, from 1.
    class: Option<usize>,
    cluster: &'static str,
    source: &'a str,
}

/// A header and a line per area.
///
/// # Errors
/// [`Problem::CannotEncode`].
pub fn csv(map: &Map<'_>) -> Result<String, Problem> {
    rows::csv(&rows(map))
}

/// A feature per area, in degrees east and north.
///
/// # Errors
/// [`Problem::CannotEncode`].
pub fn geojson(map: &Map<'_>) -> Result<String, Problem> {
    let features = rows(map)
        .into_iter()
        .zip(&map.figures.rows)
        .map(|(properties, row)| Feature {
            kind: "Feature",
            id: properties.code,
            geometry: geometry(map, &row.code),
            properties,
        });
    json::compact(&Collection {
        kind: "FeatureCollection",
        features: features.collect(),
    })
}

fn rows<'a>(map: &'a Map<'_>) -> Vec<Row<'a>> {
    let figures = &map.figures;
    let row = |(position, row): (usize, &'a roadmap_core::atlas::Row)| {
        let number = row.value.number();
        let cluster = map.clusters.get(position).copied().flatten();
        Row {
            code: row.code.as_str(),
            name: &row.name,
            district: &row.district,
            value: number.map(Number),
            low: row.interval.map(|interval| Number(interval.low)),
            high: row.interval.map(|interval| Number(interval.high)),
            status: match number {
                Some(_) => figures.provenance.key(),
                None => row.value.status(),
            },
            unit: figures.subject.unit.key(),
            period: &figures.period,
            class: number
                .and_then(|number| map.classes.class_of(number))
                .map(|class| class + 1),
            cluster: cluster.map_or("", Cluster::key),
            source: &figures.source_words,
        }
    };
    figures.rows.iter().enumerate().map(row).collect()
}

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    features: Vec<Feature<'a>>,
}

#[derive(Serialize)]
struct Feature<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    id: &'a str,
    properties: Row<'a>,
    geometry: Option<Geometry>,
}

#[derive(Serialize)]
struct Geometry {
    #[serde(rename = "type")]
    kind: &'static str,
    coordinates: Vec<Vec<Vec<[f64; 2]>>>,
}

fn geometry(map: &Map<'_>, code: &AreaCode) -> Option<Geometry> {
    let figures = &map.figures;
    let ground = map
        .atlas
        .ground(map.dataset, figures.level, figures.vintage)?;
    let layer = ground.layer();
    let shape = layer.areas().get(layer.position(code)?)?;
    let ring = |points: &Vec<MapPoint>| closed(map, points);
    let polygon = |polygon: &Polygon| {
        let outer = std::iter::once(&polygon.outer);
        outer.chain(&polygon.holes).map(ring).collect()
    };
    Some(Geometry {
        kind: "MultiPolygon",
        coordinates: shape.polygons.iter().map(polygon).collect(),
    })
}

/// A ring in degrees, its first point again at its end.
fn closed(map: &Map<'_>, points: &[MapPoint]) -> Vec<[f64; 2]> {
    // Five decimals of a degree are about a metre, finer than the shapes are.
    let round = |degrees: f64| (degrees * 1e5).round() / 1e5;
    let degrees = |point: &MapPoint| {
        let at = map.atlas.projection().lonlat_from_map(*point);
        [round(at.lon_deg), round(at.lat_deg)]
    };
    let mut ring: Vec<[f64; 2]> = points.iter().map(degrees).collect();
    let first = ring
        .first()
        .copied()
        .filter(|first| ring.last() != Some(first));
    ring.extend(first);
    ring
}
