//! Which places and industries look complex, and what that does not say.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::sectors::pictures::{complex_strengths, complexity_map};
use roadmap_core::sectors::{BritainMap, CAPTION, Ground, Landscape};

use super::desk::{Answer, Desk};
use super::figures::{chosen_figure, figure, picture, words};
use super::load::{self, SHAPES};
use crate::companion::{self, State, Words};
use crate::show;

/// The part.
pub fn view(desk: Desk) -> AnyView {
    let standing: Memo<Answer<Vec<String>>> = Memo::new(move |_| match desk.landscape().get()? {
        Ok(landscape) => {
            desk.ask(|industries, choice| landscape.sentences(industries, &choice.place))
        }
        Err(why) => Some(Err(why)),
    });
    let reach = desk.reach();
    let products = picture(desk, reach, |desk, reach| {
        desk.draw(|album| complex_strengths(album, reach))
    });
    let list = show::part(move || {
        let sentences = standing.get().and_then(Result::ok);
        let sentences = sentences.map(|told| told.to_vec()).unwrap_or_default();
        let row = |sentence: String| view! { <li>{sentence}</li> };
        sentences.into_iter().map(row).collect_view().into_any()
    });
    view! {
        {words(place(desk), String::clone)}
        <p class="caution" data-testid="complexity-caption">{CAPTION}</p>
        <div class="split">
            <div>{map(desk)}</div>
            <div>
                {figure(desk, products)}
                <h3>"In the order"</h3>
                <ul data-testid="complexity">{list}</ul>
            </div>
        </div>
    }
    .into_any()
}

/// The place's standing and the map alone.
pub fn short(desk: Desk) -> AnyView {
    view! {
        {words(place(desk), String::clone)}
        <p class="caution" data-testid="complexity-caption">{CAPTION}</p>
        {map(desk)}
    }
    .into_any()
}

/// Where the place stands.
fn place(desk: Desk) -> Memo<Answer<String>> {
    Memo::new(move |_| match desk.landscape().get()? {
        Ok(landscape) => desk.ask(|industries, choice| {
            let place = Ground::find(industries, &choice.place)?;
            Ok(landscape.standing(&place))
        }),
        Err(why) => Some(Err(why)),
    })
}

/// All districts of the country, once their shapes are there.
fn map(desk: Desk) -> AnyView {
    let (state, again) = SHAPES.ask(load::shapes);
    show::part(move || {
        match state.get() {
        State::Loading => view! {
            <p class="loading" role="status" data-testid="shapes-loading">"Loading the shapes of districts…"</p>
        }
        .into_any(),
        State::Ready(shapes) => ready(desk, shapes),
        State::Failed(reasons) => companion::small_failure(&MAP_FAILED, reasons, again),
    }
    })
}

const MAP_FAILED: Words = Words {
    name: "shapes",
    title: "The map of all districts could not be read",
    advice: "Everything else here works. Check your connection and try again; if that does not help, tell us what it says here:",
};

fn ready(desk: Desk, shapes: Arc<BritainMap>) -> AnyView {
    let map = picture(
        desk,
        desk.landscape(),
        move |desk, landscape: &Landscape| {
            let chosen = desk.chosen().get()?;
            desk.draw(|album| {
                let place = Ground::find(album.industries, &chosen.choice.place).ok()?;
                complexity_map(album, &shapes, landscape, &place)
            })
        },
    );
    // An own district is gone to; with any other the place is compared.
    let press = Callback::new(move |key: String| {
        if desk.has_page(&key) {
            desk.explorer().go_to_key().run(key);
        } else {
            desk.go(|page| page.against = Some(key));
        }
    });
    chosen_figure(map, press)
}
