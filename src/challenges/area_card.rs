//! The area that is pointed at or pinned, in words.

use leptos::prelude::*;
use roadmap_core::atlas::full_name;

use super::desk::Desk;
use crate::show;

/// Name, figure, rank and the county's figure of an area.
#[component]
pub fn AreaCard() -> impl IntoView {
    let desk = Desk::here();
    let card = show::part(move || {
        let Some(figures) = desk.figures().get() else {
            return ().into_any();
        };
        let at = desk.told();
        let Some(row) = at.and_then(|at| figures.rows.get(at)) else {
            return view! { <p class="subtitle">{NOBODY}</p> }.into_any();
        };
        let ranking = desk.ranking().get();
        let standing = at
            .map(|at| figures.standing_words(at, &ranking))
            .unwrap_or_default();
        let benchmarks = figures.benchmarks.iter();
        let benchmarks = benchmarks
            .map(|named| view! { <li>{named.name.clone()} ": " {figures.told_number(named.value)}</li> })
            .collect_view();
        view! {
            <h2 data-testid="area-name">{full_name(row)}</h2>
            <p class="value" data-testid="area-value">{figures.told(row.value)}</p>
            <p class="standing" data-testid="area-standing">{standing}</p>
            <ul class="benchmark-list">{benchmarks}</ul>
        }
        .into_any()
    });
    view! { <section class="area-card" aria-label="Chosen area" data-testid="area-card">{card}</section> }
}

const NOBODY: &str = "Point at an area, or move to one with the arrow keys, to read its figure here. Press it to keep it.";
