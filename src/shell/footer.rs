//! The footer: where the figures come from, and the way back from an embed.

use leptos::prelude::*;
use roadmap_core::page::{Mode, Page, View};

use super::PageLink;
use crate::explorer::Explorer;
use crate::show;

/// One line under every view.
#[component]
pub fn Footer() -> impl IntoView {
    let explorer = Explorer::here();
    let mode = explorer.mode();
    let line = show::part(move || match mode.get() {
        Mode::Embed => way_back(explorer),
        Mode::Site | Mode::Hall => sources(explorer),
    });
    view! { <footer class="wrap footer">{line}</footer> }
}

/// Out of somebody else's page, to the same figures in full.
fn way_back(explorer: Explorer) -> AnyView {
    let product = explorer.shared().dataset.product_name.clone();
    let address = show::text(move || explorer.link_to(|page| page.mode = Mode::Site));
    view! {
        <a data-testid="back-link" target="_blank" rel="noopener" href=address>
            {product}
        </a>
    }
    .into_any()
}

fn sources(explorer: Explorer) -> AnyView {
    let version = explorer.shared().dataset.pack_version.clone();
    view! {
        <p>
            "Published statistics, most under the Open Government Licence. Data pack " {version} ". "
            <PageLink then_focus="content" change=|page: &mut Page| page.view = View::Data>
                "Every source, period and licence"
            </PageLink>
        </p>
    }
    .into_any()
}
