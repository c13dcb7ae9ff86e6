//! Charts for the unit tests: made-up numbers, plain shapes.

use super::choropleth::{Area, ChoroplethSpec, Shading};
use crate::measure::{Direction, Unit};
use crate::quantity::Value;

/// A three by three chessboard of areas, 10 km wide each, the middle one without a figure.
pub(crate) fn map() -> ChoroplethSpec {
    let areas = (0..9)
        .map(|index| {
            let (column, row) = (f64::from(index % 3), f64::from(index / 3));
            let (x, y) = (column * 10.0, row * 10.0);
            Area {
                key: format!("area-{index}"),
                name: format!("Area {index}"),
                label: Some(format!("Area {index}")),
                polygons: vec![vec![
                    [x, y],
                    [x + 10.0, y],
                    [x + 10.0, y + 10.0],
                    [x, y + 10.0],
                ]],
                label_point: [x + 5.0, y + 5.0],
                value: if index == 4 {
                    Value::Missing
                } else {
                    Value::Number(f64::from(index))
                },
                interval: None,
                is_uncertain: index == 5,
            }
        })
        .collect();
    let neighbours = (0..9_usize)
        .map(|index| {
            let (column, row) = (index % 3, index / 3);
            (0..9_usize)
                .filter(|other| {
                    let (c, r): (usize, usize) = (other % 3, other / 3);
                    c.abs_diff(column) + r.abs_diff(row) == 1
                })
                .collect()
        })
        .collect();
    ChoroplethSpec {
        measure: "Made-up measure".to_owned(),
        unit: Unit::Percent,
        decimals: 1,
        period: "2024".to_owned(),
        direction: Direction::Neutral,
        shading: Shading::Ramp,
        areas,
        neighbours,
        context: Vec::new(),
        interval_name: "95% interval".to_owned(),
        outlines: Vec::new(),
        upper_edges: vec![2.0, 4.0, 6.0],
        chosen: Some(0),
    }
}
