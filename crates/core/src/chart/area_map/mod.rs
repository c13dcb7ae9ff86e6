//! A map of many areas at any place and zoom.
//!
//! Unlike the other charts it is drawn many times a second while it is pulled about, so its
//! parts are not marks of their own: borders are thinned and cut to the frame once each,
//! areas are put together from them as they are drawn. [`PlacedMap::marks`] gives the same
//! picture as marks, for files and tests.

#[cfg(test)]
mod canvas_tests;
mod fill;
mod flows;
mod ground;
mod layers;
mod look;
mod names;
mod net;
mod paint;
mod pattern;
mod place;
mod scale_bar;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::chart::region::Rect;
use crate::geo::MapPoint;

pub use fill::{Cluster, Fill};
pub use ground::{Ground, Landmark, LandmarkKind};
pub use place::PlacedMap;

/// What a map of many areas shows.
#[derive(Clone, Debug)]
pub struct AreaMapSpec {
    /// The shapes.
    pub ground: Arc<Ground>,
    /// How each area is filled, in the order of the ground's layer; those beyond its end
    /// count as missing.
    pub fills: Vec<Fill>,
    /// Areas whose interval is too wide for their class to be trusted. May be shorter.
    pub uncertain: Vec<bool>,
    /// How they are told.
    pub uncertainty: Uncertainty,
    /// Areas that recede since others are chosen. May be shorter.
    pub dimmed: Vec<bool>,
    /// The area that stays outlined.
    pub pinned: Option<usize>,
    /// Lines from place to place.
    pub flows: Vec<Flow>,
    /// Rooms in the frame that no name may reach into, in CSS pixels: where buttons stand.
    pub kept_clear: Vec<Rect>,
}

/// How an uncertain area is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Uncertainty {
    /// By coarse hatching.
    #[default]
    Hatched,
    /// By fading into the paper.
    Faded,
}

/// A line from place to place.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    /// Where it starts.
    pub from: MapPoint,
    /// Where it ends.
    pub to: MapPoint,
    /// How much flows, in any unit; nothing is drawn for less than nothing.
    pub weight: f64,
    /// What is said of it: from, to, how many.
    pub words: String,
}
