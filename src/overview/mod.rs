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
    let found = RwSignal::new(None::<Match>);
    let on_find = Callback::new(move |own: Match| {
        explorer.go_to(own.leads_to.clone());
        found.set(Some(own));
    });
    view! {
        <section class="hero" aria-labelledby="place-name">
            <PlaceName/>
            <Summary/>
            <div class="find">
                <PlaceSearch on_find=on_find/>
                <PlaceSelect/>
            </div>
            <SmallerPlace found=found/>
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

/// What was found where it is smaller than the place that is shown: its name, and the way to its
/// streets.
#[component]
fn SmallerPlace(found: RwSignal<Option<Match>>) -> impl IntoView {
    let explorer = Explorer::here();
    let area = explorer.area();
    show::part(move || {
        let own = found.get().filter(|own| own.leads_to == area.get());
        let lead = explorer.shared().dataset.first_challenge().cloned();
        let Some((point, lead, own)) = own.and_then(|own| Some((own.lon_lat_deg?, lead?, own)))
        else {
            return ().into_any();
        };
        view! {
            <p class="found" role="status" data-testid="found-place">
                {own.name} ", " {own.detail} ". "
                <PageLink testid="found-map" then_focus="content" change=move |page: &mut Page| page.look_around(&lead, point)>
                    "See its streets on the map"
                </PageLink>
            </p>
        }
        .into_any()
    })
}

/// Three ways in.
#[component]
fn Doors() -> impl IntoView {
    view! {
        <nav class="doors" aria-label="Ways in">
            <a class="door" data-testid="door-place" href="#place-search" on:click=move |event| {
                // A fragment would become an address of its own; the page is only moved.
                event.prevent_default();
                root::focus("place-search");
            }>
                <strong>"My place"</strong>
                <span>"Find a district, ward or neighbourhood"</span>
            </a>
            <PageLink class="door" testid="door-strengths" then_focus="content" change=|page: &mut Page| page.view = View::Sectors>
                <strong>"Our strengths"</strong>
                <span>"What the place is good at, industry by industry"</span>
            </PageLink>
            <PageLink class="door" testid="door-future" then_focus="content" change=|page: &mut Page| page.view = View::Scenarios>
                <strong>"Our future"</strong>
                <span>"Choose a future, move a lever, see how sure it is"</span>
            </PageLink>
        </nav>
    }
}
