//! Small windows, large zooms, sharp screens.

use crate::{COUNTY, DISTRICT};
use roadmap_tests::{
    browser::{failure::Outcome, journey::Trip, page::Page, site::Site},
    expect, journeys,
};
use serde_json::{Value, json};

journeys! {
    narrow in chromium firefox webkit;
    zoomed in chromium;
    sharp in chromium;
    resized in chromium;
    spaced_text in chromium;
    picture_of_a_future_stays_in_sight in chromium;
}

/// What sticks out of the page to the right, if anything.
const TOO_WIDE: &str = "const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const out = [...document.querySelectorAll('body *')].filter(element => element.getBoundingClientRect().right > root.clientWidth + 1);
    return ['the page is ' + root.scrollWidth + ' px wide in ' + root.clientWidth, ...out.slice(0, 6).map(element => element.tagName + '.' + element.className + ' ' + (element.dataset.testid ?? ''))]";

/// 320 px in a frame, since not every window goes that small.
async fn narrow(trip: &Trip) -> Outcome {
    let page = trip.page();
    trip.expects_origin(trip.site.origin());
    for query in [
        "",
        "?view=data",
        "?mode=embed",
        "?text=larger",
        "?mode=hall",
    ] {
        let host = trip.keep(Site::serve_page(&format!(
            "<!doctype html><meta charset=utf-8><link rel=icon href=data:,><title>Host</title><iframe src=\"{}\" width=320 height=640 style=\"border:0\" title=frame></iframe>",
            trip.site.url(query).replace('&', "&amp;")
        ))?);
        trip.window.client.goto(&host.url("")).await?;
        trip.window.client.enter_frame(0).await?;
        page.settled().await?;
        let width_px = page.number("return innerWidth", Vec::new()).await?;
        expect!(
            (width_px - 320.0).abs() < 0.5,
            "expected a frame of 320 px, found {width_px}"
        );
        expect_no_sideways(&page, &format!("at 320 px with {query:?}")).await?;
        trip.window.client.enter_parent_frame().await?;
    }
    Ok(())
}

/// A window of 1280 × 1024 at 400%: everything can still be done.
async fn zoomed(trip: &Trip) -> Outcome {
    let page = trip.page();
    metrics(trip, 320, 256, 4.0).await?;
    for query in ["", "?view=data", "?mode=embed"] {
        page.open(query).await?;
        expect_no_sideways(&page, &format!("at 400% with {query:?}")).await?;
    }
    page.open("").await?;
    page.choose_place(DISTRICT.0).await?;
    page.until_place(DISTRICT.1).await?;
    let fixed = "return [...document.querySelectorAll('body *')].filter(element => ['fixed', 'sticky'].includes(getComputedStyle(element).position) && element.getBoundingClientRect().height > innerHeight / 3).map(element => element.tagName + '.' + element.className)";
    let fixed = trip.window.run(fixed, Vec::new()).await?;
    expect!(
        fixed == json!([]),
        "expected nothing to stand in front of the page at 400%, found {fixed}"
    );
    page.open_settings().await?;
    page.choose("theme-select", "dark").await
}

/// Pictures have a pixel for each of the screen's.
async fn sharp(trip: &Trip) -> Outcome {
    let page = trip.page();
    for ratio in [1.0, 1.5, 2.0, 3.0] {
        metrics(trip, 1280, 900, ratio).await?;
        page.open("").await?;
        expect_sharp(&page, ratio).await?;
    }
    // The window moves to another screen. Emulation tells a page nothing of a new density
    // alone (no resize, no media query, no observer), so its size changes a little as well.
    metrics(trip, 1279, 900, 1.0).await?;
    trip.window.frames().await?;
    trip.window.frames().await?;
    expect_sharp(&page, 1.0).await
}

