//! The topology of the real published shapes, where they are at hand.

use std::io::Write;
use std::path::{Path, PathBuf};

use roadmap_core::geo::{
    Layer, LayerId, LonLat, Projection, Topology, TopologyFault, ring_quanta, twice_area,
};

use crate::topology::layers::{DISSOLVED, LSOA_2011, LSOA_2021, MSOA_2021};
use crate::topology::{Built, Input, SourceArea, build, read_geojson};

/// The folder of published files, or a printed line that says it is not there.
fn raw_folder() -> Option<PathBuf> {
    let beside = || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data"));
    let folder = std::env::var_os("ROADMAP_RAW").map_or_else(beside, PathBuf::from);
    let is_there = folder.is_dir();
    if !is_there {
        println!("skipped: no published files at {}", folder.display());
    }
    is_there.then_some(folder)
}

fn input(raw: &Path) -> Input {
    let read = |file: &str| {
        let text = std::fs::read_to_string(raw.join(file)).unwrap();
        read_geojson(file, &text).unwrap()
    };
    Input {
        lsoa_2021: read("boundaries-hertfordshire/lsoa_2021.geojson"),
        msoa_2021: read("boundaries-hertfordshire/msoa_2021.geojson"),
        lsoa_2011: read("boundaries-hertfordshire/lsoa_2011.geojson"),
        msoa_2011: read("boundaries-hertfordshire/msoa_2011.geojson"),
        districts: read("boundaries-hertfordshire/districts.geojson"),
        neighbours: read("boundaries-neighbours/districts_hertfordshire_and_neighbours.geojson"),
    }
}

#[test]
fn the_published_county_comes_out_whole() {
    let Some(raw) = raw_folder() else { return };
    let input = input(&raw);
    let built = build(&input).unwrap();
    println!("{:#?}", built.report);
    let counts: Vec<_> = built
        .report
        .layers
        .iter()
        .map(|layer| layer.areas)
        .collect();
    assert_eq!(counts, [10, 35, 713, 154, 690, 153]);
    for layer in &built.report.layers {
        assert_eq!(layer.exactly_as_published, layer.areas, "{layer:?}");
        let most_pct = if layer.layer == LayerId::Neighbours {
            5.0
        } else {
            1.0
        };
        assert!(layer.worst_change_pct < most_pct, "{layer:?}");
    }

    let (core, small) = (brotli_bytes(&built.core), brotli_bytes(&built.small_areas));
    println!("brotli: core {core} bytes, small areas {small} bytes");
    assert!(core <= 20_000 && small <= 75_000, "{core} {small}");
    small_areas_add_up_exactly(&built);

    let (topology, faults) = Topology::decode(&[&built.core, &built.small_areas]);
    assert_eq!(faults, Vec::<TopologyFault>::new());
    let projection = Projection::centred_on(&topology.bounds_deg(LayerId::DISTRICTS).unwrap());
    let layer = |id| topology.layer(id, &projection).unwrap();
    shapes_are_where_and_how_large_they_should_be(&layer(LayerId::DISTRICTS), &projection);
    assert_eq!(topology.outline(LayerId::DISTRICTS, &projection).len(), 1);
    for id in topology.layer_ids() {
        let layer = layer(id);
        for (position, area) in layer.areas().iter().enumerate() {
            assert_eq!(
                layer.area_at(area.label_point),
                Some(position),
                "{}",
                area.code
            );
        }
    }
    // One area in several parts and one with a hole in each vintage.
    for id in [LSOA_2021, LSOA_2011] {
        let layer = layer(id);
        let parts = layer.areas().iter().filter(|area| area.polygons.len() > 1);
        let polygons = layer.areas().iter().flat_map(|area| &area.polygons);
        let holed = polygons.filter(|polygon| !polygon.holes.is_empty());
        assert_eq!((parts.count(), holed.count()), (1, 1));
    }

    let [anywhere, in_each] = agreement(&input, &layer(LSOA_2021), &projection);
    println!("same area as published: {anywhere:.3}% of points, {in_each:.3}% area by area");
    assert!(anywhere >= 99.9 && in_each >= 99.8, "{anywhere} {in_each}");
}

#[test]
fn the_same_shapes_give_the_same_bytes_in_any_order() {
    let Some(raw) = raw_folder() else { return };
    let mut input = input(&raw);
    // The smaller half is enough, and quicker.
    let first_msoas: Vec<_> = input.msoa_2021.iter().take(40).cloned().collect();
    let kept = |area: &SourceArea| {
        first_msoas
            .iter()
            .any(|msoa| area.msoa.as_ref() == Some(&msoa.code))
    };
    input.lsoa_2021.retain(kept);
    input.msoa_2021 = first_msoas.clone();
    input.districts.clear();
    input.lsoa_2011.clear();
    input.msoa_2011.clear();
    for area in &mut input.lsoa_2021 {
        area.district = Some("X00000001".into());
    }
    input.districts = vec![SourceArea {
        code: "X00000001".into(),
        msoa: None,
        district: None,
        polygons: input
            .lsoa_2021
            .iter()
            .flat_map(|area| area.polygons.clone())
            .collect(),
    }];
    let bytes = |input: &Input| {
        let built = build(input).unwrap();
        serde_json::to_string(&(built.core, built.small_areas)).unwrap()
    };
    let forwards = bytes(&input);
    input.lsoa_2021.reverse();
    input.msoa_2021.reverse();
    assert!(
        forwards == bytes(&input),
        "the order of areas leaks into the files"
    );
}

