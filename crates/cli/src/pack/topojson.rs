//! Coarse published TopoJSON: arcs on a grid, and the areas that walk them.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use crate::problem::{Fault, Problem};

/// A file of shapes.
#[derive(Deserialize)]
pub struct Shapes {
    /// The grid.
    pub transform: Transform,
    /// Arcs: a first point, then steps from each to the next.
    pub arcs: Vec<Vec<[i64; 2]>>,
    objects: BTreeMap<String, Collection>,
}

/// The grid that points lie on.
#[derive(Deserialize)]
pub struct Transform {
    /// Degrees of longitude and latitude in one quantum.
    pub scale: [f64; 2],
    /// Degrees at quantum (0, 0).
    pub translate: [f64; 2],
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

/// One area.
#[derive(Deserialize)]
pub struct Geometry {
    properties: Properties,
    #[serde(flatten)]
    shape: Shape,
}

#[derive(Deserialize)]
struct Properties {
    code: String,
}

/// Rings of arc numbers, `!n` for arc `n` backwards.
#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Shape {
    Polygon(Vec<Vec<i64>>),
    MultiPolygon(Vec<Vec<Vec<i64>>>),
}

/// Reads a file.
///
/// # Errors
/// [`Problem::CannotRead`], or a [`Fault`] when it is no TopoJSON of polygons.
pub fn read(file: &Path) -> Result<Shapes, Problem> {
    let text = std::fs::read_to_string(file).map_err(|error| Problem::CannotRead {
        path: file.to_owned(),
        why: error.to_string(),
    })?;
    serde_json::from_str(&text).map_err(|error| {
        Fault {
            file: file.to_owned(),
            place: String::new(),
            field: String::new(),
            reason: format!("this is no TopoJSON of areas: {error}"),
            advice: "Fetch the file again".to_owned(),
        }
        .into()
    })
}

impl Shapes {
    /// Every area of every layer.
    pub fn areas(&self) -> impl Iterator<Item = &Geometry> {
        self.objects.values().flat_map(|all| &all.geometries)
    }

    /// Every area of one layer; none of a layer that is not there.
    pub fn layer(&self, name: &str) -> impl Iterator<Item = &Geometry> {
        let layer = self.objects.get(name);
        layer.into_iter().flat_map(|own| &own.geometries)
    }

    /// The points of a ring, in quanta.
    pub fn ring(&self, arcs: &[i64]) -> Vec<[i64; 2]> {
        let mut ring = Vec::new();
        for &arc in arcs {
            let mut points = self.points(arc);
            if arc < 0 {
                points.reverse();
            }
            ring.extend(points);
        }
        ring
    }

    /// The points of the arc that a reference walks, forwards; nothing when there is none.
    pub fn points(&self, arc: i64) -> Vec<[i64; 2]> {
        let steps = number(arc).and_then(|index| self.arcs.get(index));
        let mut at = [0_i64; 2];
        let walked = steps.into_iter().flatten().map(|[dx, dy]| {
            at = [at[0].saturating_add(*dx), at[1].saturating_add(*dy)];
            at
        });
        walked.collect()
    }
}

impl Geometry {
    /// Its code.
    pub fn code(&self) -> &str {
        &self.properties.code
    }

    /// Its parts, each an outer ring and then holes.
    pub fn parts(&self) -> Vec<&Vec<Vec<i64>>> {
        match &self.shape {
            Shape::Polygon(rings) => vec![rings],
            Shape::MultiPolygon(parts) => parts.iter().collect(),
        }
    }
}

/// The arc that a reference walks.
pub fn number(reference: i64) -> Option<usize> {
    usize::try_from(if reference < 0 { !reference } else { reference }).ok()
}
