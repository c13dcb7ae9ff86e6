//! With fingers: tapping chooses, pinching zooms. Not in WebKit: its driver has no fingers.

use crate::COUNTY;
use roadmap_tests::{
    browser::{
        engine::{Engine, Start},
        failure::{Failure, Outcome},
        journey::Trip,
        page::by_id,
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
    tap_on_the_map in chromium firefox, TOUCH;
    pinch_is_the_browsers in chromium firefox, TOUCH;
    targets_are_large in chromium;
}

async fn tap_on_the_map(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open("").await?;
    page.until_place(COUNTY).await?;
    for point in page.map().grid().await? {
        trip.window.tap_at(point).await?;
        trip.window.frames().await?;
        if page.place().await? != COUNTY {
            return Ok(());
        }
    }
    Err(Failure::new(
        "expected a tap somewhere on the map to choose a district; none did",
    ))
}

async fn pinch_is_the_browsers(trip: &Trip) -> Outcome {
    let page = trip.page();
    if trip.window.engine == Engine::Chromium {
        let metrics =
            json!({ "width": 400, "height": 800, "deviceScaleFactor": 2, "mobile": true });
        trip.window
            .chromium("Emulation.setDeviceMetricsOverride", metrics)
            .await?;
        trip.window
            .chromium(
                "Emulation.setTouchEmulationEnabled",
                json!({ "enabled": true, "maxTouchPoints": 5 }),
            )
            .await?;
    }
    page.open("").await?;
    let viewport = page
        .string(
            "return document.querySelector('meta[name=viewport]').content",
            Vec::new(),
        )
        .await?;
    expect!(
        !viewport.contains("user-scalable") && !viewport.contains("maximum-scale"),
        "expected a page that can be zoomed, found {viewport}"
    );
    let blocked = "return [...document.querySelectorAll('*')].filter(element => {
        const action = getComputedStyle(element).touchAction;
        return !['auto', 'manipulation'].includes(action) && !action.includes('pinch-zoom');
    }).map(element => element.tagName + '.' + element.className)";
    let blocked = trip.window.run(blocked, Vec::new()).await?;
    expect!(
        blocked == json!([]),
        "expected pinching to be left to the browser, these take it: {blocked}"
    );
    let grid = page.map().grid().await?;
    let middle = *grid.first().ok_or_else(|| Failure::new("expected a map"))?;
    if trip.window.engine == Engine::Chromium {
        let pinch = json!({ "x": middle.x_px, "y": middle.y_px, "scaleFactor": 2.0 });
        trip.window
            .chromium("Input.synthesizePinchGesture", pinch)
            .await?;
        let scale = page
            .number("return visualViewport.scale", Vec::new())
            .await?;
        expect!(
            scale > 1.5,
            "expected the page to be zoomed by pinching the map, the scale is {scale}"
        );
        return Ok(());
    }
    let listen = "window.taken = [];
        for (const kind of ['touchstart', 'touchmove', 'pointerdown', 'pointermove', 'gesturestart'])
            addEventListener(kind, event => { if (event.defaultPrevented) taken.push(kind) })";
    trip.window.run(listen, Vec::new()).await?;
    trip.window.spread_at(middle).await?;
    let taken = trip.window.run("return taken", Vec::new()).await?;
    expect!(
        taken == json!([]),
        "expected two fingers to be left to the browser, the page took {taken}"
    );
    Ok(())
}

/// What can be pressed and is smaller than 24 px, unless it stands in a line of text.
pub const SMALL: &str = "return [...document.querySelectorAll('a, button, select, input, summary, [tabindex=\"0\"]')]
    .filter(element => element.getClientRects().length && !element.closest('p, li, td, th, dd, h3, footer') && !element.matches('.skip'))
    .map(element => [element.tagName + ' ' + (element.dataset.testid ?? element.textContent.trim().slice(0, 30)), element.getBoundingClientRect()])
    .filter(([, box]) => box.width < 24 || box.height < 24)
    .map(([name, box]) => name + ' ' + Math.round(box.width) + 'x' + Math.round(box.height))";

/// Nothing to press is smaller than 24 px (WCAG 2.5.8), unless it stands in a line of text.
async fn targets_are_large(trip: &Trip) -> Outcome {
    let page = trip.page();
    let metrics = json!({ "width": 360, "height": 800, "deviceScaleFactor": 1, "mobile": false });
    trip.window
        .chromium("Emulation.setDeviceMetricsOverride", metrics)
        .await?;
    for query in ["", "?view=data", "?mode=embed", "?mode=hall"] {
        page.open(query).await?;
        let small = trip.window.run(SMALL, Vec::new()).await?;
        expect!(
            small == json!([]),
            "expected targets of 24 px or more with {query:?}, found {small}"
        );
    }
    let count = page.count(&by_id("canvas")).await?;
    expect!(count > 0, "expected pictures on the page");
    Ok(())
}
