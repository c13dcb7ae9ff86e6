//! Headline cards: what the future comes to, each a way to its picture.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::futures::{About, CARDS, Card, Verdict, card};
use roadmap_core::model::output::Output;
use roadmap_core::page::scenarios::Chart;

use super::charts;
use super::desk::Desk;
use crate::edge::{later, root};
use crate::show;

/// All of them, in a row that wraps.
pub fn view(desk: Desk) -> AnyView {
    let cards = CARDS.into_iter().map(|output| {
        view! { <div class="card-box">{one(desk, output)} {asks(desk, output)}</div> }
    });
    view! {
        <section class="cards" aria-label="Outcomes" data-testid="cards">
            {cards.collect_view()}
        </section>
    }
    .into_any()
}

/// One card: pressed, its outcome is the one that is drawn.
pub fn one(desk: Desk, output: Output) -> AnyView {
    let told: Memo<Option<Arc<Card>>> =
        Memo::new(move |_| desk.ask(|asked| card(asked, output)).map(Arc::new));
    let say = move |of: fn(&Card) -> String| {
        show::text(move || told.with(|card| card.as_deref().map(of).unwrap_or_default()))
    };
    let is_chosen = show::text(move || desk.page().with(|page| page.outcome == output).to_string());
    let verdict = show::text(move || {
        let verdict = told.with(|card| card.as_deref().map(|card| card.verdict));
        verdict.map_or("", class_of).to_owned()
    });
    view! {
        <button
            type="button"
            class="card"
            data-testid=format!("card-{}", output.key())
            aria-pressed=is_chosen
            on:click=move |_| desk.go(|page| {
                page.outcome = output;
                page.target = None;
            })
        >
            <span class="card-name">{say(|card| card.name.to_owned())}</span>
            <strong class="card-figure">{say(|card| card.figure.clone())}</strong>
            <span class="card-difference" data-verdict=verdict>{say(|card| card.difference.clone())}</span>
            <span class="card-likely">{say(|card| card.likely.clone())}</span>
        </button>
    }
    .into_any()
}

/// The two questions that every figure answers: why it is so, and how sure.
fn asks(desk: Desk, output: Output) -> AnyView {
    let ask = |what: &'static str, words: &'static str, chart: Chart| {
        let name = [words, " ", About::of(output).name].concat();
        let answer = move |_| {
            desk.go(|page| {
                page.outcome = output;
                page.target = None;
                page.chart = chart;
            });
            later::after_paint(|| root::focus(charts::PLACE));
        };
        view! {
            <button type="button" class="plain" data-testid=format!("{what}-{}", output.key()) aria-label=name on:click=answer>
                {words}
            </button>
        }
    };
    view! {
        <p class="card-asks">
            {ask("why", "Why?", Chart::Adds)}
            {ask("how-sure", "How sure?", Chart::HangsOn)}
        </p>
    }
    .into_any()
}

/// What the style knows a verdict by.
pub const fn class_of(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Better => "better",
        Verdict::Worse => "worse",
        Verdict::Baseline
        | Verdict::Waiting
        | Verdict::None
        | Verdict::Unclear
        | Verdict::More
        | Verdict::Less => "neither",
    }
}