/// The page follows its window without a reload.
async fn resized(trip: &Trip) -> Outcome {
    let page = trip.page();
    metrics(trip, 1280, 900, 1.0).await?;
    page.open("").await?;
    page.until_place(COUNTY).await?;
    for width_px in [900, 500, 320, 1440] {
        metrics(trip, width_px, 900, 1.0).await?;
        trip.window.frames().await?;
        trip.window.frames().await?;
        expect_no_sideways(&page, &format!("after resizing to {width_px} px")).await?;
        expect_sharp(&page, 1.0).await?;
    }
    Ok(())
}

/// The spacing that a reader may set (WCAG 1.4.12) cuts nothing off.
async fn spaced_text(trip: &Trip) -> Outcome {
    let page = trip.page();
    let script = "const sheet = new CSSStyleSheet();
        sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]";
    metrics(trip, 1280, 900, 1.0).await?;
    for query in ["", "?view=data"] {
        page.open(query).await?;
        trip.window.run(script, Vec::new()).await?;
        trip.window.frames().await?;
        expect_no_sideways(&page, &format!("with wide text spacing and {query:?}")).await?;
        let cut = "return [...document.querySelectorAll('main *, header *')].filter(element => element.children.length === 0 && element.textContent.trim() && !element.closest('.sr-only')
            && getComputedStyle(element).overflow === 'hidden' && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1))
            .map(element => element.textContent.trim().slice(0, 40)).slice(0, 5)";
        let cut = trip.window.run(cut, Vec::new()).await?;
        expect!(
            cut == json!([]),
            "expected no words to be cut off by wide text spacing, found {cut}"
        );
    }
    Ok(())
}

/// Fails when the page can be scrolled sideways.
pub async fn expect_no_sideways(page: &Page<'_>, when: &str) -> Outcome {
    let out = page.window.run(TOO_WIDE, Vec::new()).await?;
    expect!(
        out.as_array().is_some_and(Vec::is_empty),
        "expected no sideways scrolling {when}: {out}"
    );
    Ok(())
}

/// Fails when a picture has fewer or more pixels than the screen.
pub async fn expect_sharp(page: &Page<'_>, ratio: f64) -> Outcome {
    let script = "return [...document.querySelectorAll('canvas')].filter(canvas => canvas.getClientRects().length).map(canvas => {
        const box = canvas.getBoundingClientRect();
        return [canvas.closest('figure')?.dataset.testid ?? canvas.dataset.testid, canvas.width, box.width * devicePixelRatio, canvas.height, box.height * devicePixelRatio];
    }).filter(([name, width, wanted, height, high]) => Math.abs(width - wanted) > 1.5 || Math.abs(height - high) > 1.5)";
    let blurred = page.window.run(script, Vec::new()).await?;
    expect!(
        blurred.as_array().is_some_and(Vec::is_empty),
        "expected a canvas pixel for each of the screen's at {ratio}x, found (name, width, wanted, height, wanted): {blurred}"
    );
    let count = page.count("canvas").await?;
    expect!(count > 0, "expected pictures on the page");
    Ok(())
}

/// On a phone the picture stays while levers below it are moved.
async fn picture_of_a_future_stays_in_sight(trip: &Trip) -> Outcome {
    metrics(trip, 360, 780, 1.0).await?;
    let page = trip.page();
    page.open("?v=1&view=scenarios&future=skills-led").await?;
    page.element("[data-testid=figure-fan] canvas").await?;
    let down = "document.querySelector('.levers').scrollIntoView({ block: 'center' })";
    trip.window.run(down, Vec::new()).await?;
    trip.window.frames().await?;
    let top =
        "return document.querySelector('.future-chart .canvas-box').getBoundingClientRect().top";
    let top_px = page.number(top, Vec::new()).await?;
    expect!(
        top_px.abs() < 2.0,
        "expected the picture at the head of the window, found it at {top_px} px"
    );
    Ok(())
}

/// Gives the page a window of this size on a screen of this density; in Chromium only.
pub async fn metrics(trip: &Trip, width_px: u32, height_px: u32, ratio: f64) -> Outcome<Value> {
    let metrics = json!({ "width": width_px, "height": height_px, "deviceScaleFactor": ratio, "mobile": false });
    trip.window
        .chromium("Emulation.setDeviceMetricsOverride", metrics)
        .await
}
