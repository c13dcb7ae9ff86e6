//! Which arcs bound which area: small areas as published, larger ones dissolved.

use std::collections::BTreeMap;

use roadmap_core::area::{Level, Vintage};
use roadmap_core::geo::{LayerId, stitch};

use super::cut::Arc;
use super::edges::{Coverage, NOBODY, surroundings};
use super::{BuildError, Input, SourceArea};

/// A layer to be written.
pub(super) struct LayerPlan {
    pub(super) id: LayerId,
    /// Whether it belongs to the core pack.
    pub(super) is_core: bool,
    /// Its areas, in order of code.
    pub(super) areas: Vec<AreaPlan>,
}

/// An area of a layer.
pub(super) struct AreaPlan {
    pub(super) code: String,
    /// Polygons of rings of arc numbers, `!n` for arc `n` backwards.
    pub(super) polygons: Vec<Vec<Vec<i32>>>,
}

impl AreaPlan {
    /// All its arc numbers.
    pub(super) fn references(&self) -> impl Iterator<Item = i32> {
        self.polygons.iter().flatten().flatten().copied()
    }
}

/// Middle layer areas of 2021.
pub(super) const MSOA_2021: LayerId = LayerId::Areas(Level::Msoa, Vintage::Census2021);
/// Lower layer areas of 2021.
pub(super) const LSOA_2021: LayerId = LayerId::Areas(Level::Lsoa, Vintage::Census2021);
/// Middle layer areas of 2011.
pub(super) const MSOA_2011: LayerId = LayerId::Areas(Level::Msoa, Vintage::Census2011);
/// Lower layer areas of 2011.
pub(super) const LSOA_2011: LayerId = LayerId::Areas(Level::Lsoa, Vintage::Census2011);

/// Each larger layer, the layer it is dissolved from, and so covers exactly.
pub(super) const DISSOLVED: [(LayerId, LayerId); 3] = [
    (LayerId::DISTRICTS, LSOA_2021),
    (MSOA_2021, LSOA_2021),
    (MSOA_2011, LSOA_2011),
];

/// The published areas of a layer.
pub(super) fn published(input: &Input, layer: LayerId) -> Vec<&SourceArea> {
    match layer {
        LayerId::Neighbours => surroundings(input).collect(),
        LSOA_2021 => input.lsoa_2021.iter().collect(),
        MSOA_2021 => input.msoa_2021.iter().collect(),
        LSOA_2011 => input.lsoa_2011.iter().collect(),
        MSOA_2011 => input.msoa_2011.iter().collect(),
        LayerId::Areas(..) => input.districts.iter().collect(),
    }
}

/// Plans all six layers.
///
/// # Errors
/// [`BuildError::UnknownParent`].
pub(super) fn plan(input: &Input, arcs: &[Arc]) -> Result<Vec<LayerPlan>, BuildError> {
    let msoa = |area: &SourceArea| area.msoa.clone();
    let district = |area: &SourceArea| area.district.clone();
    let up = |layer, small: &[SourceArea], parent: &dyn Fn(&SourceArea) -> Option<String>| {
        parents(input, layer, small, parent)
    };
    let to_district = up(LayerId::DISTRICTS, &input.lsoa_2021, &district)?;
    let to_msoa_2021 = up(MSOA_2021, &input.lsoa_2021, &msoa)?;
    let to_msoa_2011 = up(MSOA_2011, &input.lsoa_2011, &msoa)?;
    let layer = |id, coverage, is_core, parents: Option<&[u32]>| {
        let sides = |arc: &Arc| {
            let up = |position: u32| match parents {
                Some(parents) => parents.get(position as usize).copied().unwrap_or(NOBODY),
                None => position,
            };
            arc.sides.of(coverage).map(up)
        };
        LayerPlan {
            id,
            is_core,
            areas: areas(arcs, &published(input, id), sides),
        }
    };
    use Coverage::{Lsoa2011, Lsoa2021, Neighbours};
    Ok(vec![
        layer(LayerId::DISTRICTS, Lsoa2021, true, Some(&to_district)),
        layer(LayerId::Neighbours, Neighbours, true, None),
        layer(LSOA_2021, Lsoa2021, false, None),
        layer(MSOA_2021, Lsoa2021, false, Some(&to_msoa_2021)),
        layer(LSOA_2011, Lsoa2011, false, None),
        layer(MSOA_2011, Lsoa2011, false, Some(&to_msoa_2011)),
    ])
}

/// For each small area, the position of its parent in the parent's layer.
fn parents(
    input: &Input,
    layer: LayerId,
    small: &[SourceArea],
    parent: &dyn Fn(&SourceArea) -> Option<String>,
) -> Result<Vec<u32>, BuildError> {
    let known = published(input, layer);
    let position: BTreeMap<&str, u32> = known
        .iter()
        .map(|area| area.code.as_str())
        .zip(0..)
        .collect();
    let find = |area: &SourceArea| {
        let code = parent(area);
        let found = code.as_ref().and_then(|code| position.get(code.as_str()));
        found.copied().ok_or_else(|| BuildError::UnknownParent {
            code: area.code.clone(),
            level: layer,
            parent: code,
        })
    };
    small.iter().map(find).collect()
}

/// Stitches each area's shape from the arcs that have it on one side only.
fn areas(
    arcs: &[Arc],
    published: &[&SourceArea],
    sides: impl Fn(&Arc) -> [u32; 2],
) -> Vec<AreaPlan> {
    let mut bounding: BTreeMap<u32, Vec<i32>> = BTreeMap::new();
    for (arc, number) in arcs.iter().zip(0_i32..) {
        let [left, right] = sides(arc);
        if left != right {
            bounding.entry(left).or_default().push(number);
            bounding.entry(right).or_default().push(!number);
        }
    }
    let points: Vec<_> = arcs.iter().map(|arc| arc.points.clone()).collect();
    let area = |(area, position): (&&SourceArea, u32)| AreaPlan {
        code: area.code.clone(),
        polygons: bounding
            .get(&position)
            .map_or(Vec::new(), |own| stitch(&points, own)),
    };
    let mut areas: Vec<AreaPlan> = published.iter().zip(0..).map(area).collect();
    areas.sort_by(|a, b| a.code.cmp(&b.code));
    areas
}
