//! What the colours and lines of the map stand for.

use leptos::prelude::*;
use roadmap_core::page::Keyed;
use roadmap_core::page::map::Show;

use super::desk::Desk;
use crate::show;

/// The kinds of map.
#[component]
pub fn Kinds() -> impl IntoView {
    let desk = Desk::here();
    let map = desk.map();
    let button = |kind: Show| {
        let is_pressed = show::text(move || map.with(|map| map.show == kind).to_string());
        let testid = format!("show-{}", kind.key());
        view! {
            <button type="button" data-testid=testid aria-pressed=is_pressed on:click=move |_| desk.go(|map| map.show = kind)>
                {words(kind)}
            </button>
        }
    };
    let buttons = Show::ALL.iter().copied().map(button).collect_view();
    view! { <div class="segments" role="group" aria-label="Kind of map">{buttons}</div> }
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
