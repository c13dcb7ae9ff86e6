//! Saving a picture or a table as a file, and copying a link.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlCanvasElement, Url};

/// What a reader is told when nothing could be offered.
pub const REFUSED: &str = "This browser did not let the file be saved.";

/// Offers text as a file to save.
pub fn text(file_name: &str, mime: &str, content: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = js_sys::Array::of1(&JsValue::from_str(content));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let offered = offer(file_name, &address);
    // The address is only needed until the click has been handled.
    Url::revoke_object_url(&address).ok()?;
    offered
}

/// Offers a canvas as a PNG to save.
pub fn png(file_name: &str, canvas: &HtmlCanvasElement) -> Option<()> {
    offer(file_name, &canvas.to_data_url_with_type("image/png").ok()?)
}

/// Copies text; the answer says whether the browser allowed it.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    // An insecure page has no clipboard object at all.
    let clipboard = js_sys::Reflect::get(&window.navigator(), &JsValue::from_str("clipboard"));
    let Some(clipboard) = clipboard.ok().filter(JsValue::is_object) else {
        return false;
    };
    let clipboard: web_sys::Clipboard = clipboard.unchecked_into();
    wasm_bindgen_futures::JsFuture::from(clipboard.write_text(text))
        .await
        .is_ok()
}

fn offer(file_name: &str, address: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let anchor: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(address);
    anchor.set_download(file_name);
    anchor.click();
    Some(())
}

#[cfg(test)]
mod tests {
    use js_sys::{Function, Object, Reflect};
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;
    use crate::tests::window;

    /// Puts a clipboard of our own before the browser's; dropped, the browser's is back.
    struct Clipboard;

    impl Clipboard {
        fn of(js: &str) -> Self {
            let value = Function::new_no_args(&format!("return {js}"))
                .call0(&JsValue::NULL)
                .unwrap();
            let property = Object::new();
            Reflect::set(&property, &"value".into(), &value).unwrap();
            Reflect::set(&property, &"configurable".into(), &true.into()).unwrap();
            Object::define_property(&window().navigator(), &"clipboard".into(), &property);
            Self
        }
    }

    impl Drop for Clipboard {
        fn drop(&mut self) {
            Reflect::delete_property(&window().navigator(), &"clipboard".into()).unwrap();
        }
    }

    #[wasm_bindgen_test]
    async fn copying_tells_whether_it_was_allowed() {
        let absent = Clipboard::of("undefined");
        assert!(!copy("a link").await, "an insecure page");
        drop(absent);
        let refusing = Clipboard::of("{ writeText: () => Promise.reject(new Error('no')) }");
        assert!(!copy("a link").await, "no permission");
        drop(refusing);
        let allowing = Clipboard::of(
            "{ async writeText(text) { if (text !== 'a link') throw new Error(text); } }",
        );
        assert!(copy("a link").await, "permission, and the text as it was");
        drop(allowing);
    }
}
