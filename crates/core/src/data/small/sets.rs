//! Areas by level and vintage, in ascending order of code, each with its parent's position.

use crate::area::{Area, AreaCode, Level, Vintage};
use crate::order;

/// All areas of one level and vintage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaSet {
    /// How large they are.
    pub level: Level,
    /// Which drawing of the boundaries they belong to.
    pub vintage: Vintage,
    /// The areas in ascending order of code; figures are aligned with them.
    pub areas: Vec<Area>,
    /// For each area, the position of the next larger area in its own set.
    pub(super) parents: Vec<Option<usize>>,
    /// For each area, the position of its district.
    districts: Vec<Option<usize>>,
}

impl AreaSet {
    /// The position of a code.
    #[must_use]
    pub fn position(&self, code: &AreaCode) -> Option<usize> {
        self.areas.binary_search_by(|area| area.code.cmp(code)).ok()
    }

    /// For each area, the position of its district among the districts in order of code.
    #[must_use]
    pub fn districts(&self) -> &[Option<usize>] {
        &self.districts
    }
}

/// Puts areas into their sets: districts first, then each layer of small areas that has any.
pub(in crate::data) fn build(
    districts: impl Iterator<Item = Area>,
    areas: &[Area],
) -> Vec<AreaSet> {
    const LAYERS: [(Level, Vintage); 4] = [
        (Level::Msoa, Vintage::Census2011),
        (Level::Msoa, Vintage::Census2021),
        (Level::Lsoa, Vintage::Census2011),
        (Level::Lsoa, Vintage::Census2021),
    ];
    let mut sets = vec![set(
        Level::District,
        Vintage::Current,
        districts.collect(),
        None,
    )];
    for (level, vintage) in LAYERS {
        let own = areas
            .iter()
            .filter(|area| (area.level, area.vintage) == (level, vintage))
            .cloned()
            .collect::<Vec<_>>();
        let larger = sets.iter().find(|set| match level {
            Level::Lsoa => (set.level, set.vintage) == (Level::Msoa, vintage),
            _ => set.level == Level::District,
        });
        if !own.is_empty() {
            let own = set(level, vintage, own, larger);
            sets.push(own);
        }
    }
    sets
}

fn set(level: Level, vintage: Vintage, mut areas: Vec<Area>, larger: Option<&AreaSet>) -> AreaSet {
    order::sort_by(&mut areas, |a, b| a.code.cmp(&b.code));
    let parents: Vec<Option<usize>> = areas
        .iter()
        .map(|area| larger?.position(area.parent.as_ref()?))
        .collect();
    let district = |(own, parent): (usize, &Option<usize>)| match (level, larger) {
        (Level::District, _) => Some(own),
        (Level::Msoa, _) => *parent,
        (_, larger) => larger?.districts.get((*parent)?).copied().flatten(),
    };
    AreaSet {
        level,
        vintage,
        districts: parents.iter().enumerate().map(district).collect(),
        parents,
        areas,
    }
}
