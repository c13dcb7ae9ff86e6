//! The header: wordmark, navigation, settings.

use leptos::prelude::*;
use roadmap_core::page::{Keyed, Page, View};

use super::settings::Settings;
use crate::explorer::Explorer;

/// The header of the full page.
#[component]
pub fn Header() -> impl IntoView {
    let explorer = Explorer::here();
    let shared = explorer.shared();
    let product = shared.dataset.product_name.clone();
    let place = shared.dataset.place.name.clone();
    view! {
        <header class="site-header" data-testid="site-header">
            <div class="wrap">
                <a class="wordmark" href="./" on:click=move |event| follow(&event, explorer, |page| *page = Page::default())>
                    <span class="waymark" aria-hidden="true"></span>
                    {product}
                    <span class="wordmark-place">{place}</span>
                </a>
                <nav aria-label="Main">
                    {View::ALL.iter().map(|view| view! { <NavLink to=*view/> }).collect_view()}
                </nav>
                <Settings/>
            </div>
        </header>
    }
}

#[component]
fn NavLink(
    /// Where it leads.
    to: View,
) -> impl IntoView {
    let explorer = Explorer::here();
    let view = explorer.part(|page| page.view);
    let title = match to {
        View::Overview => "Overview",
        View::Data => "Data",
    };
    view! {
        <a
            data-testid=format!("nav-{}", to.key())
            href=move || explorer.link_to(|page| page.view = to)
            aria-current=move || (view.get() == to).then_some("page")
            on:click=move |event| follow(&event, explorer, |page| page.view = to)
        >
            {title}
        </a>
    }
}

/// Follows a link inside the app, unless the reader asked for a new tab or window.
pub fn follow(event: &web_sys::MouseEvent, explorer: Explorer, change: impl FnOnce(&mut Page)) {
    let wants_elsewhere =
        event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if !wants_elsewhere {
        event.prevent_default();
        explorer.go(change);
    }
}
