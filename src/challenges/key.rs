//! The key of the map.

use leptos::prelude::*;
use roadmap_core::atlas::Brush;

use super::desk::Desk;
use crate::show;

/// What each colour means and how many areas have it; pressing a class lets the others recede.
#[component]
pub fn Key() -> impl IntoView {
    let desk = Desk::here();
    let rows = show::part(move || {
        let Some(shading) = desk.shading().get() else {
            return ().into_any();
        };
        let theme = desk.explorer().theme().get();
        let row = |entry: &roadmap_core::atlas::KeyEntry| {
            let colour = theme.colour(entry.fill.ink()).hex();
            let range = entry.range;
            let own = range.map(Brush::Range);
            let pressed = own.clone();
            let is_pressed = show::flag(move || {
                pressed.is_some() && desk.brushed.with(|brushed| *brushed == pressed)
            });
            view! {
                <li>
                    <button
                        type="button"
                        disabled=range.is_none()
                        aria-pressed=show::text(move || is_pressed.get().to_string())
                        on:click=move |_| desk.brushed.update(|brushed| {
                            *brushed = if *brushed == own { None } else { own.clone() };
                        })
                    >
                        <span class="swatch" style:background=colour></span>
                        <span>{entry.words.clone()}</span>
                        <span class="count">{roadmap_core::quantity::count(entry.count)}</span>
                    </button>
                </li>
            }
        };
        shading.key.iter().map(row).collect_view().into_any()
    });
    view! {
        <section class="map-key" aria-label="Key" data-testid="map-key"><ul>{rows}</ul></section>
    }
}
