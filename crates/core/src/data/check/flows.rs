//! Checks landmarks and journeys to work.

use super::faults::{Faults, Row};
use crate::area::AreaCode;
use crate::data::Dataset;
use crate::data::finding::Reason;
use crate::data::small::{FlowEnd, FlowRole, FlowTable, Flows, Landmark, LandmarkKind};
use crate::data::wire::{FlowEndWire, FlowTableWire, FlowsWire, LandmarkWire};
use crate::order;
use crate::period::Period;
use crate::source::Source;

/// Checks names at points; one that cannot be placed is left out.
pub(super) fn landmarks(rows: Vec<Row<LandmarkWire>>, faults: &mut Faults) -> Vec<Landmark> {
    let mut landmarks = Vec::with_capacity(rows.len());
    for Row { at, record } in rows {
        let at = format!("{at} ({})", record.name);
        let kind = LandmarkKind::from_key(&record.kind);
        let kind = faults.known(kind, (&at, "kind"), &record.kind, "a town or a station");
        let point = point(&at, [record.lon_deg, record.lat_deg], faults);
        let size = record.size;
        if let (Some(kind), Some(lon_lat_deg)) = (kind, point) {
            landmarks.push(Landmark {
                name: record.name,
                kind,
                lon_lat_deg,
                size: if size.is_finite() { size } else { 0.0 },
            });
        }
    }
    landmarks
}

/// Checks ends and tables; a table of another shape is left out.
pub(super) fn flows(
    wire: FlowsWire,
    sources: &[Source],
    dataset: &Dataset,
    faults: &mut Faults,
) -> Flows {
    let mut ends = Vec::with_capacity(wire.ends.len());
    for (row, end) in (1..).zip(wire.ends) {
        let at = format!("flows, end {row}");
        // A lost end would shift every number after it, so none is kept.
        let Some(end) = flow_end(&at, end, dataset, faults) else {
            return Flows::default();
        };
        let is_late = end.role == FlowRole::Own
            && ends
                .iter()
                .any(|before: &FlowEnd| before.role != FlowRole::Own);
        if is_late {
            let expected = "in its place: own districts stand first";
            faults.known(None::<()>, (&at, "role"), end.role.key(), expected);
            return Flows::default();
        }
        ends.push(end);
    }
    let mut flows = Flows {
        metropolis: wire.metropolis,
        ends,
        tables: Vec::new(),
    };
    let (own, all) = (flows.own(), flows.ends.len());
    for (row, table) in (1..).zip(wire.tables) {
        let at = format!("flows, table {row}");
        let checked = flow_table(&at, table, (own, all), sources, faults);
        flows.tables.extend(checked);
    }
    order::sort_by(&mut flows.tables, |a, b| a.period.cmp(&b.period));
    flows
}

fn flow_end(
    at: &str,
    wire: FlowEndWire,
    dataset: &Dataset,
    faults: &mut Faults,
) -> Option<FlowEnd> {
    let role = FlowRole::from_key(&wire.role);
    let expected = "own, neighbour, metropolis or elsewhere";
    let role = faults.known(role, (at, "role"), &wire.role, expected)?;
    let code: Option<AreaCode> = match wire.code.as_str() {
        "" => None,
        text => Some(faults.code(at, "code", text)?),
    };
    let is_district = |code: &AreaCode| dataset.districts().any(|own| own.code == *code);
    if role == FlowRole::Own && !code.as_ref().is_some_and(is_district) {
        let code = wire.code.chars().take(40).collect();
        faults.add(at, "code", Reason::UnknownArea { code });
        return None;
    }
    let lon_lat_deg = match wire.lon_lat_deg {
        Some(degrees) => Some(point(at, degrees, faults)?),
        None => None,
    };
    Some(FlowEnd {
        code,
        name: wire.name,
        role,
        lon_lat_deg,
    })
}

fn flow_table(
    at: &str,
    wire: FlowTableWire,
    (own, all): (usize, usize),
    sources: &[Source],
    faults: &mut Faults,
) -> Option<FlowTable> {
    let period = Period::parse(&wire.period)
        .map_err(|not| faults.add(at, "period", Reason::NotAPeriod { text: not.0 }))
        .ok()?;
    let source = sources.iter().find(|source| source.key == wire.source);
    faults.known(
        source,
        (at, "source"),
        &wire.source,
        "a source of this file",
    )?;
    let is_shaped = shape(at, "out", &wire.out, (own, all), faults)
        && shape(at, "into", &wire.into, (own, all - own), faults);
    let (expected, found) = (own, wire.at_home.len());
    let has_homes = found == 0 || found == expected;
    if !has_homes {
        faults.add(at, "at_home", Reason::WrongCount { expected, found });
    }
    (is_shaped && has_homes).then_some(FlowTable {
        period,
        source: wire.source,
        is_usual: wire.is_usual,
        caution: wire.caution,
        out: wire.out,
        into: wire.into,
        at_home: wire.at_home,
    })
}

fn shape(
    at: &str,
    field: &str,
    rows: &[Vec<f64>],
    (height, width): (usize, usize),
    faults: &mut Faults,
) -> bool {
    let wrong = std::iter::once((height, rows.len()))
        .chain(rows.iter().map(|row| (width, row.len())))
        .find(|(expected, found)| expected != found);
    if let Some((expected, found)) = wrong {
        faults.add(at, field, Reason::WrongCount { expected, found });
    }
    wrong.is_none()
}

/// A point on Earth, or a finding.
fn point(at: &str, [lon_deg, lat_deg]: [f64; 2], faults: &mut Faults) -> Option<[f64; 2]> {
    let is_on_earth = lon_deg.abs() <= 180.0 && lat_deg.abs() <= 90.0;
    if !is_on_earth {
        let detail = format!("{lon_deg}, {lat_deg} is not a place on Earth");
        faults.add(at, "lon_deg, lat_deg", Reason::BadShape { detail });
    }
    is_on_earth.then_some([lon_deg, lat_deg])
}
