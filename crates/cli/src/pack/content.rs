//! The content companion, put together from what people have written.

use std::collections::BTreeSet;

use roadmap_core::data::wire::{
    CONTENT_SCHEMA, ChallengeWire, CompanionSourcesWire, ContentWire, WeightWire,
};

use crate::content::{Challenge, Content, HighValue};

/// Puts the companion together, its hash still empty.
pub fn build(content: &Content, companions: Vec<CompanionSourcesWire>) -> ContentWire {
    let challenges: Vec<ChallengeWire> = content.challenges.iter().map(challenge).collect();
    ContentWire {
        schema: CONTENT_SCHEMA.to_owned(),
        pack_version: content.place.pack.version.clone(),
        content_hash: String::new(),
        small_area_measures: small_area_measures(content, &challenges),
        challenges,
        companions,
    }
}

fn challenge(own: &Challenge) -> ChallengeWire {
    let index = own.index.parts.iter().map(|part| {
        // Weights are checked to be at most 10 when they are read.
        let weight = i8::try_from(part.weight).unwrap_or(i8::MAX);
        WeightWire {
            slug: part.slug.clone(),
            weight: match part.high_value {
                HighValue::Raises => weight,
                HighValue::Lowers => -weight,
            },
        }
    });
    ChallengeWire {
        key: own.key.clone(),
        title: own.title.clone(),
        account: own.account.trim().to_owned(),
        foundations: own.foundations.clone(),
        grand_challenges: own.grand_challenges.clone(),
        measures: own.measures.clone(),
        first_measure: own.first_measure.clone(),
        first_level: own.first_level.clone(),
        not_known: own.not_known.trim().to_owned(),
        index: index.collect(),
        index_title: own.index.title.clone(),
        index_is_ours: own.index.is_ours,
    }
}

/// Slugs named that are measures of small areas and not of districts, in order.
fn small_area_measures(content: &Content, challenges: &[ChallengeWire]) -> Vec<String> {
    let core: BTreeSet<&str> = slugs(content.measures.measures.iter().map(|own| &own.slug));
    let small = slugs(content.small_areas.measures.iter().map(|own| &own.slug));
    let of_index = challenges
        .iter()
        .flat_map(|own| &own.index)
        .map(|part| &part.slug);
    let named = slugs(
        challenges
            .iter()
            .flat_map(|own| &own.measures)
            .chain(of_index),
    );
    let only_small = named
        .intersection(&small)
        .filter(|slug| !core.contains(*slug));
    only_small.map(|slug| (*slug).to_owned()).collect()
}

fn slugs<'a>(slugs: impl Iterator<Item = &'a String>) -> BTreeSet<&'a str> {
    slugs.map(String::as_str).collect()
}
