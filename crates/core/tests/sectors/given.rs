//! What the tests start from: the committed pack, and what is usually asked.

use std::sync::OnceLock;

use roadmap_core::data::{Industries, IndustryLevel, read_britain, read_pack};
use roadmap_core::sectors::{Choice, Ground, NationalTable, Rows};

const PUBLIC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/data/");

pub const COUNTY: &str = "E10000015";
pub const DACORUM: &str = "E07000096";
pub const WATFORD: &str = "E07000103";
pub const STEVENAGE: &str = "E07000243";
pub const CAMBRIDGE: &str = "E07000008";

/// The committed companion with every district by industry.
pub fn industries() -> &'static Industries {
    static PACK: OnceLock<Industries> = OnceLock::new();
    PACK.get_or_init(|| {
        let dataset = read_pack("the pack", &bytes("hertfordshire.json")).dataset;
        let britain = bytes("hertfordshire-britain.json");
        let reading = read_britain("Britain", &britain, &dataset.unwrap());
        assert!(reading.findings.is_empty(), "{:?}", reading.findings);
        reading.industries.unwrap()
    })
}

/// A committed file.
pub fn bytes(file: &str) -> Vec<u8> {
    std::fs::read(format!("{PUBLIC}{file}")).unwrap()
}

/// What is usually asked of a place, by level.
pub fn asked(place: &str, level: IndustryLevel) -> Choice {
    Choice {
        rows: Rows::Industries(level),
        ..Choice::usual(industries(), place).unwrap()
    }
}

/// Its input-output table, solved.
pub fn national() -> &'static NationalTable {
    static TABLE: OnceLock<NationalTable> = OnceLock::new();
    TABLE.get_or_init(|| NationalTable::new(industries()).unwrap())
}

pub fn ground(place: &str) -> Ground<'static> {
    Ground::find(industries(), place).unwrap()
}

pub fn near(found: f64, expected: f64, by: f64) {
    assert!((found - expected).abs() <= by, "{found} is not {expected}");
}
