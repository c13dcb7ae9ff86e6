//! A figure whose picture may not be there.

use std::sync::Arc;

use leptos::prelude::*;
use roadmap_core::picture::Picture;

use super::{Caption, Figure};
use crate::show;

/// A figure while there is a picture, and what pressing something in it does.
pub fn while_there(
    picture: Memo<Option<Arc<Picture>>>,
    press: Option<Callback<String>>,
) -> AnyView {
    show::when(
        move || picture.with(Option::is_some),
        move || {
            let Some(first) = picture.get_untracked() else {
                return ().into_any();
            };
            // The last one stays for the moment in which there is none any more.
            let last = Memo::new_with_compare(
                move |last: Option<&Arc<Picture>>| {
                    let now = picture.get().or_else(|| last.cloned());
                    now.unwrap_or_else(|| Arc::clone(&first))
                },
                |_, _| true,
            );
            match press {
                Some(press) => {
                    view! { <Figure picture=last caption=Caption::Full on_choose=press/> }
                        .into_any()
                }
                None => view! { <Figure picture=last caption=Caption::Full/> }.into_any(),
            }
        },
    )
}
