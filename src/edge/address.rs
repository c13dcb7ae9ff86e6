//! The address bar: the query that holds the page, Back and Forward.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;

/// The query of the current address, with its question mark; empty when there is none.
pub fn query() -> String {
    web_sys::window()
        .and_then(|window| window.location().search().ok())
        .unwrap_or_default()
}

/// The whole current address without its fragment.
pub fn whole() -> String {
    let whole = web_sys::window()
        .and_then(|window| window.location().href().ok())
        .unwrap_or_default();
    whole.split('#').next().unwrap_or_default().to_owned()
}

/// The address of another query on this page.
pub fn with_query(query: &str) -> String {
    let whole = whole();
    let path = whole.split('?').next().unwrap_or_default();
    format!("{path}{query}")
}

/// Writes a new entry that Back returns from.
pub fn push(query: &str) {
    write(query, web_sys::History::push_state_with_url);
}

/// Calls back when the reader goes Back or Forward; dropped, it stops listening.
#[must_use]
pub fn on_back_or_forward(mut act: impl FnMut() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "popstate", move |_| act()))
}

type Write = fn(&web_sys::History, &JsValue, &str, Option<&str>) -> Result<(), JsValue>;

fn write(query: &str, write: Write) {
    let address = with_query(query);
    let done = web_sys::window()
        .and_then(|window| window.history().ok())
        .map(|history| write(&history, &JsValue::NULL, "", Some(&address)));
    // A page in a sandboxed frame may not write its address; it still works without.
    drop(done);
}
