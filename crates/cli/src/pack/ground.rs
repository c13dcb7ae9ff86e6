//! The published shapes, joined into one topology for both files of the pack.

use std::path::Path;

use crate::content::Raw;
use crate::problem::Problem;
use crate::topology::{self, Built, Input, SourceArea};

/// Reads every file of shapes and builds the joint topology.
///
/// # Errors
/// [`Problem::CannotRead`], or [`Problem::Shapes`] when the shapes do not fit together.
pub fn build(raw: &Path, files: &Raw) -> Result<Built, Problem> {
    let boundaries = raw.join(&files.boundaries);
    let own = |file: &Path| read(&boundaries.join(file));
    let input = Input {
        lsoa_2021: own(&files.lsoa_2021_file)?,
        msoa_2021: own(&files.msoa_2021_file)?,
        lsoa_2011: own(&files.lsoa_2011_file)?,
        msoa_2011: own(&files.msoa_2011_file)?,
        districts: own(&files.districts_file)?,
        neighbours: read(&raw.join(&files.neighbours).join(&files.neighbours_file))?,
    };
    topology::build(&input).map_err(|error| Problem::Shapes(error.to_string()))
}

fn read(file: &Path) -> Result<Vec<SourceArea>, Problem> {
    let text = std::fs::read_to_string(file).map_err(|error| Problem::CannotRead {
        path: file.to_owned(),
        why: error.to_string(),
    })?;
    topology::read_geojson(&file.display().to_string(), &text)
        .map_err(|error| Problem::Shapes(error.to_string()))
}
