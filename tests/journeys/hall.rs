//! On a stage: one idea per screen, large, by keys.

use crate::DISTRICT;
use fantoccini::key::Key;
use roadmap_tests::{
    browser::{failure::Outcome, journey::Trip, page::by_id},
    expect, journeys,
};
use serde_json::json;

journeys! {
    through_the_steps in chromium firefox webkit;
    fits_the_projector in chromium;
    leads_off_the_stage in chromium firefox webkit;
}

/// Words that could not be read from the last row: under 20 px where the window is 1920 by 1080, and
/// as much of any other, and 12 px in any.
const SMALL: &str = "const small = new Map();
    const least = Math.max(12, 20 * Math.min(innerHeight / 1080, innerWidth / 1920));
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const text = walker.currentNode.textContent.trim(), at = walker.currentNode.parentElement;
        const size = parseFloat(getComputedStyle(at).fontSize);
        if (text && size < least && at.getClientRects().length && !at.closest('.sr-only')) small.set(text.slice(0, 40), size);
    }
    return [...small].slice(0, 6)";

/// The projectors and screens of halls, in CSS pixels.
const PROJECTORS: [(u32, u32); 5] = [
    (1920, 1080),
    (1280, 720),
    (1366, 768),
    (1024, 768),
    (3840, 2160),
];

async fn through_the_steps(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open(&format!("?mode=hall&area={}", DISTRICT.0))
        .await?;
    page.until_place(DISTRICT.1).await?;
    expect!(
        !page.is_shown(&by_id("site-header")).await?,
        "expected no site header on a stage"
    );
    expect_step(trip, "1 of").await?;
    expect_readable(trip).await?;
    let disabled = "return document.querySelector('[data-testid=hall-previous]').disabled";
    expect!(
        trip.window.run(disabled, Vec::new()).await? == json!(true),
        "expected no step before the first"
    );
    let first = page.figure("main", "line").slug().await?;
    page.click(&by_id("hall-next")).await?;
    expect_step(trip, "2 of").await?;
    let second = page.figure("main", "line").slug().await?;
    expect!(
        first != second,
        "expected another figure on the second step, found {second} on both"
    );
    page.reload().await?;
    expect_step(trip, "2 of").await?;
    let query = page.query().await?;
    expect!(
        query.contains("mode=hall") && query.contains(&second),
        "expected the address to hold the step, found {query}"
    );
    page.click(&by_id("hall-previous")).await?;
    expect_step(trip, "1 of").await?;
    // As a presenter's remote control does it, wherever the focus is.
    trip.window.press(Key::PageDown).await?;
    expect_step(trip, "2 of").await?;
    trip.window.press(Key::PageDown).await?;
    expect_step(trip, "3 of").await?;
    trip.window.press(Key::PageUp).await?;
    expect_step(trip, "2 of").await?;
    page.back().await?;
    expect_step(trip, "3 of").await
}

async fn fits_the_projector(trip: &Trip) -> Outcome {
    let page = trip.page();
    for (width_px, height_px) in PROJECTORS {
        let metrics = json!({ "width": width_px, "height": height_px, "deviceScaleFactor": 1, "mobile": false });
        trip.window
            .chromium("Emulation.setDeviceMetricsOverride", metrics)
            .await?;
        page.open("?mode=hall").await?;
        let counter = page.text(&by_id("hall-step")).await?;
        let count: usize = counter.rsplit(' ').next().unwrap_or_default().parse()?;
        expect!(
            count >= 8,
            "expected a step for each headline, found {counter}"
        );
        // The first one shows every step the way; the rest must only fit.
        let steps = if height_px == 1080 { count } else { 4 };
        for step in 1..=steps {
            expect_step(trip, &format!("{step} of")).await?;
            trip.window.frames().await?;
            let over = page
                .number(
                    "return document.documentElement.scrollHeight - innerHeight",
                    Vec::new(),
                )
                .await?;
            expect!(
                over <= 1.0,
                "expected step {step} to fit on {width_px} × {height_px}, it is {over} px too high"
            );
            expect_readable(trip).await?;
            if step < steps {
                page.click(&by_id("hall-next")).await?;
            }
        }
        if steps == count {
            expect_last(trip).await?;
        }
    }
    Ok(())
}

async fn expect_readable(trip: &Trip) -> Outcome {
    let small = trip.window.run(SMALL, Vec::new()).await?;
    expect!(
        small == json!([]),
        "expected nothing on a stage that the last row cannot read, found {small}"
    );
    Ok(())
}

/// Views without steps of their own have the way off as well.
async fn leads_off_the_stage(trip: &Trip) -> Outcome {
    let page = trip.page();
    for view in ["data", "challenges", "roadmap"] {
        page.open(&format!("?v=1&view={view}&mode=hall")).await?;
        page.click(&by_id("hall-leave")).await?;
        page.element(&by_id("site-header")).await?;
    }
    Ok(())
}

async fn expect_last(trip: &Trip) -> Outcome {
    let disabled = "return document.querySelector('[data-testid=hall-next]').disabled";
    expect!(
        trip.window.run(disabled, Vec::new()).await? == json!(true),
        "expected no step after the last"
    );
    Ok(())
}

async fn expect_step(trip: &Trip, words: &str) -> Outcome {
    let script = "return document.querySelector('[data-testid=hall-step]')?.textContent.trim().startsWith(arguments[0])";
    trip.window
        .until(&format!("the step {words}"), script, vec![json!(words)])
        .await
        .map(drop)
}
