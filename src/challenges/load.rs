//! Loads what maps need beside the core pack: once, when a map is first opened.

use std::sync::Arc;

use roadmap_core::atlas::Atlas;
use roadmap_core::data::read_small_areas;

use crate::companion::{self, CONTENT, Kept, Reading};
use crate::edge::timing;
use crate::explorer::Shared;

/// The atlas, once it is read.
pub static ATLAS: Kept<Atlas> = Kept::new();

/// Reads the atlas.
pub fn atlas(shared: Arc<Shared>) -> Reading<Atlas> {
    Box::pin(async move {
        let (file, bytes) = companion::fetch(&shared, "small-areas").await?;
        let reading = {
            let _span = timing::span("roadmap-read-small-areas");
            read_small_areas(&file, &bytes, &shared.dataset)
        };
        let mut findings = reading.findings;
        let atlas = reading.small_areas.and_then(|small| {
            let (atlas, faults) = Atlas::new(&shared.dataset, small);
            findings.extend(faults);
            atlas
        });
        let told = || findings.iter().map(ToString::to_string).collect::<Vec<_>>();
        let atlas = atlas.ok_or_else(told)?;
        // The maps work without the words on challenges; the view says that they are missing.
        let content = CONTENT.get(companion::content(shared)).await.ok();
        let challenges = content.map(|content| content.challenges.clone());
        Ok(atlas.with_challenges(challenges.unwrap_or_default()))
    })
}
