//! How far districts are from each other, and the jobs around them.

use std::collections::BTreeMap;

use roadmap_core::data::model::OutsideJobs;
use roadmap_core::model::base::density::{self, Degrees, Spot};

use super::jobs::Jobs;
use super::{Given, sanity};
use crate::pack::topojson;
use crate::problem::Problem;

/// Distances, and jobs outside.
pub struct Nearby {
    /// Travelled kilometres between districts.
    pub distance_km: Vec<Vec<f64>>,
    /// Jobs outside, districts in their order.
    pub outside: Vec<OutsideJobs>,
}

/// Works out distances.
///
/// # Errors
/// A fault when a district has no shape or lies where another does.
pub fn read(given: &Given<'_>, jobs: &Jobs) -> Result<Nearby, Problem> {
    let words = &given.words.density;
    let needed = given.needed;
    let degrees = Degrees {
        lon_km: words.lon_km,
        lat_km: words.lat_km,
    };
    let spots = spots(given, degrees)?;
    let mut own = Vec::new();
    for code in given.codes() {
        let spot = spots.get(code).copied();
        own.push(spot.ok_or_else(|| {
            let reason = format!("{code} has no shape in the layer {}", words.layer);
            sanity::fault(given, "density.layer", reason, "Fetch the shapes again")
        })?);
    }
    let between = |(row, from): (usize, &Spot)| {
        let to_others = own.iter().enumerate().map(|(column, to)| {
            if row == column {
                density::own_km(from.area_km2, needed.own_distance, needed.detour)
            } else {
                needed.detour * density::distance_km(*from, *to, degrees)
            }
        });
        to_others.collect()
    };
    let distance_km = own.iter().enumerate().map(between).collect();
    let metropolis = &given.words.work.metropolis_prefix;
    let elsewhere = jobs
        .elsewhere
        .iter()
        .filter(|(code, _)| !given.is_own(code));
    let elsewhere: Vec<(bool, Spot, f64)> = elsewhere
        .filter_map(|(code, jobs)| Some((code.starts_with(metropolis), *spots.get(code)?, *jobs)))
        .collect();
    let around = |from: &Spot, is_metro: bool| {
        let places: Vec<(f64, f64)> = elsewhere
            .iter()
            .filter(|(own, ..)| *own == is_metro)
            .map(|(_, to, jobs)| (density::distance_km(*from, *to, degrees), *jobs))
            .collect();
        needed.decays.map(|decay| {
            let places = places.iter().copied();
            density::jobs_by_distance(places, decay, needed.detour, needed.radius_km)
        })
    };
    let outside = own.iter().map(|from| OutsideJobs {
        metro: around(from, true),
        rest: around(from, false),
    });
    Ok(Nearby {
        distance_km,
        outside: outside.collect(),
    })
}

fn spots(given: &Given<'_>, degrees: Degrees) -> Result<BTreeMap<String, Spot>, Problem> {
    let shapes = topojson::read(&given.words.tables.shapes.under(given.raw))?;
    let ([dx, dy], [x0, y0]) = (shapes.transform.scale, shapes.transform.translate);
    let mut spots = BTreeMap::new();
    for area in shapes.layer(&given.words.density.layer) {
        let outer = area.parts().into_iter().filter_map(|rings| rings.first());
        let rings: Vec<Vec<[f64; 2]>> = outer
            .map(|arcs| {
                let points = shapes.ring(arcs).into_iter();
                // Whole steps on the grid, far below what a number holds exactly.
                points
                    .map(|[x, y]| [x as f64 * dx + x0, y as f64 * dy + y0])
                    .collect()
            })
            .collect();
        if let Some(spot) = density::spot(&rings, degrees) {
            spots.insert(area.code().to_owned(), spot);
        }
    }
    Ok(spots)
}
