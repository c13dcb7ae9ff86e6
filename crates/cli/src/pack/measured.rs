//! Measures with their figures and sources, from every raw table, in the order of content.

use std::collections::{BTreeMap, BTreeSet};

use roadmap_core::data::wire::{AreaWire, DistributionWire, MeasureWire, SeriesWire, SourceWire};
use roadmap_core::measure::Direction;

use super::deprivation::Deprivation;
use super::explore::{self, Entry};
use super::figures::Figures;
use super::sources::{self, Publications};
use super::{Folders, words};
use crate::content::{Content, Measure};
use crate::problem::{Fault, Problem};
use crate::table::Table;

/// What the raw tables give.
pub struct Measured {
    /// Who published what.
    pub sources: Vec<SourceWire>,
    /// What is counted.
    pub measures: Vec<MeasureWire>,
    /// Through time, for the areas of the pack.
    pub series: Vec<SeriesWire>,
    /// The codes of every English district.
    pub english_districts: Vec<String>,
    /// Their latest values, for the measures that are told against all of England.
    pub distributions: Vec<DistributionWire>,
}

/// Reads every table that content describes.
///
/// # Errors
/// The first problem met, by file, row, field, reason and what to do.
pub fn read(
    content: &Content,
    folders: Folders<'_>,
    areas: &[AreaWire],
) -> Result<Measured, Problem> {
    let own: Vec<String> = areas.iter().map(|area| area.code.clone()).collect();
    let mut reader = Reader::open(content, folders, &own)?;
    let mut measured = Measured {
        sources: Vec::new(),
        measures: Vec::new(),
        series: Vec::new(),
        english_districts: reader.deprivation.districts(),
        distributions: Vec::new(),
    };
    for measure in &content.measures.measures {
        let (figures, better, source) = reader.figures(measure)?;
        measured
            .measures
            .push(words::measure(measure, better, source));
        measured.series.push(figures.series(&measure.slug, &own));
        // Strips and messages need every district in England; a map or a line does not, and
        // the rest would be a third of what a reader waits for.
        if measure.headline.is_some() || measure.messages.is_some() {
            let latest = figures.latest(&measure.slug, &measured.english_districts);
            measured.distributions.extend(latest);
        }
    }
    measured.sources = reader.publications.into_sources();
    measured
        .sources
        .extend(sources::folders(content, folders.content, folders.raw)?);
    measured
        .sources
        .extend(content.sources.more.iter().cloned());
    Ok(measured)
}

/// What every measure's reading needs.
struct Reader<'a> {
    content: &'a Content,
    folders: Folders<'a>,
    deprivation: Deprivation<'a>,
    deprivation_source: String,
    index: BTreeMap<String, Entry>,
    repository: sources::FolderSource,
    publications: Publications,
    wanted: BTreeSet<String>,
}

impl<'a> Reader<'a> {
    fn open(content: &'a Content, folders: Folders<'a>, own: &[String]) -> Result<Self, Problem> {
        let explore = folders.raw.join(&content.place.raw.explore);
        let deprivation = Deprivation::read(folders.raw, folders.content, &content.place)?;
        let deprivation_source = content
            .sources
            .folder_of("deprivation")
            .ok_or_else(|| Fault {
                file: folders.content.join("sources.toml"),
                place: "folder".to_owned(),
                field: "role".to_owned(),
                reason: "no folder has the role “deprivation”".to_owned(),
                advice: "Add a [[folder]] with this role".to_owned(),
            })?;
        let index = explore::index(&explore, folders.content, &content.measures)?;
        let wanted = own.iter().cloned().chain(deprivation.districts()).collect();
        Ok(Self {
            content,
            folders,
            deprivation_source: deprivation_source.key.clone(),
            deprivation,
            index: index
                .into_iter()
                .map(|entry| (entry.slug.clone(), entry))
                .collect(),
            repository: sources::folder_source(&explore)?,
            publications: Publications::new(),
            wanted,
        })
    }

    fn figures(&mut self, measure: &Measure) -> Result<(Figures, Direction, String), Problem> {
        if let Some(column) = &measure.column {
            let factor = measure.factor.unwrap_or(1.0);
            let figures = self.deprivation.figures(column, factor)?;
            let better = measure.better().unwrap_or(Direction::Neutral);
            return Ok((figures, better, self.deprivation_source.clone()));
        }
        let entry = self.index.get(&measure.slug).ok_or_else(|| Fault {
            file: self.folders.content.join("measures.toml"),
            place: format!("measure “{}”", measure.slug),
            field: "slug".to_owned(),
            reason: "there is no such series".to_owned(),
            advice: "Correct the slug, or remove the entry".to_owned(),
        })?;
        let explore = self.folders.raw.join(&self.content.place.raw.explore);
        let table = Table::read(&explore::series_file(&explore, &measure.slug))?;
        let figures = explore::read_series(&table, &self.content.place, &self.wanted)?;
        let source = self.publications.add(
            entry,
            figures.span(),
            &self.repository,
            (self.content, self.folders.content),
        )?;
        Ok((figures, entry.better, source))
    }
}
