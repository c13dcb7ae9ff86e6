//! Tests of the whole: a native one that keeps the house tidy (`tidy/`), and journeys through the
//! built app in real browsers (`journeys/`, with the feature `browser`).
//!
//! This library is what the journeys stand on.

#[cfg(feature = "browser")]
pub mod browser;
