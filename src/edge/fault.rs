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
