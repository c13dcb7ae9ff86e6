//! The footer: where the figures come from, and the way back from an embed.

use leptos::prelude::*;
use roadmap_core::page::{Mode, View};

use super::header::follow;
use crate::explorer::Explorer;

/// One line under every view.
#[component]
pub fn Footer() -> impl IntoView {
    let explorer = Explorer::here();
    let shared = explorer.shared();
    let version = shared.dataset.pack_version.clone();
    let product = shared.dataset.product_name.clone();
    let mode = explorer.mode();
    let back = move || {
        view! {
            <a
                data-testid="back-link"
                target="_blank"
                rel="noopener"
                href=move || explorer.link_to(|page| page.mode = Mode::Site)
            >
                {product.clone()}
            </a>
        }
    };
    let sources = move || {
        view! {
            <p>
                "Published statistics, most under the Open Government Licence. Data pack " {version.clone()} ". "
                <a
                    href=move || explorer.link_to(|page| page.view = View::Data)
                    on:click=move |event| follow(&event, explorer, |page| page.view = View::Data)
                >
                    "Every source, period and licence"
                </a>
            </p>
        }
    };
    view! {
        <footer class="wrap footer">
            {move || if mode.get() == Mode::Embed { back().into_any() } else { sources().into_any() }}
        </footer>
    }
}
