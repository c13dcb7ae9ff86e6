//! Loads jobs and output by industry: once, when sectors are first opened.

use std::sync::Arc;

use roadmap_core::data::{Industries, read_britain};

use crate::companion::{self, Kept, Reading};
use crate::edge::timing;
use crate::explorer::Shared;

/// The industries, once they are read.
pub static INDUSTRIES: Kept<Industries> = Kept::new();

/// Reads the industries.
pub fn industries(shared: Arc<Shared>) -> Reading<Industries> {
    Box::pin(async move {
        let (file, bytes) = companion::fetch(&shared, "britain").await?;
        let reading = {
            let _span = timing::span("roadmap-read-britain");
            read_britain(&file, &bytes, &shared.dataset)
        };
        let told = || reading.findings.iter().map(ToString::to_string).collect();
        reading.industries.ok_or_else(told)
    })
}
