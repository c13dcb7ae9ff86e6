//! The roadmap: its matrix, actions, evidence, timeline, stories and workshop, each thing one
//! link from all that hangs on it.

mod actions;
mod chain;
mod choose;
mod desk;
mod evidence;
mod matrix;
mod more;
mod one;
mod own;
mod own_story;
mod stories;
mod timeline;
mod tour;
mod workshop;

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::data::roadmap::Roadmap;
use roadmap_core::page::roadmap::RoadmapPart;
use roadmap_core::page::{Keyed, Mode, Page};

use self::desk::{Desk, ROADMAP};
use crate::companion::{self, State, Words};
use crate::explorer::Explorer;
use crate::lazy::{self, Make};
use crate::shell::PageLink;
use crate::show;

lazy::part!(
    /// The view of the roadmap, loaded when it is first opened.
    pub PART: Make = roadmap, || view! { <RoadmapView/> }.into_any()
);

lazy::part!(
    /// The bar of a story that is played, over whichever view its step shows.
    pub TOUR: Make = roadmap_tour in roadmap, || view! { <tour::Tour/> }.into_any()
);

/// The view of the roadmap.
#[component]
fn RoadmapView() -> impl IntoView {
    let (state, again) = ROADMAP.ask(desk::read);
    show::part(move || {
        match state.get() {
        State::Loading => view! {
            <p class="loading" role="status" data-testid="roadmap-loading">"Loading the roadmap…"</p>
        }
        .into_any(),
        State::Ready(roadmap) => body(roadmap),
        State::Failed(reasons) => companion::failure(&FAILED, reasons, again),
    }
    })
}

fn body(roadmap: Arc<Roadmap>) -> AnyView {
    let desk = Desk::new(Explorer::here(), roadmap);
    let mode = desk.explorer().mode();
    let part = Memo::new(move |_| desk.page().with(|page| page.part));
    let is_whole = move || mode.get() == Mode::Site;
    let chosen = show::part(move || match part.get() {
        RoadmapPart::Matrix => matrix::view(desk),
        RoadmapPart::Actions => actions::view(desk),
        RoadmapPart::Evidence => evidence::view(desk),
        RoadmapPart::Timeline => timeline::view(desk),
        RoadmapPart::Stories => stories::view(desk),
        RoadmapPart::Workshop => workshop::view(desk),
    });
    view! {
        <div class="roadmap" data-testid="roadmap">
            {show::when(is_whole, move || parts(part))}
            {notices(desk)}
            {chosen}
        </div>
    }
    .into_any()
}

/// The parts, each a link.
fn parts(part: Memo<RoadmapPart>) -> AnyView {
    let link = |own: &RoadmapPart| {
        let own = *own;
        let is_current = show::flag(move || part.get() == own);
        view! {
            <li>
                <PageLink testid=testid(own) is_current=is_current change=move |page: &mut Page| desk::change(page, |page| page.part = own)>
                    {name_of(own)}
                </PageLink>
            </li>
        }
    };
    let links = RoadmapPart::ALL.iter().map(link).collect_view();
    view! { <nav class="roadmap-parts" aria-label="Parts of the roadmap"><ul>{links}</ul></nav> }
        .into_any()
}

const fn name_of(part: RoadmapPart) -> &'static str {
    match part {
        RoadmapPart::Matrix => "Matrix",
        RoadmapPart::Actions => "Actions",
        RoadmapPart::Evidence => "Evidence",
        RoadmapPart::Timeline => "Timeline",
        RoadmapPart::Stories => "Stories",
        RoadmapPart::Workshop => "Workshop",
    }
}

const fn testid(part: RoadmapPart) -> &'static str {
    match part {
        RoadmapPart::Matrix => "roadmap-matrix",
        RoadmapPart::Actions => "roadmap-actions",
        RoadmapPart::Evidence => "roadmap-evidence",
        RoadmapPart::Timeline => "roadmap-timeline",
        RoadmapPart::Stories => "roadmap-stories",
        RoadmapPart::Workshop => "roadmap-workshop",
    }
}

/// What the link asked for that is not here.
fn notices(desk: Desk) -> AnyView {
    show::part(move || {
        let notice = |words: String| {
            view! { <p class="notice" data-testid="roadmap-notice">{words}</p> }
        };
        let refused = desk.refused().get().into_iter().map(notice);
        refused.collect_view().into_any()
    })
}

const FAILED: Words = Words {
    name: "roadmap",
    title: "The roadmap could not be read",
    advice: "The other pages work. Check your connection and try again; if that does not help, tell us what it says here:",
};
