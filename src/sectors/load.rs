//! Loads what sectors need beside the core pack: once, when it is first asked for.

use std::sync::Arc;

use roadmap_core::data::{Finding, Industries, read_britain, read_britain_shapes};
use roadmap_core::sectors::BritainMap;

use crate::companion::{self, Kept, Reading};
use crate::edge::timing;
use crate::explorer::Shared;

/// The industries, once they are read.
pub static INDUSTRIES: Kept<Industries> = Kept::new();
/// The coarse shapes of all districts, which one map needs, once they are read.
pub static SHAPES: Kept<BritainMap> = Kept::new();

/// Reads jobs and output by industry.
pub fn industries(shared: Arc<Shared>) -> Reading<Industries> {
    Box::pin(async move {
        let (file, bytes) = companion::fetch(&shared, "britain").await?;
        let reading = {
            let _span = timing::span("roadmap-read-britain");
            read_britain(&file, &bytes, &shared.dataset)
        };
        reading.industries.ok_or_else(|| told(&reading.findings))
    })
}

/// Reads the shapes.
pub fn shapes(shared: Arc<Shared>) -> Reading<BritainMap> {
    Box::pin(async move {
        let (file, bytes) = companion::fetch(&shared, "britain-shapes").await?;
        let _span = timing::span("roadmap-read-britain-shapes");
        let reading = read_britain_shapes(&file, &bytes);
        let shapes = reading.shapes.ok_or_else(|| told(&reading.findings))?;
        let (map, findings) = BritainMap::decode(&shapes);
        map.ok_or_else(|| told(&findings))
    })
}

fn told(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(ToString::to_string).collect()
}
