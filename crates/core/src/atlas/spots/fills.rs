//! How hot and cold spots are filled, and what the key says of them.

use crate::atlas::{KeyEntry, MapFigures, Shading, level_words};
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
    let of_kind = |kind: &Cluster| entry(fill_of(*kind), kind_words(Some(*kind)));
    let mut key: Vec<KeyEntry> = Cluster::ALL.iter().map(of_kind).collect();
    if count(Fill::NoClass) > 0 {
        key.push(entry(Fill::NoClass, kind_words(None)));
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

pub(super) const fn kind_words(kind: Option<Cluster>) -> &'static str {
    match kind {
        Some(Cluster::HighHigh) => "hot spot: high, and so are the areas around",
        Some(Cluster::LowLow) => "cold spot: low, and so are the areas around",
        Some(Cluster::HighLow) => "high, among low areas",
        Some(Cluster::LowHigh) => "low, among high areas",
        Some(Cluster::NotClear) => "no clear cluster",
        None => "cannot be compared with the areas around",
    }
}
