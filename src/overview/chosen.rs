//! The chosen figure in full: through time and by district.

use leptos::prelude::*;
use roadmap_core::picture::Kind;

use super::pictures;
use crate::explorer::Explorer;
use crate::figure::{Caption, Figure};
use crate::in_turn::in_turn;
use crate::show;

/// A closer look at one figure.
#[component]
pub fn Chosen() -> impl IntoView {
    in_turn(chosen, 0)
}

fn chosen(_: usize) -> AnyView {
    let explorer = Explorer::here();
    let figure = explorer.figure();
    let line = pictures::of_chosen(explorer, Kind::Line);
    let bars = pictures::of_chosen(explorer, Kind::Bars);
    let about = show::part(move || {
        let shared = explorer.shared();
        let measure = figure.with(|slug| shared.dataset.measure_or_unknown(slug));
        view! {
            <h2>{measure.name}</h2>
            <p class="subtitle">{measure.meaning}</p>
            <p class="caution">{measure.caution}</p>
        }
        .into_any()
    });
    view! {
        <section class="chosen" id="chosen" data-testid="chosen" tabindex="-1">
            {about}
            <div class="split">
                <Figure picture=line caption=Caption::Full/>
                <Figure picture=bars caption=Caption::Full on_choose=explorer.go_to_key()/>
            </div>
        </section>
    }
    .into_any()
}
