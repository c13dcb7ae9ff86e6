//! Sector strengths: what a place is good at, against whom, since when, and what is next.

mod beside;
mod complexity;
mod controls;
mod desk;
mod figures;
mod growth;
mod load;
mod next;
mod one;
mod output;
mod scroll;
mod similar;
mod stage;
mod strengths;
mod supply;

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::data::Industries;
use roadmap_core::page::Mode;
use roadmap_core::page::sectors::Part;

use self::controls::Controls;
use self::desk::Desk;
use self::load::INDUSTRIES;
use crate::companion::{self, State, Words};
use crate::explorer::Explorer;
use crate::lazy::{self, Make};
use crate::{segments, show};

lazy::part!(
    /// The view of sectors, loaded when it is first opened.
    pub PART: Make = sectors, || view! { <Sectors/> }.into_any()
);

/// The view of sectors.
#[component]
fn Sectors() -> impl IntoView {
    let (state, again) = INDUSTRIES.ask(load::industries);
    show::part(move || {
        match state.get() {
        State::Loading => view! {
            <p class="loading" role="status" data-testid="industries-loading">"Loading jobs and output by industry…"</p>
        }
        .into_any(),
        State::Ready(industries) => desk(industries),
        State::Failed(reasons) => companion::failure(&FAILED, reasons, again),
    }
    })
}

fn desk(industries: Arc<Industries>) -> AnyView {
    let desk = Desk::new(Explorer::here(), industries);
    provide_context(desk);
    let mode = desk.explorer().mode();
    let part = Memo::new(move |_| desk.page().with(|page| page.part));
    let title = show::text(move || {
        let shared = desk.explorer().shared();
        let place = shared
            .dataset
            .name_of(&desk.explorer().area().get())
            .to_owned();
        format!("{}: {}", place, question(part.get()))
    });
    let name = show::text(move || name_of(part.get()).to_owned());
    let is_whole = Memo::new(move |_| mode.get() == Mode::Site);
    let body = show::part(move || {
        if is_whole.get() {
            view! {
                <Controls/>
                {notices(desk)}
                <h2 class="sr-only">{name}</h2>
                {chosen(desk, part)}
                {one::view(desk)}
            }
            .into_any()
        } else {
            view! { {notices(desk)} {stage::view(desk, part)} }.into_any()
        }
    });
    view! {
        <div class="sectors" data-testid="sectors">
            <h1 data-testid="sectors-title">{title}</h1>
            {body}
        </div>
    }
    .into_any()
}

/// The chosen part of the full page.
fn chosen(desk: Desk, part: Memo<Part>) -> AnyView {
    show::part(move || match part.get() {
        Part::Strengths => strengths::view(desk),
        Part::Growth => growth::view(desk),
        Part::Output => output::view(desk),
        Part::Next => next::view(desk),
        Part::Complexity => complexity::view(desk),
        Part::Supply => supply::view(desk),
        Part::Similar => similar::view(desk),
    })
}

/// The question that a part answers.
const fn question(part: Part) -> &'static str {
    match part {
        Part::Strengths => "what is it good at?",
        Part::Growth => "where did growth come from?",
        Part::Output => "how did output move?",
        Part::Next => "what is within reach?",
        Part::Complexity => "how complex does its economy look?",
        Part::Supply => "who buys from whom?",
        Part::Similar => "which places are alike?",
    }
}

const fn name_of(part: Part) -> &'static str {
    match part {
        Part::Strengths => "Strengths",
        Part::Growth => "Growth",
        Part::Output => "Output",
        Part::Next => "What next",
        Part::Complexity => "Complexity",
        Part::Supply => "Supply chain",
        Part::Similar => "Similar places",
    }
}

/// The parts, each a button.
fn parts(desk: Desk) -> AnyView {
    let chosen = move || desk.page().with(|page| page.part);
    let choose = move |part| desk.go(|page| page.part = part);
    segments::of_choices("Question", "part", name_of, chosen, choose)
}

/// What the link asked for that is not here.
fn notices(desk: Desk) -> AnyView {
    show::part(move || {
        let chosen = desk.chosen().get();
        let notices = chosen.map(|chosen| chosen.notices.clone());
        let notice =
            |words: String| view! { <p class="notice" data-testid="sectors-notice">{words}</p> };
        let notices = notices.unwrap_or_default().into_iter().map(notice);
        notices.collect_view().into_any()
    })
}

const FAILED: Words = Words {
    name: "industries",
    title: "Jobs and output by industry could not be read",
    advice: "The other pages work. Check your connection and try again; if that does not help, tell us what it says here:",
};
