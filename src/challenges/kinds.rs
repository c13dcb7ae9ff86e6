//! What the colours and lines of the map stand for.

use leptos::prelude::*;
use roadmap_core::page::map::Show;

use super::desk::Desk;
use crate::segments;

/// The kinds of map.
#[component]
pub fn Kinds() -> impl IntoView {
    let desk = Desk::here();
    let map = desk.map();
    let chosen = move || map.with(|map| map.show);
    let choose = move |kind| desk.go(|map| map.show = kind);
    segments::of_choices("Kind of map", "show", words, chosen, choose)
}

const fn words(kind: Show) -> &'static str {
    match kind {
        Show::Values => "Values",
        Show::Clusters => "Clusters",
        Show::Change => "Change",
        Show::Index => "Your index",
        Show::Flows => "Journeys",
    }
}
