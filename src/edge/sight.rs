//! Whether an element is in sight, followed as the page scrolls.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{IntersectionObserver, IntersectionObserverEntry};

use super::held;

/// An observer and its callback, disconnected together when dropped.
struct Watch {
    observer: IntersectionObserver,
    _on_change: Closure<dyn FnMut(js_sys::Array)>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Whether any of an element is in the window; a browser that can't tell has all in sight.
pub fn is_in_sight(node: NodeRef<html::Div>) -> Signal<bool> {
    let (is_in_sight, set_is_in_sight) = signal(true);
    node.on_load(move |element| {
        held::hold(start(&element, set_is_in_sight));
    });
    is_in_sight.into()
}

fn start(element: &web_sys::Element, set: WriteSignal<bool>) -> Option<Watch> {
    let on_change = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        // Of several crossings since the last call the newest stands last.
        let last = entries.pop().dyn_into::<IntersectionObserverEntry>();
        if let Ok(entry) = last {
            // An observer may speak once more after its element is gone.
            set.try_set(entry.is_intersecting());
        }
    });
    let observer = IntersectionObserver::new(on_change.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(Watch {
        observer,
        _on_change: on_change,
    })
}
