//! What the tests start from: the committed packs.

use std::sync::OnceLock;

use roadmap_core::data::roadmap::Roadmap;
use roadmap_core::data::{Dataset, Finding, read_pack, read_roadmap};
use roadmap_core::roadmap::Graph;
use serde_json::Value;

const PUBLIC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/data/");

/// The committed core pack.
pub fn dataset() -> &'static Dataset {
    static PACK: OnceLock<Dataset> = OnceLock::new();
    PACK.get_or_init(|| {
        let reading = read_pack("core", &bytes("hertfordshire.json"));
        reading.dataset.unwrap()
    })
}

/// The committed roadmap, which has no fault.
pub fn roadmap() -> &'static Roadmap {
    static PACK: OnceLock<Roadmap> = OnceLock::new();
    PACK.get_or_init(|| {
        let reading = read_roadmap("roadmap", &bytes("hertfordshire-roadmap.json"), dataset());
        assert!(reading.findings.is_empty(), "{:?}", reading.findings);
        reading.roadmap.unwrap()
    })
}

pub fn graph() -> Graph<'static> {
    Graph {
        roadmap: roadmap(),
        dataset: dataset(),
    }
}

/// What is read of the committed roadmap after `spoil`.
pub fn spoilt(spoil: impl Fn(&mut Value)) -> (Option<Roadmap>, Vec<Finding>) {
    let mut value: Value = serde_json::from_slice(&bytes("hertfordshire-roadmap.json")).unwrap();
    spoil(&mut value);
    let reading = read_roadmap("roadmap", value.to_string().as_bytes(), dataset());
    (reading.roadmap, reading.findings)
}

pub fn bytes(file: &str) -> Vec<u8> {
    std::fs::read(format!("{PUBLIC}{file}")).unwrap()
}
