//! Charts: spec -> placed -> drawn, on any backend.
//!
//! A spec says what to show and knows no pixels. `place` turns it into a
//! [`Placed`]: marks in CSS pixels, targets for pointer and keyboard, and the same
//! content in words. [`draw`] puts the marks on a canvas, [`svg_text`] into a file.
//!
//! # Layout
//! - [`theme`]: every colour, by role; three themes.
//! - [`mark`], [`placed`], [`walk`]: what a placed chart is made of.
//! - [`scale`], [`extent`], [`ticks`], [`text_width`], [`labels`], [`region`], [`whisker`]: the
//!   tools of placing.
//! - [`line`], [`bar`], [`strip`], [`choropleth`]: the charts of the overview.
//! - [`area_map`]: a map of many areas at any zoom.
//! - [`histogram`]: its key; [`ranking`]: its ends; [`scatter`]: two measures.
//! - [`ranked_bars`]: many industries against a base; [`quadrant`]: two measures of them;
//!   [`waterfall`]: the parts of a change; [`network`]: what is found together;
//!   [`stack`]: parts through time; [`treemap`]: parts of a whole; [`slope`]: two
//!   years or places.
//! - [`fan`]: what is known, and how far apart futures may lie; [`tornado`]: what an answer hangs
//!   on; [`pyramid`]: people by age and sex in two years.
//! - [`chain`]: what leads to what; [`timeline`]: what happened when.
//! - [`backend`], [`draw`](mod@draw), [`svg`]: the backends.

pub mod extent;
pub mod labels;
pub mod mark;
pub mod placed;
pub mod region;
mod rows;
pub mod scale;
pub mod text_width;
pub mod theme;
pub mod ticks;
pub mod walk;
pub mod whisker;

pub mod area_map;
pub mod bar;
pub mod chain;
pub mod choropleth;
pub mod fan;
pub mod histogram;
pub mod line;
pub mod network;
pub mod pyramid;
pub mod quadrant;
pub mod ranked_bars;
pub mod ranking;
pub mod scatter;
pub mod slope;
pub mod stack;
pub mod strip;
pub mod timeline;
pub mod tornado;
pub mod treemap;
pub mod waterfall;

pub mod backend;
pub mod draw;
pub mod svg;

pub use draw::draw;
pub use mark::{Ink, Mark, Point};
pub use placed::{Placed, Step, Target, TextAlternative};
pub use svg::svg_text;
pub use theme::Theme;

/// The space a chart is given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Width in CSS pixels.
    pub width_px: f64,
    /// Height in CSS pixels.
    pub height_px: f64,
    /// How much larger than normal the reader wants text: 1 at a desk, 1.75 in a hall.
    pub text_scale: f64,
}

/// A value with a name of its own: the county's, the nation's, the pinned area's.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedValue {
    /// Its name, short enough for a label.
    pub name: String,
    /// Its value.
    pub value: f64,
}

/// How much a frame can carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Density {
    /// A word-sized picture: no axis, two years.
    Spark,
    /// A chart with axes.
    Full,
}

impl Frame {
    /// A frame at normal text size.
    #[must_use]
    pub const fn new(width_px: f64, height_px: f64) -> Self {
        Self {
            width_px,
            height_px,
            text_scale: 1.0,
        }
    }

    /// How much the frame can carry, in proportion to its text.
    #[must_use]
    pub fn density(self) -> Density {
        let frame = self.sane();
        if frame.width_px < 340.0 * frame.text_scale.sqrt()
            || frame.height_px < 150.0 * frame.text_scale.sqrt()
        {
            Density::Spark
        } else {
            Density::Full
        }
    }

    /// The same frame with every number usable: a layout may ask before it has a size.
    pub(crate) fn sane(self) -> Self {
        let usable = |value: f64, least: f64, most: f64, otherwise: f64| {
            if value.is_finite() {
                value.clamp(least, most)
            } else {
                otherwise
            }
        };
        Self {
            width_px: usable(self.width_px, 40.0, 10_000.0, 300.0),
            height_px: usable(self.height_px, 24.0, 10_000.0, 150.0),
            text_scale: usable(self.text_scale, 0.5, 4.0, 1.0),
        }
    }
}

/// Text sizes before scaling, in CSS pixels.
pub(crate) mod size {
    /// Ticks, notes and labels in word-sized pictures; 20 px when scaled for a hall.
    pub const SMALL: f64 = 11.5;
    /// Names and values in charts.
    pub const LABEL: f64 = 13.0;
}

#[cfg(test)]
mod extremes;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod test_data;
