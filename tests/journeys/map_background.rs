//! What a worker finds while the map shows the figures: clusters that no pack ships, firm ranks.

use std::{fs, path::Path};

use roadmap_tests::{
    browser::{failure::Outcome, journey::Trip, map::map_query, page::by_id, site::Site},
    expect, journeys,
};
use serde_json::{Value, json};

journeys! {
    clusters_that_are_not_packed in chromium firefox webkit;
    firm_ranks in chromium firefox webkit;
    gone_before_they_are_tested in chromium;
    worker_missing in chromium firefox webkit;
}

const SMALL_AREAS: &str = "data/hertfordshire-small-areas.json";
const CLUSTERS: &str = "measure=imd-2025-score&show=clusters";

async fn clusters_that_are_not_packed(trip: &Trip) -> Outcome {
    let site = trip.keep(Site::serve_broken(SMALL_AREAS, without_clusters)?);
    let page = trip.page_of(&site);
    page.open(&map_query(CLUSTERS)).await?;
    until(
        trip,
        "a map of clusters",
        "[data-testid=figure-map] .subtitle",
        "where like values lie together",
    )
    .await?;
    let key = page.text(&by_id("map-key")).await?;
    expect!(
        key.contains("hot spot") && key.contains("no clear cluster"),
        "expected a key of clusters, found {key:?}"
    );
    let is_over = "return document.querySelector('[data-testid=so-far]') === null";
    trip.window
        .until("no more progress", is_over, Vec::new())
        .await
        .map(drop)
}

async fn firm_ranks(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open_map("challenge=inequality&level=lsoa&show=index")
        .await?;
    until(
        trip,
        "how firm the ranks are",
        "[data-testid=firmness]",
        "in the highest fifth",
    )
    .await?;
    let first = page.text(&by_id("firmness")).await?;
    // Other weights are tested anew.
    let slide = "const box = document.querySelector('[data-testid^=weight-] input[type=number]');
        box.value = '10';
        box.dispatchEvent(new Event('change', { bubbles: true }))";
    trip.window.run(slide, Vec::new()).await?;
    let is_other =
        "const told = document.querySelector('[data-testid=firmness]')?.textContent ?? '';
        return told.includes('in the highest fifth') && told !== arguments[0]";
    trip.window
        .until("another answer", is_other, vec![json!(first)])
        .await
        .map(drop)
}

/// Leaving while the test runs leaves nothing behind.
async fn gone_before_they_are_tested(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open_map("challenge=inequality&level=lsoa&show=index")
        .await?;
    page.click(&by_id("nav-data")).await?;
    page.element(&by_id("source-row")).await?;
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    expect!(!page.is_shown(&by_id("fault")).await?, "expected no panic");
    Ok(())
}

/// The map of the figures stands, with a line on what is not there.
async fn worker_missing(trip: &Trip) -> Outcome {
    trip.expects_error("404");
    let site = trip.keep(Site::serve_broken(SMALL_AREAS, without_clusters)?);
    site.lose(|file| file.starts_with("worker-"))?;
    let page = trip.page_of(&site);
    page.open(&map_query(CLUSTERS)).await?;
    page.challenge_map().await?;
    until(
        trip,
        "words on the worker",
        "[data-testid=map-notice]",
        "background worker",
    )
    .await?;
    expect!(!page.is_shown(&by_id("fault")).await?, "expected no panic");
    page.click(&by_id("show-values")).await?;
    page.challenge_map().await.map(drop)
}

/// A pack of somebody who has not worked them out.
fn without_clusters(file: &Path) -> Outcome {
    let mut pack: Value = serde_json::from_slice(&fs::read(file)?)?;
    pack["clusters"]["maps"] = json!([]);
    Ok(fs::write(file, pack.to_string())?)
}

async fn until(trip: &Trip, what: &str, selector: &str, words: &str) -> Outcome {
    let script =
        "return document.querySelector(arguments[0])?.textContent.includes(arguments[1]) ?? false";
    trip.window
        .until(what, script, vec![json!(selector), json!(words)])
        .await
        .map(drop)
}
