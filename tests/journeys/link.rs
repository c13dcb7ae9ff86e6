//! The link is the state: back, forward, sent to somebody else, opened in a new tab.

use crate::{COUNTY, DISTRICT, FIGURE, OTHER};
use roadmap_tests::{
    browser::{
        failure::Outcome,
        journey::Trip,
        page::{Page, by_id},
    },
    expect, journeys,
};
use serde_json::json;
use std::time::Duration;

journeys! {
    back_and_forward in chromium firefox webkit;
    round_trip in chromium firefox webkit;
    old_and_foreign_keys in chromium;
}

async fn back_and_forward(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open("").await?;
    page.choose_place(DISTRICT.0).await?;
    page.until_place(DISTRICT.1).await?;
    page.choose_place(OTHER.0).await?;
    page.until_place(OTHER.1).await?;
    page.click(&by_id("nav-data")).await?;
    page.element(&by_id("source-row")).await?;
    page.back().await?;
    page.until_place(OTHER.1).await?;
    page.back().await?;
    page.until_place(DISTRICT.1).await?;
    page.back().await?;
    page.until_place(COUNTY).await?;
    let query = page.query().await?;
    expect!(
        query.is_empty(),
        "expected the plain address for the plain page, found {query}"
    );
    page.forward().await?;
    page.until_place(DISTRICT.1).await
}

async fn round_trip(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open(&format!("?v=1&area={}&figure={FIGURE}", DISTRICT.0))
        .await?;
    page.until_place(DISTRICT.1).await?;
    for (figure, kind) in [
        (page.map(), "map"),
        (page.figure(&by_id("chosen"), "line"), "line"),
        (page.figure(&by_id("chosen"), "bar"), "bar"),
    ] {
        let slug = figure.slug().await?;
        expect!(
            slug == FIGURE,
            "expected the {kind} of {FIGURE}, found {slug}"
        );
    }
    // Made by hand, read by another reader: the same page word for word.
    page.open("").await?;
    page.choose_place(OTHER.0).await?;
    page.until_place(OTHER.1).await?;
    page.choose("figure-select", FIGURE).await?;
    let shown = "return document.querySelector('[data-testid=\"figure-map-' + arguments[0] + '\"]') !== null";
    trip.window
        .until("the map of the chosen figure", shown, vec![json!(FIGURE)])
        .await?;
    let link = page.query().await?;
    let before = words(&page).await?;
    page.open("?view=data").await?;
    page.open(&link).await?;
    let again = page.query().await?;
    expect!(
        again == link,
        "expected the address to stay {link}, it became {again}"
    );
    let after = words(&page).await?;
    expect!(
        before == after,
        "expected the same page from the same link; first difference: {}",
        difference(&before, &after)
    );
    Ok(())
}

async fn old_and_foreign_keys(trip: &Trip) -> Outcome {
    let page = trip.page();
    page.open(&format!(
        "?utm_source=mail&fbclid=1&area={}#there",
        DISTRICT.0
    ))
    .await?;
    page.until_place(DISTRICT.1).await?;
    let notices = page.count(&by_id("notice")).await?;
    expect!(
        notices == 0,
        "expected no notice about keys that other sites add, found {notices}"
    );
    page.open("?v=7&view=hopes").await?;
    page.until_place(COUNTY).await?;
    let notices = page.count(&by_id("notice")).await?;
    expect!(
        notices == 2,
        "expected a notice for the later version and one for the unknown view, found {notices}"
    );
    Ok(())
}

/// The words of the page once they no longer change: parts out of sight follow after those in
/// sight.
async fn words(page: &Page<'_>) -> Outcome<String> {
    let script = "return document.querySelector('main').innerText";
    let mut last = page.string(script, Vec::new()).await?;
    loop {
        tokio::time::sleep(Duration::from_millis(200)).await;
        let now = page.string(script, Vec::new()).await?;
        if now == last {
            return Ok(now);
        }
        last = now;
    }
}

fn difference(before: &str, after: &str) -> String {
    let lines = before.lines().zip(after.lines());
    lines
        .into_iter()
        .find(|(before, after)| before != after)
        .map_or_else(
            || "one is longer".to_owned(),
            |(before, after)| format!("{before:?} became {after:?}"),
        )
}
