//! What is asked: place, how industries are cut, the benchmark, the switches.

use leptos::prelude::*;
use roadmap_core::sectors::{Benchmark, Rows, benchmark_limits, benchmarks};

use super::desk::{Answer, Desk};
use crate::picker::PlaceSelect;
use crate::show;

/// The controls above the figures.
#[component]
pub fn Controls() -> impl IntoView {
    let desk = Desk::here();
    // Asked once for the list and for the words beside it.
    let all = Memo::new(move |_| desk.ask(|industries, choice| Ok(benchmarks(industries, choice))));
    view! {
        <div class="sector-controls">
            <PlaceSelect/>
            {rows(desk)}
            {against(desk, all)}
        </div>
        {limits(desk, all)}
        <div class="sector-switches">
            {switch(
                desk,
                "agencies",
                "Count employment agencies",
                |page| page.has_agencies,
                |page, is_so| page.has_agencies = is_so,
            )}
            {switch(
                desk,
                "rent",
                "Count imputed rent as output",
                |page| page.has_rent,
                |page, is_so| page.has_rent = is_so,
            )}
        </div>
        {super::parts(desk)}
    }
}

fn rows(desk: Desk) -> AnyView {
    let option = |rows: Rows| {
        let is_chosen = show::flag(move || {
            let chosen = desk.chosen().get();
            chosen.is_some_and(|chosen| chosen.choice.rows == rows)
        });
        view! { <option value=rows.key() selected=is_chosen>{rows.words()}</option> }
    };
    let options = Rows::ALL.into_iter().map(option).collect_view();
    view! {
        <label class="figure-select">
            <span>"Industries by"</span>
            <select
                data-testid="sectors-rows"
                on:change:target=move |event| {
                    let rows = event.target().value();
                    desk.go(|page| page.rows = Some(rows));
                }
            >
                {options}
            </select>
        </label>
    }
    .into_any()
}

fn against(desk: Desk, all: Memo<Answer<Vec<Benchmark>>>) -> AnyView {
    let options = show::part(move || {
        let all = all.get().and_then(Result::ok);
        let all = all.map(|all| all.to_vec()).unwrap_or_default();
        let chosen = desk.chosen().get();
        let chosen = chosen.map(|chosen| chosen.choice.against.clone());
        let option = |benchmark: Benchmark| {
            let is_chosen = Some(&benchmark.key) == chosen.as_ref();
            let is_out = benchmark.why_not.is_some();
            let why_not = benchmark.why_not.map(|why| why.to_string());
            view! {
                <option value=benchmark.key selected=is_chosen disabled=is_out title=why_not>
                    {benchmark.name}
                </option>
            }
        };
        all.into_iter().map(option).collect_view().into_any()
    });
    view! {
        <label class="figure-select">
            <span>"Compared with"</span>
            <select
                data-testid="sectors-against"
                on:change:target=move |event| {
                    let against = event.target().value();
                    desk.go(|page| page.against = Some(against));
                }
            >
                {options}
            </select>
        </label>
    }
    .into_any()
}

/// What the benchmarks cannot answer, in words: a greyed line alone says nothing.
fn limits(desk: Desk, all: Memo<Answer<Vec<Benchmark>>>) -> AnyView {
    show::part(move || {
        let told = all.get().and_then(Result::ok).and_then(|all| {
            let told =
                desk.ask(|industries, choice| Ok(benchmark_limits(industries, choice, &all)));
            told?.ok()
        });
        let told = told.map(|told| told.join(" ")).unwrap_or_default();
        view! { <p class="caution" data-testid="against-limits">{told}</p> }.into_any()
    })
}

type Page = roadmap_core::page::sectors::SectorsPage;

fn switch(
    desk: Desk,
    testid: &'static str,
    words: &'static str,
    of: fn(&Page) -> bool,
    set: fn(&mut Page, bool),
) -> AnyView {
    let is_on = show::flag(move || desk.page().with(of));
    view! {
        <label class="choice">
            <input
                type="checkbox"
                data-testid=testid
                prop:checked=is_on
                on:change:target=move |event| {
                    let is_so = event.target().checked();
                    desk.go(|page| set(page, is_so));
                }
            />
            {words}
        </label>
    }
    .into_any()
}
