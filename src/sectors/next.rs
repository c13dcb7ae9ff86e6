//! What is within reach: industries near to what the place does.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::sectors::pictures::{network, within_reach};
use roadmap_core::sectors::{CAUTION, Network, Reach};

use super::desk::Desk;
use super::figures::{figure, picture, words};

/// The part.
pub fn view(desk: Desk) -> AnyView {
    // Laid out once: it is the same for all places.
    let laid_out = Memo::new_with_compare(
        move |_| {
            let landscape = desk.landscape().get()?.ok()?;
            Some(Arc::new(Network::new(&landscape)))
        },
        |_: Option<&Option<Arc<Network>>>, _| true,
    );
    let reach = desk.reach();
    let sector = move || desk.page().with(|page| page.sector.clone());
    let web = picture(desk, reach, move |desk, reach| {
        let laid_out = laid_out.get()?;
        desk.draw(|album| network(album, &laid_out, reach, sector().as_deref()))
    });
    let list = picture(desk, reach, |desk, reach| {
        desk.draw(|album| within_reach(album, reach))
    });
    view! {
        {words(reach, Reach::sentence)}
        <div class="split">
            <div>{figure(desk, web)}</div>
            <div>{figure(desk, list)}<p class="caution">{CAUTION}</p></div>
        </div>
    }
    .into_any()
}
