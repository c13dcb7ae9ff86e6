//! Challenge maps: which figures over which areas, in which classes, in which words.
//!
//! The [`Atlas`] is what is loaded when a map is first opened: small areas, their figures
//! and shapes. It answers to the slugs of both files: a measure of districts and the same
//! measure lower down are one [`Subject`] with several levels.
//!
//! # Layout
//! - [`Subject`]: what a map is about; [`MapFigures`]: one measure over the areas of a level.
//! - [`Shading`]: figures in classes; [`Ranking`] and the words of a map of values.
//! - [`Story`]: what any map says, for page, table and file; [`Values`], [`Spots`], [`Change`],
//!   [`Pair`], [`Index`]: the maps.
//! - [`Compared`]: one area against larger ones.
//! - Files: CSV and GeoJSON of any story.
//! - [`Patterns`]: whether like values lie together, and how unequal areas are.

mod brush;
mod change;
mod charts;
mod chosen;
mod commuting;
mod compare;
mod figures;
mod files;
mod find;
mod index;
mod pair;
mod patterns;
mod ranking;
mod shading;
mod spots;
mod story;
mod subject;
mod title;
mod unequal;
mod values;
mod window;
mod words;

use std::sync::{Arc, OnceLock};

use crate::area::{Level, Vintage};
use crate::chart::area_map::{Ground, Landmark, LandmarkKind};
use crate::data::{self, Challenge, Dataset, Finding, Reason, SmallAreas};
use crate::geo::{AreaShape, Layer, LayerId, LonLat, Projection, Topology};
use crate::stats::autocorrelation::Neighbours;

pub use brush::Brush;
pub use change::{Change, NoChange};
pub use chosen::{Chosen, level_name};
pub use commuting::{Commuting, Journey};
pub use compare::Compared;
pub use figures::{MapFigures, Named, Row};
pub use find::Found;
pub use index::{Index, NoOwnIndex, Recipe, scaling_words};
pub use pair::{NoPair, Pair};
pub use patterns::{Patterns, Together};
pub use ranking::Ranking;
pub use shading::{KeyEntry, Shading};
pub use spots::{Spots, kinds, letters};
pub use story::{Fact, Story};
pub use subject::{Nature, Subject};
pub use unequal::{Unequal, UnequalBy};
pub use values::Values;
pub use window::kept_near;
pub use words::{full_name, level_words};

/// Everything a map needs beside the core pack.
#[derive(Debug)]
pub struct Atlas {
    small: SmallAreas,
    challenges: Vec<Challenge>,
    topology: Topology,
    projection: Projection,
    prepared: [Prepared; 5],
}

/// What is made of a layer when it is first asked for.
#[derive(Debug)]
struct Prepared {
    id: LayerId,
    ground: OnceLock<Option<Arc<Ground>>>,
    neighbours: OnceLock<Option<Arc<Neighbours>>>,
}

/// Every layer that a map can show.
const LAYERS: [LayerId; 5] = [
    LayerId::DISTRICTS,
    LayerId::Areas(Level::Msoa, Vintage::Census2021),
    LayerId::Areas(Level::Msoa, Vintage::Census2011),
    LayerId::Areas(Level::Lsoa, Vintage::Census2021),
    LayerId::Areas(Level::Lsoa, Vintage::Census2011),
];

impl Atlas {
    /// Joins the small areas to the core pack they belong to. None when there are no
    /// districts to draw, with what was found wrong.
    #[must_use]
    pub fn new(dataset: &Dataset, small: SmallAreas) -> (Option<Self>, Vec<Finding>) {
        let (topology, faults) = Topology::decode(&[&dataset.topology, &small.topology]);
        let told = faults.iter().map(|fault| Finding {
            file: "the small areas".to_owned(),
            row: "topology".to_owned(),
            field: String::new(),
            reason: Reason::BadShape {
                detail: fault.to_string(),
            },
        });
        let findings = told.collect();
        let Some(bounds) = topology.bounds_deg(LayerId::DISTRICTS) else {
            return (None, findings);
        };
        let atlas = Self {
            projection: Projection::centred_on(&bounds),
            prepared: LAYERS.map(|id| Prepared {
                id,
                ground: OnceLock::new(),
                neighbours: OnceLock::new(),
            }),
            small,
            challenges: Vec::new(),
            topology,
        };
        (Some(atlas), findings)
    }

