//! On a stage: a counter and the ways to the step before and the next, by clicker too.

use leptos::prelude::*;
use roadmap_core::page::{Mode, Page};

use crate::edge::{keys, root};
use crate::lazy::{self, Make};
use crate::shell::PageLink;
use crate::show;

/// Where a stage stands, and the ways on.
#[derive(Clone, Copy)]
pub struct Steps {
    /// How many there are.
    pub count: usize,
    /// Which is shown, from 0; none when the link names one that is not here.
    pub at: Signal<Option<usize>>,
    /// What the step that is shown is called; empty when the stage says it already.
    pub name: Signal<String>,
    /// Goes to a step.
    pub go: Callback<usize>,
}

/// The bar of steps.
pub fn bar(steps: Steps) -> AnyView {
    let Steps {
        count,
        at,
        name,
        go,
    } = steps;
    let next = move || {
        let next = at.get().map_or(Some(0), |at| at.checked_add(1));
        next.filter(|next| *next < count)
    };
    let previous = move || at.get().and_then(|at| at.checked_sub(1));
    let to = move |step: Option<usize>| {
        if let Some(step) = step {
            go.run(step);
        }
    };
    let counter = show::text(move || {
        let Some(at) = at.get() else {
            return String::new();
        };
        let place = format!("{} of {count}", at.saturating_add(1));
        name.with(|name| match name.as_str() {
            "" => place,
            name => format!("{place}: {name}"),
        })
    });
    let is_first = show::flag(move || previous().is_none());
    let is_last = show::flag(move || next().is_none());
    // Heard on the window: a clicker's keys must work wherever the focus is.
    keys::follow(move |key| {
        match key {
            "PageDown" => to(untrack(next)),
            "PageUp" => to(untrack(previous)),
            _ => return false,
        }
        true
    });
    view! {
        <nav class="hall-steps" aria-label="Steps">
            <button type="button" data-testid="hall-previous" disabled=is_first on:click=move |_| to(untrack(previous))>"Previous"</button>
            <span data-testid="hall-step" aria-live="polite">{counter}</span>
            <button type="button" data-testid="hall-next" disabled=is_last on:click=move |_| to(untrack(next))>"Next"</button>
            {ways_off()}
        </nav>
    }
    .into_any()
}

lazy::part!(
    /// The bar of a stage that has no steps, loaded when one is entered.
    pub ALONE: Make = hall, || {
        view! { <nav class="hall-steps" aria-label="Stage">{ways_off()}</nav> }.into_any()
    }
);

fn ways_off() -> AnyView {
    view! {
        <button type="button" data-testid="hall-full" on:click=move |_| root::toggle_full_screen()>"Full screen"</button>
        <PageLink testid="hall-leave" change=|page: &mut Page| page.mode = Mode::Site>"Leave the stage"</PageLink>
    }
    .into_any()
}
