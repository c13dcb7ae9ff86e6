//! `roadmap pack`: raw folders and content in, the pack's files out.

use std::io::Write;
use std::path::{Path, PathBuf};

use roadmap_core::data::wire::{
    BritainShapesWire, BritainWire, ContentWire, ModelWire, PackWire, RoadmapWire, SmallAreasWire,
};
use roadmap_core::data::{self, Dataset, Finding};
use roadmap_core::quantity;

use super::{Outcome, model};
use crate::args::PackArgs;
use crate::content::{Content, PackNames};
use crate::pack::{self, Folders, Packed};
use crate::problem::Problem;
use crate::{audit, output, store};

/// Packs, checks what came out, writes it and tells what it weighs.
pub fn run(data: Option<&PathBuf>, places: &PackArgs) -> Result<Outcome, Problem> {
    let raw = store::folder(places.raw.as_ref(), "shared/data", "the raw data", "--raw")?;
    let content = store::folder(
        places.content.as_ref(),
        "content",
        "the content",
        "--content",
    )?;
    let out = places.out.as_ref().or(data);
    let out = store::folder(out, "public/data", "the packs", "--out")?;
    let folders = Folders {
        raw: &raw,
        content: &content,
        earlier: (!places.anew).then_some(out.as_path()),
    };
    let content = Content::read(folders.content)?;
    let packed = pack::build(&content, folders)?;
    let names = &content.place.pack;
    refuse_faults(&packed, &out, names)?;

    let mut told = String::new();
    for (file, text, budget) in [
        (&names.file, &packed.core, CORE_BUDGET_BYTES),
        (
            &names.small_areas_file,
            &packed.small_areas,
            SMALL_AREAS_BUDGET_BYTES,
        ),
        (&names.content_file, &packed.content, CONTENT_BUDGET_BYTES),
    ]
    .into_iter()
    .chain(named(
        &names.britain_file,
        &packed.britain,
        BRITAIN_BUDGET_BYTES,
    ))
    .chain(named(
        &names.britain_shapes_file,
        &packed.britain_shapes,
        BRITAIN_SHAPES_BUDGET_BYTES,
    ))
    .chain(named(&names.model_file, &packed.model, MODEL_BUDGET_BYTES))
    .chain(named(
        &names.roadmap_file,
        &packed.roadmap,
        ROADMAP_BUDGET_BYTES,
    )) {
        store::write(&out.join(file), text)?;
        told.push_str(&weight(file, text, budget));
    }
    for (file, schema) in [
        ("pack.schema.json", schemars::schema_for!(PackWire)),
        (
            "small-areas.schema.json",
            schemars::schema_for!(SmallAreasWire),
        ),
        ("content.schema.json", schemars::schema_for!(ContentWire)),
        ("britain.schema.json", schemars::schema_for!(BritainWire)),
        (
            "britain-shapes.schema.json",
            schemars::schema_for!(BritainShapesWire),
        ),
        ("model.schema.json", schemars::schema_for!(ModelWire)),
        ("run.schema.json", model::run::schema()),
        ("roadmap.schema.json", schemars::schema_for!(RoadmapWire)),
    ] {
        let text = serde_json::to_string_pretty(&schema)
            .map_err(|error| Problem::CannotEncode(error.to_string()))?;
        store::write(&out.join("schema").join(file), &(text + "\n"))?;
    }
    output::say(&told)?;
    Ok(Outcome::Done)
}

/// What a visitor may be sent for the first view, compressed.
const CORE_BUDGET_BYTES: usize = 150_000;
/// What a visitor may be sent when small areas are first shown, compressed.
const SMALL_AREAS_BUDGET_BYTES: usize = 250_000;
/// What a visitor may be sent of what people have written, compressed.
const CONTENT_BUDGET_BYTES: usize = 100_000;
/// What a visitor may be sent when sectors are first shown, compressed.
const BRITAIN_BUDGET_BYTES: usize = 200_000;
/// What a visitor may be sent when a map of the whole country is first shown, compressed.
const BRITAIN_SHAPES_BUDGET_BYTES: usize = 25_000;
/// What a visitor may be sent when scenarios are first shown, compressed.
const MODEL_BUDGET_BYTES: usize = 150_000;
/// What a visitor may be sent when the roadmap is first shown, compressed.
const ROADMAP_BUDGET_BYTES: usize = 60_000;

/// A file that a pack may do without, if it has both a name and a text.
fn named<'a>(
    name: &'a Option<String>,
    text: &'a Option<String>,
    budget: usize,
) -> Option<(&'a String, &'a String, usize)> {
    Some((name.as_ref()?, text.as_ref()?, budget))
}

