//! What a link asked for that is not here: one line each, as plain text.

use leptos::prelude::*;

use crate::explorer::Explorer;
use crate::show;

/// The notices, if there are any.
#[component]
pub fn Notices() -> impl IntoView {
    let explorer = Explorer::here();
    let rows = show::part(move || {
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
            .into_any()
    });
    view! { <div role="status">{rows}</div> }
}
