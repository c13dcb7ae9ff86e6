//! The header: wordmark, navigation, settings.

use leptos::prelude::*;
use roadmap_core::page::{Keyed, Page, View};

use super::PageLink;
use super::settings::Settings;
use crate::explorer::Explorer;

/// The header of the full page.
#[component]
pub fn Header() -> impl IntoView {
    let shared = Explorer::here().shared();
    let product = shared.dataset.product_name.clone();
    let place = shared.dataset.place.name.clone();
    let links = View::ALL.iter().map(|view| nav_link(*view)).collect_view();
    view! {
        <header class="site-header" data-testid="site-header">
            <div class="wrap">
                <PageLink class="wordmark" change=|page: &mut Page| *page = Page::default()>
                    <span class="waymark" aria-hidden="true"></span>
                    <span>{product} " " <span class="wordmark-place">{place}</span></span>
                </PageLink>
                <nav aria-label="Main">{links}</nav>
                <Settings/>
            </div>
        </header>
    }
}

fn nav_link(to: View) -> AnyView {
    let view = Explorer::here().part(|page| page.view);
    let (title, testid) = match to {
        View::Overview => ("Overview", "nav-overview"),
        View::Sectors => ("Sectors", "nav-sectors"),
        View::Challenges => ("Challenges", "nav-challenges"),
        View::Scenarios => ("Scenarios", "nav-scenarios"),
        View::Roadmap => ("Roadmap", "nav-roadmap"),
        View::Data => ("Data", "nav-data"),
    };
    let is_current = Signal::derive(move || view.get() == to);
    view! {
        <PageLink testid=testid is_current=is_current change=move |page: &mut Page| page.view = to>
            {title}
        </PageLink>
    }
    .into_any()
}
