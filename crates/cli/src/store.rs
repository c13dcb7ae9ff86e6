//! Where files are: the pack, its companion, the content, the raw folders.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use roadmap_core::atlas::Atlas;
use roadmap_core::data::model::Model;
use roadmap_core::data::roadmap::Roadmap;
use roadmap_core::data::wire::PACK_SCHEMA;
use roadmap_core::data::{self, Dataset, Industries, SmallAreas};

use crate::audit;
use crate::pack::{BRITAIN, CONTENT, MODEL, ROADMAP, SMALL_AREAS};
use crate::problem::{ModelProblem, Problem};

/// The folder given, or the nearest `relative` here or in a folder above.
///
/// # Errors
/// [`Problem::NoFolder`] when there is none.
pub fn folder(
    given: Option<&PathBuf>,
    relative: &str,
    what: &'static str,
    option: &'static str,
) -> Result<PathBuf, Problem> {
    if let Some(given) = given {
        return Ok(given.clone());
    }
    let here = std::env::current_dir().unwrap_or_default();
    here.ancestors()
        .map(|above| above.join(relative))
        .find(|folder| folder.is_dir())
        .ok_or(Problem::NoFolder { what, option })
}

/// The pack's folder: the one given, or `public/data` here or above.
///
/// # Errors
/// [`Problem::NoFolder`] when there is none.
pub fn data_folder(given: Option<&PathBuf>) -> Result<PathBuf, Problem> {
    folder(given, "public/data", "the pack", "--data")
}

/// The one core pack of a folder.
///
/// # Errors
/// [`Problem::NoPack`], [`Problem::ManyPacks`] or [`Problem::CannotRead`].
pub fn only_pack(folder: &Path) -> Result<PathBuf, Problem> {
    let unreadable = |error: std::io::Error| Problem::CannotRead {
        path: folder.to_owned(),
        why: error.to_string(),
    };
    let mut packs = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|kind| kind == "json") && is_pack(&path) {
            packs.push(path);
        }
    }
    packs.sort();
    match packs.as_slice() {
        [] => Err(Problem::NoPack(folder.to_owned())),
        [only] => Ok(only.clone()),
        several => Err(Problem::ManyPacks {
            folder: folder.to_owned(),
            files: several.iter().map(|path| file_name(path)).collect(),
        }),
    }
}

/// The dataset of the one core pack of a folder.
///
/// # Errors
/// As [`only_pack`], and [`Problem::BadPack`] when it has any fault: an answer
/// from half a pack would pass for the whole.
pub fn dataset(folder: &Path) -> Result<Dataset, Problem> {
    let path = only_pack(folder)?;
    let audit = audit::core(&file_name(&path), &read(&path)?);
    match audit.dataset {
        Some(dataset) if audit.findings.is_empty() => Ok(dataset),
        _ => Err(Problem::bad_pack(path, &audit.findings)),
    }
}

/// The small-area companion of a folder's core pack.
///
/// # Errors
/// [`Problem::CannotRead`], and [`Problem::BadPack`] when it has any fault.
pub fn small_areas(folder: &Path, dataset: &Dataset) -> Result<SmallAreas, Problem> {
    let companion = dataset.companions.iter().find(|c| c.key == "small-areas");
    let file = companion.map_or("", |companion| companion.file.as_str());
    let path = folder.join(file);
    let audit = audit::small_areas(file, &read(&path)?, dataset);
    match audit.small_areas {
        Some(small_areas) if audit.findings.is_empty() => Ok(small_areas),
        _ => Err(Problem::bad_pack(path, &audit.findings)),
    }
}

/// The Britain companion of a folder's core pack.
///
/// # Errors
/// [`Problem::NoCompanion`] when the pack has none, [`Problem::CannotRead`], and
/// [`Problem::BadPack`] when it has any fault.
pub fn industries(folder: &Path, dataset: &Dataset) -> Result<Industries, Problem> {
    let companion = dataset.companions.iter().find(|c| c.key == BRITAIN);
    let file = companion.map(|companion| companion.file.as_str());
    let file = file.ok_or_else(|| Problem::NoCompanion(folder.to_owned()))?;
    let path = folder.join(file);
    let audit = audit::britain(file, &read(&path)?, dataset);
    match audit.industries {
        Some(industries) if audit.findings.is_empty() => Ok(industries),
        _ => Err(Problem::bad_pack(path, &audit.findings)),
    }
}

