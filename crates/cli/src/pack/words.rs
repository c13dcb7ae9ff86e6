//! What content says, in the pack's form.

use roadmap_core::data::wire::{
    MeasureWire, PlaceWire, ProductWire, RetiredWire, ThemeWire, UnavailableWire,
};
use roadmap_core::measure::Direction;

use crate::content::{Content, Measure, Recode, Theme, Unavailable};

/// The place.
pub fn place(content: &Content) -> PlaceWire {
    let names = &content.place.place;
    PlaceWire {
        name: names.name.clone(),
        county: names.county.clone(),
        region: names.region.clone(),
        country: names.country.clone(),
    }
}

/// The product.
pub fn product(content: &Content) -> ProductWire {
    let product = &content.place.product;
    ProductWire {
        name: product.name.clone(),
        purpose: product.purpose.clone(),
    }
}

/// Codes of the place that were replaced.
pub fn retired(content: &Content) -> Vec<RetiredWire> {
    let retired = |recode: &Recode| RetiredWire {
        from: recode.from.clone(),
        to: recode.to.clone(),
    };
    content.place.retired.iter().map(retired).collect()
}

/// The themes in reading order.
pub fn themes(content: &Content) -> Vec<ThemeWire> {
    let theme = |theme: &Theme| ThemeWire {
        key: theme.key.clone(),
        title: theme.title.clone(),
        leads_to: theme.leads_to.clone(),
    };
    content.measures.themes.iter().map(theme).collect()
}

/// What nobody publishes.
pub fn unavailable(content: &Content) -> Vec<UnavailableWire> {
    let unavailable = |told: &Unavailable| UnavailableWire {
        what: told.what.clone(),
        why: told.why.clone(),
    };
    content.unavailable.iter().map(unavailable).collect()
}

/// A measure, with what the raw tables add to it.
pub fn measure(measure: &Measure, better: Direction, source: String) -> MeasureWire {
    MeasureWire {
        slug: measure.slug.clone(),
        name: measure.name.clone(),
        meaning: measure.meaning.clone(),
        theme: measure.theme.clone(),
        unit: measure.unit.clone(),
        decimals: measure.decimals,
        better: better.key().to_owned(),
        source,
        provenance: measure.provenance.clone(),
        headline: measure.headline,
        breaks: measure.breaks.clone(),
        caution: measure.caution.clone(),
        least_change: measure.least_change,
        messages: measure.messages.clone(),
    }
}
