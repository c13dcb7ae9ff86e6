//! Coarse shapes of every district: few corners, shared borders, no line across another.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use roadmap_core::area::{Level, Vintage};
use roadmap_core::data::wire::{
    BRITAIN_SHAPES_SCHEMA, BritainShapesWire, LayerWire, ShapeWire, TopologyWire,
};
use roadmap_core::math;

use super::Given;
use crate::content::{Content, Industries};
use crate::pack::topojson::{self, Geometry, Shapes};
use crate::problem::{Fault, Problem};
use crate::topology::{keep, weights};

/// How much ground may change hands when a corner is dropped: a tenth of a pixel on a map of
/// the country as wide as a phone.
const TOLERANCE_SQ_M: f64 = 6e6;
/// And how much of the smallest district beside it, so that crowded cities keep their shape.
const TOLERANCE_SHARE: f64 = 0.015;
/// Islands smaller than this are left out, unless a district has no larger ground.
const LEAST_ISLAND_SQ_M: f64 = 2e7;
/// Published quanta in one packed quantum.
const COARSER: i32 = 6;
/// Where lines would cross, an arc's tolerance shrinks to this share, again and again.
const BACK_OFF: f64 = 0.25;
/// Metres in a degree of latitude, near enough to weigh corners by.
const METRES_PER_DEGREE: f64 = 111_200.0;

type Corner = [i32; 2];

/// Builds the file, its hash still empty.
///
/// # Errors
/// A fault when the published file is no TopoJSON, or a district has no shape in it.
pub fn build(
    content: &Content,
    words: &Industries,
    given: &Given<'_>,
    districts: &[String],
) -> Result<BritainShapesWire, Problem> {
    let raw = &content.place.raw;
    let file = given
        .raw
        .join(&raw.country_shapes)
        .join(&raw.country_shapes_file);
    let published = topojson::read(&file)?;
    Ok(BritainShapesWire {
        schema: BRITAIN_SHAPES_SCHEMA.to_owned(),
        pack_version: content.place.pack.version.clone(),
        content_hash: String::new(),
        sources: words.sources(true, given)?,
        topology: topology(&published, districts, file)?,
    })
}

fn topology(
    published: &Shapes,
    districts: &[String],
    file: PathBuf,
) -> Result<TopologyWire, Problem> {
    let metres = metres_per_quantum(published);
    let by_code: BTreeMap<&str, &Geometry> =
        published.areas().map(|area| (area.code(), area)).collect();
    let mut numbering = Numbering::default();
    let mut shapes = Vec::with_capacity(districts.len());
    for code in districts {
        let Some(area) = by_code.get(code.as_str()) else {
            return Err(Fault {
                file,
                place: code.clone(),
                field: String::new(),
                reason: "it has no shape".to_owned(),
                advice: "Fetch a file of the boundaries in force".to_owned(),
            }
            .into());
        };
        let parts = large_parts(published, area, metres);
        let size: f64 = parts.iter().map(|(size, _)| size).sum();
        let polygons = parts.iter().map(|(_, rings)| {
            let rings = rings.iter().map(|ring| numbering.ring(ring, size));
            rings.collect()
        });
        shapes.push(ShapeWire {
            code: code.clone(),
            polygons: polygons.collect(),
        });
    }
    let arcs = simplified(published, &numbering, metres);
    let [east, north] = published.transform.scale;
    Ok(TopologyWire {
        scale_deg: [east * f64::from(COARSER), north * f64::from(COARSER)],
        translate_deg: published.transform.translate,
        arcs: arcs.iter().map(|points| steps(points)).collect(),
        layers: vec![LayerWire {
            level: Level::District.key().to_owned(),
            vintage: Vintage::Current.key().to_owned(),
            shapes,
        }],
    })
}

/// The parts of an area that are large enough to be seen, with their sizes; at least the
/// largest.
fn large_parts<'a>(
    published: &Shapes,
    area: &'a Geometry,
    metres: [f64; 2],
) -> Vec<(f64, &'a Vec<Vec<i64>>)> {
    let mut parts: Vec<(f64, &Vec<Vec<i64>>)> = area
        .parts()
        .into_iter()
        .filter_map(|rings| Some((size_sq_m(&published.ring(rings.first()?), metres), rings)))
        .collect();
    parts.sort_by(|a, b| b.0.total_cmp(&a.0));
    let seen = parts.iter().filter(|(size, _)| *size >= LEAST_ISLAND_SQ_M);
    parts.truncate(seen.count().max(1));
    parts
}

/// New numbers for arcs as they are first walked, and the smallest area beside each.
#[derive(Default)]
struct Numbering {
    order: Vec<i64>,
    numbers: BTreeMap<i64, i32>,
    least_sq_m: Vec<f64>,
}

impl Numbering {
    fn ring(&mut self, ring: &[i64], size_sq_m: f64) -> Vec<i32> {
        let mut renumbered = Vec::with_capacity(ring.len());
        for &reference in ring {
            let arc = if reference < 0 { !reference } else { reference };
            let next = i32::try_from(self.order.len()).unwrap_or(i32::MAX);
            let number = *self.numbers.entry(arc).or_insert(next);
            if number == next {
                self.order.push(arc);
                self.least_sq_m.push(size_sq_m);
            } else if let Some(least) = usize::try_from(number)
                .ok()
                .and_then(|number| self.least_sq_m.get_mut(number))
            {
                *least = least.min(size_sq_m);
            }
            renumbered.push(if reference < 0 { !number } else { number });
        }
        renumbered
    }
}

