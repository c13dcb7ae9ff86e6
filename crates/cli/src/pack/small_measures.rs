//! Measures of small areas: columns of the raw tables, aligned with their layers, and what
//! larger areas have.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use roadmap_core::area::{Level, Vintage};
use roadmap_core::data::Kind;
use roadmap_core::data::wire::{AreaWire, BenchmarkWire, ColumnWire, SmallMeasureWire, SourceWire};

use super::small_table::{Full, SmallRaw};
use super::sources;
use crate::content::{Content, Covers, SmallMeasure};
use crate::problem::Problem;

/// What the raw tables of small areas give.
pub struct Measured {
    /// Who published what.
    pub sources: Vec<SourceWire>,
    /// Figures by layer and period.
    pub columns: Vec<ColumnWire>,
    /// What they say.
    pub measures: Vec<SmallMeasureWire>,
}

/// The codes of each layer in ascending order.
pub type Layers = BTreeMap<(Level, Vintage), Vec<String>>;

/// The layers of a list of areas.
pub fn layers<'a>(areas: impl Iterator<Item = &'a AreaWire>) -> Layers {
    let mut layers: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
    for area in areas {
        let layer = (
            Level::from_key(&area.level),
            Vintage::from_key(&area.vintage),
        );
        if let (Some(level), Some(vintage)) = layer {
            let codes = layers.entry((level, vintage)).or_default();
            codes.insert(area.code.clone());
        }
    }
    let in_order = |(layer, codes): (_, BTreeSet<String>)| (layer, codes.into_iter().collect());
    layers.into_iter().map(in_order).collect()
}

/// Reads every table that content describes.
///
/// # Errors
/// The first problem met, by file, row, field, reason and what to do.
pub fn read(content: &Content, raw: &Path, layers: &Layers) -> Result<Measured, Problem> {
    let words = &content.small_areas;
    let mut columns = Vec::new();
    let mut all: Vec<Full> = Vec::new();
    for table in &words.tables {
        let read = SmallRaw::read(raw, table, layers, &content.place)?;
        for column in &table.columns {
            let full = read.column(column)?;
            columns.push(full.packed());
            all.push(full);
        }
    }
    let measure = |words: &SmallMeasure| wire(words, &all, content);
    Ok(Measured {
        sources: sources::small_areas(content, raw)?,
        columns,
        measures: words.measures.iter().map(measure).collect(),
    })
}

fn wire(words: &SmallMeasure, all: &[Full], content: &Content) -> SmallMeasureWire {
    let of = of_keys(all, &words.of);
    SmallMeasureWire {
        slug: words.slug.clone(),
        name: words.name.clone(),
        meaning: words.meaning.clone(),
        theme: words.theme.clone(),
        unit: words.unit.clone(),
        decimals: words.decimals,
        better: words.better.clone(),
        source: words.source.clone(),
        provenance: words.provenance.clone(),
        caution: words.caution.clone(),
        kind: words.kind.clone(),
        levels: words.levels.clone(),
        of: words.of.clone(),
        out_of: words.out_of.clone(),
        least_base: words.least_base,
        tenths: of
            .iter()
            .find_map(|column| column.tenths.clone())
            .unwrap_or_default(),
        benchmarks: benchmarks(words, &of, &of_keys(all, &words.out_of), content),
    }
}

fn of_keys<'a>(all: &'a [Full], keys: &[String]) -> Vec<&'a Full> {
    let is_one = |full: &&Full| keys.contains(&full.key);
    all.iter().filter(is_one).collect()
}

/// What the place, its region and its country have.
fn benchmarks(
    words: &SmallMeasure,
    of: &[&Full],
    out_of: &[&Full],
    content: &Content,
) -> Vec<BenchmarkWire> {
    let place = &content.place.place;
    let (Some(first), Some(kind)) = (of.first(), Kind::from_key(&words.kind)) else {
        return Vec::new();
    };
    let benchmark = |area: &str, of: &str, value: Option<f64>| {
        Some(BenchmarkWire {
            area: area.to_owned(),
            period: first.period.clone(),
            value: value?,
            of: of.to_owned(),
        })
    };
    let beyond = match first.covers {
        Covers::Place => None,
        Covers::Region => Some(place.region.as_str()),
        Covers::Country => Some(place.country.as_str()),
    };
    let several_periods = of.iter().any(|column| column.period != first.period);
    let found = match kind {
        Kind::Share if !several_periods => vec![
            benchmark(
                &place.county,
                "whole",
                share(of, out_of, Full::total_of_place),
            ),
            beyond.and_then(|area| benchmark(area, "whole", share(of, out_of, Full::total))),
        ],
        Kind::Score | Kind::Median | Kind::Rank => vec![
            beyond.and_then(|area| benchmark(area, "median", first.median())),
            benchmark(&place.country, "median", first.country_median),
        ],
        _ => Vec::new(),
    };
    found.into_iter().flatten().collect()
}

fn share(of: &[&Full], out_of: &[&Full], total: fn(&Full) -> Option<f64>) -> Option<f64> {
    let sum = |columns: &[&Full]| {
        columns
            .iter()
            .map(|column| total(column))
            .sum::<Option<f64>>()
    };
    let (part, whole) = (sum(of)?, sum(out_of)?);
    // Four decimals say more than the counts can bear.
    (whole > 0.0).then(|| (1e6 * part / whole).round() / 1e4)
}
