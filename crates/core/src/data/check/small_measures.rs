//! Checks the columns of figures and the measures of small areas.

use std::collections::BTreeSet;

use super::faults::{Faults, Row};
use super::{measures, series};
use crate::area::{Level, Vintage};
use crate::data::Dataset;
use crate::data::finding::Reason;
use crate::data::small::{AreaSet, Benchmark, BenchmarkOf, Column, Kind, SmallAreas, SmallMeasure};
use crate::data::wire::{BenchmarkWire, ColumnWire, SmallMeasureWire};
use crate::math;
use crate::measure::{Direction, Unit};
use crate::order;
use crate::period::Period;
use crate::quantity::Value;

/// Checks columns: each needs a number or null for every area of its layer.
pub(super) fn columns(
    rows: Vec<Row<ColumnWire>>,
    sets: &[AreaSet],
    faults: &mut Faults,
) -> Vec<Column> {
    let mut seen = BTreeSet::new();
    let mut columns = Vec::with_capacity(rows.len());
    for Row { at, record } in rows {
        let at = format!("{at} ({})", record.key);
        let level = Level::from_key(&record.level);
        let vintage = Vintage::from_key(&record.vintage);
        let set = sets
            .iter()
            .find(|set| Some(set.level) == level && Some(set.vintage) == vintage);
        let layer = format!("{} {}", record.level, record.vintage);
        let expected = "a layer of areas of this file";
        let Some(set) = faults.known(set, (&at, "level"), &layer, expected) else {
            continue;
        };
        let Some(period) = period(&at, "period", &record.period, faults) else {
            continue;
        };
        let key = format!("{} at {layer}, {}", record.key, record.period);
        if !faults.is_new(&mut seen, &at, "key", &key) {
            continue;
        }
        let (expected, found) = (set.areas.len(), record.values.len());
        if expected != found {
            faults.add(&at, "values", Reason::WrongCount { expected, found });
            continue;
        }
        columns.push(Column {
            level: set.level,
            vintage: set.vintage,
            period,
            values: values(&at, &record, faults),
            key: record.key,
        });
    }
    columns
}

fn values(at: &str, wire: &ColumnWire, faults: &mut Faults) -> Vec<Value> {
    let scale = math::ten_to(i32::from(wire.decimals.min(9)));
    let mut values = Vec::with_capacity(wire.values.len());
    for cell in &wire.values {
        values.push(match *cell {
            None => Value::Missing,
            Some(number) if number.is_finite() && number.fract() == 0.0 => {
                Value::Number(number / scale)
            }
            Some(number) => {
                let value = number.to_string();
                faults.add(at, "values", Reason::NotWhole { value });
                Value::Missing
            }
        });
    }
    let marks = [
        ("suppressed", &wire.suppressed, Value::Suppressed),
        ("undefined", &wire.undefined, Value::Undefined),
    ];
    let expected = values.len();
    for (field, positions, mark) in marks {
        for &found in positions {
            match values.get_mut(found) {
                Some(value) => *value = mark,
                None => faults.add(at, field, Reason::WrongCount { expected, found }),
            }
        }
    }
    values
}

/// Checks measures against the columns of `small_areas` and the core pack.
pub(super) fn measures(
    rows: Vec<Row<SmallMeasureWire>>,
    small_areas: &SmallAreas,
    dataset: &Dataset,
    faults: &mut Faults,
) -> Vec<SmallMeasure> {
    let mut seen = BTreeSet::new();
    let mut measures = Vec::with_capacity(rows.len());
    for Row { at, record } in rows {
        if faults.is_new(&mut seen, &at, "slug", &record.slug) {
            let at = format!("{at} ({})", record.slug);
            measures.extend(measure(&at, record, small_areas, dataset, faults));
        }
    }
    measures
}

