//! The overview: a place at a glance.

mod chosen;
mod embed;
mod hall;
mod headlines;
mod map;
mod messages;
mod pictures;

pub use embed::EmbedView;
pub use hall::PART as HALL;

use leptos::prelude::*;
use roadmap_core::data::Match;
use roadmap_core::page::{Page, View};
use roadmap_core::profile;

use self::chosen::Chosen;
use self::headlines::Headlines;
use self::map::MapColumn;
use self::messages::Messages;
use crate::edge::root;
use crate::explorer::Explorer;
use crate::picker::{PlaceSearch, PlaceSelect};
use crate::shell::PageLink;
use crate::show;

/// The full page.
#[component]
pub fn Overview() -> impl IntoView {
    let explorer = Explorer::here();
    let on_find = Callback::new(move |found: Match| explorer.go_to(found.leads_to));
    view! {
        <section class="hero" aria-labelledby="place-name">
            <PlaceName/>
            <Summary/>
            <div class="find">
                <PlaceSearch on_find=on_find/>
                <PlaceSelect/>
            </div>
            <Doors/>
        </section>
        <div class="split">
            <MapColumn/>
            <Messages/>
        </div>
        <Headlines/>
        <Chosen/>
    }
}

/// The name of the place, the one title of the page.
#[component]
pub fn PlaceName() -> impl IntoView {
    let explorer = Explorer::here();
    let area = explorer.area();
    let name = show::text(move || {
        let shared = explorer.shared();
        let area = area.get();
        shared.dataset.name_of(&area).to_owned()
    });
    view! { <h1 id="place-name" data-testid="place-name">{name}</h1> }
}

/// One sentence on the place.
#[component]
pub fn Summary() -> impl IntoView {
    let explorer = Explorer::here();
    let area = explorer.area();
    let sentence = show::text(move || {
        let sentence = area.with(|area| profile::summary(&explorer.shared().dataset, area));
        sentence.unwrap_or_default()
    });
    view! { <p class="summary" data-testid="summary">{sentence}</p> }
}

/// Three ways in.
#[component]
fn Doors() -> impl IntoView {
    let explorer = Explorer::here();
    let shared = explorer.shared();
    let first_of = |themes: &[&str]| {
        let headlines = shared.dataset.headlines();
        let first = headlines
            .iter()
            .find(|measure| themes.contains(&measure.theme.as_str()));
        first.map_or_else(
            || "content".to_owned(),
            |measure| headlines::element_id(&measure.slug),
        )
    };
    let doors = [
        (
            "door-place",
            "My place",
            "Find a district, ward or neighbourhood",
            "place-search".to_owned(),
        ),
        (
            "door-future",
            "Our future",
            "People, homes and what is changing",
            first_of(&["people", "homes"]),
        ),
    ];
    let door = |(testid, title, what, to): (&'static str, &'static str, &'static str, String)| {
        let href = format!("#{to}");
        view! {
            <a class="door" data-testid=testid href=href on:click=move |event| {
                // A fragment would become an address of its own; the page is only moved.
                event.prevent_default();
                root::focus(&to);
            }>
                <strong>{title}</strong>
                <span>{what}</span>
            </a>
        }
    };
    let [place, future] = doors.map(door);
    view! {
        <nav class="doors" aria-label="Ways in">
            {place}
            <PageLink class="door" testid="door-strengths" then_focus="content" change=|page: &mut Page| page.view = View::Sectors>
                <strong>"Our strengths"</strong>
                <span>"What the place is good at, industry by industry"</span>
            </PageLink>
            {future}
        </nav>
    }
}
