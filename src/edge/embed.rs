//! Inside somebody else's page: tells it how high the content is.

use gloo::events::EventListener;
use roadmap_core::link::HeightMessage;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::held;

/// Reports the height of the page to the page around it whenever it changes, for
/// as long as the current owner lives.
pub fn report_height() {
    held::hold(Report::start());
}

struct Report {
    observer: web_sys::ResizeObserver,
    _on_change: Closure<dyn FnMut()>,
    _on_load: Option<EventListener>,
}

impl Report {
    fn start() -> Option<Self> {
        let window = web_sys::window()?;
        let body: web_sys::Element = window.document()?.body()?.into();
        let on_change = Closure::<dyn FnMut()>::new(post);
        let observer = web_sys::ResizeObserver::new(on_change.as_ref().unchecked_ref()).ok()?;
        observer.observe(&body);
        let on_load = EventListener::new(&window, "load", |_| post());
        Some(Self {
            observer,
            _on_change: on_change,
            _on_load: Some(on_load),
        })
    }
}

impl Drop for Report {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

fn post() {
    let Some(window) = web_sys::window() else {
        return;
    };
    let Some(body) = window.document().and_then(|document| document.body()) else {
        return;
    };
    let height_px = u32::try_from(body.offset_height()).unwrap_or(0);
    let Ok(message) = js_sys::JSON::parse(&HeightMessage::new(height_px).to_json()) else {
        return;
    };
    if let Ok(Some(parent)) = window.parent() {
        // Any page may embed this one, and a height is no secret.
        drop::<Result<(), JsValue>>(parent.post_message(&message, "*"));
    }
}
