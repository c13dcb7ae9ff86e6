//! Checks series and distributions: shape, codes, periods, units and limits.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::faults::{Faults, Row};
use crate::area::{Area, AreaCode};
use crate::data::finding::Reason;
use crate::data::wire::{EnglishDistricts, MarkWire, SeriesWire};
use crate::data::{Distribution, EnglishDistrict, Series};
use crate::measure::{Measure, Unit};
use crate::period::Period;
use crate::quantity::{Interval, Provenance, Quantity, Value};

/// What a series may refer to.
pub(super) struct Known<'a> {
    pub(super) areas: &'a [Area],
    pub(super) retired: &'a BTreeMap<AreaCode, AreaCode>,
    pub(super) measures: &'a [Measure],
    pub(super) provenance: &'a BTreeMap<String, Provenance>,
}

impl Known<'_> {
    fn measure(&self, slug: &str) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.slug == slug)
    }
}

pub(super) fn series(
    rows: Vec<Row<SeriesWire>>,
    known: &Known<'_>,
    faults: &mut Faults,
) -> BTreeMap<String, Series> {
    let mut all = BTreeMap::new();
    for Row { at, record } in rows {
        let at = format!("{at} ({})", record.measure);
        let measure = known.measure(&record.measure);
        let Some(measure) = faults.known(
            measure,
            (&at, "measure"),
            &record.measure,
            "a measure of this pack",
        ) else {
            continue;
        };
        if all.contains_key(&record.measure) {
            faults.add(
                &at,
                "measure",
                Reason::Duplicate {
                    key: record.measure,
                },
            );
            continue;
        }
        if let Some(series) = one_series(&at, &record, measure, known, faults) {
            all.insert(record.measure, series);
        }
    }
    all
}

fn one_series(
    at: &str,
    wire: &SeriesWire,
    measure: &Measure,
    known: &Known<'_>,
    faults: &mut Faults,
) -> Option<Series> {
    let periods = periods(at, &wire.periods, faults)?;
    let table = Table {
        at,
        unit: measure.unit,
        width: periods.len(),
    };
    let values = table.rows("values", &wire.values, wire.areas.len(), faults)?;
    let publishes_intervals = !wire.low.is_empty() || !wire.high.is_empty();
    let limits = publishes_intervals
        .then(|| {
            let low = table.rows("low", &wire.low, wire.areas.len(), faults)?;
            let high = table.rows("high", &wire.high, wire.areas.len(), faults)?;
            Some((low, high))
        })
        .flatten();
    let provenance = known
        .provenance
        .get(&measure.slug)
        .copied()
        .unwrap_or(Provenance::Observed);
    let mut rows = BTreeMap::new();
    for (index, code) in wire.areas.iter().enumerate() {
        let Some(code) = known_area(at, code, known, faults) else {
            continue;
        };
        let Some(row) = values.get(index) else {
            continue;
        };
        let limits = limits.and_then(|(low, high)| Some((low.get(index)?, high.get(index)?)));
        let quantities = row.iter().enumerate().map(|(column, value)| {
            let interval =
                limits.and_then(|(low, high)| interval(*low.get(column)?, *high.get(column)?));
            let value = table.value(*value, faults);
            let interval = value
                .number()
                .and(interval)
                .filter(|interval| table.holds(value, *interval, code.as_str(), faults));
            Quantity {
                value,
                interval,
                provenance,
            }
        });
        let quantities: Vec<Quantity> = quantities.collect();
        match rows.entry(code) {
            Entry::Vacant(row) => _ = row.insert(quantities),
            Entry::Occupied(row) => {
                let key = row.key().to_string();
                faults.add(at, "areas", Reason::Duplicate { key });
            }
        }
    }
    let mut series = Series {
        periods,
        rows,
        publishes_intervals,
    };
    for mark in &wire.marks {
        apply_mark(at, mark, &mut series, faults);
    }
    Some(series)
}

/// A table of numbers and what its cells may hold.
struct Table<'a> {
    at: &'a str,
    unit: Unit,
    width: usize,
}

impl Table<'_> {
    fn rows<'w>(
        &self,
        field: &str,
        rows: &'w [Vec<Option<f64>>],
        height: usize,
        faults: &mut Faults,
    ) -> Option<&'w [Vec<Option<f64>>]> {
        let wrong = std::iter::once((height, rows.len()))
            .chain(rows.iter().map(|row| (self.width, row.len())))
            .find(|(expected, found)| expected != found);
        if let Some((expected, found)) = wrong {
            faults.add(self.at, field, Reason::WrongCount { expected, found });
            return None;
        }
        Some(rows)
    }

    fn value(&self, cell: Option<f64>, faults: &mut Faults) -> Value {
        let Some(number) = cell else {
            return Value::Missing;
        };
        let (least, most) = bounds(self.unit);
        if number.is_finite() && (least..=most).contains(&number) {
            return Value::Number(number);
        }
        let reason = Reason::UnitMismatch {
            value: number.to_string(),
            unit: self.unit.key(),
        };
        faults.add(self.at, "values", reason);
        Value::Missing
    }

    fn holds(&self, value: Value, interval: Interval, code: &str, faults: &mut Faults) -> bool {
        let Some(number) = value.number() else {
            return false;
        };
        // Publishers round value and limits separately.
        let slack = 1e-3 + number.abs() * 1e-3;
        let holds = interval.low <= number + slack && number <= interval.high + slack;
        if !holds {
            let detail = format!(
                "{code}: {} to {}, value {number}",
                interval.low, interval.high
            );
            faults.add(self.at, "low, high", Reason::LimitsCross { detail });
        }
        holds
    }
}

