//! When the app breaks: a calm page with a way on, never a blank one.

use crate::{DISTRICT, OTHER};
use roadmap_tests::{
    browser::{failure::Outcome, journey::Trip, page::by_id, site::Site},
    expect, journeys,
};
use serde_json::json;

journeys! {
    app_does_not_arrive in chromium firefox webkit;
    broken_while_running in chromium firefox webkit;
}

const FAULT_SHOWN: &str = "const fault = document.querySelector('[data-testid=fault]');
    return fault.getClientRects().length > 0 && !fault.hidden";
const REPORT: &str = "const report = document.querySelector('[data-testid=fault-report]');
    return report.value ?? report.textContent";

/// Half of the build is there: an upload that was cut short, or a browser too old.
async fn app_does_not_arrive(trip: &Trip) -> Outcome {
    for words in ["404", "wasm", "WebAssembly", "compile"] {
        trip.expects_error(words);
    }
    let site = trip.keep(Site::serve_without(|file| file.contains(".wasm"))?);
    let page = trip.page_of(&site);
    trip.window.client.goto(&site.url("")).await?;
    trip.window
        .until("the fault page", FAULT_SHOWN, Vec::new())
        .await?;
    let report = page.string(REPORT, Vec::new()).await?;
    expect!(
        report.contains(&site.origin()),
        "expected a report with the address, found {report:?}"
    );
    expect!(
        page.is_shown(&by_id("fault-reload")).await?,
        "expected a way to load the page again"
    );
    Ok(())
}

/// Takes from the page what every change needs.
const BREAK: &str = "const broken = () => { throw new Error('broken') };
    Document.prototype.createElement = broken; Document.prototype.createElementNS = broken;
    Document.prototype.createTextNode = broken; Node.prototype.cloneNode = broken; Document.prototype.importNode = broken;";

async fn broken_while_running(trip: &Trip) -> Outcome {
    // The fault itself is told on the console, as it should be.
    for words in [
        "panicked",
        "unreachable",
        "broken",
        "RuntimeError",
        "Uncaught",
    ] {
        trip.expects_error(words);
    }
    let page = trip.page();
    page.open(&format!("?area={}", DISTRICT.0)).await?;
    expect!(
        !page.is_shown(&by_id("fault")).await?,
        "expected no fault page before there is a fault"
    );
    trip.window.run(BREAK, Vec::new()).await?;
    page.choose_place(OTHER.0).await?;
    // A place may be shown without a single new element; another view cannot.
    page.click(&by_id("nav-data")).await?;
    trip.window
        .until("the fault page", FAULT_SHOWN, Vec::new())
        .await?;
    let app = page.root("data-app").await?;
    expect!(
        app == "failed",
        "expected the page to know that it failed, it says {app:?}"
    );
    let words = page.text(&by_id("fault")).await?;
    expect!(
        words.len() > 80,
        "expected calm words about the fault, found {words:?}"
    );
    let report = page.string(REPORT, Vec::new()).await?;
    expect!(
        report.contains(&trip.site.origin()) && report.lines().count() >= 3,
        "expected a report with address and fault, found {report:?}"
    );
    let focused = "const fault = document.querySelector('[data-testid=fault]'); return fault.contains(document.activeElement)";
    expect!(
        trip.window.run(focused, Vec::new()).await? == json!(true),
        "expected the keyboard to be on the fault page"
    );
    page.click(&by_id("fault-reload")).await?;
    let back = "return document.documentElement.dataset.app === 'ready' && document.querySelector('[data-testid=source-row]') !== null";
    trip.window
        .until("the view of the address after reloading", back, Vec::new())
        .await?;
    expect!(
        !page.is_shown(&by_id("fault")).await?,
        "expected no fault page after reloading"
    );
    Ok(())
}
