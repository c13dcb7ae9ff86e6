//! The small-area companion: census areas of both vintages and the lookups between them.

use std::collections::BTreeMap;
use std::path::Path;

use roadmap_core::area::{Level, Vintage};
use roadmap_core::data::wire::{AreaWire, LookupWire};

use super::shapes::{self, Feature};
use crate::content::Raw;
use crate::problem::{Fault, Problem};
use crate::table::Table;

/// The published shapes of one level and vintage.
pub struct Layer {
    /// How large its areas are.
    pub level: Level,
    /// Which drawing of the boundaries it is.
    pub vintage: Vintage,
    /// Its areas in order of code.
    pub features: Vec<Feature>,
}

/// Reads the four layers of census areas, larger before smaller.
///
/// # Errors
/// When a file is not there or holds no shapes.
pub fn layers(boundaries: &Path, files: &Raw) -> Result<Vec<Layer>, Problem> {
    [
        (Level::Msoa, Vintage::Census2021, &files.msoa_2021_file),
        (Level::Lsoa, Vintage::Census2021, &files.lsoa_2021_file),
        (Level::Msoa, Vintage::Census2011, &files.msoa_2011_file),
        (Level::Lsoa, Vintage::Census2011, &files.lsoa_2011_file),
    ]
    .into_iter()
    .map(|(level, vintage, file)| {
        Ok(Layer {
            level,
            vintage,
            features: shapes::read(&boundaries.join(file))?,
        })
    })
    .collect()
}

/// The areas of the layers; a middle area's parent is its district, a small
/// area's parent its middle area.
///
/// # Errors
/// A [`Fault`] naming the area without a parent.
pub fn areas(layers: &[Layer], boundaries: &Path) -> Result<Vec<AreaWire>, Problem> {
    let mut areas = Vec::new();
    for layer in layers {
        for feature in &layer.features {
            let (parent, field) = if layer.level == Level::Lsoa {
                (&feature.msoa, "msoa")
            } else {
                (&feature.district, "lad")
            };
            let parent = parent.clone().ok_or_else(|| Fault {
                file: boundaries.to_owned(),
                place: format!("{} {}", layer.level.key(), feature.code),
                field: field.to_owned(),
                reason: "the code of the larger area is not there".to_owned(),
                advice: "Fetch the file again".to_owned(),
            })?;
            areas.push(AreaWire {
                code: feature.code.clone(),
                name: feature.name.clone(),
                level: layer.level.key().to_owned(),
                vintage: layer.vintage.key().to_owned(),
                parent: Some(parent),
            });
        }
    }
    Ok(areas)
}

/// Holds the parents of the 2021 areas against the published table of which lies in which.
///
/// # Errors
/// A fault at the row that says otherwise than the shapes.
pub fn check_parents(areas: &[AreaWire], table: &Table) -> Result<(), Problem> {
    let [lower, middle, district] = [
        table.column("lsoa21")?,
        table.column("msoa21")?,
        table.column("lad")?,
    ];
    let parents: BTreeMap<&str, &str> = areas
        .iter()
        .filter(|area| area.vintage == Vintage::Census2021.key())
        .filter_map(|area| Some((area.code.as_str(), area.parent.as_deref()?)))
        .collect();
    for row in table.rows() {
        for (child, parent) in [(lower, middle), (middle, district)] {
            let found = parents.get(row.text(child)).copied().unwrap_or("nothing");
            if found != row.text(parent) {
                return Err(row.fault(
                    parent,
                    format!(
                        "the shapes put {} in {found}, this table in {}",
                        row.text(child),
                        row.text(parent)
                    ),
                    "Fetch shapes and table of one release",
                ));
            }
        }
    }
    Ok(())
}

/// Which 2011 area became which 2021 one: middle areas, then small ones.
///
/// # Errors
/// When a table is not there, or tells of a change in an unknown letter.
pub fn lookups(folder: &Path, files: &Raw) -> Result<Vec<LookupWire>, Problem> {
    let mut lookups = Vec::new();
    for (level, file) in [
        (Level::Msoa, &files.msoa_changes_file),
        (Level::Lsoa, &files.lsoa_changes_file),
    ] {
        let table = Table::read(&folder.join(file))?;
        let level = level.key();
        let from = table.column(&format!("{level}11"))?;
        let to = table.column(&format!("{level}21"))?;
        let change = table.column("change")?;
        for row in table.rows() {
            let words = match row.text(change) {
                "U" => "unchanged",
                "S" => "split",
                "M" => "merged",
                "X" => "irregular",
                other => {
                    return Err(row.fault(
                        change,
                        format!("“{other}” is no kind of change"),
                        "Write U (unchanged), S (split), M (merged) or X (irregular)",
                    ));
                }
            };
            lookups.push(LookupWire {
                from_2011: row.text(from).to_owned(),
                to_2021: row.text(to).to_owned(),
                change: words.to_owned(),
            });
        }
    }
    Ok(lookups)
}
