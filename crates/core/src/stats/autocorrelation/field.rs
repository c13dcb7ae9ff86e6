//! The areas of a map that can be compared with their neighbours.

use super::{FEWEST, NoAutocorrelation};

/// Which areas are beside each other, by position. Whoever is named as a neighbour has the
/// other as a neighbour too, once, and nobody is beside themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Neighbours {
    /// Where the neighbours of each area start in `beside`, and where the last ones end.
    starts: Vec<usize>,
    /// The neighbours of all areas, one after the other, each area's in rising order.
    beside: Vec<usize>,
}

impl Neighbours {
    /// Takes a list of neighbours per area. Positions beyond the last area are left out.
    #[must_use]
    pub fn from_lists(lists: &[Vec<usize>]) -> Self {
        let one_way = lists
            .iter()
            .enumerate()
            .flat_map(|(area, beside)| beside.iter().map(move |other| (area, *other)))
            .filter(|(area, other)| area != other && *other < lists.len());
        let mut pairs: Vec<(usize, usize)> = one_way
            .flat_map(|(area, other)| [(area, other), (other, area)])
            .collect();
        pairs.sort_unstable();
        pairs.dedup();
        Self::from_pairs(lists.len(), &pairs)
    }

    /// `pairs` are in rising order, each both ways.
    fn from_pairs(areas: usize, pairs: &[(usize, usize)]) -> Self {
        let starts = (0..=areas).map(|area| pairs.partition_point(|(of, _)| *of < area));
        Self {
            starts: starts.collect(),
            beside: pairs.iter().map(|(_, other)| *other).collect(),
        }
    }

    /// How many areas there are.
    #[must_use]
    pub fn areas(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The neighbours of an area, in rising order; none for a position beyond the last.
    #[must_use]
    pub fn of(&self, area: usize) -> &[usize] {
        match (self.starts.get(area), self.starts.get(area + 1)) {
            (Some(&start), Some(&end)) => self.beside.get(start..end).unwrap_or_default(),
            _ => &[],
        }
    }

    /// The neighbours of every area in turn.
    pub(super) fn lists(&self) -> impl Iterator<Item = &[usize]> {
        (0..self.areas()).map(|area| self.of(area))
    }

    /// The same among some areas only, renumbered; `new_place` has none for the others.
    fn among(&self, new_place: &[Option<usize>], kept: usize) -> Self {
        let place = |area: usize| new_place.get(area).copied().flatten();
        let pairs: Vec<(usize, usize)> = self
            .lists()
            .enumerate()
            .flat_map(|(area, beside)| beside.iter().map(move |other| (area, *other)))
            .filter_map(|(area, other)| Some((place(area)?, place(other)?)))
            .collect();
        Self::from_pairs(kept, &pairs)
    }
}

/// The areas with a value and a neighbour with one.
#[derive(Clone, Debug)]
pub(super) struct Field {
    /// How many areas there are in all.
    pub all: usize,
    /// Where each stands in the list of all areas.
    pub positions: Vec<usize>,
    /// How far each value is from their mean, in their standard deviations (over n).
    pub standing: Vec<f64>,
    /// Who is beside whom among them.
    pub neighbours: Neighbours,
    /// How many have a value but no neighbour with one.
    pub islands: usize,
    /// How many have no value.
    pub missing: usize,
}

impl Field {
    pub fn new(values: &[f64], neighbours: &Neighbours) -> Result<Self, NoAutocorrelation> {
        if values.len() != neighbours.areas() {
            return Err(NoAutocorrelation::OtherAreas {
                values: values.len(),
                neighbours: neighbours.areas(),
            });
        }
        let has_value = |area: usize| values.get(area).is_some_and(|value| value.is_finite());
        let mut positions = Vec::with_capacity(values.len());
        let mut kept = Vec::with_capacity(values.len());
        let mut new_place = vec![None; values.len()];
        let mut islands = 0;
        for ((area, value), place) in values.iter().enumerate().zip(&mut new_place) {
            if !value.is_finite() {
                continue;
            }
            if neighbours.of(area).iter().any(|other| has_value(*other)) {
                *place = Some(kept.len());
                positions.push(area);
                kept.push(*value);
            } else {
                islands += 1;
            }
        }
        if kept.len() < FEWEST {
            return Err(NoAutocorrelation::TooFew { areas: kept.len() });
        }
        Ok(Self {
            all: values.len(),
            standing: standing(&kept).ok_or(NoAutocorrelation::AllEqual)?,
            neighbours: neighbours.among(&new_place, kept.len()),
            missing: values.len() - kept.len() - islands,
            positions,
            islands,
        })
    }

    pub fn areas(&self) -> usize {
        self.positions.len()
    }

    /// Of every area in turn its own standing, and the sum and number of its neighbours'.
    pub fn beside(&self) -> impl Iterator<Item = (f64, f64, usize)> {
        let lists = self.neighbours.lists();
        self.standing.iter().zip(lists).map(|(own, beside)| {
            let standings = beside.iter().filter_map(|other| self.standing.get(*other));
            (*own, standings.sum(), beside.len())
        })
    }
}

/// None where all values are equal.
fn standing(values: &[f64]) -> Option<Vec<f64>> {
    let first = *values.first()?;
    if values.iter().all(|value| *value == first) {
        return None;
    }
    let count = values.len() as f64;
    // Around the first value, so that a large common offset costs no digits.
    let mean = values.iter().map(|value| value - first).sum::<f64>() / count;
    let mut apart: Vec<f64> = values.iter().map(|value| value - first - mean).collect();
    let deviation = (apart.iter().map(|apart| apart * apart).sum::<f64>() / count).sqrt();
    for apart in &mut apart {
        *apart /= deviation;
    }
    (deviation > 0.0 && deviation.is_finite()).then_some(apart)
}
