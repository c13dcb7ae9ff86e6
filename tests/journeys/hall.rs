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
}

/// Words that could not be read from the last row.
const SMALL: &str = "const small = new Map();
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const text = walker.currentNode.textContent.trim(), at = walker.currentNode.parentElement;
        const size = parseFloat(getComputedStyle(at).fontSize);
        if (text && size < 20 && at.getClientRects().length && !at.closest('.sr-only')) small.set(text.slice(0, 40), size);
    }
    return [...small].slice(0, 6)";

async fn through_the_steps(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open(&format!("?mode=hall&area={}", DISTRICT.0))
        .await?;
    page.until_place(DISTRICT.1).await?;
    expect!(
        !page.is_shown(&by_id("site-header")).await?,
        "expected no site header on a stage"
    );
    let small = trip.window.run(SMALL, Vec::new()).await?;
    expect!(
        small == json!([]),
        "expected nothing under 20 px on a stage, found {small}"
    );
    expect_step(trip, "1 of").await?;
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
    let metrics = json!({ "width": 1920, "height": 1080, "deviceScaleFactor": 1, "mobile": false });
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
    for step in 1..=count {
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
            "expected step {step} to fit on the projector, it is {over} px too high"
        );
        if step < count {
            page.click(&by_id("hall-next")).await?;
        }
    }
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
