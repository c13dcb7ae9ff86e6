//! A long list shown in portions, so that a search answers at once however long it is.

use leptos::prelude::*;

use crate::show;

/// So many rows are shown at a time.
pub const STEP: usize = 50;

/// The way to the rows of a list that are not shown yet.
pub fn view<T: Send + Sync + 'static>(
    testid: &'static str,
    found: Memo<Vec<T>>,
    most: RwSignal<usize>,
) -> AnyView {
    let has_more = move || found.with(Vec::len) > most.get();
    show::when(has_more, move || {
        view! {
            <p class="find">
                <button type="button" data-testid=testid on:click=move |_| most.update(|most| *most += STEP)>
                    "Show more"
                </button>
            </p>
        }
        .into_any()
    })
}
