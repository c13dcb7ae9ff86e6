//! Names to search by: middle areas by what people call them, and wards.

use std::path::Path;

use roadmap_core::area::Level;
use roadmap_core::data::wire::NamedPlaceWire;

use super::shapes::{self, Feature};
use crate::problem::{Fault, Problem};

/// Middle areas and wards in order of name, then of code.
///
/// # Errors
/// A [`Fault`] naming the area without a district or without an inside.
pub fn named_places(
    middle_areas: &[Feature],
    wards: &[Feature],
    boundaries: &Path,
) -> Result<Vec<NamedPlaceWire>, Problem> {
    let middle = middle_areas.iter().map(|feature| (Level::Msoa, feature));
    let wards = wards.iter().map(|feature| (Level::Ward, feature));
    let mut places = middle
        .chain(wards)
        .map(|(level, feature)| named_place(level, feature, boundaries))
        .collect::<Result<Vec<_>, Problem>>()?;
    places.sort_by(|a, b| (&a.name, &a.code).cmp(&(&b.name, &b.code)));
    Ok(places)
}

fn named_place(
    level: Level,
    feature: &Feature,
    boundaries: &Path,
) -> Result<NamedPlaceWire, Problem> {
    let fault = |field: &str, reason: &str| Fault {
        file: boundaries.to_owned(),
        place: format!("{} {}", level.key(), feature.code),
        field: field.to_owned(),
        reason: reason.to_owned(),
        advice: "Fetch the file again".to_owned(),
    };
    let district = feature
        .district
        .clone()
        .ok_or_else(|| fault("lad", "the code of its district is not there"))?;
    let [lon_deg, lat_deg] = shapes::point_inside_deg(&feature.parts_deg)
        .ok_or_else(|| fault("geometry", "the shape has no inside"))?
        .map(to_hundred_metres);
    Ok(NamedPlaceWire {
        name: feature.label.as_ref().unwrap_or(&feature.name).clone(),
        level: level.key().to_owned(),
        code: feature.code.clone(),
        district,
        lon_deg,
        lat_deg,
    })
}

/// Three decimals of a degree: enough to find a name by, short in the file.
fn to_hundred_metres(degrees: f64) -> f64 {
    (degrees * 1e3).round() / 1e3
}
