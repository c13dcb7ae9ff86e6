//! From raw folders and content to the pack's files.
//!
//! The same input gives the same bytes: every list is in the order of content, of
//! codes or of time, and nothing asks for the clock.

mod areas;
mod britain;
pub mod clusters;
mod companion;
mod companion_sources;
mod content;
mod deprivation;
mod explore;
mod figures;
mod flows;
mod ground;
mod landmarks;
mod measured;
mod middles;
mod model;
mod named_places;
mod national_grid;
mod raw_sums;
pub mod region;
pub mod roadmap;
mod sanity;
pub mod shapes;
mod small_areas;
mod small_measures;
mod small_table;
mod sources;
mod topojson;
mod words;

use std::collections::BTreeSet;
use std::path::Path;

use roadmap_core::area::Level;
use roadmap_core::atlas::Atlas;
use roadmap_core::data;
use roadmap_core::data::wire::{
    AreaWire, CompanionWire, EnglishDistricts, PACK_SCHEMA, PackWire, SmallAreasWire, SourceWire,
};

use self::companion_sources::Own;
use crate::content::{Content, Place};
use crate::problem::Problem;
use crate::{json, seal, store};

/// The pack's files as text.
pub struct Packed {
    /// The core pack.
    pub core: String,
    /// The small-area companion.
    pub small_areas: String,
    /// The content companion.
    pub content: String,
    /// The Britain companion, if content describes one.
    pub britain: Option<String>,
    /// The coarse shapes of every district, if content names them.
    pub britain_shapes: Option<String>,
    /// The model companion, if content describes one.
    pub model: Option<String>,
    /// The roadmap companion, if content describes one.
    pub roadmap: Option<String>,
}

/// Where to read.
#[derive(Clone, Copy)]
pub struct Folders<'a> {
    /// The folder of the raw folders.
    pub raw: &'a Path,
    /// The folder of the content files.
    pub content: &'a Path,
    /// The folder of an earlier pack, whose clusters hold as long as its figures do.
    pub earlier: Option<&'a Path>,
}

/// The key of the companion with small areas.
pub const SMALL_AREAS: &str = "small-areas";
/// The key of the companion with what people have written.
pub const CONTENT: &str = "content";
/// The key of the companion with every district by industry.
pub const BRITAIN: &str = "britain";
/// The key of the companion with what the scenario model is told.
pub const MODEL: &str = "model";
/// The key of the companion with the roadmap.
pub const ROADMAP: &str = "roadmap";
/// The key of the coarse shapes of every district.
pub const BRITAIN_SHAPES: &str = "britain-shapes";

