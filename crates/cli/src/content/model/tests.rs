//! The written evidence is sound, and what is wrong in it is told by its file.

use std::fs;
use std::path::{Path, PathBuf};

use roadmap_core::data::model::{Parameter, Setting};
use roadmap_core::model::output::Output;

use super::*;

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")
}

#[test]
fn what_is_written_can_be_run() {
    let Model { wire, evidence, .. } = read(&content()).unwrap();
    assert_eq!(evidence.levers.len(), Setting::COUNT);
    assert_eq!(evidence.assumptions.len(), Parameter::COUNT);
    assert_eq!(wire.scenarios.len(), 9);
    let keys: Vec<&str> = wire.parameters.iter().map(|own| own.key.as_str()).collect();
    assert_eq!(keys, Parameter::ALL.map(Parameter::key), "in their order");
    assert_eq!(
        evidence.settings_of(evidence.scenarios.first().unwrap()),
        evidence.defaults()
    );
}

#[test]
fn levers_name_outputs_of_the_model() {
    for lever in read(&content()).unwrap().evidence.levers {
        assert!(!lever.outputs.is_empty(), "{}", lever.name);
        for output in lever.outputs {
            assert!(Output::from_key(&output).is_some(), "{output}");
        }
    }
}

/// The seed that core's tests and the fuzzer start from is what is written in content.
#[test]
fn the_seed_of_core_is_what_is_written() {
    let seed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/evidence/sound.json");
    let text = json::compact(&read(&content()).unwrap().wire).unwrap();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&seed, &text).unwrap();
    }
    let same = fs::read_to_string(&seed).unwrap() == text;
    assert!(same, "UPDATE_GOLDEN=1 writes it again");
}
