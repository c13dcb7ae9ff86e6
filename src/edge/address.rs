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

/// Writes the current entry anew, for what changes too often to go back through.
pub fn replace(query: &str) {
    write(query, web_sys::History::replace_state_with_url);
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

#[cfg(test)]
mod tests {
    use std::cell::{Cell, RefCell};
    use std::rc::Rc;

    use js_sys::{Function, Promise};
    use roadmap_core::link;
    use roadmap_core::page::{Mode, Page, TextSize, ThemeChoice, View};
    use wasm_bindgen_futures::JsFuture;
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;
    use crate::tests::{SHARED, window};

    #[wasm_bindgen_test]
    fn a_pushed_query_is_read_back_and_the_rest_of_the_address_stays() {
        let before = with_query("");
        push("?v=1&other=%C3%A9+%26");
        assert_eq!(query(), "?v=1&other=%C3%A9+%26");
        window().location().set_hash("content").unwrap();
        assert_eq!(whole(), format!("{before}?v=1&other=%C3%A9+%26"));
        assert_eq!(with_query("?a"), format!("{before}?a"));
        push("");
        assert_eq!((query(), whole()), (String::new(), before));
    }

    #[wasm_bindgen_test]
    fn every_page_comes_back_from_its_address() {
        let dataset = &SHARED.dataset;
        let areas = dataset.districts().map(|area| Some(area.code.clone()));
        for area in std::iter::once(None).chain(areas) {
            let plain = Page {
                area,
                ..Page::default()
            };
            let chosen = Page {
                view: View::Data,
                figure: dataset.series.keys().next().cloned(),
                mode: Mode::Embed,
                theme: Some(ThemeChoice::HighContrast),
                text_size: TextSize::Large,
                ..plain.clone()
            };
            for page in [plain, chosen] {
                push(&link::write(&page));
                assert_eq!(link::read(&query(), dataset), (page, Vec::new()));
            }
        }
        push("");
    }

    /// Listens for Back and Forward and goes there; done once the browser has told of it.
    async fn go(steps: i32) {
        let heard = RefCell::new(None);
        let told = Promise::new(&mut |resolve: Function, _| {
            *heard.borrow_mut() = on_back_or_forward(move || {
                resolve.call0(&JsValue::NULL).unwrap();
            });
        });
        window().history().unwrap().go_with_delta(steps).unwrap();
        JsFuture::from(told).await.unwrap();
    }

    #[wasm_bindgen_test]
    async fn back_and_forward_are_heard_until_nobody_listens() {
        let times = Rc::new(Cell::new(0));
        let listener = on_back_or_forward({
            let times = Rc::clone(&times);
            move || times.set(times.get() + 1)
        });
        push("?area=first");
        push("?area=second");
        go(-1).await;
        assert_eq!((query().as_str(), times.get()), ("?area=first", 1));
        drop(listener);
        go(1).await;
        assert_eq!((query().as_str(), times.get()), ("?area=second", 1));
        push("");
    }
}
