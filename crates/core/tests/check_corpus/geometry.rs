//! Shapes: broken arcs, shapes that are missing, a hole in the coverage.

use roadmap_core::area::{AreaCode, Level, Vintage};
use roadmap_core::data::wire::TopologyWire;
use roadmap_core::data::{Finding, Reason, read_small_areas};
use roadmap_core::geo::{AreaAt, LayerId, Topology, TopologyFault};
use roadmap_core::picture::DistrictMap;
use serde_json::{Value, json};

use crate::expect::{is_told_in_words, read};
use crate::packs::{self, EAST, WEST};

const MSOA_2021: LayerId = LayerId::Areas(Level::Msoa, Vintage::Census2021);
const MSOA_2011: LayerId = LayerId::Areas(Level::Msoa, Vintage::Census2011);

fn topology(pack: &Value) -> TopologyWire {
    let is_companion = pack["schema"] == packs::companion()["schema"];
    let text = pack.to_string();
    if is_companion {
        let dataset = read(&packs::core()).dataset.unwrap();
        let reading = read_small_areas("companion.json", text.as_bytes(), &dataset);
        reading.small_areas.unwrap().topology
    } else {
        read(pack).dataset.unwrap().topology
    }
}

fn map_of(spoil: impl Fn(&mut Value)) -> (Option<DistrictMap>, Vec<Finding>) {
    let mut pack = packs::core();
    spoil(&mut pack["topology"]);
    let reading = read(&pack);
    assert!(reading.findings.is_empty(), "{:?}", reading.findings);
    let (map, findings) = DistrictMap::decode(&reading.dataset.unwrap());
    findings.iter().for_each(is_told_in_words);
    (map, findings)
}

fn no_shape(code: &str) -> Reason {
    let code = code.to_owned();
    Reason::NoShape { code }
}

fn at(layer: LayerId, code: &str) -> AreaAt {
    let code = code.to_owned();
    AreaAt { layer, code }
}

#[test]
fn sound_shapes_are_drawn_whole() {
    let (map, findings) = map_of(|_| {});
    assert!(map.is_some() && findings.is_empty(), "{findings:?}");
}

#[test]
fn a_district_without_a_shape() {
    let (map, findings) = map_of(|topology| {
        topology["layers"][0]["shapes"]
            .as_array_mut()
            .unwrap()
            .pop();
    });
    assert!(map.is_some(), "the other is still drawn");
    let reasons: Vec<&Reason> = findings.iter().map(|finding| &finding.reason).collect();
    assert_eq!(reasons, [&no_shape(EAST)]);
}

#[test]
fn broken_arcs_cost_the_areas_that_use_them() {
    for (broken, words) in [
        (json!([2, 0, 2]), "arc 6 has an odd count of numbers"),
        (json!([2, 0]), "arc 6 has fewer than two points"),
        (json!([]), "arc 6 has fewer than two points"),
        (json!([2, 0, 2_147_483_647, 0]), "arc 6 leaves the globe"),
        (
            json!([2, 0, -2_147_483_648_i64, -1]),
            "arc 6 leaves the globe",
        ),
    ] {
        let (map, findings) = map_of(|topology| topology["arcs"][6] = broken.clone());
        assert!(map.is_some(), "{words}");
        assert_eq!(findings.len(), 3, "{findings:?}");
        assert!(findings[0].to_string().contains(words), "{}", findings[0]);
        let used = "uses arc 6, which is missing or itself at fault";
        assert!(findings[1].to_string().contains(used), "{}", findings[1]);
        assert_eq!(findings[2].reason, no_shape(EAST));
    }
}

#[test]
fn no_arc_at_all() {
    let (map, findings) = map_of(|topology| topology["arcs"] = json!([]));
    assert!(map.is_none());
    let last: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert!(
        last.iter()
            .any(|words| words.contains("there is no layer of districts")),
        "{last:?}"
    );
}

#[test]
fn a_grid_that_is_none() {
    for grid in [json!([0, 0.01]), json!([-1, 1]), json!([1e308, 1e308])] {
        let (map, findings) = map_of(|topology| topology["scale_deg"] = grid.clone());
        assert!(map.is_none() && !findings.is_empty(), "{grid}");
    }
}

fn faults_of(spoil: impl Fn(&mut Value)) -> Vec<TopologyFault> {
    let mut pack = packs::core();
    spoil(&mut pack["topology"]["layers"]);
    Topology::decode(&[&topology(&pack)]).1
}