/// A pack that its own reader faults is never written.
fn refuse_faults(packed: &Packed, out: &Path, names: &PackNames) -> Result<(), Problem> {
    let audit = audit::core(&names.file, packed.core.as_bytes());
    let mut findings = audit.findings;
    if let Some(dataset) = &audit.dataset {
        findings.extend(companion_faults(packed, names, dataset));
    }
    if findings.is_empty() {
        return Ok(());
    }
    let findings: Vec<String> = findings.iter().map(ToString::to_string).collect();
    Err(Problem::WouldBeFaulty {
        path: out.join(&names.file),
        findings: findings.join("\n"),
    })
}

fn companion_faults(packed: &Packed, names: &PackNames, dataset: &Dataset) -> Vec<Finding> {
    let mut beside = audit::Beside::default();
    let bytes = packed.small_areas.as_bytes();
    let small = audit::small_areas(&names.small_areas_file, bytes, dataset);
    let mut findings = small.findings;
    if let Some(small) = &small.small_areas {
        beside.small_areas(small);
        let bytes = packed.content.as_bytes();
        findings.extend(audit::content(&names.content_file, bytes, (dataset, small)));
        let content = data::read_content(&names.content_file, bytes, dataset).content;
        beside.content(content.iter());
    }
    findings.extend(britain_faults(packed, names, dataset, &mut beside));
    if let Some((file, text, _)) = named(&names.model_file, &packed.model, 0) {
        let audit = audit::model(file, text.as_bytes(), dataset);
        findings.extend(audit.findings);
        if let Some(model) = &audit.model {
            beside.model(model);
        }
    }
    if let Some((file, text, _)) = named(&names.roadmap_file, &packed.roadmap, 0) {
        findings.extend(audit::roadmap(file, text.as_bytes(), dataset, &beside).findings);
    }
    findings
}

fn britain_faults(
    packed: &Packed,
    names: &PackNames,
    dataset: &Dataset,
    beside: &mut audit::Beside,
) -> Vec<Finding> {
    let Some((file, text, _)) = named(&names.britain_file, &packed.britain, 0) else {
        return Vec::new();
    };
    let audit = audit::britain(file, text.as_bytes(), dataset);
    let mut findings = audit.findings;
    let Some(industries) = &audit.industries else {
        return findings;
    };
    beside.industries(industries);
    if let Some((file, text, _)) = named(&names.britain_shapes_file, &packed.britain_shapes, 0) {
        let beside = (dataset, industries);
        findings.extend(audit::britain_shapes(file, text.as_bytes(), beside));
    }
    findings
}

fn weight(file: &str, text: &str, budget: usize) -> String {
    let sent = brotli_bytes(text);
    let verdict = if sent <= budget { "within" } else { "OVER" };
    format!(
        "{file}: {} bytes, {} as sent (brotli), {verdict} the budget of {}\n",
        quantity::count(text.len()),
        quantity::count(sent),
        quantity::count(budget)
    )
}

fn brotli_bytes(text: &str) -> usize {
    const BEST: u32 = 11;
    const WINDOW_BITS: u32 = 22;
    let mut compressor = brotli::CompressorWriter::new(Vec::new(), 4096, BEST, WINDOW_BITS);
    // Writing to memory does not fail; if it did, the size would be told as zero.
    if compressor.write_all(text.as_bytes()).is_err() {
        return 0;
    }
    compressor.into_inner().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_packs_in_the_repository_are_within_their_budgets() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/data");
        let core = store::only_pack(&folder).unwrap();
        let dataset = store::dataset(&folder).unwrap();
        let budgets = [
            SMALL_AREAS_BUDGET_BYTES,
            CONTENT_BUDGET_BYTES,
            BRITAIN_BUDGET_BYTES,
            BRITAIN_SHAPES_BUDGET_BYTES,
            MODEL_BUDGET_BYTES,
            ROADMAP_BUDGET_BYTES,
        ];
        assert_eq!(dataset.companions.len(), budgets.len());
        let companions = dataset.companions.iter().zip(budgets);
        let companions = companions.map(|(own, budget)| (folder.join(&own.file), budget));
        for (path, budget) in companions.chain([(core, CORE_BUDGET_BYTES)]) {
            let text = std::fs::read_to_string(&path).unwrap();
            let sent = brotli_bytes(&text);
            assert!(0 < sent && sent <= budget, "{}: {sent}", path.display());
        }
    }
}