    /// The same with the challenges that its maps are about.
    #[must_use]
    pub fn with_challenges(mut self, challenges: Vec<Challenge>) -> Self {
        self.challenges = challenges;
        self
    }

    /// The challenges in reading order; none when they could not be read.
    #[must_use]
    pub fn challenges(&self) -> &[Challenge] {
        &self.challenges
    }

    /// The small areas and their figures.
    #[must_use]
    pub const fn small(&self) -> &SmallAreas {
        &self.small
    }

    /// The projection of every shape here.
    #[must_use]
    pub const fn projection(&self) -> &Projection {
        &self.projection
    }

    /// The shapes of a level and vintage, in ascending order of code, with the names that
    /// people know on them; made ready when they are first asked for.
    #[must_use]
    pub fn ground(&self, dataset: &Dataset, level: Level, vintage: Vintage) -> Option<Arc<Ground>> {
        let Prepared { id, ground, .. } = self.prepared(level, vintage)?;
        let make = || {
            let landmarks = self.landmarks(dataset, *id);
            Ground::new(&self.topology, *id, &self.projection, landmarks).map(Arc::new)
        };
        ground.get_or_init(make).clone()
    }

    /// Names to find one's way by: districts are named by their own where they are the areas.
    fn landmarks(&self, dataset: &Dataset, id: LayerId) -> Vec<Landmark> {
        let placed = |name: String, lon_lat_deg: [f64; 2], rank: f64, kind: LandmarkKind| {
            let [lon_deg, lat_deg] = lon_lat_deg;
            Landmark {
                name,
                at: self.projection.map_from_lonlat(LonLat { lon_deg, lat_deg }),
                rank,
                kind,
            }
        };
        if id == LayerId::DISTRICTS {
            let layer = self.topology.layer(id, &self.projection);
            let shapes = layer.iter().flat_map(Layer::areas);
            let district = |shape: &AreaShape| Landmark {
                name: dataset.name_of(&shape.code).to_owned(),
                at: shape.label_point,
                rank: shape.area_sq_km,
                kind: LandmarkKind::District,
            };
            return shapes.map(district).collect();
        }
        let landmarks = self.small.landmarks(dataset).into_iter();
        let known = landmarks.map(|landmark| {
            let kind = match landmark.kind {
                data::LandmarkKind::Town => LandmarkKind::Town,
                data::LandmarkKind::Station => LandmarkKind::Station,
                data::LandmarkKind::Neighbourhood => LandmarkKind::Neighbourhood,
            };
            placed(landmark.name, landmark.lon_lat_deg, landmark.size, kind)
        });
        known.collect()
    }

    /// Which areas of a level and vintage share a point of their boundaries, by position among
    /// the areas in ascending order of code; worked out when it is first asked for. An area
    /// without a shape has no neighbours. None where there are no such areas.
    #[must_use]
    pub fn neighbours(&self, level: Level, vintage: Vintage) -> Option<Arc<Neighbours>> {
        let Prepared { id, neighbours, .. } = self.prepared(level, vintage)?;
        let make = || {
            let set = self.small.set(level, vintage)?;
            let shapes = self.topology.codes(*id);
            let areas: Vec<Option<usize>> = shapes.map(|code| set.position(code)).collect();
            let area = |shape: usize| areas.get(shape).copied().flatten();
            let mut lists = vec![Vec::new(); set.areas.len()];
            for (shape, beside) in self.topology.adjacency(*id).queen.into_iter().enumerate() {
                if let Some(list) = area(shape).and_then(|area| lists.get_mut(area)) {
                    list.extend(beside.into_iter().filter_map(area));
                }
            }
            Some(Arc::new(Neighbours::from_lists(&lists)))
        };
        neighbours.get_or_init(make).clone()
    }

    fn prepared(&self, level: Level, vintage: Vintage) -> Option<&Prepared> {
        let id = LayerId::Areas(level, vintage);
        self.prepared.iter().find(|prepared| prepared.id == id)
    }
}