fn measure(
    at: &str,
    wire: SmallMeasureWire,
    small_areas: &SmallAreas,
    dataset: &Dataset,
    faults: &mut Faults,
) -> Option<SmallMeasure> {
    let unit = faults.known(
        Unit::from_key(&wire.unit),
        (at, "unit"),
        &wire.unit,
        "a unit",
    );
    let direction = Direction::from_key(&wire.better);
    let expected = "higher, lower or neutral";
    let direction = faults.known(direction, (at, "better"), &wire.better, expected);
    let provenance = measures::provenance(&wire.provenance);
    let provenance = faults.known(
        provenance,
        (at, "provenance"),
        &wire.provenance,
        "a provenance",
    );
    let theme = dataset.themes.iter().find(|theme| theme.key == wire.theme);
    let theme = faults.known(
        theme,
        (at, "theme"),
        &wire.theme,
        "a theme of the core pack",
    );
    let source = small_areas.sources.iter().find(|s| s.key == wire.source);
    let source = faults.known(
        source,
        (at, "source"),
        &wire.source,
        "a source of this file",
    );
    let kind = Kind::from_key(&wire.kind);
    let kind = faults.known(kind, (at, "kind"), &wire.kind, "a kind of measure");
    let vintage = vintage(at, &wire, small_areas, faults);
    let levels = levels(at, &wire.levels, faults);
    let benchmarks = benchmarks(at, wire.benchmarks, dataset, faults);
    let (Some(_), Some(_)) = (theme, source) else {
        return None;
    };
    let measure = SmallMeasure {
        unit: unit?,
        direction: direction?,
        provenance: provenance?,
        kind: kind?,
        vintage: vintage?,
        levels: levels?,
        benchmarks,
        slug: wire.slug,
        name: wire.name,
        meaning: wire.meaning,
        theme: wire.theme,
        decimals: wire.decimals.min(6),
        source: wire.source,
        caution: wire.caution,
        tenths: wire.tenths,
        of: wire.of,
        out_of: wire.out_of,
        least_base: wire.least_base,
    };
    is_the_same_above(at, &measure, dataset, faults).then_some(measure)
}

/// The one drawing of small areas that all columns of a measure belong to.
fn vintage(
    at: &str,
    wire: &SmallMeasureWire,
    small_areas: &SmallAreas,
    faults: &mut Faults,
) -> Option<Vintage> {
    let mut vintage = Vintage::Current;
    let fields = [("of", &wire.of), ("out_of", &wire.out_of)];
    for (field, key) in fields
        .iter()
        .flat_map(|(field, keys)| keys.iter().map(move |key| (*field, key)))
    {
        let mut own = small_areas
            .columns
            .iter()
            .filter(|column| column.key == *key)
            .peekable();
        let first = own.peek().copied();
        faults.known(first, (at, field), key, "a column of this file")?;
        for column in own.filter(|column| column.vintage != Vintage::Current) {
            if vintage == Vintage::Current {
                vintage = column.vintage;
            }
            if column.vintage != vintage {
                let (code, vintage) = (key.clone(), column.vintage.key());
                faults.add(at, field, Reason::WrongVintage { code, vintage });
                return None;
            }
        }
    }
    Some(vintage)
}

fn levels(at: &str, keys: &[String], faults: &mut Faults) -> Option<Vec<Level>> {
    let mut levels = Vec::with_capacity(keys.len());
    for key in keys {
        let level = Level::from_key(key)
            .filter(|level| matches!(level, Level::District | Level::Msoa | Level::Lsoa));
        levels.push(faults.known(level, (at, "levels"), key, "a district, an MSOA or an LSOA")?);
    }
    order::sort_by_key(&mut levels, |level| *level);
    Some(levels)
}

fn benchmarks(
    at: &str,
    rows: Vec<BenchmarkWire>,
    dataset: &Dataset,
    faults: &mut Faults,
) -> Vec<Benchmark> {
    let mut benchmarks = Vec::with_capacity(rows.len());
    for row in rows {
        let area = faults.code(at, "benchmarks.area", &row.area);
        let period = period(at, "benchmarks.period", &row.period, faults);
        let of = BenchmarkOf::from_key(&row.of);
        let of = faults.known(of, (at, "benchmarks.of"), &row.of, "whole or median");
        let (Some(area), Some(period), Some(of)) = (area, period, of) else {
            continue;
        };
        if dataset.area(&area).is_none() {
            let code = area.to_string();
            faults.add(at, "benchmarks.area", Reason::UnknownArea { code });
            continue;
        }
        let value = row.value;
        benchmarks.push(Benchmark {
            area,
            period,
            value,
            of,
        });
    }
    benchmarks
}

