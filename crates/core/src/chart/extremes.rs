//! Any number in any frame: what is drawn can always be drawn, what is told is never broken.

use proptest::prelude::*;

use super::area_map::Fill;
use super::line::SeriesRole;
use super::mark::{Mark, Point};
use super::network::{NetworkLink, NetworkNode, NetworkSpec, NodeState};
use super::placed::Placed;
use super::pyramid::{PyramidBand, PyramidSpec};
use super::quadrant::{QuadrantAxis, QuadrantPoint, QuadrantSpec, Spacing};
use super::ranked_bars::{Base, RankedBarsSpec, RankedRow};
use super::slope::{SlopeRow, SlopeSpec};
use super::stack::{StackPart, StackSpec};
use super::tornado::{TornadoEnd, TornadoRow, TornadoSpec};
use super::treemap::{TreemapGroup, TreemapSpec, TreemapTile};
use super::waterfall::{WaterfallSpec, WaterfallStep, WaterfallTotal};
use super::{Frame, NamedValue};
use crate::measure::{Direction, Unit};
use crate::period::Period;
use crate::quantity::{Interval, Value};

fn is_drawn(placed: &Placed) {
    for mark in &placed.marks {
        let points: &[Point] = match mark {
            Mark::Path { points, .. } | Mark::Polygon { ring: points, .. } => points,
            Mark::Disc { centre, .. } => std::slice::from_ref(centre),
            Mark::Text(text) => std::slice::from_ref(&text.at),
        };
        assert!(points.iter().all(|point| point.is_finite()), "{mark:?}");
    }
    let words = placed.targets.iter().map(|target| &target.words);
    for told in words.chain([&placed.text.sentence]) {
        let mut words = told.split(|c: char| !c.is_alphanumeric());
        assert!(words.all(|word| !["NaN", "inf"].contains(&word)), "{told}");
    }
}

fn line(value: f64) -> NamedValue {
    NamedValue {
        name: "Nation".to_owned(),
        value,
    }
}

fn ranked(numbers: &[f64], base: Base) -> RankedBarsSpec {
    let row = |&number: &f64| RankedRow {
        key: number.to_string(),
        name: "Making".to_owned(),
        value: Value::Number(number),
        interval: Some(Interval {
            low: number / 2.0,
            high: number * 2.0,
        }),
        is_unreliable: number > 5.0,
        note: None,
    };
    RankedBarsSpec {
        measure: "Measure".to_owned(),
        unit: Unit::Quotient,
        decimals: 2,
        period: "2024".to_owned(),
        rows_name: "industries".to_owned(),
        interval_name: "80% interval".to_owned(),
        doubt: "few jobs".to_owned(),
        base,
        line: numbers.first().map(|&value| line(value)),
        rows: numbers.iter().map(row).collect(),
        chosen: None,
    }
}

fn quadrant(numbers: &[f64], spacing: Spacing) -> QuadrantSpec {
    let axis = || QuadrantAxis {
        measure: "Measure".to_owned(),
        unit: Unit::Percent,
        decimals: 1,
        period: "2024".to_owned(),
        spacing,
        cut: line(1.0),
    };
    let point = |(&number, &other): (&f64, &f64)| QuadrantPoint {
        key: number.to_string(),
        name: "Making".to_owned(),
        label: "Making".to_owned(),
        across: (Value::Number(number), None),
        up: (
            Value::Number(other),
            Some(Interval {
                low: number,
                high: other,
            }),
        ),
        size: number,
        is_unreliable: false,
    };
    QuadrantSpec {
        across: axis(),
        up: axis(),
        size_unit: Unit::Jobs,
        points_name: "industries".to_owned(),
        interval_name: "80% interval".to_owned(),
        doubt: "few jobs".to_owned(),
        names: ["A", "B", "C", "D"].map(str::to_owned),
        points: numbers
            .iter()
            .zip(numbers.iter().rev())
            .map(point)
            .collect(),
        chosen: Some(0),
    }
}

fn waterfall(numbers: &[f64]) -> WaterfallSpec {
    let total = |value: Option<&f64>| WaterfallTotal {
        key: "total".to_owned(),
        name: "2024".to_owned(),
        value: Value::Number(value.copied().unwrap_or_default()),
    };
    let step = |&number: &f64| WaterfallStep {
        key: number.to_string(),
        name: "Part".to_owned(),
        meaning: String::new(),
        value: Value::Number(number),
    };
    WaterfallSpec {
        measure: "Measure".to_owned(),
        unit: Unit::Jobs,
        decimals: 0,
        direction: Direction::HigherIsBetter,
        from: total(numbers.first()),
        steps: numbers.iter().skip(1).map(step).collect(),
        to: total(numbers.last()),
        rest_name: "Rest".to_owned(),
    }
}

fn network(numbers: &[f64]) -> NetworkSpec {
    let node = |&number: &f64| NetworkNode {
        key: number.to_string(),
        name: "Making".to_owned(),
        label: "Making".to_owned(),
        at: [number, -number],
        size: if number.is_finite() { number } else { 1.0 },
        state: NodeState::Near,
    };
    NetworkSpec {
        title: "Network".to_owned(),
        size_unit: Unit::Jobs,
        nodes_name: "industries".to_owned(),
        state_names: ["strength", "within reach"].map(str::to_owned),
        nodes: numbers.iter().map(node).collect(),
        links: vec![NetworkLink {
            ends: [0, 1],
            weight: numbers.first().copied().unwrap_or_default(),
        }],
        chosen: Some(0),
    }
}

