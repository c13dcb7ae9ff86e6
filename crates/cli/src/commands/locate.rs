//! `roadmap locate`: the small area, the middle area and the district at a point.

use std::path::Path;

use roadmap_core::area::{Area, AreaCode, Vintage};
use roadmap_core::data::{Dataset, SmallAreas};
use roadmap_core::geo::{Layer, LonLat, Projection, Topology};
use serde::Serialize;

use super::Outcome;
use crate::args::LocateFormat;
use crate::audit::LSOA_2021;
use crate::problem::Problem;
use crate::{json, output, store};

/// Finds the areas at a point and tells their codes and names.
pub fn run(folder: &Path, point: LonLat, format: LocateFormat) -> Result<Outcome, Problem> {
    if !is_on_earth(point) {
        return Err(Problem::NotOnEarth {
            lon_deg: point.lon_deg,
            lat_deg: point.lat_deg,
        });
    }
    let dataset = store::dataset(folder)?;
    let locator = Locator::read(folder, &dataset)?;
    let found = locator.at(&dataset, point);
    output::say(&match format {
        LocateFormat::Json => json::compact(&found)? + "\n",
        LocateFormat::Text => found.words(&dataset.place.name),
    })?;
    Ok(if found.lsoa.is_some() {
        Outcome::Done
    } else {
        Outcome::Found
    })
}

fn is_on_earth(point: LonLat) -> bool {
    (-180.0..=180.0).contains(&point.lon_deg) && (-90.0..=90.0).contains(&point.lat_deg)
}

/// The areas at a point; none of them outside the county.
#[derive(Debug, Serialize)]
pub struct Located {
    lon: f64,
    lat: f64,
    lsoa: Option<Named>,
    msoa: Option<Named>,
    district: Option<Named>,
}

#[derive(Debug, Serialize)]
struct Named {
    code: String,
    name: String,
}

impl Located {
    fn words(&self, place: &str) -> String {
        let lines = [
            ("Lower layer area", &self.lsoa),
            ("Middle layer area", &self.msoa),
            ("District", &self.district),
        ];
        let told: String = lines
            .into_iter()
            .filter_map(|(what, named)| Some((what, named.as_ref()?)))
            .map(|(what, named)| format!("{what}: {} {}\n", named.code, named.name))
            .collect();
        if told.is_empty() {
            format!("{}, {} is outside {place}.\n", self.lon, self.lat)
        } else {
            told
        }
    }
}

/// Small areas on the map, ready to be asked.
struct Locator {
    small_areas: SmallAreas,
    projection: Projection,
    layer: Layer,
}

impl Locator {
    fn read(folder: &Path, dataset: &Dataset) -> Result<Self, Problem> {
        let small_areas = store::small_areas(folder, dataset)?;
        let (topology, _) = Topology::decode(&[&dataset.topology, &small_areas.topology]);
        let layer = topology.bounds_deg(LSOA_2021).and_then(|bounds| {
            let projection = Projection::centred_on(&bounds);
            Some((topology.layer(LSOA_2021, &projection)?, projection))
        });
        let (layer, projection) = layer.ok_or_else(|| Problem::bad_pack(folder.to_owned(), &[]))?;
        Ok(Self {
            small_areas,
            projection,
            layer,
        })
    }

    fn at(&self, dataset: &Dataset, point: LonLat) -> Located {
        let on_map = self.projection.map_from_lonlat(point);
        let lower = self
            .layer
            .area_at(on_map)
            .and_then(|position| self.layer.areas().get(position))
            .and_then(|shape| self.small_area(&shape.code));
        let middle = parent(lower).and_then(|code| self.small_area(code));
        let district = parent(middle).and_then(|code| dataset.area(code));
        Located {
            lon: point.lon_deg,
            lat: point.lat_deg,
            lsoa: lower.map(named),
            msoa: middle.map(named),
            district: district.map(named),
        }
    }

    fn small_area(&self, code: &AreaCode) -> Option<&Area> {
        self.small_areas
            .areas()
            .find(|area| area.vintage == Vintage::Census2021 && area.code == *code)
    }
}

fn parent(area: Option<&Area>) -> Option<&AreaCode> {
    area?.parent.as_ref()
}

fn named(area: &Area) -> Named {
    Named {
        code: area.code.to_string(),
        name: area.name.clone(),
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::pack::shapes;

    /// Points on a grid over the county, each where the published shapes put it.
    #[test]
    fn points_are_where_the_published_shapes_put_them() {
        let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let raw = std::env::var_os("ROADMAP_RAW")
            .map_or_else(|| project.join("../shared/data"), PathBuf::from);
        let published = raw.join("boundaries-hertfordshire/lsoa_2021.geojson");
        if !published.is_file() {
            println!("skipped: no raw files in {}", raw.display());
            return;
        }
        let published = shapes::read(&published).unwrap();
        let folder = project.join("public/data");
        let dataset = store::dataset(&folder).unwrap();
        let locator = Locator::read(&folder, &dataset).unwrap();
        let [west, south, east, north] = shapes::extent_deg(&published);
        let (mut asked, mut agreed) = (0_u32, 0_u32);
        const STEPS: u32 = 60;
        for column in 0..STEPS {
            for row in 0..STEPS {
                let along = |step: u32, from: f64, to: f64| {
                    from + (to - from) * (f64::from(step) + 0.5) / f64::from(STEPS)
                };
                let [lon_deg, lat_deg] = [along(column, west, east), along(row, south, north)];
                let expected = published
                    .iter()
                    .find(|shape| shapes::contains(&shape.parts_deg, [lon_deg, lat_deg]));
                let found = locator.at(&dataset, LonLat { lon_deg, lat_deg });
                let found = found.lsoa.map(|lower| lower.code);
                // Far outside there is nothing to disagree on.
                if found.is_none() && expected.is_none() {
                    continue;
                }
                asked += 1;
                agreed += u32::from(found.as_ref() == expected.map(|shape| &shape.code));
            }
        }
        println!("{agreed} of {asked} points agree");
        assert!(agreed * 100 >= asked * 99, "{agreed} of {asked}");
    }
}
