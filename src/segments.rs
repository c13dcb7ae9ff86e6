//! Buttons side by side, of which one is pressed.

use leptos::prelude::*;
use roadmap_core::page::Keyed;

use crate::show;

/// One of the buttons.
pub struct Segment {
    /// Its test id.
    pub testid: String,
    /// What it says.
    pub words: &'static str,
    /// Whether it is the pressed one.
    pub is_pressed: Signal<bool>,
    /// What pressing it does.
    pub press: Callback<()>,
}

/// A button for each choice of a link's value; test ids are `prefix-key`.
pub fn of_choices<T: Keyed + Send + Sync>(
    label: &'static str,
    prefix: &str,
    words: fn(T) -> &'static str,
    chosen: impl Fn() -> T + Copy + Send + Sync + 'static,
    choose: impl Fn(T) + Copy + Send + Sync + 'static,
) -> AnyView {
    let segment = |own: T| Segment {
        testid: format!("{prefix}-{}", own.key()),
        words: words(own),
        is_pressed: show::flag(move || chosen() == own),
        press: Callback::new(move |()| choose(own)),
    };
    segments(label, T::ALL.iter().copied().map(segment).collect())
}

/// The buttons as a group with a name.
pub fn segments(label: &'static str, all: Vec<Segment>) -> AnyView {
    let button = |own: Segment| {
        let is_pressed = show::text(move || own.is_pressed.get().to_string());
        view! {
            <button type="button" data-testid=own.testid aria-pressed=is_pressed on:click=move |_| own.press.run(())>
                {own.words}
            </button>
        }
    };
    let buttons = all.into_iter().map(button).collect_view();
    view! { <div class="segments" role="group" aria-label=label>{buttons}</div> }.into_any()
}