/// A slug that the core pack has too must mean the same thing there.
fn is_the_same_above(
    at: &str,
    measure: &SmallMeasure,
    dataset: &Dataset,
    faults: &mut Faults,
) -> bool {
    let Some(above) = dataset.measure(&measure.slug) else {
        return true;
    };
    let is_same = above.unit == measure.unit && above.direction == measure.direction;
    if !is_same {
        faults.add(
            at,
            "slug",
            Reason::OtherMeasure {
                slug: measure.slug.clone(),
            },
        );
    }
    is_same
}

/// Asks every measure for its figures at each level, so that nothing is promised in vain and
/// no number is outside its unit.
pub(super) fn check_figures(small_areas: &mut SmallAreas, faults: &mut Faults) {
    let mut sound = Vec::with_capacity(small_areas.measures.len());
    for measure in &small_areas.measures {
        let at = format!("measures ({})", measure.slug);
        let is_sound = measure
            .levels
            .iter()
            .all(|&level| is_told(small_areas, measure, level, &at, faults));
        sound.push(is_sound);
    }
    let mut sound = sound.into_iter();
    small_areas.measures.retain(|_| sound.next() == Some(true));
}

fn is_told(
    small_areas: &SmallAreas,
    measure: &SmallMeasure,
    level: Level,
    at: &str,
    faults: &mut Faults,
) -> bool {
    let periods = small_areas.periods(&measure.slug, level);
    let may_be_told = measure.kind.adds_up() || !small_areas.is_added_up(measure, level);
    let told = periods
        .iter()
        .map(|period| small_areas.figures(&measure.slug, level, Some(period.as_str())));
    let told: Option<Vec<_>> = told.collect();
    let told = told.filter(|told| may_be_told && !told.is_empty());
    let Some(told) = faults.known(
        told,
        (at, "levels"),
        level.key(),
        "a level its columns reach",
    ) else {
        return false;
    };
    let (least, most) = match measure.kind {
        Kind::Change => (-100.0, f64::INFINITY),
        _ => series::bounds(measure.unit),
    };
    let numbers = told
        .iter()
        .flat_map(|figures| &figures.values)
        .filter_map(|value| value.number());
    let outside = numbers
        .into_iter()
        .find(|number| !(least..=most).contains(number));
    if let Some(number) = outside {
        let (value, unit) = (number.to_string(), measure.unit.key());
        faults.add(at, "of", Reason::UnitMismatch { value, unit });
    }
    outside.is_none()
}

/// Keeps the clusters that have a letter for each area of a level of their measure.
pub(super) fn check_clusters(small_areas: &mut SmallAreas, faults: &mut Faults) {
    let maps = std::mem::take(&mut small_areas.clusters.maps);
    let mut sound = Vec::with_capacity(maps.len());
    for (row, map) in (1..).zip(maps) {
        let at = format!("clusters, map {row} ({})", map.measure);
        let level = Level::from_key(&map.level);
        let figures = level
            .and_then(|level| small_areas.figures(&map.measure, level, Some(map.period.as_str())));
        let asked = format!("{} at {}, {}", map.measure, map.level, map.period);
        let expected = "a measure of this file at one of its levels and periods";
        let Some(figures) = faults.known(figures, (&at, "measure"), &asked, expected) else {
            continue;
        };
        let (expected, found) = (figures.areas.len(), map.areas.chars().count());
        if expected == found {
            sound.push(map);
        } else {
            faults.add(&at, "areas", Reason::WrongCount { expected, found });
        }
    }
    small_areas.clusters.maps = sound;
}

fn period(at: &str, field: &str, text: &str, faults: &mut Faults) -> Option<Period> {
    Period::parse(text)
        .map_err(|not| faults.add(at, field, Reason::NotAPeriod { text: not.0 }))
        .ok()
}
