//! How far industries reach through those they buy from.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::sectors::pictures::multipliers;
use roadmap_core::sectors::{Ground, NationalTable, SupplyChain, USUAL_DELTA, WARNING};

use super::desk::{Answer, Desk};
use super::figures::{figure, picture, words};

/// How many industries the picture has.
const MOST: usize = 20;

/// Multipliers of the place.
pub fn chain(desk: Desk) -> Memo<Answer<SupplyChain>> {
    // The same for all places, and the dear part of the work.
    let national = Memo::new_with_compare(
        move |_| desk.ask_all(NationalTable::new),
        |_: Option<&Arc<Result<NationalTable, String>>>, _| true,
    );
    Memo::new_with_compare(
        move |_| match &*national.get() {
            Ok(table) => desk.ask(|industries, choice| {
                let place = Ground::find(industries, &choice.place)?;
                SupplyChain::new(industries, table, &place, choice.year, USUAL_DELTA)
            }),
            Err(why) => Some(Err(why.clone())),
        },
        |_, _| true,
    )
}

/// The part.
pub fn view(desk: Desk) -> AnyView {
    let chain = chain(desk);
    let bars = picture(desk, chain, |desk, chain| {
        desk.draw(|album| multipliers(album, chain, MOST, None))
    });
    view! {
        {words(chain, SupplyChain::farthest)}
        <p class="caution">{WARNING}</p>
        {figure(desk, bars)}
    }
    .into_any()
}
