//! The fuzz targets' bodies over their corpus, without a fuzzer.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::britain_pack;
use crate::evidence;
use crate::exercise;
use crate::expect::read;
use crate::packs;

fn folder(target: &str) -> PathBuf {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus");
    corpus.join(target)
}

fn seeds(target: &str) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(folder(target)).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() >= 5, "{target} has its seeds");
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

/// The fuzzer starts from the very packs that the named cases start from.
#[test]
fn the_sound_seeds_are_the_packs_of_these_tests() {
    for (name, pack) in [
        ("sound.json", packs::core()),
        ("companion.json", packs::companion()),
        ("content.json", packs::content()),
        ("britain.json", britain_pack::britain()),
    ] {
        let path = folder("pack").join(name);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&path, pack.to_string()).unwrap();
        }
        let seed: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        assert_eq!(seed, pack, "{name}: UPDATE_GOLDEN=1 writes it again");
    }
}

#[test]
fn packs_of_the_corpus() {
    let dataset = read(&packs::core()).dataset.unwrap();
    for seed in seeds("pack") {
        exercise::pack(&seed);
        exercise::companion(&seed, &dataset);
        exercise::content(&seed, &dataset);
        exercise::britain(&seed, &dataset);
    }
}

#[test]
fn links_of_the_corpus() {
    let dataset = read(&packs::core()).dataset.unwrap();
    for seed in seeds("link") {
        exercise::link(&seed, &dataset);
    }
}

#[test]
fn evidence_of_the_corpus() {
    for seed in seeds("evidence") {
        exercise::evidence(&seed);
    }
}

#[test]
fn scenario_files_of_the_corpus() {
    for seed in seeds("scenario") {
        exercise::scenario(&seed, &evidence::sound());
    }
}