/// The model companion of a folder's core pack.
///
/// # Errors
/// [`ModelProblem::NoModel`] when the pack has none, [`Problem::CannotRead`], and
/// [`Problem::BadPack`] when it has any fault.
pub fn model(folder: &Path, dataset: &Dataset) -> Result<Model, Problem> {
    let companion = dataset.companions.iter().find(|c| c.key == MODEL);
    let file = companion.map(|companion| companion.file.as_str());
    let file = file.ok_or_else(|| Problem::Model(ModelProblem::NoModel(folder.to_owned())))?;
    let path = folder.join(file);
    let audit = audit::model(file, &read(&path)?, dataset);
    match audit.model {
        Some(model) if audit.findings.is_empty() => Ok(model),
        _ => Err(Problem::bad_pack(path, &audit.findings)),
    }
}

/// The roadmap companion of a folder's core pack.
///
/// # Errors
/// [`Problem::NoRoadmap`] when the pack has none, [`Problem::CannotRead`], and
/// [`Problem::BadPack`] when it has any fault.
pub fn roadmap(folder: &Path, dataset: &Dataset) -> Result<Roadmap, Problem> {
    let companion = dataset.companions.iter().find(|c| c.key == ROADMAP);
    let file = companion.map(|companion| companion.file.as_str());
    let file = file.ok_or_else(|| Problem::NoRoadmap(folder.to_owned()))?;
    let path = folder.join(file);
    let beside = beside_roadmap(folder, dataset)?;
    let audit = audit::roadmap(file, &read(&path)?, dataset, &beside);
    match audit.roadmap {
        Some(roadmap) if audit.findings.is_empty() => Ok(roadmap),
        _ => Err(Problem::bad_pack(path, &audit.findings)),
    }
}

/// What the roadmap may name in the other companions that the core pack lists.
///
/// # Errors
/// As the companions': one with faults is no help.
pub fn beside_roadmap(folder: &Path, dataset: &Dataset) -> Result<audit::Beside, Problem> {
    let listed = |key: &str| dataset.companions.iter().find(|own| own.key == key);
    let mut beside = audit::Beside::default();
    if listed(SMALL_AREAS).is_some() {
        beside.small_areas(&small_areas(folder, dataset)?);
    }
    if let Some(own) = listed(CONTENT) {
        let bytes = read(&folder.join(&own.file))?;
        let content = data::read_content(&own.file, &bytes, dataset).content;
        beside.content(content.iter());
    }
    if listed(BRITAIN).is_some() {
        beside.industries(&industries(folder, dataset)?);
    }
    if listed(MODEL).is_some() {
        beside.model(&model(folder, dataset)?);
    }
    Ok(beside)
}

/// Everything a map needs from the packs of a folder.
///
/// # Errors
/// As [`dataset`] and [`small_areas`].
pub fn atlas(folder: &Path) -> Result<(Dataset, Atlas), Problem> {
    let dataset = dataset(folder)?;
    let small_areas = small_areas(folder, &dataset)?;
    let (atlas, findings) = Atlas::new(&dataset, small_areas);
    let atlas = atlas.ok_or_else(|| Problem::bad_pack(folder.to_owned(), &findings))?;
    Ok((dataset, atlas))
}

/// The file's own name, for words.
pub fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// The bytes of a file; of a file larger than any pack, as many as show that.
///
/// # Errors
/// [`Problem::CannotRead`].
pub fn read(path: &Path) -> Result<Vec<u8>, Problem> {
    const ENOUGH_BYTES: u64 = 64_000_000;
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(ENOUGH_BYTES).read_to_end(&mut bytes))
        .map_err(|error| Problem::CannotRead {
            path: path.to_owned(),
            why: error.to_string(),
        })?;
    Ok(bytes)
}

/// Writes a file and the folders above it.
///
/// # Errors
/// [`Problem::CannotWrite`].
pub fn write(path: &Path, text: &str) -> Result<(), Problem> {
    path.parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| fs::write(path, text))
        .map_err(|error| Problem::CannotWrite {
            path: path.to_owned(),
            why: error.to_string(),
        })
}

/// Whether the first words of a file say that it is of a schema, of any version.
pub fn starts_as(bytes: &[u8], schema: &str) -> bool {
    const HEAD_BYTES: usize = 400;
    let head = bytes.get(..HEAD_BYTES).unwrap_or(bytes);
    let any_version = schema.rsplit_once('/').map_or(schema, |(name, _)| name);
    String::from_utf8_lossy(head).contains(any_version)
}

fn is_pack(path: &Path) -> bool {
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(400).read_to_end(&mut head));
    read.is_ok() && starts_as(&head, PACK_SCHEMA)
}
