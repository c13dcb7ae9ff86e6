//! The overview on a stage: one idea per screen, large, a step counter.

use leptos::prelude::*;
use roadmap_core::page::{Mode, Page};
use roadmap_core::picture::Kind;
use roadmap_core::profile;

use super::map::DistrictMapFigure;
use super::pictures;
use super::{PlaceName, Summary};
use crate::edge::{keys, root};
use crate::explorer::Explorer;
use crate::figure::{Caption, Figure};
use crate::lazy::{self, Make};
use crate::shell::PageLink;
use crate::show;

lazy::part!(
    /// The stage, loaded when it is first entered.
    pub PART: Make = hall, || view! { <HallView/> }.into_any()
);

/// One headline figure per screen; the link holds which.
#[component]
fn HallView() -> impl IntoView {
    let explorer = Explorer::here();
    let steps = explorer
        .shared()
        .dataset
        .headlines()
        .into_iter()
        .map(|m| m.slug.clone())
        .collect::<Vec<_>>();
    let steps = StoredValue::new(steps);
    let figure = explorer.figure();
    let at = Memo::new(move |_| {
        steps.with_value(|steps| figure.with(|slug| steps.iter().position(|s| s == slug)))
    });
    let go = move |to: Option<usize>| {
        let slug = to.and_then(|to| steps.with_value(|steps| steps.get(to).cloned()));
        if let Some(slug) = slug {
            explorer.go(|page| page.figure = Some(slug));
        }
    };
    let next = move || at.get().map_or(Some(0), |at| at.checked_add(1));
    let previous = move || at.get().and_then(|at| at.checked_sub(1));
    let line = pictures::of_chosen(explorer, Kind::Line);
    let counter = show::text(move || {
        let count = steps.with_value(Vec::len);
        let at = at
            .get()
            .map(|at| format!("{} of {count}", at.saturating_add(1)));
        at.unwrap_or_default()
    });
    let is_first = show::flag(move || previous().is_none());
    let is_last = show::flag(move || {
        at.get()
            .is_some_and(|at| steps.with_value(Vec::len) <= at.saturating_add(1))
    });
    // Heard on the window: a clicker's keys must work wherever the focus is.
    keys::follow(move |key| {
        match key {
            "PageDown" => go(next()),
            "PageUp" => go(previous()),
            _ => return false,
        }
        true
    });
    view! {
        <div class="hall">
            <div class="hall-place"><PlaceName/> <Summary/></div>
            <Numbers/>
            <div class="split">
                <Figure picture=line caption=Caption::Full/>
                <DistrictMapFigure/>
            </div>
            <nav class="hall-steps" aria-label="Steps">
                <button
                    type="button"
                    data-testid="hall-previous"
                    disabled=is_first
                    on:click=move |_| go(previous())
                >
                    "Previous"
                </button>
                <span data-testid="hall-step" aria-live="polite">{counter}</span>
                <button type="button" data-testid="hall-next" disabled=is_last on:click=move |_| go(next())>"Next"</button>
                <button type="button" data-testid="hall-full" on:click=move |_| root::toggle_full_screen()>
                    "Full screen"
                </button>
                <PageLink testid="hall-leave" change=|page: &mut Page| page.mode = Mode::Site>
                    "Leave the stage"
                </PageLink>
            </nav>
        </div>
    }
}

/// Three numbers: the place, England or what stands in for it, the change.
#[component]
fn Numbers() -> impl IntoView {
    let explorer = Explorer::here();
    let (area, figure) = (explorer.area(), explorer.figure());
    let numbers = show::part(move || {
        let shared = explorer.shared();
        let slug = figure.get();
        let Some(measure) = shared.dataset.measure(&slug) else {
            return ().into_any();
        };
        let headline = area.with(|area| profile::headline(&shared.dataset, measure, area));
        let numbers = headline.three_numbers();
        let rows = numbers.into_iter().map(|(number, what)| {
            view! { <li><strong data-testid="value">{number}</strong><span>{what}</span></li> }
        });
        view! { <h2>{measure.name.clone()}</h2><ul class="numbers">{rows.collect_view()}</ul> }
            .into_any()
    });
    view! { <div class="hall-numbers">{numbers}</div> }
}