fn brotli_bytes(part: &impl serde::Serialize) -> usize {
    let json = serde_json::to_vec(part).unwrap();
    let mut packed = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    packed.write_all(&json).unwrap();
    packed.into_inner().len()
}

/// The small areas' ground is the larger areas' ground, to the square quantum.
fn small_areas_add_up_exactly(built: &Built) {
    let deltas = built.core.arcs.iter().chain(&built.small_areas.arcs);
    let arcs: Vec<Vec<[i32; 2]>> = deltas
        .map(|deltas| {
            let steps = deltas.chunks(2).scan([0, 0], |at, step| {
                *at = [at[0] + step[0], at[1] + step[1]];
                Some(*at)
            });
            steps.collect()
        })
        .collect();
    let layers: Vec<_> = built
        .core
        .layers
        .iter()
        .chain(&built.small_areas.layers)
        .collect();
    let ground = |id: LayerId| -> i128 {
        let keys = |level: &str, vintage: &str| LayerId::from_keys(level, vintage) == Some(id);
        let layer = layers
            .iter()
            .find(|layer| keys(&layer.level, &layer.vintage))
            .unwrap();
        let rings = layer
            .shapes
            .iter()
            .flat_map(|shape| shape.polygons.iter().flatten());
        rings
            .map(|ring| twice_area(&ring_quanta(&arcs, ring).collect::<Vec<_>>()))
            .sum()
    };
    for (coarse, fine) in DISSOLVED {
        assert_eq!(ground(coarse), ground(fine), "{coarse} and {fine}");
    }
    assert_eq!(ground(LayerId::DISTRICTS), ground(MSOA_2021));
}

fn shapes_are_where_and_how_large_they_should_be(districts: &Layer, projection: &Projection) {
    let total: f64 = districts.areas().iter().map(|area| area.area_sq_km).sum();
    assert!((total - 1_640.0).abs() < 5.0, "{total}");
    let stevenage = districts
        .areas()
        .iter()
        .find(|area| area.code.as_str() == "E07000243");
    let stevenage = stevenage.unwrap();
    assert!(
        (stevenage.area_sq_km - 25.9).abs() < 0.1,
        "{}",
        stevenage.area_sq_km
    );
    let station = projection.map_from_lonlat(LonLat {
        lon_deg: -0.2070,
        lat_deg: 51.9017,
    });
    let found = districts
        .area_at(station)
        .map(|position| &districts.areas()[position]);
    assert_eq!(found.map(|area| &area.code), Some(&stevenage.code));
}

/// Per cent of points whose area is the published one: points anywhere in the
/// county, and as many points in each area, which weighs crowded towns more.
fn agreement(input: &Input, layer: &Layer, projection: &Projection) -> [f64; 2] {
    let published: Vec<_> = input
        .lsoa_2021
        .iter()
        .map(|area| (area, box_around(area)))
        .collect();
    let found = |[x, y]: [f64; 2]| {
        layer.area_at(projection.map_from_lonlat(LonLat {
            lon_deg: x / 1e5,
            lat_deg: y / 1e5,
        }))
    };
    let mut dice = Dice(0x5eed);
    let mut same = [0_usize; 2];
    let whole = published.iter().map(|(_, around)| *around).reduce(|a, b| {
        [
            a[0].min(b[0]),
            a[1].min(b[1]),
            a[2].max(b[2]),
            a[3].max(b[3]),
        ]
    });
    let (mut asked, whole) = (0, whole.unwrap());
    while asked < 10_000 {
        let point = dice.point_in(whole);
        let is_in = |(area, around): &(&SourceArea, [f64; 4])| covers(area, *around, point);
        if let Some(wanted) = published.iter().position(is_in) {
            asked += 1;
            same[0] += usize::from(found(point) == Some(wanted));
        }
    }
    for (wanted, (area, around)) in published.iter().enumerate() {
        let points = std::iter::repeat_with(|| dice.point_in(*around));
        let inside = points
            .filter(|point| covers(area, *around, *point))
            .take(20);
        same[1] += inside.filter(|point| found(*point) == Some(wanted)).count();
    }
    let in_each = 20 * published.len();
    [
        same[0] as f64 / asked as f64 * 100.0,
        same[1] as f64 / in_each as f64 * 100.0,
    ]
}

fn box_around(area: &SourceArea) -> [f64; 4] {
    let corners = area.polygons.iter().flatten().flatten();
    corners.map(|corner| corner.map(f64::from)).fold(
        [f64::MAX, f64::MAX, f64::MIN, f64::MIN],
        |[west, south, east, north], [x, y]| [west.min(x), south.min(y), east.max(x), north.max(y)],
    )
}

/// Even-odd over the published rings, written apart from the code under test.
fn covers(area: &SourceArea, [west, south, east, north]: [f64; 4], [x, y]: [f64; 2]) -> bool {
    let is_near = west <= x && x <= east && south <= y && y <= north;
    let crosses = |a: &[i32; 2], b: &[i32; 2]| {
        let ([ax, ay], [bx, by]) = (a.map(f64::from), b.map(f64::from));
        (ay > y) != (by > y) && x < ax + (y - ay) / (by - ay) * (bx - ax)
    };
    let rings = area.polygons.iter().flatten();
    let edges = rings.flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)));
    is_near && edges.filter(|(a, b)| crosses(a, b)).count() % 2 == 1
}

/// Marsaglia's xorshift: the same points on every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn point_in(&mut self, [west, south, east, north]: [f64; 4]) -> [f64; 2] {
        [
            west + self.roll() * (east - west),
            south + self.roll() * (north - south),
        ]
    }
}
