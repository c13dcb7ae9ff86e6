//! From a name or a point on the globe to an area of the map.

use super::{Atlas, MapFigures};
use crate::area::AreaCode;
use crate::chart::area_map::Ground;
use crate::data::{Dataset, Match};
use crate::geo::{Bounds, LonLat, MapPoint};

/// Where something was found on a map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// The area's place among the rows.
    pub at: Option<usize>,
    /// What to show of the map.
    pub window: Bounds,
}

/// How much ground around a point is shown, in kilometres either way.
const AROUND_KM: f64 = 2.5;

impl Atlas {
    /// The area that a match of the search leads to; its district where it has no point of its
    /// own, the whole place for the county.
    #[must_use]
    pub fn find(&self, dataset: &Dataset, ground: &Ground, found: &Match) -> Found {
        if let Some([lon_deg, lat_deg]) = found.lon_lat_deg {
            return self.around(
                ground,
                self.projection.map_from_lonlat(LonLat { lon_deg, lat_deg }),
            );
        }
        let districts = self.ground(
            dataset,
            crate::area::Level::District,
            crate::area::Vintage::Current,
        );
        let district = districts.as_ref().and_then(|districts| {
            let layer = districts.layer();
            layer.areas().get(layer.position(&found.leads_to)?)
        });
        Found {
            at: ground.layer().position(&found.leads_to),
            window: district.map_or(*ground.bounds(), |district| district.bounds),
        }
    }

    /// The area at a place on the globe; none outside all areas. What is shown lies around the
    /// area and not around the place: links hold it, and a reader's own place stays theirs.
    #[must_use]
    pub fn locate(&self, ground: &Ground, place: LonLat) -> Option<Found> {
        let point = self.projection.map_from_lonlat(place);
        let at = ground.layer().area_at(point)?;
        let area = ground.layer().areas().get(at)?;
        let around = self.around(ground, area.bounds.centre());
        Some(Found {
            at: Some(at),
            window: around.window.union(&area.bounds),
        })
    }

    fn around(&self, ground: &Ground, point: MapPoint) -> Found {
        let corner =
            |sign: f64| MapPoint::new(point.x_km + sign * AROUND_KM, point.y_km + sign * AROUND_KM);
        Found {
            at: ground.layer().area_at(point),
            window: Bounds {
                min: corner(-1.0),
                max: corner(1.0),
            },
        }
    }
}

impl MapFigures {
    /// Why somebody's own place can't be shown, in words.
    #[must_use]
    pub fn not_here_words(dataset: &Dataset) -> String {
        format!(
            "You seem to be outside {}, so there is no area of the map to show.",
            dataset.place.name
        )
    }

    /// Why a pinned area can't be shown, in words; none when it is one of the map's areas.
    #[must_use]
    pub fn not_pinned_words(&self, pin: &AreaCode) -> Option<String> {
        let is_here = self.rows.iter().any(|row| row.code == *pin);
        (!is_here).then(|| {
            let areas = self.areas_words(self.rows.len());
            format!("{pin} is not one of the {areas} on this map, so no area is pinned.")
        })
    }
}