/// Arcs with fewer corners, on the coarser grid, as few as let no line cross another.
fn simplified(published: &Shapes, numbering: &Numbering, metres: [f64; 2]) -> Vec<Vec<Corner>> {
    let points: Vec<Vec<Corner>> = numbering
        .order
        .iter()
        .map(|arc| published.points(*arc).into_iter().map(corner).collect())
        .collect();
    let worth: Vec<Vec<f64>> = points
        .iter()
        .map(|points| weights(points, metres))
        .collect();
    let mut tolerances: Vec<f64> = numbering
        .least_sq_m
        .iter()
        .map(|least| TOLERANCE_SQ_M.min(TOLERANCE_SHARE * least))
        .collect();
    loop {
        let arcs: Vec<Vec<Corner>> = points
            .iter()
            .zip(&worth)
            .zip(&tolerances)
            .map(|((points, worth), tolerance)| coarser(&keep(points, worth, *tolerance)))
            .collect();
        let mut is_better = false;
        for number in crossing(&arcs) {
            if let Some(tolerance) = tolerances.get_mut(number).filter(|own| **own > 1.0) {
                *tolerance *= BACK_OFF;
                is_better = true;
            }
        }
        if !is_better {
            return arcs;
        }
    }
}

/// Arcs with a line that crosses another.
fn crossing(arcs: &[Vec<Corner>]) -> BTreeSet<usize> {
    let mut lines: Vec<(usize, Corner, Corner)> = Vec::new();
    for (number, points) in arcs.iter().enumerate() {
        let ends = points.iter().zip(points.iter().skip(1));
        lines.extend(ends.map(|(from, to)| (number, *from, *to)));
    }
    // From west to east, so that each line meets only those that begin before it ends.
    lines.sort_by_key(|(_, a, b)| a[0].min(b[0]));
    let mut found = BTreeSet::new();
    for (position, (own, a, b)) in lines.iter().enumerate() {
        let east = a[0].max(b[0]);
        let later = lines.iter().skip(position + 1);
        for (other, c, d) in later.take_while(|(_, c, d)| c[0].min(d[0]) <= east) {
            if cross(*a, *b, *c, *d) {
                found.extend([*own, *other]);
            }
        }
    }
    found
}

/// Whether two lines cross at a point inside both.
fn cross(a: Corner, b: Corner, c: Corner, d: Corner) -> bool {
    let side = |a: Corner, b: Corner, p: Corner| {
        let [[ux, uy], [vx, vy]] = [[b[0] - a[0], b[1] - a[1]], [p[0] - a[0], p[1] - a[1]]]
            .map(|vector| vector.map(i64::from));
        (ux * vy - uy * vx).signum()
    };
    side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

/// Points on the coarser grid, none twice in a row but the two ends of an arc that shrinks to
/// a point: rings walk it still.
fn coarser(points: &[Corner]) -> Vec<Corner> {
    let onto = |at: i32| (at + COARSER / 2).div_euclid(COARSER);
    let mut coarse: Vec<Corner> = points.iter().map(|point| point.map(onto)).collect();
    coarse.dedup();
    if let [only] = coarse[..] {
        coarse.push(only);
    }
    coarse
}

fn steps(points: &[Corner]) -> Vec<i32> {
    let before = std::iter::once(&[0, 0]).chain(points);
    let pairs = points.iter().zip(before);
    pairs
        .flat_map(|([x, y], [from_x, from_y])| [x - from_x, y - from_y])
        .collect()
}

fn corner(point: [i64; 2]) -> Corner {
    point.map(|at| i32::try_from(at).unwrap_or(i32::MAX / 2))
}

/// Metres east and north in one published quantum, in the middle of the country.
fn metres_per_quantum(published: &Shapes) -> [f64; 2] {
    let all = published.arcs.iter().filter_map(|arc| arc.first());
    let (low, high) = all.fold((i64::MAX, i64::MIN), |(low, high), [_, y]| {
        (low.min(*y), high.max(*y))
    });
    let [east, north] = published.transform.scale;
    let [_, south] = published.transform.translate;
    let middle_deg = south + north * f64::midpoint(low as f64, high as f64);
    let east = METRES_PER_DEGREE * east * math::cos(middle_deg.to_radians());
    [east, METRES_PER_DEGREE * north]
}

fn size_sq_m(ring: &[[i64; 2]], [east, north]: [f64; 2]) -> f64 {
    let pairs = ring.iter().zip(ring.iter().cycle().skip(1));
    let twice: i64 = pairs.map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum();
    twice.unsigned_abs() as f64 / 2.0 * east * north
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_cross_are_told_from_those_that_touch() {
        assert!(cross([0, 0], [4, 4], [0, 4], [4, 0]));
        assert!(!cross([0, 0], [4, 4], [0, 0], [4, 0]));
        assert!(!cross([0, 0], [4, 0], [2, 0], [2, 3]));
        let arcs = [
            vec![[0, 0], [4, 4]],
            vec![[0, 4], [4, 0]],
            vec![[9, 9], [9, 0]],
        ];
        assert_eq!(crossing(&arcs), BTreeSet::from([0, 1]));
    }

    #[test]
    fn points_become_steps_on_the_coarser_grid() {
        let points = coarser(&[[0, 0], [1, 1], [12, -12]]);
        assert_eq!(points, [[0, 0], [2, -2]]);
        assert_eq!(steps(&points), [0, 0, 2, -2]);
    }
}
