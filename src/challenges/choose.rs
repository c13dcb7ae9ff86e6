//! What the map shows: measure, level, period, classes.

use leptos::prelude::*;
use roadmap_core::area::Level;
use roadmap_core::page::map::ClassCount;
use roadmap_core::stats::breaks::Method;

use super::desk::Desk;
use crate::segments::{self, Segment};
use crate::show;

/// The choices beside the map.
#[component]
pub fn Choose() -> impl IntoView {
    view! {
        <MeasureSelect/>
        <Meaning/>
        <LevelChoice/>
        <ClassChoice/>
    }
}

/// Every measure that can be mapped, by theme.
#[component]
fn MeasureSelect() -> impl IntoView {
    let desk = Desk::here();
    let slug = Memo::new(move |_| {
        desk.chosen()
            .get()
            .map(|chosen| chosen.subject.slug.clone())
    });
    let atlas = desk.atlas();
    let shared = desk.shared();
    let groups = atlas
        .subjects_by_theme(&shared.dataset)
        .into_iter()
        .map(|(title, subjects)| {
            let option = |subject: roadmap_core::atlas::Subject| {
                let own = subject.slug.clone();
                let is_chosen = show::flag(move || slug.with(|slug| slug.as_ref() == Some(&own)));
                view! { <option value=subject.slug selected=is_chosen>{subject.name}</option> }
            };
            let options = subjects.into_iter().map(option).collect_view();
            view! { <optgroup label=title>{options}</optgroup> }
        });
    view! {
        <label class="figure-select">
            <span>"Figure on the map"</span>
            <select
                data-testid="measure-select"
                prop:value=show::text(move || slug.get().unwrap_or_default())
                on:change:target=move |event| {
                    let slug = event.target().value();
                    desk.go(|map| {
                        map.measure = Some(slug);
                        map.period = None;
                        map.since = None;
                    });
                }
            >
                {groups.collect_view()}
            </select>
        </label>
    }
}

/// What the number means, and what to beware of.
#[component]
fn Meaning() -> impl IntoView {
    let desk = Desk::here();
    show::part(move || {
        let Some(chosen) = desk.chosen().get() else {
            return ().into_any();
        };
        let subject = &chosen.subject;
        view! {
            <p class="subtitle">{subject.meaning.clone()}</p>
            <p class="caution">{subject.caution.clone()}</p>
        }
        .into_any()
    })
}

/// The levels at which the measure is told.
#[component]
fn LevelChoice() -> impl IntoView {
    let desk = Desk::here();
    show::part(move || {
        let Some(chosen) = desk.chosen().get() else {
            return ().into_any();
        };
        let segment = |level: &Level| {
            let level = *level;
            Segment {
                testid: format!("level-{}", level.key()),
                words: short_words(level),
                is_pressed: Signal::stored(level == chosen.level),
                press: Callback::new(move |()| {
                    desk.go(|map| {
                        map.level = Some(level);
                        map.pin = None;
                    });
                }),
            }
        };
        let all = chosen.subject.levels.iter().map(segment).collect();
        segments::segments("Size of areas", all)
    })
}

fn short_words(level: Level) -> &'static str {
    match level {
        Level::District => "Districts",
        Level::Msoa => "Neighbourhoods",
        _ => "Small areas",
    }
}

/// How classes are drawn, and how many.
#[component]
fn ClassChoice() -> impl IntoView {
    let desk = Desk::here();
    let map = desk.map();
    let methods = Method::ALL.map(|method| {
        let is_chosen = show::flag(move || map.with(|map| map.method.0 == method));
        view! { <option value=method.key() selected=is_chosen>{method_words(method)}</option> }
    });
    let counts = ClassCount::RANGE.filter_map(ClassCount::new).map(|count| {
        let is_chosen = show::flag(move || map.with(|map| map.classes == count));
        view! { <option value=count.get() selected=is_chosen>{count.get()}</option> }
    });
    view! {
        <details class="more" data-testid="class-choice">
            <summary>"How it is coloured"</summary>
            <label class="figure-select">
                <span>"Classes"</span>
                <select
                    data-testid="method-select"
                    on:change:target=move |event| {
                        if let Some(method) = Method::from_key(&event.target().value()) {
                            desk.go(|map| map.method.0 = method);
                        }
                    }
                >
                    {methods.into_iter().collect_view()}
                </select>
            </label>
            <label class="figure-select">
                <span>"How many"</span>
                <select
                    data-testid="classes-select"
                    on:change:target=move |event| {
                        let count = event.target().value().parse().ok().and_then(ClassCount::new);
                        if let Some(count) = count {
                            desk.go(|map| map.classes = count);
                        }
                    }
                >
                    {counts.collect_view()}
                </select>
            </label>
        </details>
    }
}

const fn method_words(method: Method) -> &'static str {
    match method {
        Method::FisherJenks => "Natural breaks (Fisher-Jenks)",
        Method::Quantile => "As many areas in each (quantiles)",
        Method::Equal => "Equal steps",
        Method::Deciles => "England’s tenths, as published",
        Method::Around => "Above and below the county",
    }
}
