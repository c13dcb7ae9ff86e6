//! The app: gives the explorer to every component, and lays out the chosen view.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::page::{Keyed, Mode, RoadmapChoice, TextSize, View};

use crate::edge::{address, embed, held, root};
use crate::explorer::{Explorer, Shared};
use crate::shell::{Footer, Header, Notices};
use crate::{lazy, roadmap, show, steps, views};

/// The whole app on one dataset.
#[component]
pub fn App(
    /// What was loaded.
    shared: Arc<Shared>,
) -> impl IntoView {
    let explorer = Explorer::start(shared);
    provide_context(explorer);
    reflect_layout(explorer);
    reflect_title(explorer);
    follow_history(explorer);
    report_height_when_embedded(explorer);
    let mode = explorer.mode();
    let view = explorer.part(|page| page.view);
    let header = show::when(
        move || mode.get() == Mode::Site,
        || view! { <Header/> }.into_any(),
    );
    let footer = show::when(
        move || mode.get() != Mode::Hall,
        || view! { <Footer/> }.into_any(),
    );
    let is_played = explorer.part(|page| page.roadmap.get(RoadmapChoice::Step).is_some());
    let tour = show::when(
        move || is_played.get(),
        || lazy::piece(&roadmap::TOUR, |make| make()),
    );
    let chosen = show::part(move || views::show(view.get(), mode.get()));
    let way_off = show::when(
        move || mode.get() == Mode::Hall && !views::has_steps(view.get()),
        || lazy::piece(&steps::ALONE, |make| make()),
    );
    view! {
        <a class="skip" href="#content">"Skip to content"</a>
        {header}
        <main class="wrap" id="content" tabindex="-1">
            <Notices/>
            {tour}
            {chosen}
            {way_off}
        </main>
        {footer}
    }
}

/// The stylesheet reads theme, text size and mode from the root element.
fn reflect_layout(explorer: Explorer) {
    let (theme, text, mode) = (
        explorer.theme_choice(),
        explorer.text_size(),
        explorer.mode(),
    );
    show::effect(move || {
        root::set("data-theme", theme.get().map(Keyed::key));
        let text = text.get();
        root::set(
            "data-text",
            (text != TextSize::default()).then(|| text.key()),
        );
        let mode = mode.get();
        root::set("data-mode", (mode != Mode::default()).then(|| mode.key()));
    });
}

/// The title names the place and the view, for tabs, history and screen readers.
fn reflect_title(explorer: Explorer) {
    let (area, view) = (explorer.area(), explorer.part(|page| page.view));
    show::effect(move || {
        let shared = explorer.shared();
        let area = area.get();
        let subject = match view.get() {
            View::Overview => shared.dataset.name_of(&area),
            View::Sectors => "Sector strengths",
            View::Challenges => "Challenges on the map",
            View::Scenarios => "Scenarios",
            View::Roadmap => "Roadmap",
            View::Data => "Data and sources",
        };
        root::set_title(&format!("{subject} · {}", shared.dataset.product_name));
    });
}

/// Back and Forward bring the page back that their address holds.
fn follow_history(explorer: Explorer) {
    held::hold(address::on_back_or_forward(move || {
        explorer.follow_address();
    }));
}

/// A page around this one learns its height.
fn report_height_when_embedded(explorer: Explorer) {
    if explorer.mode().get_untracked() == Mode::Embed {
        embed::report_height();
    }
}
