//! Districts by how far the future lies from the baseline in them.

use super::{Words, picture};
use crate::chart::choropleth::Shading;
use crate::futures::Asked;
use crate::futures::amount::significant;
use crate::futures::difference::Difference;
use crate::math;
use crate::picture::{DistrictMap, Picture};
use crate::quantity::{Interval, Value};

/// The districts' differences from the baseline in the chosen year; hatched where runs disagree
/// whether it is more or less.
#[must_use]
pub fn difference_map(asked: &Asked<'_>, map: Option<&DistrictMap>) -> Picture {
    let about = asked.about();
    let districts: Vec<(usize, Difference)> = (1..=asked.model.region.districts.len())
        .filter_map(|area| Some((area, Difference::of(asked, area, asked.output)?)))
        .collect();
    let blank = map.map_or_else(|| DistrictMap::default().blank(), DistrictMap::blank);
    let largest = districts
        .iter()
        .map(|(_, own)| own.central.abs())
        .fold(0.0, f64::max);
    let mut spec = blank;
    spec.measure = format!("{}, difference from {}", about.name, asked.baseline.name);
    spec.unit = about.unit.of_differences();
    spec.decimals = about.decimals;
    spec.period = asked.told_year().to_string();
    spec.direction = about.direction;
    spec.shading = Shading::AroundZero;
    spec.upper_edges = edges(largest, about.decimals);
    spec.interval_name = "8 in 10 runs".to_owned();
    let chosen = asked.code(asked.area);
    let codes = map.map(DistrictMap::codes).unwrap_or_default();
    spec.chosen = codes.iter().position(|code| code == chosen);
    let mut unclear = 0;
    for (area, code) in spec.areas.iter_mut().zip(codes) {
        asked.dataset.name_of(code).clone_into(&mut area.name);
        area.label = Some(area.name.clone());
        let own = districts.iter().find(|(area, _)| asked.code(*area) == code);
        let Some((_, difference)) = own else { continue };
        area.value = Value::Number(difference.central);
        area.interval = difference.likely.map(|[low, high]| Interval { low, high });
        area.is_uncertain = difference.is_unclear(&about);
        unclear += usize::from(area.is_uncertain);
    }
    let words = Words {
        key: "difference-map",
        title: title(asked, &districts, unclear),
        subtitle: format!(
            "{}, difference from {}, {}",
            about.gap_name_and_unit(),
            asked.baseline.name,
            asked.told_year()
        ),
        notes: vec!["Hatched where runs disagree whether it is more or less.".to_owned()],
    };
    picture(asked, words, spec)
}

/// `The largest clear difference in jobs is in …: 1,200 more`.
fn title(asked: &Asked<'_>, districts: &[(usize, Difference)], unclear: usize) -> String {
    let about = asked.about();
    let year = asked.told_year();
    let name = about.name_inside();
    if asked.is_baseline() {
        return format!("The baseline is what others are held against, {year}");
    }
    if asked.output.is_of_place_only() {
        return format!("{} is told of the whole place only", about.name);
    }
    if districts.iter().all(|(_, own)| about.is_level(own.central)) {
        return format!("No district’s {name} would differ in {year}");
    }
    let clear = || {
        let told = districts.iter();
        told.filter(|(_, own)| !own.is_unclear(&about) && !about.is_level(own.central))
    };
    let ends = clear().max_by(|a, b| a.1.central.abs().total_cmp(&b.1.central.abs()));
    match ends {
        Some((area, own)) => format!(
            "The largest clear difference in {name} is in {}: {} {}",
            asked.area_name(*area),
            about.gap(own.central),
            about.way(own.central)
        ),
        None if unclear > 0 => format!("No district’s {name} would differ clearly in {year}"),
        None => format!("{}: differences by district, {year}", about.name),
    }
}

/// Five edges around zero at round numbers; none where nothing differs.
fn edges(largest: f64, decimals: u8) -> Vec<f64> {
    let finest = math::ten_to(-i32::from(decimals));
    if largest < finest {
        return Vec::new();
    }
    let step = significant(largest / 2.5, 1).max(finest);
    [-2.0, -1.0, 0.0, 1.0, 2.0]
        .map(|times| times * step)
        .to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_are_round_and_lie_around_zero() {
        assert_eq!(edges(1_234.0, 0), [-1_000.0, -500.0, 0.0, 500.0, 1_000.0]);
        assert_eq!(edges(1.4, 0), [-2.0, -1.0, 0.0, 1.0, 2.0]);
        assert!(edges(0.4, 0).is_empty());
    }
}
