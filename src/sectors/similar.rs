//! Which places are made up alike, and how complex places look.

use leptos::prelude::*;
use roadmap_core::sectors::{CAPTION, SIMILAR, Similar, similar};

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
            let key = place.key.clone();
            view! {
                <li>
                    <p>{place.sentence()}</p>
                    <button type="button" on:click=move |_| {
                        let key = key.clone();
                        desk.go(|page| page.against = Some(key));
                    }>
                        "Compare with " {place.name}
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
    let order = Memo::new(move |_| {
        let landscape = desk.landscape().get()?.ok()?;
        desk.ask(|industries, choice| landscape.sentences(industries, &choice.place))
    });
    let order = show::part(move || {
        let sentences = order.get().and_then(Result::ok);
        let sentences = sentences.map(|told| told.to_vec()).unwrap_or_default();
        let row = |sentence: String| view! { <li>{sentence}</li> };
        sentences.into_iter().map(row).collect_view().into_any()
    });
    view! {
        {words(places, |_| "Places are alike where the same divisions have the same shares of jobs.".to_owned())}
        <p>
            <button type="button" data-testid="against-similar" on:click=move |_| desk.go(|page| page.against = Some(SIMILAR.to_owned()))>
                "Compare with the most similar places together"
            </button>
        </p>
        <ol class="similar" data-testid="similar">{list}</ol>
        <h2>"Complexity"</h2>
        <p class="caution">{CAPTION}</p>
        <ul data-testid="complexity">{order}</ul>
    }
    .into_any()
}
