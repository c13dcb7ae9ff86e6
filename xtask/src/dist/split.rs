//! Cuts the compiled module into what the first view needs and the parts that are loaded when
//! they are asked for. Where to cut is said in the app, by `lazy::part!`.

use super::module;
use crate::{
    error::{Error, Result},
    process,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use wasm_split_cli_support::{Options, transform};

/// What wasm-bindgen is told to call its files.
const MAIN: &str = "app";
/// The splitter's JavaScript, which fetches the parts.
const FETCHER: &str = "fetcher.js";

/// The module in pieces, none of them optimised yet, and the JavaScript between them.
#[derive(Debug)]
pub struct Pieces {
    /// What the first view needs.
    pub main: PathBuf,
    /// wasm-bindgen's JavaScript; it imports the fetcher, and the fetcher it.
    pub glue: PathBuf,
    /// The JavaScript that fetches the parts.
    pub fetcher: PathBuf,
    /// The parts in the order of their names.
    pub parts: Vec<Part>,
}

/// A piece that is loaded when it is asked for.
#[derive(Debug)]
pub struct Part {
    /// Where it is; the fetcher names the same file.
    pub file: PathBuf,
    /// What needs it, as in `data`; code that several parts share is a piece of its own.
    pub needed_by: Vec<String>,
}

/// Splits the module, in a folder that is emptied first, and lets wasm-bindgen see the main piece.
///
/// # Errors
/// [`Error::Page`] when the module cannot be split, [`Error::File`] or [`Error::Failed`] when a
/// file or wasm-bindgen fails.
pub fn split(compiled: &Path, folder: &Path, wasm_bindgen: &Path) -> Result<Pieces> {
    if folder.is_dir() {
        fs::remove_dir_all(folder).map_err(Error::file("remove", folder))?;
    }
    fs::create_dir_all(folder).map_err(Error::file("create", folder))?;
    let bytes = fs::read(compiled).map_err(Error::file("read", compiled))?;
    let bytes = module::without_notes(&bytes)?;

    let main = folder.join(format!("{MAIN}.wasm"));
    let glue_name = format!("./{MAIN}.js");
    let mut options = Options::new(&bytes);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.main_module = &glue_name;
    let link_name = format!("./{FETCHER}");
    options.link_name = &link_name;
    let split = transform(options)
        .map_err(|reason| Error::Page(format!("the module cannot be split: {reason:#}")))?;

    let mut needed_by = BTreeMap::<&str, BTreeSet<String>>::new();
    let in_order: BTreeMap<_, _> = split.prefetch_map.iter().collect();
    for (part, files) in in_order {
        for file in files {
            needed_by.entry(file).or_default().insert(part.clone());
        }
    }
    let parts = needed_by.into_iter().map(|(file, parts)| Part {
        file: folder.join(format!("{file}.wasm")),
        needed_by: parts.into_iter().collect(),
    });
    let parts = parts.collect();

    let mut command = Command::new(wasm_bindgen);
    command
        .args(["--target", "web", "--no-typescript", "--out-name", MAIN])
        .arg("--out-dir")
        .arg(folder)
        // The parts share the stack's pointer, which would otherwise be hidden.
        .arg("--keep-lld-exports")
        .arg(&main);
    process::run("wasm-bindgen", &mut command)?;
    Ok(Pieces {
        main: folder.join(format!("{MAIN}_bg.wasm")),
        glue: folder.join(format!("{MAIN}.js")),
        fetcher: folder.join(FETCHER),
        parts,
    })
}
