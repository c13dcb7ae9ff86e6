//! What a link asked for that is not here: one line each, as plain text.

use leptos::prelude::*;

use crate::explorer::Explorer;

/// The notices, if there are any.
#[component]
pub fn Notices() -> impl IntoView {
    let explorer = Explorer::here();
    let rows = move || {
        explorer
            .notices()
            .get()
            .into_iter()
            .map(|notice| {
                let words = notice.to_string();
                view! {
                    <p class="notice" data-testid="notice">
                        <span>{words}</span>
                        <button
                            type="button"
                            data-testid="notice-dismiss"
                            on:click=move |_| explorer.dismiss(&notice)
                        >
                            "Dismiss"
                        </button>
                    </p>
                }
            })
            .collect_view()
    };
    view! { <div role="status">{rows}</div> }
}
