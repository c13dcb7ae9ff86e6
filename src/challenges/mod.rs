//! Challenges on the ground: a map of any measure, down to small areas.

mod about;
mod area_card;
mod background;
mod below;
mod beside;
mod choose;
mod desk;
mod files;
mod find;
mod gestures;
mod journeys;
mod key;
mod kinds;
mod linked;
mod load;
mod map;
mod ranking;
mod second;
mod story;
mod time;
mod understand;
mod weights;

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::atlas::Atlas;
use roadmap_core::page::Mode;

use self::about::About;
use self::area_card::AreaCard;
use self::beside::Histogram;
use self::choose::Choose;
use self::desk::Desk;
use self::find::Find;
use self::key::Key;
use self::kinds::Kinds;
use self::load::ATLAS;
use self::map::MapFigure;
use self::second::{Second, SecondChoice};
use self::time::Time;
use self::weights::Weights;
use crate::companion::{self, State, Words};
use crate::explorer::Explorer;
use crate::lazy::{self, Make};
use crate::show;

lazy::part!(
    /// The challenge maps, loaded when they are first opened.
    pub PART: Make = challenges, || view! { <Challenges/> }.into_any()
);

/// The view of challenge maps.
#[component]
fn Challenges() -> impl IntoView {
    let (state, again) = ATLAS.ask(load::atlas);
    show::part(move || {
        match state.get() {
        State::Loading => view! {
            <p class="loading" role="status" data-testid="atlas-loading">"Loading the small areas…"</p>
        }
        .into_any(),
        State::Ready(atlas) => desk(atlas),
        State::Failed(reasons) => companion::failure(&FAILED, reasons, again),
    }
    })
}

fn desk(atlas: Arc<Atlas>) -> AnyView {
    let desk = Desk::new(Explorer::here(), atlas);
    provide_context(desk);
    let mode = desk.explorer().mode();
    show::part(move || {
        match mode.get() {
        Mode::Site => view! {
            <div class="challenges" data-testid="challenges">
                <div class="challenge-rail"><About/> <Choose/> <SecondChoice/> <Find/></div>
                <div class="challenge-map">{notices(desk)} <Kinds/> <Weights/> <MapFigure desk=desk name=map::FIRST/> <Time/> <Second/></div>
                <div class="challenge-side"><AreaCard/> <Histogram/> <Key/></div>
                {lazy::piece(&below::PART, |make| make())}
            </div>
        }
        .into_any(),
        // Inside another page and on a stage the map stands alone with what it takes to read it.
        Mode::Embed | Mode::Hall => view! {
            <div class="challenges is-alone" data-testid="challenges">
                <div class="challenge-map">{notices(desk)} <MapFigure desk=desk name=map::FIRST/> <Time/></div>
                <div class="challenge-side"><AreaCard/> <Histogram/> <Key/></div>
            </div>
        }
        .into_any(),
    }
    })
}

/// What the link asked for that is not here.
fn notices(desk: Desk) -> AnyView {
    show::part(move || {
        let chosen = desk.chosen().get();
        let mut notices = chosen
            .map(|chosen| chosen.notices.clone())
            .unwrap_or_default();
        let pin = desk.map().with(|map| map.pin.clone());
        let pinned = pin.zip(desk.figures().get());
        notices.extend(pinned.and_then(|(pin, figures)| figures.not_pinned_words(&pin)));
        notices.extend(desk.trouble().get());
        let notice =
            |words: String| view! { <p class="notice" data-testid="map-notice">{words}</p> };
        notices.into_iter().map(notice).collect_view().into_any()
    })
}

const FAILED: Words = Words {
    name: "atlas",
    title: "The small areas could not be read",
    advice: "The overview and the data page work. Check your connection and try again; if that does not help, tell us what it says here:",
};
