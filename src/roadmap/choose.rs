//! Narrowing the register: words, filters and the order.

use leptos::prelude::*;
use roadmap_core::data::roadmap::{DigitalTheme, Horizon, OwnerKind, Stage};
use roadmap_core::data::{Foundation, GrandChallenge};
use roadmap_core::page::Keyed;
use roadmap_core::page::roadmap::{ActionSort, RoadmapPage};

use super::desk::Desk;
use crate::show;

/// The controls above the register.
pub fn view(desk: Desk) -> AnyView {
    let page = desk.page();
    macro_rules! choices {
        ($kind:ty) => {
            <$kind>::ALL
                .iter()
                .map(|own| (own.key(), own.title()))
                .collect()
        };
    }
    view! {
        <form class="roadmap-filters" role="search" on:submit=move |event| event.prevent_default()>
            <label class="figure-select">
                <span>"Words in an action"</span>
                <input
                    type="search"
                    data-testid="roadmap-search"
                    prop:value=show::text(move || page.with(|page| page.words.clone()))
                    on:input:target=move |event| {
                        let words = event.target().value();
                        desk.adjust(|page| page.words = words);
                    }
                />
            </label>
            {choice(desk, Choice {
                testid: "filter-foundation",
                nothing: Some("All"),
                title: "Foundation",
                all: choices!(Foundation),
                key: |page| page.foundation.map_or("", Foundation::key),
                set: |page, key| page.foundation = Foundation::from_key(key),
            })}
            {choice(desk, Choice {
                testid: "filter-challenge",
                nothing: Some("All"),
                title: "Grand Challenge",
                all: choices!(GrandChallenge),
                key: |page| page.grand_challenge.map_or("", GrandChallenge::key),
                set: |page, key| page.grand_challenge = GrandChallenge::from_key(key),
            })}
            {choice(desk, Choice {
                testid: "filter-theme",
                nothing: Some("All"),
                title: "Digital theme",
                all: choices!(DigitalTheme),
                key: |page| page.theme.map_or("", DigitalTheme::key),
                set: |page, key| page.theme = DigitalTheme::from_key(key),
            })}
            {choice(desk, Choice {
                testid: "filter-owner",
                nothing: Some("All"),
                title: "Who would lead",
                all: choices!(OwnerKind),
                key: |page| page.owner_kind.map_or("", OwnerKind::key),
                set: |page, key| page.owner_kind = OwnerKind::from_key(key),
            })}
            {choice(desk, Choice {
                testid: "filter-stage",
                nothing: Some("All"),
                title: "Stage",
                all: choices!(Stage),
                key: |page| page.stage.map_or("", Stage::key),
                set: |page, key| page.stage = Stage::from_key(key),
            })}
            {choice(desk, Choice {
                testid: "filter-horizon",
                nothing: Some("All"),
                title: "When",
                all: choices!(Horizon),
                key: |page| page.horizon.map_or("", Horizon::key),
                set: |page, key| page.horizon = Horizon::from_key(key),
            })}
            {choice(desk, Choice {
                testid: "roadmap-sort",
                nothing: None,
                title: "Order",
                all: choices!(ActionSort),
                key: |page| page.sort.key(),
                set: |page, key| page.sort = ActionSort::from_key(key).unwrap_or_default(),
            })}
        </form>
    }
    .into_any()
}

/// One list to choose from.
struct Choice {
    testid: &'static str,
    /// What choosing nothing is called, where that may be.
    nothing: Option<&'static str>,
    title: &'static str,
    /// Keys and words.
    all: Vec<(&'static str, &'static str)>,
    /// The key that a page has chosen, or nothing.
    key: fn(&RoadmapPage) -> &'static str,
    set: fn(&mut RoadmapPage, &str),
}

fn choice(desk: Desk, own: Choice) -> AnyView {
    let (page, key, set) = (desk.page(), own.key, own.set);
    let option = |(value, words): (&'static str, &'static str)| {
        let is_chosen = show::flag(move || page.with(key) == value);
        view! { <option value=value selected=is_chosen>{words}</option> }
    };
    let nothing = own.nothing.map(|words| ("", words));
    let options = nothing.into_iter().chain(own.all).map(option);
    view! {
        <label class="figure-select">
            <span>{own.title}</span>
            <select
                data-testid=own.testid
                on:change:target=move |event| {
                    let key = event.target().value();
                    desk.go(|page| set(page, &key));
                }
            >
                {options.collect_view()}
            </select>
        </label>
    }
    .into_any()
}
