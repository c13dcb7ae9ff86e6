//! The challenge: which one, what the draft roadmap says of it, what nobody knows.

use leptos::prelude::*;
use roadmap_core::data::Challenge;
use roadmap_core::roadmap::Node;

use super::desk::Desk;
use crate::shell::roadmap_link;
use crate::show;

/// Every challenge, and the chosen one's account.
#[component]
pub fn About() -> impl IntoView {
    let desk = Desk::here();
    let atlas = desk.atlas();
    let chosen = Memo::new(move |_| desk.chosen().get().and_then(|chosen| chosen.challenge));
    if atlas.challenges().is_empty() {
        return view! { <p class="notice">{NO_WORDS}</p> }.into_any();
    }
    let option = |(at, challenge): (usize, &Challenge)| {
        let is_chosen = show::flag(move || chosen.get() == Some(at));
        view! { <option value=challenge.key.clone() selected=is_chosen>{challenge.title.clone()}</option> }
    };
    let options = atlas
        .challenges()
        .iter()
        .enumerate()
        .map(option)
        .collect_view();
    let account = show::part(move || {
        let atlas = desk.atlas();
        let challenge = chosen.get().and_then(|at| atlas.challenges().get(at));
        challenge
            .map(|challenge| account(desk, challenge))
            .into_any()
    });
    view! {
        <label class="figure-select">
            <span>"Challenge"</span>
            <select
                data-testid="challenge-select"
                on:change:target=move |event| {
                    let key = event.target().value();
                    desk.go(|map| {
                        map.challenge = Some(key);
                        map.measure = None;
                        map.level = None;
                        map.period = None;
                        map.since = None;
                        map.pin = None;
                        map.weights.clear();
                    });
                }
            >
                {options}
            </select>
        </label>
        {account}
    }
    .into_any()
}

const NO_WORDS: &str = "The words on the challenges could not be loaded. The maps work without them; reload the page to try again.";

fn account(desk: Desk, challenge: &Challenge) -> AnyView {
    let shared = desk.shared();
    let atlas = desk.atlas();
    let foundations = challenge.foundations.iter().map(|own| own.title());
    let grand = challenge.grand_challenges.iter().map(|own| own.title());
    let touches = foundations.chain(grand).collect::<Vec<_>>().join(", ");
    let slugs = challenge.measures.iter();
    let subjects = slugs.filter_map(|slug| atlas.subject(&shared.dataset, slug));
    let button = |subject: roadmap_core::atlas::Subject| {
        let (own, slug) = (subject.slug.clone(), subject.slug.clone());
        let is_pressed = show::text(move || {
            let chosen = desk.chosen().get();
            chosen
                .is_some_and(|chosen| chosen.subject.slug == own)
                .to_string()
        });
        view! {
            <li>
                <button
                    type="button"
                    class="plain"
                    data-testid="challenge-measure"
                    aria-pressed=is_pressed
                    on:click=move |_| {
                        let slug = slug.clone();
                        desk.go(|map| {
                            map.measure = Some(slug);
                            map.period = None;
                            map.since = None;
                        });
                    }
                >
                    {subject.name}
                </button>
            </li>
        }
    };
    let measures = subjects.map(button).collect_view();
    view! {
        <div class="account" data-testid="account">
            <p>{challenge.account.clone()}</p>
            <details class="more">
                <summary>"Figures that show it"</summary>
                <ul class="measure-list">{measures}</ul>
            </details>
            <details class="more">
                <summary>"What is not known"</summary>
                <p data-testid="not-known">{challenge.not_known.clone()}</p>
            </details>
            <p class="subtitle">"Touches: " {touches}</p>
            <p>{roadmap_link(Node::Challenge(challenge.key.clone()))}</p>
        </div>
    }
    .into_any()
}
