//! On a stage: the name of the future, its picture, three numbers, and the steps through all.

use leptos::prelude::*;
use roadmap_core::model::output::Output;

use super::desk::Desk;
use super::{cards, charts, notices, title};
use crate::show;
use crate::steps::{self, Steps};

/// The numbers on a stage.
const NUMBERS: [Output; 3] = [Output::Jobs, Output::GvaPerJob, Output::Affordability];

/// One future at a time; a clicker goes through all of them.
pub fn view(desk: Desk) -> AnyView {
    let numbers = NUMBERS.into_iter().map(|output| cards::one(desk, output));
    view! {
        <div class="scenarios" data-testid="scenarios">
            {title(desk)}
            {notices(desk)}
            <div class="cards hall-cards">{numbers.collect_view()}</div>
            <h2 class="sr-only">"What comes of it"</h2>
            <div class="future-stage">{charts::chosen(desk)}</div>
            {steps(desk)}
        </div>
    }
    .into_any()
}

/// The named futures one after the other.
fn steps(desk: Desk) -> AnyView {
    let all = &desk.evidence().scenarios;
    let at = move || {
        let base = desk.chosen().with(|chosen| chosen.base.clone());
        all.iter().position(|own| own.key == base)
    };
    let name = move || at().and_then(|at| all.get(at)).map(|own| own.name.clone());
    steps::bar(Steps {
        count: all.len(),
        at: Signal::derive(at),
        name: show::text(move || name().unwrap_or_default()),
        go: Callback::new(move |to: usize| {
            if let Some(scenario) = all.get(to) {
                desk.go(|page| page.open(&scenario.key));
            }
        }),
    })
}
