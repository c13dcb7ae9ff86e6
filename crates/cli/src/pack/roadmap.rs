//! The roadmap companion, put together from what people have written, with the words of what it
//! names in other companions, so that it can be read by itself.

use std::collections::BTreeSet;

use roadmap_core::data::wire::{
    NamedWire, ROADMAP_SCHEMA, RoadmapLeverWire, RoadmapWire, ShownWire,
};

use crate::content::roadmap::Roadmap;
use crate::content::{Challenge, Content};

/// Puts the companion together, its hash still empty; none when content does not describe it.
pub fn build(content: &Content) -> Option<RoadmapWire> {
    let told = content.roadmap.as_ref()?;
    let challenges = content.challenges.iter();
    let sectors = content.sectors.iter();
    Some(RoadmapWire {
        schema: ROADMAP_SCHEMA.to_owned(),
        pack_version: content.place.pack.version.clone(),
        content_hash: String::new(),
        small_area_measures: small_area_measures(content, told),
        challenges: challenges.map(challenge).collect(),
        sectors: sectors.map(|own| named(&own.key, &own.title)).collect(),
        levers: levers(content),
        outputs: told.outputs.clone(),
        documents: told.evidence.documents.clone(),
        claims: told.evidence.claims.clone(),
        gaps: told.evidence.gaps.clone(),
        actions: told.actions.clone(),
        milestones: told.milestones.clone(),
        stories: told.stories.clone(),
        entries: told.entries.clone(),
        procurements: told.procurements.clone(),
    })
}

fn challenge(own: &Challenge) -> ShownWire {
    ShownWire {
        key: own.key.clone(),
        title: own.title.clone(),
        measures: own.measures.clone(),
    }
}

fn named(key: &str, title: &str) -> NamedWire {
    NamedWire {
        key: key.to_owned(),
        title: title.to_owned(),
    }
}

fn levers(content: &Content) -> Vec<RoadmapLeverWire> {
    let told = content.model.iter().flat_map(|model| &model.wire.levers);
    let lever = told.map(|own| RoadmapLeverWire {
        key: own.key.clone(),
        name: own.name.clone(),
        unit: own.unit.clone(),
        range: own.range,
        default: own.default,
        outputs: own.outputs.clone(),
        grade: own.grade.clone(),
    });
    lever.collect()
}

/// Measures named that only small areas have, in the order of their own file.
fn small_area_measures(content: &Content, told: &Roadmap) -> Vec<NamedWire> {
    let core = content.measures.measures.iter();
    let core: BTreeSet<&str> = core.map(|own| own.slug.as_str()).collect();
    let of_actions = told.actions.iter().flat_map(|own| &own.indicators);
    let of_actions = of_actions.map(|own| own.measure.as_str());
    let of_claims = told.evidence.claims.iter().flat_map(|own| &own.measures);
    let of_outputs = told.outputs.iter().flat_map(|own| &own.measures);
    let of_challenges = content.challenges.iter().flat_map(|own| &own.measures);
    let others = of_claims.chain(of_outputs).chain(of_challenges);
    let others = others.map(String::as_str);
    let named_here: BTreeSet<&str> = of_actions.chain(others).collect();
    let small = content.small_areas.measures.iter();
    let small = small.filter(|own| {
        let slug = own.slug.as_str();
        named_here.contains(slug) && !core.contains(slug)
    });
    small.map(|own| named(&own.slug, &own.name)).collect()
}
