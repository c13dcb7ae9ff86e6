//! From bytes to a dataset and every fault found on the way.
//!
//! A fault costs the smallest thing that holds it: a cell, a row, a series. Only
//! a pack without a place or areas gives no dataset at all.

mod areas;
mod britain;
mod content;
mod evidence;
mod faults;
mod flows;
mod measures;
mod model;
mod region;
mod roadmap;
mod series;
mod small_areas;
mod small_measures;

pub use britain::{
    BritainReading, BritainShapes, BritainShapesReading, read_britain, read_britain_shapes,
};
pub use content::{ContentReading, read_content};
pub use evidence::{EvidenceReading, read_evidence};
pub use model::{ModelReading, read_model};
pub use region::{Place as RegionPlace, RegionReading, check_region};
pub use roadmap::{RoadmapReading, read_roadmap};
pub use small_areas::{SmallAreasReading, read_small_areas};

use super::finding::{Finding, Reason};
use super::wire::fields::Fields;
use super::wire::{PACK_SCHEMA, ProductWire, TopologyWire, UnavailableWire};
use super::{Dataset, Unavailable};
use faults::Faults;

/// No pack is larger; more is refused before it is parsed.
const MOST_BYTES: usize = 20_000_000;

/// What was read from a core pack.
#[derive(Debug)]
pub struct Reading {
    /// The dataset, if the pack has at least a place and its areas.
    pub dataset: Option<Dataset>,
    /// Every fault, in the order of the file.
    pub findings: Vec<Finding>,
}

/// Reads and checks a core pack; `file` is how it is called in findings.
///
/// Geometry is checked where it is decoded, by [`crate::geo`].
#[must_use]
pub fn read_pack(file: &str, bytes: &[u8]) -> Reading {
    let mut faults = Faults::new(file);
    let dataset = dataset(bytes, &mut faults);
    Reading {
        dataset,
        findings: faults.into_findings(),
    }
}

fn dataset(bytes: &[u8], faults: &mut Faults) -> Option<Dataset> {
    let text = text(bytes, faults)?;
    let parts = parts(text, PACK_SCHEMA, faults)?;
    let pack_version = faults.value(&parts, "pack_version").unwrap_or_default();
    let content_hash = faults.value(&parts, "content_hash").unwrap_or_default();
    let place = faults.record(&parts, "place");
    let product = faults
        .record::<ProductWire>(&parts, "product")
        .unwrap_or_else(|| ProductWire {
            name: String::new(),
            purpose: String::new(),
        });
    let areas = areas::areas(faults.rows(&parts, "areas"), faults);
    let place = areas::place(place?, &areas, faults)?;
    // A pack whose districts have never changed has no such part.
    let retired = if parts.get("retired").is_some() {
        faults.rows(&parts, "retired")
    } else {
        Vec::new()
    };
    let retired = areas::retired(retired, &areas, faults);
    let named_places = areas::named_places(faults.rows(&parts, "named_places"), &areas, faults);
    let companions = areas::companions(faults.rows(&parts, "companions"), faults);
    let themes = measures::themes(faults.rows(&parts, "themes"), faults);
    let sources = measures::sources(faults.rows(&parts, "sources"), faults);
    let (measures, message_words, provenance) =
        measures::measures(faults.rows(&parts, "measures"), &themes, &sources, faults);
    let known = series::Known {
        areas: &areas,
        retired: &retired,
        measures: &measures,
        provenance: &provenance,
    };
    let series = series::series(faults.rows(&parts, "series"), &known, faults);
    let (english_districts, distributions) = faults
        .record(&parts, "english_districts")
        .map(|english| series::distributions(english, &known, faults))
        .unwrap_or_default();
    let unavailable = faults
        .rows::<UnavailableWire>(&parts, "unavailable")
        .into_iter()
        .map(|row| Unavailable {
            what: row.record.what,
            why: row.record.why,
        })
        .collect();
    let topology = faults
        .record(&parts, "topology")
        .unwrap_or_else(empty_topology);
    Some(Dataset {
        pack_version,
        content_hash,
        place,
        product_name: product.name,
        purpose: product.purpose,
        companions,
        themes,
        sources,
        areas,
        retired,
        named_places,
        measures,
        message_words,
        series,
        english_districts,
        distributions,
        unavailable,
        topology,
    })
}

fn text<'a>(bytes: &'a [u8], faults: &mut Faults) -> Option<&'a str> {
    let fault = match bytes.len() {
        0 => Reason::Absent,
        bytes if bytes > MOST_BYTES => Reason::TooLarge { bytes },
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => return Some(text),
            Err(_) => Reason::NotText,
        },
    };
    faults.add("", "", fault);
    None
}

/// The parts of a file, if it follows the schema.
fn parts<'a>(text: &'a str, expected: &'static str, faults: &mut Faults) -> Option<Fields<'a>> {
    let parts = faults.cut(text)?;
    let found: String = faults.value(&parts, "schema")?;
    if found == expected {
        return Some(parts);
    }
    faults.add("schema", "", Reason::WrongSchema { found, expected });
    None
}

const fn empty_topology() -> TopologyWire {
    TopologyWire {
        scale_deg: [1.0, 1.0],
        translate_deg: [0.0, 0.0],
        arcs: Vec::new(),
        layers: Vec::new(),
    }
}