fn stack(numbers: &[f64]) -> StackSpec {
    let years = || (2001_u16..).map(|year| Period::parse(&year.to_string()).unwrap());
    let part = |name: &str, numbers: Vec<f64>| StackPart {
        key: name.to_owned(),
        name: name.to_owned(),
        points: years()
            .zip(numbers.into_iter().map(Value::Number))
            .collect(),
    };
    StackSpec {
        measure: "Measure".to_owned(),
        unit: Unit::GbpMillion,
        decimals: 0,
        whole_name: "all".to_owned(),
        parts: vec![
            part("up", numbers.to_vec()),
            part("down", numbers.iter().rev().copied().collect()),
        ],
        breaks: Vec::new(),
        chosen: Some(1),
    }
}

fn treemap(numbers: &[f64]) -> TreemapSpec {
    let tile = |&number: &f64| TreemapTile {
        key: number.to_string(),
        name: "Making".to_owned(),
        label: "Making".to_owned(),
        value: Value::Number(number),
        fill: Fill::Missing,
        fill_words: String::new(),
    };
    let group = |name: &str| TreemapGroup {
        key: name.to_owned(),
        name: name.to_owned(),
        tiles: numbers.iter().map(tile).collect(),
    };
    TreemapSpec {
        measure: "Measure".to_owned(),
        unit: Unit::Jobs,
        decimals: 0,
        period: "2024".to_owned(),
        whole_name: "all".to_owned(),
        groups: vec![group("A"), group("B")],
        key: vec![(Fill::Missing, "not known".to_owned())],
        chosen: None,
    }
}

fn slope(numbers: &[f64]) -> SlopeSpec {
    let row = |(&from, &to): (&f64, &f64)| SlopeRow {
        key: from.to_string(),
        name: "Making".to_owned(),
        values: [Value::Number(from), Value::Number(to)],
        role: SeriesRole::Benchmark,
    };
    SlopeSpec {
        measure: "Measure".to_owned(),
        unit: Unit::Percent,
        decimals: 1,
        ends: ["2015", "2024"].map(str::to_owned),
        rows_name: "industries".to_owned(),
        rows: numbers.iter().zip(numbers.iter().rev()).map(row).collect(),
    }
}

fn tornado(numbers: &[f64]) -> TornadoSpec {
    let end = |value: f64| TornadoEnd {
        words: "1% a year".to_owned(),
        value,
    };
    let row = |(&low, &high): (&f64, &f64)| TornadoRow {
        key: low.to_string(),
        name: "Growth".to_owned(),
        low: end(low),
        high: end(high),
    };
    TornadoSpec {
        measure: "Measure".to_owned(),
        unit: Unit::Jobs,
        decimals: 0,
        period: "2040".to_owned(),
        middle: line(numbers.first().copied().unwrap_or_default()),
        rows: numbers.iter().zip(numbers.iter().rev()).map(row).collect(),
    }
}

fn pyramid(numbers: &[f64]) -> PyramidSpec {
    let band = |(&before, &after): (&f64, &f64)| PyramidBand {
        key: before.to_string(),
        name: "0 to 4".to_owned(),
        before: [before, after],
        after: [after, before],
    };
    PyramidSpec {
        measure: "Residents".to_owned(),
        unit: Unit::People,
        sides: ["Women", "Men"].map(str::to_owned),
        before: "2024".to_owned(),
        after: "2040".to_owned(),
        bands: numbers.iter().zip(numbers.iter().rev()).map(band).collect(),
    }
}

fn is_all_drawn(numbers: &[f64], frame: Frame) {
    for base in [Base::Zero, Base::One] {
        let spec = ranked(numbers, base);
        is_drawn(&spec.place(frame));
        let scroll = spec.into_scroll(frame.width_px, frame.text_scale);
        is_drawn(&scroll.window(frame.height_px, frame.width_px));
    }
    for spacing in [Spacing::Differences, Spacing::Ratios] {
        is_drawn(&quadrant(numbers, spacing).place(frame));
    }
    is_drawn(&waterfall(numbers).place(frame));
    is_drawn(&network(numbers).place(frame));
    is_drawn(&stack(numbers).place(frame));
    is_drawn(&treemap(numbers).place(frame));
    is_drawn(&slope(numbers).place(frame));
    is_drawn(&tornado(numbers).place(frame));
    is_drawn(&pyramid(numbers).place(frame));
}

#[test]
fn a_number_whose_double_is_none_can_be_drawn_and_told() {
    is_all_drawn(&[1.04e308], Frame::new(640.0, 320.0));
    is_all_drawn(&[-1.04e308, 1.04e308], Frame::new(640.0, 320.0));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_number_in_any_frame_can_be_drawn_and_told(
        numbers in prop::collection::vec(any::<f64>(), 0..7),
        width_px in any::<f64>(), height_px in any::<f64>(), text_scale in any::<f64>(),
    ) {
        is_all_drawn(&numbers, Frame { width_px, height_px, text_scale });
    }
}
