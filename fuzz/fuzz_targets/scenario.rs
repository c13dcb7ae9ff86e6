//! Any bytes as a reader's scenario file: each mistake is told, the rest can be written again.
#![no_main]

#[path = "../exercise.rs"]
#[allow(dead_code, reason = "the other targets use the rest")]
mod exercise;

use std::sync::LazyLock;

use roadmap_core::data::model::Evidence;
use roadmap_core::data::read_evidence;

static EVIDENCE: LazyLock<Evidence> = LazyLock::new(|| {
    let sound = include_bytes!("../corpus/evidence/sound.json");
    read_evidence("sound.json", sound)
        .evidence
        .expect("the seed is sound")
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| exercise::scenario(bytes, &EVIDENCE));
