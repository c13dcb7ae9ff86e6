//! Key messages in words.

use leptos::prelude::*;
use roadmap_core::profile::{self, Message};

use crate::edge::root;
use crate::explorer::Explorer;
use crate::shell::follow;

/// What stands out about the place.
#[component]
pub fn Messages() -> impl IntoView {
    let explorer = Explorer::here();
    let area = explorer.area();
    let messages = Memo::new(move |_| {
        area.with(|area| profile::key_messages(&explorer.shared().dataset, area))
    });
    let items = move || {
        messages
            .get()
            .into_iter()
            .map(|message| view! { <Item message=message/> })
            .collect_view()
    };
    let nothing = "Nothing here is far enough from England, or has moved far enough, to be told apart from noise.";
    view! {
        <section class="messages" aria-labelledby="messages-title">
            <h2 id="messages-title">"What stands out"</h2>
            <p class="subtitle">"Worked out from the figures; said only where it is outside the noise"</p>
            <ul>{items}</ul>
            <Show when=move || messages.with(Vec::is_empty)>
                <p>{nothing}</p>
            </Show>
        </section>
    }
}

#[component]
fn Item(
    /// What to say.
    message: Message,
) -> impl IntoView {
    let explorer = Explorer::here();
    let slug = message.measure.clone();
    let linked = message.measure.clone();
    let name = explorer
        .shared()
        .dataset
        .measure(&slug)
        .map(|measure| measure.name.clone())
        .unwrap_or_default();
    view! {
        <li data-testid="message">
            <p class="message-text">{message.text}</p>
            <p class="so-what">
                {message.so_what} " "
                <a
                    data-testid="message-map"
                    aria-label=format!("See it on the map: {name}")
                    href=move || explorer.link_to(|page| page.figure = Some(linked.clone()))
                    on:click=move |event| {
                        follow(&event, explorer, |page| page.figure = Some(slug.clone()));
                        root::focus("content");
                    }
                >
                    "See it on the map"
                </a>
            </p>
        </li>
    }
}
