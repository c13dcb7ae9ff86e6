//! How hot and cold spots are filled, and what the key says of them.

use crate::atlas::{KeyEntry, MapFigures, Nature, Shading, level_words};
use crate::chart::area_map::{Cluster as Spot, Fill};
use crate::quantity::Value;
use crate::stats::autocorrelation::{Cluster, FEWEST_TO_TEST};

pub(super) fn shading(figures: &MapFigures, kinds: &[Option<Cluster>]) -> Shading {
    let known = kinds.iter().flatten().count();
    let trouble = match (known, figures.rows.len() == kinds.len()) {
        (_, false) => Some(format!(
            "The clusters are not of these {}, so they cannot be shown.",
            level_words(figures.level, 2)
        )),
        (0, _) => Some("No area has a figure to compare.".to_owned()),
        (known, _) if known < FEWEST_TO_TEST => Some(format!(
            "{} {} too few to tell clusters from chance; {FEWEST_TO_TEST} are needed.",
            figures.areas_words(known),
            if known == 1 { "is" } else { "are" },
        )),
        _ => None,
    };
    if let Some(trouble) = trouble {
        return figures.unshaded(trouble);
    }
    let rows = figures.rows.iter().zip(kinds);
    let fills: Vec<Fill> = rows.map(|(row, kind)| fill(row.value, *kind)).collect();
    let count = |fill: Fill| fills.iter().filter(|own| **own == fill).count();
    let entry = |fill: Fill, words: &str| KeyEntry {
        count: count(fill),
        words: words.to_owned(),
        range: None,
        fill,
    };
    let of_kind = |kind: &Cluster| entry(fill_of(*kind), kind_words(figures, Some(*kind)));
    let mut key: Vec<KeyEntry> = Cluster::ALL.iter().map(of_kind).collect();
    if count(Fill::NoClass) > 0 {
        key.push(entry(Fill::NoClass, kind_words(figures, None)));
    }
    let gaps = figures.key_of_gaps();
    key.extend(gaps.into_iter().filter(|entry| entry.fill != Fill::NoClass));
    Shading {
        fills,
        uncertain: Vec::new(),
        key,
        classes: None,
        trouble: None,
    }
}

const fn fill(value: Value, kind: Option<Cluster>) -> Fill {
    match (value, kind) {
        (Value::Missing, _) => Fill::Missing,
        (Value::Suppressed, _) => Fill::Suppressed,
        (Value::Undefined, _) | (_, None) => Fill::NoClass,
        (Value::Number(_), Some(kind)) => fill_of(kind),
    }
}

const fn fill_of(kind: Cluster) -> Fill {
    Fill::Cluster(match kind {
        Cluster::HighHigh => Spot::HighHigh,
        Cluster::LowLow => Spot::LowLow,
        Cluster::HighLow => Spot::HighLow,
        Cluster::LowHigh => Spot::LowHigh,
        Cluster::NotClear => Spot::None,
    })
}

/// What a kind means; ranks are not high and low but late and early.
pub(super) const fn kind_words(figures: &MapFigures, kind: Option<Cluster>) -> &'static str {
    let is_rank = matches!(figures.subject.nature, Nature::Rank);
    match (kind, is_rank) {
        (Some(Cluster::HighHigh), false) => "hot spot: high, and so are the areas around",
        (Some(Cluster::LowLow), false) => "cold spot: low, and so are the areas around",
        (Some(Cluster::HighLow), false) => "high, among low areas",
        (Some(Cluster::LowHigh), false) => "low, among high areas",
        (Some(Cluster::HighHigh), true) => "late in the order, and so are the areas around",
        (Some(Cluster::LowLow), true) => "early in the order, and so are the areas around",
        (Some(Cluster::HighLow), true) => "late in the order, among early areas",
        (Some(Cluster::LowHigh), true) => "early in the order, among late areas",
        (Some(Cluster::NotClear), _) => "no clear cluster",
        (None, _) => "cannot be compared with the areas around",
    }
}

/// What areas high among high are called, or low among low: one of them, and several.
pub(super) const fn spot_names(figures: &MapFigures, is_high: bool) -> [&'static str; 2] {
    match (figures.subject.nature, is_high) {
        (Nature::Rank, true) => ["spot late in the order", "spots late in the order"],
        (Nature::Rank, false) => ["spot early in the order", "spots early in the order"],
        (_, true) => ["hot spot", "hot spots"],
        (_, false) => ["cold spot", "cold spots"],
    }
}
