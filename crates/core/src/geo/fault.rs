//! What can be wrong with a topology, each told in plain words.

use std::fmt;

use super::LayerId;
use crate::area::NotACode;

/// One fault of a topology. The arc, area or layer at fault is left out; the
/// rest can still be drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum TopologyFault {
    /// Scale or translation is not a number, or the scale is not above zero.
    BadGrid,
    /// A companion's scale or translation is not the core pack's.
    GridsDiffer,
    /// An arc lists a number without its partner.
    OddCount {
        /// The number of the arc.
        arc: usize,
    },
    /// An arc has fewer than two points.
    ShortArc {
        /// The number of the arc.
        arc: usize,
    },
    /// An arc leaves the range of longitudes and latitudes.
    OffTheGlobe {
        /// The number of the arc.
        arc: usize,
    },
    /// A layer has a level or vintage that is not known here.
    UnknownLayer {
        /// The level as written, cut short.
        level: String,
        /// The vintage as written, cut short.
        vintage: String,
    },
    /// A layer appears twice.
    DuplicateLayer {
        /// The layer.
        layer: LayerId,
    },
    /// A shape's code is not an area code.
    BadCode {
        /// The layer it is in.
        layer: LayerId,
        /// The text in place of a code.
        code: NotACode,
    },
    /// Two shapes of a layer have the same code.
    DuplicateArea {
        /// Where.
        at: AreaAt,
    },
    /// An area has no ring.
    NoShape {
        /// Where.
        at: AreaAt,
    },
    /// A ring names an arc that is not there, or that is itself at fault.
    UnknownArc {
        /// Where.
        at: AreaAt,
        /// The arc's number as written.
        arc: i32,
    },
    /// Two rings of a layer walk along the same side of an arc: areas overlap.
    ArcUsedTwice {
        /// Where.
        at: AreaAt,
        /// The arc's number as written.
        arc: i32,
    },
    /// An arc of a ring does not start where the one before it ends.
    RingNotClosed {
        /// Where.
        at: AreaAt,
    },
    /// A ring has fewer than three corners or covers no ground.
    FlatRing {
        /// Where.
        at: AreaAt,
    },
}

/// An area of a layer, as a fault names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaAt {
    /// The layer.
    pub layer: LayerId,
    /// The area's code as written.
    pub code: String,
}

impl fmt::Display for TopologyFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadGrid => f.write_str(
                "scale_deg and translate_deg must be finite numbers, and the scale above zero",
            ),
            Self::GridsDiffer => f.write_str(
                "scale_deg and translate_deg must be the same as in the core pack; \
                 pack both files again together",
            ),
            Self::OddCount { arc } => write!(
                f,
                "arc {arc} has an odd count of numbers; they must be pairs of x and y"
            ),
            Self::ShortArc { arc } => write!(f, "arc {arc} has fewer than two points"),
            Self::OffTheGlobe { arc } => write!(
                f,
                "arc {arc} leaves the globe: longitude must lie in -180 to 180 and latitude \
                 in -90 to 90"
            ),
            Self::UnknownLayer { level, vintage } => write!(
                f,
                "there is no layer of level “{level}” and vintage “{vintage}” here"
            ),
            Self::DuplicateLayer { layer } => write!(f, "the layer {layer} appears twice"),
            Self::BadCode { layer, code } => write!(f, "layer {layer}: {code}"),
            Self::DuplicateArea { at } => write!(f, "{at} appears twice"),
            Self::NoShape { at } => write!(f, "{at} has no ring"),
            Self::UnknownArc { at, arc } => write!(
                f,
                "{at} uses arc {arc}, which is missing or itself at fault"
            ),
            Self::ArcUsedTwice { at, arc } => write!(
                f,
                "{at} uses arc {arc}, whose same side already belongs to a shape of this \
                 layer: areas may not overlap"
            ),
            Self::RingNotClosed { at } => write!(
                f,
                "{at} has a ring that is not closed: each arc must start where the one before \
                 it ends"
            ),
            Self::FlatRing { at } => write!(f, "{at} has a ring that covers no ground"),
        }
    }
}

impl fmt::Display for AreaAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "layer {}, area {}", self.layer, self.code)
    }
}
