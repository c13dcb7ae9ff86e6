//! All levers, by the foundation of productivity they belong to.

use leptos::prelude::*;
use roadmap_core::data::Foundation;
use roadmap_core::data::model::Lever;
use roadmap_core::page::Mode;
use roadmap_core::page::scenarios::Panel;

use super::desk::Desk;
use super::lever;
use crate::show;

/// The levers in groups; each stands in the first foundation it belongs to.
pub fn view(desk: Desk) -> AnyView {
    let mode = desk.explorer().mode();
    // Only somebody else's page may lock them.
    let is_locked = show::flag(move || {
        let panel = desk.page().with(|page| page.panel);
        mode.get() == Mode::Embed && panel == Panel::Locked
    });
    let group = |foundation: Foundation| {
        let own = desk.evidence().levers.iter();
        let own = own.filter(|lever| lever.foundations.first() == Some(&foundation));
        let own: Vec<&'static Lever> = own.collect();
        if own.is_empty() {
            return ().into_any();
        }
        let rows = own.into_iter().map(|own| lever::view(desk, own, is_locked));
        view! {
            <div class="lever-group" role="group" aria-label=foundation.title()>
                <h3>{foundation.title()}</h3>
                {rows.collect_view()}
            </div>
        }
        .into_any()
    };
    let groups = Foundation::ALL.into_iter().map(group);
    view! {
        <section class="levers" aria-labelledby="levers-title" data-testid="levers">
            <h2 id="levers-title">"Levers"</h2>
            {groups.collect_view()}
        </section>
    }
    .into_any()
}
