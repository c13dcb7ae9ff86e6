//! What is within reach: industries near to what the place does.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::data::IndustryLevel;
use roadmap_core::sectors::pictures::{network, within_reach};
use roadmap_core::sectors::{CAUTION, Ground, Landscape, Network, Reach};

use super::desk::Desk;
use super::figures::{figure, picture, words};

/// The part.
pub fn view(desk: Desk) -> AnyView {
    let answer = Memo::new_with_compare(
        move |_| {
            desk.ask(|industries, choice| {
                let landscape = Landscape::new(
                    industries,
                    IndustryLevel::Division,
                    choice.year,
                    choice.agencies,
                )?;
                let place = Ground::find(industries, &choice.place)?;
                let reach = Reach::of(industries, &landscape, &place, choice.agencies)?;
                Ok((Arc::new(Network::new(&landscape)), reach))
            })
        },
        |_, _| true,
    );
    let sector = move || desk.page().with(|page| page.sector.clone());
    let web = picture(desk, answer, move |desk, (laid_out, reach)| {
        desk.draw(|album| network(album, laid_out, reach, sector().as_deref()))
    });
    let list = picture(desk, answer, |desk, (_, reach)| {
        desk.draw(|album| within_reach(album, reach))
    });
    view! {
        {words(answer, |(_, reach)| reach.sentence())}
        <div class="split">
            <div>{figure(desk, web)}</div>
            <div>{figure(desk, list)}<p class="caution">{CAUTION}</p></div>
        </div>
    }
    .into_any()
}
