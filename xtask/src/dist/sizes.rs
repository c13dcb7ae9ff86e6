//! How large the release build is, and whether it keeps its promise. Sizes are bytes; kB = 1,000.

use super::{background, compress, optimise};
use crate::{
    error::{Error, Result},
    html,
    place::Place,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// Everything the first view loads, brotli, in bytes.
const FIRST_VIEW_LIMIT: u64 = 350_000;
/// The core pack, brotli, in bytes.
const CORE_PACK_LIMIT: u64 = 150_000;
/// The small-areas companion, brotli, in bytes.
const SMALL_AREAS_LIMIT: u64 = 250_000;
/// The content companion, brotli, in bytes.
const CONTENT_LIMIT: u64 = 100_000;
/// The Britain companion, brotli, in bytes.
const BRITAIN_LIMIT: u64 = 200_000;
/// The coarse shapes beside it, brotli, in bytes.
const BRITAIN_SHAPES_LIMIT: u64 = 25_000;
/// What the scenario model is told, brotli, in bytes.
const MODEL_LIMIT: u64 = 150_000;
/// The roadmap companion, brotli, in bytes.
const ROADMAP_LIMIT: u64 = 60_000;

/// Each worker's script and module, brotli, in bytes. That of futures carries the whole scenario
/// model, built for speed, once for draws side by side and once for single runs.
const WORKER_LIMITS: [(&str, u64); 2] = [("statistics", 60_000), ("futures", 110_000)];
/// All that one part needs besides the first view, brotli, in bytes. What parts share lies in files of
/// its own, counted for each.
const PART_LIMIT: u64 = 260_000;

/// One file of the build with its sizes in bytes.
#[derive(Debug, PartialEq, Eq)]
pub struct FileSize {
    /// Relative to the build's folder.
    pub name: String,
    /// As it is.
    pub raw: u64,
    /// As gzip, or as it is when there is no such twin.
    pub gzip: u64,
    /// As brotli, or as it is when there is no such twin.
    pub brotli: u64,
}

/// One promise and how it is kept, sizes in bytes of brotli.
#[derive(Debug, PartialEq, Eq)]
pub struct Budget {
    /// What is measured.
    pub what: String,
    /// How large it is.
    pub size: u64,
    /// How large it may be.
    pub limit: u64,
}

/// Every file of the build, the compressed twins counted with their originals.
///
/// # Errors
/// [`Error::File`] when the build cannot be read.
pub fn measure(dist: &Path) -> Result<Vec<FileSize>> {
    let files = compress::files_under(dist)?;
    let originals = files.iter().filter(|path| !is_twin(path));
    originals.map(|path| measure_file(dist, path)).collect()
}

/// The table that `build` prints.
pub fn table(files: &[FileSize]) -> String {
    let mut text = format!(
        "{:>11} {:>11} {:>11}  file (bytes)\n",
        "as is", "gzip", "brotli"
    );
    for file in files {
        text.push_str(&format!(
            "{:>11} {:>11} {:>11}  {}\n",
            file.raw, file.gzip, file.brotli, file.name
        ));
    }
    text
}

/// The files of the first view: the page, what it names to load at once, and the core pack.
///
/// # Errors
/// [`Error::File`] when one is missing, [`Error::Page`] when the page cannot be read.
pub fn first_view(dist: &Path, place: &Place) -> Result<Vec<FileSize>> {
    let mut names = BTreeSet::from([
        "index.html".to_owned(),
        format!("data/{}", place.pack_file()?),
    ]);
    for tag in page_tags(dist)? {
        let loads_now = ["stylesheet", "modulepreload", "preload", "icon", "manifest"];
        let address = match tag.name.as_str() {
            "script" | "img" => tag.attribute("src"),
            "link" if part_of(&tag).is_some() => None,
            "link" if loads_now.iter().any(|word| tag.has_rel(word)) => tag.attribute("href"),
            _ => None,
        };
        let local = address.filter(|address| !address.is_empty() && !address.starts_with("data:"));
        names.extend(local.map(file_of));
    }
    names
        .iter()
        .map(|name| measure_file(dist, &dist.join(name)))
        .collect()
}

/// What each part costs besides the first view, in bytes of brotli, by its name. A file that
/// several parts need counts for each of them; a stylesheet counts for the part it is named after.
///
/// # Errors
/// [`Error::File`] when the build cannot be read, [`Error::Page`] when the page cannot.
pub fn parts(dist: &Path) -> Result<BTreeMap<String, u64>> {
    let mut parts = BTreeMap::new();
    for file in measure(dist)? {
        for part in optimise::needed_by(&file.name).unwrap_or_default() {
            let size: &mut u64 = parts.entry(part.to_owned()).or_default();
            *size = size.saturating_add(file.brotli);
        }
    }
    for tag in page_tags(dist)? {
        if let (Some(part), Some(address)) = (part_of(&tag), tag.attribute("href")) {
            let style = measure_file(dist, &dist.join(file_of(address)))?;
            let size: &mut u64 = parts.entry(part.to_owned()).or_default();
            *size = size.saturating_add(style.brotli);
        }
    }
    Ok(parts)
}

fn page_tags(dist: &Path) -> Result<Vec<html::Tag>> {
    let path = dist.join("index.html");
    let page = fs::read_to_string(&path).map_err(Error::file("read", path))?;
    html::tags(&page)
}

/// The part whose stylesheet a link names: switched off, so that the browser does not fetch it.
fn part_of(tag: &html::Tag) -> Option<&str> {
    let is_off = tag.has_rel("stylesheet") && tag.attribute("disabled").is_some();
    tag.attribute("data-part").filter(|_| is_off)
}

fn file_of(address: &str) -> String {
    address.trim_start_matches("./").to_owned()
}

/// The table of what a reader waits for: the first view, and each part of the rest.
///
/// # Errors
/// As [`first_view`].
pub fn summary(dist: &Path, place: &Place) -> Result<String> {
    let first: u64 = first_view(dist, place)?
        .iter()
        .map(|file| file.brotli)
        .sum();
    let mut text = format!("{:>11}  loaded (bytes)\n{first:>11}  at first\n", "brotli");
    for (part, size) in parts(dist)? {
        text.push_str(&format!("{size:>11}  with {part}\n"));
    }
    Ok(text)
}

/// The promises with today's sizes.
///
/// # Errors
/// As [`first_view`]; the companions must be there too.
pub fn budgets(dist: &Path, place: &Place) -> Result<Vec<Budget>> {
    let first = first_view(dist, place)?;
    let pack = format!("data/{}", place.pack_file()?);
    let small_areas = format!("data/{}", place.small_areas_file()?);
    let content = format!("data/{}", place.content_file()?);
    let of = |name: &str| measure_file(dist, &dist.join(name)).map(|file| file.brotli);
    let mut budgets = vec![
        Budget {
            what: "first view, all files".into(),
            size: first.iter().map(|file| file.brotli).sum(),
            limit: FIRST_VIEW_LIMIT,
        },
        Budget {
            size: of(&pack)?,
            what: pack,
            limit: CORE_PACK_LIMIT,
        },
        Budget {
            size: of(&small_areas)?,
            what: small_areas,
            limit: SMALL_AREAS_LIMIT,
        },
        Budget {
            size: of(&content)?,
            what: content,
            limit: CONTENT_LIMIT,
        },
    ];
    let files = measure(dist)?;
    budgets.extend(WORKER_LIMITS.map(|(name, limit)| {
        Budget {
            what: format!("the worker {name}"),
            size: background::files_of(&files, name)
                .map(|file| file.brotli)
                .sum(),
            limit,
        }
    }));
    for (file, limit) in [
        (place.britain_file()?, BRITAIN_LIMIT),
        (place.britain_shapes_file()?, BRITAIN_SHAPES_LIMIT),
        (place.model_file()?, MODEL_LIMIT),
        (place.roadmap_file()?, ROADMAP_LIMIT),
    ] {
        if let Some(file) = file {
            let what = format!("data/{file}");
            let size = of(&what)?;
            budgets.push(Budget { what, size, limit });
        }
    }
    budgets.extend(parts(dist)?.into_iter().map(|(part, size)| Budget {
        what: format!("part {part}"),
        size,
        limit: PART_LIMIT,
    }));
    Ok(budgets)
}

/// Prints the promises.
///
/// # Errors
/// [`Error::Budget`] when one is broken.
pub fn keep(budgets: &[Budget]) -> Result<()> {
    let lines: Vec<(bool, String)> = budgets
        .iter()
        .map(|budget| {
            let line = format!(
                "{}: {} bytes brotli, at most {}",
                budget.what, budget.size, budget.limit
            );
            (budget.size <= budget.limit, line)
        })
        .collect();
    for (kept, line) in &lines {
        println!("{} {line}", if *kept { "ok  " } else { "OVER" });
    }
    let over: Vec<String> = lines
        .into_iter()
        .filter(|(kept, _)| !kept)
        .map(|(_, line)| line)
        .collect();
    if over.is_empty() {
        Ok(())
    } else {
        Err(Error::Budget(over))
    }
}

fn measure_file(dist: &Path, path: &Path) -> Result<FileSize> {
    let size = |path: &Path| fs::metadata(path).map(|data| data.len());
    let raw = size(path).map_err(Error::file("measure", path))?;
    Ok(FileSize {
        name: path
            .strip_prefix(dist)
            .unwrap_or(path)
            .to_string_lossy()
            .into_owned(),
        raw,
        gzip: size(&compress::beside(path, "gz")).unwrap_or(raw),
        brotli: size(&compress::beside(path, "br")).unwrap_or(raw),
    })
}

fn is_twin(path: &Path) -> bool {
    let kind = path.extension().and_then(|kind| kind.to_str());
    matches!(kind, Some("br" | "gz")) && path.with_extension("").is_file()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    fn sample(name: &str) -> (PathBuf, Place) {
        let dist = std::env::temp_dir().join(format!("xtask-sizes-{name}-{}", std::process::id()));
        fs::create_dir_all(dist.join("data")).unwrap();
        let page = "<link rel=stylesheet href=./a.css><link rel=canonical href=./b.css><script src=./a.js></script>\
            <link rel=stylesheet href=./c.css disabled data-part=data>";
        for (file, text) in [
            ("index.html", page),
            ("a.css", "1234567890"),
            ("a.css.br", "123"),
            ("a.js", "12345"),
            ("b.css", "x"),
            ("c.css", "12345"),
            ("part-data-0123456789abcdef.wasm", "1234"),
            ("part-data-hall-0123456789abcdef.wasm", "12"),
            ("data/rutland.json", "{}"),
            ("data/rutland-small-areas.json", "{\"a\":1}"),
            ("data/rutland-content.json", "[]"),
            ("data/rutland-britain.json", "[1]"),
        ] {
            fs::write(dist.join(file), text).unwrap();
        }
        (
            dist,
            Place::parse(
                "[pack]\nfile = \"rutland.json\"\nsmall_areas_file = \"rutland-small-areas.json\"\ncontent_file = \"rutland-content.json\"\nbritain_file = \"rutland-britain.json\"",
            )
            .unwrap(),
        )
    }

    #[test]
    fn the_first_view_is_what_the_page_loads_and_the_pack() {
        let (dist, place) = sample("first");
        let files = first_view(&dist, &place).unwrap();
        let budgets = budgets(&dist, &place).unwrap();
        fs::remove_dir_all(&dist).unwrap();
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["a.css", "a.js", "data/rutland.json", "index.html"]);
        assert_eq!((files[0].raw, files[0].gzip, files[0].brotli), (10, 10, 3));
        assert_eq!(
            budgets[0].size,
            files.iter().map(|file| file.brotli).sum::<u64>()
        );
        assert_eq!((budgets[1].size, budgets[2].size), (2, 7));
    }

    #[test]
    fn twins_are_no_files_of_their_own() {
        let (dist, _) = sample("twins");
        let files = measure(&dist).unwrap();
        fs::remove_dir_all(&dist).unwrap();
        assert!(files.iter().all(|file| file.name != "a.css.br"));
        assert_eq!(files.len(), 11);
    }

    #[test]
    fn a_part_costs_all_that_it_needs() {
        let (dist, place) = sample("parts");
        let parts = parts(&dist).unwrap();
        let summary = summary(&dist, &place).unwrap();
        let budgets = budgets(&dist, &place).unwrap();
        fs::remove_dir_all(&dist).unwrap();
        assert_eq!(
            parts,
            BTreeMap::from([("data".into(), 11), ("hall".into(), 2)])
        );
        assert!(
            summary.ends_with("11  with data\n          2  with hall\n"),
            "{summary}"
        );
        let size = |what: &str| {
            let found = budgets.iter().find(|budget| budget.what == what);
            found.map(|budget| budget.size)
        };
        assert_eq!(size("data/rutland-britain.json"), Some(3));
        assert_eq!(size("the worker futures"), Some(0), "this build has none");
        assert_eq!(size("part data"), Some(11));
    }

    #[test]
    fn a_broken_promise_is_an_error_that_names_it() {
        let budget = |size| Budget {
            what: "the pack".into(),
            size,
            limit: 100,
        };
        assert!(keep(&[budget(100)]).is_ok());
        let told = keep(&[budget(100), budget(101)]).unwrap_err().to_string();
        assert!(told.contains("the pack: 101 bytes"), "{told}");
    }
}
