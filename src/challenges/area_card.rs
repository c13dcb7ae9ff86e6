//! The area that is pointed at or pinned, in words.

use leptos::prelude::*;
use roadmap_core::atlas::full_name;
use roadmap_core::page::map::Show;

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
        // An index of the reader's own has no published figures to stand against.
        let is_published = desk.map().with(|map| map.show != Show::Index);
        let compared = at.filter(|_| is_published).map(|at| {
            let shared = desk.shared();
            desk.atlas().compare(&shared.dataset, &figures, at)
        });
        let benchmarks = compared.unwrap_or_default().into_iter();
        let benchmarks = benchmarks
            .map(|larger| view! { <li>{larger.name} ": " {larger.value} <small>{larger.difference}</small></li> })
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
