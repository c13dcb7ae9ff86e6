//! Any bytes as what people tell the scenario model: faults are told, nothing panics.
#![no_main]

#[path = "../exercise.rs"]
#[allow(dead_code, reason = "the other targets use the rest")]
mod exercise;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| exercise::evidence(bytes));
