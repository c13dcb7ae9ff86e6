//! A long visit: nothing piles up.

use crate::{DISTRICT, OTHER};
use roadmap_tests::{
    browser::{failure::Outcome, journey::Trip},
    expect, journeys,
};
use serde_json::{Value, json};

journeys! {
    // Only Chromium counts what it holds.
    nothing_piles_up in chromium;
}

const CHOOSE: &str = "const list = document.querySelector('[data-testid=place-select]');
    list.value = arguments[0];
    list.dispatchEvent(new Event('change', { bubbles: true }))";
const GO: &str = "document.querySelector('[data-testid=' + arguments[0] + ']').click()";

async fn nothing_piles_up(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open("").await?;
    trip.window
        .chromium("Performance.enable", json!({}))
        .await?;
    walk(trip, 6).await?;
    let before = held(trip).await?;
    walk(trip, 24).await?;
    let after = held(trip).await?;
    for ((name, before), (_, after)) in before.iter().zip(&after) {
        expect!(
            *after <= before * 1.1 + 50.0,
            "expected no more {name} after a long visit than after a short one, {before} became {after}"
        );
    }
    Ok(())
}

/// Changes area and view, forth and back. By script: the driver itself holds on to every element
/// that it is asked for.
async fn walk(trip: &Trip, times: usize) -> Outcome {
    for time in 0..times {
        let (code, name) = if time % 2 == 0 { DISTRICT } else { OTHER };
        trip.window.run(CHOOSE, vec![json!(code)]).await?;
        trip.page().until_place(name).await?;
        if time % 3 == 0 {
            trip.window.run(GO, vec![json!("nav-data")]).await?;
            let there = "return document.querySelector('[data-testid=source-row]') !== null";
            trip.window
                .until("the data page", there, Vec::new())
                .await?;
            trip.window.run(GO, vec![json!("nav-overview")]).await?;
            trip.page().until_place(name).await?;
        }
    }
    trip.window.frames().await
}

/// What the browser holds for the page after tidying up.
async fn held(trip: &Trip) -> Outcome<Vec<(&'static str, f64)>> {
    trip.window
        .chromium("HeapProfiler.collectGarbage", json!({}))
        .await?;
    let told = trip
        .window
        .chromium("Performance.getMetrics", json!({}))
        .await?;
    let metrics = told
        .get("metrics")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    let value = |name: &str| {
        let metric = metrics
            .iter()
            .find(|metric| metric.get("name").and_then(Value::as_str) == Some(name));
        metric
            .and_then(|metric| metric.get("value")?.as_f64())
            .unwrap_or(0.0)
    };
    Ok(["Nodes", "JSEventListeners"]
        .map(|name| (name, value(name)))
        .into())
}
