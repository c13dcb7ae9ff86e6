//! Where a place stands among all English districts.

use super::{Chart, Kind, Picture, Words, titles};
use crate::area::AreaCode;
use crate::chart::strip::{MarkerRank, Peer, StripMarker, StripPlace, StripSpec};
use crate::data::Dataset;
use crate::period::Period;
use crate::profile::{BenchmarkRole, Headline, headline};
use crate::quantity::Value;

/// The strip of a place among all English districts; empty, and said so, when the
/// measure is not there.
#[must_use]
pub fn strip(dataset: &Dataset, slug: &str, area: &AreaCode) -> Picture {
    let measure = dataset.measure_or_unknown(slug);
    let figure = headline(dataset, &measure, area);
    let distribution = dataset.distribution(slug);
    let peers = distribution.into_iter().flat_map(|distribution| {
        dataset
            .english_districts
            .iter()
            .zip(&distribution.values)
            .map(|(district, value)| Peer {
                key: district.code.to_string(),
                name: district.name.clone(),
                value: value.map_or(Value::Missing, Value::Number),
                is_kin: dataset.has_page(&district.code),
            })
    });
    let place = figure
        .latest
        .filter(|latest| distribution.is_none_or(|d| d.period == *latest.period));
    let spec = StripSpec {
        measure: measure.name.clone(),
        unit: measure.unit,
        decimals: measure.decimals,
        period: distribution
            .map(|distribution| &distribution.period)
            .or(place.map(|latest| latest.period))
            .map(Period::words)
            .unwrap_or_default(),
        peers_name: "English districts".to_owned(),
        peers: peers.collect(),
        place: place.map(|latest| StripPlace {
            key: area.to_string(),
            name: dataset.name_of(area).to_owned(),
            value: latest.quantity.value,
            interval: latest.quantity.interval,
        }),
        benchmarks: markers(&figure),
    };
    let words = Words {
        title: figure.standing_words(),
        subtitle: titles::districts_subtitle(dataset, &measure),
    };
    Picture::new(
        dataset,
        &measure,
        area,
        words,
        Kind::Strip,
        Chart::Strip(spec),
    )
}

fn markers(figure: &Headline<'_>) -> Vec<StripMarker> {
    let markers = figure.benchmarks.iter().filter_map(|benchmark| {
        let (name, rank) = match benchmark.role {
            BenchmarkRole::County => (benchmark.name, MarkerRank::County),
            BenchmarkRole::Region => (benchmark.name, MarkerRank::Region),
            BenchmarkRole::Country => (benchmark.name, MarkerRank::Nation),
            BenchmarkRole::MedianDistrict => ("Median district", MarkerRank::Nation),
        };
        Some(StripMarker {
            key: name.to_ascii_lowercase(),
            name: name.to_owned(),
            value: Value::Number(benchmark.value?),
            rank,
        })
    });
    markers.collect()
}
