//! Any bytes as a pack: faults are told, nothing panics.
#![no_main]

#[path = "../exercise.rs"]
#[allow(dead_code, reason = "the other target uses the rest")]
mod exercise;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| exercise::pack(bytes));
