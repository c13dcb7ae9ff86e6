//! The chosen figure in full: through time and by district.

use leptos::prelude::*;
use roadmap_core::area::AreaCode;

use super::pictures::{self, Kind};
use crate::explorer::Explorer;
use crate::figure::{Caption, Figure};

/// A closer look at one figure.
#[component]
pub fn Chosen() -> impl IntoView {
    let explorer = Explorer::here();
    let figure = explorer.figure();
    let line = pictures::of_chosen(explorer, Kind::Line);
    let bars = pictures::of_chosen(explorer, Kind::Bars);
    let go = Callback::new(move |key: String| {
        if let Ok(code) = AreaCode::new(&key)
            && explorer.shared().dataset.has_page(&code)
        {
            explorer.go_to(code);
        }
    });
    let about = move || {
        let shared = explorer.shared();
        figure.with(|slug| {
            let measure = shared.dataset.measure(slug)?;
            Some(view! {
                <h2>{measure.name.clone()}</h2>
                <p class="subtitle">{measure.meaning.clone()}</p>
                <p class="caution">{measure.caution.clone()}</p>
            })
        })
    };
    view! {
        <section class="chosen" id="chosen" data-testid="chosen" tabindex="-1">
            {about}
            <div class="split">
                <Figure picture=line caption=Caption::Full/>
                <Figure picture=bars caption=Caption::Full on_choose=go/>
            </div>
        </section>
    }
}
