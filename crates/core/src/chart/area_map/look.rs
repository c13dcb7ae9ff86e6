//! What fills and patterns make of the areas, whatever the view: worked out once for all of
//! them.

use super::net::number;
use super::{AreaMapSpec, Fill, Ground, Uncertainty};
use crate::chart::mark::Ink;
use crate::chart::theme::maps;
use crate::geo::{Bounds, Ring};

/// How much of its ink a faded or dimmed area keeps.
const FADED: f64 = 0.4;
const DIMMED: f64 = 0.16;

/// Areas that look the same, joined.
#[derive(Clone, Debug, Default)]
pub(super) struct Look {
    /// Every shade, each once.
    pub(super) shades: Vec<Shade>,
    /// From the largest to the smallest, then the holes.
    pub(super) regions: Vec<Region>,
    /// What shows through the hair between two regions.
    pub(super) between: Option<Shade>,
    pub(super) patterns: Vec<Patterned>,
    /// For each area whether a dark line shows on it in high contrast.
    pub(super) is_light: Vec<bool>,
}

/// A ring of one colour.
#[derive(Clone, Debug)]
pub(super) struct Region {
    pub(super) shade: Shade,
    pub(super) ring: Ring,
    /// Whether it runs around a hole in such a ring.
    pub(super) is_hole: bool,
    pub(super) bounds: Bounds,
}

/// A colour, mixed with the paper.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Shade {
    pub(super) ink: Ink,
    /// How much of the ink, from 0 to 1.
    pub(super) strength: f64,
}

/// Areas under one pattern.
#[derive(Clone, Debug)]
pub(super) struct Patterned {
    pub(super) pattern: Pattern,
    /// The borders of all these areas together.
    pub(super) borders: Vec<i32>,
}

/// A pattern over the ground of an area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Pattern {
    /// No figure: fine diagonals.
    Fine,
    /// Withheld: dots.
    Dots,
    /// Uncertain: coarse diagonals that can be read on the ground.
    Coarse(Ink),
}

impl Look {
    pub(super) fn new(spec: &AreaMapSpec) -> Self {
        let ground: &Ground = &spec.ground;
        let count = ground.mesh.areas().len();
        let is_set = |list: &[bool], area: usize| list.get(area).copied().unwrap_or(false);
        let mut shades: Vec<(Shade, usize)> = Vec::new();
        let mut labels = Vec::with_capacity(count);
        let mut patterns: Vec<(Pattern, Vec<usize>)> = Vec::new();
        for area in 0..count {
            let fill = spec.fills.get(area).copied().unwrap_or(Fill::Missing);
            let is_dimmed = is_set(&spec.dimmed, area);
            let is_uncertain = is_set(&spec.uncertain, area) && !fill.is_untold();
            let shade = Shade {
                ink: fill.ink(),
                strength: match spec.uncertainty {
                    _ if is_dimmed => DIMMED,
                    Uncertainty::Faded if is_uncertain => FADED,
                    _ => 1.0,
                },
            };
            let known = shades.iter().position(|(other, _)| *other == shade);
            let label = known.unwrap_or_else(|| {
                shades.push((shade, 0));
                shades.len() - 1
            });
            if let Some((_, uses)) = shades.get_mut(label) {
                *uses += 1;
            }
            labels.push(u32::try_from(label).unwrap_or(u32::MAX));
            let pattern = match (fill, spec.uncertainty) {
                _ if is_dimmed => None,
                (Fill::Missing, _) => Some(Pattern::Fine),
                (Fill::Suppressed, _) => Some(Pattern::Dots),
                (_, Uncertainty::Hatched) if is_uncertain => {
                    Some(Pattern::Coarse(maps::on(shade.ink)))
                }
                _ => None,
            };
            if let Some(pattern) = pattern {
                match patterns.iter_mut().find(|(other, _)| *other == pattern) {
                    Some((_, areas)) => areas.push(area),
                    None => patterns.push((pattern, vec![area])),
                }
            }
        }
        let shade_of = |label: u32| Some(shades.get(label as usize)?.0);
        // Asked once for each shade: contrast takes a while to work out.
        let is_shade_light: Vec<bool> = shades
            .iter()
            .map(|(shade, _)| shade.strength < 1.0 || maps::is_light(shade.ink))
            .collect();
        let is_light = |label: &u32| is_shade_light.get(*label as usize) != Some(&false);
        let regions = ground.mesh.dissolve_with_holes(&labels).into_iter();
        Self {
            is_light: labels.iter().map(is_light).collect(),
            regions: regions
                .filter_map(|region| {
                    Some(Region {
                        shade: shade_of(region.label)?,
                        bounds: ground.mesh.bounds(&region.ring)?,
                        is_hole: region.area_sq_km < 0.0,
                        ring: region.ring,
                    })
                })
                .collect(),
            shades: shades.iter().map(|(shade, _)| *shade).collect(),
            between: shades
                .iter()
                .max_by_key(|(_, uses)| *uses)
                .map(|(shade, _)| *shade),
            patterns: patterns
                .into_iter()
                .map(|(pattern, areas)| Patterned {
                    pattern,
                    borders: borders(ground, &areas),
                })
                .collect(),
        }
    }
}

/// The borders that part areas from all others: one between two of them bounds neither.
fn borders(ground: &Ground, areas: &[usize]) -> Vec<i32> {
    let mut is_border = vec![false; ground.mesh.arc_count()];
    for area in areas {
        let rings = ground.mesh.areas().get(*area);
        for reference in rings.into_iter().flatten().flatten() {
            if let Some(is_border) = is_border.get_mut(number(*reference)) {
                *is_border = !*is_border;
            }
        }
    }
    let borders = (0..).zip(is_border).filter(|(_, is_border)| *is_border);
    borders.map(|(arc, _)| arc).collect()
}
