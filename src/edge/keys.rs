//! Keys that work wherever the focus is.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;

use super::held;

/// Tells `act` the name of each key pressed, for as long as the current owner lives; a
/// key that it takes is not handled by the browser as well.
pub fn follow(act: impl Fn(&str) -> bool + 'static) {
    held::hold(listen(act));
}

fn listen(act: impl Fn(&str) -> bool + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&window, "keydown", options, move |event| {
        let key = event
            .dyn_ref::<web_sys::KeyboardEvent>()
            .map(web_sys::KeyboardEvent::key);
        if key.is_some_and(|key| act(&key)) {
            event.prevent_default();
        }
    });
    Some(listener)
}
