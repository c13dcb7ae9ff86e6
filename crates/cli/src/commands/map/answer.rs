//! What `roadmap map` says of a measure as JSON: classes, clusters, inequality.

use roadmap_core::area::{Level, Vintage};
use roadmap_core::quantity::Value;
use roadmap_core::stats::autocorrelation::{Cluster, Links, Moran, moran};
use roadmap_core::stats::inequality::{self, Theil, Votes};
use serde::Serialize;

use super::Map;

/// The whole answer.
#[derive(Serialize)]
pub struct Answer<'a> {
    measure: &'a str,
    name: &'a str,
    unit: &'static str,
    direction: &'static str,
    level: &'static str,
    vintage: &'static str,
    period: &'a str,
    areas: usize,
    missing: usize,
    suppressed: usize,
    undefined: usize,
    method: &'static str,
    classes: usize,
    lowest: f64,
    /// The upper edge of each class, part of it.
    breaks: &'a [f64],
    counts: &'a [usize],
    gvf: Option<f64>,
    moran: Option<MoranAnswer>,
    lisa: Lisa,
    gini: Option<f64>,
    gini_weighted: Option<f64>,
    theil: Option<TheilAnswer>,
    theil_weighted: Option<TheilAnswer>,
    /// Why there is no Gini and no Theil, in words; empty when there are.
    inequality_note: String,
    source: &'a str,
}

/// Whether like values lie together: neighbours touch in at least a point, each area's count
/// the same in all.
#[derive(Serialize)]
struct MoranAnswer {
    i: f64,
    expected: f64,
    /// Standard deviations above what chance gives, dealing these values to the areas.
    z: Option<f64>,
    areas: usize,
    islands: usize,
}

/// How many areas are of each kind, after control of false discoveries.
#[derive(Serialize)]
struct Lisa {
    high_high: usize,
    low_low: usize,
    high_low: usize,
    low_high: usize,
    no_clear_cluster: usize,
    permutations: u32,
    seed: u32,
}

/// In nats; the groups are districts.
#[derive(Serialize)]
struct TheilAnswer {
    total: f64,
    between: f64,
    within: f64,
}

/// Works out the answer.
pub fn answer<'a>(map: &'a Map<'_>) -> Answer<'a> {
    let figures = &map.figures;
    let count = |value: Value| figures.rows.iter().filter(|row| row.value == value).count();
    let districts = districts(map);
    let weights = weights(map);
    let gini = inequality::gini(&map.numbers, Votes::PerArea);
    let theil = |votes| {
        inequality::theil(&map.numbers, votes, &districts)
            .ok()
            .map(TheilAnswer::from)
    };
    let per_person = || weights.as_deref().map(Votes::PerPerson);
    let neighbours = map
        .atlas
        .neighbours(figures.level, figures.vintage)
        .unwrap_or_default();
    let (permutations, seed, _) = map.atlas.small().cluster_trial();
    let of_kind = |kind: Cluster| {
        map.clusters
            .iter()
            .filter(|own| **own == Some(kind))
            .count()
    };
    Answer {
        measure: &figures.subject.slug,
        name: &figures.subject.name,
        unit: figures.subject.unit.key(),
        direction: figures.subject.direction.key(),
        level: figures.level.key(),
        vintage: figures.vintage.key(),
        period: &figures.period,
        areas: figures.rows.len(),
        missing: count(Value::Missing),
        suppressed: count(Value::Suppressed),
        undefined: count(Value::Undefined),
        method: map.classes.method.key(),
        classes: map.classes.upper_edges.len(),
        lowest: map.classes.lowest,
        breaks: &map.classes.upper_edges,
        counts: &map.classes.counts,
        gvf: map.classes.gvf,
        moran: moran(&map.numbers, &neighbours, Links::RowStandardised)
            .ok()
            .map(MoranAnswer::from),
        lisa: Lisa {
            high_high: of_kind(Cluster::HighHigh),
            low_low: of_kind(Cluster::LowLow),
            high_low: of_kind(Cluster::HighLow),
            low_high: of_kind(Cluster::LowHigh),
            no_clear_cluster: of_kind(Cluster::NotClear),
            permutations,
            seed,
        },
        gini: gini.ok(),
        gini_weighted: per_person().and_then(|votes| inequality::gini(&map.numbers, votes).ok()),
        theil: theil(Votes::PerArea),
        theil_weighted: per_person().and_then(theil),
        inequality_note: gini
            .err()
            .map_or_else(String::new, |fault| fault.to_string()),
        source: &figures.source_words,
    }
}

/// The position of each area's district.
fn districts(map: &Map<'_>) -> Vec<usize> {
    let (level, vintage) = (map.figures.level, map.figures.vintage);
    let set = map.atlas.small().set(level, vintage);
    let districts = set
        .map(roadmap_core::data::AreaSet::districts)
        .unwrap_or_default();
    let own = (0..map.numbers.len())
        .map(|area| districts.get(area).copied().flatten().unwrap_or(usize::MAX));
    own.collect()
}

/// What a share is out of, else residents; none where neither is known.
fn weights(map: &Map<'_>) -> Option<Vec<f64>> {
    let figures = &map.figures;
    let small = map.atlas.small();
    let slug = &figures.subject.slug;
    let of_measure = small
        .measure(slug)
        .filter(|measure| measure.levels.contains(&figures.level))
        .and_then(|_| small.weights(slug, figures.level, Some(&figures.period)));
    let residents = || match figures.level {
        Level::District => small.people(Level::District, Vintage::Current),
        level => small.people(level, figures.vintage),
    };
    let weights = of_measure.or_else(residents)?;
    Some(
        weights
            .into_iter()
            .map(|value| value.number().unwrap_or(f64::NAN))
            .collect(),
    )
}

impl From<Moran> for MoranAnswer {
    fn from(moran: Moran) -> Self {
        Self {
            i: moran.i,
            expected: moran.expected,
            z: moran.z_randomisation(),
            areas: moran.areas,
            islands: moran.islands,
        }
    }
}

impl From<Theil> for TheilAnswer {
    fn from(theil: Theil) -> Self {
        Self {
            total: theil.total,
            between: theil.between,
            within: theil.within,
        }
    }
}
