//! Which places are made up alike.

use leptos::prelude::*;
use roadmap_core::sectors::{SIMILAR, Similar, similar};

use super::beside;
use super::desk::Desk;
use super::figures::words;
use crate::show;

/// How many places are listed.
const MOST: usize = 10;

/// The part.
pub fn view(desk: Desk) -> AnyView {
    let places = Memo::new(move |_| {
        desk.ask(|industries, choice| {
            similar(industries, &choice.place, choice.year, choice.agencies)
        })
    });
    let list = show::part(move || {
        let places = places.get().and_then(Result::ok);
        let places = places.map(|places| places.to_vec()).unwrap_or_default();
        let row = |place: Similar| {
            let (beside, against) = (place.key.clone(), place.key.clone());
            view! {
                <li>
                    <p>{place.sentence()}</p>
                    <button type="button" data-testid="put-beside" on:click=move |_| {
                        let key = beside.clone();
                        desk.go(|page| page.beside = Some(key));
                    }>
                        "Side by side with " {place.name.clone()}
                    </button>
                    <button type="button" on:click=move |_| {
                        let key = against.clone();
                        desk.go(|page| page.against = Some(key));
                    }>
                        "Compare everything with " {place.name}
                    </button>
                </li>
            }
        };
        places
            .into_iter()
            .take(MOST)
            .map(row)
            .collect_view()
            .into_any()
    });
    view! {
        {words(places, |_| "Places are alike where the same divisions have the same shares of jobs.".to_owned())}
        <p>
            <button type="button" data-testid="against-similar" on:click=move |_| desk.go(|page| page.against = Some(SIMILAR.to_owned()))>
                "Compare with the most similar places together"
            </button>
        </p>
        {beside::view(desk)}
        <ol class="similar" data-testid="similar">{list}</ol>
    }
    .into_any()
}