#[test]
fn rings_that_cannot_be_walked() {
    let ring = |ring: Value| {
        move |layers: &mut Value| layers[0]["shapes"][1]["polygons"] = json!([[ring]])
    };
    let at = || at(LayerId::DISTRICTS, EAST);
    let unknown = |arc| vec![TopologyFault::UnknownArc { at: at(), arc }];
    assert_eq!(faults_of(ring(json!([6, -3, 99]))), unknown(99));
    assert_eq!(faults_of(ring(json!([i32::MIN]))), unknown(i32::MIN));
    assert_eq!(faults_of(ring(json!([i32::MAX]))), unknown(i32::MAX));
    let open = [TopologyFault::RingNotClosed { at: at() }];
    assert_eq!(faults_of(ring(json!([6, -3]))), open);
    let overlap = [TopologyFault::ArcUsedTwice { at: at(), arc: 1 }];
    assert_eq!(faults_of(ring(json!([1, 2, -7]))), overlap);
    let flat = [TopologyFault::FlatRing { at: at() }];
    assert_eq!(faults_of(ring(json!([6, -7]))), flat);
    let none = [TopologyFault::NoShape { at: at() }];
    assert_eq!(
        faults_of(|layers| layers[0]["shapes"][1]["polygons"] = json!([])),
        none
    );
    let open_at_all = faults_of(ring(json!([])));
    assert_eq!(open_at_all, flat, "a ring of nothing covers nothing");
}

#[test]
fn layers_and_codes_that_are_none() {
    let level = "parish".to_owned();
    let vintage = "current".to_owned();
    assert_eq!(
        faults_of(|layers| layers[0]["level"] = json!("parish")),
        [TopologyFault::UnknownLayer { level, vintage }]
    );
    let layer = LayerId::DISTRICTS;
    assert_eq!(
        faults_of(|layers| {
            let again = layers[0].clone();
            layers.as_array_mut().unwrap().push(again);
        }),
        [TopologyFault::DuplicateLayer { layer }]
    );
    assert_eq!(
        faults_of(|layers| layers[0]["shapes"][1]["code"] = json!(WEST)),
        [TopologyFault::DuplicateArea {
            at: at(layer, WEST)
        }]
    );
    let bad = faults_of(|layers| layers[0]["shapes"][1]["code"] = json!("east"));
    assert!(
        matches!(bad[..], [TopologyFault::BadCode { .. }]),
        "{bad:?}"
    );
}

fn with_companion(spoil: impl Fn(&mut Value)) -> (Topology, Vec<TopologyFault>) {
    let mut companion = packs::companion();
    spoil(&mut companion["topology"]);
    Topology::decode(&[&topology(&packs::core()), &topology(&companion)])
}

fn codes(codes: &[AreaCode]) -> Vec<&str> {
    codes.iter().map(AreaCode::as_str).collect()
}

#[test]
fn small_areas_that_fill_their_districts() {
    let (topology, faults) = with_companion(|_| {});
    assert!(faults.is_empty(), "{faults:?}");
    for layer in [MSOA_2011, MSOA_2021] {
        assert!(topology.coverage_gaps(layer, LayerId::DISTRICTS).is_empty());
    }
}

#[test]
fn a_hole_in_the_coverage_is_named_by_its_neighbours() {
    let (topology, faults) = with_companion(|topology| {
        topology["layers"][1]["shapes"]
            .as_array_mut()
            .unwrap()
            .remove(1);
    });
    assert!(
        faults.is_empty(),
        "each shape is sound by itself: {faults:?}"
    );
    let gaps = topology.coverage_gaps(MSOA_2021, LayerId::DISTRICTS);
    assert_eq!(codes(&gaps), ["M00000011", "M00000013"]);
    assert!(
        topology
            .coverage_gaps(MSOA_2011, LayerId::DISTRICTS)
            .is_empty()
    );
}

#[test]
fn ground_that_belongs_to_no_district_is_named() {
    let mut pack = packs::core();
    pack["topology"]["layers"][0]["shapes"]
        .as_array_mut()
        .unwrap()
        .pop();
    let (topology, faults) = Topology::decode(&[&topology(&pack), &topology(&packs::companion())]);
    assert!(faults.is_empty(), "{faults:?}");
    let gaps = topology.coverage_gaps(MSOA_2021, LayerId::DISTRICTS);
    assert!(codes(&gaps).contains(&"M00000013"), "{gaps:?}");
}

#[test]
fn a_companion_on_another_grid_is_not_joined() {
    let (topology, faults) = with_companion(|topology| topology["scale_deg"] = json!([0.02, 0.01]));
    assert_eq!(faults, [TopologyFault::GridsDiffer]);
    assert_eq!(topology.codes(LayerId::DISTRICTS).count(), 2);
    assert_eq!(topology.codes(MSOA_2021).count(), 0);
}
