//! What changes on the page, told through a few plain types.
//!
//! The code that shows a closure is built anew for each closure; that of a signal or a
//! boxed closure once for all, and there are about a hundred of them.

use leptos::prelude::*;

/// Words that change.
pub fn text(words: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(words)
}

/// An attribute that comes and goes.
pub fn maybe(words: impl Fn() -> Option<String> + Send + Sync + 'static) -> Signal<Option<String>> {
    Signal::derive(words)
}

/// Something that is so or not.
pub fn flag(is_so: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(is_so)
}

/// A part of the page made anew whenever what it reads changes.
pub fn part(make: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    boxed(Box::new(make))
}

/// A part of the page that is there only while something is so.
pub fn when(
    is_so: impl Fn() -> bool + Send + Sync + 'static,
    make: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let is_so = Memo::new(move |_| is_so());
    part(move || if is_so.get() { make() } else { ().into_any() })
}

/// Does something in the world outside now, and again whenever what it reads changes.
pub fn effect(act: impl Fn() + 'static) {
    let act: Box<dyn Fn()> = Box::new(act);
    Effect::new(move |_| act());
}

fn boxed(make: Box<dyn Fn() -> AnyView + Send + Sync>) -> AnyView {
    (move || make()).into_any()
}
