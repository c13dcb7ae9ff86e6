//! One named case for each way in which a pack or its companion can be at fault.
//!
//! Each case starts from a small sound pack, spoils one thing, and says exactly which
//! findings follow and what is kept.

#[cfg(test)]
mod areas;
#[cfg(test)]
mod britain;
#[cfg(test)]
mod britain_pack;
#[cfg(test)]
mod content;
#[cfg(test)]
mod evidence;
#[cfg(test)]
mod evidence_properties;
#[cfg(test)]
#[path = "../../../../fuzz/exercise.rs"]
mod exercise;
#[cfg(test)]
mod expect;
#[cfg(test)]
mod files;
mod flows;
#[cfg(test)]
mod fuzz_corpus;
#[cfg(test)]
mod geometry;
#[cfg(test)]
mod mutations;
#[cfg(test)]
mod packs;
#[cfg(test)]
mod parts;
#[cfg(test)]
mod scenario_files;
#[cfg(test)]
mod series;
#[cfg(test)]
mod small_areas;
mod small_measures;
