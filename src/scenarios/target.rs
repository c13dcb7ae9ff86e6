//! A target of the reader's own, and the chance to reach it.

use leptos::prelude::*;
use roadmap_core::futures::target_words;
use web_sys::HtmlInputElement;

use super::desk::Desk;
use crate::show;

/// A box for the target, and what it amounts to.
pub fn view(desk: Desk) -> AnyView {
    let value = show::text(move || {
        let target = desk.page().with(|page| page.target);
        target.map(|target| target.to_string()).unwrap_or_default()
    });
    let set = move |input: HtmlInputElement| {
        let words = input.value();
        let target = words.trim().parse().ok();
        desk.look(|page| page.target = target.filter(|target: &f64| target.is_finite()));
    };
    let words = show::part(move || {
        let told = desk.ask(target_words);
        let told = told.map(|told| {
            view! {
                <p data-testid="target-words">
                    {told.target} ": " <strong>{told.chance}</strong> ". "
                    <span class="subtitle">{told.standing}</span>
                </p>
            }
        });
        told.into_any()
    });
    view! {
        <div class="target">
            <label class="figure-select">
                <span>"A target of your own"</span>
                <input
                    type="number"
                    step="any"
                    data-testid="target"
                    prop:value=value
                    on:change:target=move |event| set(event.target())
                />
            </label>
            <div role="status">{words}</div>
        </div>
    }
    .into_any()
}
