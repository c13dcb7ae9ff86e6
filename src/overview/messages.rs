//! Key messages in words.

use leptos::prelude::*;
use roadmap_core::page::Page;
use roadmap_core::profile::{self, Message};

use crate::explorer::Explorer;
use crate::shell::PageLink;
use crate::show;

/// What stands out about the place.
#[component]
pub fn Messages() -> impl IntoView {
    let explorer = Explorer::here();
    let area = explorer.area();
    let messages = Memo::new(move |_| {
        area.with(|area| profile::key_messages(&explorer.shared().dataset, area))
    });
    let items = show::part(move || {
        messages
            .get()
            .into_iter()
            .map(item)
            .collect_view()
            .into_any()
    });
    let nothing = show::when(
        move || messages.with(Vec::is_empty),
        || view! { <p>{NOTHING}</p> }.into_any(),
    );
    view! {
        <section class="messages" aria-labelledby="messages-title">
            <h2 id="messages-title">"What stands out"</h2>
            <p class="subtitle">"Worked out from the figures; said only where it is outside the noise"</p>
            <ul>{items}</ul>
            {nothing}
        </section>
    }
}

const NOTHING: &str = "Nothing here is far enough from the rest, or has moved far enough, to be told apart from noise.";

fn item(message: Message) -> AnyView {
    let shared = Explorer::here().shared();
    let name = shared
        .dataset
        .measure(&message.measure)
        .map(|measure| measure.name.clone());
    let label = format!("See it on the map: {}", name.unwrap_or_default());
    let slug = message.measure;
    let further = message.leads_to.map(|lead| {
        let words = lead.words();
        view! {
            " "
            <PageLink testid="message-further" then_focus="content" change=move |page: &mut Page| page.follow(&lead)>{words}</PageLink>
        }
    });
    view! {
        <li data-testid="message">
            <p class="message-text">{message.text}</p>
            <p class="so-what">
                {message.so_what} " "
                <PageLink
                    testid="message-map"
                    label=label
                    then_focus="map"
                    change=move |page: &mut Page| page.figure = Some(slug.clone())
                >
                    "See it on the map"
                </PageLink>
                {further}
            </p>
        </li>
    }
    .into_any()
}
