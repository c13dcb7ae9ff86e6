//! The reader's own index: what counts, and how much.

use leptos::prelude::*;
use roadmap_core::atlas::Subject;
use roadmap_core::page::map::Show;

use super::desk::Desk;
use crate::{lazy, show};

/// The most that one measure may count.
const MOST: i8 = 10;

/// A slider and a number box for each measure of the index, while the map shows it.
#[component]
pub fn Weights() -> impl IntoView {
    let desk = Desk::here();
    let is_index = move || desk.map().with(|map| map.show == Show::Index);
    show::when(is_index, move || {
        lazy::piece(&PANEL, move |panel| panel(desk))
    })
}

lazy::part!(
    /// The weights, loaded when a reader first weighs.
    PANEL: fn(Desk) -> AnyView = map_weights, panel
);

fn panel(desk: Desk) -> AnyView {
    // The rows follow which measures there are, not their weights: a slider must not be made
    // anew under the reader's hand.
    let slugs = Memo::new(move |_| {
        let weights = desk.weights();
        weights
            .into_iter()
            .map(|(slug, _)| slug)
            .collect::<Vec<String>>()
    });
    let rows = show::part(move || {
        let shared = desk.shared();
        let row = |slug: String| {
            let subject = desk.atlas().subject(&shared.dataset, &slug);
            let name = subject.map_or_else(|| slug.clone(), |subject| subject.name);
            weight_row(desk, &slug, &name)
        };
        slugs.get().into_iter().map(row).collect_view().into_any()
    });
    let addable = show::part(move || {
        let (shared, chosen) = (desk.shared(), desk.chosen().get());
        let slugs = slugs.get();
        let level = chosen.map(|chosen| chosen.level);
        let is_new = |subject: &Subject| {
            level.is_some_and(|level| subject.levels.contains(&level))
                && !slugs.contains(&subject.slug)
        };
        let option =
            |subject: Subject| view! { <option value=subject.slug>{subject.name}</option> };
        let group = |(title, subjects): (String, Vec<Subject>)| {
            let options = subjects
                .into_iter()
                .filter(is_new)
                .map(option)
                .collect_view();
            view! { <optgroup label=title>{options}</optgroup> }
        };
        let groups = desk
            .atlas()
            .subjects_by_theme(&shared.dataset)
            .into_iter()
            .map(group);
        groups.collect_view().into_any()
    });
    let firmness = show::text(move || {
        let story = desk.story().get();
        story.map_or_else(String::new, |told| told.0.firmness())
    });
    view! {
        <section class="weights" aria-labelledby="weights-title" data-testid="weights">
            <h2 id="weights-title">"What counts, and how much"</h2>
            <p class="subtitle">
                "A high index is worse where a figure has a better and a worse end, or else more. A weight below zero turns a figure round."
            </p>
            {rows}
            <p class="subtitle" data-testid="firmness">{firmness}</p>
            <label class="figure-select">
                <span>"Add a figure"</span>
                <select
                    data-testid="weights-add"
                    prop:value=""
                    on:change:target=move |event| {
                        let slug = event.target().value();
                        event.target().set_value("");
                        if !slug.is_empty() {
                            desk.weigh(&slug, Some(1));
                        }
                    }
                >
                    <option value="">"Choose a figure"</option>
                    {addable}
                </select>
            </label>
            <button type="button" data-testid="weights-reset" on:click=move |_| desk.adjust(|map| map.weights.clear())>
                "Back to the challenge’s own"
            </button>
        </section>
    }
    .into_any()
}

fn weight_row(desk: Desk, slug: &str, name: &str) -> AnyView {
    let own = slug.to_owned();
    let weight = show::text(move || {
        let weights = desk.weights();
        let weight = weights.iter().find(|(slug, _)| *slug == own);
        weight.map_or_else(String::new, |(_, weight)| weight.to_string())
    });
    let [sliding, typing, removing] = [slug; 3].map(str::to_owned);
    let name = name.to_owned();
    // Nothing at all would be no index.
    let is_last = show::flag(move || desk.weights().len() < 2);
    let set = move |slug: &str, words: &str| {
        if let Ok(weight) = words.parse::<i8>() {
            desk.weigh(slug, Some(weight.clamp(-MOST, MOST)));
        }
    };
    let label = format!("Weight of {name}");
    let testid = format!("weight-{slug}");
    view! {
        <div class="weight" role="group" aria-label=name.clone() data-testid=testid>
            <span>{name.clone()}</span>
            <input
                type="range"
                min=-MOST
                max=MOST
                step="1"
                aria-label=label.clone()
                prop:value=weight
                on:input:target=move |event| set(&sliding, &event.target().value())
            />
            <input
                type="number"
                min=-MOST
                max=MOST
                step="1"
                aria-label=label
                prop:value=weight
                on:change:target=move |event| set(&typing, &event.target().value())
            />
            <button type="button" aria-label="Leave it out" title="Leave it out" disabled=is_last on:click=move |_| desk.weigh(&removing, None)>"×"</button>
        </div>
    }
    .into_any()
}
