//! Known figures that a pack must show, or something went wrong on the way.

use std::collections::BTreeMap;
use std::path::Path;

use roadmap_core::data::wire::{AreaWire, PackWire, SeriesWire, SmallAreasWire};

use super::raw_sums;
use super::shapes::{self, Feature};
use crate::content::{Checks, SumCheck};
use crate::problem::{Fault, Problem};

/// What is held against the checks.
pub struct Evidence<'a> {
    /// The folder of the raw folders.
    pub raw: &'a Path,
    /// The core pack.
    pub pack: &'a PackWire,
    /// The small-area companion.
    pub small_areas: &'a SmallAreasWire,
    /// The published shape of the county.
    pub county: &'a [Feature],
}

/// Holds the evidence against what content says must be true.
///
/// # Errors
/// A [`Fault`] naming the first check that is not met.
pub fn check(evidence: &Evidence<'_>, checks: &Checks, content: &Path) -> Result<(), Problem> {
    let met = |what: &str, expected: f64, found: Option<f64>, tolerance: f64| {
        if found.is_some_and(|found| (found - expected).abs() <= tolerance) {
            return Ok(());
        }
        let found = found.map_or_else(|| "nothing".to_owned(), |found| found.to_string());
        Err(Problem::from(Fault {
            file: content.join("place.toml"),
            place: format!("check “{what}”"),
            field: String::new(),
            reason: format!("it should be {expected}, and the raw files give {found}"),
            advice: "Find out which of the two is wrong before a pack is written".to_owned(),
        }))
    };
    if let Some(expected) = checks.english_districts {
        let found = evidence.pack.english_districts.codes.len();
        met(
            "english_districts",
            as_f64(expected),
            Some(as_f64(found)),
            0.0,
        )?;
    }
    let counts = counts(evidence);
    for check in &checks.count {
        let kind = (check.level.as_str(), check.vintage.as_str());
        let found = counts.get(&kind).copied().map(as_f64);
        met(&check.what, as_f64(check.count), found, 0.0)?;
    }
    if let Some(check) = &checks.extent {
        let found = shapes::extent_deg(evidence.county);
        let expected = [
            check.west_deg,
            check.south_deg,
            check.east_deg,
            check.north_deg,
        ];
        for (expected, found) in expected.into_iter().zip(found) {
            met(&check.what, expected, Some(found), check.tolerance_deg)?;
        }
    }
    if let Some(check) = &checks.area_sq_km {
        let shape = evidence
            .county
            .iter()
            .find(|shape| shape.code == check.area);
        let found = shape.map(shapes::area_sq_km);
        met(&check.what, check.value, found, check.tolerance)?;
    }
    for check in &checks.series {
        let series = evidence
            .pack
            .series
            .iter()
            .find(|s| s.measure == check.measure);
        let found = series.and_then(|series| figure(series, &check.area, &check.period));
        met(&check.what, check.value, found, check.tolerance)?;
    }
    for check in &checks.column {
        let found = sum(evidence.small_areas, check);
        met(&check.what, check.value, found, check.tolerance)?;
    }
    let districts = evidence.pack.areas.iter();
    let districts = districts.filter(|area| area.level == "district");
    let districts = districts.map(|area| area.code.as_str()).collect();
    for check in &checks.raw {
        let found = raw_sums::sum(evidence.raw, check, &districts)?;
        met(&check.what, check.value, found, check.tolerance)?;
    }
    Ok(())
}

/// What the areas of a column add up to over a district, or over the whole place; none when
/// an area has no figure, or there is no such column.
fn sum(small_areas: &SmallAreasWire, check: &SumCheck) -> Option<f64> {
    let column = small_areas.columns.iter().find(|column| {
        column.key == check.column && column.level == check.level && column.period == check.period
    })?;
    let parents: BTreeMap<(&str, &str), &str> = small_areas
        .areas
        .iter()
        .filter(|area| area.vintage == column.vintage)
        .filter_map(|area| {
            Some((
                (area.level.as_str(), area.code.as_str()),
                area.parent.as_deref()?,
            ))
        })
        .collect();
    let mut codes: Vec<&str> = parents
        .keys()
        .filter(|(level, _)| *level == column.level)
        .map(|(_, code)| *code)
        .collect();
    codes.sort_unstable();
    let district = |code: &str| match column.level.as_str() {
        "lsoa" => parents
            .get(&("msoa", *parents.get(&("lsoa", code))?))
            .copied(),
        level => parents.get(&(level, code)).copied(),
    };
    let is_inside = |code: &str| match check.district.as_deref() {
        Some(asked) => district(code) == Some(asked),
        None => true,
    };
    let scale = roadmap_core::math::ten_to(i32::from(column.decimals));
    let total: Option<f64> = if codes.is_empty() {
        // Districts are areas of the core pack: only their whole is asked for.
        column.values.iter().copied().sum()
    } else {
        let inside = codes
            .iter()
            .zip(&column.values)
            .filter(|(code, _)| is_inside(code));
        inside.map(|(_, value)| *value).sum()
    };
    total.map(|total| total / scale)
}

/// How many areas there are by level and vintage.
fn counts<'a>(evidence: &Evidence<'a>) -> BTreeMap<(&'a str, &'a str), usize> {
    let area = |area: &'a AreaWire| (area.level.as_str(), area.vintage.as_str());
    let areas = evidence
        .pack
        .areas
        .iter()
        .chain(&evidence.small_areas.areas)
        .map(area);
    let wards = evidence
        .pack
        .named_places
        .iter()
        .filter(|place| place.level == "ward")
        .map(|place| (place.level.as_str(), "current"));
    let mut counts = BTreeMap::new();
    for kind in areas.chain(wards) {
        *counts.entry(kind).or_insert(0) += 1;
    }
    counts
}

fn figure(series: &SeriesWire, area: &str, period: &str) -> Option<f64> {
    let row = series.areas.iter().position(|code| code == area)?;
    let column = series.periods.iter().position(|text| text == period)?;
    *series.values.get(row)?.get(column)?
}

fn as_f64(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_found_by_area_and_period() {
        let series = SeriesWire {
            measure: "people".into(),
            periods: vec!["2023".into(), "2024".into()],
            areas: vec!["A".into(), "B".into()],
            values: vec![vec![Some(1.0), Some(2.0)], vec![None, Some(4.0)]],
            low: vec![],
            high: vec![],
            marks: vec![],
        };
        assert_eq!(figure(&series, "B", "2024"), Some(4.0));
        assert_eq!(figure(&series, "B", "2023"), None);
        assert_eq!(figure(&series, "C", "2023"), None);
    }
}
