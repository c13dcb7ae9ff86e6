//! From the page that `index.html` laid out to a running explorer.

use std::sync::Arc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use roadmap_core::data::{Finding, read_pack};
use wasm_bindgen::JsCast;

use crate::app::App;
use crate::edge::{embed, fault, load, root, timing};
use crate::explorer::Shared;
use crate::shell::PackFailure;

/// Starts the app; the shell stays in sight until the pack is there to replace it.
pub fn start() {
    fault::show_on_panic();
    // Leptos has no executor of its own before something is mounted.
    wasm_bindgen_futures::spawn_local(run());
}

async fn run() {
    let (file, read) = fetch_and_read().await;
    let Some(place) = root::element("app").and_then(|element| element.dyn_into().ok()) else {
        return;
    };
    let place: web_sys::HtmlElement = place;
    place.set_text_content(None);
    let app = match read {
        Ok(shared) => {
            let app = mount_to(place, move || view! { <App shared=shared/> });
            root::set("data-app", Some("ready"));
            app.forget();
            timing::mark("roadmap-interactive");
            return;
        }
        Err(findings) => mount_to(place, move || {
            embed::report_height();
            view! { <PackFailure file=file findings=findings/> }
        }),
    };
    // The app lives as long as the page does.
    app.forget();
    root::set("data-app", Some("failed"));
}

/// The pack's file name, and the shared data or what to tell the reader.
async fn fetch_and_read() -> (String, Result<Arc<Shared>, Vec<String>>) {
    let Some(address) = load::pack_address() else {
        return (String::new(), Err(vec![load::LoadError::NotNamed.words()]));
    };
    let bytes = match load::bytes(&address).await {
        Ok(bytes) => bytes,
        Err(error) => return (address, Err(vec![error.words()])),
    };
    let file = address.rsplit('/').next().unwrap_or_default().to_owned();
    let _span = timing::span("roadmap-read-pack");
    let reading = read_pack(&file, &bytes);
    let told = |findings: &[Finding]| findings.iter().map(ToString::to_string).collect::<Vec<_>>();
    match reading.dataset {
        Some(dataset) => (file, Ok(Arc::new(Shared::new(dataset, reading.findings)))),
        None => (file, Err(told(&reading.findings))),
    }
}
