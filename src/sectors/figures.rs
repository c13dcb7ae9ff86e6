//! A figure of what may not be there, with the reason in its place.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::picture::Picture;

use super::desk::{Answer, Desk};
use crate::figure::while_there;
use crate::show;

/// A figure while there is a picture; pressing an industry opens it.
pub fn figure(desk: Desk, picture: Memo<Option<Arc<Picture>>>) -> AnyView {
    let open = Callback::new(move |key: String| {
        // A point of one end of an industry says which after a stroke.
        let code = key.split('/').next().map(str::to_owned);
        desk.go(|page| page.sector = code);
    });
    chosen_figure(picture, open)
}

/// A figure while there is a picture, in which nothing can be pressed.
pub fn still_figure(picture: Memo<Option<Arc<Picture>>>) -> AnyView {
    while_there(picture, None)
}

/// A figure while there is a picture, and what pressing something in it does.
pub fn chosen_figure(picture: Memo<Option<Arc<Picture>>>, press: Callback<String>) -> AnyView {
    while_there(picture, Some(press))
}

/// A picture of an answer, made anew whenever what it reads changes.
pub fn picture<T: Send + Sync + 'static>(
    desk: Desk,
    answer: Memo<Answer<T>>,
    draw: impl Fn(Desk, &T) -> Option<Arc<Picture>> + Send + Sync + 'static,
) -> Memo<Option<Arc<Picture>>> {
    Memo::new_with_compare(
        move |_| answer.with(|answer| draw(desk, answer.as_ref()?.as_ref().ok()?)),
        |_: Option<&Option<Arc<Picture>>>, _| true,
    )
}

/// What an answer says, or why there is none.
pub fn words<T: Send + Sync + 'static>(
    answer: Memo<Answer<T>>,
    of: impl Fn(&T) -> String + Send + Sync + 'static,
) -> AnyView {
    show::part(move || {
        answer.with(|answer| match answer {
            Some(Ok(told)) => {
                view! { <p class="prose" data-testid="sectors-sentence">{of(told)}</p> }.into_any()
            }
            Some(Err(why)) => {
                view! { <p class="notice" data-testid="sectors-trouble">{why.clone()}</p> }
                    .into_any()
            }
            None => view! {
                <p class="notice" data-testid="sectors-trouble">
                    "Jobs by industry are not told for this place. Choose the county or a district."
                </p>
            }
            .into_any(),
        })
    })
}

/// What a reader must bear in mind, a paragraph each.
pub fn cautions(notes: Vec<String>) -> AnyView {
    let note = |words: String| view! { <p class="caution">{words}</p> };
    notes.into_iter().map(note).collect_view().into_any()
}
