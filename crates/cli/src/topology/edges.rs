//! Every edge of the published shapes, once, with the areas on its two sides.

use std::collections::BTreeMap;

use roadmap_core::geo::twice_area;

use super::source::{Corner, QUANTA_PER_DEGREE};
use super::{BuildError, Input, SourceArea};

/// No area of a coverage lies on this side.
pub(super) const NOBODY: u32 = u32::MAX;

/// A set of published shapes that do not overlap; the layers come from these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coverage {
    Lsoa2021,
    Lsoa2011,
    Neighbours,
}

/// Positions of the areas on the left and the right, in each coverage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sides([[u32; 2]; 3]);

impl Sides {
    const NONE: Self = Self([[NOBODY; 2]; 3]);

    /// Left and right in one coverage.
    pub(super) const fn of(&self, coverage: Coverage) -> [u32; 2] {
        let Self([lsoa_2021, lsoa_2011, neighbours]) = *self;
        match coverage {
            Coverage::Lsoa2021 => lsoa_2021,
            Coverage::Lsoa2011 => lsoa_2011,
            Coverage::Neighbours => neighbours,
        }
    }

    const fn of_mut(&mut self, coverage: Coverage) -> &mut [u32; 2] {
        let Self([lsoa_2021, lsoa_2011, neighbours]) = self;
        match coverage {
            Coverage::Lsoa2021 => lsoa_2021,
            Coverage::Lsoa2011 => lsoa_2011,
            Coverage::Neighbours => neighbours,
        }
    }

    /// The sides as seen when walking the other way.
    const fn reversed(self) -> Self {
        let Self([[a, b], [c, d], [e, f]]) = self;
        Self([[b, a], [d, c], [f, e]])
    }
}

/// The published edges.
pub(super) struct Edges {
    /// Keyed by their ends, the lesser first; sides as seen from it.
    sides: BTreeMap<[Corner; 2], Sides>,
}

impl Edges {
    /// # Errors
    /// [`BuildError::Overlap`].
    pub(super) fn of(input: &Input) -> Result<Self, BuildError> {
        let mut edges = Self {
            sides: BTreeMap::new(),
        };
        edges.add(Coverage::Lsoa2021, &input.lsoa_2021)?;
        edges.add(Coverage::Lsoa2011, &input.lsoa_2011)?;
        edges.add(Coverage::Neighbours, surroundings(input))?;
        Ok(edges)
    }

    /// All edges, in order.
    pub(super) fn ends(&self) -> impl Iterator<Item = [Corner; 2]> {
        self.sides.keys().copied()
    }

    /// The sides of an edge as seen when walking from one end to the other.
    pub(super) fn sides(&self, from: Corner, to: Corner) -> Sides {
        let found = self.sides.get(&[from.min(to), from.max(to)]);
        let sides = found.copied().unwrap_or(Sides::NONE);
        if from < to { sides } else { sides.reversed() }
    }

    fn add<'a>(
        &mut self,
        coverage: Coverage,
        areas: impl IntoIterator<Item = &'a SourceArea>,
    ) -> Result<(), BuildError> {
        let areas: Vec<&SourceArea> = areas.into_iter().collect();
        for (area, position) in areas.iter().zip(0..) {
            for [from, to] in ground_left(area) {
                let sides = self.sides.entry([from.min(to), from.max(to)]);
                let [left, right] = sides.or_insert(Sides::NONE).of_mut(coverage);
                let side = if from < to { left } else { right };
                if *side != NOBODY {
                    let other = areas.get(*side as usize);
                    return Err(BuildError::Overlap {
                        code: area.code.clone(),
                        other: other.map(|other| other.code.clone()).unwrap_or_default(),
                        at_deg: from.map(|quanta| f64::from(quanta) / QUANTA_PER_DEGREE),
                    });
                }
                *side = position;
            }
        }
        Ok(())
    }
}

/// The neighbours that are not districts themselves.
pub(super) fn surroundings(input: &Input) -> impl Iterator<Item = &SourceArea> {
    let is_district = |area: &&SourceArea| {
        input
            .districts
            .iter()
            .any(|district| district.code == area.code)
    };
    input
        .neighbours
        .iter()
        .filter(move |area| !is_district(area))
}

/// The edges of an area, each walked with the ground on its left, whichever way
/// the file lists the ring.
pub(super) fn ground_left(area: &SourceArea) -> impl Iterator<Item = [Corner; 2]> {
    let rings = area
        .polygons
        .iter()
        .flat_map(|rings| rings.iter().enumerate());
    rings.flat_map(|(index, ring)| {
        let is_hole = index > 0;
        let is_left = (twice_area(ring) > 0) != is_hole;
        let next = ring.iter().cycle().skip(1);
        let edges = ring.iter().zip(next);
        edges.map(move |(a, b)| if is_left { [*a, *b] } else { [*b, *a] })
    })
}