/// Builds all files.
///
/// # Errors
/// The first problem met, by file, row, field, reason and what to do.
pub fn build(content: &Content, folders: Folders<'_>) -> Result<Packed, Problem> {
    let place = &content.place;
    let boundaries = folders.raw.join(&place.raw.boundaries);
    let lookups = folders.raw.join(&place.raw.lookups);
    let layers = small_areas::layers(&boundaries, &place.raw)?;
    let ground = ground::build(folders.raw, &place.raw)?;
    let names = areas::Names::read(&lookups.join(&place.raw.authorities_file))?;
    let districts = shapes::read(&boundaries.join(&place.raw.districts_file))?;
    let core_areas = areas::core_areas(place, &names, &districts)?;
    let neighbours = companion::neighbours(&ground.core);
    let shared = companion::Shared {
        layers: &layers,
        core_areas: &core_areas,
        names: &names,
        neighbours: &neighbours,
        topology: ground.small_areas,
    };
    let mut companion = companion::build(content, folders, shared)?;
    let beside = Beside {
        britain: britain(content, folders, (&core_areas, &names, &neighbours))?,
        model: model::build(content, folders, &core_areas)?,
        roadmap: roadmap(content)?,
    };
    let measured = measured::read(content, folders, &core_areas)?;
    let told = companion_sources::build(
        (content, folders.content),
        &companion_sources_of(content, &companion, &beside),
        &measured.sources,
    )?;
    let (written, written_hash) = seal::seal(&json::compact(&content::build(content, told))?);
    let middle_areas = layers.first().map_or(&[][..], |layer| &layer.features);
    let wards = shapes::read(&boundaries.join(&place.raw.wards_file))?;
    let mut pack = PackWire {
        schema: PACK_SCHEMA.to_owned(),
        pack_version: place.pack.version.clone(),
        content_hash: String::new(),
        place: words::place(content),
        product: words::product(content),
        companions: companions(place, &written_hash, &beside),
        themes: words::themes(content),
        sources: measured.sources,
        areas: core_areas,
        retired: words::retired(content),
        named_places: named_places::named_places(middle_areas, &wards, &boundaries)?,
        measures: measured.measures,
        series: measured.series,
        english_districts: EnglishDistricts {
            names: names.of_all(&measured.english_districts)?,
            codes: measured.english_districts,
            distributions: measured.distributions,
        },
        unavailable: words::unavailable(content),
        topology: ground.core,
    };
    let evidence = sanity::Evidence {
        raw: folders.raw,
        pack: &pack,
        small_areas: &companion,
        county: &shapes::read(&boundaries.join(&place.raw.county_file))?,
    };
    sanity::check(&evidence, &place.checks, folders.content)?;
    if let Some(atlas) = atlas(&pack, &companion)? {
        // An earlier pack that is not there, or has faults, is no help and no trouble.
        let earlier = folders
            .earlier
            .and_then(|folder| Some(store::atlas(folder).ok()?.1));
        companion.clusters = clusters::work_out(&atlas, earlier.as_ref());
    }
    let (small_areas, hash) = seal::seal(&json::compact(&companion)?);
    let mut listed = pack.companions.iter_mut();
    if let Some(listed) = listed.find(|listed| listed.key == SMALL_AREAS) {
        listed.content_hash = hash;
    }
    let (core, _) = seal::seal(&json::compact(&pack)?);
    Ok(Packed {
        core,
        small_areas,
        content: written,
        britain: beside.britain.companion.map(|sealed| sealed.text),
        britain_shapes: beside.britain.shapes.map(|sealed| sealed.text),
        model: beside.model.map(|sealed| sealed.text),
        roadmap: beside.roadmap.map(|sealed| sealed.text),
    })
}

/// A file's text, the hash in it and the sources it lists.
struct Sealed {
    text: String,
    hash: String,
    sources: Vec<SourceWire>,
}

impl Sealed {
    fn new(text: &str, sources: Vec<SourceWire>) -> Self {
        let (text, hash) = seal::seal(text);
        Self {
            text,
            hash,
            sources,
        }
    }
}

/// The files that a place may do without.
struct Beside {
    britain: Britain,
    model: Option<Sealed>,
    roadmap: Option<Sealed>,
}

fn roadmap(content: &Content) -> Result<Option<Sealed>, Problem> {
    let sealed = |wire| Ok(Sealed::new(&json::compact(&wire)?, Vec::new()));
    roadmap::build(content).map(sealed).transpose()
}

/// The files about the whole of Britain, where content describes them.
struct Britain {
    companion: Option<Sealed>,
    shapes: Option<Sealed>,
}

fn britain(
    content: &Content,
    folders: Folders<'_>,
    (core_areas, names, neighbours): (&[AreaWire], &areas::Names, &BTreeSet<String>),
) -> Result<Britain, Problem> {
    let districts = core_areas
        .iter()
        .filter(|area| area.level == Level::District.key());
    let mut own: Vec<String> = districts.map(|area| area.code.clone()).collect();
    own.sort();
    let given = britain::Given {
        raw: folders.raw,
        content: folders.content,
        names,
        own: &own,
        neighbours,
    };
    let Some(companion) = britain::build(content, &given)? else {
        return Ok(Britain {
            companion: None,
            shapes: None,
        });
    };
    let shapes = match (&content.place.pack.britain_shapes_file, &content.industries) {
        (Some(_), Some(words)) => {
            let codes = &companion.districts.codes;
            let wire = britain::shapes::build(content, words, &given, codes)?;
            Some(Sealed::new(&json::compact(&wire)?, wire.sources))
        }
        _ => None,
    };
    Ok(Britain {
        companion: Some(Sealed::new(&json::compact(&companion)?, companion.sources)),
        shapes,
    })
}

