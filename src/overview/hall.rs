//! The overview on a stage: one idea per screen, large, a step counter.

use leptos::prelude::*;
use roadmap_core::picture::Kind;
use roadmap_core::profile;

use super::map::DistrictMapFigure;
use super::pictures;
use super::{PlaceName, Summary};
use crate::explorer::Explorer;
use crate::figure::{Caption, Figure};
use crate::lazy::{self, Make};
use crate::show;
use crate::steps::{self, Steps};

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
    let bar = steps::bar(Steps {
        count: steps.with_value(Vec::len),
        at: at.into(),
        name: Signal::stored(String::new()),
        go: Callback::new(move |to: usize| {
            if let Some(slug) = steps.with_value(|steps| steps.get(to).cloned()) {
                explorer.go(|page| page.figure = Some(slug));
            }
        }),
    });
    let line = pictures::of_chosen(explorer, Kind::Line);
    view! {
        <div class="hall">
            <div class="hall-place"><PlaceName/> <Summary/></div>
            <Numbers/>
            <div class="split">
                <Figure picture=line caption=Caption::Full/>
                <DistrictMapFigure/>
            </div>
            {bar}
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
