//! `roadmap map`: a measure over all areas of a level.

mod answer;
mod values;

use std::path::Path;

use roadmap_core::area::Level;
use roadmap_core::atlas::{Atlas, MapFigures};
use roadmap_core::data::Dataset;
use roadmap_core::stats::autocorrelation::{Cluster, Lisa, Trial};
use roadmap_core::stats::breaks::{Classes, Rule};

use super::Outcome;
use crate::args::{MapArgs, MapFormat, MapLevel, MapMethod};
use crate::problem::Problem;
use crate::{json, output, store};

/// Answers what was asked.
pub fn run(folder: &Path, asked: &MapArgs) -> Result<Outcome, Problem> {
    let (dataset, atlas) = store::atlas(folder)?;
    let map = Map::find(&dataset, &atlas, asked)?;
    output::say(&match asked.format {
        MapFormat::Json => json::compact(&answer::answer(&map))? + "\n",
        MapFormat::Csv => values::csv(&map)?,
        MapFormat::Geojson => values::geojson(&map)? + "\n",
    })?;
    Ok(Outcome::Done)
}

/// A measure over the areas of a level, in classes.
struct Map<'a> {
    dataset: &'a Dataset,
    atlas: &'a Atlas,
    figures: MapFigures,
    /// One per area, not a number where there is none.
    numbers: Vec<f64>,
    classes: Classes,
    clusters: Vec<Option<Cluster>>,
}

impl<'a> Map<'a> {
    fn find(dataset: &'a Dataset, atlas: &'a Atlas, asked: &MapArgs) -> Result<Self, Problem> {
        let slug = &asked.measure;
        let subject = atlas
            .subject(dataset, slug)
            .ok_or_else(|| Problem::UnknownMeasure {
                asked: slug.clone(),
                near: near(dataset, atlas, slug),
            })?;
        let level = asked.level.map(level).or(subject.levels.last().copied());
        let level = level
            .filter(|level| subject.levels.contains(level))
            .ok_or_else(|| Problem::NotTold {
                measure: slug.clone(),
                asked: level.map_or("any level", Level::key).to_owned(),
                told: subject
                    .levels
                    .iter()
                    .map(|level| level.key().to_owned())
                    .collect(),
            })?;
        let period = asked.period.as_deref();
        let figures = atlas.figures(dataset, slug, level, period);
        let figures = figures.ok_or_else(|| Problem::NotTold {
            measure: slug.clone(),
            asked: period.unwrap_or("any period").to_owned(),
            told: atlas
                .periods(dataset, slug, level)
                .into_iter()
                .map(|period| period.as_str().to_owned())
                .collect(),
        })?;
        let numbers = figures.numbers();
        let classes = classes(&figures, &numbers, atlas, asked)?;
        Ok(Self {
            dataset,
            clusters: clusters(atlas, &figures, &numbers),
            atlas,
            numbers,
            classes,
            figures,
        })
    }
}

fn classes(
    figures: &MapFigures,
    numbers: &[f64],
    atlas: &Atlas,
    asked: &MapArgs,
) -> Result<Classes, Problem> {
    let no_classes = |why: String| Problem::NoClasses {
        measure: asked.measure.clone(),
        why,
    };
    let count = usize::from(asked.classes);
    let small = atlas.small().measure(&asked.measure);
    let mut edges = small.map(|small| small.tenths.clone()).unwrap_or_default();
    if asked.method == MapMethod::Deciles && edges.is_empty() {
        let why = "its publisher gives no tenths; use another --method";
        return Err(no_classes(why.to_owned()));
    }
    // The last tenth has no upper end of its own: it ends where the areas shown do.
    edges.push(numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max));
    if let [.., before, last] = edges.as_mut_slice()
        && *last <= *before
    {
        *last = f64::MAX;
    }
    let centre = figures.nearest_benchmark();
    let rule = match asked.method {
        MapMethod::FisherJenks => Rule::FisherJenks { classes: count },
        MapMethod::Quantile => Rule::Quantile { classes: count },
        MapMethod::Equal => Rule::Equal { classes: count },
        MapMethod::Deciles => Rule::Deciles {
            upper_edges: &edges,
        },
        MapMethod::Around => Rule::Around {
            centre: centre.map_or(f64::NAN, |named| named.value),
            classes: count,
        },
    };
    Classes::new(numbers, rule).map_err(|fault| no_classes(fault.to_string()))
}

/// As packed; worked out where nothing is packed, as for a measure of districts.
fn clusters(atlas: &Atlas, figures: &MapFigures, numbers: &[f64]) -> Vec<Option<Cluster>> {
    let (slug, level) = (&figures.subject.slug, figures.level);
    if let Some(packed) = atlas.clusters(slug, level, &figures.period) {
        return packed;
    }
    let neighbours = atlas.neighbours(level, figures.vintage).unwrap_or_default();
    Lisa::new(numbers, &neighbours, Trial::default()).map_or_else(
        |_| vec![None; numbers.len()],
        |lisa| {
            let areas = lisa.finish().areas.into_iter();
            areas.map(|area| area.map(|local| local.kind)).collect()
        },
    )
}

const fn level(asked: MapLevel) -> Level {
    match asked {
        MapLevel::District => Level::District,
        MapLevel::Msoa => Level::Msoa,
        MapLevel::Lsoa => Level::Lsoa,
    }
}

/// Slugs that hold what was asked for, or one of its longer words.
fn near(dataset: &Dataset, atlas: &Atlas, asked: &str) -> Vec<String> {
    const MOST: usize = 5;
    const SHORTEST: usize = 4;
    let asked = asked.to_ascii_lowercase();
    let slugs: Vec<String> = atlas
        .subjects_by_theme(dataset)
        .into_iter()
        .flat_map(|(_, subjects)| subjects)
        .map(|subject| subject.slug)
        .collect();
    let with = |part: &str| -> Vec<String> {
        let slugs = slugs.iter().filter(|slug| slug.contains(part));
        slugs.take(MOST).cloned().collect()
    };
    let words = asked.split('-').filter(|word| word.len() >= SHORTEST);
    let mut found = if asked.is_empty() {
        Vec::new()
    } else {
        with(&asked)
    };
    for word in words {
        if found.is_empty() {
            found = with(word);
        }
    }
    found
}
