//! Finding an area: by name, or where the reader is.

use leptos::prelude::*;
use roadmap_core::atlas::{Found, MapFigures};
use roadmap_core::data::Match;
use roadmap_core::geo::LonLat;

use super::desk::Desk;
use crate::edge::geolocation;
use crate::picker::PlaceSearch;

/// A box to type in and a button that asks the browser.
#[component]
pub fn Find() -> impl IntoView {
    let desk = Desk::here();
    let answer = RwSignal::new(String::new());
    let on_find = Callback::new(move |found: Match| {
        answer.set(String::new());
        let shared = desk.shared();
        if let Some(ground) = untrack(|| desk.ground()) {
            show(desk, desk.atlas().find(&shared.dataset, &ground, &found));
        }
    });
    let locate = move |_| {
        answer.set("Asking your browser…".to_owned());
        geolocation::ask(move |place| {
            answer.set(match place {
                Ok(place) => located(desk, place),
                Err(why) => why.words().to_owned(),
            });
        });
    };
    view! {
        <div class="find-area">
            <PlaceSearch on_find=on_find/>
            <button type="button" data-testid="locate" on:click=locate>"Where am I?"</button>
            <p class="answer" role="status" data-testid="locate-answer">{answer}</p>
        </div>
    }
}

/// Shows where the reader is; what to say if that is not on the map.
fn located(desk: Desk, [lon_deg, lat_deg]: [f64; 2]) -> String {
    let found = untrack(|| desk.ground())
        .and_then(|ground| desk.atlas().locate(&ground, LonLat { lon_deg, lat_deg }));
    match found {
        Some(found) => {
            show(desk, found);
            "Worked out on your device; it is sent nowhere.".to_owned()
        }
        None => MapFigures::not_here_words(&desk.shared().dataset),
    }
}

/// Moves the map to what was found, and pins its area.
fn show(desk: Desk, found: Found) {
    if let Some(at) = found.at {
        desk.keep(at);
    }
    desk.show(&found.window);
}
