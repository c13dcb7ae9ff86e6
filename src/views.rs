//! Which view shows which page, and which of them are loaded when they are first needed.

use leptos::prelude::*;
use roadmap_core::page::{Mode, Page, View};

use crate::lazy::{self, Make, Part};
use crate::overview::{EmbedView, Overview};
use crate::{challenges, data_page, overview, roadmap, scenarios, sectors};

/// Where a view's code is.
enum Shown {
    /// In the first view.
    AtOnce(Make),
    /// In a part of its own.
    Lazily(&'static Part<Make>),
}

/// The view of a page.
pub fn show(view: View, mode: Mode) -> AnyView {
    match shown(view, mode) {
        Shown::AtOnce(make) => make(),
        Shown::Lazily(part) => lazy::view(part),
    }
}

/// Whether a view goes on by steps on a stage, with the ways off it beside them.
pub const fn has_steps(view: View) -> bool {
    match view {
        View::Overview | View::Sectors | View::Scenarios => true,
        View::Challenges | View::Roadmap | View::Data => false,
    }
}

/// Loads what a page will need, since the reader is about to go there.
pub fn prefetch(page: &Page) {
    if let Shown::Lazily(part) = shown(page.view, page.mode) {
        part.prefetch();
    }
}

fn shown(view: View, mode: Mode) -> Shown {
    match (view, mode) {
        (View::Overview, Mode::Site) => Shown::AtOnce(|| view! { <Overview/> }.into_any()),
        (View::Overview, Mode::Embed) => Shown::AtOnce(|| view! { <EmbedView/> }.into_any()),
        (View::Overview, Mode::Hall) => Shown::Lazily(&overview::HALL),
        (View::Sectors, _) => Shown::Lazily(&sectors::PART),
        (View::Scenarios, _) => Shown::Lazily(&scenarios::PART),
        (View::Challenges, _) => Shown::Lazily(&challenges::PART),
        (View::Roadmap, _) => Shown::Lazily(&roadmap::PART),
        (View::Data, _) => Shown::Lazily(&data_page::PART),
    }
}
