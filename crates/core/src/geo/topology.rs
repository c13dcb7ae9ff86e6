//! Wire topology -> checked topology: arcs in quanta and areas made of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::fault::AreaAt;
use super::stitch::{ring_quanta, twice_area};
use super::{LonLat, LonLatBounds, TopologyFault};
use crate::area::{AreaCode, Level, Vintage};
use crate::data::wire::{ShapeWire, TopologyWire};

/// A layer of a topology.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LayerId {
    /// The areas of one level and vintage.
    Areas(Level, Vintage),
    /// The grey surroundings.
    Neighbours,
}

impl LayerId {
    /// Districts as they are now.
    pub const DISTRICTS: Self = Self::Areas(Level::District, Vintage::Current);

    /// The layer of a level and vintage as the pack writes them.
    #[must_use]
    pub fn from_keys(level: &str, vintage: &str) -> Option<Self> {
        match (level, Level::from_key(level), Vintage::from_key(vintage)?) {
            ("neighbour", _, Vintage::Current) => Some(Self::Neighbours),
            (_, Some(level), vintage) => Some(Self::Areas(level, vintage)),
            _ => None,
        }
    }

    /// The level and vintage as the pack writes them.
    #[must_use]
    pub const fn keys(self) -> (&'static str, &'static str) {
        match self {
            Self::Neighbours => ("neighbour", Vintage::Current.key()),
            Self::Areas(level, vintage) => (level.key(), vintage.key()),
        }
    }
}

impl fmt::Display for LayerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (level, vintage) = self.keys();
        write!(f, "{level} {vintage}")
    }
}

/// A checked topology: every ring is closed, covers ground and names arcs that
/// exist, and no side of an arc belongs to two areas of a layer.
#[derive(Clone, Debug, Default)]
pub struct Topology {
    scale_deg: [f64; 2],
    translate_deg: [f64; 2],
    pub(super) arcs: Vec<Vec<[i32; 2]>>,
    layers: BTreeMap<LayerId, Vec<TopologyArea>>,
}

/// An area as rings of arc numbers, `!n` for arc `n` backwards.
#[derive(Clone, Debug)]
pub(super) struct TopologyArea {
    pub(super) code: AreaCode,
    pub(super) polygons: Vec<Vec<Vec<i32>>>,
}

impl Topology {
    /// Reads the core pack's topology, and a companion's after it if there is
    /// one. Whatever is at fault is left out and named.
    #[must_use]
    pub fn decode(parts: &[&TopologyWire]) -> (Self, Vec<TopologyFault>) {
        let mut faults = Vec::new();
        let mut topology = Self::default();
        for (index, part) in parts.iter().enumerate() {
            if !grid_is_sound(part) {
                faults.push(TopologyFault::BadGrid);
                break;
            }
            if index == 0 {
                topology.scale_deg = part.scale_deg;
                topology.translate_deg = part.translate_deg;
            } else if (topology.scale_deg, topology.translate_deg)
                != (part.scale_deg, part.translate_deg)
            {
                faults.push(TopologyFault::GridsDiffer);
                break;
            }
            topology.read_arcs(part, &mut faults);
            topology.read_layers(part, &mut faults);
        }
        (topology, faults)
    }

    /// The layers that have at least one sound area.
    pub fn layer_ids(&self) -> impl Iterator<Item = LayerId> {
        self.layers.keys().copied()
    }

    /// The codes of a layer's areas, in the layer's order.
    pub fn codes(&self, layer: LayerId) -> impl Iterator<Item = &AreaCode> {
        self.areas(layer).iter().map(|area| &area.code)
    }

    /// The box around a layer, in degrees; none for a layer that is not there.
    #[must_use]
    pub fn bounds_deg(&self, layer: LayerId) -> Option<LonLatBounds> {
        let rings = self
            .areas(layer)
            .iter()
            .flat_map(|area| area.polygons.iter().flatten());
        let points = rings.flat_map(|ring| ring_quanta(&self.arcs, ring));
        points
            .map(|point| self.lonlat(point))
            .map(|LonLat { lon_deg, lat_deg }| LonLatBounds {
                west_deg: lon_deg,
                south_deg: lat_deg,
                east_deg: lon_deg,
                north_deg: lat_deg,
            })
            .reduce(|a, b| LonLatBounds {
                west_deg: a.west_deg.min(b.west_deg),
                south_deg: a.south_deg.min(b.south_deg),
                east_deg: a.east_deg.max(b.east_deg),
                north_deg: a.north_deg.max(b.north_deg),
            })
    }

