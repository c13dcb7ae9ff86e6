//! Maps of the committed pack's areas, and the charts beside them.

use std::sync::{Arc, LazyLock};

use roadmap_core::area::Level;
use roadmap_core::atlas::{Atlas, MapFigures};
use roadmap_core::chart::NamedValue;
use roadmap_core::chart::area_map::{AreaMapSpec, Cluster, Fill, Flow, Ground, Uncertainty};
use roadmap_core::chart::histogram::HistogramSpec;
use roadmap_core::chart::ranking::{RankedArea, RankingSpec};
use roadmap_core::chart::scatter::{ScatterAxis, ScatterPoint, ScatterSpec};
use roadmap_core::data::{Dataset, read_pack, read_small_areas};
use roadmap_core::geo::{LonLat, MapPoint, Viewport};
use roadmap_core::quantity::{Interval, Value};

const OLD: &str = "aged-65-and-over-share";
const DEPRIVED: &str = "imd-2025-score";
const CLASSES: u8 = 5;

static PACK: LazyLock<(Dataset, Atlas)> = LazyLock::new(|| {
    let core = include_bytes!("../../../../public/data/hertfordshire.json");
    let dataset = read_pack("the pack", core).dataset.unwrap();
    let small = include_bytes!("../../../../public/data/hertfordshire-small-areas.json");
    let small = read_small_areas("the small areas", small, &dataset);
    let (atlas, findings) = Atlas::new(&dataset, small.small_areas.unwrap());
    assert!(findings.is_empty(), "{findings:?}");
    (dataset, atlas.unwrap())
});

/// The share of older people, by middle-sized area or small area.
pub fn old(level: Level) -> MapFigures {
    let (dataset, atlas) = &*PACK;
    atlas.figures(dataset, OLD, level, None).unwrap()
}

fn deprived() -> MapFigures {
    let (dataset, atlas) = &*PACK;
    let figures = atlas.figures(dataset, DEPRIVED, Level::Lsoa, None);
    figures.unwrap()
}

fn ground(figures: &MapFigures) -> Arc<Ground> {
    let (dataset, atlas) = &*PACK;
    let ground = atlas.ground(dataset, figures.level, figures.vintage);
    ground.unwrap()
}

/// For each area the share of areas below it.
fn shares(figures: &MapFigures) -> Vec<f64> {
    let numbers = figures.numbers();
    let below = |number: &f64| numbers.iter().filter(|other| *other < number).count();
    let share = |number| below(number) as f64 / numbers.len() as f64;
    numbers.iter().map(share).collect()
}

fn spec(figures: &MapFigures, fill: impl Fn(usize, f64) -> Fill) -> AreaMapSpec {
    let shares = shares(figures);
    AreaMapSpec {
        ground: ground(figures),
        fills: shares
            .into_iter()
            .enumerate()
            .map(|(area, share)| fill(area, share))
            .collect(),
        uncertain: Vec::new(),
        uncertainty: Uncertainty::Hatched,
        dimmed: Vec::new(),
        pinned: None,
        flows: Vec::new(),
        kept_clear: Vec::new(),
    }
}

fn fifth(share: f64) -> Fill {
    let class = (share * f64::from(CLASSES)) as u8;
    Fill::Class { class, of: CLASSES }
}

/// Classes, with every reason for which an area may look otherwise.
pub fn classes() -> AreaMapSpec {
    let figures = old(Level::Msoa);
    let spec = spec(&figures, |area, share| match area % 19 {
        3 => Fill::Missing,
        8 => Fill::Suppressed,
        _ => fifth(share),
    });
    let count = spec.fills.len();
    AreaMapSpec {
        uncertain: (0..count).map(|area| area % 6 == 0).collect(),
        pinned: Some(61),
        ..spec
    }
}

/// Small areas, some of which are brushed out.
pub fn small_areas() -> AreaMapSpec {
    spec(&deprived(), |_, share| fifth(share))
}

/// Around a named value.
pub fn diverging() -> AreaMapSpec {
    spec(&old(Level::Msoa), |_, share| Fill::Diverging {
        class: (share * 7.0) as i8 - 3,
    })
}

/// Two measures.
pub fn pair() -> AreaMapSpec {
    let figures = old(Level::Msoa);
    spec(&figures, |area, share| Fill::Pair {
        first: (share * 3.0) as u8,
        second: (area * 7 % 3) as u8,
    })
}

/// Hot and cold spots.
pub fn clusters() -> AreaMapSpec {
    spec(&old(Level::Msoa), |area, share| {
        Fill::Cluster(match (share, area % 9) {
            (0.8.., _) => Cluster::HighHigh,
            (..0.15, _) => Cluster::LowLow,
            (0.5.., 4) => Cluster::HighLow,
            (..0.5, 7) => Cluster::LowHigh,
            _ => Cluster::None,
        })
    })
}

