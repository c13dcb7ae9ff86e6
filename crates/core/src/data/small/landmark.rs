//! Landmarks: names by which people find their way on a map, the most used first.

use super::SmallAreas;
use crate::area::{Level, Vintage};
use crate::data::Dataset;
use crate::order;

/// A name at a point.
#[derive(Clone, Debug, PartialEq)]
pub struct Landmark {
    /// The name.
    pub name: String,
    /// What it names.
    pub kind: LandmarkKind,
    /// Degrees east, degrees north.
    pub lon_lat_deg: [f64; 2],
    /// How much it matters among its kind: residents, or entries and exits a year.
    pub size: f64,
}

/// What a landmark names; the first kinds are labelled first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LandmarkKind {
    /// A town or large village.
    Town,
    /// A railway station.
    Station,
    /// A middle layer area by what people call it.
    Neighbourhood,
}

impl LandmarkKind {
    /// The key in the pack.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Town => "town",
            Self::Station => "station",
            Self::Neighbourhood => "neighbourhood",
        }
    }

    /// The kind of a key that a pack may hold, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Town, Self::Station]
            .into_iter()
            .find(|kind| kind.key() == key)
    }
}

impl SmallAreas {
    /// Towns, stations and neighbourhoods: by kind, then the largest first.
    #[must_use]
    pub fn landmarks(&self, dataset: &Dataset) -> Vec<Landmark> {
        let mut landmarks = self.landmarks.clone();
        landmarks.extend(self.neighbourhoods(dataset));
        order::sort_by(&mut landmarks, |a, b| {
            a.kind.cmp(&b.kind).then(b.size.total_cmp(&a.size))
        });
        landmarks
    }

    fn neighbourhoods(&self, dataset: &Dataset) -> Vec<Landmark> {
        let set = self.set(Level::Msoa, Vintage::Census2021);
        let people = self.people(Level::Msoa, Vintage::Census2021);
        let people = people.unwrap_or_default();
        let middle = dataset
            .named_places
            .iter()
            .filter(|place| place.level == Level::Msoa);
        middle
            .map(|place| {
                let residents = set
                    .and_then(|set| people.get(set.position(&place.code)?))
                    .and_then(|value| value.number());
                Landmark {
                    name: place.name.clone(),
                    kind: LandmarkKind::Neighbourhood,
                    lon_lat_deg: place.lon_lat_deg,
                    size: residents.unwrap_or(0.0),
                }
            })
            .collect()
    }
}
