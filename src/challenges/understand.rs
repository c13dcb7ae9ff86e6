//! What the figures say together: do like values lie together, how unequal are areas?

use leptos::prelude::*;

use super::desk::Desk;
use crate::show;

/// Patterns in words.
#[component]
pub fn Understand() -> impl IntoView {
    let desk = Desk::here();
    let words = show::part(move || {
        let Some(figures) = desk.figures().get() else {
            return ().into_any();
        };
        let patterns = desk.atlas().patterns(&figures);
        view! {
            <h3>"Do like values lie together?"</h3>
            <p data-testid="together">{patterns.together.words}</p>
            <h3>"How unequal are the areas?"</h3>
            <p data-testid="unequal">{patterns.unequal.words}</p>
        }
        .into_any()
    });
    view! { <section class="understand prose" aria-labelledby="understand-title"><h2 id="understand-title">"What it says together"</h2>{words}</section> }
}