    /// The areas of `fine` beside which its outer edge is not an outer edge of
    /// `coarse`, or the other way round: next to each there is a hole in the
    /// coverage, or ground that belongs to no larger area. Empty when the two
    /// layers cover the same ground exactly.
    #[must_use]
    pub fn coverage_gaps(&self, fine: LayerId, coarse: LayerId) -> Vec<AreaCode> {
        let (fine_edge, coarse_edge) = (self.outer_arcs(fine), self.outer_arcs(coarse));
        let odd: BTreeSet<usize> = fine_edge
            .symmetric_difference(&coarse_edge)
            .map(|reference| arc_index(*reference))
            .collect();
        let beside_odd = |area: &&TopologyArea| {
            let mut arcs = area.polygons.iter().flatten().flatten();
            arcs.any(|reference| odd.contains(&arc_index(*reference)))
        };
        let found = self.areas(fine).iter().filter(beside_odd);
        found.map(|area| area.code.clone()).collect()
    }

    /// The arcs that bound a layer as a whole, each walked as its area walks it.
    pub(super) fn outer_arcs(&self, layer: LayerId) -> BTreeSet<i32> {
        let rings = self
            .areas(layer)
            .iter()
            .flat_map(|area| area.polygons.iter().flatten());
        let used: BTreeSet<i32> = rings.flatten().copied().collect();
        let is_outer = |reference: &&i32| !used.contains(&!**reference);
        used.iter().filter(is_outer).copied().collect()
    }

    pub(super) fn areas(&self, layer: LayerId) -> &[TopologyArea] {
        self.layers.get(&layer).map_or(&[], Vec::as_slice)
    }

    pub(super) fn lonlat(&self, [x, y]: [i32; 2]) -> LonLat {
        let [x_deg, y_deg] = self.scale_deg;
        let [x0_deg, y0_deg] = self.translate_deg;
        LonLat {
            lon_deg: f64::from(x) * x_deg + x0_deg,
            lat_deg: f64::from(y) * y_deg + y0_deg,
        }
    }

    fn read_arcs(&mut self, part: &TopologyWire, faults: &mut Vec<TopologyFault>) {
        for deltas in &part.arcs {
            let arc = self.arcs.len();
            let points = self.arc_points(arc, deltas).unwrap_or_else(|fault| {
                faults.push(fault);
                Vec::new()
            });
            self.arcs.push(points);
        }
    }

    fn arc_points(&self, arc: usize, deltas: &[i32]) -> Result<Vec<[i32; 2]>, TopologyFault> {
        let (pairs, rest) = deltas.as_chunks::<2>();
        if !rest.is_empty() {
            return Err(TopologyFault::OddCount { arc });
        }
        if pairs.len() < 2 {
            return Err(TopologyFault::ShortArc { arc });
        }
        let mut points = Vec::with_capacity(pairs.len());
        let [mut x, mut y] = [0_i32; 2];
        for &[dx, dy] in pairs {
            let off_the_globe = TopologyFault::OffTheGlobe { arc };
            let (Some(next_x), Some(next_y)) = (x.checked_add(dx), y.checked_add(dy)) else {
                return Err(off_the_globe);
            };
            (x, y) = (next_x, next_y);
            let LonLat { lon_deg, lat_deg } = self.lonlat([x, y]);
            if lon_deg.abs() > 180.0 || lat_deg.abs() > 90.0 {
                return Err(off_the_globe);
            }
            points.push([x, y]);
        }
        Ok(points)
    }

