//! The county's districts on the ground, shaded by a measure.

use super::{Chart, Kind, Picture, Words, titles};
use crate::area::AreaCode;
use crate::chart::choropleth::{Area, ChoroplethSpec, Ring, Shading};
use crate::data::wire::TopologyWire;
use crate::data::{Dataset, Finding, Reason};
use crate::geo::{Layer, LayerId, Polygon, Projection, Topology};
use crate::measure::{Direction, Measure, Unit};
use crate::quantity::{Quantity, Value};
use crate::stats::fisher_jenks;

/// Ten areas bear no more classes than this without each being its own.
const CLASSES: usize = 5;

/// The shapes of a pack's districts and of the land around them, projected once.
#[derive(Clone, Debug, Default)]
pub struct DistrictMap {
    codes: Vec<AreaCode>,
    rings: Vec<Vec<Ring>>,
    label_points_km: Vec<[f64; 2]>,
    neighbours: Vec<Vec<usize>>,
    context: Vec<Vec<Ring>>,
}

impl DistrictMap {
    /// Decodes the shapes of a dataset; none when there are no districts to draw.
    #[must_use]
    pub fn decode(dataset: &Dataset) -> (Option<Self>, Vec<Finding>) {
        let (map, mut findings) = Self::decode_topology(&dataset.topology);
        for district in dataset.districts() {
            let has_shape = map
                .as_ref()
                .is_none_or(|map| map.codes.contains(&district.code));
            if !has_shape {
                let reason = Reason::NoShape {
                    code: district.code.to_string(),
                };
                findings.push(Finding {
                    reason,
                    ..finding(String::new())
                });
            }
        }
        (map, findings)
    }

    /// Decodes districts and the land around them from any topology; none when there are no
    /// districts to draw.
    #[must_use]
    pub fn decode_topology(topology: &TopologyWire) -> (Option<Self>, Vec<Finding>) {
        let parts: [&TopologyWire; 1] = [topology];
        let (topology, faults) = Topology::decode(&parts);
        let mut findings: Vec<Finding> = faults
            .iter()
            .map(|fault| finding(fault.to_string()))
            .collect();
        let map = Self::from_topology(&topology);
        if map.is_none() {
            findings.push(finding("there is no layer of districts".to_owned()));
        }
        (map, findings)
    }

    /// The codes of the areas, in their order.
    #[must_use]
    pub fn codes(&self) -> &[AreaCode] {
        &self.codes
    }

    /// A map of these shapes without a figure: areas are called by their codes and nothing is
    /// known of them.
    #[must_use]
    pub fn blank(&self) -> ChoroplethSpec {
        let shapes = self
            .codes
            .iter()
            .zip(&self.rings)
            .zip(&self.label_points_km);
        let areas = shapes.map(|((code, rings), label_point)| Area {
            key: code.to_string(),
            name: code.to_string(),
            label: None,
            polygons: rings.clone(),
            label_point: *label_point,
            value: Value::Missing,
            interval: None,
            is_uncertain: false,
        });
        ChoroplethSpec {
            measure: String::new(),
            unit: Unit::Score,
            decimals: 0,
            period: String::new(),
            direction: Direction::Neutral,
            shading: Shading::Ramp,
            areas: areas.collect(),
            neighbours: self.neighbours.clone(),
            context: self.context.clone(),
            upper_edges: Vec::new(),
            interval_name: String::new(),
            outlines: Vec::new(),
            chosen: None,
        }
    }

    fn from_topology(topology: &Topology) -> Option<Self> {
        let projection = Projection::centred_on(&topology.bounds_deg(LayerId::DISTRICTS)?);
        let districts = topology.layer(LayerId::DISTRICTS, &projection)?;
        let context = topology.layer(LayerId::Neighbours, &projection);
        Some(Self {
            codes: districts
                .areas()
                .iter()
                .map(|area| area.code.clone())
                .collect(),
            rings: rings(&districts),
            label_points_km: districts
                .areas()
                .iter()
                .map(|area| km(area.label_point))
                .collect(),
            neighbours: districts.adjacency().rook.clone(),
            context: context.as_ref().map(rings).unwrap_or_default(),
        })
    }
}

/// The map of a measure over the county's districts, the chosen place outlined.
#[must_use]
pub fn district_map(
    dataset: &Dataset,
    map: Option<&DistrictMap>,
    slug: &str,
    area: &AreaCode,
) -> Picture {
    let measure = dataset.measure_or_unknown(slug);
    let values = dataset.district_values(slug);
    let period = values
        .as_ref()
        .map_or_else(String::new, |(period, _)| period.words());
    let values = values.map(|(_, values)| values).unwrap_or_default();
    let numbers: Vec<f64> = values
        .iter()
        .filter_map(|(_, quantity)| quantity.value.number())
        .collect();
    let mut upper_edges = fisher_jenks(&numbers, CLASSES);
    upper_edges.pop();
    let mut spec = ChoroplethSpec {
        measure: measure.name.clone(),
        unit: measure.unit,
        decimals: measure.decimals,
        period,
        direction: measure.direction,
        upper_edges,
        interval_name: "95% interval".to_owned(),
        chosen: map.and_then(|map| map.codes.iter().position(|code| code == area)),
        ..map.unwrap_or(&DistrictMap::default()).blank()
    };
    tell(dataset, map, &measure, &values, &mut spec.areas);
    let words = Words {
        title: titles::districts_title(dataset, &measure),
        subtitle: titles::districts_subtitle(dataset, &measure),
    };
    Picture::new(dataset, &measure, area, words, Kind::Map, Chart::Map(spec))
}

/// Says of each area what is known of it.
fn tell(
    dataset: &Dataset,
    map: Option<&DistrictMap>,
    measure: &Measure,
    values: &[(&AreaCode, Quantity)],
    areas: &mut [Area],
) {
    let numbers: Vec<f64> = values
        .iter()
        .filter_map(|(_, quantity)| quantity.value.number())
        .collect();
    let spread = crate::stats::Spread::of(&numbers);
    let codes = map.map(DistrictMap::codes).unwrap_or_default();
    for (area, code) in areas.iter_mut().zip(codes) {
        dataset.name_of(code).clone_into(&mut area.name);
        area.label = Some(area.name.clone());
        let Some((_, quantity)) = values.iter().find(|(other, _)| *other == code) else {
            continue;
        };
        area.value = quantity.value;
        area.interval = quantity.interval;
        // An interval wider than the middle half of the districts can put the area in almost any class.
        area.is_uncertain = quantity
            .interval
            .zip(spread)
            .is_some_and(|(interval, spread)| {
                interval.high - interval.low
                    > 4.0
                        * (spread.upper_quartile - spread.lower_quartile).max(measure.least_change)
            });
    }
}

fn rings(layer: &Layer) -> Vec<Vec<Ring>> {
    let of_area = |polygons: &[Polygon]| {
        polygons
            .iter()
            .flat_map(Polygon::rings)
            .map(|ring| ring.iter().map(|point| km(*point)).collect())
            .collect()
    };
    layer
        .areas()
        .iter()
        .map(|area| of_area(&area.polygons))
        .collect()
}

const fn km(point: crate::geo::MapPoint) -> [f64; 2] {
    [point.x_km, point.y_km]
}

fn finding(detail: String) -> Finding {
    Finding {
        file: "the pack".to_owned(),
        row: "topology".to_owned(),
        field: String::new(),
        reason: Reason::BadShape { detail },
    }
}
