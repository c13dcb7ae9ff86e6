//! The overview inside somebody else's page: one figure of one place.

use leptos::prelude::*;
use roadmap_core::picture::Kind;

use super::PlaceName;
use super::headlines::Words;
use super::map::DistrictMapFigure;
use super::pictures;
use crate::explorer::Explorer;
use crate::figure::{Caption, Figure};
use crate::show;

/// Title, words, map and line; the footer holds the way back.
#[component]
pub fn EmbedView() -> impl IntoView {
    let explorer = Explorer::here();
    let figure = explorer.figure();
    let name = show::text(move || {
        let shared = explorer.shared();
        let measure = figure.with(|slug| shared.dataset.measure(slug).map(|m| m.name.clone()));
        measure.unwrap_or_default()
    });
    let words = show::part(move || view! { <Words slug=figure.get()/> }.into_any());
    let line = pictures::of_chosen(explorer, Kind::Line);
    view! {
        <PlaceName/>
        <h2>{name}</h2>
        <div class="split">
            <div>
                {words}
                <Figure picture=line caption=Caption::Full/>
            </div>
            <DistrictMapFigure/>
        </div>
    }
}
