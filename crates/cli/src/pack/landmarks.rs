//! Towns from the neighbourhoods that make them up, and railway stations.

use std::path::Path;

use roadmap_core::data::wire::LandmarkWire;

use super::national_grid;
use super::shapes::{self, Feature};
use crate::content::{Content, Stations, Town};
use crate::problem::{Fault, Problem};
use crate::table::Table;

/// What towns are made of: middle layer areas and how many people live in each.
pub struct Ground<'a> {
    /// The areas in ascending order of code.
    pub middle_areas: &'a [Feature],
    /// The codes of the place's own districts.
    pub districts: &'a [String],
    /// Residents of the middle areas, in the same order.
    pub people: &'a [f64],
}

/// Towns, then stations, each in the order of its file.
///
/// # Errors
/// A [`Fault`] when a town has no neighbourhood, or a station's row cannot be read.
pub fn read(
    content: &Content,
    folders: (&Path, &Path),
    ground: &Ground<'_>,
) -> Result<Vec<LandmarkWire>, Problem> {
    let (raw, own) = folders;
    let place = &content.place;
    let towns = place.towns.iter().map(|words| town(words, own, ground));
    let mut landmarks = towns.collect::<Result<Vec<_>, _>>()?;
    if let Some(words) = &place.stations {
        landmarks.extend(stations(words, content, raw, ground.districts)?);
    }
    Ok(landmarks)
}

/// A town stands in the middle of its people.
fn town(words: &Town, content: &Path, ground: &Ground<'_>) -> Result<LandmarkWire, Problem> {
    let (mut people, mut lon, mut lat) = (0.0, 0.0, 0.0);
    for (position, area) in ground.middle_areas.iter().enumerate() {
        let label = area.label.as_deref().unwrap_or_default();
        let is_part = words
            .labels
            .iter()
            .any(|beginning| label.starts_with(beginning.as_str()))
            || area
                .district
                .as_ref()
                .is_some_and(|code| words.districts.contains(code));
        let residents = ground.people.get(position).copied();
        let point = shapes::point_inside_deg(&area.parts_deg);
        if let (true, Some(residents), Some([east, north])) = (is_part, residents, point) {
            people += residents;
            lon += residents * east;
            lat += residents * north;
        }
    }
    if people <= 0.0 {
        return Err(Fault {
            file: content.join("place.toml"),
            place: format!("town “{}”", words.name),
            field: "labels".to_owned(),
            reason: "no neighbourhood with people has a name that begins so".to_owned(),
            advice: "Write the beginnings of names of middle layer areas, or codes of districts"
                .to_owned(),
        }
        .into());
    }
    Ok(LandmarkWire {
        name: words.name.clone(),
        kind: "town".to_owned(),
        lon_deg: to_metres(lon / people),
        lat_deg: to_metres(lat / people),
        size: people,
    })
}

fn stations(
    words: &Stations,
    content: &Content,
    raw: &Path,
    own: &[String],
) -> Result<Vec<LandmarkWire>, Problem> {
    let table = Table::read(&raw.join(&words.folder).join(&words.file))?;
    let name = table.column(&words.name)?;
    let district = table.column(&words.district)?;
    let [east, north, size] = [
        table.column(&words.easting)?,
        table.column(&words.northing)?,
        table.column(&words.size)?,
    ];
    let mut stations = Vec::new();
    for row in table.rows() {
        if !own
            .iter()
            .any(|code| code == content.place.current_code(row.text(district)))
        {
            continue;
        }
        let (Some(east), Some(north)) = (row.number(east)?, row.number(north)?) else {
            continue;
        };
        let [lon_deg, lat_deg] = national_grid::lon_lat_deg([east, north]);
        let name = row.text(name);
        stations.push(LandmarkWire {
            // A county in brackets tells a station from its namesakes, which are not on this map.
            name: name.split(" (").next().unwrap_or(name).to_owned(),
            kind: "station".to_owned(),
            lon_deg: to_metres(lon_deg),
            lat_deg: to_metres(lat_deg),
            size: row.number(size)?.unwrap_or(0.0),
        });
    }
    Ok(stations)
}

/// Five decimals of a degree are about a metre.
fn to_metres(degrees: f64) -> f64 {
    (degrees * 1e5).round() / 1e5
}