/// Rises and falls, most inside their noise.
pub fn changes() -> AreaMapSpec {
    spec(&old(Level::Msoa), |_, share| match share {
        0.85.. => Fill::Diverging { class: 3 },
        0.7.. => Fill::Diverging { class: 1 },
        ..0.1 => Fill::Diverging { class: -2 },
        _ => Fill::NoClearChange,
    })
}

/// Journeys from some towns to the capital, and back.
pub fn flows() -> AreaMapSpec {
    let (dataset, atlas) = &*PACK;
    let at = |[lon_deg, lat_deg]: [f64; 2]| {
        atlas
            .projection()
            .map_from_lonlat(LonLat { lon_deg, lat_deg })
    };
    let capital = at([-0.12, 51.62]);
    let flow = |from: MapPoint, to: MapPoint, weight: f64| Flow {
        from,
        to,
        weight,
        words: String::new(),
    };
    let towns = atlas.small().landmarks(dataset).into_iter().take(7);
    let journeys = towns.enumerate().flat_map(|(rank, town)| {
        let (here, out) = (at(town.lon_lat_deg), 9_000.0 / (rank + 1) as f64);
        [flow(here, capital, out), flow(capital, here, out / 6.0)]
    });
    AreaMapSpec {
        flows: journeys.collect(),
        ..spec(&old(Level::Msoa), |_, _| Fill::NoClass)
    }
}

/// The whole county in a frame.
pub fn whole(spec: &AreaMapSpec, width_px: f64, height_px: f64) -> Viewport {
    Viewport::fit(spec.ground.bounds(), width_px, height_px, 8.0).unwrap()
}

/// A view about a place.
pub fn about(
    lon_deg: f64,
    lat_deg: f64,
    px_per_km: f64,
    width_px: f64,
    height_px: f64,
) -> Viewport {
    let at = PACK
        .1
        .projection()
        .map_from_lonlat(LonLat { lon_deg, lat_deg });
    Viewport::new(at, px_per_km, width_px, height_px).unwrap()
}

fn named(name: &str, value: f64) -> NamedValue {
    NamedValue {
        name: name.to_owned(),
        value,
    }
}

fn fills() -> Vec<Fill> {
    let fill = |class| Fill::Class { class, of: CLASSES };
    (0..CLASSES).map(fill).collect()
}

pub fn histogram() -> HistogramSpec {
    let figures = old(Level::Lsoa);
    let mut values = figures.values();
    values[7] = Value::Suppressed;
    for value in values.iter_mut().skip(20).take(12) {
        *value = Value::Missing;
    }
    HistogramSpec {
        measure: "Aged 65 and over".to_owned(),
        unit: figures.subject.unit,
        decimals: 1,
        period: "2021".to_owned(),
        areas_name: "small areas".to_owned(),
        values,
        upper_edges: vec![11.5, 16.0, 20.5, 27.0],
        fills: fills(),
        markers: vec![named("Hertfordshire", 17.2), named("England", 18.6)],
        pinned: Some(named("Bedwell", 9.4)),
        brushed: None,
    }
}

pub fn ranking() -> RankingSpec {
    let figures = old(Level::Lsoa);
    let areas = figures.rows.iter().map(|row| {
        let half = row.value.number().unwrap_or(0.0).sqrt() * 0.5;
        RankedArea {
            key: row.code.to_string(),
            name: row.name.clone(),
            value: row.value,
            interval: row.value.number().map(|number| Interval {
                low: number - half,
                high: number + half,
            }),
            fill: fifth(row.value.number().unwrap_or(0.0).min(39.0) / 40.0),
        }
    });
    RankingSpec {
        measure: "Aged 65 and over".to_owned(),
        unit: figures.subject.unit,
        decimals: 1,
        period: "2021".to_owned(),
        areas_name: "small areas".to_owned(),
        areas: areas.collect(),
        at_each_end: 5,
        pinned: Some(300),
        line: Some(named("Hertfordshire", 17.2)),
    }
}

pub fn scatter() -> ScatterSpec {
    let (across, up) = (deprived(), old(Level::Lsoa));
    let axis = |figures: &MapFigures, value: f64| ScatterAxis {
        measure: figures.subject.name.clone(),
        unit: figures.subject.unit,
        decimals: 1,
        period: figures.period_words.clone(),
        line: Some(named("Hertfordshire", value)),
    };
    let both = across.rows.iter().zip(&up.rows).step_by(3);
    let points = both.map(|(across, up)| ScatterPoint {
        key: across.code.to_string(),
        name: across.name.clone(),
        across: across.value,
        up: up.value,
    });
    ScatterSpec {
        across: axis(&across, 12.5),
        up: axis(&up, 17.2),
        areas_name: "small areas".to_owned(),
        points: points.collect(),
        dimmed: Vec::new(),
        pinned: Some(100),
    }
}