    fn read_layers(&mut self, part: &TopologyWire, faults: &mut Vec<TopologyFault>) {
        for wire in &part.layers {
            let Some(layer) = LayerId::from_keys(&wire.level, &wire.vintage) else {
                faults.push(TopologyFault::UnknownLayer {
                    level: cut_short(&wire.level),
                    vintage: cut_short(&wire.vintage),
                });
                continue;
            };
            if self.layers.contains_key(&layer) {
                faults.push(TopologyFault::DuplicateLayer { layer });
                continue;
            }
            let mut seen = Seen {
                codes: BTreeSet::new(),
                sides: vec![[false; 2]; self.arcs.len()],
            };
            let mut areas = Vec::new();
            for shape in &wire.shapes {
                match self.read_area(layer, shape, &mut seen) {
                    Ok(area) => areas.push(area),
                    Err(fault) => faults.push(fault),
                }
            }
            if !areas.is_empty() {
                self.layers.insert(layer, areas);
            }
        }
    }

    fn read_area(
        &self,
        layer: LayerId,
        shape: &ShapeWire,
        seen: &mut Seen,
    ) -> Result<TopologyArea, TopologyFault> {
        let code =
            AreaCode::new(&shape.code).map_err(|code| TopologyFault::BadCode { layer, code })?;
        let at = || AreaAt {
            layer,
            code: code.as_str().to_owned(),
        };
        if !seen.codes.insert(code.clone()) {
            return Err(TopologyFault::DuplicateArea { at: at() });
        }
        if shape.polygons.is_empty() || shape.polygons.iter().any(Vec::is_empty) {
            return Err(TopologyFault::NoShape { at: at() });
        }
        for ring in shape.polygons.iter().flatten() {
            // A side that is used once bounds the work by the number of arcs,
            // whatever a hostile file repeats.
            for &arc in ring {
                if self.arcs.get(arc_index(arc)).is_none_or(Vec::is_empty) {
                    return Err(TopologyFault::UnknownArc { at: at(), arc });
                }
                let sides = seen.sides.get_mut(arc_index(arc));
                let side = sides.map(|[left, right]| if arc < 0 { right } else { left });
                if side.is_none_or(|used| std::mem::replace(used, true)) {
                    return Err(TopologyFault::ArcUsedTwice { at: at(), arc });
                }
            }
            if !self.is_closed(ring) {
                return Err(TopologyFault::RingNotClosed { at: at() });
            }
            let points: Vec<[i32; 2]> = ring_quanta(&self.arcs, ring).collect();
            if twice_area(&points) == 0 {
                return Err(TopologyFault::FlatRing { at: at() });
            }
        }
        Ok(TopologyArea {
            code,
            polygons: shape.polygons.clone(),
        })
    }

    fn is_closed(&self, ring: &[i32]) -> bool {
        let next = ring.iter().cycle().skip(1);
        let ends = |&reference| arc_ends(&self.arcs, reference);
        ring.iter().zip(next).all(|(arc, next)| {
            ends(arc)
                .zip(ends(next))
                .is_some_and(|(arc, next)| arc[1] == next[0])
        })
    }
}

/// What a layer has used so far.
struct Seen {
    codes: BTreeSet<AreaCode>,
    /// For each arc whether its left and its right side belong to an area.
    sides: Vec<[bool; 2]>,
}

/// The arc that a reference walks, forwards or backwards.
pub(super) const fn arc_index(reference: i32) -> usize {
    (if reference < 0 { !reference } else { reference }) as usize
}

/// The first and last point of an arc as the reference walks it.
pub(super) fn arc_ends(arcs: &[Vec<[i32; 2]>], reference: i32) -> Option<[[i32; 2]; 2]> {
    let arc = arcs.get(arc_index(reference))?;
    let (first, last) = (*arc.first()?, *arc.last()?);
    Some(if reference < 0 {
        [last, first]
    } else {
        [first, last]
    })
}

fn grid_is_sound(part: &TopologyWire) -> bool {
    let numbers = part.scale_deg.iter().chain(&part.translate_deg);
    numbers.copied().all(f64::is_finite) && part.scale_deg.iter().all(|scale| *scale > 0.0)
}

fn cut_short(text: &str) -> String {
    text.chars().take(40).collect()
}
