//! The calm page after a fault: uses only what `index.html` already holds, so it
//! works when nothing else does.

use wasm_bindgen::JsCast;

use super::{address, root};

/// Shows the fault page instead of a blank one when the app panics.
pub fn show_on_panic() {
    std::panic::set_hook(Box::new(|info| {
        show(&info.to_string());
    }));
}

/// Hides the app and shows the fault page with a report to copy.
pub fn show(what: &str) {
    root::set("data-app", Some("failed"));
    if let Some(app) = root::element("app") {
        app.toggle_attribute_with_force("hidden", true).ok();
    }
    if let Some(report) = root::element("fault-report")
        .and_then(|e| e.dyn_into::<web_sys::HtmlTextAreaElement>().ok())
    {
        report.set_value(&format!(
            "Version: {}\nAddress: {}\nBrowser: {}\nFault: {what}",
            env!("CARGO_PKG_VERSION"),
            address::whole(),
            web_sys::window()
                .and_then(|window| window.navigator().user_agent().ok())
                .unwrap_or_default(),
        ));
    }
    if let Some(reload) =
        root::element("fault-reload").and_then(|e| e.dyn_into::<web_sys::HtmlAnchorElement>().ok())
    {
        reload.set_href(&address::whole());
    }
    if let Some(section) = root::element("fault") {
        section.toggle_attribute_with_force("hidden", false).ok();
    }
    root::focus("fault");
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;
    use crate::tests::{Piece, document};

    #[wasm_bindgen_test]
    fn the_fault_takes_the_place_of_the_app_and_can_be_copied() {
        let piece = Piece::of(
            r##"<div id="app"></div>
            <section id="fault" tabindex="-1" hidden>
              <a id="fault-reload" href="#">Reload</a>
              <textarea id="fault-report"></textarea>
            </section>"##,
        );
        show("a <b>figure</b> went missing");
        assert!(root::element("app").unwrap().has_attribute("hidden"));
        assert!(!root::element("fault").unwrap().has_attribute("hidden"));
        assert_eq!(document().active_element().unwrap().id(), "fault");
        let page = document().document_element().unwrap();
        assert_eq!(page.get_attribute("data-app").as_deref(), Some("failed"));
        let report: web_sys::HtmlTextAreaElement =
            root::element("fault-report").unwrap().unchecked_into();
        let report = report.value();
        assert!(report.ends_with("Fault: a <b>figure</b> went missing"));
        assert!(report.contains(&address::whole()), "{report}");
        let reload = root::element("fault-reload").unwrap();
        assert_eq!(reload.get_attribute("href"), Some(address::whole()));
        root::set("data-app", None);
        drop(piece);
    }

    #[wasm_bindgen_test]
    fn a_page_without_a_place_for_it_is_left_alone() {
        show("there is no section to show");
        root::set("data-app", None);
    }
}
