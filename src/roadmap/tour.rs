//! The bar of a story that is played: its step's words, and the way back and on, by pointer or
//! key; or of one that is recorded.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::data::roadmap::{Roadmap, Story};
use roadmap_core::data::story_file::OWN_KEY;
use roadmap_core::page::Page;
use roadmap_core::page::roadmap::RoadmapPage;
use roadmap_core::quantity;

use super::desk::{self, Desk, ROADMAP};
use super::own;
use super::stories::{self, goes_to};
use crate::companion::State;
use crate::edge::root;
use crate::explorer::Explorer;
use crate::shell::PageLink;
use crate::show;

/// The bar, while a story is played.
#[component]
pub fn Tour() -> impl IntoView {
    let (state, _) = ROADMAP.ask(desk::read);
    show::part(move || match state.get() {
        State::Ready(roadmap) => bar(roadmap),
        // The step's own page is there without it.
        State::Loading | State::Failed(_) => ().into_any(),
    })
}

fn bar(roadmap: Arc<Roadmap>) -> AnyView {
    let desk = Desk::new(Explorer::here(), roadmap);
    let at = Memo::new(move |_| desk.page().with(|page| (page.story.clone(), page.step)));
    show::part(move || {
        let (story, step) = at.get();
        if step == Some(RoadmapPage::RECORDING) && story.as_deref() == Some(OWN_KEY) {
            return recorder(desk);
        }
        let story = story.and_then(|key| stories::of(desk, &key));
        match (story, step) {
            (Some(story), Some(step)) => shown(desk, &story, step),
            _ => ().into_any(),
        }
    })
}

fn shown(desk: Desk, story: &Story, number: u16) -> AnyView {
    let at = |number: u16| {
        let position = usize::from(number).checked_sub(1)?;
        story.steps.get(position)
    };
    let Some(step) = at(number) else {
        return ().into_any();
    };
    let count = [
        "Step ",
        &quantity::count(usize::from(number)),
        " of ",
        &quantity::count(story.steps.len()),
    ]
    .concat();
    let way = |number: Option<u16>, testid: &'static str, words: &'static str| {
        let number = number?;
        let to = goes_to(desk, &story.key, number, &at(number)?.link);
        Some(view! { <PageLink class="button" testid=testid change=to>{words}</PageLink> })
    };
    let back = way(number.checked_sub(1), "tour-back", "Back");
    let next = way(number.checked_add(1), "tour-next", "Next");
    let key = story.key.clone();
    let leave = move |page: &mut Page| stories::read_at(page, &key);
    view! {
        <section class="tour" aria-label=story.title.clone() data-testid="tour">
            <p class="facts">{story.title.clone()}" · "{count}</p>
            <h2 aria-live="polite" data-testid="tour-title">{step.title.clone()}</h2>
            <p class="prose">{step.words.clone()}</p>
            <p class="find">{back}{next}<PageLink testid="tour-leave" then_focus="content" change=leave>"Leave the story"</PageLink></p>
        </section>
    }
    .into_any()
}

/// The bar while the reader records: it comes along wherever the reader goes.
fn recorder(desk: Desk) -> AnyView {
    let title = RwSignal::new(String::new());
    let said = RwSignal::new(String::new());
    own::refresh();
    let told = show::text(move || {
        let story = own::story().unwrap_or_else(own::begun);
        let steps = quantity::counted(story.steps.len(), "step", "steps");
        ["Recording “", &story.title, "” · ", &steps].concat()
    });
    let record = move |_| {
        let typed = title.get_untracked();
        let shown = root::title();
        let words = if typed.trim().is_empty() {
            shown.split(" · ").next().unwrap_or_default()
        } else {
            typed.as_str()
        };
        own::record(desk.explorer(), words);
        let steps = own::story_untracked().map_or(0, |story| story.steps.len());
        let number = quantity::count(steps);
        said.set(["Step ", &number, " added: ", words.trim()].concat());
        title.set(String::new());
    };
    view! {
        <section class="tour" aria-label="Recording a story" data-testid="recorder">
            <p class="facts" data-testid="recorded">{told}</p>
            <div class="find">
                <label class="figure-select">
                    <span>"What is to be seen here"</span>
                    <input
                        type="text"
                        maxlength="120"
                        data-testid="record-title"
                        prop:value=title
                        on:input:target=move |event| title.set(event.target().value())
                    />
                </label>
                <button type="button" data-testid="record-step" on:click=record>"Add this view as a step"</button>
                <PageLink testid="record-done" then_focus="content" change=own::finish>"Done"</PageLink>
            </div>
            <p class="answer" role="status" data-testid="record-said">{said}</p>
        </section>
    }
    .into_any()
}
