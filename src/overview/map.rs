//! The district map of the chosen figure.

use leptos::prelude::*;
use roadmap_core::picture::Kind;

use super::pictures;
use crate::explorer::Explorer;
use crate::figure::{Caption, Figure};
use crate::show;

/// The map and the list of what it can show.
#[component]
pub fn MapColumn() -> impl IntoView {
    let explorer = Explorer::here();
    let no_map = explorer
        .shared()
        .map
        .is_none()
        .then(|| view! { <p class="notice">{NO_MAP}</p> });
    view! {
        <section class="map-column" id="map" tabindex="-1" aria-labelledby="map-title">
            <h2 class="sr-only" id="map-title">"On the map"</h2>
            <DistrictMapFigure/>
            <FigureSelect/>
            {no_map}
        </section>
    }
}

const NO_MAP: &str =
    "The shapes in the data file could not be read, so there is no map. Everything else works.";

/// The map alone.
#[component]
pub fn DistrictMapFigure() -> impl IntoView {
    let explorer = Explorer::here();
    let picture = pictures::of_chosen(explorer, Kind::Map);
    view! { <Figure picture=picture caption=Caption::Full on_choose=explorer.go_to_key()/> }
}

/// Every measure that has figures, by theme.
#[component]
fn FigureSelect() -> impl IntoView {
    let explorer = Explorer::here();
    let shared = explorer.shared();
    let figure = explorer.figure();
    let dataset = &shared.dataset;
    let groups = dataset
        .themes
        .iter()
        .map(|theme| {
            let options = dataset
                .measures
                .iter()
                .filter(|measure| measure.theme == theme.key && dataset.has_district_figures(&measure.slug))
                .map(|measure| {
                    let (slug, own) = (measure.slug.clone(), measure.slug.clone());
                    view! { <option value=slug selected=show::flag(move || figure.get() == own)>{measure.name.clone()}</option> }
                })
                .collect_view();
            view! { <optgroup label=theme.title.clone()>{options}</optgroup> }
        })
        .collect_view();
    view! {
        <label class="figure-select">
            <span>"Figure on the map"</span>
            <select
                data-testid="figure-select"
                prop:value=show::text(move || figure.get())
                on:change:target=move |event| {
                    let slug = event.target().value();
                    explorer.go(|page| page.figure = Some(slug));
                }
            >
                {groups}
            </select>
        </label>
    }
}
