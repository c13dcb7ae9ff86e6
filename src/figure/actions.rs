//! What can be done with a figure: a quiet menu, whose content is loaded when it is needed.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::chart::Placed;
use roadmap_core::picture::Picture;

use super::{panel, table};
use crate::{lazy, show};

/// What the menu of a figure is about.
#[derive(Clone, Copy)]
pub struct Menu {
    /// What is shown.
    pub picture: Signal<Arc<Picture>>,
    /// Where it is shown.
    pub placed: Memo<Placed>,
    /// Whether the table is in sight.
    pub is_table_open: RwSignal<bool>,
}

/// One quiet menu.
#[component]
pub fn Actions(
    /// What it is about.
    menu: Menu,
) -> impl IntoView {
    let was_opened = RwSignal::new(false);
    let prefetch = |()| panel::PART.prefetch();
    let about = show::text(move || {
        let subtitle = menu.picture.with(|picture| picture.subtitle.clone());
        format!("Data and downloads: {subtitle}")
    });
    let panel = show::when(
        move || was_opened.get(),
        move || lazy::piece(&panel::PART, move |make| make(menu)),
    );
    view! {
        <details class="menu" data-testid="menu" on:toggle=move |_| was_opened.set(true)>
            <summary
                aria-label=about
                on:pointerenter=move |_| prefetch(())
                on:focus=move |_| prefetch(())
            >
                "Data"
            </summary>
            <div class="menu-panel">{panel}</div>
        </details>
    }
}

/// The table of a figure while it is open.
pub fn table(menu: Menu) -> AnyView {
    show::when(
        move || menu.is_table_open.get(),
        move || lazy::piece(&table::PART, move |make| make(menu)),
    )
}
