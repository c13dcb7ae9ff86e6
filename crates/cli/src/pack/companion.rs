//! The small-area companion, put together from its parts.

use std::collections::{BTreeMap, BTreeSet};

use roadmap_core::area::{Level, Vintage};
use roadmap_core::data::wire::{
    AreaWire, ClustersWire, ColumnWire, SMALL_AREAS_SCHEMA, SmallAreasWire, TopologyWire,
};

use super::areas::Names;
use super::small_areas::Layer;
use super::{Folders, flows, landmarks, small_areas, small_measures};
use crate::content::Content;
use crate::problem::Problem;
use crate::table::Table;

/// What the companion shares with the core pack.
pub struct Shared<'a> {
    /// The published shapes of census areas, middle areas of the newer census first.
    pub layers: &'a [Layer],
    /// The areas of the core pack.
    pub core_areas: &'a [AreaWire],
    /// Names, regions and codes in force of every district.
    pub names: &'a Names,
    /// Codes of the districts around the place.
    pub neighbours: &'a BTreeSet<String>,
    /// The arcs and layers of the companion.
    pub topology: TopologyWire,
}

/// Puts the companion together, its hash and its clusters still empty.
///
/// # Errors
/// The first problem met, by file, row, field, reason and what to do.
pub fn build(
    content: &Content,
    folders: Folders<'_>,
    shared: Shared<'_>,
) -> Result<SmallAreasWire, Problem> {
    let (place, raw) = (&content.place, folders.raw);
    let lookups = raw.join(&place.raw.lookups);
    let areas = small_areas::areas(shared.layers, &raw.join(&place.raw.boundaries))?;
    small_areas::check_parents(&areas, &Table::read(&lookups.join(&place.raw.lsoa_file))?)?;
    let codes = small_measures::layers(areas.iter().chain(shared.core_areas));
    let districts = codes.get(&(Level::District, Vintage::Current));
    let districts = districts.map(Vec::as_slice).unwrap_or_default();
    let mut small = small_measures::read(content, raw, &codes)?;
    let around = flows::Around {
        own: districts,
        neighbours: shared.neighbours,
        names: shared.names,
    };
    let flows = flows::read(content, raw, &around)?;
    small.columns.extend(flows::columns(content, &flows));
    let middle_areas = shared.layers.first();
    let ground = landmarks::Ground {
        middle_areas: middle_areas.map_or(&[][..], |layer| &layer.features),
        districts,
        people: &people_of_middle_areas(&small.columns, &content.small_areas.people, &areas),
    };
    Ok(SmallAreasWire {
        schema: SMALL_AREAS_SCHEMA.to_owned(),
        pack_version: place.pack.version.clone(),
        content_hash: String::new(),
        lookups: small_areas::lookups(&lookups, &place.raw)?,
        sources: small.sources,
        columns: small.columns,
        measures: small.measures,
        people: content.small_areas.people.clone(),
        clusters: ClustersWire::default(),
        landmarks: landmarks::read(content, (raw, folders.content), &ground)?,
        flows,
        topology: shared.topology,
        areas,
    })
}

/// Codes of the districts drawn around the place.
pub fn neighbours(core: &TopologyWire) -> BTreeSet<String> {
    let around = core
        .layers
        .iter()
        .filter(|layer| layer.level == "neighbour");
    around
        .flat_map(|layer| layer.shapes.iter().map(|shape| shape.code.clone()))
        .collect()
}

/// Residents of the middle areas of the newer census in ascending order of code.
fn people_of_middle_areas(columns: &[ColumnWire], people: &str, areas: &[AreaWire]) -> Vec<f64> {
    let of = |level: Level| {
        let mut own: Vec<&AreaWire> = areas
            .iter()
            .filter(|area| area.level == level.key() && area.vintage == Vintage::Census2021.key())
            .collect();
        own.sort_by(|a, b| a.code.cmp(&b.code));
        own
    };
    let mut total: BTreeMap<&str, f64> = of(Level::Msoa)
        .into_iter()
        .map(|area| (area.code.as_str(), 0.0))
        .collect();
    let column = columns
        .iter()
        .find(|column| column.key == people && column.level == Level::Lsoa.key());
    for (area, value) in of(Level::Lsoa)
        .iter()
        .zip(column.iter().flat_map(|column| &column.values))
    {
        let parent = area
            .parent
            .as_deref()
            .and_then(|parent| total.get_mut(parent));
        if let (Some(total), Some(value)) = (parent, value) {
            *total += value;
        }
    }
    total.into_values().collect()
}
