//! Why a topology could not be built, in plain words.

use std::fmt;

use roadmap_core::geo::{LayerId, TopologyFault};

/// Why a topology could not be built.
#[derive(Clone, Debug, PartialEq)]
pub enum BuildError {
    /// A file is not a GeoJSON feature collection.
    NotGeoJson {
        /// The file.
        file: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A feature has no text property `code`.
    NoCode {
        /// The file.
        file: String,
        /// Which feature, counted from 1.
        feature: usize,
    },
    /// An area's geometry is not a polygon of at least three corners in degrees.
    BadShape {
        /// The file.
        file: String,
        /// The area's code.
        code: String,
    },
    /// Two areas of a layer lie on the same side of an edge.
    Overlap {
        /// The code of one.
        code: String,
        /// The code of the other.
        other: String,
        /// A corner of the edge, in degrees of longitude and latitude.
        at_deg: [f64; 2],
    },
    /// An area names no parent, or one that has no shape.
    UnknownParent {
        /// The area's code.
        code: String,
        /// The parent's level.
        level: LayerId,
        /// The parent's code as given; none if the file gives none.
        parent: Option<String>,
    },
    /// A published area does not have the shape of its small areas together.
    DissolvedDiffers {
        /// The layer of the area.
        layer: LayerId,
        /// Its code.
        code: String,
        /// By how much the dissolved area is larger, in per cent.
        change_pct: f64,
    },
    /// Published boundaries cross each other, so no simplification is sound.
    Tangled {
        /// A corner near the crossing, in degrees of longitude and latitude.
        at_deg: [f64; 2],
    },
    /// The finished topology does not pass its own check.
    Unsound(TopologyFault),
    /// Beside an area of the finished topology there is a hole.
    Gap {
        /// The layer of the area.
        layer: LayerId,
        /// Its code.
        code: String,
    },
    /// An area of the finished topology has other neighbours than published.
    NeighboursChanged {
        /// The layer of the area.
        layer: LayerId,
        /// Its code.
        code: String,
    },
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotGeoJson { file, reason } => {
                write!(f, "{file} is not a GeoJSON feature collection: {reason}")
            }
            Self::NoCode { file, feature } => write!(
                f,
                "{file}, feature {feature}: the property “code” is missing or not a text"
            ),
            Self::BadShape { file, code } => write!(
                f,
                "{file}, area {code}: the geometry must be a Polygon or MultiPolygon in degrees \
                 whose rings have at least three corners"
            ),
            Self::Overlap {
                code,
                other,
                at_deg: [lon, lat],
            } => write!(
                f,
                "areas {code} and {other} overlap near longitude {lon:.5}, latitude {lat:.5}: \
                 both lie on the same side of one edge"
            ),
            Self::UnknownParent {
                code,
                level,
                parent: Some(parent),
            } => write!(
                f,
                "area {code} names {parent}, but there is no shape of that code in layer {level}"
            ),
            Self::UnknownParent {
                code,
                level,
                parent: None,
            } => write!(
                f,
                "area {code} does not say which area of layer {level} holds it"
            ),
            Self::DissolvedDiffers {
                layer,
                code,
                change_pct,
            } => write!(
                f,
                "layer {layer}, area {code}: its small areas together cover {change_pct:+.2}% \
                 more ground than its published shape; are both files of one release?"
            ),
            Self::Tangled { at_deg: [lon, lat] } => write!(
                f,
                "published boundaries cross near longitude {lon:.5}, latitude {lat:.5}; \
                 repair the shapes there first"
            ),
            Self::Unsound(fault) => write!(f, "the finished topology is not sound: {fault}"),
            Self::Gap { layer, code } => write!(
                f,
                "layer {layer}: beside area {code} there is ground that belongs to no area"
            ),
            Self::NeighboursChanged { layer, code } => write!(
                f,
                "layer {layer}: simplified, area {code} has other neighbours than published"
            ),
        }
    }
}

impl std::error::Error for BuildError {}
