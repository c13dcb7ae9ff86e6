//! A challenge map with fingers: one taps and scrolls the page, two zoom the map. Not in WebKit:
//! its driver has no fingers.

use roadmap_tests::{
    browser::{
        engine::{Engine, Start},
        failure::Outcome,
        journey::Trip,
    },
    expect, journeys,
};
use serde_json::json;

const TOUCH: Start = Start {
    dark: false,
    reduced_motion: false,
    touch: true,
};

journeys! {
    tap_pins in chromium firefox, TOUCH;
    two_fingers_zoom in chromium firefox, TOUCH;
    one_finger_scrolls in chromium, TOUCH;
}

const OF_STREETS: &str = "measure=imd-2025-score";

async fn tap_pins(trip: &Trip) -> Outcome {
    phone(trip).await?;
    let map = trip.page().open_map(OF_STREETS).await?;
    let middle = map.middle().await?;
    trip.window.tap_at(middle).await?;
    map.until_link_has("pin=E01").await?;
    let name = map.until_told().await?;
    trip.page().reload().await?;
    trip.page()
        .challenge_map()
        .await?
        .until_told_is(&name)
        .await
}

async fn two_fingers_zoom(trip: &Trip) -> Outcome {
    phone(trip).await?;
    let page = trip.page();
    let map = page.open_map(OF_STREETS).await?;
    let whole = map.pixels().await?;
    let middle = map.middle().await?;
    trip.window.spread_at(middle).await?;
    let closer = map.window_other_than(None).await?;
    expect!(
        map.pixels().await? != whole,
        "expected to see a part of the map at {closer:?}"
    );
    trip.window.spread_at(middle).await?;
    let closest = map.window_other_than(Some(closer)).await?;
    let factor = closer.width_km / closest.width_km;
    expect!(
        (2.5..6.5).contains(&factor),
        "expected fingers 4.5 times as far apart to bring the map about as much closer, it came {factor:.2} times: from {closer:?} to {closest:?}"
    );
    let query = page.query().await?;
    expect!(
        !query.contains("pin="),
        "expected two fingers to pin nothing, found {query}"
    );
    let scale = page
        .number("return visualViewport.scale", Vec::new())
        .await?;
    expect!(
        (scale - 1.0).abs() < 0.01,
        "expected the page to keep its scale over the map, it is {scale}"
    );
    // Nothing of the two is left behind: one finger pins as before.
    trip.window.tap_at(middle).await?;
    map.until_link_has("pin=E01").await
}

/// The map does not trap who wants to read on below it. Not in Firefox: its driver gives fingers
/// to the page only, not to the scrolling around it.
async fn one_finger_scrolls(trip: &Trip) -> Outcome {
    phone(trip).await?;
    let page = trip.page();
    let map = page.open_map(OF_STREETS).await?;
    let middle = map.middle().await?;
    let before_px = page.number("return scrollY", Vec::new()).await?;
    trip.window.swipe(middle, middle.moved(0, -200)).await?;
    trip.window.frames().await?;
    let after_px = page.number("return scrollY", Vec::new()).await?;
    expect!(
        after_px > before_px + 100.0,
        "expected one finger to scroll the page, it went from {before_px} to {after_px}"
    );
    let query = page.query().await?;
    expect!(
        !query.contains("at=") && !query.contains("pin="),
        "expected the map to stay as it is, found {query}"
    );
    Ok(())
}

/// A phone's screen, where the browser can pretend to have one.
async fn phone(trip: &Trip) -> Outcome {
    if trip.window.engine != Engine::Chromium {
        return Ok(());
    }
    let metrics = json!({ "width": 400, "height": 800, "deviceScaleFactor": 2, "mobile": true });
    trip.window
        .chromium("Emulation.setDeviceMetricsOverride", metrics)
        .await?;
    let touch = json!({ "enabled": true, "maxTouchPoints": 5 });
    trip.window
        .chromium("Emulation.setTouchEmulationEnabled", touch)
        .await
        .map(drop)
}
