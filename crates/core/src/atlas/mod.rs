//! Challenge maps: which figures over which areas, in which classes, in which words.
//!
//! The [`Atlas`] is what is loaded when a map is first opened: small areas, their figures
//! and shapes. It answers to the slugs of both files: a measure of districts and the same
//! measure lower down are one [`Subject`] with several levels.
//!
//! # Layout
//! - [`figures`](MapFigures): one measure over the areas of a level.

mod brush;
mod charts;
mod chosen;
mod clusters;
mod figures;
mod shading;
mod words;

use std::sync::{Arc, OnceLock};

use crate::area::{Level, Vintage};
use crate::chart::area_map::{Ground, Landmark};
use crate::data::{Dataset, Finding, Reason, SmallAreas};
use crate::geo::{LayerId, Projection, Topology};
use crate::stats::autocorrelation::Neighbours;

pub use brush::Brush;
pub use chosen::{Chosen, level_name};
pub use clusters::letters;
pub use figures::{MapFigures, Named, Row, Subject};
pub use shading::{KeyEntry, Shading};
pub use words::{Ranking, full_name, level_words};

/// Everything a map needs beside the core pack.
#[derive(Debug)]
pub struct Atlas {
    small: SmallAreas,
    topology: Topology,
    projection: Projection,
    /// One per layer that can be drawn, projected when it is first asked for.
    grounds: [(LayerId, OnceLock<Option<Arc<Ground>>>); 5],
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
            grounds: LAYERS.map(|id| (id, OnceLock::new())),
            small,
            topology,
        };
        (Some(atlas), findings)
    }

    /// The small areas and their figures.
    #[must_use]
    pub const fn small(&self) -> &SmallAreas {
        &self.small
    }

    /// Which areas of a layer touch which, in ascending order of code.
    #[must_use]
    pub fn neighbours(&self, level: Level, vintage: Vintage) -> Neighbours {
        let adjacency = self.topology.adjacency(LayerId::Areas(level, vintage));
        Neighbours::from_lists(&adjacency.queen)
    }

    /// The projection of every shape here.
    #[must_use]
    pub const fn projection(&self) -> &Projection {
        &self.projection
    }

    /// The shapes of a level and vintage, in ascending order of code, made ready when they are
    /// first asked for.
    #[must_use]
    pub fn ground(&self, level: Level, vintage: Vintage) -> Option<Arc<Ground>> {
        let id = LayerId::Areas(level, vintage);
        let (_, ground) = self.grounds.iter().find(|(own, _)| *own == id)?;
        let landmarks = || -> Vec<Landmark> { Vec::new() };
        let make = || Ground::new(&self.topology, id, &self.projection, landmarks()).map(Arc::new);
        ground.get_or_init(make).clone()
    }
}