/// The sources of each file beside the core pack, in the order in which it lists them.
fn companion_sources_of<'a>(
    content: &'a Content,
    small_areas: &'a SmallAreasWire,
    beside: &'a Beside,
) -> Vec<Own<'a>> {
    let (britain, model) = (&beside.britain, &beside.model);
    let industries = content.industries.as_ref();
    let words = industries.map_or(&[][..], |industries| &industries.sources);
    let mut small = Own::new(
        SMALL_AREAS,
        &small_areas.sources,
        &content.small_areas.sources,
    );
    let measures = small_areas.measures.iter();
    small
        .uses
        .extend(measures.map(|own| (own.source.as_str(), own.name.as_str())));
    let mut all = vec![small, Own::new(CONTENT, &[], &[])];
    for (key, file) in [
        (BRITAIN, &britain.companion),
        (BRITAIN_SHAPES, &britain.shapes),
    ] {
        all.extend(
            file.as_ref()
                .map(|file| Own::new(key, &file.sources, words)),
        );
    }
    let recipe = content.model.as_ref().map(|told| &told.recipe);
    let words = recipe.map_or(&[][..], |recipe| &recipe.sources);
    all.extend(
        model
            .as_ref()
            .map(|file| Own::new(MODEL, &file.sources, words)),
    );
    let roadmap = beside.roadmap.iter();
    all.extend(roadmap.map(|file| Own::new(ROADMAP, &file.sources, &[])));
    all
}

/// The files beside the core pack; the hash of the small areas is still to come.
fn companions(place: &Place, written_hash: &str, beside: &Beside) -> Vec<CompanionWire> {
    let (britain, names) = (&beside.britain, &place.pack);
    let hash_of = |sealed: &Option<Sealed>| sealed.as_ref().map(|sealed| sealed.hash.clone());
    let all = [
        (
            SMALL_AREAS,
            Some(&names.small_areas_file),
            Some(String::new()),
        ),
        (
            CONTENT,
            Some(&names.content_file),
            Some(written_hash.to_owned()),
        ),
        (
            BRITAIN,
            names.britain_file.as_ref(),
            hash_of(&britain.companion),
        ),
        (
            BRITAIN_SHAPES,
            names.britain_shapes_file.as_ref(),
            hash_of(&britain.shapes),
        ),
        (MODEL, names.model_file.as_ref(), hash_of(&beside.model)),
        (
            ROADMAP,
            names.roadmap_file.as_ref(),
            hash_of(&beside.roadmap),
        ),
    ];
    let wire = |(key, file, hash): (&str, Option<&String>, Option<String>)| {
        Some(CompanionWire {
            key: key.to_owned(),
            file: file?.clone(),
            content_hash: hash?,
        })
    };
    all.into_iter().filter_map(wire).collect()
}

/// The pack as the app reads it, so that what is worked out here is what the app would; none
/// when it has faults, which are told before anything is written.
fn atlas(pack: &PackWire, companion: &SmallAreasWire) -> Result<Option<Atlas>, Problem> {
    let core = json::compact(pack)?;
    let Some(dataset) = data::read_pack("core", core.as_bytes()).dataset else {
        return Ok(None);
    };
    let small = json::compact(companion)?;
    let reading = data::read_small_areas("small areas", small.as_bytes(), &dataset);
    let atlas = |small_areas| Atlas::new(&dataset, small_areas).0;
    Ok(reading.small_areas.and_then(atlas))
}
