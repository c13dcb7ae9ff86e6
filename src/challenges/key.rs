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
    let unsure = Memo::new(move |_| {
        let shading = desk.shading().get();
        shading.map_or(0, |shading| shading.unsure())
    });
    let fade = show::when(move || unsure.get() > 0, move || fade(desk, unsure));
    view! {
        <section class="map-key" aria-label="Key" data-testid="map-key"><ul>{rows}</ul>{fade}</section>
    }
}

/// How uncertain areas are marked: hatched, or faded if the reader likes that better.
fn fade(desk: Desk, unsure: Memo<usize>) -> AnyView {
    let is_faded = show::flag(move || desk.map().with(|map| map.is_faded));
    let words = show::text(move || {
        let marked = if is_faded.get() { "Faded" } else { "Hatched" };
        let count = roadmap_core::quantity::count(unsure.get());
        format!("{marked}: {count} whose 95% interval reaches into another class")
    });
    view! {
        <p class="unsure" data-testid="unsure">{words}</p>
        <label class="choice">
            <input
                type="checkbox"
                data-testid="fade"
                prop:checked=is_faded
                on:change:target=move |event| {
                    let is_faded = event.target().checked();
                    desk.go(|map| map.is_faded = is_faded);
                }
            />
            "Fade them"
        </label>
    }
    .into_any()
}
