//! The figures of a picture as they were published, for whoever goes on with them: no rounding, a
//! column for each thing.

use super::Chart;
use crate::measure::Unit;
use crate::quantity::{self, Interval, Value};

/// The names of the columns.
const COLUMNS: [&str; 8] = [
    "place", "code", "period", "value", "low", "high", "unit", "status",
];

/// A header and a row for each figure; none for charts that tell more than one measure, whose
/// table is what they are saved as.
pub(super) fn figures(chart: &Chart) -> Option<Vec<Vec<String>>> {
    let mut rows = vec![COLUMNS.map(str::to_owned).to_vec()];
    match chart {
        Chart::Line(spec) => {
            for series in &spec.series {
                rows.extend(series.points.iter().map(|point| {
                    let period = point.period.words();
                    let names = [series.name.as_str(), &series.key, &period];
                    row(names, point.value, point.interval, spec.unit)
                }));
            }
        }
        Chart::Strip(spec) => {
            let period = spec.period.as_str();
            let own = spec.place.iter();
            rows.extend(own.map(|own| {
                let names = [own.name.as_str(), &own.key, period];
                row(names, own.value, own.interval, spec.unit)
            }));
            let benchmarks = spec.benchmarks.iter();
            let others = benchmarks.map(|other| (&other.name, &other.key, other.value));
            let is_own = |key: &str| spec.place.as_ref().is_some_and(|own| own.key == key);
            let peers = spec.peers.iter().filter(|peer| !is_own(&peer.key));
            let peers = peers.map(|peer| (&peer.name, &peer.key, peer.value));
            rows.extend(
                others
                    .chain(peers)
                    .map(|(name, key, value)| row([name, key, period], value, None, spec.unit)),
            );
        }
        Chart::Bars(spec) => rows.extend(spec.rows.iter().map(|own| {
            let names = [own.name.as_str(), &own.key, &spec.period];
            row(names, own.value, own.interval, spec.unit)
        })),
        Chart::Map(spec) => rows.extend(spec.areas.iter().map(|own| {
            let names = [own.name.as_str(), &own.key, &spec.period];
            row(names, own.value, own.interval, spec.unit)
        })),
        Chart::Other(_) => return None,
    }
    Some(rows)
}

fn row(
    [name, key, period]: [&str; 3],
    value: Value,
    interval: Option<Interval>,
    unit: Unit,
) -> Vec<String> {
    // Nations and medians have a name here and no code.
    let code = if key.bytes().any(|byte| byte.is_ascii_digit()) {
        key
    } else {
        ""
    };
    let number = |number: Option<f64>| number.map(|own| own.to_string()).unwrap_or_default();
    [
        name.to_owned(),
        code.to_owned(),
        period.to_owned(),
        number(value.number()),
        number(interval.map(|own| own.low)),
        number(interval.map(|own| own.high)),
        quantity::unit_name(unit).to_owned(),
        value.status().to_owned(),
    ]
    .to_vec()
}
