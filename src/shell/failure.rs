//! When there is no data to explore: what failed, what still works, what to do.

use leptos::prelude::*;

/// Shown in place of the app when the pack gives no dataset.
#[component]
pub fn PackFailure(
    /// The file that failed.
    file: String,
    /// What is wrong with it, in words.
    findings: Vec<String>,
) -> impl IntoView {
    view! {
        <main class="wrap" id="content" data-testid="pack-failure">
            <h1>"The figures could not be read"</h1>
            <p class="summary">
                "The explorer itself is running, but its data file did not pass. Reloading helps when it was cut short on its way."
            </p>
            <p><a class="button" href="">"Reload the page"</a></p>
            <h2>"What is wrong"</h2>
            <ul>{findings.into_iter().map(|words| view! { <li>{words}</li> }).collect_view()}</ul>
            <p>"The file: "<code>{file}</code></p>
        </main>
    }
}
