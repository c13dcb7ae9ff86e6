//! Headline figures: value, change, standing, distribution and time.

use leptos::prelude::*;
use roadmap_core::measure::Measure;
use roadmap_core::page::Page;
use roadmap_core::picture::Kind;
use roadmap_core::profile;

use super::pictures;
use crate::explorer::Explorer;
use crate::figure::{Caption, Figure};
use crate::in_turn::in_turn;
use crate::shell::PageLink;
use crate::show;

/// All headline figures of the place.
#[component]
pub fn Headlines() -> impl IntoView {
    let explorer = Explorer::here();
    let count = explorer.shared().dataset.headlines().len();
    let cards = (0..count).map(|at| in_turn(card, at)).collect_view();
    view! {
        <section class="headlines" aria-labelledby="headlines-title">
            <h2 id="headlines-title">"At a glance"</h2>
            <p class="subtitle">
                "Each strip holds every English district, one line each; the dot is this place. Shaded bands and bars are 95% intervals."
            </p>
            <div class="cards">{cards}</div>
        </section>
    }
}

/// The id of a headline figure's card, to move to.
pub fn element_id(slug: &str) -> String {
    format!("headline-{slug}")
}

/// The card of one headline figure, named by its place among them.
fn card(at: usize) -> AnyView {
    let shared = Explorer::here().shared();
    let headlines = shared.dataset.headlines();
    let measure = headlines.get(at).map(|measure| (*measure).clone());
    measure.map_or_else(|| ().into_any(), card_of)
}

fn card_of(measure: Measure) -> AnyView {
    let explorer = Explorer::here();
    let slug = measure.slug.clone();
    let theme = explorer
        .shared()
        .dataset
        .theme_title(&measure.theme)
        .to_owned();
    let strip = pictures::of_measure(explorer, Kind::Strip, slug.clone());
    let line = pictures::of_measure(explorer, Kind::Line, slug.clone());
    let (id, chosen) = (element_id(&slug), slug.clone());
    view! {
        <article class="headline" data-testid=id.clone() id=id tabindex="-1">
            <p class="kicker">{theme}</p>
            <h3>
                <PageLink
                    then_focus="chosen"
                    change=move |page: &mut Page| page.figure = Some(chosen.clone())
                >
                    {measure.name}
                </PageLink>
            </h3>
            <Words slug=slug/>
            <Figure picture=strip caption=Caption::Hidden/>
            <Figure picture=line caption=Caption::Hidden/>
        </article>
    }
    .into_any()
}

/// Value, unit, period, change, interval and standing of one figure.
#[component]
pub fn Words(
    /// The measure.
    slug: String,
) -> impl IntoView {
    let explorer = Explorer::here();
    let area = explorer.area();
    let words = show::part(move || {
        let shared = explorer.shared();
        let Some(measure) = shared.dataset.measure(&slug) else {
            return ().into_any();
        };
        let figure = area.with(|area| profile::headline(&shared.dataset, measure, area));
        let change = figure.change.words(measure);
        view! {
            <p class="value" data-testid="value">{figure.value_words()}</p>
            <p class="unit">{figure.unit_and_period()}</p>
            <p class="change" data-testid="change">{change}</p>
            <p class="standing" data-testid="standing">{figure.standing_words()}</p>
            <p class="benchmarks">{figure.benchmark_words()}</p>
            <p class="interval">{figure.interval_words()}</p>
        }
        .into_any()
    });
    view! { <div class="words">{words}</div> }
}
