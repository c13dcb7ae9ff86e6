//! Any bytes as a link: what cannot be honoured is told, the rest is kept.
#![no_main]

#[path = "../exercise.rs"]
#[allow(dead_code, reason = "the other target uses the rest")]
mod exercise;

use std::sync::LazyLock;

use roadmap_core::data::{Dataset, read_pack};

static DATASET: LazyLock<Dataset> = LazyLock::new(|| {
    let sound = include_bytes!("../corpus/pack/sound.json");
    read_pack("sound.json", sound)
        .dataset
        .expect("the seed is sound")
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| exercise::link(bytes, &DATASET));
