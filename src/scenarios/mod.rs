//! Scenarios: a future to start from, levers to move, and how sure the answer is.

mod cards;
mod charts;
mod compare;
mod desk;
mod files;
mod future;
mod lever;
mod levers;
mod load;
mod more;
mod office;
mod own;
mod reasons;
mod stage;
mod target;
mod together;
mod trust;

use leptos::prelude::*;
use roadmap_core::page::Mode;
use roadmap_core::page::scenarios::{Panel, Part};

use self::desk::Desk;
use self::load::{PLACE, Place};
use crate::companion::{self, State, Words};
use crate::explorer::Explorer;
use crate::lazy::{self, Make};
use crate::picker::PlaceSelect;
use crate::{segments, show};

lazy::part!(
    /// The view of scenarios, loaded when it is first opened.
    pub PART: Make = scenarios, || view! { <Scenarios/> }.into_any()
);

/// The view of scenarios.
#[component]
fn Scenarios() -> impl IntoView {
    let (state, again) = PLACE.ask(load::place);
    show::part(move || {
        match state.get() {
        State::Loading => view! {
            <p class="loading" role="status" data-testid="model-loading">"Loading the model and its evidence…"</p>
        }
        .into_any(),
        State::Ready(place) => view_of(*place),
        State::Failed(reasons) => companion::failure(&FAILED, reasons, again),
    }
    })
}

fn view_of(place: Place) -> AnyView {
    let desk = Desk::new(Explorer::here(), place);
    let mode = desk.explorer().mode();
    show::part(move || match mode.get() {
        Mode::Site => whole(desk),
        Mode::Embed => embedded(desk),
        Mode::Hall => stage::view(desk),
    })
}

/// The full page: the future and its levers on the left, what they lead to on the right.
fn whole(desk: Desk) -> AnyView {
    view! {
        <div class="scenarios" data-testid="scenarios">
            {title(desk)}
            {notices(desk)}
            {parts(desk)}
            <div class="future-where"><PlaceSelect/>{charts::year(desk)}</div>
            {part(desk)}
        </div>
    }
    .into_any()
}

/// The chosen part.
fn part(desk: Desk) -> AnyView {
    let part = Memo::new(move |_| desk.page().with(|page| page.part));
    show::part(move || match part.get() {
        Part::Explore => view! {
            <div class="future-split">
                {future::view(desk)}
                <div class="outcomes">
                    <h2 class="sr-only">"What comes of it"</h2>
                    {cards::view(desk)}
                    {charts::view(desk)}
                </div>
                {levers::view(desk)}
            </div>
        }
        .into_any(),
        part => lazy::piece(&more::PARTS, move |view| view(desk, part)),
    })
}

/// The parts, each a button.
fn parts(desk: Desk) -> AnyView {
    let chosen = move || desk.page().with(|page| page.part);
    let choose = move |part| desk.go(|page| page.part = part);
    segments::of_choices("Part", "see", name_of, chosen, choose)
}

const fn name_of(part: Part) -> &'static str {
    match part {
        Part::Explore => "Explore",
        Part::Compare => "Compare",
        Part::Together => "Together",
        Part::Trust => "How do we know?",
    }
}

/// In somebody else's page: the headline and the picture, and levers unless they are left out.
fn embedded(desk: Desk) -> AnyView {
    let panel = Memo::new(move |_| desk.page().with(|page| page.panel));
    let levers = show::part(move || match panel.get() {
        Panel::Hidden => ().into_any(),
        Panel::Open | Panel::Locked => levers::view(desk),
    });
    view! {
        <div class="scenarios" data-testid="scenarios">
            {title(desk)}
            {notices(desk)}
            <h2 class="sr-only">"What comes of it"</h2>
            {charts::chosen(desk)}
            {levers}
        </div>
    }
    .into_any()
}

fn title(desk: Desk) -> AnyView {
    let title =
        show::text(move || desk.ask(|asked| format!("{}: {}", asked.place_name(), asked.own.name)));
    view! { <h1 data-testid="scenarios-title">{title}</h1> }.into_any()
}

/// What the link asked for that is not here.
fn notices(desk: Desk) -> AnyView {
    let notices = Memo::new(move |_| desk.chosen().with(|chosen| chosen.notices.clone()));
    show::part(move || {
        let notice =
            |words: String| view! { <p class="notice" data-testid="scenarios-notice">{words}</p> };
        let all = notices.get().into_iter().map(notice);
        all.collect_view().into_any()
    })
}

const FAILED: Words = Words {
    name: "model",
    title: "The model could not be read",
    advice: "The other pages work. Check your connection and try again; if that does not help, tell us what it says here:",
};
