//! The width of an element, followed as it changes.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

use super::held;

/// An observer and its callback, disconnected together when dropped.
struct Watch {
    observer: web_sys::ResizeObserver,
    _on_change: Closure<dyn FnMut()>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// The inner width of an element in CSS pixels; zero until it is in the page.
pub fn width_px(node: NodeRef<html::Div>) -> Signal<f64> {
    let (width_px, set_width_px) = signal(0.0);
    node.on_load(move |element| {
        let watched: web_sys::Element = element.unchecked_into();
        // Known before the observer speaks: a size that changes while it does is a loop to some browsers.
        set_if_changed(&watched, set_width_px, width_px);
        held::hold(start(&watched, set_width_px, width_px));
    });
    width_px.into()
}

fn start(
    element: &web_sys::Element,
    set: WriteSignal<f64>,
    current: ReadSignal<f64>,
) -> Option<Watch> {
    let watched = element.clone();
    let on_change = Closure::<dyn FnMut()>::new(move || set_if_changed(&watched, set, current));
    let observer = web_sys::ResizeObserver::new(on_change.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(Watch {
        observer,
        _on_change: on_change,
    })
}

fn set_if_changed(element: &web_sys::Element, set: WriteSignal<f64>, current: ReadSignal<f64>) {
    let width_px = f64::from(element.client_width());
    if current
        .try_get_untracked()
        .is_some_and(|current| current != width_px)
    {
        set.set(width_px);
    }
}
