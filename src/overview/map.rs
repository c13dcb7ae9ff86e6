//! The district map of the chosen figure.

use leptos::prelude::*;
use roadmap_core::area::AreaCode;

use super::pictures::{self, Kind};
use crate::explorer::Explorer;
use crate::figure::{Caption, Figure};

/// The map and the list of what it can show.
#[component]
pub fn MapColumn() -> impl IntoView {
    let explorer = Explorer::here();
    view! {
        <section class="map-column" aria-label="Map">
            <DistrictMapFigure/>
            <FigureSelect/>
            <Show when=move || explorer.shared().map.is_none()>
                <p class="notice">"The shapes in the data file could not be read, so there is no map. Everything else works."</p>
            </Show>
        </section>
    }
}

/// The map alone.
#[component]
pub fn DistrictMapFigure() -> impl IntoView {
    let explorer = Explorer::here();
    let picture = pictures::of_chosen(explorer, Kind::Map);
    let go = Callback::new(move |key: String| {
        if let Ok(code) = AreaCode::new(&key)
            && explorer.shared().dataset.has_page(&code)
        {
            explorer.go_to(code);
        }
    });
    view! { <Figure picture=picture caption=Caption::Full on_choose=go/> }
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
                    view! { <option value=slug selected=move || figure.get() == own>{measure.name.clone()}</option> }
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
                prop:value=move || figure.get()
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
