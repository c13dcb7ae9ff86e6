//! The root element: attributes that the stylesheet reads, and the title.

/// Sets, or with none removes, an attribute of the root element.
pub fn set(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return;
    };
    let done = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
    // The names are constants of this crate, which every browser accepts.
    drop(done);
}

/// Sets the title of the page.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// The title of the page.
pub fn title() -> String {
    document().map_or_else(String::new, |document| document.title())
}

/// The element of an id.
pub fn element(id: &str) -> Option<web_sys::Element> {
    document()?.get_element_by_id(id)
}

/// Moves the keyboard to an element, and the element into sight.
pub fn focus(id: &str) {
    use wasm_bindgen::JsCast;
    if let Some(element) =
        element(id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        // An element that cannot take the focus leaves it where it was.
        drop(element.focus());
        element.scroll_into_view();
    }
}

/// Whether the keyboard is on the element of an id.
pub fn has_focus(id: &str) -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_some_and(|active| active.id() == id)
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// Fills the screen with the page, or gives the screen back.
pub fn toggle_full_screen() {
    let Some(document) = document() else { return };
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    } else if let Some(root) = document.document_element() {
        // A browser that refuses leaves the page as it was.
        drop(root.request_fullscreen());
    }
}