/// What a number in a unit can be at all: catches a share left between units.
pub(super) const fn bounds(unit: Unit) -> (f64, f64) {
    match unit {
        Unit::Percent => (-100.0, 100.0),
        Unit::ScoreOutOf10 => (0.0, 10.0),
        Unit::Years => (0.0, 130.0),
        Unit::Ratio => (0.0, 1_000.0),
        Unit::Minutes => (0.0, 1_440.0),
        Unit::PerThousandDwellings => (-1_000.0, 1_000.0),
        Unit::PerHundredThousandPeople => (0.0, 100_000.0),
        Unit::Score => (-1e6, 1e6),
        _ => (0.0, 1e12),
    }
}

fn interval(low: Option<f64>, high: Option<f64>) -> Option<Interval> {
    let (low, high) = (low?, high?);
    (low.is_finite() && high.is_finite()).then_some(Interval { low, high })
}

fn periods(at: &str, texts: &[String], faults: &mut Faults) -> Option<Vec<Period>> {
    let mut periods: Vec<Period> = Vec::with_capacity(texts.len());
    for text in texts {
        match Period::parse(text) {
            Ok(period) => periods.push(period),
            Err(not) => {
                faults.add(at, "periods", Reason::NotAPeriod { text: not.0 });
                return None;
            }
        }
    }
    let in_order = periods
        .iter()
        .zip(periods.iter().skip(1))
        .all(|(earlier, later)| earlier < later);
    if !in_order {
        faults.add(at, "periods", Reason::PeriodsOutOfOrder);
    }
    in_order.then_some(periods)
}

fn known_area(at: &str, text: &str, known: &Known<'_>, faults: &mut Faults) -> Option<AreaCode> {
    let code = faults.code(at, "areas", text)?;
    let is_known = known.areas.iter().any(|area| area.code == code);
    if !is_known {
        let (is_retired, code) = (known.retired.contains_key(&code), code.to_string());
        let reason = if is_retired {
            Reason::WrongVintage {
                code,
                vintage: "earlier years",
            }
        } else {
            Reason::UnknownArea { code }
        };
        faults.add(at, "areas", reason);
    }
    is_known.then_some(code)
}

fn apply_mark(at: &str, mark: &MarkWire, series: &mut Series, faults: &mut Faults) {
    let status = match mark.status.as_str() {
        "suppressed" => Some(Value::Suppressed),
        "undefined" => Some(Value::Undefined),
        _ => None,
    };
    let Some(status) = faults.known(
        status,
        (at, "marks"),
        &mark.status,
        "suppressed or undefined",
    ) else {
        return;
    };
    let mut periods = series.periods.iter();
    let column = periods.position(|period| period.as_str() == mark.period);
    let expected = "a period of this series";
    let Some(column) = faults.known(column, (at, "marks"), &mark.period, expected) else {
        return;
    };
    let row = AreaCode::new(&mark.area)
        .ok()
        .and_then(|code| series.rows.get_mut(&code));
    match row.and_then(|row| row.get_mut(column)) {
        Some(cell) => {
            cell.value = status;
            // What is withheld must not show through its interval.
            cell.interval = None;
        }
        None => {
            let code = mark.area.chars().take(40).collect();
            faults.add(at, "marks", Reason::UnknownArea { code });
        }
    }
}

pub(super) fn distributions(
    wire: EnglishDistricts,
    known: &Known<'_>,
    faults: &mut Faults,
) -> (Vec<EnglishDistrict>, BTreeMap<String, Distribution>) {
    const AT: &str = "english_districts";
    if wire.names.len() != wire.codes.len() {
        let reason = Reason::WrongCount {
            expected: wire.codes.len(),
            found: wire.names.len(),
        };
        faults.add(AT, "names", reason);
        return (Vec::new(), BTreeMap::new());
    }
    let mut seen = BTreeSet::new();
    let mut districts = Vec::with_capacity(wire.codes.len());
    for (code, name) in wire.codes.iter().zip(wire.names) {
        faults.is_new(&mut seen, AT, "codes", code);
        // A code that cannot be read would shift every value after it, so none is kept.
        let Some(code) = faults.code(AT, "codes", code) else {
            return (Vec::new(), BTreeMap::new());
        };
        districts.push(EnglishDistrict { code, name });
    }
    let mut known_already = BTreeSet::new();
    let mut all = BTreeMap::new();
    for wire in wire.distributions {
        let at = format!("{AT}, {}", wire.measure);
        let measure = known.measure(&wire.measure);
        let measure = faults.known(
            measure,
            (&at, "measure"),
            &wire.measure,
            "a measure of this pack",
        );
        let (Some(measure), Some(mut period)) = (measure, periods(&at, &[wire.period], faults))
        else {
            continue;
        };
        if !faults.is_new(&mut known_already, &at, "measure", &wire.measure) {
            continue;
        }
        let table = Table {
            at: &at,
            unit: measure.unit,
            width: districts.len(),
        };
        if table
            .rows("values", std::slice::from_ref(&wire.values), 1, faults)
            .is_none()
        {
            continue;
        }
        let values = wire
            .values
            .into_iter()
            .map(|value| table.value(value, faults).number())
            .collect();
        if let Some(period) = period.pop() {
            all.insert(wire.measure, Distribution { period, values });
        }
    }
    (districts, all)
}
